//! What went wrong when a value was read, and the way every textual type goes through serde.
//!
//! A type of this crate that is written as text implements `Display` and `FromStr<Err =
//! ParseError>` and gets serde from `serde_as_text!`, so that JSON, a form field, a CSV cell and a
//! database column all pass the same gate.

use std::{borrow::Cow, fmt, marker::PhantomData, str::FromStr};

use serde::{Deserializer, Serialize, de};

/// The longest piece of bad input that is shown back, in characters.
const SHOWN: usize = 80;

/// A value that could not be read: what it should have been, what was given, what is allowed.
///
/// Reads as a sentence for people: `country "ZZ" is not known: give an ISO 3166-1 alpha-2 code
/// such as HK, or its English name`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{what} \"{given}\" is not {}: {allowed}", .verdict.as_str())]
pub struct ParseError {
    /// The kind of value, in lower case: `country`, `EIDR`.
    pub what: Cow<'static, str>,
    /// What was given, control characters escaped, at most 80 characters.
    pub given: String,
    /// What would have been right, as the second half of a sentence.
    pub allowed: Cow<'static, str>,
    #[serde(skip)]
    verdict: Verdict,
}

/// Whether a value is outside a list, or ill-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Known,
    Valid,
}

impl Verdict {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Valid => "valid",
        }
    }
}

impl ParseError {
    /// A value that is ill-formed or out of range: `… is not valid: …`.
    pub fn new(
        what: impl Into<Cow<'static, str>>,
        given: &str,
        allowed: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            what: what.into(),
            given: shown(given),
            allowed: allowed.into(),
            verdict: Verdict::Valid,
        }
    }

    /// A value that is in no list of ours: `… is not known: …`.
    pub fn unknown(
        what: impl Into<Cow<'static, str>>,
        given: &str,
        allowed: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            verdict: Verdict::Known,
            ..Self::new(what, given, allowed)
        }
    }
}

/// Bad input made fit for a message or a log line: one line, no control characters, not long.
fn shown(given: &str) -> String {
    let mut out = String::new();
    for (count, c) in given.chars().enumerate() {
        if count + 1 == SHOWN && given.chars().nth(SHOWN).is_some() {
            out.push('…');
            break;
        }
        if is_unsafe(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
        if out.chars().count() >= SHOWN {
            return out.chars().take(SHOWN).collect();
        }
    }
    out
}

/// Characters that could break a line, hide, or turn the reading direction of what follows.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Deserialises any textual type through its `FromStr`.
pub(crate) fn deserialize_text<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err = ParseError>,
{
    struct Text<T>(PhantomData<T>);

    impl<T: FromStr<Err = ParseError>> de::Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("text")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Text(PhantomData))
}

/// Serde for types whose form is their `Display` and whose gate is their `FromStr`.
macro_rules! serde_as_text {
    ($($name:ty),+ $(,)?) => {$(
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::parse::deserialize_text(deserializer)
            }
        }
    )+};
}
pub(crate) use serde_as_text;

/// Shared by the property tests of every module.
#[cfg(test)]
pub(crate) mod check {
    use std::{
        fmt::{Debug, Display},
        str::FromStr,
    };

    use serde::{Serialize, de::DeserializeOwned};

    use super::ParseError;

    /// `parse(format(x)) == x`, as text and through JSON.
    pub(crate) fn round_trip<T>(value: &T)
    where
        T: FromStr<Err = ParseError> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
    {
        assert_eq!(value.to_string().parse::<T>().as_ref(), Ok(value));
        json_round_trip(value);
    }

    /// The same through JSON alone.
    pub(crate) fn json_round_trip<T: Debug + PartialEq + Serialize + DeserializeOwned>(value: &T) {
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
    }

    /// Whatever is accepted is written in a form that is accepted as the same value.
    pub(crate) fn any_text<T>(text: &str)
    where
        T: FromStr<Err = ParseError> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
    {
        match text.parse::<T>() {
            Ok(value) => round_trip(&value),
            Err(error) => assert!(error.given.chars().count() <= super::SHOWN),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_as_a_sentence() {
        let error = ParseError::unknown("country", "ZZ", "give a code such as HK");
        assert_eq!(
            error.to_string(),
            "country \"ZZ\" is not known: give a code such as HK"
        );
        let error = ParseError::new("name", "a\nb", "one line");
        assert_eq!(
            error.to_string(),
            "name \"a\\u{a}b\" is not valid: one line"
        );
    }

    proptest! {
        #[test]
        fn given_is_short_and_harmless(text in any::<String>()) {
            let error = ParseError::new("x", &text, "y");
            prop_assert!(error.given.chars().count() <= 80);
            prop_assert!(!error.given.chars().any(is_unsafe));
        }
    }
}
