//! Closed lists of codes: how they are declared, and how people's spellings of them are matched.
//!
//! To add a value, add a line to its `codes!` list, at the end where indexes are stored; the
//! parser, the API, the facets and the error messages follow from the list.

/// Declares an enum of codes: `Variant = "code", "English label";`.
///
/// Makes `ALL`, `code`, `label`, `index`, `from_index`, `Display` (the code), `FromStr` (code or
/// English label; case, spaces, hyphens and underscores make no difference) and serde as the code.
macro_rules! codes {
    ($(
        $(#[$doc:meta])*
        $vis:vis enum $name:ident ($what:literal) {
            $($(#[$item:meta])* $variant:ident = $code:literal, $label:literal;)+
        }
    )+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name {
            $($(#[$item])* #[doc = concat!("`", $code, "`: ", $label)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of `index`.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code: short lower-case words, the same in URLs, files and the database.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The English name.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)+
                }
            }

            /// The place in `ALL`.
            pub const fn index(self) -> usize {
                self as usize
            }

            /// The value at a place in `ALL`.
            pub fn from_index(index: usize) -> Option<Self> {
                Self::ALL.get(index).copied()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::parse::ParseError;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|value| {
                        $crate::code::same_words(given, value.code())
                            || $crate::code::same_words(given, value.label())
                    })
                    .ok_or_else(|| {
                        let codes: Vec<_> = Self::ALL.iter().map(|value| value.code()).collect();
                        let allowed = format!("give one of {}", codes.join(", "));
                        $crate::parse::ParseError::unknown($what, given, allowed)
                    })
            }
        }

        $crate::parse::serde_as_text!($name);
    )+};
}
pub(crate) use codes;

/// Whether two spellings are the same words: case, spaces, hyphens and underscores aside.
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars()
            .filter(|c| !matches!(c, ' ' | '-' | '_'))
            .map(|c| c.to_ascii_lowercase())
    }
    letters(a).eq(letters(b))
}

/// A name of a country or language reduced to `a–z0–9`, as the generated tables have it: accents
/// off, `&` read as "and", everything else dropped.
///
/// Small on purpose: it knows the Latin letters that occur in English names and no more, since the
/// browser carries it too.
pub(crate) fn fold_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            '&' => out.push_str("and"),
            'à'..='å' | 'ā' => out.push('a'),
            'ç' => out.push('c'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' | 'ī' => out.push('i'),
            'ñ' => out.push('n'),
            'ò'..='ö' | 'ō' => out.push('o'),
            'ù'..='ü' | 'ū' => out.push('u'),
            _ => {}
        }
    }
    out
}

/// The value of a key in a table sorted by key.
pub(crate) fn look_up<V: Copy>(table: &[(&'static str, V)], key: &str) -> Option<V> {
    let place = table.binary_search_by(|(k, _)| (*k).cmp(key)).ok()?;
    table.get(place).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    codes! {
        /// A list for the test.
        pub enum Colour("colour") {
            Red = "red", "Red";
            DarkBlue = "dark-blue", "Dark blue";
        }
    }

    #[test]
    fn spellings() {
        for good in ["dark-blue", "Dark Blue", "DARK_BLUE", "darkblue"] {
            assert_eq!(good.parse(), Ok(Colour::DarkBlue));
        }
        assert_eq!(
            "green".parse::<Colour>().unwrap_err().to_string(),
            "colour \"green\" is not known: give one of red, dark-blue"
        );
        assert_eq!(
            Colour::from_index(Colour::DarkBlue.index()),
            Some(Colour::DarkBlue)
        );
        assert_eq!(Colour::from_index(2), None);
    }

    proptest! {
        #[test]
        fn takes_any_text(text in any::<String>()) {
            check::any_text::<Colour>(&text);
            fold_name(&text);
        }
    }
}
