//! A title: a project or IP on offer.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ParseError;
use crate::avail::{Avail, Grant};
use crate::country::Country;
use crate::credit::Credit;
use crate::date::{Date, Timestamp, Year};
use crate::id::{CompanyId, TitleId};
use crate::identifier::Identifier;
use crate::kinds::{
    Category, FestivalOutcome, LookingFor, MaterialKind, Rating, Stage, TargetAudience, TitleStatus,
};
use crate::language::LanguageTag;
use crate::localised::Localised;
use crate::material::Material;
use crate::money::Money;
use crate::slug::Slug;
use crate::text::{Keyword, Logline, Name, Synopsis};
use crate::visibility::FieldVisibility;

/// A title with everything that is known of it. What an audience may see of it is a
/// [`Seen`](crate::visibility::Seen).
#[derive(Debug, Clone, PartialEq)]
pub struct Title {
    pub id: TitleId,
    pub slug: Slug,
    /// The key under which it came in, unique among all titles: importing it again changes it.
    pub source_id: Option<SourceId>,
    pub company: CompanyId,
    pub category: Category,
    pub stage: Stage,
    pub status: TitleStatus,
    /// The title in the language the work is made in.
    pub original: Name,
    /// `None` where nobody said which language that is.
    pub original_language: Option<LanguageTag>,
    pub texts: Texts,
    pub genres: Vec<Genre>,
    pub keywords: Vec<Keyword>,
    pub countries: Vec<Country>,
    /// Spoken languages.
    pub languages: Vec<LanguageTag>,
    pub subtitles: Vec<LanguageTag>,
    pub year: Option<Year>,
    pub released: Option<Date>,
    pub runtime: Option<Minutes>,
    pub episodes: Option<Episodes>,
    pub budget: Option<Money>,
    /// The share of the budget that is in place.
    pub financed: Option<Percent>,
    pub looking_for: Vec<LookingFor>,
    pub audience: Option<TargetAudience>,
    pub rating: Option<Rating>,
    pub credits: Vec<Credit>,
    pub festivals: Vec<Festival>,
    /// At most one a scheme.
    pub identifiers: Vec<Identifier>,
    pub materials: Vec<Material>,
    /// What is offered.
    pub avails: Vec<Avail>,
    /// What is granted or held, which together with the avails says what is free.
    pub grants: Vec<Grant>,
    pub visibility: FieldVisibility,
    pub created: Timestamp,
    pub updated: Timestamp,
    pub published: Option<Timestamp>,
}

/// Everything of a title that is written in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Texts {
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub titles: Localised<Name>,
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub aliases: Localised<Vec<Name>>,
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub loglines: Localised<Logline>,
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub synopses: Localised<Synopsis>,
}

/// A festival or a prize, and how the title did there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Festival {
    pub name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    pub outcome: FestivalOutcome,
    /// The section or the prize.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub award: Option<Name>,
}

/// A genre by its English name. Two spellings with the same code are the same genre.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Genre {
    label: String,
    code: Slug,
}

impl Genre {
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What stands for it in a URL: `science-fiction`.
    pub fn code(&self) -> &str {
        self.code.as_str()
    }
}

impl FromStr for Genre {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let error = || {
            ParseError::new(
                "genre",
                given,
                "a name of 1 to 60 characters with a letter or digit",
            )
        };
        let label: Keyword = given.parse().map_err(|_| error())?;
        if label.as_str().chars().count() > 60 {
            return Err(error());
        }
        let code = Slug::from_text(label.as_str()).ok_or_else(error)?;
        Ok(Self {
            label: label.into_string(),
            code,
        })
    }
}

impl TryFrom<String> for Genre {
    type Error = ParseError;

    fn try_from(given: String) -> Result<Self, ParseError> {
        given.parse()
    }
}

impl From<Genre> for String {
    fn from(genre: Genre) -> String {
        genre.label
    }
}

impl fmt::Display for Genre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

impl PartialEq for Genre {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Genre {}

/// The key of a title where it came from: `omdb:2`, `seed:1:17`. 1 to 200 characters without spaces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SourceId(String);

impl SourceId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SourceId {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let trimmed = given.trim();
        let right = (1..=200).contains(&trimmed.chars().count())
            && !trimmed.chars().any(|c| c.is_whitespace() || c.is_control());
        if right {
            Ok(Self(trimmed.to_owned()))
        } else {
            Err(ParseError::new(
                "source id",
                given,
                "1 to 200 characters without spaces, such as omdb:2",
            ))
        }
    }
}

impl TryFrom<String> for SourceId {
    type Error = ParseError;

