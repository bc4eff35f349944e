//! What is told to the engine about one title.

use serde::{Deserialize, Serialize};

/// Which part of a title a text is. The order is the weight: a match in a title ranks above one in a synopsis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The original title and its translations.
    Title,
    /// Other names it goes by.
    Alias,
    /// Cast and crew, in every script their names are known in.
    People,
    /// The exhibitor.
    Company,
    Keywords,
    Logline,
    Synopsis,
}

impl Field {
    /// Every field, the weightiest first.
    pub const ALL: [Field; 7] = [
        Field::Title,
        Field::Alias,
        Field::People,
        Field::Company,
        Field::Keywords,
        Field::Logline,
        Field::Synopsis,
    ];
}

/// One text of a title. Searching does not depend on the language: it is kept for display.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub field: Field,
    /// BCP 47.
    pub lang: Option<String>,
    pub text: String,
}

impl Text {
    pub fn new(field: Field, lang: Option<&str>, text: impl Into<String>) -> Self {
        Self {
            field,
            lang: lang.map(str::to_owned),
            text: text.into(),
        }
    }
}

/// How many words of 64 bits a set of territories has.
pub const TERRITORY_WORDS: usize = 5;

/// A set of territories: bit `i` is bit `i % 64` of word `i / 64`. What a bit means is the caller's.
pub type Territories = [u64; TERRITORY_WORDS];

/// Rights that are free in territories during a window: what a buyer could license.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FreeBox {
    /// A bit for each right.
    pub rights: u64,
    pub territories: Territories,
    /// The first day, as a day number; `i32::MIN` is open.
    pub from: i32,
    /// The last day, inclusive; `i32::MAX` is open.
    pub until: i32,
}

/// What a sort compares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SortKey {
    Number(i64),
    Text(String),
}

/// A title as the engine sees it. Lists that are shorter than the schema's count as empty from there on,
/// and what goes beyond the schema is not looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title's id. No two documents of a snapshot have the same.
    pub key: String,
    /// Ties in every order end here.
    pub slug: String,
    /// EIDR, ISAN, IMDb, source id: found exactly, ignoring case, hyphens and other punctuation. The key
    /// is found without being repeated here.
    pub identifiers: Vec<String>,
    pub texts: Vec<Text>,
    /// By index of the facet: its codes.
    pub facets: Vec<Vec<String>>,
    /// By index of the range. `i64::MIN` counts as absent.
    pub numbers: Vec<Option<i64>>,
    /// By index of the sort. What is absent comes last in either direction.
    pub sorts: Vec<Option<SortKey>>,
    /// What is free. Without any, the document matches no query that asks for rights, territories or days.
    pub free: Vec<FreeBox>,
    /// The organiser's: among equally good matches the higher comes first.
    pub boost: u8,
    /// How much is told about the title: among equally good and boosted matches the fuller comes first.
    pub completeness: u8,
    /// The time that orders a list without text: newest, that is highest, first, then by slug.
    pub newest: i64,
    /// Display bytes, handed back with a hit as they are.
    pub card: Vec<u8>,
}
