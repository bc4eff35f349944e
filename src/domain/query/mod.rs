//! What a visitor asks of the catalogue. The URL of a list is this value written out, and back.

mod facet;
mod url;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use facet::{Facet, RangeFacet, Span};
pub use url::{Parsed, Problem, encode, pairs, parameters, whole};

use crate::ParseError;
use crate::code::codes;
use crate::date::Date;

/// Hits on one page of the catalogue, unless the query says otherwise.
pub const PER_PAGE: u32 = 48;
/// The most hits one page can hold.
pub const MAX_PER_PAGE: u32 = 100;
/// The last page that can be asked for.
pub const MAX_PAGE: u32 = 100_000;
/// The most values one facet can be narrowed to at a time.
pub const MAX_VALUES: usize = 100;

codes! {
    /// The order of a list. Ties end in the slug.
    pub enum Sort("sort") {
        Relevance = "relevance", "Relevance";
        Newest = "newest", "Newest first";
        Title = "title", "Title";
        Year = "year", "Year";
        Budget = "budget", "Budget";
    }
}

codes! {
    /// How a list is shown.
    pub enum View("view") {
        Posters = "posters", "Posters";
        List = "list", "List";
    }
}

/// The words of a search: 1 to 500 characters, not only white space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SearchText(String);

impl SearchText {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SearchText {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let trimmed = given.trim();
        let right = (1..=500).contains(&trimmed.chars().count()) && !trimmed.contains('\0');
        if right {
            Ok(Self(trimmed.to_owned()))
        } else {
            Err(ParseError::new("search", given, "1 to 500 characters"))
        }
    }
}

impl TryFrom<String> for SearchText {
    type Error = ParseError;

    fn try_from(given: String) -> Result<Self, ParseError> {
        given.parse()
    }
}

impl From<SearchText> for String {
    fn from(text: SearchText) -> String {
        text.0
    }
}

impl fmt::Display for SearchText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A query of the catalogue: words, facets (OR inside one, AND across), ranges, availability, order and
/// page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueQuery {
    pub text: Option<SearchText>,
    /// The chosen values by their codes; no entry is empty.
    pub chosen: BTreeMap<Facet, BTreeSet<String>>,
    /// No entry is open at both ends.
    pub spans: BTreeMap<RangeFacet, Span>,
    /// The rights have to be free from this day on …
    pub from: Option<Date>,
    /// … until this one.
    pub until: Option<Date>,
    /// `None` is the order that fits: relevance where there are words, else newest first.
    pub sort: Option<Sort>,
    /// From 1.
    pub page: u32,
    pub per_page: u32,
    pub view: View,
}

impl Default for CatalogueQuery {
    fn default() -> Self {
        Self {
            text: None,
            chosen: BTreeMap::new(),
            spans: BTreeMap::new(),
            from: None,
            until: None,
            sort: None,
            page: 1,
            per_page: PER_PAGE,
            view: View::Posters,
        }
    }
}

impl CatalogueQuery {
    /// The order the list is in.
    pub fn order(&self) -> Sort {
        match self.sort {
            Some(Sort::Relevance) | None if self.text.is_some() => Sort::Relevance,
            Some(Sort::Relevance) | None => Sort::Newest,
            Some(other) => other,
        }
    }

    pub fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        self.chosen
            .get(&facet)
            .is_some_and(|values| values.contains(value))
    }

    /// How many restrictions there are besides the words.
    pub fn restrictions(&self) -> usize {
        self.chosen.values().map(BTreeSet::len).sum::<usize>()
            + self.spans.len()
            + usize::from(self.from.is_some() || self.until.is_some())
    }

    /// The same with one value more. `value` is a code as [`Facet::parse`] gives it.
    pub fn with(mut self, facet: Facet, value: impl Into<String>) -> Self {
        self.chosen.entry(facet).or_default().insert(value.into());
        self.first_page()
    }

    /// The same with one value less.
    pub fn without(mut self, facet: Facet, value: &str) -> Self {
        if let Some(values) = self.chosen.get_mut(&facet) {
            values.remove(value);
            if values.is_empty() {
                self.chosen.remove(&facet);
            }
        }
        self.first_page()
    }

    pub fn without_span(mut self, range: RangeFacet) -> Self {
        self.spans.remove(&range);
        self.first_page()
    }

    pub fn without_window(mut self) -> Self {
        self.from = None;
        self.until = None;
        self.first_page()
    }

    /// Words, order and view alone.
    pub fn without_restrictions(self) -> Self {
        Self {
            text: self.text,
            sort: self.sort,
            per_page: self.per_page,
            view: self.view,
            ..Self::default()
        }
    }

    pub fn without_text(mut self) -> Self {
        self.text = None;
        self.first_page()
    }

    pub fn on_page(mut self, page: u32) -> Self {
        self.page = page;
        self
    }

    pub fn sorted(mut self, sort: Sort) -> Self {
        self.sort = Some(sort);
        self.first_page()
    }

    pub fn viewed(mut self, view: View) -> Self {
        self.view = view;
        self
    }

    fn first_page(self) -> Self {
        self.on_page(1)
    }
}
