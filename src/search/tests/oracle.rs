//! What the engine should answer, document by document, with nothing clever: every text is cut again for
//! every query, and every count asks the whole question anew.

use super::*;
use crate::parse::{Alternative, Step, Unit, parse};
use crate::rank::Match;
use crate::words::Tokens;

pub struct Expected {
    pub total: u32,
    pub keys: Vec<String>,
    pub matched: (u32, u32),
    pub facets: Vec<Vec<(String, u32)>>,
    pub rights: Vec<u32>,
    pub territories: Vec<u32>,
    pub ranges: Vec<Vec<u32>>,
}

struct Word {
    text: usize,
    position: u32,
    folded: String,
    exact: String,
    start: bool,
    end: bool,
}

fn words(document: &Document) -> Vec<Word> {
    let mut all = Vec::new();
    let mut tokens = Tokens::default();
    for (text, of) in document.texts.iter().enumerate() {
        tokens.cut(&of.text);
        for token in &tokens.list {
            let mut word = Word {
                text,
                position: token.position,
                folded: String::new(),
                exact: String::new(),
                start: token.position == 0,
                end: token.position + token.span == tokens.positions,
            };
            tokens.forms(token, &mut word.folded, &mut word.exact);
            all.push(word);
        }
    }
    all
}

/// Where a unit stands in a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    class: u64,
    field: Field,
    part: bool,
    /// Counted over all texts of the field.
    position: u32,
    start: bool,
    end: bool,
}

fn class(step: &Step, word: &Word) -> Option<u64> {
    if step.folded == word.folded {
        return Some(if step.exact == word.exact { 0 } else { 1 });
    }
    if !step.prefix || !word.folded.starts_with(&step.folded) {
        return None;
    }
    let spelled = if step.exact == step.folded {
        word.exact == word.folded
    } else {
        word.exact != word.folded && word.exact.starts_with(&step.exact)
    };
    Some(if spelled { 2 } else { 3 })
}

fn places(document: &Document, words: &[Word], unit: &Unit) -> Vec<Place> {
    let mut bases = Vec::new();
    let mut tokens = Tokens::default();
    for (i, text) in document.texts.iter().enumerate() {
        let before = document.texts[..i]
            .iter()
            .filter(|other| other.field == text.field);
        let base = before.map(|other| {
            tokens.cut(&other.text);
            tokens.positions + 8
        });
        bases.push(base.sum::<u32>());
    }
    let mut all: Vec<Place> = Vec::new();
    let at = |text: usize, position: u32, alternative: &Alternative| -> Option<Place> {
        let mut worst = 0;
        let (mut start, mut end) = (false, false);
        for (i, step) in alternative.steps.iter().enumerate() {
            let here = words
                .iter()
                .filter(|word| word.text == text && word.position == position + step.offset);
            let (agreed, word) = here
                .filter_map(|word| Some((class(step, word)?, word)))
                .min_by_key(|&(class, word)| (!word.start, !word.end, class))?;
            worst = worst.max(agreed);
            if i == 0 {
                start = word.start;
            }
            end = word.end;
        }
        let field = document.texts[text].field;
        Some(Place {
            class: worst,
            field,
            part: !(start && end),
            position: bases[text] + position,
            start,
            end,
        })
    };
    for alternative in &unit.alternatives {
        for (text, _) in document.texts.iter().enumerate() {
            for position in 0..200 {
                all.extend(at(text, position, alternative));
            }
        }
    }
    // One for each spot: what covers more of its text, then the better class.
    all.sort_by_key(|place| {
        (
            place.field,
            place.position,
            !place.start,
            !place.end,
            place.class,
        )
    });
    all.dedup_by_key(|place| (place.field, place.position));
    all
}

