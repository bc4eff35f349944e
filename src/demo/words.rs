//! The word lists beside this file, read once.
//!
//! A list is a section of lines; a line has columns between `|`. In most lists the first column is English
//! and the second Traditional Chinese. A line that starts with `#` is a remark.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::dice::Dice;

/// One line.
#[derive(Debug)]
pub struct Row(Vec<&'static str>);

static EMPTY: Row = Row(Vec::new());

impl Row {
    /// A column; what is not there is empty.
    pub fn at(&self, column: usize) -> &'static str {
        self.0.get(column).copied().unwrap_or_default()
    }

    /// A column that may say `=`: the same as another.
    pub fn at_or(&self, column: usize, other: usize) -> &'static str {
        match self.at(column) {
            "=" | "" => self.at(other),
            text => text,
        }
    }

    pub fn en(&self) -> &'static str {
        self.at(0)
    }

    pub fn zh(&self) -> &'static str {
        self.at(1)
    }
}

type Sections = HashMap<&'static str, Vec<Row>>;

static FILES: [(&str, &str); 9] = [
    ("story", include_str!("words/story.txt")),
    ("other", include_str!("words/other_forms.txt")),
    ("frames", include_str!("words/frames.txt")),
    ("titles", include_str!("words/title_words.txt")),
    ("places", include_str!("words/places.txt")),
    ("names", include_str!("words/names.txt")),
    ("companies", include_str!("words/companies.txt")),
    ("profiles", include_str!("words/company_profiles.txt")),
    ("festivals", include_str!("words/festivals.txt")),
];

static BOOKS: LazyLock<HashMap<&'static str, Sections>> = LazyLock::new(|| {
    FILES
        .into_iter()
        .map(|(name, text)| (name, read(text)))
        .collect()
});

/// Heads and tails of titles in the languages that have a column of their own.
pub static HEADS: LazyLock<Vec<Row>> =
    LazyLock::new(|| rows(include_str!("words/foreign_heads.txt")));
pub static TAILS: LazyLock<Vec<Row>> =
    LazyLock::new(|| rows(include_str!("words/foreign_tails.txt")));

fn row(line: &'static str) -> Option<Row> {
    let said = !line.is_empty() && !line.starts_with('#');
    said.then(|| Row(line.split('|').map(str::trim).collect()))
}

fn rows(text: &'static str) -> Vec<Row> {
    text.lines().filter_map(row).collect()
}

fn read(text: &'static str) -> Sections {
    let mut sections = Sections::new();
    let mut here = "";
    for line in text.lines() {
        match line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            Some(name) => here = name,
            None => {
                if let Some(row) = row(line) {
                    sections.entry(here).or_default().push(row);
                }
            }
        }
    }
    sections
}

/// A list; empty where there is none.
pub fn list(book: &str, section: &str) -> &'static [Row] {
    BOOKS
        .get(book)
        .and_then(|book| book.get(section))
        .map_or(&[], Vec::as_slice)
}

/// A line of a list.
pub fn pick(dice: &mut Dice, book: &str, section: &str) -> &'static Row {
    dice.pick(list(book, section), &EMPTY)
}

/// A line of a list of titles' heads or tails.
pub fn pick_of(dice: &mut Dice, rows: &'static [Row]) -> &'static Row {
    dice.pick(rows, &EMPTY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_columns() {
        for (book, sections) in BOOKS.iter() {
            for (section, rows) in sections {
                let columns = match *book {
                    "names" => 3..=3,
                    "companies" => 3..=3,
                    "festivals" => 1..=2,
                    "profiles" | "story" | "other" | "frames" | "titles" | "places" => 2..=2,
                    _ => unreachable!(),
                };
                assert!(!rows.is_empty(), "{book} [{section}]");
                for row in rows {
                    assert!(
                        columns.contains(&row.0.len()),
                        "{book} [{section}]: {row:?}"
                    );
                    assert!(
                        row.0.iter().all(|cell| !cell.is_empty()),
                        "{book} [{section}]: {row:?}"
                    );
                }
            }
        }
        for row in HEADS.iter().chain(TAILS.iter()) {
            assert_eq!(row.0.len(), 18, "{row:?}");
        }
    }
}
