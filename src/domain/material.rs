//! Materials: what a company shows of a title besides words.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ParseError;
use crate::id::MaterialId;
use crate::kinds::MaterialKind;
use crate::language::LanguageTag;
use crate::text::{Name, Url};
use crate::visibility::Visibility;

/// Key art, a still, a trailer, a deck or a screener.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    pub id: MaterialId,
    pub kind: MaterialKind,
    /// Public, members only or on request.
    pub access: Visibility,
    pub source: MaterialSource,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// Running time in seconds, of trailers and screeners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
}

/// Where a material lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MaterialSource {
    /// On somebody else's server, by its address.
    External(Url),
    /// In the market's own media store, by its key.
    Stored(Name),
}

/// The name of a file in the media store, as the end of its address: `demo/key-art/ferry.0123456789abcdef.svg`.
/// Up to 200 small letters, digits, hyphens and dots in up to six parts; no part begins with a dot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaKey(String);

impl MediaKey {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Where a browser fetches the file.
    pub fn address(&self) -> String {
        format!("/media/{}", self.0)
    }
}

impl FromStr for MediaKey {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let is_part = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
        };
        let parts = given.split('/');
        if given.len() <= 200 && parts.clone().count() <= 6 && parts.clone().all(is_part) {
            return Ok(Self(given.to_owned()));
        }
        Err(ParseError::new(
            "media key",
            given,
            "up to 200 small letters, digits, hyphens and dots, in parts between slashes",
        ))
    }
}

impl Material {
    /// The host an external material is fetched from, which a visitor is told before it happens.
    pub fn external_host(&self) -> Option<&str> {
        match &self.source {
            MaterialSource::External(url) => {
                let rest = url.as_str().split_once("://")?.1;
                let authority = rest.split(['/', '?', '#']).next()?;
                authority.rsplit('@').next()?.split(':').next()
            }
            MaterialSource::Stored(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_key_leads_nowhere_else() {
        let key: MediaKey = "demo/key-art/ferry.0123456789abcdef.svg".parse().unwrap();
        assert_eq!(key.name(), "ferry.0123456789abcdef.svg");
        assert_eq!(
            key.address(),
            "/media/demo/key-art/ferry.0123456789abcdef.svg"
        );
        let long = "a".repeat(201);
        for wrong in [
            "", "/a", "a/", "a//b", "../a", "a/../b", "a/.b", "A", "a%2fb", "a\\b", "a b", &long,
        ] {
            assert!(wrong.parse::<MediaKey>().is_err(), "{wrong}");
        }
    }
}
