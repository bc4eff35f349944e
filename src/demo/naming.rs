//! Names of titles, no two alike.
//!
//! English and Chinese names are put together from the same words; those in other languages from a head
//! and a tail that agree with nothing, in the script of the language. Where a name is taken, more parts
//! are added until it is not.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use slate_domain::slug::Slug;

use super::countries::Origin;
use super::dice::Dice;
use super::hans::simplified;
use super::words::{self, HEADS, Row, TAILS};

/// What a title is called.
#[derive(Debug)]
pub struct Naming {
    pub en: String,
    /// Traditional; Simplified follows from it.
    pub zh: String,
    pub original: String,
    pub slug: Slug,
}

/// Names given so far, by hash: a hundred thousand of them take little room.
#[derive(Debug, Default)]
pub struct Names(HashSet<u64>);

impl Names {
    fn hash(kind: u8, name: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        (kind, name).hash(&mut hasher);
        hasher.finish()
    }

    /// Takes a name if nobody has it, in any of its languages.
    pub fn take(&mut self, naming: &Naming) -> bool {
        let keys = [
            (0, naming.slug.as_str()),
            (1, &*naming.zh),
            (2, &*naming.original),
        ];
        let keys = keys.map(|(kind, name)| Self::hash(kind, name));
        let free = !keys.iter().any(|key| self.0.contains(key));
        if free {
            self.0.extend(keys);
        }
        free
    }

    /// A new name for a work of a country.
    pub fn draw(&mut self, dice: &mut Dice, origin: &Origin) -> Option<Naming> {
        for attempt in 0..60 {
            // Every ten attempts a name may be longer by a part.
            let parts = 1 + attempt / 10;
            let naming = match origin.column {
                Some(column) if !dice.chance(8) => foreign(dice, column, parts),
                _ => chinese_and_english(dice, origin, parts),
            };
            if let Some(naming) = naming.filter(|naming| self.take(naming)) {
                return Some(naming);
            }
        }
        None
    }
}

/// Whether tails come before heads in a column's language.
fn tail_first(column: usize) -> bool {
    matches!(column, 2 | 3 | 5 | 13)
}

fn foreign(dice: &mut Dice, column: usize, parts: usize) -> Option<Naming> {
    let mut names: Vec<[String; 3]> = Vec::new();
    for _ in 0..parts {
        let head = words::pick_of(dice, &HEADS);
        let pair = dice.chance(14);
        let other = words::pick_of(dice, if pair { &HEADS } else { &TAILS });
        if head.en() == other.en() {
            return None;
        }
        names.push(if pair {
            joined(head, other, column)
        } else {
            placed(head, other, column)
        });
    }
    let all = |place: usize, glue: &str| -> String {
        let parts: Vec<&str> = names
            .iter()
            .filter_map(|name| name.get(place).map(String::as_str))
            .collect();
        parts.join(glue)
    };
    named(
        all(0, ": "),
        all(1, "："),
        all(2, if matches!(column, 2) { "：" } else { ": " }),
    )
}

fn placed(head: &Row, tail: &Row, column: usize) -> [String; 3] {
    let own = match column {
        2 => format!("{}{}", tail.at(column), head.at(column)),
        4 => format!("{}{}", head.at(column), tail.at(column)),
        _ if tail_first(column) => format!("{} {}", tail.at(column), head.at(column)),
        _ => format!("{} {}", head.at(column), tail.at(column)),
    };
    let bare = head
        .at(1)
        .strip_prefix('一')
        .filter(|rest| rest.chars().count() > 1)
        .unwrap_or(head.at(1));
    [
        format!("{} {}", head.en(), tail.en()),
        format!("{}{bare}", tail.at(1)),
        own,
    ]
}

