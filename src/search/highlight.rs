//! Which parts of a displayed string a query matched.
//!
//! Texts are not kept in the index: whatever is on screen is marked by the same folding and cutting that
//! found it, in about a microsecond a line.

use std::collections::HashMap;

use crate::parse::{Alternative, Step, parse};
use crate::words::{Kind, Token, Tokens};

/// A query's text, ready to mark strings.
#[derive(Clone, Debug)]
pub struct Highlighter {
    wanted: Vec<Alternative>,
    tokens: Tokens,
}

/// The parts of `text` that the query matches: ranges in bytes, in order, apart from each other, always at
/// the borders of characters. For several strings use a [`Highlighter`].
///
/// ```
/// assert_eq!(slate_search::highlight("amel", "Le fabuleux destin d'Amélie"), [(21, 26)]);
/// ```
pub fn highlight(query: &str, text: &str) -> Vec<(usize, usize)> {
    Highlighter::new(query).ranges(text)
}

impl Highlighter {
    /// Takes [`Query::text`](crate::Query::text).
    pub fn new(query: &str) -> Self {
        let wanted = parse(query)
            .units
            .into_iter()
            .flat_map(|unit| unit.alternatives)
            .collect();
        Self {
            wanted,
            tokens: Tokens::default(),
        }
    }

    /// The parts of `text` that the query matches, as [`highlight`].
    pub fn ranges(&mut self, text: &str) -> Vec<(usize, usize)> {
        if self.wanted.is_empty() {
            return Vec::new();
        }
        self.tokens.cut(text);
        let mut at: HashMap<u32, Vec<(Token, String)>> = HashMap::new();
        let mut exact = String::new();
        for token in &self.tokens.list {
            let mut folded = String::new();
            self.tokens.forms(token, &mut folded, &mut exact);
            exact.clear();
            at.entry(token.position).or_default().push((*token, folded));
        }
        let mut ranges = Vec::new();
        for position in 0..self.tokens.positions {
            for alternative in &self.wanted {
                ranges.extend(self.occurs(alternative, position, &at));
            }
        }
        merged(ranges)
    }

    /// Where an alternative that begins at a position begins and ends in the text.
    fn occurs(
        &self,
        alternative: &Alternative,
        position: u32,
        at: &HashMap<u32, Vec<(Token, String)>>,
    ) -> Option<(usize, usize)> {
        let place = |step: &Step| {
            let here = at.get(&(position + step.offset))?;
            let whole = here.iter().find(|(_, folded)| *folded == step.folded);
            let found = whole.or_else(|| {
                let begins = |(token, folded): &&(Token, String)| {
                    matches!(token.kind, Kind::Word | Kind::Joined)
                        && folded.starts_with(&step.folded)
                };
                here.iter().filter(|_| step.prefix).find(begins)
            });
            found.map(|(token, _)| self.tokens.place(token, step.folded.chars().count()))
        };
        let places: Vec<(usize, usize)> =
            alternative.steps.iter().map(place).collect::<Option<_>>()?;
        Some((places.first()?.0, places.last()?.1))
    }
}

fn merged(mut ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    ranges.retain(|(start, end)| start < end);
    ranges.sort_unstable();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (start, end) in ranges {
        match out.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => out.push((start, end)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
        highlight(query, text)
            .into_iter()
            .map(|(start, end)| &text[start..end])
            .collect()
    }

    #[test]
    fn parts() {
        assert_eq!(
            marked("the frank", "The Bride of Frankenstein"),
            ["The", "Frank"]
        );
        assert_eq!(marked("藏龍", "卧虎藏龙"), ["藏龙"]);
        assert_eq!(marked("spiderman", "A Spider-Man film"), ["Spider-Man"]);
        assert_eq!(marked("spider-m", "A Spider-Man film"), ["Spider-M"]);
        assert_eq!(marked("strass", "Die Straße"), ["Straß"]);
        assert_eq!(marked("살인의추억", "살인의 추억"), ["살인의 추억"]);
        assert_eq!(marked("\"a b\" -c", "b a b c"), ["a b"]);
        assert_eq!(marked("", "b"), Vec::<&str>::new());
    }
}