fn score(units: &[Unit], found: &[Vec<Place>]) -> Match {
    let mut all = Match::default();
    let present: Vec<(&Unit, &Vec<Place>)> = units
        .iter()
        .zip(found)
        .filter(|(_, places)| !places.is_empty())
        .collect();
    all.missing = (units.len() - present.len()) as u64;
    for (i, (_, places)) in present.iter().enumerate() {
        let best = places.iter().min().unwrap();
        all.classes += best.class;
        all.fields += best.field as u64;
        if i == 0 {
            all.position = u64::from(best.position);
            all.whole = units.len() == 1 && !best.part;
        }
    }
    let span = |unit: &Unit| unit.alternatives[0].span;
    for pair in present.windows(2) {
        let mut least = 15;
        for a in pair[0].1 {
            for b in pair[1].1.iter().filter(|b| b.field == a.field) {
                let (end, start) = (a.position + span(pair[0].0), b.position);
                least = least.min(if start >= end {
                    start - end
                } else {
                    end - start + 1
                });
            }
        }
        all.proximity += u64::from(least);
    }
    if units.len() > 1 && all.missing == 0 {
        let chain = |first: &Place| {
            let mut last = *first;
            for (i, places) in found.iter().enumerate().skip(1) {
                let position = last.position + span(&units[i - 1]);
                match places
                    .iter()
                    .find(|place| place.field == last.field && place.position == position)
                {
                    Some(next) => last = *next,
                    None => return false,
                }
            }
            last.end
        };
        all.whole = found[0].iter().any(|first| first.start && chain(first));
    }
    all
}

struct Ignored {
    facet: Option<usize>,
    range: Option<usize>,
}

const NOTHING: Ignored = Ignored {
    facet: None,
    range: None,
};

fn passes(schema: &Schema, document: &Document, query: &Query, but: &Ignored) -> bool {
    for f in (0..schema.facets.len()).filter(|&f| but.facet != Some(f)) {
        let wanted = query.facets.get(f).cloned().unwrap_or_default();
        let own = document.facets.get(f).cloned().unwrap_or_default();
        if !wanted.is_empty() && !own.iter().any(|code| wanted.contains(code)) {
            return false;
        }
    }
    for r in (0..schema.ranges.len()).filter(|&r| but.range != Some(r)) {
        let (low, high) = query.ranges.get(r).copied().unwrap_or_default();
        let own = document.numbers.get(r).copied().flatten();
        let inside =
            |own: i64| low.is_none_or(|low| low <= own) && high.is_none_or(|high| own <= high);
        if (low.is_some() || high.is_some()) && !own.is_some_and(inside) {
            return false;
        }
    }
    query.avail.is_empty() || document.free.iter().any(|one| fits(one, &query.avail))
}

fn fits(one: &FreeBox, avail: &AvailFilter) -> bool {
    let days = match (avail.from, avail.until) {
        (None, None) => true,
        (Some(day), None) | (None, Some(day)) => one.from <= day && day <= one.until,
        (Some(from), Some(until)) => from <= until && one.from <= from && until <= one.until,
    };
    let there = one
        .territories
        .iter()
        .zip(&avail.territories)
        .any(|(a, b)| a & b != 0);
    days && (avail.rights == 0 || avail.rights & one.rights != 0)
        && (avail.territories == Territories::default() || there)
}

