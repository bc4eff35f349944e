//! Currencies in use: ISO 4217.

#[path = "tables/currencies.rs"]
mod table;

use std::{fmt, str::FromStr};

use self::table::CURRENCIES;
use crate::parse::{ParseError, serde_as_text};

/// A currency of ISO 4217; one byte, ordered by code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(u8);

impl Currency {
    fn row(self) -> &'static (&'static str, &'static str, u8) {
        // Always within the table: the number comes from it.
        &CURRENCIES[usize::from(self.0)]
    }

    /// The ISO 4217 code: `HKD`.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// The English name: `Hong Kong Dollar`.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// Digits after the point: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar.
    pub fn minor_digits(self) -> u8 {
        self.row().2
    }

    /// Every currency, by code.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        (0..CURRENCIES.len() as u8).map(Self)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = ParseError;

    /// A code, ignoring case.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        let text = given.trim();
        Self::all()
            .find(|currency| currency.code().eq_ignore_ascii_case(text))
            .ok_or_else(|| {
                ParseError::unknown("currency", given, "give an ISO 4217 code such as USD")
            })
    }
}

serde_as_text!(Currency);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn table_is_sound() {
        assert!(CURRENCIES.is_sorted_by(|a, b| a.0 < b.0));
        const { assert!(CURRENCIES.len() < 256) };
        for currency in Currency::all() {
            check::round_trip(&currency);
            assert_eq!(currency.code().to_lowercase().parse(), Ok(currency));
        }
        let digits = |code: &str| code.parse::<Currency>().unwrap().minor_digits();
        assert_eq!((digits("USD"), digits("JPY"), digits("KWD")), (2, 0, 3));
    }

    proptest! {
        #[test]
        fn takes_any_text(text in any::<String>(), code in "[a-zA-Z]{3}") {
            check::any_text::<Currency>(&text);
            check::any_text::<Currency>(&code);
        }
    }
}
