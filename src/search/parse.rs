//! What a person typed, as units to look for.

use crate::words::{Kind, Token, Tokens};

/// No more of a query is looked at.
pub const MAX_CHARS: usize = 500;
pub const MAX_UNITS: usize = 32;

/// A query's text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    pub units: Vec<Unit>,
    pub excluded: Vec<Unit>,
    pub cut: bool,
}

/// A word, a run of characters or a phrase: one of the alternatives must stand in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub alternatives: Vec<Alternative>,
    /// As typed, for messages.
    pub typed: String,
}

/// Tokens that must stand at these positions from each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub steps: Vec<Step>,
    /// How many positions it covers.
    pub span: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The position, counted from the first.
    pub offset: u32,
    pub folded: String,
    /// Empty when no spelling is the exact one.
    pub exact: String,
    /// Whether a token that only begins with it will do.
    pub prefix: bool,
    /// How many characters of the text it covers.
    pub span: u32,
}

const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Reads what was typed. Never fails: what cannot be a phrase or an exclusion is words.
pub fn parse(text: &str) -> Parsed {
    let cut_at = text
        .char_indices()
        .nth(MAX_CHARS)
        .map_or(text.len(), |(at, _)| at);
    let is_long = cut_at < text.len();
    let text = text.get(..cut_at).unwrap_or(text);
    let mut parsed = Parsed::default();
    let mut tokens = Tokens::default();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (negated, body) = match rest.strip_prefix('-') {
            Some(body) if body.starts_with(|c: char| !c.is_whitespace() && c != '-') => {
                (true, body)
            }
            _ => (false, rest),
        };
        let (units, next) = match quoted(body) {
            Some((inside, next)) => {
                tokens.cut(inside);
                (phrase(&tokens, inside), next)
            }
            None => {
                let end = body.find(char::is_whitespace).unwrap_or(body.len());
                let (chunk, next) = body.split_at(end);
                tokens.cut(chunk);
                let prefix = next.trim_start().is_empty() && !negated;
                (chunk_units(&tokens, chunk, prefix), next)
            }
        };
        let into = if negated {
            &mut parsed.excluded
        } else {
            &mut parsed.units
        };
        for unit in units {
            if !into
                .iter()
                .any(|other| other.alternatives == unit.alternatives)
            {
                into.push(unit);
            }
        }
        rest = next.trim_start();
    }
    if parsed.units.is_empty() && parsed.excluded.is_empty() && !text.chars().all(is_beginning) {
        tokens.cut(text);
        let signs = tokens.list.iter().filter(|token| token.kind == Kind::Signs);
        parsed.units = signs
            .map(|token| unit(text, vec![alternative(&tokens, &[*token], false)]))
            .collect();
    }
    parsed.cut = is_long || parsed.units.len() > MAX_UNITS || parsed.excluded.len() > MAX_UNITS;
    parsed.units.truncate(MAX_UNITS);
    parsed.excluded.truncate(MAX_UNITS);
    parsed
}

/// What stands where a phrase or an exclusion begins, and asks for nothing by itself.
fn is_beginning(c: char) -> bool {
    c.is_whitespace() || c == '-' || QUOTES.contains(&c)
}

/// The inside of a quotation at the beginning, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(QUOTES)?;
    let end = inside.find(QUOTES)?;
    let (inside, rest) = inside.split_at(end);
    let after = rest.chars().next().map_or(0, char::len_utf8);
    Some((inside, rest.get(after..).unwrap_or_default()))
}

fn unit(typed: &str, alternatives: Vec<Alternative>) -> Unit {
    Unit {
        alternatives,
        typed: typed.to_owned(),
    }
}

fn phrase(tokens: &Tokens, typed: &str) -> Vec<Unit> {
    let list: Vec<Token> = tokens
        .list
        .iter()
        .filter(|token| token.kind != Kind::Joined)
        .copied()
        .collect();
    if list.iter().all(|token| token.kind == Kind::Signs) {
        return Vec::new();
    }
    vec![unit(typed, vec![alternative(tokens, &list, false)])]
}

/// The units of what was typed without a blank: joined parts stay together, and so does a run of
/// characters; words and runs that touch are units of their own.
fn chunk_units(tokens: &Tokens, chunk: &str, prefix: bool) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut rest = tokens.list.as_slice();
    while let Some(first) = rest.first() {
        let count = match first.kind {
            Kind::Joined => 1 + first.span as usize,
            Kind::Single | Kind::Pair => run_length(rest),
            Kind::Word | Kind::Signs => 1,
        };
        let (own, next) = rest.split_at(count.min(rest.len()));
        rest = next;
        let prefix = prefix && rest.is_empty();
        let alternatives = match (first.kind, own.split_first()) {
            (Kind::Signs, _) => continue,
            (Kind::Joined, Some((joined, parts))) => {
                vec![
                    alternative(tokens, parts, prefix),
                    alternative(tokens, &[*joined], prefix),
                ]
            }
            _ => with_numeral(alternative(tokens, own, prefix)),
        };
        let typed = match own.last() {
            Some(last) => chunk
                .get(tokens.place(first, 1).0..tokens.place(last, usize::MAX).1)
                .unwrap_or(chunk),
            None => chunk,
        };
        units.push(unit(typed, alternatives));
    }
    units
}

