//! One story, told in two languages: what happens is drawn once, and each language has its own sentences
//! for it.

use slate_domain::kinds::Category;

use super::dice::Dice;
use super::people::{Gender, Person};
use super::words::{self, Row};

/// The names of what a story is made of, each with its English and its Chinese.
#[derive(Debug)]
pub struct Story {
    slots: Vec<(&'static str, String, String)>,
    form: Form,
}

/// Which sentences fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Plot,
    Documentary,
    Format,
}

#[derive(Debug, Clone, Copy)]
enum Tongue {
    English,
    Chinese,
}

/// A logline and a synopsis in English and in Traditional Chinese.
#[derive(Debug)]
pub struct Told {
    pub logline: [String; 2],
    pub synopsis: [String; 2],
}

impl Story {
    /// `genre` is a section of the word lists, `kind` what the work is called in both languages.
    pub fn new(
        dice: &mut Dice,
        category: Category,
        genre: &str,
        kind: (&str, &str),
        country: &str,
        lead: &Person,
        other: &Person,
    ) -> Self {
        let form = match category {
            Category::Documentary => Form::Documentary,
            Category::Format => Form::Format,
            _ => Form::Plot,
        };
        let mut story = Self {
            slots: Vec::with_capacity(32),
            form,
        };
        story.put("n", lead.short_en(), lead.short_zh());
        story.put("m", other.short_en(), other.short_zh());
        let (they, pos, them, own, zh) = match lead.gender {
            Gender::Female => ("she", "her", "her", "herself", "她"),
            Gender::Male => ("he", "his", "him", "himself", "他"),
        };
        for (slot, word) in [("they", they), ("pos", pos), ("them", them)] {
            story.put(slot, word, zh);
        }
        story.put("self", own, "自己");
        story.put("kind", kind.0, kind.1);
        story.draw(dice, "pl", "places", country);
        for slot in ["kin", "thing", "foil", "time", "theme", "tone", "lead"] {
            story.draw(dice, slot, "story", slot);
        }
        for (slot, section) in [
            ("thing2", "thing"),
            ("theme2", "theme"),
            ("tone2", "tone"),
            ("friend", "lead"),
        ] {
            story.draw_other(dice, slot, section);
        }
        for (slot, place) in [("ev", "ev"), ("aim", "aim"), ("twist", "twist")] {
            story.draw(dice, slot, "story", &format!("{genre}.{place}"));
        }
        for (slot, place) in [
            ("subject", "docu.subject"),
            ("look", "docu.look"),
            ("time_frame", "docu.frame"),
            ("turn", "docu.turn"),
        ] {
            story.draw(dice, slot, "other", place);
        }
        for (slot, place) in [
            ("players", "form.players"),
            ("task", "form.task"),
            ("rule", "form.rule"),
        ] {
            story.draw(dice, slot, "other", place);
        }
        story
    }

    fn put(&mut self, slot: &'static str, en: &str, zh: &str) {
        self.slots.push((slot, en.to_owned(), zh.to_owned()));
    }

    fn draw(&mut self, dice: &mut Dice, slot: &'static str, book: &str, section: &str) {
        let row = words::pick(dice, book, section);
        self.put(slot, row.en(), row.zh());
    }

    /// Something else of the same list.
    fn draw_other(&mut self, dice: &mut Dice, slot: &'static str, section: &'static str) {
        let first = self
            .value(section, Tongue::English)
            .unwrap_or_default()
            .to_owned();
        let row = (0..8)
            .map(|_| words::pick(dice, "story", section))
            .find(|row| row.en() != first);
        let (en, zh) = row.map_or(("", ""), |row| (row.en(), row.zh()));
        self.put(slot, en, zh);
    }

    fn value(&self, slot: &str, tongue: Tongue) -> Option<&str> {
        let (_, en, zh) = self
            .slots
            .iter()
            .find(|(name, _, _)| name.eq_ignore_ascii_case(slot))?;
        Some(match tongue {
            Tongue::English => en,
            Tongue::Chinese => zh,
        })
    }

