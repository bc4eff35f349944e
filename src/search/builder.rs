//! Documents to snapshot.
//!
//! A document's tokens are grouped by token and encoded when it is added; nothing of it depends on the
//! numbers that documents and tokens get in the end, so finishing is two walks over these groups in the
//! final order: one sums up how long the postings of each token are, one copies them into place. No
//! sorting of all tokens, and one copy of the postings in memory beside the groups.
//!
//! The places of a token in a document: for each the number `((Δposition · 8 + Δfield) · 4 + start · 2 +
//! end)`, where a step to another field starts counting positions anew, and start and end say whether the
//! token stands at the beginning or at the end of its text.

use std::collections::HashMap;

use crate::bytes::{TableWriter, put_u32s, put_varint, varint, varint_len};
use crate::columns;
use crate::document::{Document, FreeBox, SortKey};
use crate::schema::Schema;
use crate::snapshot::{FIXED, Section, Snapshot};
use crate::words::Tokens;

/// Between two texts of a field, so that no phrase reaches from one into the next.
const GAP: u32 = 8;
/// Beyond this position in a field nothing is indexed.
const MAX_POSITION: u32 = 1 << 20;
/// Parts the folded form from the exact one in a token.
pub(crate) const VARIANT: char = '\u{1}';
/// Marks the names that a search finds.
pub(crate) const SEARCHED: u32 = 1 << 31;

/// Builds a snapshot from documents, in whatever order they are added: the same documents always give
/// the same bytes.
#[derive(Debug, Default)]
pub struct Builder {
    schema: Schema,
    docs: Vec<Doc>,
    /// The groups of all documents: token number, length of the places, places.
    groups: Vec<u8>,
    /// The cards of all documents.
    cards: Vec<u8>,
    terms: Interner<String>,
    facets: Vec<Interner<String>>,
    boxes: Interner<FreeBox>,
    lists: Interner<Vec<u32>>,
    scratch: Scratch,
}

#[derive(Debug)]
pub(crate) struct Doc {
    pub key: Box<str>,
    pub slug: Box<str>,
    pub names: Box<[Box<str>]>,
    newest: i64,
    groups: (usize, usize),
    card: (usize, usize),
    /// Per facet where its values end in this list, then the value numbers of all facets.
    pub facets: Box<[u32]>,
    pub numbers: Box<[Option<i64>]>,
    pub sorts: Box<[Option<SortKey>]>,
    pub list: u32,
    weights: [u8; 2],
}

#[derive(Debug, Default)]
struct Scratch {
    tokens: Tokens,
    folded: String,
    exact: String,
    /// (token, field, position, start and end) of a document.
    found: Vec<(u32, u8, u32, u8)>,
}

/// Values numbered in the order of their appearance.
#[derive(Debug)]
pub(crate) struct Interner<T> {
    pub numbers: HashMap<T, u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
        }
    }
}

impl<T: std::hash::Hash + Eq + Ord> Interner<T> {
    pub fn number<Q>(&mut self, value: &Q) -> u32
    where
        T: std::borrow::Borrow<Q>,
        Q: std::hash::Hash + Eq + ToOwned<Owned = T> + ?Sized,
    {
        if let Some(&number) = self.numbers.get(value) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(value.to_owned(), number);
        number
    }

    /// The values sorted, and for each number of appearance its place among them.
    pub fn sorted(self) -> (Vec<T>, Vec<u32>) {
        let mut places = vec![0; self.numbers.len()];
        let mut values: Vec<(T, u32)> = self.numbers.into_iter().collect();
        values.sort_unstable();
        let mut sorted = Vec::with_capacity(values.len());
        for (place, (value, number)) in values.into_iter().enumerate() {
            if let Some(slot) = places.get_mut(number as usize) {
                *slot = place as u32;
            }
            sorted.push(value);
        }
        (sorted, places)
    }
}

