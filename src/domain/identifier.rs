//! Identifiers of works in the registries of the trade: EIDR, ISAN, IMDb.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::parse::{ParseError, serde_as_text};

/// Digits of ISO 7064 Mod 37,36.
const DIGITS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The check character of hexadecimal digits by ISO 7064 Mod 37,36, which catches every single
/// wrong character and every swap of neighbours.
fn check_character(hex: &str) -> char {
    let mut sum: u32 = 36;
    for digit in hex.chars().filter_map(|c| c.to_digit(16)) {
        sum = (sum + digit) % 36;
        if sum == 0 {
            sum = 36;
        }
        sum = sum * 2 % 37;
    }
    let place = (37 - sum) % 36;
    DIGITS
        .get(place as usize)
        .map_or('0', |digit| char::from(*digit))
}

/// Groups of four joined by hyphens.
fn grouped(hex: &str) -> String {
    let mut out = String::with_capacity(hex.len() * 5 / 4);
    for (at, c) in hex.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            out.push('-');
        }
        out.push(c);
    }
    out
}

/// Capitals without hyphens and spaces, if the rest is ASCII letters and digits and not too long.
fn squeezed(text: &str) -> Option<String> {
    let short = text.len() <= 64;
    let out: String = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    (short && out.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| out.to_ascii_uppercase())
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// An EIDR content id: the DOI `10.5240/` and 20 hexadecimal digits in groups of four, then a check
/// character (EIDR ID Format, ISO 26324). Case is ignored in reading, capitals are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Eidr([u8; 10]);

impl Eidr {
    /// The id of 80 bits; the check character follows from them.
    pub const fn from_suffix(suffix: [u8; 10]) -> Self {
        Self(suffix)
    }

    /// The 80 bits.
    pub const fn suffix(self) -> [u8; 10] {
        self.0
    }

    fn hex(self) -> String {
        use fmt::Write;
        self.0
            .iter()
            .fold(String::with_capacity(20), |mut out, byte| {
                // Writing to a String does not fail.
                let _ = write!(out, "{byte:02X}");
                out
            })
    }
}

impl fmt::Display for Eidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = self.hex();
        write!(f, "10.5240/{}-{}", grouped(&hex), check_character(&hex))
    }
}

impl FromStr for Eidr {
    type Err = ParseError;

    /// The DOI, also after `https://doi.org/` or `doi:`; hyphens may be missing.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        let wrong = |allowed: String| ParseError::new("EIDR", given, allowed);
        let shape = || wrong("give an id such as 10.5240/7791-8534-2C23-9030-8610-5".to_owned());
        let text = given.trim();
        let text = ["https://doi.org/", "http://doi.org/", "doi:"]
            .iter()
            .find_map(|prefix| text.strip_prefix(prefix))
            .unwrap_or(text);
        let suffix = text
            .strip_prefix("10.5240/")
            .and_then(squeezed)
            .ok_or_else(shape)?;
        let (hex, check) = suffix.split_at_checked(20).ok_or_else(shape)?;
        if check.len() != 1 || !is_hex(hex) {
            return Err(shape());
        }
        let right = check_character(hex);
        if !check.starts_with(right) {
            return Err(wrong(format!(
                "the check character of these digits is {right}"
            )));
        }
        let bits = u128::from_str_radix(hex, 16).map_err(|_| shape())?;
        let [_, _, _, _, _, _, a @ ..] = bits.to_be_bytes();
        Ok(Self(a))
    }
}

/// An ISAN (ISO 15706): 12 hexadecimal digits of the work, 4 of the episode and a check character;
/// with a version (ISO 15706-2), 8 digits more and a second check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Isan {
    root: u64,
    episode: u16,
    version: Option<u32>,
}

impl Isan {
    /// The id of a work (48 bits; higher ones are dropped), an episode (0 for a single work) and a
    /// version; the check characters follow from them.
    pub const fn from_root(root: u64, episode: u16, version: Option<u32>) -> Self {
        Self {
            root: root & 0xFFFF_FFFF_FFFF,
            episode,
            version,
        }
    }

    /// The work: 48 bits.
    pub const fn root(self) -> u64 {
        self.root
    }

    /// The episode; 0 for a single work.
    pub const fn episode(self) -> u16 {
        self.episode
    }

    /// The version, if the id names one.
    pub const fn version(self) -> Option<u32> {
        self.version
    }
}

impl fmt::Display for Isan {
    /// `0000-0000-3A8D-0000-Z-0000-0000-6`; without a version, up to the first check character.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let work = format!("{:012X}{:04X}", self.root, self.episode);
        write!(f, "{}-{}", grouped(&work), check_character(&work))?;
        if let Some(version) = self.version {
            let version = format!("{version:08X}");
            let check = check_character(&format!("{work}{version}"));
            write!(f, "-{}-{check}", grouped(&version))?;
        }
        Ok(())
    }
}

impl FromStr for Isan {
    type Err = ParseError;

