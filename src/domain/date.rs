//! Days, years and moments.
//!
//! Days and moments are those of ISO 8601 and RFC 3339; years run from 1850, before the first film,
//! to 2200, after the last licence. Nothing here asks what time it is.

use std::{fmt, str::FromStr};

pub use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::parse::{ParseError, serde_as_text};

/// The first day that is read: 1850-01-01.
pub const FIRST_DAY: Date = jiff::civil::date(1850, 1, 1);
/// The last day that is read: 2200-12-31.
pub const LAST_DAY: Date = jiff::civil::date(2200, 12, 31);

/// Reads `YYYY-MM-DD` (ISO 8601, extended form), from [`FIRST_DAY`] to [`LAST_DAY`].
pub fn parse_date(given: &str) -> Result<Date, ParseError> {
    let wrong = || {
        ParseError::new(
            "date",
            given,
            "give YYYY-MM-DD between 1850-01-01 and 2200-12-31",
        )
    };
    let text = given.trim();
    let digits = |(at, b): (usize, u8)| {
        if matches!(at, 4 | 7) {
            b == b'-'
        } else {
            b.is_ascii_digit()
        }
    };
    if text.len() != 10 || !text.bytes().enumerate().all(digits) {
        return Err(wrong());
    }
    let date: Date = text.parse().map_err(|_| wrong())?;
    if (FIRST_DAY..=LAST_DAY).contains(&date) {
        Ok(date)
    } else {
        Err(wrong())
    }
}

/// Serde for a `Date` field: `#[serde(with = "crate::date::iso")]`.
pub mod iso {
    use super::*;

    /// Writes `YYYY-MM-DD`.
    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    /// Reads with [`parse_date`].
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        crate::parse::deserialize_text::<D, Day>(deserializer).map(|day| day.0)
    }
}

/// Serde for an `Option<Date>` field: `#[serde(default, with = "crate::date::iso_option")]`.
pub mod iso_option {
    use super::*;

    /// Writes `YYYY-MM-DD` or null.
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(Day).serialize(serializer)
    }

    /// Reads with [`parse_date`]; null is `None`.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }
}

/// A date with serde of its own, which jiff's has not.
struct Day(Date);

impl FromStr for Day {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        parse_date(given).map(Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

serde_as_text!(Day);

/// A moment: milliseconds since 1970-01-01T00:00:00Z, in the years 0000 to 9999 (RFC 3339's).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 0000-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_167_219_200_000);
    /// 9999-12-30T00:00:00Z: the last midnight that jiff can tell in every time zone.
    pub const MAX: Self = Self(253_402_128_000_000);

    /// The moment so many milliseconds after 1970 began in UTC, at most [`Timestamp::MAX`] and at
    /// least [`Timestamp::MIN`].
    pub const fn from_millis(millis: i64) -> Self {
        if millis < Self::MIN.0 {
            Self::MIN
        } else if millis > Self::MAX.0 {
            Self::MAX
        } else {
            Self(millis)
        }
    }

    /// Milliseconds since 1970 began in UTC.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// This many milliseconds later (earlier if negative), within the bounds.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// Reads RFC 3339: `2027-03-15T09:30:00+08:00`; what is finer than a millisecond is dropped.
    pub fn from_rfc3339(given: &str) -> Result<Self, ParseError> {
        let wrong = || {
            ParseError::new(
                "time",
                given,
                "give RFC 3339 such as 2027-03-15T09:30:00+08:00",
            )
        };
        let text = given.trim();
        // jiff also reads ISO 8601's looser forms and bracketed time zones, which nobody else would.
        let shape = text.len() >= 20
            && text.bytes().take(19).enumerate().all(|(at, b)| match at {
                4 | 7 => b == b'-',
                10 => matches!(b, b'T' | b't'),
                13 | 16 => b == b':',
                _ => b.is_ascii_digit(),
            })
            && !text.contains('[');
        if !shape {
            return Err(wrong());
        }
        let millis = text
            .parse::<jiff::Timestamp>()
            .map_err(|_| wrong())?
            .as_millisecond();
        Some(Self(millis))
            .filter(|t| (Self::MIN..=Self::MAX).contains(t))
            .ok_or_else(wrong)
    }

    /// Writes RFC 3339 in UTC: `2027-03-15T01:30:00Z`, with milliseconds where there are any.
    pub fn to_rfc3339(self) -> String {
        // Never falls back: the bounds lie within jiff's.
        jiff::Timestamp::from_millisecond(self.0)
            .unwrap_or_default()
            .to_string()
    }

    /// The day it is in UTC.
    pub fn date_utc(self) -> Date {
        let moment = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        jiff::tz::Offset::UTC.to_datetime(moment).date()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

impl FromStr for Timestamp {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        Self::from_rfc3339(given)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let millis = i64::deserialize(deserializer)?;
        let time = Self::from_millis(millis);
        if time.0 == millis {
            Ok(time)
        } else {
            Err(serde::de::Error::custom(ParseError::new(
                "time",
                &millis.to_string(),
                "give milliseconds since 1970 between the years 0 and 9999",
            )))
        }
    }
}

/// A year, 1850 to 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Year(u16);

impl Year {
    /// The first year.
    pub const MIN: Self = Self(1850);
    /// The last year.
    pub const MAX: Self = Self(2200);

    /// A year from 1850 to 2200.
    pub fn new(year: u16) -> Result<Self, ParseError> {
        if (Self::MIN.0..=Self::MAX.0).contains(&year) {
            Ok(Self(year))
        } else {
            Err(wrong_year(&year.to_string()))
        }
    }

    /// The number.
    pub const fn get(self) -> u16 {
        self.0
    }
}

fn wrong_year(given: &str) -> ParseError {
    ParseError::new("year", given, "give a year from 1850 to 2200")
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Year {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let text = given.trim();
        if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong_year(given));
        }
        Self::new(text.parse().map_err(|_| wrong_year(given))?)
    }
}

