//! Materials: what a company shows of a title besides words.

use serde::{Deserialize, Serialize};

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
