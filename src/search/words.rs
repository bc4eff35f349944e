//! Where words begin and end.
//!
//! A text becomes tokens at positions. In scripts that part words by blanks a token is a word. In those
//! that do not (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar) every character has a position, and there
//! is a token for each character and one for each pair, so that any substring is found: no dictionary
//! decides what a word is. Hangul has blanks, but people set them as they like, so a pair reaches across a
//! blank, a middle dot or a hyphen.
//!
//! Parts that apostrophes, hyphens and points join (`spider-man`, `l'amour`, `u.s.a`) are words of their
//! own, and a token more is the whole without them (`spiderman`). `&` is `and`. A text without any word
//! is one token of its signs (`!!!`).

use unicode_normalization::char::is_combining_mark;

use crate::fold::{Cell, cells_of};

/// The longest token, in characters: what is longer is cut.
pub const MAX_WORD: usize = 48;
const MAX_PARTS: usize = 8;

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// Its position; for a pair that of the first character.
    pub position: u32,
    /// How many positions it covers.
    pub span: u32,
    /// Its cells.
    pub first: u32,
    pub end: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// The whole of several joined parts.
    Joined,
    /// One character of a script without blanks.
    Single,
    /// Two characters next to each other.
    Pair,
    /// Nothing but signs.
    Signs,
}

/// The tokens of a text, with the text's cells; to be used again for the next text.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    cells: Vec<Cell>,
    pub list: Vec<Token>,
    /// How many positions the text has.
    pub positions: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Gram,
    /// Joins what stands directly before and after it.
    Joiner,
    /// Parts words, but not characters of a script without blanks.
    Blank,
    And,
    Other,
}

fn class(c: char) -> Class {
    if c.is_ascii_alphanumeric() {
        return Class::Word;
    }
    match c {
        '\''
        | '’'
        | '‘'
        | 'ʼ'
        | '`'
        | '-'
        | '\u{2010}'..='\u{2014}'
        | '−'
        | '.'
        | '_'
        | '/'
        | ',' => Class::Joiner,
        '&' => Class::And,
        '·' | '・' | '‧' | '•' | '=' | '゠' => Class::Blank,
        _ if c.is_whitespace() => Class::Blank,
        '\u{0e01}'..='\u{0e3e}'
        | '\u{0e40}'..='\u{0e4e}'
        | '\u{0e80}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{3096}'
        | '\u{3099}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{318f}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Class::Gram,
        _ if c.is_alphanumeric() || is_combining_mark(c) => Class::Word,
        _ => Class::Other,
    }
}

impl Tokens {
    /// Cuts a text into tokens, in the order of their positions, forgetting the text before.
    pub fn cut(&mut self, text: &str) {
        self.cells.clear();
        self.list.clear();
        self.positions = 0;
        cells_of(text, &mut self.cells);
        let mut at = 0;
        while let Some(class) = self.class_at(at) {
            at = match class {
                Class::Word => self.word(at),
                Class::Gram => self.gram(at),
                Class::And => {
                    self.push(Kind::Word, at, at + 1);
                    at + 1
                }
                _ => at + 1,
            };
        }
        if self.list.is_empty() {
            self.signs();
        }
    }

    fn class_at(&self, at: usize) -> Option<Class> {
        self.cells.get(at).map(|cell| class(cell.folded))
    }

    /// A word, or several parts joined.
    fn word(&mut self, start: usize) -> usize {
        let before = self.list.len();
        let position = self.positions;
        let mut at = start;
        loop {
            let first = at;
            while self.class_at(at) == Some(Class::Word) {
                at += 1;
            }
            self.push(Kind::Word, first, at);
            if self.class_at(at) != Some(Class::Joiner)
                || self.class_at(at + 1) != Some(Class::Word)
            {
                break;
            }
            at += 1;
        }
        let parts = self.list.len() - before;
        if (2..=MAX_PARTS).contains(&parts) && at - start <= MAX_WORD {
            let joined = Token {
                kind: Kind::Joined,
                position,
                span: parts as u32,
                first: start as u32,
                end: at as u32,
            };
            self.list.insert(before, joined);
        }
        at
    }