    pub fn tell(&self, dice: &mut Dice) -> Told {
        let (prefix, sentences): (&str, &[&str]) = match self.form {
            Form::Plot => ("", &["s1", "s2", "s3", "s4", "s5"]),
            Form::Documentary => ("docu.", &["docu.s1", "docu.s2", "docu.s3", "s5"]),
            Form::Format => ("form.", &["form.s1", "form.s2", "form.s3", "s5"]),
        };
        let rows: Vec<&Row> = sentences
            .iter()
            .map(|name| words::pick(dice, "frames", name))
            .collect();
        let all = |tongue: Tongue, glue: &str| {
            let told: Vec<String> = rows.iter().map(|row| self.sentence(row, tongue)).collect();
            told.join(glue)
        };
        let logline = self.logline(dice, &format!("{prefix}logline"));
        let english = self.with_definite(all(Tongue::English, " "));
        Told {
            logline,
            synopsis: [english, all(Tongue::Chinese, "")],
        }
    }

    /// The first of some drawn loglines that is short enough, and with it its Chinese.
    fn logline(&self, dice: &mut Dice, section: &str) -> [String; 2] {
        let mut shortest: Option<[String; 2]> = None;
        for _ in 0..6 {
            let row = words::pick(dice, "frames", section);
            let told = [
                self.with_definite(self.sentence(row, Tongue::English)),
                self.sentence(row, Tongue::Chinese),
            ];
            let length = |told: &[String; 2]| told[0].chars().count();
            if length(&told) <= LONGEST {
                return told;
            }
            if shortest
                .as_ref()
                .is_none_or(|best| length(&told) < length(best))
            {
                shortest = Some(told);
            }
        }
        let [en, zh] = shortest.unwrap_or_default();
        [cut(&en), cut(&zh)]
    }

    /// What was named once with `a` is `the` from then on.
    fn with_definite(&self, text: String) -> String {
        let mut text = text;
        for slot in ["lead", "foil", "friend", "thing", "thing2"] {
            let Some(noun) = self
                .value(slot, Tongue::English)
                .and_then(|value| value.strip_prefix("a ").or(value.strip_prefix("an ")))
            else {
                continue;
            };
            let Some(first_ends) = text.find(noun).map(|start| start + noun.len()) else {
                continue;
            };
            let (first, rest) = text.split_at(first_ends);
            let mut rest = rest.to_owned();
            for (article, the) in [("a", "the"), ("an", "the"), ("A", "The"), ("An", "The")] {
                rest = rest.replace(&format!("{article} {noun}"), &format!("{the} {noun}"));
            }
            text = format!("{first}{rest}");
        }
        text
    }

    fn sentence(&self, row: &Row, tongue: Tongue) -> String {
        let (frame, capital) = match tongue {
            Tongue::English => (row.en(), true),
            Tongue::Chinese => (row.zh(), false),
        };
        let mut out = String::with_capacity(160);
        self.fill(frame, tongue, 0, &mut out);
        match tongue {
            Tongue::English => with_articles(&if capital { capitalised(&out) } else { out }),
            Tongue::Chinese => out,
        }
    }

    /// Replaces what stands in braces; what is drawn may hold braces of its own.
    fn fill(&self, frame: &str, tongue: Tongue, depth: u8, out: &mut String) {
        let mut rest = frame;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((slot, after)) = after.split_once('}') else {
                break;
            };
            rest = after;
            let value = self.value(slot, tongue).unwrap_or_default();
            let start = out.len();
            if depth < 3 {
                self.fill(value, tongue, depth + 1, out);
            }
            if slot.starts_with(|letter: char| letter.is_ascii_uppercase()) {
                let capital = capitalised(out.get(start..).unwrap_or_default());
                out.truncate(start);
                out.push_str(&capital);
            }
        }
        out.push_str(rest);
    }
}

/// The most characters of a logline.
const LONGEST: usize = 190;

/// Ends a logline that is too long at a word.
fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let short: String = text.chars().take(LONGEST - 1).collect();
    let end = short.rfind(' ').unwrap_or(short.len());
    format!(
        "{}…",
        short
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches([',', ';', ':'])
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// `a` before a vowel is `an`.
fn with_articles(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        out.push_str(word);
        if let Some(next) = words.peek() {
            let vowel = next.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
            let spoken = !["one", "uni", "eu", "use"]
                .iter()
                .any(|start| next.starts_with(start));
            if matches!(word, "a" | "A") && vowel && spoken {
                out.push('n');
            }
            out.push(' ');
        }
    }
    out
}

impl Story {
    /// What it is about, in English.
    pub fn themes(&self) -> [&str; 2] {
        ["theme", "theme2"].map(|slot| self.value(slot, Tongue::English).unwrap_or_default())
    }
}
