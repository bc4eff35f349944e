//! Languages by BCP 47 tag: `ja`, `yue`, `zh-Hant-HK`.
//!
//! Read are `language[-script][-region][-variant]*` with subtags that exist (ISO 639, ISO 15924,
//! ISO 3166-1 or UN M.49); extensions and private use are refused. Kept in canonical case (RFC 5646,
//! section 2.1.1), so that two tags are the same language if and only if they are equal.

#[path = "tables/languages.rs"]
mod table;

use std::{fmt, str::FromStr};

use self::table::{ALIASES, AREAS, LANGUAGES, NAMES, SCRIPTS};
use crate::{
    code::{fold_name, look_up},
    country::Country,
    parse::{ParseError, serde_as_text},
};

/// The longest tag, in bytes (RFC 5646, section 4.4.1).
const MAX: usize = 35;

/// A language, perhaps in a script, as spoken in a region: a BCP 47 tag in canonical case.
///
/// `und` (unknown), `mul` (several) and `zxx` (no language, as a silent film) are tags too.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

/// A language, where no script or region is expected; nothing hinders one.
pub type Language = LanguageTag;

impl LanguageTag {
    /// The tag: `zh-Hant-HK`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary subtag: `zh`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The script subtag: `Hant`.
    pub fn script(&self) -> Option<&str> {
        self.0.split('-').nth(1).filter(|part| is_script(part))
    }

    /// The region subtag: `HK`, `419`.
    pub fn region(&self) -> Option<&str> {
        self.0
            .split('-')
            .skip(1)
            .take(2)
            .find(|part| is_region(part))
    }

    /// The variant subtags, in order: `valencia`.
    pub fn variants(&self) -> impl Iterator<Item = &str> {
        self.0.split('-').skip(1).filter(|part| is_variant(part))
    }

    /// The language alone: `zh` of `zh-Hant-HK`.
    #[must_use]
    pub fn plain(&self) -> Self {
        Self(self.language().into())
    }

    /// English, which what has no language of the reader's falls back on.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// Whether this tag means the other or a wider language: `zh` covers `zh-Hant-HK`.
    pub fn covers(&self, other: &Self) -> bool {
        other
            .0
            .strip_prefix(&*self.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// The English name: `Chinese (Traditional, Hong Kong)`.
    pub fn english_name(&self) -> String {
        let mut name = look_up(&LANGUAGES, self.language())
            .unwrap_or_default()
            .to_owned();
        let script = self.script().and_then(|code| look_up(&SCRIPTS, code));
        let region = self.region().and_then(|code| {
            Country::from_code(code)
                .map(Country::name)
                .or_else(|| look_up(&AREAS, code))
        });
        let details: Vec<_> = script
            .into_iter()
            .chain(region)
            .chain(self.variants())
            .collect();
        if !details.is_empty() {
            name.push_str(" (");
            name.push_str(&details.join(", "));
            name.push(')');
        }
        name
    }

    /// Every plain language that is known, by code.
    pub fn all_languages() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(|(code, _)| Self((*code).into()))
    }

    /// Reads an English name, with script, region and variants in brackets after it.
    fn from_name(text: &str) -> Option<Self> {
        // No name in the tables is longer; a page of text is not worth folding.
        if text.len() > 200 {
            return None;
        }
        let Some((name, details)) = text
            .strip_suffix(')')
            .and_then(|text| text.split_once(" ("))
        else {
            return look_up(&NAMES, &fold_name(text)).map(|code| Self(code.into()));
        };
        let mut tag = look_up(&NAMES, &fold_name(name))?.to_owned();
        for detail in details.split(", ") {
            let named = |table: &'static [(&'static str, &'static str)]| {
                let hit = table
                    .iter()
                    .find(|(_, name)| name.eq_ignore_ascii_case(detail));
                hit.map(|(code, _)| *code)
            };
            let region = || detail.parse::<Country>().ok().map(Country::code);
            tag.push('-');
            // The order of the parts is checked by reading the tag.
            tag.push_str(
                named(&SCRIPTS)
                    .or_else(|| named(&AREAS))
                    .or_else(region)
                    .unwrap_or(detail),
            );
        }
        Self::from_tag(&tag)
    }

    /// Reads a tag, not a name.
    fn from_tag(given: &str) -> Option<Self> {
        if given.len() > MAX || !given.is_ascii() {
            return None;
        }
        let lower = given.to_ascii_lowercase().replace('_', "-");
        let mut parts = lower.split('-').peekable();
        let mut primary = parts.next()?;
        // The extended form of a Chinese language (`zh-yue`) is written without its prefix.
        let extended =
            |part: &&str| part.len() == 3 && look_up(&LANGUAGES, part).is_some() && primary == "zh";
        if let Some(language) = parts.next_if(extended) {
            primary = language;
        }
        let mut tag = match look_up(&ALIASES, primary) {
            Some(code) => code.to_owned(),
            None => look_up(&LANGUAGES, primary).map(|_| primary.to_owned())?,
        };
        if let Some(script) = parts.next_if(|part| is_script(part)) {
            let (first, rest) = script.split_at(1);
            let script = format!("{}{rest}", first.to_ascii_uppercase());
            look_up(&SCRIPTS, &script)?;
            tag = format!("{tag}-{script}");
        }
        if let Some(region) = parts.next_if(|part| is_region(part)) {
            let region = match region {
                "uk" => "GB".to_owned(),
                other => other.to_ascii_uppercase(),
            };
            Country::from_code(&region)
                .map(|_| ())
                .or_else(|| look_up(&AREAS, &region).map(|_| ()))?;
            tag = format!("{tag}-{region}");
        }
        let mut variants: Vec<&str> = Vec::new();
        for variant in parts {
            if !is_variant(variant) || variants.contains(&variant) {
                return None;
            }
            variants.push(variant);
            tag = format!("{tag}-{variant}");
        }
        (tag.len() <= MAX).then(|| Self(tag.into()))
    }
}