    fn try_from(given: String) -> Result<Self, ParseError> {
        given.parse()
    }
}

impl From<SourceId> for String {
    fn from(id: SourceId) -> String {
        id.0
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! bounded_number {
    ($(#[$doc:meta])* $name:ident, $what:literal, $min:literal, $max:literal, $allowed:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u32", into = "u32")]
        pub struct $name(u32);

        impl $name {
            pub fn get(self) -> u32 {
                self.0
            }
        }

        impl TryFrom<u32> for $name {
            type Error = ParseError;

            fn try_from(given: u32) -> Result<Self, ParseError> {
                if ($min..=$max).contains(&given) {
                    Ok(Self(given))
                } else {
                    Err(ParseError::new($what, &given.to_string(), $allowed))
                }
            }
        }

        impl From<$name> for u32 {
            fn from(value: $name) -> u32 {
                value.0
            }
        }

        impl FromStr for $name {
            type Err = ParseError;

            fn from_str(given: &str) -> Result<Self, ParseError> {
                let digits = given.trim();
                let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok());
                number
                    .flatten()
                    .and_then(|number| Self::try_from(number).ok())
                    .ok_or_else(|| ParseError::new($what, given, $allowed))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

bounded_number!(
    /// Running time in minutes; of a series, of all its episodes.
    Minutes, "runtime", 1, 60_000, "whole minutes from 1 to 60000"
);
bounded_number!(
    /// How many episodes a series has.
    Episodes, "episodes", 1, 20_000, "a whole number from 1 to 20000"
);
bounded_number!(
    /// A share in hundredths.
    Percent, "percentage", 0, 100, "a whole number from 0 to 100"
);

impl Title {
    /// The day that says how new a title is: its release, else the first day of its year.
    pub fn dated(&self) -> Option<Date> {
        self.released
            .or_else(|| Date::new(i16::try_from(self.year?.get()).ok()?, 1, 1).ok())
    }

    /// The year it is filed under: as given, else that of its release.
    pub fn filed_under(&self) -> Option<Year> {
        self.year
            .or_else(|| Year::try_from(u16::try_from(self.released?.year()).ok()?).ok())
    }

    /// Every name by its language: the translations, and the original where its language is known.
    pub fn names(&self) -> BTreeMap<&LanguageTag, &Name> {
        let mut names: BTreeMap<_, _> = self.texts.titles.iter().collect();
        if let Some(language) = &self.original_language {
            names.entry(language).or_insert(&self.original);
        }
        names
    }

    /// The name a reader of `wanted` gets, with its language where that is known.
    pub fn name_for(&self, wanted: &LanguageTag) -> (Option<&LanguageTag>, &Name) {
        let original_is_theirs = self
            .original_language
            .as_ref()
            .is_some_and(|own| own.language() == wanted.language());
        if let Some((tag, name)) = self.texts.titles.in_language_of(wanted) {
            return (Some(tag), name);
        }
        if original_is_theirs {
            return (self.original_language.as_ref(), &self.original);
        }
        match self
            .texts
            .titles
            .iter()
            .find(|(tag, _)| tag.language() == "en")
        {
            Some((tag, name)) => (Some(tag), name),
            None => (self.original_language.as_ref(), &self.original),
        }
    }

    pub fn materials_of(&self, kind: MaterialKind) -> impl Iterator<Item = &Material> {
        self.materials
            .iter()
            .filter(move |material| material.kind == kind)
    }

    pub fn has_trailer(&self) -> bool {
        self.materials_of(MaterialKind::Trailer).next().is_some()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::edition::{Edition, MarketDay};
    use crate::id::{EditionId, MaterialId};
    use crate::material::MaterialSource;
    use crate::visibility::Visibility;
    use proptest::prelude::*;

    /// A title with every field that visibility decides about.
    pub(crate) fn full_title() -> Title {
        Title {
            id: TitleId::from_parts(1, [1; 10]),
            slug: "the-last-ferry".parse().unwrap(),
            source_id: None,
            company: CompanyId::from_parts(1, [2; 10]),
            category: Category::Film,
            stage: Stage::Completed,
            status: TitleStatus::Published,
            original: "最後一班渡輪".parse().unwrap(),
            original_language: Some("yue".parse().unwrap()),
            texts: Texts {
                titles: [("en".parse().unwrap(), "The Last Ferry".parse().unwrap())]
                    .into_iter()
                    .collect(),
                ..Texts::default()
            },
            genres: vec!["Drama".parse().unwrap()],
            keywords: Vec::new(),
            countries: vec!["HK".parse().unwrap()],
            languages: vec!["yue".parse().unwrap()],
            subtitles: Vec::new(),
            year: Some("2026".parse().unwrap()),
            released: None,
            runtime: Some(Minutes(104)),
            episodes: None,
            budget: Some("USD 1200000".parse().unwrap()),
            financed: Some(Percent(60)),
            looking_for: Vec::new(),
            audience: None,
            rating: None,
            credits: Vec::new(),
            festivals: Vec::new(),
            identifiers: Vec::new(),
            materials: vec![Material {
                id: MaterialId::from_parts(1, [3; 10]),
                kind: MaterialKind::Screener,
                access: Visibility::OnRequest,
                source: MaterialSource::External("https://example.org/screener".parse().unwrap()),
                label: None,
                language: None,
                seconds: None,
            }],
            avails: vec![
                serde_json::from_value(serde_json::json!({
                    "rights": ["svod"], "territories": "worldwide", "window": "../..",
                    "exclusivity": "exclusive", "languages": []
                }))
                .unwrap(),
            ],
            grants: Vec::new(),
            visibility: FieldVisibility::default(),
            created: Timestamp::from_millis(0),
            updated: Timestamp::from_millis(0),
            published: Some(Timestamp::from_millis(0)),
        }
    }

    /// Online from 22 February to 18 April 2027, on the floor from 15 to 18 March.
    pub(crate) fn edition() -> Edition {
        let hours = |date: &str| {
            MarketDay::new(
                date.parse().unwrap(),
                "09:00".parse().unwrap(),
                "18:00".parse().unwrap(),
            )
            .unwrap()
        };
        Edition {
            id: EditionId::from_parts(1, [4; 10]),
            slug: "harbour-2027".parse().unwrap(),
            name: "Harbour Film Market 2027".parse().unwrap(),
            names: Localised::default(),
            venue: None,
            time_zone: "Asia/Hong_Kong".parse().unwrap(),
            season: "2027-02-22/2027-04-18".parse().unwrap(),
            market_days: ["2027-03-15", "2027-03-16", "2027-03-17", "2027-03-18"]
                .map(hours)
                .to_vec(),
            halls: Vec::new(),
            languages: Vec::new(),
            currencies: Vec::new(),
        }
    }

    #[test]
    fn a_reader_gets_the_name_in_their_language_else_in_english_else_the_original() {
        let title = full_title();
        let name = |tag: &str| title.name_for(&tag.parse().unwrap()).1.as_str().to_owned();
        assert_eq!(name("en"), "The Last Ferry");
        assert_eq!(name("yue"), "最後一班渡輪");
        assert_eq!(name("fr"), "The Last Ferry");
        let mut untranslated = title.clone();
        untranslated.texts = Texts::default();
        assert_eq!(
            untranslated.name_for(&"en".parse().unwrap()).1.as_str(),
            "最後一班渡輪"
        );
    }

    #[test]
    fn a_title_is_dated_by_its_release_then_by_its_year() {
        let mut title = full_title();
        assert_eq!(title.dated().unwrap().to_string(), "2026-01-01");
        title.released = Some("2026-11-05".parse().unwrap());
        title.year = None;
        assert_eq!(title.dated().unwrap().to_string(), "2026-11-05");
        assert_eq!(title.filed_under().unwrap().to_string(), "2026");
    }

    #[test]
    fn genres_are_the_same_by_their_code() {
        let spelled: Genre = "Science fiction".parse().unwrap();
        assert_eq!(spelled, "science-Fiction".parse().unwrap());
        assert_eq!(spelled.code(), "science-fiction");
        assert!("!!!".parse::<Genre>().is_err());
    }

    #[test]
    fn numbers_keep_their_bounds() {
        assert_eq!("5700".parse::<Minutes>().unwrap().get(), 5_700);
        for wrong in ["0", "60001", "-1", "+5", "1.5", "", "九", "99999999999999"] {
            assert!(wrong.parse::<Minutes>().is_err(), "{wrong}");
        }
        assert!(serde_json::from_str::<Percent>("101").is_err());
    }

    proptest! {
        #[test]
        fn parsing_never_panics_and_keeps_what_it_wrote(text in "\\PC{0,80}") {
            if let Ok(genre) = text.parse::<Genre>() {
                prop_assert_eq!(genre.to_string().parse::<Genre>().unwrap(), genre);
            }
            if let Ok(id) = text.parse::<SourceId>() {
                prop_assert_eq!(id.to_string().parse::<SourceId>().unwrap(), id);
            }
            if let Ok(minutes) = text.parse::<Minutes>() {
                prop_assert_eq!(minutes.to_string().parse::<Minutes>().unwrap(), minutes);
            }
        }
    }
}
