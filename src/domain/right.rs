//! Rights, by the IFTA tree: groups (Cinematic, VOD, Ancillary, Allied) over the rights themselves.
//!
//! Whatever is offered, sold or compared is a [`RightSet`] of leaves; a group is a way of saying
//! all of its leaves. To add a right, add it at the end of the list (sets are stored as bits) and
//! say its group in `parent`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{code::codes, parse::ParseError};

codes! {
    /// A right, or a group of rights.
    pub enum Right("right") {
        Cinematic = "cinematic", "Cinematic";
        Theatrical = "theatrical", "Theatrical";
        NonTheatrical = "non-theatrical", "Non-theatrical";
        PublicVideo = "public-video", "Public video";
        HomeVideo = "home-video", "Home video";
        PayPerView = "ppv", "Pay-per-view";
        PayTv = "pay-tv", "Pay TV";
        FreeTv = "free-tv", "Free TV";
        Vod = "vod", "VOD";
        /// Video rented title by title.
        Tvod = "tvod", "TVOD";
        /// Electronic sell-through: a download to keep.
        Est = "est", "EST";
        Svod = "svod", "SVOD";
        Avod = "avod", "AVOD";
        /// Free, advertising-supported streaming channels.
        Fast = "fast", "FAST";
        Ancillary = "ancillary", "Ancillary";
        Airline = "airline", "Airline";
        Ship = "ship", "Ship";
        Hotel = "hotel", "Hotel";
        Allied = "allied", "Allied";
        Remake = "remake", "Remake";
        Sequel = "sequel", "Sequel";
        Format = "format", "Format";
        Merchandising = "merchandising", "Merchandising";
        Game = "game", "Game";
        Publishing = "publishing", "Publishing";
    }
}

const _: () = assert!(Right::ALL.len() <= 64, "a set of rights has 64 bits");

impl Right {
    /// The group it belongs to; `None` at the top of the tree.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Theatrical | Self::NonTheatrical | Self::PublicVideo => Some(Self::Cinematic),
            Self::Tvod | Self::Est | Self::Svod | Self::Avod | Self::Fast => Some(Self::Vod),
            Self::Airline | Self::Ship | Self::Hotel => Some(Self::Ancillary),
            Self::Remake
            | Self::Sequel
            | Self::Format
            | Self::Merchandising
            | Self::Game
            | Self::Publishing => Some(Self::Allied),
            _ => None,
        }
    }

    /// What a group directly consists of; nothing for a leaf.
    pub fn children(self) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |right| right.parent() == Some(self))
    }

    /// Whether it is a right and not a group.
    pub const fn is_leaf(self) -> bool {
        !matches!(
            self,
            Self::Cinematic | Self::Vod | Self::Ancillary | Self::Allied
        )
    }

    /// The leaves of a group; of a leaf, itself.
    pub fn leaves(self) -> RightSet {
        let within = |leaf: &Self| leaf.is_leaf() && (*leaf == self || leaf.parent() == Some(self));
        RightSet(
            Self::ALL
                .iter()
                .filter(|leaf| within(leaf))
                .fold(0, |bits, leaf| bits | leaf.bit()),
        )
    }

    const fn bit(self) -> u64 {
        1 << self.index()
    }
}

/// A set of leaves. As text, the largest groups that make it up: `theatrical,vod`; empty is none.
/// In JSON, a list of the same: `["theatrical", "vod"]`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Right>", into = "Vec<Right>")]
pub struct RightSet(u64);

impl RightSet {
    /// No right.
    pub const EMPTY: Self = Self(0);

    /// Every right there is.
    pub fn all() -> Self {
        Self::from_rights(Right::ALL.iter().copied())
    }

    /// The leaves of rights and groups.
    pub fn from_rights(rights: impl IntoIterator<Item = Right>) -> Self {
        rights
            .into_iter()
            .fold(Self::EMPTY, |set, right| set.union(right.leaves()))
    }

