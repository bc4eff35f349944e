//! Editions: one market, with its season online and its days on the floor.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::ParseError;
use crate::currency::Currency;
use crate::id::EditionId;
use crate::language::LanguageTag;
use crate::localised::Localised;
use crate::slug::Slug;
use crate::text::Name;
use crate::window::Window;

/// One market: "Harbour Film Market 2027".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub id: EditionId,
    pub slug: Slug,
    pub name: Name,
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub names: Localised<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Name>,
    pub time_zone: TimeZoneName,
    /// The first and the last day online, in the market's time zone.
    pub season: Window,
    /// The days on the floor, in order, without repetition; none for a market held online alone.
    #[serde(default)]
    pub market_days: Vec<MarketDay>,
    #[serde(default)]
    pub halls: Vec<Hall>,
    #[serde(default)]
    pub languages: Vec<LanguageTag>,
    #[serde(default)]
    pub currencies: Vec<Currency>,
}

/// A day on the floor and its opening hours, in the market's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarketDay {
    pub date: Date,
    pub opens: Time,
    pub closes: Time,
}

/// A hall of the venue with its booths. Lengths are decimetres from the hall's top left corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hall {
    pub code: BoothCode,
    pub name: Name,
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub names: Localised<Name>,
    pub width: u32,
    pub depth: u32,
    #[serde(default)]
    pub booths: Vec<Booth>,
}

/// A booth on its hall's floor plan, in decimetres.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booth {
    pub code: BoothCode,
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub depth: u32,
}

/// What is written above a hall or a booth: "3", "1A-B12". Up to 16 capital letters, digits, hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BoothCode(String);

/// A zone of the IANA time zone database by its name: "Asia/Hong_Kong".
///
/// Only the form is checked here, since the rules live on the server; whoever reads the clock answers
/// for a name that is well formed and unknown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeZoneName(String);

