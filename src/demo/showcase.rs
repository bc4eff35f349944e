//! The titles that were written by hand, in three languages: those that a visitor meets first.
//!
//! Their days of release are later than any that the grammar gives, so they are the newest.

use std::sync::LazyLock;

use serde::Deserialize;
use slate_domain::ParseError;
use slate_domain::slug::Slug;

use super::naming::Naming;

/// A title as the file has it. `title_zh` and the other Chinese texts are Traditional.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    pub title: String,
    pub title_zh: String,
    /// The name in its own language where that is neither English nor Chinese.
    #[serde(default)]
    pub original: Option<String>,
    pub country: String,
    pub category: String,
    pub stage: String,
    pub genres: Vec<String>,
    pub keywords: Vec<String>,
    pub looking_for: Vec<String>,
    pub released: String,
    pub logline: String,
    pub logline_zh: String,
    pub synopsis: String,
    pub synopsis_zh: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    piece: Vec<Piece>,
}

static PIECES: LazyLock<Vec<Piece>> = LazyLock::new(|| read().unwrap_or_default());

fn read() -> Result<Vec<Piece>, toml::de::Error> {
    toml::from_str::<File>(include_str!("showcase.toml")).map(|file| file.piece)
}

/// Newest first.
pub fn pieces() -> &'static [Piece] {
    &PIECES
}

impl Piece {
    pub fn naming(&self) -> Result<Naming, ParseError> {
        let original = match (&self.original, self.country.as_str()) {
            (Some(original), _) => original.clone(),
            (None, "HK" | "MO" | "TW") => self.title_zh.clone(),
            (None, "CN") => super::hans::simplified(&self.title_zh),
            _ => self.title.clone(),
        };
        let slug = Slug::from_text(&self.title)
            .ok_or_else(|| ParseError::new("title", &self.title, "a name with letters"))?;
        Ok(Naming {
            en: self.title.clone(),
            zh: self.title_zh.clone(),
            original,
            slug,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_read_and_of_its_length() {
        let pieces = read().unwrap();
        assert!(pieces.len() >= 60, "{}", pieces.len());
        assert!(
            pieces.is_sorted_by(|a, b| a.released > b.released),
            "newest first"
        );
        for piece in &pieces {
            assert!(piece.logline.chars().count() <= 190, "{}", piece.title);
            let words = piece.synopsis.split_whitespace().count();
            assert!(
                (60..=120).contains(&words),
                "{}: {words} words",
                piece.title
            );
            let letters = piece.synopsis_zh.chars().count();
            assert!(
                (100..=260).contains(&letters),
                "{}: {letters} characters",
                piece.title
            );
            assert!(piece.released.as_str() > "2028-01-01", "{}", piece.title);
        }
    }
}
