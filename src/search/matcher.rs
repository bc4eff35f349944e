//! Which documents match the text, and how well.
//!
//! Where a unit of several tokens occurs, the occurrences of each token, moved back by its offset, meet at
//! the same spot. The rarest unit goes first, and the others are read only for the documents it leaves.

use crate::builder::VARIANT;
use crate::bytes::varint;
use crate::index::Index;
use crate::occurrence::{Docs, Occurrence, class};
use crate::parse::{Alternative, Parsed, Step, Unit};
use crate::query::Matched;
use crate::rank::{self, Found};

/// What the text matches: documents with their keys in the order of documents, or `None` when it asks
/// for nothing.
pub fn find(
    index: &Index,
    parsed: &Parsed,
    named: &[usize],
    by_digits: bool,
) -> (Option<Vec<Found>>, Matched) {
    let words = parsed.units.len() as u32;
    let mut matched = Matched {
        words,
        matched: words,
        unknown: Vec::new(),
        cut: parsed.cut,
    };
    if parsed.units.is_empty() && parsed.excluded.is_empty() && named.is_empty() {
        return (None, matched);
    }
    let mut found = match parsed.units.as_slice() {
        [] => (0..index.len() as u32).map(|doc| (0, doc)).collect(),
        [only] if only.alternatives.iter().all(|one| one.steps.len() == 1) => find_one(index, only),
        units => find_all(index, units),
    };
    if found.is_empty() && named.is_empty() && !parsed.units.is_empty() {
        found = find_most(index, &parsed.units, &mut matched);
    }
    add_named(&mut found, named, by_digits, words);
    if !parsed.excluded.is_empty() {
        let mut out = Docs::none(index.len());
        for unit in &parsed.excluded {
            occurrences(index, unit, None)
                .iter()
                .for_each(|one| out.insert(one.doc()));
        }
        found.retain(|&(_, doc)| !out.contains(doc));
    }
    (Some(found), matched)
}

/// Adds the documents that the text names by an identifier, before all others; after them when the
/// identifier is only digits, which are as often a title (`1900`).
fn add_named(found: &mut Vec<Found>, named: &[usize], by_digits: bool, words: u32) {
    if named.is_empty() {
        return;
    }
    let last = rank::missing(u64::from(words) + 1);
    for &doc in named {
        let doc = doc as u32;
        match found.binary_search_by_key(&doc, |one| one.1) {
            Ok(at) if !by_digits => found[at].0 = 0,
            Ok(_) => {}
            Err(at) => found.insert(at, (if by_digits { last } else { 0 }, doc)),
        }
    }
}

/// One unit of single tokens, the most frequent case: the best occurrence of each document, with no list
/// of them all.
fn find_one(index: &Index, unit: &Unit) -> Vec<Found> {
    let mut best = vec![u32::MAX; index.len()];
    for step in unit.alternatives.iter().flat_map(|one| &one.steps) {
        for (term, class) in terms(index, step) {
            each_posting(index.postings(term), |doc, places| {
                let Some(slot) = best.get_mut(doc as usize) else {
                    return;
                };
                each_place(places, |field, position, ends| {
                    *slot = (*slot).min(rank::pack(class, field, ends == 0b11, position));
                });
            });
        }
    }
    let found = best
        .iter()
        .enumerate()
        .filter(|&(_, &best)| best != u32::MAX);
    found
        .map(|(doc, &best)| (rank::key_of_one(index, doc, best), doc as u32))
        .collect()
}

/// The documents that match all units.
fn find_all(index: &Index, units: &[Unit]) -> Vec<Found> {
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_cached_key(|&u| units.get(u).map_or(0, |unit| cost(index, unit)));
    let mut all = vec![Vec::new(); units.len()];
    let mut candidates: Option<Docs> = None;
    for u in order {
        let own = occurrences(index, &units[u], candidates.as_ref());
        if own.is_empty() {
            return Vec::new();
        }
        candidates = Some(Docs::of(index.len(), &own));
        all[u] = own;
    }
    let spans: Vec<u64> = units.iter().map(span).collect();
    let candidates = candidates.unwrap_or_else(|| Docs::none(0));
    rank::merge(index, &all, &spans, |doc, _| candidates.contains(doc))
}