macro_rules! checked_string {
    ($name:ident, $what:literal, $allowed:literal, $normalise:expr, $check:expr) => {
        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = ParseError;

            fn from_str(given: &str) -> Result<Self, ParseError> {
                let normalise: fn(&str) -> String = $normalise;
                let check: fn(&str) -> bool = $check;
                let value = normalise(given.trim());
                if check(&value) {
                    Ok(Self(value))
                } else {
                    Err(ParseError::new($what, given, $allowed))
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = ParseError;

            fn try_from(given: String) -> Result<Self, ParseError> {
                given.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

checked_string!(
    BoothCode,
    "booth",
    "1 to 16 letters, digits and hyphens, such as 1A-B12",
    str::to_ascii_uppercase,
    |code| {
        (1..=16).contains(&code.len())
            && code
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
            && !code.starts_with('-')
            && !code.ends_with('-')
    }
);

checked_string!(
    TimeZoneName,
    "time zone",
    "a name of the IANA time zone database, such as Asia/Hong_Kong",
    str::to_owned,
    |name| {
        (1..=64).contains(&name.len())
            && name.split('/').all(|part| {
                !part.is_empty()
                    && part
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b"_-+".contains(&b))
            })
    }
);

impl MarketDay {
    /// Fails when the day closes before it opens.
    pub fn new(date: Date, opens: Time, closes: Time) -> Result<Self, ParseError> {
        if opens < closes {
            Ok(Self {
                date,
                opens,
                closes,
            })
        } else {
            Err(ParseError::new(
                "opening hours",
                &format!("{opens} to {closes}"),
                "an opening time before the closing time, on one day",
            ))
        }
    }
}

/// Checks what no single value shows: market days in order and without repetition, each opening before it
/// closes; each hall and each booth named once, each booth within its hall and on no other.
///
/// # Errors
/// Names the first value that is in the way, and what would be right.
pub fn check_plan(days: &[MarketDay], halls: &[Hall]) -> Result<(), ParseError> {
    for day in days {
        MarketDay::new(day.date, day.opens, day.closes)?;
    }
    if let Some(pair) = days.windows(2).find(|pair| pair[0].date >= pair[1].date) {
        let given = pair[1].date.to_string();
        let allowed = "days in order, each of them once";
        return Err(ParseError::new("market day", &given, allowed));
    }
    let mut codes = BTreeSet::new();
    for hall in halls {
        if !codes.insert(&hall.code) {
            return Err(ParseError::new(
                "hall",
                hall.code.as_str(),
                "each code once",
            ));
        }
    }
    let mut codes = BTreeSet::new();
    for (hall, booth) in halls
        .iter()
        .flat_map(|hall| hall.booths.iter().map(move |booth| (hall, booth)))
    {
        let wrong = |allowed| Err(ParseError::new("booth", booth.code.as_str(), allowed));
        if !codes.insert(&booth.code) {
            return wrong("each code once in all halls");
        }
        if !booth.stands_within(hall) {
            return wrong("a booth that has a size and stands within its hall");
        }
        if hall
            .booths
            .iter()
            .any(|other| other.code != booth.code && booth.overlaps(other))
        {
            return wrong("a booth that stands on no other");
        }
    }
    Ok(())
}

impl Booth {
    fn stands_within(&self, hall: &Hall) -> bool {
        let fits = |from: u32, size: u32, room: u32| {
            size > 0 && from.checked_add(size).is_some_and(|end| end <= room)
        };
        fits(self.x, self.width, hall.width) && fits(self.y, self.depth, hall.depth)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let apart = |a: u32, a_size: u32, b: u32, b_size: u32| {
            a.saturating_add(a_size) <= b || b.saturating_add(b_size) <= a
        };
        !apart(self.x, self.width, other.x, other.width)
            && !apart(self.y, self.depth, other.y, other.depth)
    }
}

impl Edition {
    /// The hall a booth stands in.
    pub fn hall_of(&self, booth: &BoothCode) -> Option<&Hall> {
        self.halls
            .iter()
            .find(|hall| hall.booths.iter().any(|known| &known.code == booth))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_booth_is_written_in_capitals() {
        assert_eq!("1a-b12".parse::<BoothCode>().unwrap().as_str(), "1A-B12");
        for wrong in ["", "-A", "A-", "A B", "展位", "ABCDEFGHIJKLMNOPQ"] {
            assert!(wrong.parse::<BoothCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_zone_has_the_form_of_the_iana_database() {
        for right in [
            "UTC",
            "Asia/Hong_Kong",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+8",
        ] {
            assert!(right.parse::<TimeZoneName>().is_ok(), "{right}");
        }
        for wrong in ["", "/", "Asia/", "Asia Hong Kong", "../etc/passwd"] {
            assert!(wrong.parse::<TimeZoneName>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_plan_that_cannot_be_built_is_refused() {
        let booth = |code: &str, x, y| Booth {
            code: code.parse().unwrap(),
            x,
            y,
            width: 30,
            depth: 30,
        };
        let hall = |booths| Hall {
            code: "1".parse().unwrap(),
            name: "Hall 1".parse().unwrap(),
            names: Localised::default(),
            width: 100,
            depth: 60,
            booths,
        };
        let check = |booths| check_plan(&[], &[hall(booths)]);
        assert!(
            check(vec![
                booth("A1", 0, 0),
                booth("A2", 30, 0),
                booth("B1", 70, 30)
            ])
            .is_ok()
        );
        for wrong in [
            vec![booth("A1", 0, 0), booth("A1", 30, 0)],
            vec![booth("A1", 0, 0), booth("A2", 29, 29)],
            vec![booth("A1", 71, 0)],
            vec![booth("A1", u32::MAX, 0)],
        ] {
            assert!(check(wrong).is_err());
        }
        assert!(check_plan(&[], &[hall(Vec::new()), hall(Vec::new())]).is_err());
    }

    proptest! {
        #[test]
        fn parsing_never_panics_and_keeps_what_it_wrote(text in "\\PC{0,20}") {
            if let Ok(code) = text.parse::<BoothCode>() {
                prop_assert_eq!(code.to_string().parse::<BoothCode>().unwrap(), code);
            }
            if let Ok(zone) = text.parse::<TimeZoneName>() {
                prop_assert_eq!(zone.to_string().parse::<TimeZoneName>().unwrap(), zone);
            }
        }
    }
}