impl TryFrom<u16> for Year {
    type Error = ParseError;

    fn try_from(year: u16) -> Result<Self, ParseError> {
        Self::new(year)
    }
}

impl From<Year> for u16 {
    fn from(year: Year) -> Self {
        year.0
    }
}

/// The year of a day; `None` outside 1850 to 2200.
impl TryFrom<Date> for Year {
    type Error = ParseError;

    fn try_from(date: Date) -> Result<Self, ParseError> {
        u16::try_from(date.year())
            .ok()
            .and_then(|year| Self::new(year).ok())
            .ok_or_else(|| wrong_year(&date.year().to_string()))
    }
}

#[cfg(test)]
pub(crate) mod strategy {
    use proptest::prelude::*;

    use super::*;

    /// Any day that is read.
    pub(crate) fn any_date() -> impl Strategy<Value = Date> {
        (0..128_000i32).prop_map(|days| {
            let day = FIRST_DAY.checked_add(jiff::Span::new().days(days)).unwrap();
            day.min(LAST_DAY)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn bounds() {
        assert_eq!(Timestamp::MIN.to_rfc3339(), "0000-01-01T00:00:00Z");
        assert_eq!(Timestamp::MAX.to_rfc3339(), "9999-12-30T00:00:00Z");
        assert_eq!(Timestamp::from_millis(i64::MAX), Timestamp::MAX);
        for bad in [
            "1849-12-31",
            "2201-01-01",
            "2027-02-29",
            "20270101",
            "2027-1-1",
            "2027-01-01T00:00",
            "",
        ] {
            assert!(parse_date(bad).is_err(), "{bad}");
        }
        for bad in ["1849", "2201", "+2000", "20000", "", "MMXX"] {
            assert!(bad.parse::<Year>().is_err(), "{bad}");
        }
    }

    #[test]
    fn rfc3339() {
        let time = Timestamp::from_rfc3339("2027-03-15T09:30:00.1239+08:00").unwrap();
        assert_eq!(time.to_rfc3339(), "2027-03-15T01:30:00.123Z");
        assert_eq!(time.date_utc(), parse_date("2027-03-15").unwrap());
        for bad in [
            "2027-03-15",
            "2027-03-15T09:30:00",
            "2027-03-15T09:30:00+08:00[Asia/Hong_Kong]",
            "now",
        ] {
            assert!(Timestamp::from_rfc3339(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn parse_format(millis in Timestamp::MIN.0..=Timestamp::MAX.0, date in strategy::any_date(), year in 1850u16..=2200) {
            let time = Timestamp::from_millis(millis);
            prop_assert_eq!(Timestamp::from_rfc3339(&time.to_rfc3339()), Ok(time));
            check::json_round_trip(&time);
            prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
            check::round_trip(&Year::new(year).unwrap());
            prop_assert!(Year::try_from(date).is_ok());
        }

        #[test]
        fn takes_any_text(text in any::<String>(), near in "[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9:.]{5,12}(Z|[+]08:00)?)?") {
            for text in [text, near] {
                let _ = parse_date(&text);
                let _ = text.parse::<Year>();
                if let Ok(time) = Timestamp::from_rfc3339(&text) {
                    prop_assert_eq!(Timestamp::from_rfc3339(&time.to_rfc3339()), Ok(time));
                }
            }
        }
    }
}
