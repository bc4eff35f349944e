//! Titles as the search engine takes them, and the card that comes back with a hit.
//!
//! Only what an audience may see goes in: [`document`] takes a [`Seen`] title, so a public snapshot holds
//! nothing that is for members.

use serde::{Deserialize, Serialize};
use slate_domain::avail::free_boxes;
use slate_domain::company::Company;
use slate_domain::date::Date;
use slate_domain::id::{CompanyId, TitleId};
use slate_domain::kinds::{Category, MaterialKind, Stage};
use slate_domain::language::LanguageTag;
use slate_domain::listing::Listing;
use slate_domain::localised::Localised;
use slate_domain::material::{MaterialSource, MediaKey};
use slate_domain::query::{Facet, RangeFacet, Sort};
use slate_domain::slug::Slug;
use slate_domain::text::{Logline, Name};
use slate_domain::title::{SourceId, Title};
use slate_domain::visibility::Seen;
use slate_search::{
    Document, FacetDef, Field, FreeBox, RangeDef, Schema, SortDef, SortKey, SortKind, Text,
};

/// The facets the engine keeps as codes. Rights and territories are not among them: they are answered
/// from what is free.
pub const CODED: [Facet; 9] = [
    Facet::Category,
    Facet::Stage,
    Facet::Genre,
    Facet::Country,
    Facet::Language,
    Facet::LookingFor,
    Facet::HasTrailer,
    Facet::CompanyCountry,
    Facet::Company,
];

/// The orders the engine keeps a key for.
pub const SORTS: [Sort; 3] = [Sort::Title, Sort::Year, Sort::Budget];

/// What the catalogue is narrowed and ordered by.
pub fn schema() -> Schema {
    let edges = |range: RangeFacet| match range {
        RangeFacet::Year => (190..=204).map(|decade| decade * 10).collect(),
        RangeFacet::Runtime => vec![15, 30, 45, 60, 75, 90, 105, 120, 150, 180],
        RangeFacet::Budget => {
            vec![
                100_000,
                300_000,
                1_000_000,
                3_000_000,
                10_000_000,
                30_000_000,
                100_000_000,
            ]
        }
    };
    Schema {
        facets: CODED
            .iter()
            .map(|facet| FacetDef {
                name: facet.code().to_owned(),
                counted: facet.is_counted(),
            })
            .collect(),
        ranges: RangeFacet::ALL
            .iter()
            .map(|range| RangeDef {
                name: range.code().to_owned(),
                edges: edges(*range),
            })
            .collect(),
        sorts: SORTS
            .iter()
            .map(|sort| SortDef {
                name: sort.code().to_owned(),
                kind: if *sort == Sort::Title {
                    SortKind::Text
                } else {
                    SortKind::Number
                },
            })
            .collect(),
    }
}

/// What a list shows of a title. The exhibitor is named by id, since hundreds of cards share one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub id: TitleId,
    pub slug: Slug,
    pub source_id: Option<SourceId>,
    pub company: CompanyId,
    pub category: Category,
    pub stage: Stage,
    pub original: Name,
    pub original_language: Option<LanguageTag>,
    /// Every name by its language, the original's included where that is known.
    pub titles: Vec<(LanguageTag, Name)>,
    pub loglines: Vec<(LanguageTag, Logline)>,
    pub year: Option<u16>,
    pub countries: Vec<String>,
    pub languages: Vec<String>,
    /// Codes.
    pub genres: Vec<String>,
    pub runtime: Option<u32>,
    pub looking_for: Vec<String>,
    /// The address of the key art.
    pub key_art: Option<String>,
    pub has_trailer: bool,
}

