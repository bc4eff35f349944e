//! The people of a company who stand behind its slate.

use serde::{Deserialize, Serialize};

use crate::id::{CompanyId, PersonId};
use crate::localised::Localised;
use crate::text::Name;

/// Someone who speaks for a company at the market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub company: CompanyId,
    pub name: Name,
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub names: Localised<Name>,
    /// What they do there, in their own words: "Head of Sales".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<Name>,
}
