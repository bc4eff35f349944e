//! Filters and counts.
//!
//! A document's state says whether it passes all filters, all but one, or fewer: what passes is found, and
//! what passes all but one counts for that one's facet, since a facet's counts ignore its own selection.
//! Availability is looked at once for each list of boxes, not for each document.

use crate::document::{FreeBox, Territories};
use crate::index::Index;
use crate::query::{AvailFilter, Query};
use crate::rank::Found;
use crate::tally::Tally;

/// Counts by the numbers of values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub facets: Vec<Vec<u32>>,
    pub rights: Vec<u32>,
    pub territories: Vec<u32>,
    pub ranges: Vec<Vec<u32>>,
}

/// Passes everything.
const PASSES: u16 = 0;
/// Fails in two places or more. In between: fails in one, which is the state less one.
const FAILS: u16 = u16::MAX;

struct Filter<'i> {
    index: &'i Index,
    docs: &'i [Found],
    /// By place in `docs`.
    states: Vec<u16>,
    /// What is free, by list of boxes, or by place in `docs` when these are fewer; empty when it is neither
    /// asked for nor counted.
    listed: Vec<Listed>,
    by_place: bool,
}

/// What a list of boxes comes to under the filter.
#[derive(Clone, Copy)]
struct Listed {
    passes: bool,
    /// Free in the wanted territories and window.
    rights: u64,
    /// Where a wanted right is free in the window.
    territories: Territories,
}

/// What is asked of boxes.
struct Asked {
    rights: u64,
    territories: Territories,
    anywhere: bool,
    nothing: bool,
    /// The days that a window must cover: none when the first is after the last.
    days: Option<(i32, i32)>,
}

impl Asked {
    fn new(avail: &AvailFilter) -> Self {
        let days = avail.from.or(avail.until).zip(avail.until.or(avail.from));
        Self {
            rights: avail.rights,
            territories: avail.territories,
            anywhere: avail.territories == Territories::default(),
            nothing: avail.is_empty(),
            days,
        }
    }

    fn of(&self, list: &[FreeBox]) -> Listed {
        let mut all = Listed {
            passes: self.nothing,
            rights: 0,
            territories: Territories::default(),
        };
        for one in list {
            if self
                .days
                .is_some_and(|(from, until)| until < from || from < one.from || one.until < until)
            {
                continue;
            }
            let shared = one
                .territories
                .iter()
                .zip(&self.territories)
                .fold(0, |any, (a, b)| any | a & b);
            let there = self.anywhere || shared != 0;
            let right = self.rights == 0 || one.rights & self.rights != 0;
            all.passes |= there && right;
            if there {
                all.rights |= one.rights;
            }
            if right {
                all.territories
                    .iter_mut()
                    .zip(&one.territories)
                    .for_each(|(all, own)| *all |= own);
            }
        }
        all
    }
}

impl<'i> Filter<'i> {
    fn new(index: &'i Index, query: &Query, docs: &'i [Found]) -> Self {
        let mut filter = Self {
            index,
            docs,
            states: vec![PASSES; docs.len()],
            listed: Vec::new(),
            by_place: false,
        };
        if !query.avail.is_empty() || query.counts {
            filter.by_place = docs.len() < index.free.boxes.len();
            let asked = Asked::new(&query.avail);
            filter.listed = if filter.by_place {
                docs.iter()
                    .map(|&(_, doc)| asked.of(index.free.of(doc as usize)))
                    .collect()
            } else {
                index.free.boxes.iter().map(|list| asked.of(list)).collect()
            };
        }
        for (f, (codes, facet)) in query.facets.iter().zip(&index.facets).enumerate() {
            if let (false, Some(table)) = (codes.is_empty(), index.facet_table(f)) {
                let mut wanted = vec![false; facet.values];
                for code in codes {
                    let at = table.lower_bound(code.as_bytes());
                    if table.get(at) == Some(code.as_bytes()) {
                        wanted[at] = true;
                    }
                }
                filter.keep(f, |_, doc| {
                    facet.of(doc).iter().any(|&value| wanted[value as usize])
                });
            }
        }
        for (r, (&(low, high), range)) in query.ranges.iter().zip(&index.ranges).enumerate() {
            if low.is_some() || high.is_some() {
                // The least number stands for none.
                let (low, high) = (
                    low.unwrap_or(i64::MIN).max(i64::MIN + 1),
                    high.unwrap_or(i64::MAX),
                );
                let inside = |number: &i64| low <= *number && *number <= high;
                filter.keep(index.facets.len() + r, |_, doc| {
                    range.numbers.get(doc).is_some_and(inside)
                });
            }
        }
        if !query.avail.is_empty() {
            let listed = std::mem::take(&mut filter.listed);
            let by_place = filter.by_place;
            filter.keep(index.facets.len() + index.ranges.len(), |place, doc| {
                let at = if by_place {
                    place
                } else {
                    index.free.list(doc)
                };
                listed.get(at).is_some_and(|listed| listed.passes)
            });
            filter.listed = listed;
        }
        filter
    }

    /// Notes which documents fail the filter that stands at `at` among all.
    fn keep(&mut self, at: usize, passes: impl Fn(usize, usize) -> bool) {
        for (place, (state, &(_, doc))) in self.states.iter_mut().zip(self.docs).enumerate() {
            if *state != FAILS && !passes(place, doc as usize) {
                *state = if *state == PASSES {
                    at as u16 + 1
                } else {
                    FAILS
                };
            }
        }
    }

