//! What is offered, what is sold or held, and what follows from both.
//!
//! Three things kept apart: an [`Avail`] offers rights, a [`Grant`] of the ledger takes them, and
//! availability is computed from the two. All of it is set algebra over (right, country, day,
//! language); boxes and answers come from the same cuts, so that they cannot differ.
//!
//! What blocks what:
//! - an exclusive grant, an option and a holdback block every offer they overlap;
//! - a non-exclusive grant blocks exclusive offers alone;
//! - an avail's own holdback blocks it up to and including its last day.

mod free;
mod grid;
mod scope;

use serde::{Deserialize, Serialize};

use self::free::free_of;
pub use self::{
    free::{AvailState, FreeBox, free_boxes, state_of},
    grid::{Cell, GridRow, free_in, grid},
    scope::LanguageScope,
};
use crate::{
    code::codes,
    country::Country,
    date::Date,
    id::AvailId,
    kinds::Exclusivity,
    language::LanguageTag,
    parse::ParseError,
    right::{Right, RightSet},
    territory::{Territories, TerritorySet},
    text::Note,
    window::{Window, day_before},
};

/// Rights on offer in territories for a time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "AvailParts")]
pub struct Avail {
    /// Given by the store; `None` before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<AvailId>,
    /// What is offered; when read, at least one right.
    pub rights: RightSet,
    /// Where.
    pub territories: Territories,
    /// When, the holdback included.
    pub window: Window,
    /// Whether it is offered to one licensee alone.
    pub exclusivity: Exclusivity,
    /// In which language versions; empty means all. A tag stands for all that it covers.
    pub languages: Vec<LanguageTag>,
    /// Until when it may be bought but not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holdback: Option<Holdback>,
}

/// An avail as it comes from outside.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AvailParts {
    #[serde(default)]
    id: Option<AvailId>,
    rights: RightSet,
    territories: Territories,
    window: Window,
    exclusivity: Exclusivity,
    #[serde(default)]
    languages: Vec<LanguageTag>,
    #[serde(default)]
    holdback: Option<Holdback>,
}

impl TryFrom<AvailParts> for Avail {
    type Error = ParseError;

    fn try_from(parts: AvailParts) -> Result<Self, ParseError> {
        if parts.rights.is_empty() {
            return Err(ParseError::new("avail", "", "give at least one right"));
        }
        Ok(Self {
            id: parts.id,
            rights: parts.rights,
            territories: parts.territories,
            window: parts.window,
            exclusivity: parts.exclusivity,
            languages: parts.languages,
            holdback: parts.holdback,
        })
    }
}

/// A promise not to use a right before a day has passed, as to protect a cinema run.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holdback {
    /// The last day on which the right may not be used.
    #[serde(with = "crate::date::iso")]
    pub until: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

codes! {
    /// How a grant takes rights.
    pub enum GrantKind("grant kind") {
        /// Licensed by a deal.
        Granted = "granted", "Granted";
        /// Reserved for somebody who may still decide.
        Option = "option", "Option";
        /// Kept back by the seller or for another licensee.
        Holdback = "holdback", "Holdback";
    }
}

/// Rights sold or held.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Which rights.
    pub rights: RightSet,
    /// Where, expanded, so that a group that changes later does not change a contract.
    pub territories: TerritorySet,
    /// When.
    pub window: Window,
    /// Whether the licensee is the only one; options and holdbacks block either way.
    pub exclusivity: Exclusivity,
    /// In which language versions; empty means all.
    #[serde(default)]
    pub languages: Vec<LanguageTag>,
    /// Sold, optioned or held back.
    pub kind: GrantKind,
}

impl Grant {
    /// Whether it stands in the way of an offer of this kind where they overlap.
    pub fn blocks(&self, offer: Exclusivity) -> bool {
        self.kind != GrantKind::Granted
            || self.exclusivity == Exclusivity::Exclusive
            || offer == Exclusivity::Exclusive
    }
}