/// An identifier without punctuation and case. Empty when nothing is left.
pub(crate) fn normal_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl Builder {
    pub fn new(schema: Schema) -> Self {
        let facets = schema.facets.iter().map(|_| Interner::default()).collect();
        Self {
            schema,
            facets,
            ..Self::default()
        }
    }

    /// Adds a document.
    pub fn add(&mut self, document: Document) {
        let groups = self.add_texts(&document);
        let card = (self.cards.len(), self.cards.len() + document.card.len());
        self.cards.extend_from_slice(&document.card);
        let mut facets = vec![0; self.facets.len()];
        for (f, interner) in self.facets.iter_mut().enumerate() {
            let codes = document
                .facets
                .get(f)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let mut own: Vec<u32> = codes
                .iter()
                .map(|code| interner.number(code.as_str()))
                .collect();
            own.sort_unstable();
            own.dedup();
            facets.extend(own);
            facets[f] = facets.len() as u32;
        }
        let mut free = document.free;
        free.sort_unstable();
        free.dedup();
        let list: Vec<u32> = free.iter().map(|one| self.boxes.number(one)).collect();
        let mut names: Vec<Box<str>> = document
            .identifiers
            .iter()
            .map(|name| normal_name(name).into_boxed_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        self.docs.push(Doc {
            key: document.key.into_boxed_str(),
            slug: document.slug.into_boxed_str(),
            names: names.into_boxed_slice(),
            newest: document.newest,
            groups,
            card,
            facets: facets.into_boxed_slice(),
            numbers: document.numbers.into_boxed_slice(),
            sorts: document.sorts.into_boxed_slice(),
            list: self.lists.number(list.as_slice()),
            weights: [document.boost, document.completeness],
        });
    }

    /// Encodes the tokens of a document and says where.
    fn add_texts(&mut self, document: &Document) -> (usize, usize) {
        let Scratch {
            tokens,
            folded,
            exact,
            found,
        } = &mut self.scratch;
        found.clear();
        let mut next = [0_u32; 7];
        for text in &document.texts {
            let field = text.field as u8;
            let Some(base) = next.get_mut(usize::from(field)) else {
                continue;
            };
            tokens.cut(&text.text);
            for token in &tokens.list {
                let position = *base + token.position;
                if position > MAX_POSITION {
                    break;
                }
                folded.clear();
                exact.clear();
                tokens.forms(token, folded, exact);
                if folded != exact {
                    folded.push(VARIANT);
                    folded.push_str(exact);
                }
                let ends = u8::from(token.position == 0) << 1 | u8::from(tokens.is_last(token));
                found.push((self.terms.number(folded.as_str()), field, position, ends));
            }
            *base = base.saturating_add(tokens.positions).saturating_add(GAP);
        }
        found.sort_unstable();
        found.dedup();
        let start = self.groups.len();
        let mut places = Vec::new();
        for group in found.chunk_by(|a, b| a.0 == b.0) {
            places.clear();
            let (mut last_field, mut last) = (0, 0);
            for &(_, field, position, ends) in group {
                if field != last_field {
                    last = 0;
                }
                let step = (position - last) * 8 + u32::from(field - last_field);
                put_varint(&mut places, step << 2 | u32::from(ends));
                (last_field, last) = (field, position);
            }
            put_varint(&mut self.groups, group[0].0);
            put_varint(&mut self.groups, places.len() as u32);
            self.groups.extend_from_slice(&places);
        }
        (start, self.groups.len())
    }

    /// The snapshot of what was added.
    pub fn finish(mut self) -> Snapshot {
        self.docs.sort_by(|a, b| {
            (b.newest, &a.slug, &a.key, &a.groups).cmp(&(a.newest, &b.slug, &b.key, &b.groups))
        });
        let mut sections = vec![Vec::new(); FIXED];
        let mut set = |section: Section, bytes: Vec<u8>| {
            if let Some(slot) = sections.get_mut(section as usize) {
                *slot = bytes;
            }
        };
        set(Section::Schema, columns::schema_table(&self.schema));
        let (terms, places) = std::mem::take(&mut self.terms).sorted();
        let (offsets, postings) = postings(&self.docs, &self.groups, &places);
        self.groups = Vec::new();
        set(Section::PostingOffsets, offsets);
        set(Section::Postings, postings);
        set(Section::Variants, variants(&terms));
        set(Section::Terms, dictionary(terms));
        let table = |of: &dyn Fn(&Doc) -> Vec<u8>| {
            let mut table = TableWriter::default();
            self.docs.iter().for_each(|doc| table.push(&of(doc)));
            table.finish()
        };
        set(Section::Keys, table(&|doc| doc.key.as_bytes().to_vec()));
        set(Section::Slugs, table(&|doc| doc.slug.as_bytes().to_vec()));
        set(
            Section::Cards,
            table(&|doc| {
                self.cards
                    .get(doc.card.0..doc.card.1)
                    .unwrap_or_default()
                    .to_vec()
            }),
        );
        self.cards = Vec::new();
        set(
            Section::Weights,
            self.docs.iter().flat_map(|doc| doc.weights).collect(),
        );
        let (names, name_docs) = columns::names(&self.docs);
        set(Section::Names, names);
        set(Section::NameDocs, name_docs);
        let free = columns::free_sections(self.boxes, self.lists, &self.docs);
        for (section, bytes) in free {
            set(section, bytes);
        }
        let facets = self.facets.len();
        for (f, values) in self.facets.into_iter().enumerate() {
            sections.extend(columns::facet_sections(&self.docs, facets, f, values));
        }
        for r in 0..self.schema.ranges.len() {
            let number = |doc: &Doc| {
                doc.numbers
                    .get(r)
                    .copied()
                    .flatten()
                    .unwrap_or(i64::MIN)
                    .to_le_bytes()
            };
            sections.push(self.docs.iter().flat_map(number).collect());
        }
        for (s, sort) in self.schema.sorts.iter().enumerate() {
            sections.push(columns::ranks(&self.docs, s, sort.kind));
        }
        drop(self.docs);
        Snapshot::assemble(sections)
    }
}

/// Calls with each group of each document in order: document, token by its place in the dictionary, places.
fn each_group(docs: &[Doc], groups: &[u8], terms: &[u32], mut call: impl FnMut(u32, usize, &[u8])) {
    for (number, doc) in docs.iter().enumerate() {
        let mut rest = groups.get(doc.groups.0..doc.groups.1).unwrap_or_default();
        while let (Some(term), Some(len)) = (varint(&mut rest), varint(&mut rest)) {
            let Some((places, next)) = rest.split_at_checked(len as usize) else {
                return;
            };
            rest = next;
            if let Some(&term) = terms.get(term as usize) {
                call(number as u32, term as usize, places);
            }
        }
    }
}

fn postings(docs: &[Doc], groups: &[u8], terms: &[u32]) -> (Vec<u8>, Vec<u8>) {
    let mut last = vec![0_u32; terms.len()];
    let mut at = vec![0_usize; terms.len() + 1];
    each_group(docs, groups, terms, |doc, term, places| {
        let len = places.len();
        at[term + 1] += varint_len(doc - last[term]) + varint_len(len as u32) + len;
        last[term] = doc;
    });
    for i in 1..at.len() {
        at[i] += at[i - 1];
    }
    let mut offsets = Vec::with_capacity(at.len() * 4);
    put_u32s(
        &mut offsets,
        at.iter().map(|&end| u32::try_from(end).unwrap_or(u32::MAX)),
    );
    let mut out = vec![0; at.last().copied().unwrap_or(0)];
    let mut head = Vec::new();
    last.fill(0);
    each_group(docs, groups, terms, |doc, term, places| {
        head.clear();
        put_varint(&mut head, doc - last[term]);
        put_varint(&mut head, places.len() as u32);
        for part in [head.as_slice(), places] {
            out[at[term]..at[term] + part.len()].copy_from_slice(part);
            at[term] += part.len();
        }
        last[term] = doc;
    });
    (offsets, out)
}

fn variants(terms: &[String]) -> Vec<u8> {
    let mut bits = vec![0_u8; terms.len().div_ceil(8)];
    for (i, _) in terms
        .iter()
        .enumerate()
        .filter(|(_, term)| term.contains(VARIANT))
    {
        bits[i / 8] |= 1 << (i % 8);
    }
    bits
}

fn dictionary(terms: Vec<String>) -> Vec<u8> {
    let map = fst::Map::from_iter(terms.into_iter().zip(0_u64..));
    // The terms are sorted, different and written to memory: there is nothing to fail.
    map.unwrap_or_default().into_fst().into_inner()
}
