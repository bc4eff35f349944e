//! What can be bought, as boxes of rights × countries × days × languages.

use serde::{Deserialize, Serialize};

use super::{Avail, Grant, LanguageScope};
use crate::{kinds::Exclusivity, right::RightSet, territory::TerritorySet, window::Window};

/// Rights × countries × days × languages that can be bought.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeBox {
    /// When.
    pub window: Window,
    /// Which rights.
    pub rights: RightSet,
    /// Where.
    pub territories: TerritorySet,
    /// In which language versions.
    pub languages: LanguageScope,
    /// How it is offered.
    pub exclusivity: Exclusivity,
}

impl FreeBox {
    /// What is left of it beside a grant: pieces that share nothing.
    fn without(self, grant: &Grant) -> Vec<Self> {
        let rights = self.rights.intersect(grant.rights);
        let territories = self.territories.intersect(&grant.territories);
        let hit =
            (self.window.intersect(&grant.window)).zip(self.languages.within(&grant.languages));
        let Some((window, _)) = hit.filter(|_| !rights.is_empty() && !territories.is_empty())
        else {
            return vec![self];
        };
        // Cut off one dimension after the other; what remains is the part that the grant hits.
        let mut pieces = Vec::new();
        let other_rights = self.rights.minus(rights);
        if !other_rights.is_empty() {
            pieces.push(Self {
                rights: other_rights,
                ..self.clone()
            });
        }
        let elsewhere = self.territories.minus(&territories);
        if !elsewhere.is_empty() {
            pieces.push(Self {
                rights,
                territories: elsewhere,
                ..self.clone()
            });
        }
        for window in self.window.subtract(&window) {
            pieces.push(Self {
                window,
                rights,
                territories,
                ..self.clone()
            });
        }
        if let Some(languages) = self.languages.without(&grant.languages) {
            pieces.push(Self {
                window,
                rights,
                territories,
                languages,
                ..self
            });
        }
        pieces
    }

    /// Both as one box, if they differ in one dimension at most.
    fn joined(&self, other: &Self) -> Option<Self> {
        if self.languages != other.languages || self.exclusivity != other.exclusivity {
            return None;
        }
        let window = self.window == other.window;
        let rights = self.rights == other.rights;
        let territories = self.territories == other.territories;
        match (window, rights, territories) {
            (true, true, _) => Some(Self {
                territories: self.territories.union(&other.territories),
                ..self.clone()
            }),
            (true, _, true) => Some(Self {
                rights: self.rights.union(other.rights),
                ..self.clone()
            }),
            (_, true, true) => match *Window::union([self.window, other.window]) {
                [window] => Some(Self {
                    window,
                    ..self.clone()
                }),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What one avail offers on the days on which it may be used, before any grant.
fn offered(avail: &Avail) -> Vec<FreeBox> {
    let territories = avail.territories.expand();
    if avail.rights.is_empty() || territories.is_empty() {
        return Vec::new();
    }
    let held = avail
        .holdback
        .as_ref()
        .map(|holdback| Window::new(None, Some(holdback.until)));
    let windows = match held {
        Some(Ok(held)) => avail.window.subtract(&held),
        // None, or a day before time begins, which holds nothing back.
        _ => vec![avail.window],
    };
    let one = |window| FreeBox {
        window,
        rights: avail.rights,
        territories,
        languages: LanguageScope::of(&avail.languages),
        exclusivity: avail.exclusivity,
    };
    windows.into_iter().map(one).collect()
}

/// What one avail leaves free beside the grants.
pub(super) fn free_of(avail: &Avail, grants: &[Grant]) -> Vec<FreeBox> {
    grants
        .iter()
        .filter(|grant| grant.blocks(avail.exclusivity))
        .fold(offered(avail), |boxes, grant| {
            boxes
                .into_iter()
                .flat_map(|piece| piece.without(grant))
                .collect()
        })
}

/// What grants leave of an avail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AvailState {
    /// All of it.
    Free,
    /// Some of it: other territories, rights, days or language versions than those sold.
    Partly,
    /// Nothing.
    Taken,
}

/// How much of `avail` can still be bought.
pub fn state_of(avail: &Avail, grants: &[Grant]) -> AvailState {
    let offered = std::slice::from_ref(avail);
    let left = free_boxes(offered, grants);
    if left.is_empty() {
        AvailState::Taken
    } else if left == free_boxes(offered, &[]) {
        AvailState::Free
    } else {
        AvailState::Partly
    }
}

/// Everything that can be bought: what is offered without what grants and holdbacks block.
///
/// Few and large boxes, in order of their first day; two may overlap where two avails do.
pub fn free_boxes(avails: &[Avail], grants: &[Grant]) -> Vec<FreeBox> {
    let mut boxes: Vec<FreeBox> = avails
        .iter()
        .flat_map(|avail| free_of(avail, grants))
        .collect();
    boxes.sort();
    boxes.dedup();
    // Join until no two boxes make one; each round has fewer.
    let mut at = 0;
    while at < boxes.len() {
        let found =
            (at + 1..boxes.len()).find_map(|other| Some((other, boxes[at].joined(&boxes[other])?)));
        match found {
            Some((other, joined)) => {
                boxes.remove(other);
                boxes[at] = joined;
                // A larger box may now fit an earlier one.
                at = 0;
            }
            None => at += 1,
        }
    }
    boxes.sort_by_key(|piece| {
        (
            piece.window.first(),
            piece.window.last(),
            piece.rights,
            piece.territories,
        )
    });
    boxes
}