    /// With or without hyphens, and after `ISAN ` or `ISAN:`; the check characters are required.
    fn from_str(given: &str) -> Result<Self, ParseError> {
        let wrong = |allowed: String| ParseError::new("ISAN", given, allowed);
        let shape = || {
            wrong(
                "give an id such as 0000-0000-3A8D-0000-Z or 0000-0000-3A8D-0000-Z-0000-0000-6"
                    .to_owned(),
            )
        };
        let check = |hex: &str, check: &str| {
            let right = check_character(hex);
            let fits = check.starts_with(right);
            fits.then_some(()).ok_or_else(|| {
                wrong(format!(
                    "the check character of {} is {right}",
                    grouped(hex)
                ))
            })
        };
        let text = given.trim();
        let bare = match text.split_at_checked(4) {
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case("isan") => {
                rest.trim_start_matches([':', ' ', '-'])
            }
            _ => text,
        };
        let all = squeezed(bare).ok_or_else(shape)?;
        if !matches!(all.len(), 17 | 26) {
            return Err(shape());
        }
        // All ASCII and long enough: these cuts hold.
        let (work, rest) = all.split_at(16);
        let (first, rest) = rest.split_at(1);
        let (version, second) = rest.split_at(rest.len().saturating_sub(1));
        if !is_hex(work) || !is_hex(version) {
            return Err(shape());
        }
        check(work, first)?;
        let bits = u64::from_str_radix(work, 16).map_err(|_| shape())?;
        let version = if version.is_empty() {
            None
        } else {
            check(&format!("{work}{version}"), second)?;
            Some(u32::from_str_radix(version, 16).map_err(|_| shape())?)
        };
        Ok(Self::from_root(bits >> 16, (bits & 0xFFFF) as u16, version))
    }
}

/// An IMDb title id: `tt` and a number of 7 to 10 digits; fewer than seven are filled with zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImdbId(u64);

impl ImdbId {
    /// The id of a number from 1 to 9,999,999,999.
    pub fn new(number: u64) -> Result<Self, ParseError> {
        if (1..=9_999_999_999).contains(&number) {
            Ok(Self(number))
        } else {
            Err(wrong_imdb(&number.to_string()))
        }
    }

    /// The number.
    pub const fn number(self) -> u64 {
        self.0
    }
}

fn wrong_imdb(given: &str) -> ParseError {
    ParseError::new(
        "IMDb id",
        given,
        "give tt and 7 to 10 digits such as tt0113277",
    )
}

impl fmt::Display for ImdbId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tt{:07}", self.0)
    }
}

impl FromStr for ImdbId {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let wrong = || wrong_imdb(given);
        let digits = given.trim().strip_prefix("tt").ok_or_else(wrong)?;
        if !(7..=10).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        Self::new(digits.parse().map_err(|_| wrong())?).map_err(|_| wrong())
    }
}

serde_as_text!(Eidr, Isan, ImdbId);

/// An identifier and the registry it belongs to: in JSON `{"scheme": "imdb", "value": "tt0113277"}`,
/// as text `imdb:tt0113277`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "scheme", content = "value", rename_all = "lowercase")]
pub enum Identifier {
    /// Entertainment ID Registry.
    Eidr(Eidr),
    /// International Standard Audiovisual Number.
    Isan(Isan),
    /// Internet Movie Database.
    Imdb(ImdbId),
}

impl Identifier {
    /// The schemes, as `scheme` names them.
    pub const SCHEMES: [&'static str; 3] = ["eidr", "isan", "imdb"];

    /// The registry: `eidr`, `isan` or `imdb`.
    pub const fn scheme(&self) -> &'static str {
        match self {
            Self::Eidr(_) => "eidr",
            Self::Isan(_) => "isan",
            Self::Imdb(_) => "imdb",
        }
    }

    /// The registry's name as people write it.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Eidr(_) => "EIDR",
            Self::Isan(_) => "ISAN",
            Self::Imdb(_) => "IMDb",
        }
    }

    /// The identifier without its scheme.
    pub fn value(&self) -> String {
        match self {
            Self::Eidr(id) => id.to_string(),
            Self::Isan(id) => id.to_string(),
            Self::Imdb(id) => id.to_string(),
        }
    }

    /// Reads a value of a scheme, whose case is ignored.
    pub fn from_parts(scheme: &str, value: &str) -> Result<Self, ParseError> {
        match &*scheme.trim().to_ascii_lowercase() {
            "eidr" => value.parse().map(Self::Eidr),
            "isan" => value.parse().map(Self::Isan),
            "imdb" => value.parse().map(Self::Imdb),
            _ => Err(ParseError::unknown(
                "scheme of identifiers",
                scheme,
                "give one of eidr, isan, imdb",
            )),
        }
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.scheme(), self.value())
    }
}

impl FromStr for Identifier {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let (scheme, value) = given.split_once(':').ok_or_else(|| {
            ParseError::new(
                "identifier",
                given,
                "give eidr:, isan: or imdb: and the id, such as imdb:tt0113277",
            )
        })?;
        Self::from_parts(scheme, value)
    }
}

#[cfg(test)]
mod tests;
