//! The readable part of an address: `/titles/drive-my-car`.

use std::{fmt, str::FromStr};

use crate::parse::{ParseError, serde_as_text};

/// The longest slug, in bytes.
const MAX: usize = 120;

/// Words of `a–z` and `0–9` joined by single hyphens, 1 to 120 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The slug of a name in any script, transliterated to Latin letters (`羅生門` becomes
    /// `luo-sheng-men`); `None` when nothing of it is a letter or a digit.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::new();
        let mut gap = false;
        for c in text.chars() {
            // Whole syllables come with spaces around them; letters without an equivalent are gaps.
            for letter in deunicode::deunicode_char(c).unwrap_or(" ").chars() {
                if letter.is_ascii_alphanumeric() {
                    let extra = usize::from(gap && !slug.is_empty());
                    if slug.len() + extra >= MAX {
                        return Some(Self(slug));
                    }
                    if extra == 1 {
                        slug.push('-');
                    }
                    gap = false;
                    slug.push(letter.to_ascii_lowercase());
                } else if !matches!(letter, '\'' | '`') {
                    // An apostrophe joins: "don't" is one word.
                    gap = true;
                }
            }
        }
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// This slug with a hyphen and a suffix, for a second thing of the same name.
    ///
    /// The suffix is brought into the form of a slug; without a letter or digit it changes
    /// nothing. What was there is cut so that the whole stays within 120 bytes.
    #[must_use]
    pub fn with_suffix(&self, suffix: &str) -> Self {
        let Some(Self(mut suffix)) = Self::from_text(suffix) else {
            return self.clone();
        };
        suffix.truncate(MAX - 2);
        let suffix = suffix.trim_end_matches('-');
        let mut stem = self.0.clone();
        stem.truncate(MAX - 1 - suffix.len());
        Self(format!("{}-{suffix}", stem.trim_end_matches('-')))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if given.len() <= MAX && given.split('-').all(word) {
            Ok(Self(given.to_owned()))
        } else {
            Err(ParseError::new(
                "slug",
                given,
                "give 1 to 120 characters: words of a-z and 0-9 joined by single hyphens",
            ))
        }
    }
}

serde_as_text!(Slug);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn made_from_names() {
        for (name, slug) in [
            ("Drive My Car", "drive-my-car"),
            ("Amélie: Le Fabuleux Destin", "amelie-le-fabuleux-destin"),
            ("Don't Look Up!", "dont-look-up"),
            ("羅生門", "luo-sheng-men"),
            ("Ödipussi", "odipussi"),
        ] {
            assert_eq!(Slug::from_text(name).unwrap().as_str(), slug);
        }
        assert_eq!(Slug::from_text(" – ¿? "), None);
    }

    #[test]
    fn suffix_stays_within_bounds() {
        let long: Slug = "a".repeat(120).parse().unwrap();
        assert_eq!(long.with_suffix("2").as_str().len(), 120);
        let slug: Slug = "heat".parse().unwrap();
        assert_eq!(slug.with_suffix("1995").as_str(), "heat-1995");
        assert_eq!(slug.with_suffix("!"), slug);
    }

    proptest! {
        #[test]
        fn from_text_is_a_slug(text in any::<String>(), suffix in any::<String>()) {
            if let Some(slug) = Slug::from_text(&text) {
                check::round_trip(&slug);
                check::round_trip(&slug.with_suffix(&suffix));
            }
        }

        #[test]
        fn takes_any_text(text in any::<String>(), near in "[a-z0-9-]{0,130}") {
            check::any_text::<Slug>(&text);
            check::any_text::<Slug>(&near);
            if let Ok(slug) = near.parse::<Slug>() {
                prop_assert_eq!(Slug::from_text(&near), Some(slug));
            }
        }
    }
}
