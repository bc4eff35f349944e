//! Territories: countries and the groups that the trade sells them in.
//!
//! A group is a name for a list of countries and no more: everything is expanded to a
//! [`TerritorySet`] of countries before it is compared. Former countries are in no set, since
//! nothing can be licensed there.

mod group;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

pub use self::group::TerritoryGroup;
use crate::{
    country::Country,
    parse::{ParseError, serde_as_text},
};

/// Words of a set: one bit for each `Country::index`.
const WORDS: usize = 5;
const _: () = assert!(
    Country::COUNT <= WORDS * 64,
    "a set of territories has 320 bits"
);

/// A set of countries that exist; 40 bytes. As text, their codes joined by commas; in JSON, a list
/// of codes.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Territory>", into = "Vec<Country>")]
pub struct TerritorySet([u64; WORDS]);

impl TerritorySet {
    /// No country.
    pub const EMPTY: Self = Self([0; WORDS]);

    /// One bit for each country: bit `i % 64` of word `i / 64` is that of the country with the index `i`.
    pub const fn words(&self) -> &[u64; WORDS] {
        &self.0
    }

    /// Every country that exists.
    pub fn worldwide() -> Self {
        TerritoryGroup::Worldwide.countries()
    }

    /// Adds a country; a former one is left out.
    pub fn insert(&mut self, country: Country) {
        let index = country.index();
        if let Some(word) = self.0.get_mut(index / 64).filter(|_| !country.is_former()) {
            *word |= 1 << (index % 64);
        }
    }

    /// Whether it has a country.
    pub fn contains(&self, country: Country) -> bool {
        let index = country.index();
        self.0
            .get(index / 64)
            .is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    fn zip(&self, other: &Self, op: impl Fn(u64, u64) -> u64) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word = op(*word, other);
        }
        Self(words)
    }

    /// What is in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// What is in both.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// What is in this and not in the other.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    /// Whether they share a country.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.intersect(other).is_empty()
    }

    /// Whether everything in the other is in this.
    pub fn contains_all(&self, other: &Self) -> bool {
        other.minus(self).is_empty()
    }

    /// Whether it has no country.
    pub fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }

    /// How many countries it has.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The countries, by code.
    pub fn iter(&self) -> impl Iterator<Item = Country> {
        let words = *self;
        Country::all().filter(move |country| words.contains(*country))
    }
}

impl FromIterator<Country> for TerritorySet {
    fn from_iter<I: IntoIterator<Item = Country>>(countries: I) -> Self {
        let mut set = Self::EMPTY;
        for country in countries {
            set.insert(country);
        }
        set
    }
}

impl From<Country> for TerritorySet {
    fn from(country: Country) -> Self {
        [country].into_iter().collect()
    }
}

impl fmt::Display for TerritorySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, country) in self.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(f, "{comma}{country}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for TerritorySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{self}}}")
    }
}

impl FromStr for TerritorySet {
    type Err = ParseError;

    /// Countries and groups joined by commas; empty is no country.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        if given.trim().is_empty() {
            return Ok(Self::EMPTY);
        }
        given.split(',').try_fold(Self::EMPTY, |set, word| {
            Ok(set.union(&word.parse::<Territory>()?.countries()))
        })
    }
}

impl From<TerritorySet> for Vec<Country> {
    fn from(set: TerritorySet) -> Self {
        set.iter().collect()
    }
}

/// Groups are taken apart.
impl From<Vec<Territory>> for TerritorySet {
    fn from(list: Vec<Territory>) -> Self {
        list.into_iter().fold(Self::EMPTY, |set, territory| {
            set.union(&territory.countries())
        })
    }
}

/// A group of countries, or a country that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Territory {
    /// A group such as Greater China.
    Group(TerritoryGroup),
    /// One country; former ones do not parse.
    Country(Country),
}

impl Territory {
    /// `greater-china`, `HK`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Group(group) => group.code(),
            Self::Country(country) => country.code(),
        }
    }

    /// `Greater China`, `Hong Kong`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Group(group) => group.label(),
            Self::Country(country) => country.name(),
        }
    }

    /// The countries it stands for.
    pub fn countries(self) -> TerritorySet {
        match self {
            Self::Group(group) => group.countries(),
            Self::Country(country) => country.into(),
        }
    }
}

impl fmt::Display for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Territory {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let text = given.trim();
        let group = text.parse().ok().map(Self::Group);
        let country = || {
            text.parse()
                .ok()
                .filter(|country: &Country| !country.is_former())
                .map(Self::Country)
        };
        group.or_else(country).ok_or_else(|| {
            ParseError::unknown(
                "territory",
                given,
                "give a group such as worldwide or dach, or a country of today such as HK",
            )
        })
    }
}

serde_as_text!(Territory);

/// Territories as a contract names them: some, without others.
///
/// As text, words joined by commas, a minus before what is left out: `worldwide,-US,-CA`,
/// `dach,FR`. Always at least one country.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Territories {
    included: Vec<Territory>,
    excluded: Vec<Territory>,
}

impl Territories {
    /// What is included without what is excluded, each named once; refuses to mean no country.
    pub fn new(
        included: impl IntoIterator<Item = Territory>,
        excluded: impl IntoIterator<Item = Territory>,
    ) -> Result<Self, ParseError> {
        let mut territories = Self {
            included: Vec::new(),
            excluded: Vec::new(),
        };
        for territory in included {
            if !territories.included.contains(&territory) {
                territories.included.push(territory);
            }
        }
        for territory in excluded {
            if !territories.excluded.contains(&territory) {
                territories.excluded.push(territory);
            }
        }
        if territories.expand().is_empty() {
            return Err(ParseError::new(
                "territories",
                &territories.to_string(),
                "give territories of which at least one country is left, such as worldwide,-US",
            ));
        }
        Ok(territories)
    }

    /// Every country.
    pub fn worldwide() -> Self {
        Self {
            included: vec![Territory::Group(TerritoryGroup::Worldwide)],
            excluded: Vec::new(),
        }
    }

    /// What is in, as named.
    pub fn included(&self) -> &[Territory] {
        &self.included
    }

    /// What is left out, as named.
    pub fn excluded(&self) -> &[Territory] {
        &self.excluded
    }

    /// The countries this means.
    pub fn expand(&self) -> TerritorySet {
        let all = |list: &[Territory]| {
            let sets = list.iter().map(|territory| territory.countries());
            sets.fold(TerritorySet::EMPTY, |all, set| all.union(&set))
        };
        all(&self.included).minus(&all(&self.excluded))
    }
}

impl fmt::Display for Territories {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let included = self.included.iter().map(|territory| ("", territory));
        let excluded = self.excluded.iter().map(|territory| ("-", territory));
        for (place, (minus, territory)) in included.chain(excluded).enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(f, "{comma}{minus}{territory}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Territories {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{self}}}")
    }
}

impl FromStr for Territories {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let mut included = Vec::new();
        let mut excluded = Vec::new();
        for word in given.split(',').map(str::trim) {
            match word.strip_prefix('-') {
                Some(word) => excluded.push(word.parse()?),
                None => included.push(word.parse()?),
            }
        }
        Self::new(included, excluded)
    }
}

serde_as_text!(Territories);

#[cfg(test)]
mod tests;