impl Card {
    pub fn of(title: &Seen) -> Self {
        let key_art = title
            .materials_of(MaterialKind::KeyArt)
            .next()
            .and_then(|art| address(&art.source));
        Self {
            id: title.id,
            slug: title.slug.clone(),
            source_id: title.source_id.clone(),
            company: title.company,
            category: title.category,
            stage: title.stage,
            original: title.original.clone(),
            original_language: title.original_language.clone(),
            titles: title
                .names()
                .into_iter()
                .map(|(tag, name)| (tag.clone(), name.clone()))
                .collect(),
            loglines: title
                .texts
                .loglines
                .iter()
                .map(|(tag, text)| (tag.clone(), text.clone()))
                .collect(),
            year: title.filed_under().map(|year| year.get()),
            countries: title
                .countries
                .iter()
                .map(|country| country.code().to_owned())
                .collect(),
            languages: title.languages.iter().map(LanguageTag::to_string).collect(),
            genres: title
                .genres
                .iter()
                .map(|genre| genre.code().to_owned())
                .collect(),
            runtime: title.runtime.map(|minutes| minutes.get()),
            looking_for: title
                .looking_for
                .iter()
                .map(|what| what.code().to_owned())
                .collect(),
            key_art,
            has_trailer: title.has_trailer(),
        }
    }
}

impl Card {
    /// The name a reader gets, with its language where that is known.
    pub fn name_for(&self, wanted: &LanguageTag) -> (Option<&LanguageTag>, &Name) {
        best_for(&self.titles, wanted).map_or(
            (self.original_language.as_ref(), &self.original),
            |(tag, name)| (Some(tag), name),
        )
    }

    /// The logline a reader gets, with its language.
    pub fn logline_for(&self, wanted: &LanguageTag) -> Option<(&LanguageTag, &Logline)> {
        best_for(&self.loglines, wanted)
            .or_else(|| self.loglines.first().map(|(tag, text)| (tag, text)))
    }
}

/// The text in the reader's language, else in English.
fn best_for<'a, T>(
    texts: &'a [(LanguageTag, T)],
    wanted: &LanguageTag,
) -> Option<(&'a LanguageTag, &'a T)> {
    let by_tag: Localised<&T> = texts
        .iter()
        .map(|(tag, text)| (tag.clone(), text))
        .collect();
    let chosen = by_tag
        .in_language_of(wanted)
        .or_else(|| by_tag.in_language_of(&english()))?
        .0
        .clone();
    texts
        .iter()
        .find(|(tag, _)| *tag == chosen)
        .map(|(tag, text)| (tag, text))
}

/// Where a browser fetches a material; `None` for one whose key the media store cannot have.
pub fn address(source: &MaterialSource) -> Option<String> {
    match source {
        MaterialSource::External(url) => Some(url.as_str().to_owned()),
        MaterialSource::Stored(key) => Some(key.as_str().parse::<MediaKey>().ok()?.address()),
    }
}

/// The document of a title. `Err` when its card cannot be written, which would be a fault of ours.
pub fn document(
    title: &Seen,
    company: &Company,
    listing: &Listing,
) -> Result<Document, postcard::Error> {
    let budget = title.budget.as_ref().and_then(|money| money.in_usd());
    let year = title.filed_under().map(|year| i64::from(year.get()));
    let runtime = title.runtime.map(|minutes| i64::from(minutes.get()));
    let identifiers = title.identifiers.iter().map(ToString::to_string);
    Ok(Document {
        key: title.id.to_string(),
        slug: title.slug.to_string(),
        identifiers: identifiers
            .chain(title.source_id.iter().map(ToString::to_string))
            .collect(),
        texts: texts(title, company),
        facets: CODED
            .iter()
            .map(|facet| codes(title, company, *facet))
            .collect(),
        numbers: vec![year, runtime, budget],
        sorts: vec![
            Some(SortKey::Text(title.name_for(&english()).1.to_string())),
            year.map(SortKey::Number),
            budget.map(SortKey::Number),
        ],
        free: free(title),
        boost: listing.featured,
        completeness: completeness(title),
        newest: title
            .dated()
            .map_or(i64::MIN, |date| i64::from(day_number(date))),
        card: postcard::to_stdvec(&Card::of(title))?,
    })
}

/// Days since 1 January 1970.
pub fn day_number(date: Date) -> i32 {
    (date - Date::constant(1970, 1, 1)).get_days()
}

