//! A text in several languages, and which of them a reader gets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::language::LanguageTag;

/// One value a language, ordered by BCP 47 tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localised<T>(pub BTreeMap<LanguageTag, T>);

impl<T> Default for Localised<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> FromIterator<(LanguageTag, T)> for Localised<T> {
    fn from_iter<I: IntoIterator<Item = (LanguageTag, T)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T> Localised<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &T)> {
        self.0.iter()
    }

    pub fn get(&self, tag: &LanguageTag) -> Option<&T> {
        self.0.get(tag)
    }

    pub fn insert(&mut self, tag: LanguageTag, value: T) -> Option<T> {
        self.0.insert(tag, value)
    }

    /// The text a reader of `wanted` gets, if there is one in their own language: the same tag, else
    /// the same language in the same script, else the same language in any.
    pub fn in_language_of(&self, wanted: &LanguageTag) -> Option<(&LanguageTag, &T)> {
        if let Some(exact) = self.0.get_key_value(wanted) {
            return Some(exact);
        }
        let same_language = || {
            self.0
                .iter()
                .filter(|(tag, _)| tag.language() == wanted.language())
        };
        same_language()
            .find(|(tag, _)| written_in(tag) == written_in(wanted))
            .or_else(|| same_language().next())
    }

    /// The text a reader of `wanted` gets: their own language, else English, else whatever there is.
    pub fn best_for(&self, wanted: &LanguageTag) -> Option<(&LanguageTag, &T)> {
        self.in_language_of(wanted)
            .or_else(|| self.0.iter().find(|(tag, _)| tag.language() == "en"))
            .or_else(|| self.0.iter().next())
    }
}

/// The script a tag implies where it names none: what CLDR calls likely subtags, for the one language
/// of the catalogue that is commonly written in two.
fn written_in(tag: &LanguageTag) -> Option<&str> {
    if let Some(script) = tag.script() {
        return Some(script);
    }
    match (tag.language(), tag.region()) {
        ("zh", Some("HK" | "MO" | "TW")) | ("yue", _) => Some("Hant"),
        ("zh", _) => Some("Hans"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(tags: &[&str]) -> Localised<String> {
        tags.iter()
            .map(|tag| (tag.parse().unwrap(), (*tag).to_owned()))
            .collect()
    }

    fn best(tags: &[&str], wanted: &str) -> String {
        texts(tags)
            .best_for(&wanted.parse().unwrap())
            .unwrap()
            .1
            .clone()
    }

    #[test]
    fn a_reader_gets_their_own_script_before_another() {
        assert_eq!(best(&["zh", "zh-TW", "en"], "zh-Hant"), "zh-TW");
        assert_eq!(best(&["zh-Hans", "zh-Hant", "en"], "zh-Hant-HK"), "zh-Hant");
        assert_eq!(best(&["zh-HK", "en"], "zh-Hans"), "zh-HK");
    }

    #[test]
    fn a_reader_without_a_text_of_their_own_gets_english_then_anything() {
        assert_eq!(best(&["fr", "en-GB", "ja"], "zh-Hant"), "en-GB");
        assert_eq!(best(&["ja", "fr"], "ko"), "fr");
    }
}
