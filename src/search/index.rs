//! An opened snapshot.
//!
//! Opening checks the checksum and the shape of every section, and unpacks only the columns that filters
//! and counts walk through; texts' postings, names and cards are read where they lie. What could not be
//! told from a damaged section is bounded when it is read, so that nothing panics.

use fst::{IntoStreamer, Streamer};
use serde::Serialize;

use crate::builder::{SEARCHED, normal_name};
use crate::bytes::{Table, u32_at, u32s, u64s};
use crate::facets::{Counts, count_everything};
use crate::opened::{FacetColumn, Free, RangeColumn, open_free, open_schema};
use crate::schema::{RangeDef, Schema};
use crate::snapshot::{FIXED, Section, Snapshot, SnapshotError, sections};

/// An index: answers queries about the documents of a snapshot, and never changes.
#[derive(Debug)]
pub struct Index {
    bytes: Vec<u8>,
    sections: Vec<(usize, usize)>,
    schema: Schema,
    len: usize,
    terms: fst::Map<Vec<u8>>,
    pub(crate) facets: Vec<FacetColumn>,
    pub(crate) ranges: Vec<RangeColumn>,
    pub(crate) sorts: Vec<Vec<u32>>,
    pub(crate) free: Free,
    /// The counts of the query without text and filters: the first page everyone sees.
    pub(crate) all_counts: Counts,
}

/// One document found. Texts are not kept in the index: [`highlight`](crate::highlight()) marks any string
/// that is displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Hit<'i> {
    pub key: &'i str,
    pub slug: &'i str,
    /// [`Document::card`](crate::Document::card).
    pub card: &'i [u8],
}

impl TryFrom<Snapshot> for Index {
    type Error = SnapshotError;

    fn try_from(snapshot: Snapshot) -> Result<Self, SnapshotError> {
        Self::open(snapshot.into_bytes())
    }
}

impl Index {
    /// Opens the bytes of a [`Snapshot`]. Bytes that are not one, or not one of this version, are refused.
    pub fn open(bytes: Vec<u8>) -> Result<Self, SnapshotError> {
        let sections = sections(&bytes)?;
        let damaged = SnapshotError::Damaged;
        if sections.len() < FIXED {
            return Err(damaged);
        }
        let section = |i: usize| slice(&bytes, &sections, i);
        let fixed = |section_of: Section| section(section_of as usize);
        let table = |section_of: Section| Table::open(fixed(section_of)).ok_or(damaged);
        let schema = open_schema(fixed(Section::Schema)).ok_or(damaged)?;
        let (facets, ranges, sorts) =
            (schema.facets.len(), schema.ranges.len(), schema.sorts.len());
        if sections.len() != FIXED + facets * 3 + ranges + sorts {
            return Err(damaged);
        }
        let len = table(Section::Keys)?.len();
        let terms = fst::Map::new(fixed(Section::Terms).to_vec()).map_err(|_| damaged)?;
        let names = table(Section::Names)?.len();
        let fits = [
            table(Section::Slugs)?.len() == len,
            table(Section::Cards)?.len() == len,
            fixed(Section::Weights).len() == len * 2,
            fixed(Section::Variants).len() == terms.len().div_ceil(8),
            fixed(Section::PostingOffsets).len() == (terms.len() + 1) * 4,
            fixed(Section::NameDocs).len() == names * 4,
        ];
        if fits.contains(&false) {
            return Err(damaged);
        }
        let facet = |f: usize| -> Option<FacetColumn> {
            let first = FIXED + f * 3;
            let values = Table::open(section(first))?.len();
            let (offsets, numbers) = (u32s(section(first + 1)), u32s(section(first + 2)));
            let counted = schema.facets.get(f)?.counted;
            let fits =
                offsets.len() == len + 1 && numbers.iter().all(|&value| (value as usize) < values);
            fits.then_some(FacetColumn {
                counted,
                values,
                offsets,
                numbers,
            })
        };
        let facets: Vec<_> = (0..facets)
            .map(facet)
            .collect::<Option<_>>()
            .ok_or(damaged)?;
        let range = |(r, def): (usize, &RangeDef)| -> Option<RangeColumn> {
            let numbers: Vec<i64> = u64s(section(FIXED + facets.len() * 3 + r))
                .into_iter()
                .map(u64::cast_signed)
                .collect();
            let bucket = |&number: &i64| match number {
                i64::MIN => u16::MAX,
                _ => def
                    .edges
                    .partition_point(|&edge| edge <= number)
                    .min(usize::from(u16::MAX) - 1) as u16,
            };
            let buckets = if def.edges.is_empty() {
                Vec::new()
            } else {
                numbers.iter().map(bucket).collect()
            };
            (numbers.len() == len).then(|| RangeColumn {
                edges: def.edges.clone(),
                numbers,
                buckets,
            })
        };
        let ranges: Vec<_> = schema
            .ranges
            .iter()
            .enumerate()
            .map(range)
            .collect::<Option<_>>()
            .ok_or(damaged)?;
        let sort = |s: usize| {
            Some(u32s(section(FIXED + facets.len() * 3 + ranges.len() + s)))
                .filter(|s| s.len() == len)
        };
        let sorts: Vec<_> = (0..sorts).map(sort).collect::<Option<_>>().ok_or(damaged)?;
        let free = open_free(&fixed, len).ok_or(damaged)?;
        let mut index = Self {
            sections,
            schema,
            len,
            terms,
            facets,
            ranges,
            sorts,
            free,
            all_counts: Counts::default(),
            bytes,
        };
        index.all_counts = count_everything(&index);
        Ok(index)
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The bytes it was opened from.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The document with this key, slug or identifier, looked for in this order. An identifier that several
    /// documents have gives the newest.
    pub fn get(&self, name: &str) -> Option<Hit<'_>> {
        let named: Vec<(usize, bool)> = self.named(&normal_name(name)).collect();
        let entries = || named.iter().map(|&(doc, _)| self.entry(doc));
        let identified = || {
            named
                .iter()
                .filter(|&&(_, searched)| searched)
                .map(|&(doc, _)| doc)
                .min()
        };
        let by_key = entries().find(|entry| entry.key == name);
        by_key
            .or_else(|| entries().find(|entry| entry.slug == name))
            .or_else(|| identified().map(|doc| self.entry(doc)))
    }

