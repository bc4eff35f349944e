//! The facets a catalogue is narrowed by, and the values each takes.

use serde::{Deserialize, Serialize};

use crate::ParseError;
use crate::code::codes;
use crate::country::Country;
use crate::kinds::{Category, LookingFor, Stage};
use crate::language::LanguageTag;
use crate::right::Right;
use crate::slug::Slug;
use crate::territory::Territory;
use crate::title::Genre;

codes! {
    /// A facet by the name of its query parameter.
    pub enum Facet("facet") {
        Category = "category", "Category";
        Stage = "stage", "Stage";
        Genre = "genre", "Genre";
        Country = "country", "Country";
        Language = "language", "Language";
        LookingFor = "looking_for", "Looking for";
        Right = "right", "Right";
        Territory = "territory", "Territory";
        HasTrailer = "has_trailer", "Has trailer";
        CompanyCountry = "company_country", "Exhibitor country";
        Company = "company", "Exhibitor";
    }
}

codes! {
    /// A number the catalogue is narrowed by, as `…_min` and `…_max`.
    pub enum RangeFacet("range") {
        Year = "year", "Year";
        Runtime = "runtime", "Runtime";
        Budget = "budget", "Budget";
    }
}

impl Facet {
    /// The code of a value that is given by its code or its English name, ignoring case.
    pub fn parse(self, given: &str) -> Result<String, ParseError> {
        Ok(match self {
            Self::Category => given.parse::<Category>()?.code().to_owned(),
            Self::Stage => given.parse::<Stage>()?.code().to_owned(),
            Self::Genre => given.parse::<Genre>()?.code().to_owned(),
            Self::Country | Self::CompanyCountry => given.parse::<Country>()?.code().to_owned(),
            Self::Language => given.parse::<LanguageTag>()?.language().to_owned(),
            Self::LookingFor => given.parse::<LookingFor>()?.code().to_owned(),
            Self::Right => given.parse::<Right>()?.code().to_owned(),
            Self::Territory => given.parse::<Territory>()?.code().to_owned(),
            Self::HasTrailer => yes_or_no(given)?.to_owned(),
            Self::Company => given.parse::<Slug>()?.to_string(),
        })
    }

    /// Whether pages and API list its values with their counts: not the exhibitor, of whom there are too
    /// many to choose from a list.
    pub fn is_counted(self) -> bool {
        self != Self::Company
    }
}

fn yes_or_no(given: &str) -> Result<&'static str, ParseError> {
    match given.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "on" => Ok("true"),
        "false" | "no" | "0" => Ok("false"),
        _ => Err(ParseError::new("has_trailer", given, "true or false")),
    }
}

/// A stretch of numbers, both ends inclusive; at least one end is given, and they are in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    min: Option<i64>,
    max: Option<i64>,
}

impl Span {
    /// `Ok(None)` for a stretch without ends; fails when it ends before it begins.
    pub fn new(min: Option<i64>, max: Option<i64>) -> Result<Option<Self>, ParseError> {
        match (min, max) {
            (None, None) => Ok(None),
            (Some(low), Some(high)) if low > high => Err(ParseError::new(
                "range",
                &format!("{low} to {high}"),
                "a smaller number first, or only one of the two",
            )),
            _ => Ok(Some(Self { min, max })),
        }
    }

    pub fn min(self) -> Option<i64> {
        self.min
    }

    pub fn max(self) -> Option<i64> {
        self.max
    }
}

impl RangeFacet {
    /// The smallest and the largest number that can be asked for.
    pub fn bounds(self) -> (i64, i64) {
        match self {
            Self::Year => (1850, 2200),
            Self::Runtime => (0, 60_000),
            Self::Budget => (0, 10_000_000_000_000),
        }
    }

    /// What the numbers are counted in.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Year => "years",
            Self::Runtime => "minutes",
            Self::Budget => "US dollars",
        }
    }

    /// A whole number within the bounds.
    pub fn parse(self, given: &str) -> Result<i64, ParseError> {
        let (low, high) = self.bounds();
        let digits = given.trim();
        let plain =
            !digits.is_empty() && digits.len() <= 14 && digits.bytes().all(|b| b.is_ascii_digit());
        plain
            .then(|| digits.parse::<i64>().ok())
            .flatten()
            .filter(|number| (low..=high).contains(number))
            .ok_or_else(|| {
                ParseError::new(
                    self.code(),
                    given,
                    format!("a whole number from {low} to {high} ({})", self.unit()),
                )
            })
    }
}