    /// One bit for each leaf, at its `Right::index`. Stable: rights are only added at the end.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The set of such bits; those of no leaf are dropped.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits & Self::all().0)
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersect(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this and not in the other.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it has the right; of a group, all of its leaves.
    pub fn contains(self, right: Right) -> bool {
        self.contains_all(right.leaves())
    }

    /// Whether it has everything that is in the other.
    pub const fn contains_all(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether they share a right.
    pub const fn overlaps(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many leaves it has.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The leaves, in the order of the tree.
    pub fn iter(self) -> impl Iterator<Item = Right> {
        Right::ALL
            .iter()
            .copied()
            .filter(move |right| self.0 & right.bit() != 0)
    }

    /// The fewest rights and groups that say this set, in the order of the tree.
    pub fn compact(self) -> Vec<Right> {
        let whole = |right: &Right| self.contains(*right);
        let said = |right: &Right| right.parent().is_some_and(|group| self.contains(group));
        Right::ALL
            .iter()
            .copied()
            .filter(|right| whole(right) && !said(right))
            .collect()
    }
}

impl From<Right> for RightSet {
    fn from(right: Right) -> Self {
        right.leaves()
    }
}

impl FromIterator<Right> for RightSet {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
        Self::from_rights(rights)
    }
}

impl fmt::Display for RightSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<_> = self.compact().into_iter().map(Right::code).collect();
        f.write_str(&codes.join(","))
    }
}

impl fmt::Debug for RightSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{self}}}")
    }
}

impl FromStr for RightSet {
    type Err = ParseError;

    /// Codes or labels of rights and groups, joined by commas.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        if given.trim().is_empty() {
            return Ok(Self::EMPTY);
        }
        given.split(',').map(str::parse::<Right>).collect()
    }
}

impl From<RightSet> for Vec<Right> {
    fn from(set: RightSet) -> Self {
        set.compact()
    }
}

impl From<Vec<Right>> for RightSet {
    fn from(rights: Vec<Right>) -> Self {
        Self::from_rights(rights)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn tree() {
        for right in Right::ALL.iter().copied() {
            check::round_trip(&right);
            assert_eq!(right.label().parse(), Ok(right));
            assert_eq!(right.is_leaf(), right.children().next().is_none());
            assert!(
                right
                    .parent()
                    .is_none_or(|group| !group.is_leaf() && group.parent().is_none())
            );
            assert_eq!(RightSet::from(right).compact(), [right]);
        }
        assert_eq!(Right::Vod.leaves().len(), 5);
        assert_eq!(RightSet::all().len(), 21);
        assert_eq!(
            "VOD, theatrical".parse::<RightSet>().unwrap().to_string(),
            "theatrical,vod"
        );
        assert_eq!("".parse(), Ok(RightSet::EMPTY));
        assert!("vod,".parse::<RightSet>().is_err());
    }

    proptest! {
        #[test]
        fn sets(a: u64, b: u64, right in proptest::sample::select(Right::ALL)) {
            let (x, y) = (RightSet::from_bits(a), RightSet::from_bits(b));
            check::round_trip(&x);
            prop_assert_eq!(RightSet::from_rights(x.compact()), x);
            prop_assert_eq!(x.iter().collect::<RightSet>(), x);
            prop_assert_eq!(x.minus(y).union(x.intersect(y)), x);
            prop_assert_eq!(x.overlaps(y), !x.intersect(y).is_empty());
            prop_assert_eq!(x.contains_all(y), x.union(y) == x);
            if right.is_leaf() {
                prop_assert_eq!(x.contains(right), x.iter().any(|leaf| leaf == right));
            }
        }

        #[test]
        fn takes_any_text(text in any::<String>(), near in "(vod|svod|hotel|allied|,| ){0,6}") {
            check::any_text::<RightSet>(&text);
            check::any_text::<RightSet>(&near);
        }
    }
}
