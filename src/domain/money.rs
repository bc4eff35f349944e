//! Sums of money as a market speaks of them: whole units of a currency.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{currency::Currency, parse::ParseError};

/// The largest sum, in whole units: ten trillion, above any budget in any currency.
const MAX: i64 = 10_000_000_000_000;

/// Thousandths of a unit for one US dollar: round figures near the averages of 2025.
const PER_USD: [(&str, i64); 46] = [
    ("AED", 3_672),
    ("ARS", 1_250_000),
    ("AUD", 1_550),
    ("BRL", 5_600),
    ("CAD", 1_400),
    ("CHF", 830),
    ("CLP", 950_000),
    ("CNY", 7_200),
    ("COP", 4_050_000),
    ("CZK", 21_900),
    ("DKK", 6_600),
    ("EGP", 50_000),
    ("EUR", 885),
    ("GBP", 760),
    ("HKD", 7_800),
    ("HUF", 353_000),
    ("IDR", 16_450_000),
    ("ILS", 3_500),
    ("INR", 87_000),
    ("ISK", 128_000),
    ("JPY", 150_000),
    ("KES", 129_000),
    ("KRW", 1_420_000),
    ("MOP", 8_030),
    ("MXN", 19_200),
    ("MYR", 4_280),
    ("NGN", 1_530_000),
    ("NOK", 10_400),
    ("NZD", 1_720),
    ("PEN", 3_600),
    ("PHP", 57_500),
    ("PLN", 3_750),
    ("QAR", 3_640),
    ("RON", 4_500),
    ("RUB", 83_000),
    ("SAR", 3_750),
    ("SEK", 9_800),
    ("SGD", 1_310),
    ("THB", 32_900),
    ("TRY", 39_500),
    ("TWD", 31_000),
    ("UAH", 41_700),
    ("USD", 1_000),
    ("UYU", 41_000),
    ("VND", 26_000_000),
    ("ZAR", 17_900),
];

/// A sum of 0 to 10¹³ whole units of a currency.
///
/// Deliberately not ordered: sums in two currencies compare through [`Money::in_usd`] alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Money {
    amount: i64,
    currency: Currency,
}

/// The form in JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    amount: i64,
    currency: Currency,
}

impl Money {
    /// A sum of whole units; refuses a negative one and one above 10¹³.
    pub fn new(amount: i64, currency: Currency) -> Result<Self, ParseError> {
        if (0..=MAX).contains(&amount) {
            Ok(Self { amount, currency })
        } else {
            Err(wrong(&format!("{currency} {amount}")))
        }
    }

    /// Whole units of the currency.
    pub const fn amount(self) -> i64 {
        self.amount
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// About how many US dollars it is, rounded down; `None` for a currency without a rate.
    ///
    /// By fixed reference rates, so that budgets in several currencies can be filtered and sorted
    /// with the same result everywhere and always. Never for paying, and never shown as a sum.
    pub fn in_usd(self) -> Option<i64> {
        let code = self.currency.code();
        let (_, rate) = PER_USD.iter().find(|(other, _)| *other == code)?;
        // At most 10^13 times a thousand: within an i64.
        Some(self.amount * 1000 / rate)
    }
}

fn wrong(given: &str) -> ParseError {
    ParseError::new(
        "amount of money",
        given,
        "give an ISO 4217 code and 0 to 10000000000000 whole units, such as USD 1200000",
    )
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.amount)
    }
}

impl FromStr for Money {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let (currency, digits) = given.trim().split_once(' ').ok_or_else(|| wrong(given))?;
        let currency = currency.parse()?;
        // No sign and no separators: "1.200" means two things in two countries.
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong(given));
        }
        let amount = digits.parse().map_err(|_| wrong(given))?;
        Self::new(amount, currency).map_err(|_| wrong(given))
    }
}

impl TryFrom<Parts> for Money {
    type Error = ParseError;

    fn try_from(parts: Parts) -> Result<Self, ParseError> {
        Self::new(parts.amount, parts.currency)
    }
}

impl From<Money> for Parts {
    fn from(money: Money) -> Self {
        Self {
            amount: money.amount,
            currency: money.currency,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn reference_rates() {
        let usd = |text: &str| text.parse::<Money>().unwrap().in_usd();
        assert_eq!(usd("USD 1200000"), Some(1_200_000));
        assert_eq!(usd("hkd 7800"), Some(1000));
        assert_eq!(usd("JPY 10000000000000"), Some(66_666_666_666));
        assert_eq!(usd("XPF 1000"), None);
        assert!(
            PER_USD
                .iter()
                .all(|(code, _)| code.parse::<Currency>().is_ok())
        );
    }

    #[test]
    fn refused() {
        for bad in [
            "USD",
            "USD -1",
            "USD +1",
            "USD 1.5",
            "USD 1,000",
            "1200000 USD",
            "USD 10000000000001",
            "XXX 1",
        ] {
            assert!(bad.parse::<Money>().is_err(), "{bad}");
        }
        assert!(serde_json::from_str::<Money>(r#"{"amount":-1,"currency":"USD"}"#).is_err());
    }

    proptest! {
        #[test]
        fn parse_format(amount in 0..=MAX, index in 0..Currency::all().len()) {
            let money = Money::new(amount, Currency::all().nth(index).unwrap()).unwrap();
            prop_assert_eq!(money.to_string().parse(), Ok(money));
            check::json_round_trip(&money);
            prop_assert!(money.in_usd().is_none_or(|usd| usd >= 0));
        }

        #[test]
        fn takes_any_text(text in any::<String>(), near in "[A-Z]{3} [0-9+-]{0,20}") {
            for text in [text, near] {
                if let Ok(money) = text.parse::<Money>() {
                    prop_assert_eq!(money.to_string().parse(), Ok(money));
                }
            }
        }
    }
}
