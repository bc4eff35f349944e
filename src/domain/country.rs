//! Countries: ISO 3166-1, Kosovo, and those that are no more (ISO 3166-3), which old films need.

#[path = "tables/countries.rs"]
mod table;

use std::{fmt, str::FromStr};

use self::table::{COUNTRIES, NAMES};
use crate::{
    code::{fold_name, look_up},
    parse::{ParseError, serde_as_text},
};

/// One line of the generated table.
struct Row {
    code: &'static str,
    name: &'static str,
    /// Empty for a country that exists.
    alpha4: &'static str,
    successors: &'static [Country],
}

/// A country, present or former; two bytes, ordered by code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u16);

impl Country {
    /// How many there are; every `index` is below it.
    pub const COUNT: usize = COUNTRIES.len();

    fn row(self) -> &'static Row {
        // Always within the table: the number comes from it.
        &COUNTRIES[usize::from(self.0)]
    }

    /// The ISO 3166-1 alpha-2 code in capitals, `XK` for Kosovo, the withdrawn alpha-2 code for a
    /// former country. Serbia and Montenegro alone has four letters, `CSXX` (ISO 3166-3), as `CS`
    /// is Czechoslovakia here.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The English short name: `Hong Kong`, `South Korea`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// A dense number below [`Country::COUNT`], in the order of the codes. Not for storage: it
    /// moves when a country is added.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The country of an index.
    pub fn from_index(index: usize) -> Option<Self> {
        u16::try_from(index)
            .ok()
            .filter(|_| index < Self::COUNT)
            .map(Self)
    }

    /// Whether it is no more.
    pub fn is_former(self) -> bool {
        !self.row().alpha4.is_empty()
    }

    /// The ISO 3166-3 code of a former country: `SUHH`.
    pub fn alpha4(self) -> Option<&'static str> {
        Some(self.row().alpha4).filter(|code| !code.is_empty())
    }

    /// The countries of today on the land of a former one; empty for a country that exists.
    pub fn successors(self) -> &'static [Self] {
        self.row().successors
    }

    /// Every country, former ones too, by code.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        (0..COUNTRIES.len() as u16).map(Self)
    }

    /// Every country that exists, by code.
    pub fn current() -> impl Iterator<Item = Self> + Clone {
        Self::all().filter(|country| !country.is_former())
    }

    /// The country of an alpha-2 code (or `CSXX`), ignoring case; no names.
    pub fn from_code(code: &str) -> Option<Self> {
        if !matches!(code.len(), 2 | 4) {
            return None;
        }
        let code = code.to_ascii_uppercase();
        let place = COUNTRIES.binary_search_by(|row| row.code.cmp(&code)).ok()?;
        Self::from_index(place)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Country {
    type Err = ParseError;

    /// A code, or an English name in any usual form: `Hong Kong`, `Hong Kong SAR China`, `USA`,
    /// `Korea, Republic of`, `the Netherlands`.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        let text = given.trim();
        // No name in the table is longer; a page of text is not worth folding.
        let by_name = || {
            let folded = (text.len() <= 200).then(|| fold_name(text))?;
            look_up(&NAMES, &folded)
                .or_else(|| look_up(&NAMES, folded.strip_prefix("the")?))
                .map(Self)
        };
        Self::from_code(text).or_else(by_name).ok_or_else(|| {
            ParseError::unknown(
                "country",
                given,
                "give an ISO 3166-1 alpha-2 code such as HK, or its English name",
            )
        })
    }
}

serde_as_text!(Country);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    fn country(text: &str) -> Country {
        text.parse().unwrap()
    }

    #[test]
    fn table_is_sound() {
        assert!(COUNTRIES.is_sorted_by(|a, b| a.code < b.code));
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        const { assert!(Country::COUNT < 320) };
        assert_eq!(Country::current().count(), 250);
        for (index, c) in Country::all().enumerate() {
            check::round_trip(&c);
            assert_eq!(c.index(), index);
            assert_eq!(Country::from_index(index), Some(c));
            assert_eq!(country(c.name()), c, "{}", c.name());
            assert_eq!(country(&c.code().to_lowercase()), c);
            assert_eq!(c.is_former(), c.alpha4().is_some());
            assert_eq!(c.is_former(), !c.successors().is_empty());
            assert!(c.successors().iter().all(|s| !s.is_former()));
            if let Some(alpha4) = c.alpha4() {
                assert_eq!(country(alpha4), c);
            }
        }
        assert_eq!(Country::from_index(Country::COUNT), None);
    }

    #[test]
    fn names_in_use() {
        for (name, code) in [
            ("Hong Kong SAR China", "HK"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("uk", "GB"),
            ("South Korea", "KR"),
            ("Korea, Republic of", "KR"),
            ("Korea, Democratic People's Republic of", "KP"),
            ("Côte d’Ivoire", "CI"),
            ("Turkey", "TR"),
            ("The Netherlands", "NL"),
            ("USSR", "SU"),
            ("East Germany", "DD"),
            ("West Germany", "DE"),
            ("Burma", "BU"),
            ("Swaziland", "SZ"),
            ("Bosnia & Herzegovina", "BA"),
            ("Congo - Kinshasa", "CD"),
            ("Viet Nam", "VN"),
        ] {
            assert_eq!(country(name).code(), code, "{name}");
        }
        assert_eq!(country("CS").name(), "Czechoslovakia");
        assert_eq!(country("Serbia and Montenegro").alpha4(), Some("CSXX"));
        for bad in ["ZZ", "EU", "", "the", "Atlantis", "QO", "UN"] {
            assert!(bad.parse::<Country>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn takes_any_text(text in any::<String>(), code in "[A-Za-z]{2,4}") {
            check::any_text::<Country>(&text);
            check::any_text::<Country>(&code);
        }
    }
}
