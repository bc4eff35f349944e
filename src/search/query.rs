//! What is asked and what comes back.

use serde::{Deserialize, Serialize};

use crate::document::Territories;
use crate::index::{Hit, Index};
use crate::{builder, facets, matcher, parse, rank};

/// A query. Whatever stands in it, the answer is a page: what is beyond the schema or beyond the end is
/// not an error. `Query::default()` asks for no hits (`limit` 0) of the whole catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// What a person typed. Every word must match, the last one as a prefix; `"several words"` must stand
    /// next to each other, `-word` and `-"several words"` must not match. Where scripts do not part words
    /// (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar) a run matches wherever it stands, substrings included.
    /// An identifier matches its title. Only the first 500 characters and 32 words are looked at.
    ///
    /// When no document matches every word, those that match the most words are found, and
    /// [`Page::matched`] says so. Text without any word finds texts that are just these signs (`!!!`);
    /// nothing but blanks, quotes and hyphens is no text at all, since it is how a phrase or an exclusion begins.
    pub text: String,
    /// By index of the facet: the codes selected. Several are OR, facets among each other AND.
    pub facets: Vec<Vec<String>>,
    /// By index of the range: least and greatest, both inclusive. A document without a number does not
    /// match a bound.
    pub ranges: Vec<(Option<i64>, Option<i64>)>,
    pub avail: AvailFilter,
    pub sort: Sort,
    /// How many hits to skip.
    pub offset: u32,
    /// How many hits to hand back.
    pub limit: u32,
    /// Whether to count facets, rights, territories and ranges.
    pub counts: bool,
}

/// What must be free. A document matches when one [`FreeBox`](crate::FreeBox) of it fits all that is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AvailFilter {
    /// Any of these rights; 0 is any right.
    pub rights: u64,
    /// In any of these territories; all zero is anywhere.
    pub territories: Territories,
    /// The box's window covers the days from here …
    pub from: Option<i32>,
    /// … to here, both inclusive; one of them alone is a window of one day.
    pub until: Option<i32>,
}

impl AvailFilter {
    /// Whether nothing is asked, so that documents without anything free match as well.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The order of the hits. Every order ends with the newest first, then by slug.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Best match first; without text the same as `Newest`.
    ///
    /// In this order: words matched, exactness (a whole word above a prefix, the form as typed above a
    /// folded one), field, proximity and order, the whole text above a part of it, position, boost,
    /// completeness, newest, slug.
    #[default]
    Relevance,
    /// [`Document::newest`](crate::Document::newest), highest first.
    Newest,
    /// One of the schema's sorts by its index; beyond the schema the same as `Newest`.
    By { index: usize, descending: bool },
}

/// The answer. Counts are exact and empty unless [`Query::counts`] is set. Each facet, the rights, the
/// territories and each range are counted over the documents that match everything but their own selection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Page<'i> {
    /// How many documents match.
    pub total: u32,
    pub hits: Vec<Hit<'i>>,
    /// By index of the facet: its values that have a count, highest count first, then by value.
    pub facets: Vec<Vec<(&'i str, u32)>>,
    /// By bit of [`FreeBox::rights`](crate::FreeBox::rights): 64 counts.
    pub rights: Vec<u32>,
    /// By bit of [`FreeBox::territories`](crate::FreeBox::territories): 320 counts.
    pub territories: Vec<u32>,
    /// By index of the range: its buckets, as [`RangeDef::edges`](crate::RangeDef::edges) says.
    pub ranges: Vec<Vec<u32>>,
    pub matched: Matched,
}

/// How much of the text was matched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Matched {
    /// How many words and phrases the text has, exclusions aside.
    pub words: u32,
    /// How many of them every hit matches: fewer than `words` when no document had them all.
    pub matched: u32,
    /// The words that no document has, as typed (given only when `matched` is fewer than `words`).
    pub unknown: Vec<String>,
    /// Whether the text was longer than what is looked at.
    pub cut: bool,
}

impl Matched {
    /// Whether a page should say that its hits match only some of the words.
    pub fn is_partial(&self) -> bool {
        self.matched < self.words
    }
}

impl Index {
    /// Answers a query.
    pub fn search(&self, query: &Query) -> Page<'_> {
        let parsed = parse::parse(&query.text);
        let start: String = query.text.chars().take(parse::MAX_CHARS).collect();
        let name = builder::normal_name(&start);
        let mut named: Vec<usize> = self
            .named(&name)
            .filter(|&(_, searched)| searched)
            .map(|(doc, _)| doc)
            .collect();
        named.sort_unstable();
        named.dedup();
        let by_digits = name.bytes().all(|byte| byte.is_ascii_digit());
        let (found, matched) = matcher::find(self, &parsed, &named, by_digits);
        let (found, counts) = facets::filter(self, query, found);
        let total = found.len() as u32;
        let hits = rank::page(self, query, found)
            .into_iter()
            .map(|doc| self.entry(doc as usize))
            .collect();
        let counts = counts.unwrap_or_default();
        let facets = counts
            .facets
            .iter()
            .enumerate()
            .map(|(f, own)| facets::named(self, f, own))
            .collect();
        Page {
            total,
            hits,
            facets,
            rights: counts.rights,
            territories: counts.territories,
            ranges: counts.ranges,
            matched,
        }
    }
}
