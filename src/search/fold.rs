//! The forms of text in which words meet.
//!
//! Every text has two. The *exact* form is NFKC with full case folding: `Amélie` → `amélie`, `ＫＯＮＧ` →
//! `kong`, `STRASSE` and `Straße` → `strasse`. The *folded* form goes on: accents off, `ø` → `o`,
//! `æ` → `ae`, katakana → hiragana, Traditional → Simplified Chinese, all digits to `0`–`9`. Documents are
//! found by the folded form, whichever of its spellings is typed, and those with the same exact form
//! rank first, so that folding never takes a letter away from a language that needs it.
//!
//! Folding goes grapheme by grapheme and keeps where each came from, so that matches can be marked in the
//! original.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// One folded character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub folded: char,
    /// The part of the exact form that goes with it: none, one or two characters, `'\0'` for none.
    pub exact: [char; 2],
    /// Where the grapheme it came from stands in the original, in bytes.
    pub start: u32,
    pub end: u32,
}

/// The folded form of a text.
///
/// ```
/// use slate_search::fold::folded;
/// assert_eq!(folded("Æon Flux — Amélie"), "aeon flux — amelie");
/// assert_eq!(folded("臥虎藏龍"), folded("卧虎藏龙"));
/// ```
pub fn folded(text: &str) -> String {
    let mut cells = Vec::new();
    cells_of(text, &mut cells);
    cells.iter().map(|cell| cell.folded).collect()
}

/// The characters of the folded form with where they came from, appended to `cells`.
pub fn cells_of(text: &str, cells: &mut Vec<Cell>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Nearly all text is ASCII, where a byte is a grapheme unless a combining mark follows it.
        if byte.is_ascii() && bytes.get(at + 1).is_none_or(u8::is_ascii) {
            let folded = char::from(byte.to_ascii_lowercase());
            cells.push(Cell {
                folded,
                exact: [folded, '\0'],
                start: at as u32,
                end: at as u32 + 1,
            });
            at += 1;
            continue;
        }
        let Some(grapheme) = text.get(at..).and_then(|rest| rest.graphemes(true).next()) else {
            break;
        };
        fold_grapheme(grapheme, at as u32, cells);
        at += grapheme.len();
    }
}

fn fold_grapheme(grapheme: &str, start: u32, cells: &mut Vec<Cell>) {
    let end = start + grapheme.len() as u32;
    let mut chars = grapheme.chars();
    if let (Some(only), None) = (chars.next(), chars.next())
        && let Some((folded, exact)) = fold_simple(only)
    {
        cells.push(Cell {
            folded,
            exact: [exact, '\0'],
            start,
            end,
        });
        return;
    }
    let cased = grapheme
        .nfkc()
        .filter(|&c| !is_ignorable(c))
        // Upper and then lower is what full case folding does, and takes the dotless i along.
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase);
    let exact: Vec<char> = cased.nfkc().collect();
    let folded = exact.iter().copied().nfd().filter(|&c| !is_accent(c));
    let mut out: Vec<char> = Vec::with_capacity(4);
    for c in folded {
        match fold_letter(c) {
            Ok(c) => out.push(fold_char(c)),
            Err(several) => out.extend(several.chars()),
        }
    }
    // Decomposed Hangul, kana and Indic letters come together again.
    let out: Vec<char> = out.into_iter().nfc().map(fold_char).collect();
    for (i, &folded) in out.iter().enumerate() {
        let mut of = [exact.get(i).copied().unwrap_or('\0'), '\0'];
        if i + 1 == out.len() {
            of[1] = exact.get(i + 1).copied().unwrap_or('\0');
        }
        cells.push(Cell {
            folded,
            exact: of,
            start,
            end,
        });
    }
}

/// The folded and the exact form of what needs no normalising: ASCII, and most of what has no case.
fn fold_simple(c: char) -> Option<(char, char)> {
    match c {
        '\0'..='\x7f' => Some((c.to_ascii_lowercase(), c.to_ascii_lowercase())),
        '\u{4e00}'..='\u{9fff}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30f6}'
        | '\u{30fb}'
        | '\u{30fc}' => Some((fold_char(c), c)),
        '\u{ac00}'..='\u{d7a3}' | '\u{0e01}'..='\u{0e32}' | '\u{0e34}'..='\u{0e4e}' => Some((c, c)),
        _ => None,
    }
}

/// One character to one: kana, Han and digits.
fn fold_char(c: char) -> char {
    match c {
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}' | '\u{30fe}' => {
            char::from_u32(c as u32 - 0x60).unwrap_or(c)
        }
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => HAN.get(c),
        '\u{0660}'..='\u{0669}' => digit(c, 0x0660),
        '\u{06f0}'..='\u{06f9}' => digit(c, 0x06f0),
        '\u{0966}'..='\u{096f}' => digit(c, 0x0966),
        '\u{0e50}'..='\u{0e59}' => digit(c, 0x0e50),
        _ => c,
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

