//! What belongs to one edition: which companies take part, and which titles they list.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::edition::BoothCode;
use crate::id::{CompanyId, EditionId, TitleId};

codes! {
    /// What a company comes for.
    pub enum ParticipationRole("role") {
        Exhibitor = "exhibitor", "Exhibitor";
        Buyer = "buyer", "Buyer";
        Both = "both", "Exhibitor and buyer";
    }
}

codes! {
    /// The organiser's answer to a company that wants to take part.
    pub enum Approval("approval") {
        Pending = "pending", "Pending";
        Approved = "approved", "Approved";
        Refused = "refused", "Refused";
    }
}

codes! {
    /// Whether a title is part of an edition's catalogue.
    pub enum ListingStatus("listing status") {
        Listed = "listed", "Listed";
        Withheld = "withheld", "Withheld";
    }
}

impl ParticipationRole {
    pub fn exhibits(self) -> bool {
        matches!(self, Self::Exhibitor | Self::Both)
    }

    pub fn buys(self) -> bool {
        matches!(self, Self::Buyer | Self::Both)
    }
}

/// Company × edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    pub company: CompanyId,
    pub edition: EditionId,
    pub role: ParticipationRole,
    pub approval: Approval,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booth: Option<BoothCode>,
}

impl Participation {
    /// Whether visitors find the company among the edition's exhibitors.
    pub fn is_exhibitor(&self) -> bool {
        self.role.exhibits() && self.approval == Approval::Approved
    }
}

/// Title × edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    pub title: TitleId,
    pub edition: EditionId,
    pub status: ListingStatus,
    /// The organiser's boost: 0 for none, higher comes first among equals.
    pub featured: u8,
}