/// Whether a right can be bought in a country for a window.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Availability {
    /// On every day, in every language that an avail offers it in.
    Free {
        /// Whether on every day exclusively.
        exclusive: bool,
    },
    /// On some days, or in some of the languages offered, or some rights of a group.
    Partly {
        /// The days on which something is free, in order; days apart from each other.
        windows: Vec<Window>,
    },
    /// Offered, but on no day of the window free: sold, optioned or held back.
    Held {
        /// The last day before something is free again; `None` if nothing will be.
        #[serde(with = "crate::date::iso_option")]
        until: Option<Date>,
    },
    /// No avail names this right, country and time.
    NotOffered,
}

impl Availability {
    /// Whether there is anything to buy.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Free { .. } | Self::Partly { .. })
    }
}

/// Whether a right (or a group: all of its leaves) can be bought in a country for a window.
///
/// Days outside every avail's window count as not free. A former country is never offered.
pub fn availability(
    avails: &[Avail],
    grants: &[Grant],
    right: Right,
    country: Country,
    window: &Window,
) -> Availability {
    let leaves = right
        .leaves()
        .iter()
        .map(|leaf| leaf_availability(avails, grants, leaf, country, window));
    let all: Vec<_> = leaves.collect();
    if let [one] = &*all {
        return one.clone();
    }
    let mut free = Vec::new();
    let mut whole = true;
    let mut exclusive = true;
    let mut held: Option<Option<Date>> = None;
    for one in all {
        match one {
            Availability::Free { exclusive: alone } => {
                exclusive &= alone;
                free.push(*window);
            }
            Availability::Partly { windows } => {
                whole = false;
                free.extend(windows);
            }
            Availability::Held { until } => {
                whole = false;
                // The first leaf to be free again counts.
                held = Some(match (held.flatten(), until) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                });
            }
            Availability::NotOffered => whole = false,
        }
    }
    match (free.is_empty(), whole, held) {
        (false, true, _) => Availability::Free { exclusive },
        (false, false, _) => Availability::Partly {
            windows: Window::union(free),
        },
        (true, _, Some(until)) => Availability::Held { until },
        (true, _, None) => Availability::NotOffered,
    }
}

/// The answer for one leaf.
fn leaf_availability(
    avails: &[Avail],
    grants: &[Grant],
    leaf: Right,
    country: Country,
    window: &Window,
) -> Availability {
    let fits = |avail: &&Avail| {
        avail.rights.contains(leaf) && avail.territories.expand().contains(country)
    };
    let mut in_time = false;
    let mut some = Vec::new();
    let mut complete = Vec::new();
    let mut alone = Vec::new();
    let mut later: Option<Date> = None;
    for avail in avails.iter().filter(fits) {
        in_time |= avail.window.overlaps(window);
        let scope = LanguageScope::of(&avail.languages);
        let here =
            |piece: &FreeBox| piece.rights.contains(leaf) && piece.territories.contains(country);
        for piece in free_of(avail, grants).into_iter().filter(here) {
            let Some(days) = piece.window.intersect(window) else {
                if piece.window.first() > window.last() {
                    later = Some(
                        later.map_or(piece.window.first(), |day| day.min(piece.window.first())),
                    );
                }
                continue;
            };
            some.push(days);
            if piece.languages == scope {
                complete.push(days);
                if piece.exclusivity == Exclusivity::Exclusive {
                    alone.push(days);
                }
            }
        }
    }
    let fills = |days: Vec<Window>| matches!(*Window::union(days), [one] if one.contains(window));
    if !in_time {
        Availability::NotOffered
    } else if some.is_empty() {
        Availability::Held {
            until: later.and_then(day_before),
        }
    } else if fills(complete) {
        Availability::Free {
            exclusive: fills(alone),
        }
    } else {
        Availability::Partly {
            windows: Window::union(some),
        }
    }
}

#[cfg(test)]
mod tests;