    fn count(&self) -> Counts {
        let mut counts = Counts::default();
        let candidates = Candidates::new(self);
        for (f, facet) in self.index.facets.iter().enumerate() {
            let mut own = vec![0_u32; if facet.counted { facet.values } else { 0 }];
            if facet.counted {
                candidates.of(f).for_each(|(_, doc)| {
                    facet
                        .of(doc)
                        .iter()
                        .for_each(|&value| own[value as usize] += 1);
                });
            }
            counts.facets.push(own);
        }
        for (r, range) in self.index.ranges.iter().enumerate() {
            let mut own = vec![
                0_u32;
                if range.edges.is_empty() {
                    0
                } else {
                    range.edges.len() + 1
                }
            ];
            if !range.edges.is_empty() {
                candidates
                    .of(self.index.facets.len() + r)
                    .for_each(|(_, doc)| {
                        if let Some(slot) = range
                            .buckets
                            .get(doc)
                            .and_then(|&bucket| own.get_mut(usize::from(bucket)))
                        {
                            *slot += 1;
                        }
                    });
            }
            counts.ranges.push(own);
        }
        self.count_avail(&candidates, &mut counts);
        counts
    }

    /// A list's rights are those that are free where and when asked, so a document whose only failure is
    /// availability counts for the rights, and the territories, that would let it pass.
    fn count_avail(&self, candidates: &Candidates, counts: &mut Counts) {
        let mut times = vec![0_u32; self.listed.len()];
        for (place, doc) in candidates.of(self.index.facets.len() + self.index.ranges.len()) {
            if let Some(slot) = times.get_mut(if self.by_place {
                place
            } else {
                self.index.free.list(doc)
            }) {
                *slot += 1;
            }
        }
        let (mut rights, mut territories) = (Tally::default(), Tally::default());
        for (listed, times) in self.listed.iter().zip(times) {
            rights.add([listed.rights], times);
            territories.add(listed.territories, times);
        }
        counts.rights = rights.counts();
        counts.territories = territories.counts();
    }
}

/// Documents and their places, put together once so that each facet walks through a plain list.
struct Candidates {
    passing: Vec<(u32, u32)>,
    /// With the state of what fails one filter.
    failing: Vec<(u16, (u32, u32))>,
}

impl Candidates {
    fn new(filter: &Filter<'_>) -> Self {
        let mut all = Self {
            passing: Vec::with_capacity(filter.docs.len()),
            failing: Vec::new(),
        };
        for (place, (&state, &(_, doc))) in (0_u32..).zip(filter.states.iter().zip(filter.docs)) {
            match state {
                PASSES => all.passing.push((place, doc)),
                FAILS => {}
                one => all.failing.push((one, (place, doc))),
            }
        }
        all.failing.sort_unstable();
        all
    }

    /// What passes everything but, perhaps, the filter that stands at `at` among all.
    fn of(&self, at: usize) -> impl Iterator<Item = (usize, usize)> {
        let own = at as u16 + 1;
        let first = self.failing.partition_point(|one| one.0 < own);
        let failing = self
            .failing
            .iter()
            .skip(first)
            .take_while(move |one| one.0 == own)
            .map(|one| one.1);
        self.passing
            .iter()
            .copied()
            .chain(failing)
            .map(|(place, doc)| (place as usize, doc as usize))
    }
}

/// The counts over all documents.
pub fn count_everything(index: &Index) -> Counts {
    let query = Query {
        counts: true,
        ..Query::default()
    };
    Filter::new(index, &query, &everything(index)).count()
}

fn everything(index: &Index) -> Vec<Found> {
    (0..index.len() as u32).map(|doc| (0, doc)).collect()
}

/// Keeps what passes the filters, and counts when the query asks for it. `found` are documents with
/// their keys, or all documents when it is `None`.
pub fn filter(
    index: &Index,
    query: &Query,
    found: Option<Vec<Found>>,
) -> (Vec<Found>, Option<Counts>) {
    let is_everything = found.is_none();
    let mut found = found.unwrap_or_else(|| everything(index));
    if is_unfiltered(index, query) {
        match (query.counts, is_everything) {
            (false, _) => return (found, None),
            (true, true) => return (found, Some(index.all_counts.clone())),
            (true, false) => {}
        }
    }
    let filter = Filter::new(index, query, &found);
    let counts = query.counts.then(|| filter.count());
    let states = filter.states;
    let mut state = states.iter();
    found.retain(|_| state.next() == Some(&PASSES));
    (found, counts)
}

fn is_unfiltered(index: &Index, query: &Query) -> bool {
    let facets = query
        .facets
        .iter()
        .take(index.facets.len())
        .all(Vec::is_empty);
    let ranges = query
        .ranges
        .iter()
        .take(index.ranges.len())
        .all(|&range| range == (None, None));
    facets && ranges && query.avail.is_empty()
}

/// The values of a facet that have a count, highest first, then by value.
pub fn named<'i>(index: &'i Index, facet: usize, counts: &[u32]) -> Vec<(&'i str, u32)> {
    let Some(table) = index.facet_table(facet) else {
        return Vec::new();
    };
    // Numbers are in the order of the values, so a stable sort by count leaves equals by value.
    let mut values: Vec<(usize, u32)> = counts
        .iter()
        .copied()
        .enumerate()
        .filter(|&(_, count)| count > 0)
        .collect();
    values.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    values
        .into_iter()
        .map(|(value, count)| (table.text(value), count))
        .collect()
}
