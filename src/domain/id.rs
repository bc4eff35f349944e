//! Typed identities: a UUID version 7 (RFC 9562) that knows what it identifies.
//!
//! The clock and the random source are the caller's: an id is made from the two values they gave.

use std::{fmt, str::FromStr};

use uuid::Uuid;

use crate::parse::{ParseError, serde_as_text};

/// Lays out a UUIDv7: 48 bits of time, the version, 12 random bits, the variant, 62 random bits.
const fn uuid_v7(epoch_ms: u64, random: [u8; 10]) -> Uuid {
    let time = epoch_ms.to_be_bytes();
    let r = random;
    Uuid::from_bytes([
        time[2],
        time[3],
        time[4],
        time[5],
        time[6],
        time[7],
        0x70 | (r[0] & 0x0F),
        r[1],
        0x80 | (r[2] & 0x3F),
        r[3],
        r[4],
        r[5],
        r[6],
        r[7],
        r[8],
        r[9],
    ])
}

/// Reads the hyphenated form alone, so that an id has one spelling in URLs (case aside).
fn parse_uuid(what: &'static str, given: &str) -> Result<Uuid, ParseError> {
    // Of the forms the uuid crate takes, only the hyphenated one has 36 characters.
    (given.len() == 36)
        .then(|| Uuid::try_parse(given).ok())
        .flatten()
        .ok_or_else(|| {
            ParseError::new(
                what,
                given,
                "give a hyphenated UUID such as 01890a5d-ac96-774b-bcce-b302099a8057",
            )
        })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $what:literal;)+) => {$(
        $(#[$doc])*
        ///
        /// Written as 36 lower-case characters with hyphens; orders by the time it was made.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// A UUIDv7 of a time in milliseconds since 1970 (its low 48 bits) and random bytes,
            /// of which the six bits that hold version and variant are overwritten.
            pub const fn from_parts(epoch_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid_v7(epoch_ms, random))
            }

            /// The bare UUID.
            pub const fn as_uuid(&self) -> &Uuid {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseError;

            fn from_str(given: &str) -> Result<Self, ParseError> {
                parse_uuid($what, given).map(Self)
            }
        }

        serde_as_text!($name);
    )+};
}

ids! {
    /// A title: a project or IP on offer.
    TitleId = "title id";
    /// A company.
    CompanyId = "company id";
    /// A person.
    PersonId = "person id";
    /// An edition of the market.
    EditionId = "edition id";
    /// A material of a title: key art, trailer, deck.
    MaterialId = "material id";
    /// An avail: rights on offer.
    AvailId = "avail id";
    /// A grant: rights sold or held.
    GrantId = "grant id";
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn one_spelling() {
        assert!(
            "01890A5D-AC96-774B-BCCE-B302099A8057"
                .parse::<TitleId>()
                .is_ok()
        );
        for bad in [
            "01890a5dac96774bbcceb302099a8057",
            "{01890a5d-ac96-774b-bcce-b302099a8057}",
            "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057",
            "",
        ] {
            assert!(bad.parse::<TitleId>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn made_as_the_rfc_says(ms in 0u64..1 << 48, later in 1u64..1 << 20, random: [u8; 10]) {
            let id = TitleId::from_parts(ms, random);
            check::round_trip(&id);
            prop_assert_eq!(id.as_uuid().get_version_num(), 7);
            prop_assert_eq!(id.as_uuid().get_variant(), uuid::Variant::RFC4122);
            prop_assert_eq!(id.to_string().to_lowercase(), id.to_string());
            if ms + later < 1 << 48 {
                prop_assert!(id < TitleId::from_parts(ms + later, [0; 10]));
            }
        }

        #[test]
        fn takes_any_text(text in any::<String>()) {
            check::any_text::<AvailId>(&text);
        }
    }
}