    /// Every value of a facet, sorted, used or not by what a query finds; empty beyond the schema.
    pub fn facet_values(&self, facet: usize) -> impl Iterator<Item = &str> {
        let table = self.facet_table(facet);
        (0..table.map_or(0, |table| table.len()))
            .filter_map(move |i| table.map(|table| table.text(i)))
    }

    /// The title's key, slug and card, by its number.
    pub(crate) fn entry(&self, doc: usize) -> Hit<'_> {
        let table = |section: Section| Table::trusted(self.section(section));
        Hit {
            key: table(Section::Keys).map_or("", |table| table.text(doc)),
            slug: table(Section::Slugs).map_or("", |table| table.text(doc)),
            card: table(Section::Cards)
                .and_then(|table| table.get(doc))
                .unwrap_or_default(),
        }
    }

    /// The documents with this name (without punctuation and case), and whether a search finds them by it.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = (usize, bool)> + use<'_> {
        let table = Table::trusted(self.section(Section::Names)).filter(|_| !name.is_empty());
        let docs = self.section(Section::NameDocs);
        let name = name.as_bytes().to_vec();
        let first = table.map_or(0, |table| table.lower_bound(&name));
        let len = self.len;
        (first..)
            .take_while(move |&i| {
                table
                    .and_then(|table| table.get(i))
                    .is_some_and(|bytes| bytes == name)
            })
            .filter_map(move |i| u32_at(docs, i))
            .map(|number| ((number & !SEARCHED) as usize, number & SEARCHED != 0))
            .filter(move |&(doc, _)| doc < len)
    }

    pub(crate) fn facet_table(&self, facet: usize) -> Option<Table<'_>> {
        self.schema.facets.get(facet)?;
        Table::trusted(slice(&self.bytes, &self.sections, FIXED + facet * 3))
    }

    /// Boost and completeness.
    pub(crate) fn weights(&self, doc: usize) -> (u8, u8) {
        match self.section(Section::Weights).get(doc * 2..doc * 2 + 2) {
            Some(&[boost, completeness]) => (boost, completeness),
            _ => (0, 0),
        }
    }

    /// The number of a token.
    pub(crate) fn term(&self, token: &str) -> Option<usize> {
        self.terms
            .get(token)
            .and_then(|number| usize::try_from(number).ok())
    }

    /// The number of the first token that is not less.
    pub(crate) fn first_term(&self, from: &[u8]) -> usize {
        let mut stream = self.terms.range().ge(from).into_stream();
        stream.next().map_or(self.terms.len(), |(_, number)| {
            usize::try_from(number).unwrap_or(usize::MAX)
        })
    }

    /// The tokens from one on up to but without another, with their numbers.
    pub(crate) fn terms_between(&self, from: &[u8], to: &[u8], mut each: impl FnMut(&[u8], usize)) {
        let mut stream = self.terms.range().ge(from).lt(to).into_stream();
        while let Some((token, number)) = stream.next() {
            each(token, usize::try_from(number).unwrap_or(usize::MAX));
        }
    }

    /// Whether the exact form of a token is another than its folded one.
    pub(crate) fn is_variant(&self, term: usize) -> bool {
        self.section(Section::Variants)
            .get(term / 8)
            .is_some_and(|byte| byte >> (term % 8) & 1 == 1)
    }

    /// The postings of a token.
    pub(crate) fn postings(&self, term: usize) -> &[u8] {
        let offsets = self.section(Section::PostingOffsets);
        match (u32_at(offsets, term), u32_at(offsets, term + 1)) {
            (Some(start), Some(end)) => self
                .section(Section::Postings)
                .get(start as usize..end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }

    fn section(&self, section: Section) -> &[u8] {
        slice(&self.bytes, &self.sections, section as usize)
    }
}

fn slice<'b>(bytes: &'b [u8], sections: &[(usize, usize)], i: usize) -> &'b [u8] {
    sections
        .get(i)
        .and_then(|&(offset, len)| bytes.get(offset..offset + len))
        .unwrap_or_default()
}