/// How many tokens belong to the run at the beginning: up to the first character that has no pair.
fn run_length(tokens: &[Token]) -> usize {
    let is_end = |i: usize, token: &Token| {
        token.kind == Kind::Single && tokens.get(i + 1).is_none_or(|next| next.kind != Kind::Pair)
    };
    tokens
        .iter()
        .enumerate()
        .position(|(i, token)| is_end(i, token))
        .map_or(tokens.len(), |i| i + 1)
}

/// Tokens next to each other. In a run of characters every other pair says it all.
fn alternative(tokens: &Tokens, list: &[Token], prefix: bool) -> Alternative {
    let base = list.first().map_or(0, |token| token.position);
    let mut steps: Vec<Step> = Vec::new();
    let mut covered = base;
    for (i, token) in list.iter().enumerate() {
        let next = |kind: Kind| list.get(i + 1).is_some_and(|next| next.kind == kind);
        let needed = match token.kind {
            Kind::Single => !next(Kind::Pair) && covered <= token.position,
            // A pair at a position already covered is needed only where the run ends.
            Kind::Pair => {
                covered <= token.position
                    || list.get(i + 2).is_none_or(|pair| pair.kind != Kind::Pair)
            }
            Kind::Word | Kind::Joined | Kind::Signs => true,
        };
        if needed {
            let (mut folded, mut exact) = (String::new(), String::new());
            tokens.forms(token, &mut folded, &mut exact);
            steps.push(Step {
                offset: token.position - base,
                folded,
                exact,
                prefix: false,
                span: token.span,
            });
            covered = token.position + token.span;
        }
    }
    if let (Some(step), Some(Kind::Word | Kind::Joined)) =
        (steps.last_mut(), list.last().map(|token| token.kind))
    {
        step.prefix = prefix;
    }
    let span = steps.last().map_or(1, |step| step.offset + step.span);
    Alternative { steps, span }
}

/// `ii` finds `2` as well, and `2` finds `ii`: sequels are numbered either way. A single Roman letter is
/// too often a letter.
fn with_numeral(own: Alternative) -> Vec<Alternative> {
    const ROMAN: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    let other = match own.steps.as_slice() {
        [step]
            if step.folded.len() > 1
                && step.folded.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) =>
        {
            ROMAN
                .iter()
                .position(|&roman| roman == step.folded)
                .map(|i| (i + 1).to_string())
        }
        [step] => step
            .folded
            .parse::<usize>()
            .ok()
            .and_then(|n| Some((*ROMAN.get(n.checked_sub(1)?)?).to_owned())),
        _ => None,
    };
    let step = |folded| Step {
        offset: 0,
        folded,
        exact: String::new(),
        prefix: false,
        span: 1,
    };
    let numeral = other.map(|folded| Alternative {
        steps: vec![step(folded)],
        span: 1,
    });
    std::iter::once(own).chain(numeral).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(units: &[Unit]) -> Vec<String> {
        let step = |step: &Step| {
            format!(
                "{}{}{}",
                step.offset,
                step.folded,
                if step.prefix { "*" } else { "" }
            )
        };
        let alternative =
            |one: &Alternative| one.steps.iter().map(step).collect::<Vec<_>>().join(" ");
        units
            .iter()
            .map(|unit| {
                unit.alternatives
                    .iter()
                    .map(alternative)
                    .collect::<Vec<_>>()
                    .join(" | ")
            })
            .collect()
    }

    #[test]
    fn units() {
        for (text, expected) in [
            ("The Matrix", vec!["0the", "0matrix*"]),
            ("spider-man", vec!["0spider 1man* | 0spiderman*"]),
            ("臥虎藏龍", vec!["0卧虎 2藏龙"]),
            ("卧虎藏 x", vec!["0卧虎 1虎藏", "0x*"]),
            ("夢", vec!["0梦"]),
            ("3D電影", vec!["03d", "0电影"]),
            ("\"der  Tod\" in", vec!["0der 1tod", "0in*"]),
            ("rocky ii", vec!["0rocky", "0ii* | 02"]),
            ("\"unpaired", vec!["0unpaired*"]),
            ("!!!", vec!["0!!!"]),
            ("- \" --", vec![]),
            ("\u{301}\u{200b}", vec![]),
        ] {
            assert_eq!(forms(&parse(text).units), expected, "{text}");
        }
        let parsed = parse("man -spider -\"great escape\"");
        assert_eq!(
            (forms(&parsed.units), forms(&parsed.excluded)),
            (
                vec!["0man".to_owned()],
                vec!["0spider".to_owned(), "0great 1escape".to_owned()]
            )
        );
        assert!(parse(&"a b c d ".repeat(200)).units.len() <= MAX_UNITS);
    }
}