fn english() -> LanguageTag {
    LanguageTag::english()
}

fn codes(title: &Title, company: &Company, facet: Facet) -> Vec<String> {
    match facet {
        Facet::Category => vec![title.category.code().to_owned()],
        Facet::Stage => vec![title.stage.code().to_owned()],
        Facet::Genre => title
            .genres
            .iter()
            .map(|genre| genre.code().to_owned())
            .collect(),
        Facet::Country => title
            .countries
            .iter()
            .map(|country| country.code().to_owned())
            .collect(),
        Facet::Language => title
            .languages
            .iter()
            .map(|tag| tag.language().to_owned())
            .collect(),
        Facet::LookingFor => title
            .looking_for
            .iter()
            .map(|what| what.code().to_owned())
            .collect(),
        Facet::HasTrailer => vec![title.has_trailer().to_string()],
        Facet::CompanyCountry => company
            .country
            .iter()
            .map(|country| country.code().to_owned())
            .collect(),
        Facet::Company => vec![company.slug.to_string()],
        Facet::Right | Facet::Territory => Vec::new(),
    }
}

fn texts(title: &Title, company: &Company) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut add = |field, tag: Option<&LanguageTag>, text: &str| {
        texts.push(Text::new(field, tag.map(LanguageTag::as_str), text));
    };
    add(
        Field::Title,
        title.original_language.as_ref(),
        title.original.as_str(),
    );
    for (tag, name) in title.texts.titles.iter() {
        if name != &title.original {
            add(Field::Title, Some(tag), name.as_str());
        }
    }
    for (tag, names) in title.texts.aliases.iter() {
        names
            .iter()
            .for_each(|name| add(Field::Alias, Some(tag), name.as_str()));
    }
    for credit in &title.credits {
        add(Field::People, None, credit.name.as_str());
        credit
            .localised
            .iter()
            .for_each(|(tag, name)| add(Field::People, Some(tag), name.as_str()));
    }
    add(Field::Company, None, company.name.as_str());
    company
        .names
        .iter()
        .for_each(|(tag, name)| add(Field::Company, Some(tag), name.as_str()));
    title
        .genres
        .iter()
        .for_each(|genre| add(Field::Keywords, None, genre.label()));
    title
        .keywords
        .iter()
        .for_each(|keyword| add(Field::Keywords, None, keyword.as_str()));
    title
        .texts
        .loglines
        .iter()
        .for_each(|(tag, text)| add(Field::Logline, Some(tag), text.as_str()));
    title
        .texts
        .synopses
        .iter()
        .for_each(|(tag, text)| add(Field::Synopsis, Some(tag), text.as_str()));
    texts
}

/// What is free, whatever the language or the exclusivity: a buyer filters by right, territory and days.
fn free(title: &Title) -> Vec<FreeBox> {
    let mut boxes: Vec<FreeBox> = free_boxes(&title.avails, &title.grants)
        .into_iter()
        .map(|free| FreeBox {
            rights: free.rights.bits(),
            territories: *free.territories.words(),
            from: free.window.from().map_or(i32::MIN, day_number),
            until: free.window.until().map_or(i32::MAX, day_number),
        })
        .collect();
    boxes.sort();
    boxes.dedup();
    boxes
}

/// How many of the things a buyer looks for are there: 0 to 12.
fn completeness(title: &Title) -> u8 {
    let has = |kind| title.materials_of(kind).next().is_some();
    [
        !title.texts.loglines.is_empty(),
        !title.texts.synopses.is_empty(),
        !title.texts.titles.is_empty(),
        has(MaterialKind::KeyArt),
        has(MaterialKind::Still),
        has(MaterialKind::Trailer),
        has(MaterialKind::Deck),
        !title.credits.is_empty(),
        !title.genres.is_empty(),
        !title.avails.is_empty(),
        title.runtime.is_some() || title.episodes.is_some(),
        !title.looking_for.is_empty() || !title.festivals.is_empty(),
    ]
    .into_iter()
    .map(u8::from)
    .sum()
}