/// The documents that match the most units.
fn find_most(index: &Index, units: &[Unit], matched: &mut Matched) -> Vec<Found> {
    let all: Vec<Vec<Occurrence>> = units
        .iter()
        .map(|unit| occurrences(index, unit, None))
        .collect();
    let mut counts = vec![0_u8; index.len()];
    for (unit, own) in units.iter().zip(&all) {
        if own.is_empty() {
            matched.unknown.push(unit.typed.clone());
        }
        for same in own.chunk_by(|a, b| a.doc() == b.doc()) {
            if let Some(count) = same
                .first()
                .and_then(|one| counts.get_mut(one.doc() as usize))
            {
                *count += 1;
            }
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    matched.matched = u32::from(most);
    if most == 0 {
        return Vec::new();
    }
    let spans: Vec<u64> = units.iter().map(span).collect();
    rank::merge(index, &all, &spans, |doc, _| {
        counts.get(doc as usize) == Some(&most)
    })
}

fn span(unit: &Unit) -> u64 {
    unit.alternatives
        .first()
        .map_or(1, |one| u64::from(one.span))
}

/// About how much there is to read for a unit.
fn cost(index: &Index, unit: &Unit) -> usize {
    let step = |step: &Step| {
        terms(index, step)
            .into_iter()
            .map(|(term, _)| index.postings(term).len())
            .sum::<usize>()
    };
    unit.alternatives
        .iter()
        .map(|one| one.steps.iter().map(step).min().unwrap_or(0))
        .sum()
}

/// Where a unit occurs, in order, once a spot; in the given documents only.
fn occurrences(index: &Index, unit: &Unit, within: Option<&Docs>) -> Vec<Occurrence> {
    match unit.alternatives.as_slice() {
        [only] => of_alternative(index, only, within),
        several => {
            let mut all: Vec<Occurrence> = several
                .iter()
                .flat_map(|one| of_alternative(index, one, within))
                .collect();
            all.sort_unstable();
            all.dedup_by_key(|one| one.spot());
            all
        }
    }
}

fn of_alternative(
    index: &Index,
    alternative: &Alternative,
    within: Option<&Docs>,
) -> Vec<Occurrence> {
    let steps = alternative.steps.as_slice();
    if let [only] = steps {
        return of_step(index, only, within);
    }
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        let cost = terms(index, step)
            .into_iter()
            .map(|(term, _)| index.postings(term).len())
            .sum();
        if cost == 0 {
            return Vec::new();
        }
        order.push((cost, i));
    }
    order.sort_unstable();
    let mut met: Option<Vec<Occurrence>> = None;
    let mut left: Option<Docs> = None;
    for (_, i) in order {
        let own = moved_back(
            of_step(index, &steps[i], left.as_ref().or(within)),
            steps,
            i,
        );
        let both = match met {
            Some(met) => meet(&met, &own),
            None => own,
        };
        if both.is_empty() {
            return both;
        }
        left = Some(Docs::of(index.len(), &both));
        met = Some(both);
    }
    met.unwrap_or_default()
}

/// Occurrences of one step as occurrences of the whole: only the first step says whether that begins its
/// text, and only the last whether it ends it.
fn moved_back(own: Vec<Occurrence>, steps: &[Step], i: usize) -> Vec<Occurrence> {
    let (first, last) = (i == 0, i + 1 == steps.len());
    own.into_iter()
        .filter_map(|one| one.moved_back(steps[i].offset, first, last))
        .collect()
}

/// The spots that two sorted lists share; the worse class counts.
fn meet(a: &[Occurrence], b: &[Occurrence]) -> Vec<Occurrence> {
    let (mut i, mut j) = (0, 0);
    let mut both = Vec::new();
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.spot().cmp(&y.spot()) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both.push(x.and(*y));
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    both
}

fn of_step(index: &Index, step: &Step, within: Option<&Docs>) -> Vec<Occurrence> {
    let terms = terms(index, step);
    let mut all = Vec::new();
    for &(term, class) in &terms {
        each_posting(index.postings(term), |doc, places| {
            if within.is_none_or(|docs| docs.contains(doc)) && (doc as usize) < index.len() {
                each_place(places, |field, position, ends| {
                    all.push(Occurrence::new(doc, field, position, ends, class));
                });
            }
        });
    }
    if terms.len() > 1 {
        all.sort_unstable();
        all.dedup_by_key(|one| one.spot());
    }
    all
}

/// The tokens that a step stands for, with how they agree.
fn terms(index: &Index, step: &Step) -> Vec<(usize, u64)> {
    let mut list = Vec::new();
    let folded = step.folded.as_bytes();
    if let Some(term) = index.term(&step.folded) {
        list.push((
            term,
            if step.exact == step.folded {
                class::EXACT
            } else {
                class::FOLDED
            },
        ));
    }
    let after = |last: u8| [folded, &[last]].concat();
    let spelling = |token: &[u8]| {
        token
            .iter()
            .position(|&byte| byte == VARIANT as u8)
            .map(|at| at + 1)
    };
    index.terms_between(
        &after(VARIANT as u8),
        &after(VARIANT as u8 + 1),
        |token, term| {
            let is_exact = token.get(folded.len() + 1..) == Some(step.exact.as_bytes());
            list.push((
                term,
                if is_exact {
                    class::EXACT
                } else {
                    class::FOLDED
                },
            ));
        },
    );
    if !step.prefix {
        return list;
    }
    let (from, to) = (after(VARIANT as u8 + 1), after(0xff));
    if step.exact == step.folded {
        // Which spellings begin with it is not worth reading them: those without accents do.
        let spelled = |term| {
            if index.is_variant(term) {
                class::FOLDED_PREFIX
            } else {
                class::PREFIX
            }
        };
        list.extend(
            (index.first_term(&from)..index.first_term(&to)).map(|term| (term, spelled(term))),
        );
    } else {
        index.terms_between(&from, &to, |token, term| {
            let is_exact = spelling(token)
                .and_then(|at| token.get(at..))
                .is_some_and(|exact| exact.starts_with(step.exact.as_bytes()));
            list.push((
                term,
                if is_exact {
                    class::PREFIX
                } else {
                    class::FOLDED_PREFIX
                },
            ));
        });
    }
    list
}

#[inline]
fn each_posting(mut bytes: &[u8], mut each: impl FnMut(u32, &[u8])) {
    let mut doc = 0_u32;
    while let (Some(step), Some(len)) = (varint(&mut bytes), varint(&mut bytes)) {
        let Some((places, rest)) = bytes.split_at_checked(len as usize) else {
            return;
        };
        doc = doc.wrapping_add(step);
        bytes = rest;
        each(doc, places);
    }
}

#[inline]
fn each_place(mut places: &[u8], mut each: impl FnMut(u32, u32, u32)) {
    let (mut field, mut position) = (0_u32, 0_u32);
    while let Some(number) = varint(&mut places) {
        let step = number >> 2;
        if step & 0b111 != 0 {
            field += step & 0b111;
            position = 0;
        }
        position = position.wrapping_add(step >> 3);
        each(field.min(6), position.min((1 << 22) - 1), number & 0b11);
    }
}