    /// One character, and its pair with the next one.
    fn gram(&mut self, at: usize) -> usize {
        let position = self.positions;
        self.push(Kind::Single, at, at + 1);
        let mut next = at + 1;
        while matches!(self.class_at(next), Some(Class::Blank | Class::Joiner)) {
            next += 1;
        }
        if self.class_at(next) == Some(Class::Gram) {
            let end = next as u32 + 1;
            self.list.push(Token {
                kind: Kind::Pair,
                position,
                span: 2,
                first: at as u32,
                end,
            });
            return next;
        }
        at + 1
    }

    fn signs(&mut self) {
        let sign = |cell: &Cell| class(cell.folded) != Class::Blank;
        if let (Some(first), Some(last)) = (
            self.cells.iter().position(sign),
            self.cells.iter().rposition(sign),
        ) {
            self.push(Kind::Signs, first, last + 1);
        }
    }

    fn push(&mut self, kind: Kind, first: usize, end: usize) {
        let token = Token {
            kind,
            position: self.positions,
            span: 1,
            first: first as u32,
            end: end as u32,
        };
        self.list.push(token);
        self.positions += 1;
    }

    /// Whether a token stands at the end of the text.
    pub fn is_last(&self, token: &Token) -> bool {
        token.position + token.span == self.positions
    }

    /// Appends the folded and the exact form of a token.
    pub fn forms(&self, token: &Token, folded: &mut String, exact: &mut String) {
        let cells = self.cells_of(token);
        if cells.len() == 1 && cells.iter().all(|cell| cell.folded == '&') {
            folded.push_str("and");
            exact.push_str("and");
            return;
        }
        for (n, cell) in cells
            .iter()
            .filter(|cell| Self::counts(token.kind, cell))
            .enumerate()
        {
            if n == MAX_WORD {
                break;
            }
            folded.push(cell.folded);
            exact.extend(cell.exact.iter().filter(|&&c| c != '\0'));
        }
    }

    /// Where the first `chars` characters of a token's folded form stand in the original, in bytes.
    pub fn place(&self, token: &Token, chars: usize) -> (usize, usize) {
        let cells = self.cells_of(token);
        let start = cells.first().map_or(0, |cell| cell.start as usize);
        let mut counted = cells.iter().filter(|cell| Self::counts(token.kind, cell));
        let end = match chars.checked_sub(1).and_then(|n| counted.nth(n)) {
            Some(cell) => cell.end as usize,
            None => cells.last().map_or(0, |cell| cell.end as usize),
        };
        (start, end)
    }

    fn cells_of(&self, token: &Token) -> &[Cell] {
        self.cells
            .get(token.first as usize..token.end as usize)
            .unwrap_or_default()
    }

    /// Whether a cell is part of the form: what joins or stands between is not.
    fn counts(kind: Kind, cell: &Cell) -> bool {
        match kind {
            Kind::Word | Kind::Single => true,
            Kind::Joined => class(cell.folded) == Class::Word,
            Kind::Pair => class(cell.folded) == Class::Gram,
            Kind::Signs => class(cell.folded) != Class::Blank,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(u32, String)> {
        let mut tokens = Tokens::default();
        tokens.cut(text);
        let form = |token: &Token| {
            let (mut folded, mut exact) = (String::new(), String::new());
            tokens.forms(token, &mut folded, &mut exact);
            (token.position, folded)
        };
        tokens.list.iter().map(form).collect()
    }

    fn all(expected: &[(u32, &str)]) -> Vec<(u32, String)> {
        expected
            .iter()
            .map(|&(position, form)| (position, form.to_owned()))
            .collect()
    }

    #[test]
    fn words_and_parts() {
        assert_eq!(
            cut("Spider-Man: Tom & L'Été"),
            all(&[
                (0, "spiderman"),
                (0, "spider"),
                (1, "man"),
                (2, "tom"),
                (3, "and"),
                (4, "lete"),
                (4, "l"),
                (5, "ete")
            ])
        );
        assert_eq!(cut("नमस्ते दुनिया"), all(&[(0, "नमस्ते"), (1, "दुनिया")]));
        assert_eq!(cut(" ?!! "), all(&[(0, "?!!")]));
        assert_eq!(cut("  "), all(&[]));
    }

    #[test]
    fn pairs() {
        assert_eq!(
            cut("3D電影"),
            all(&[(0, "3d"), (1, "电"), (1, "电影"), (2, "影")])
        );
        assert_eq!(cut("가 나"), all(&[(0, "가"), (0, "가나"), (1, "나")]));
        assert_eq!(cut("你，我"), all(&[(0, "你"), (0, "你我"), (1, "我")]));
    }
}