/// Letters that are another letter with something added and that Unicode does not decompose.
fn fold_letter(c: char) -> Result<char, &'static str> {
    Ok(match c {
        'æ' => return Err("ae"),
        'œ' => return Err("oe"),
        'ß' => return Err("ss"),
        'þ' => return Err("th"),
        'ĳ' => return Err("ij"),
        'ŋ' => 'n',
        'ø' => 'o',
        'ł' | 'ƚ' => 'l',
        'đ' | 'ð' | 'ɖ' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ŧ' => 't',
        'ĸ' => 'k',
        'ə' => 'e',
        'ƒ' => 'f',
        'ƀ' => 'b',
        // Arabic: letters written differently from country to country.
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ٱ' => 'ا',
        // Ukrainian and Kazakh keep their own letters: the decomposed й, ё, ї lose only their marks.
        'ґ' => 'г',
        other => other,
    })
}

/// Marks that are taken off: those of Latin, Greek and Cyrillic, of Arabic and of Hebrew. Those of Indic
/// scripts and the voicing of kana are letters and stay.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0487}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}'
        | '\u{06df}'..='\u{06e4}' | '\u{06e7}' | '\u{06e8}' | '\u{06ea}'..='\u{06ed}'
        | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}' | '\u{05c2}' | '\u{05c4}' | '\u{05c5}' | '\u{05c7}')
}

/// What is not seen: variation selectors, joiners, directions, soft hyphens.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Traditional to Simplified, character by character.
struct Han {
    /// The plane in which nearly all are, from U+3400 on; 0 stays as it is.
    common: Vec<u16>,
    /// Sorted pairs that do not fit there.
    others: Vec<(char, char)>,
}

const HAN_FIRST: u32 = 0x3400;

static HAN: LazyLock<Han> = LazyLock::new(|| {
    let mut han = Han {
        common: vec![0; 0xa000 - HAN_FIRST as usize],
        others: Vec::new(),
    };
    for line in include_str!("tables/han.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut chars = line.chars();
        if let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            let slot = (from as u32)
                .checked_sub(HAN_FIRST)
                .and_then(|i| han.common.get_mut(i as usize));
            match (slot, u16::try_from(to as u32)) {
                (Some(slot), Ok(to)) => *slot = to,
                _ => han.others.push((from, to)),
            }
        }
    }
    han.others.sort_unstable();
    han
});

impl Han {
    fn get(&self, c: char) -> char {
        let common = (c as u32)
            .checked_sub(HAN_FIRST)
            .and_then(|i| self.common.get(i as usize));
        match common {
            Some(&to) if to != 0 => char::from_u32(u32::from(to)).unwrap_or(c),
            _ => match self.others.binary_search_by_key(&c, |pair| pair.0) {
                Ok(i) => self.others.get(i).map_or(c, |pair| pair.1),
                Err(_) => c,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (a, b) in [
            ("Amélie", "AMELIE"),
            ("ame\u{301}lie", "amelie"),
            ("Straße", "STRASSE"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσεύς"),
            ("Øresund", "oresund"),
            ("İstanbul", "ISTANBUL"),
            ("ışık", "isik"),
            ("Łódź", "lodz"),
            ("ＫＩＮＧ　ＫＯＮＧ", "king kong"),
            ("ｶﾞﾝﾀﾞﾑ", "がんだむ"),
            ("ゴジラ", "ごじら"),
            ("臥虎藏龍", "卧虎藏龙"),
            ("頭髮", "头发"),
            (
                "기생충",
                "\u{1100}\u{1175}\u{1109}\u{1162}\u{11bc}\u{110e}\u{116e}\u{11bc}",
            ),
            ("أفلام", "افلام"),
            ("Ёлки", "елки"),
            ("١٢", "12"),
            ("ﬁlm", "film"),
            ("na\u{200d}me", "name"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("か"), folded("が"));
        assert_ne!(folded("कि"), folded("क"));
    }

    #[test]
    fn folding_is_stable_and_keeps_places() {
        let text = "Ｅ臥é\u{1F3AC}ßก้ำ x\u{302}\u{323}y ŉ \u{301}";
        let once = folded(text);
        assert_eq!(folded(&once), once);
        let mut cells = Vec::new();
        cells_of(text, &mut cells);
        for cell in cells {
            assert!(text.get(cell.start as usize..cell.end as usize).is_some());
        }
    }

    #[test]
    fn the_table_has_no_chains() {
        for line in include_str!("tables/han.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let to = line.chars().nth(1).unwrap();
            assert_eq!(HAN.get(to), to);
        }
    }
}
