//! Companies: who sells and who buys.

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::date::Timestamp;
use crate::id::CompanyId;
use crate::kinds::CompanyKind;
use crate::localised::Localised;
use crate::slug::Slug;
use crate::text::{Name, Synopsis, Url};

/// A company, which outlives the editions it takes part in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    pub id: CompanyId,
    pub slug: Slug,
    /// The name it goes by.
    pub name: Name,
    /// Its name in other languages.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub names: Localised<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<CompanyKind>,
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub profile: Localised<Synopsis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Url>,
    pub created: Timestamp,
    pub updated: Timestamp,
}