pub fn search(schema: &Schema, documents: &[Document], query: &Query) -> Expected {
    let parsed = parse(&query.text);
    let all: Vec<(&Document, Vec<Vec<Place>>)> = documents
        .iter()
        .map(|document| {
            let words = words(document);
            (
                document,
                parsed
                    .units
                    .iter()
                    .map(|unit| places(document, &words, unit))
                    .collect(),
            )
        })
        .collect();
    let count = |found: &[Vec<Place>]| found.iter().filter(|places| !places.is_empty()).count();
    let most = all.iter().map(|(_, found)| count(found)).max().unwrap_or(0);
    let wanted = |document: &Document, found: &[Vec<Place>]| {
        let words = words(document);
        let excluded = parsed
            .excluded
            .iter()
            .any(|unit| !places(document, &words, unit).is_empty());
        (parsed.units.is_empty() || most > 0 && count(found) == most) && !excluded
    };
    let all: Vec<(&Document, Match)> = all
        .iter()
        .filter(|(document, found)| wanted(document, found))
        .map(|(document, found)| (*document, score(&parsed.units, found)))
        .collect();
    let passing = |but: &Ignored| -> Vec<&Document> {
        all.iter()
            .map(|one| one.0)
            .filter(|document| passes(schema, document, query, but))
            .collect()
    };

    let mut found: Vec<&(&Document, Match)> = all
        .iter()
        .filter(|(document, _)| passes(schema, document, query, &NOTHING))
        .collect();
    found.sort_by(|(a, score_a), (b, score_b)| {
        let by_relevance = score_a
            .key((a.boost, a.completeness))
            .cmp(&score_b.key((b.boost, b.completeness)));
        let first = match query.sort {
            Sort::Relevance if parsed.units.is_empty() => std::cmp::Ordering::Equal,
            Sort::Relevance => by_relevance,
            Sort::By { index, descending } if index < schema.sorts.len() => {
                let key = |document: &Document| match document.sorts.get(index).cloned().flatten() {
                    Some(SortKey::Text(text)) => Some((fold::folded(&text), text, 0)),
                    Some(SortKey::Number(number)) => Some((String::new(), String::new(), number)),
                    None => None,
                };
                match (key(a), key(b)) {
                    (Some(a), Some(b)) if descending => b.cmp(&a),
                    (Some(a), Some(b)) => a.cmp(&b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            }
            _ => std::cmp::Ordering::Equal,
        };
        first.then_with(|| (b.newest, &a.slug, &a.key).cmp(&(a.newest, &b.slug, &b.key)))
    });

    let mut expected = Expected {
        total: found.len() as u32,
        keys: found
            .iter()
            .skip(query.offset as usize)
            .take(query.limit as usize)
            .map(|one| one.0.key.clone())
            .collect(),
        matched: (
            parsed.units.len() as u32,
            if parsed.units.is_empty() {
                0
            } else {
                most as u32
            },
        ),
        facets: Vec::new(),
        rights: Vec::new(),
        territories: Vec::new(),
        ranges: Vec::new(),
    };
    if !query.counts {
        return expected;
    }
    for (f, def) in schema.facets.iter().enumerate() {
        let mut counts = std::collections::BTreeMap::new();
        for document in passing(&Ignored {
            facet: Some(f),
            ..NOTHING
        }) {
            let codes = document.facets.get(f).cloned().unwrap_or_default();
            for code in codes.into_iter().collect::<std::collections::BTreeSet<_>>() {
                *counts.entry(code).or_insert(0) += 1;
            }
        }
        let mut counts: Vec<(String, u32)> = counts.into_iter().filter(|_| def.counted).collect();
        counts.sort_by_key(|one| std::cmp::Reverse(one.1));
        expected.facets.push(counts);
    }
    for (r, def) in schema.ranges.iter().enumerate() {
        let numbers: Vec<i64> = passing(&Ignored {
            range: Some(r),
            ..NOTHING
        })
        .into_iter()
        .filter_map(|document| document.numbers.get(r).copied().flatten())
        .collect();
        let edges: Vec<i64> = [&[i64::MIN], def.edges.as_slice(), &[i64::MAX]].concat();
        let buckets = if def.edges.is_empty() {
            &edges[..0]
        } else {
            &edges
        };
        let inside = |pair: &[i64]| {
            numbers
                .iter()
                .filter(|&&n| pair[0] <= n && n < pair[1])
                .count() as u32
        };
        expected
            .ranges
            .push(buckets.windows(2).map(inside).collect());
    }
    let alone =
        |avail: AvailFilter, document: &Document| document.free.iter().any(|one| fits(one, &avail));
    let anywhere = Query {
        avail: AvailFilter::default(),
        ..query.clone()
    };
    let candidates: Vec<&Document> = all
        .iter()
        .map(|one| one.0)
        .filter(|document| passes(schema, document, &anywhere, &NOTHING))
        .collect();
    for bit in 0..64 {
        let avail = AvailFilter {
            rights: 1 << bit,
            ..query.avail
        };
        expected.rights.push(
            candidates
                .iter()
                .filter(|document| alone(avail, document))
                .count() as u32,
        );
    }
    for bit in 0..320 {
        let mut territories = Territories::default();
        territories[bit / 64] = 1 << (bit % 64);
        let avail = AvailFilter {
            territories,
            ..query.avail
        };
        expected.territories.push(
            candidates
                .iter()
                .filter(|document| alone(avail, document))
                .count() as u32,
        );
    }
    expected
}