/// Four letters.
fn is_script(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Two letters or three digits.
fn is_region(part: &str) -> bool {
    match part.len() {
        2 => part.bytes().all(|b| b.is_ascii_alphabetic()),
        3 => part.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// Five to eight letters or digits, or four of which the first is a digit.
fn is_variant(part: &str) -> bool {
    let length = match part.len() {
        5..=8 => true,
        4 => part.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    length && part.bytes().all(|b| b.is_ascii_alphanumeric())
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for LanguageTag {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for LanguageTag {
    type Err = ParseError;

    /// A tag in any case, `_` taken for `-`, or an English name: of a language, or as
    /// [`LanguageTag::english_name`] writes it.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        let text = given.trim();
        Self::from_tag(text)
            .or_else(|| Self::from_name(text))
            .ok_or_else(|| {
                ParseError::unknown(
                    "language",
                    given,
                    "give a BCP 47 tag such as ja or zh-Hant-HK, or the English name of a language",
                )
            })
    }
}

serde_as_text!(LanguageTag);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    fn tag(text: &str) -> LanguageTag {
        text.parse().unwrap()
    }

    #[test]
    fn tables_are_sound() {
        for table in [&LANGUAGES[..], &NAMES, &ALIASES, &SCRIPTS, &AREAS] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0));
        }
        for (code, name) in LANGUAGES {
            assert_eq!(tag(code).as_str(), code);
            // A few names are the code of another language: Ga (gaa) is Irish (ga). The code wins.
            if LanguageTag::from_tag(name).is_none() {
                assert_eq!(tag(name).as_str(), code, "{name}");
            }
            check::round_trip(&tag(code));
        }
        for (_, code) in ALIASES.iter().chain(&NAMES) {
            assert!(look_up(&LANGUAGES, code).is_some(), "{code}");
        }
        assert_eq!(LanguageTag::all_languages().count(), LANGUAGES.len());
    }

    #[test]
    fn canonical_form() {
        for (given, canonical) in [
            ("ZH_hant_hk", "zh-Hant-HK"),
            ("zh-hans", "zh-Hans"),
            ("zh-yue", "yue"),
            ("zh-cmn-Hans-CN", "cmn-Hans-CN"),
            ("es-419", "es-419"),
            ("en-uk", "en-GB"),
            ("CA-valencia", "ca-valencia"),
            ("de-1996", "de-1996"),
            ("sl-rozaj-1994", "sl-rozaj-1994"),
            ("iw", "he"),
            ("ger", "de"),
            ("deu-AT", "de-AT"),
            ("chi", "zh"),
            ("tl", "tl"),
            ("sh", "sh"),
            ("und", "und"),
            ("Japanese", "ja"),
            ("mandarin", "cmn"),
            ("Cantonese", "yue"),
            ("Farsi", "fa"),
            ("chinese (traditional, hong kong)", "zh-Hant-HK"),
            ("Spanish (Latin America)", "es-419"),
        ] {
            assert_eq!(tag(given).as_str(), canonical, "{given}");
        }
        for bad in [
            "xx",
            "",
            "-",
            "zh-",
            "-zh",
            "en--US",
            "en-ZZ",
            "en-Xxxx",
            "en-US-US",
            "zh-HK-Hant",
            "i-klingon",
        ] {
            assert!(bad.parse::<LanguageTag>().is_err(), "{bad}");
        }
        for bad in [
            "en-x-private",
            "de-u-co-phonebk",
            "de-1996-1996",
            "zh-Hant-Hant",
        ] {
            assert!(bad.parse::<LanguageTag>().is_err(), "{bad}");
        }
    }

    #[test]
    fn parts_and_names() {
        let hk = tag("zh-Hant-HK");
        assert_eq!(
            (hk.language(), hk.script(), hk.region()),
            ("zh", Some("Hant"), Some("HK"))
        );
        assert_eq!(hk.english_name(), "Chinese (Traditional, Hong Kong)");
        assert_eq!(hk.plain(), tag("zh"));
        assert_eq!(tag("es-419").english_name(), "Spanish (Latin America)");
        assert_eq!(tag("yue").english_name(), "Cantonese");
        assert_eq!(tag("de-AT-1996").english_name(), "German (Austria, 1996)");
        assert_eq!(tag("de-AT-1996").region(), Some("AT"));
        assert!(tag("zh").covers(&hk) && hk.covers(&hk) && !hk.covers(&tag("zh")));
        assert!(!tag("ar").covers(&tag("arz")));
    }

    proptest! {
        #[test]
        fn takes_any_text(
            text in any::<String>(),
            near in "(zh|en|de|sr|cmn|es)(-(Hant|Latn|cyrl))?(-(HK|gb|419|XX))?(-[a-z0-9]{4,8})?",
        ) {
            check::any_text::<LanguageTag>(&text);
            check::any_text::<LanguageTag>(&near);
            if let Ok(tag) = near.parse::<LanguageTag>() {
                let parts = [Some(tag.language()), tag.script(), tag.region()];
                prop_assert_eq!(tag.english_name().parse(), Ok(tag.clone()));
                let whole: Vec<_> = parts.into_iter().flatten().chain(tag.variants()).collect();
                prop_assert_eq!(whole.join("-"), tag.as_str());
            }
        }
    }
}
