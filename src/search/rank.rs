//! The order of what was found.
//!
//! A match becomes one number, the lower the better; from its highest bits down: words missing, classes of
//! agreement, fields, proximity, whole text, position, boost, completeness. Documents are numbered newest
//! first and then by slug, so their number decides between equals.

use crate::index::Index;
use crate::occurrence::Occurrence;
use crate::query::{Query, Sort};

/// A key and a document.
pub type Found = (u64, u32);

/// Beyond this distance words stand in no relation.
const FAR: u64 = 15;
/// No more occurrences of a word are looked at in one document: the work for each is bounded.
const LOOKED_AT: usize = 24;

/// A match as its key has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Match {
    pub missing: u64,
    /// Sums over the words.
    pub classes: u64,
    pub fields: u64,
    pub proximity: u64,
    /// Whether the query is all of a text.
    pub whole: bool,
    /// Of the first word.
    pub position: u64,
}

impl Match {
    pub fn key(&self, (boost, completeness): (u8, u8)) -> u64 {
        let mut key = self.missing.min(63);
        for (bits, value) in [
            (8, self.classes),
            (8, self.fields),
            (9, self.proximity),
            (1, u64::from(!self.whole)),
            (8, self.position),
            (8, u64::from(255 - boost)),
            (8, u64::from(255 - completeness)),
        ] {
            key = key << bits | value.min((1 << bits) - 1);
        }
        key
    }
}

/// A key for what only an identifier or nothing but fewer words found.
pub fn missing(words: u64) -> u64 {
    Match {
        missing: words,
        ..Match::default()
    }
    .key((255, 255))
}

/// An occurrence as a number to compare: class, field, whole text, position.
#[inline]
pub fn pack(class: u64, field: u32, whole: bool, position: u32) -> u32 {
    (class as u32) << 26 | field << 23 | u32::from(!whole) << 22 | position.min((1 << 22) - 1)
}

/// The key of a match of one word, by its best occurrence.
pub fn key_of_one(index: &Index, doc: usize, best: u32) -> u64 {
    let found = Match {
        missing: 0,
        classes: u64::from(best >> 26),
        fields: u64::from(best >> 23 & 0b111),
        proximity: 0,
        whole: best >> 22 & 1 == 0,
        position: u64::from(best & ((1 << 22) - 1)),
    };
    found.key(index.weights(doc))
}

/// Walks through the occurrences of all units, which are in the order of documents, and gives each wanted
/// document its key.
pub fn merge(
    index: &Index,
    units: &[Vec<Occurrence>],
    spans: &[u64],
    wanted: impl Fn(u32, usize) -> bool,
) -> Vec<Found> {
    let mut at = vec![0_usize; units.len()];
    let mut own: Vec<&[Occurrence]> = vec![&[]; units.len()];
    let mut found = Vec::new();
    loop {
        let heads = units.iter().zip(&at).filter_map(|(unit, &at)| unit.get(at));
        let Some(doc) = heads.map(|one| one.doc()).min() else {
            return found;
        };
        let mut present = 0;
        for ((unit, at), own) in units.iter().zip(&mut at).zip(&mut own) {
            let rest = unit.get(*at..).unwrap_or_default();
            let count = rest.iter().take_while(|one| one.doc() == doc).count();
            *own = rest.get(..count).unwrap_or_default();
            *at += count;
            present += usize::from(count > 0);
        }
        if wanted(doc, present) {
            found.push((score(&own, spans).key(index.weights(doc as usize)), doc));
        }
    }
}

fn score(units: &[&[Occurrence]], spans: &[u64]) -> Match {
    let mut all = Match::default();
    let mut before: Option<(&[Occurrence], u64)> = None;
    let mut first = true;
    for (&unit, &span) in units.iter().zip(spans) {
        let best = unit.iter().map(|one| {
            pack(
                one.class(),
                one.field() as u32,
                whole_alone(one),
                one.position() as u32,
            )
        });
        let Some(best) = best.min() else {
            all.missing += 1;
            continue;
        };
        all.classes += u64::from(best >> 26);
        all.fields += u64::from(best >> 23 & 0b111);
        if first {
            all.position = u64::from(best & ((1 << 22) - 1));
            all.whole = best >> 22 & 1 == 0;
            first = false;
        }
        if let Some((before, span)) = before {
            all.proximity += proximity(before, span, unit);
        }
        before = Some((unit, span));
    }
    if units.len() > 1 {
        all.whole = all.missing == 0 && all.proximity == 0 && is_whole(units, spans);
    }
    all
}

fn whole_alone(one: &Occurrence) -> bool {
    one.at_start() && one.at_end()
}

/// How many positions too far the second stands from the end of the first; before it is farther.
fn proximity(a: &[Occurrence], span: u64, b: &[Occurrence]) -> u64 {
    let mut least = FAR;
    for x in a.iter().take(LOOKED_AT) {
        for y in b.iter().take(LOOKED_AT).filter(|y| y.field() == x.field()) {
            let (end, start) = (x.position() + span, y.position());
            least = least.min(if start >= end {
                start - end
            } else {
                end - start + 1
            });
        }
    }
    least
}

/// Whether the units one after the other are a text from its start to its end.
fn is_whole(units: &[&[Occurrence]], spans: &[u64]) -> bool {
    let Some((&first, rest)) = units.split_first() else {
        return false;
    };
    first
        .iter()
        .take(LOOKED_AT)
        .filter(|one| one.at_start())
        .any(|one| {
            let mut spot = one.spot();
            let mut last = *one;
            for (unit, span) in rest.iter().zip(spans) {
                spot += span;
                match unit.binary_search_by_key(&spot, |one| one.spot()) {
                    Ok(at) => last = unit[at],
                    Err(_) => return false,
                }
            }
            last.at_end()
        })
}

/// The documents of the page, in order. `found` is in the order of documents.
pub fn page(index: &Index, query: &Query, mut found: Vec<Found>) -> Vec<u32> {
    match query.sort {
        Sort::Relevance => {}
        Sort::Newest => found.iter_mut().for_each(|one| one.0 = 0),
        Sort::By {
            index: sort,
            descending,
        } => {
            let ranks = index.sorts.get(sort);
            for one in &mut found {
                one.0 = match ranks.and_then(|ranks| ranks.get(one.1 as usize)) {
                    None => 0,
                    // Absent: last in either direction.
                    Some(&u32::MAX) => u64::MAX,
                    Some(&rank) if descending => u64::from(u32::MAX - rank),
                    Some(&rank) => u64::from(rank),
                };
            }
        }
    }
    let start = query.offset as usize;
    if start >= found.len() || query.limit == 0 {
        return Vec::new();
    }
    let end = start.saturating_add(query.limit as usize);
    if end < found.len() {
        found.select_nth_unstable(end);
        found.truncate(end);
    }
    found.sort_unstable();
    found.into_iter().skip(start).map(|(_, doc)| doc).collect()
}