fn joined(head: &Row, other: &Row, column: usize) -> [String; 3] {
    let and = match column {
        2 => "と",
        3 => ", 그리고 ",
        4 => "กับ",
        5 => " और ",
        6 => " et ",
        7 => " und ",
        8 => " y ",
        9 => " e ",
        10 => " i ",
        11 => " och ",
        12 => " e ",
        13 => " ve ",
        14 | 15 => " dan ",
        16 => " at ",
        _ => " và ",
    };
    let second = other
        .en()
        .replacen("The ", "the ", 1)
        .replacen("A ", "a ", 1);
    [
        format!("{} and {second}", head.en()),
        format!("{}與{}", head.at(1), other.at(1)),
        format!("{}{and}{}", head.at(column), other.at(column)),
    ]
}

fn chinese_and_english(dice: &mut Dice, origin: &Origin, parts: usize) -> Option<Naming> {
    let mut names: Vec<(String, String)> = Vec::new();
    for _ in 0..parts {
        names.push(simple(dice, origin));
    }
    let en: Vec<&str> = names.iter().map(|(en, _)| en.as_str()).collect();
    let zh: Vec<&str> = names.iter().map(|(_, zh)| zh.as_str()).collect();
    let (en, zh) = (en.join(": "), zh.join("："));
    let original = match origin.language {
        "yue" | "zh-Hant" => zh.clone(),
        "zh-Hans" => simplified(&zh),
        _ => en.clone(),
    };
    named(en, zh, original)
}

/// A noun with an adjective, a place, a time or another noun, in English and Chinese.
fn simple(dice: &mut Dice, origin: &Origin) -> (String, String) {
    let pick = |dice: &mut Dice, section: &str| words::pick(dice, "titles", section);
    let noun = pick(dice, "noun");
    let (en, zh) = (noun.en(), noun.zh());
    let place = words::pick(dice, "places", origin.code);
    match dice.below(11) {
        0 | 1 => {
            let adjective = pick(dice, "adj");
            (
                format!("{} {en}", adjective.en()),
                format!("{}{zh}", adjective.zh()),
            )
        }
        2 | 3 => {
            let adjective = pick(dice, "adj");
            (
                format!("The {} {en}", adjective.en()),
                format!("{}{zh}記", adjective.zh()),
            )
        }
        4 | 5 => {
            let tail = pick(dice, "tail");
            let after = tail.zh();
            let link = if after.ends_with('的') { "" } else { "的" };
            (format!("{en} {}", tail.en()), format!("{after}{link}{zh}"))
        }
        6 => {
            let tail = pick(dice, "tail");
            (
                format!("The {en} {}", tail.en()),
                format!("{}，{zh}", tail.zh().trim_end_matches('的')),
            )
        }
        7 => {
            let other = pick(dice, "noun");
            (
                format!("{en} and {}", other.en()),
                format!("{zh}與{}", other.zh()),
            )
        }
        8 if !place.en().starts_with(|letter: char| letter.is_lowercase()) => (
            format!("The {en} of {}", place.en()),
            format!("{}{zh}", place.zh()),
        ),
        9 => {
            let (number, own) = dice.one([
                ("Three", "三"),
                ("Four", "四"),
                ("Seven", "七"),
                ("Nine", "九"),
                ("Twelve", "十二"),
                ("Nineteen", "十九"),
                ("Forty", "四十"),
                ("A Hundred", "一百"),
                ("A Thousand", "千"),
            ]);
            let plural = plural(en);
            (format!("{number} {plural}"), format!("{own}個{zh}"))
        }
        _ => {
            let other = pick(dice, "noun");
            (
                format!("The {en}'s {}", other.en()),
                format!("{zh}的{}", other.zh()),
            )
        }
    }
}

fn plural(noun: &str) -> String {
    match noun {
        "Wolf" => "Wolves".to_owned(),
        "Debt" => "Debts".to_owned(),
        noun if noun.ends_with("ch") || noun.ends_with('x') || noun.ends_with("ss") => {
            format!("{noun}es")
        }
        noun if noun.ends_with('s') => noun.to_owned(),
        noun => match noun.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
            _ => format!("{noun}s"),
        },
    }
}

fn named(en: String, zh: String, original: String) -> Option<Naming> {
    let slug = Slug::from_text(&en)?;
    Some(Naming {
        en,
        zh,
        original,
        slug,
    })
}
