//! Text that people write: trimmed, of bounded length, free of characters that break or mislead.
//!
//! Lengths are Unicode scalar values. Refused everywhere: control characters, the byte order mark,
//! line and paragraph separators, and the marks that turn the reading direction of what follows
//! (U+202A–202E, U+2066–2069), with which one name can be made to look like another.

use std::{fmt, str::FromStr};

use crate::parse::{ParseError, is_unsafe, serde_as_text};

/// Reads one line; the error names the bound.
fn line(what: &'static str, max: usize, given: &str) -> Result<String, ParseError> {
    let text = given.trim();
    let count = text.chars().count();
    if count == 0 || count > max || text.chars().any(is_unsafe) {
        return Err(ParseError::new(
            what,
            given,
            format!("give one line of 1 to {max} characters without control or direction marks"),
        ));
    }
    Ok(text.to_owned())
}

/// Reads lines. Every line break becomes `\n` and a tab a space, since pasted text is full of both.
fn paragraphs(what: &'static str, max: usize, given: &str) -> Result<String, ParseError> {
    let text = given
        .replace("\r\n", "\n")
        .replace(
            ['\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}'],
            "\n",
        )
        .replace('\t', " ");
    let text = text.trim();
    let count = text.chars().count();
    if count == 0 || count > max || text.chars().any(|c| c != '\n' && is_unsafe(c)) {
        return Err(ParseError::new(
            what,
            given,
            format!("give 1 to {max} characters without control or direction marks"),
        ));
    }
    Ok(text.to_owned())
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $read:ident($what:literal, $max:literal);)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const MAX: usize = $max;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, owned.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl FromStr for $name {
            type Err = ParseError;

            fn from_str(given: &str) -> Result<Self, ParseError> {
                $read($what, $max, given).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = ParseError;

            fn try_from(given: String) -> Result<Self, ParseError> {
                given.parse()
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        serde_as_text!($name);
    )+};
}

texts! {
    /// A name or a title: one line of 1 to 500 characters.
    Name = line("name", 500);
    /// A logline: one line of 1 to 190 characters.
    Logline = line("logline", 190);
    /// A keyword: one line of 1 to 100 characters.
    Keyword = line("keyword", 100);
    /// A synopsis: 1 to 4,000 characters, in paragraphs.
    Synopsis = paragraphs("synopsis", 4000);
    /// A remark or a profile: 1 to 4,000 characters, in paragraphs.
    Note = paragraphs("note", 4000);
    /// An address on the web: `http` or `https`, a host, at most 2,000 bytes, no spaces, quotes
    /// or angle brackets, no name or password before the host. Scheme and host in lower case.
    Url = url("URL", 2000);
}

/// Reads a web address (the parts of RFC 3986 that a link needs).
fn url(what: &'static str, max: usize, given: &str) -> Result<String, ParseError> {
    let wrong = || {
        ParseError::new(
            what,
            given,
            format!(
                "give an http or https address of at most {max} bytes such as https://example.com/trailer"
            ),
        )
    };
    let text = given.trim();
    let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
    let scheme = scheme.to_ascii_lowercase();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let bad = |c: char| c.is_whitespace() || is_unsafe(c) || "\"<>\\^`{|}".contains(c);
    if text.len() > max
        || text.contains(bad)
        || !matches!(&*scheme, "http" | "https")
        || !is_authority(authority)
    {
        return Err(wrong());
    }
    Ok(format!(
        "{scheme}://{}{path}",
        authority.to_ascii_lowercase()
    ))
}

/// A host, and a port if it has one. User names are refused: they serve to disguise the host.
fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        Some((address, rest)) => {
            let v6 = address.parse::<std::net::Ipv6Addr>().is_ok();
            return v6 && (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port));
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let label = |label: &str| {
        let ends = label.starts_with('-') || label.ends_with('-');
        let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
        !label.is_empty() && !ends && label.chars().all(letter)
    };
    host.strip_suffix('.').unwrap_or(host).split('.').all(label) && port.is_none_or(is_port)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

impl Url {
    /// The host, without the port: `player.vimeo.com`; an IPv6 address keeps its brackets.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        match authority.rfind(']') {
            Some(end) => &authority[..=end],
            None => authority.split(':').next().unwrap_or_default(),
        }
    }

    /// Whether it is fetched over TLS.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::parse::check;

    #[test]
    fn bounds_count_characters() {
        assert!("花".repeat(190).parse::<Logline>().is_ok());
        assert!("花".repeat(191).parse::<Logline>().is_err());
        assert!("  \u{3000} ".parse::<Name>().is_err());
        assert_eq!(
            " In the Mood for Love ".parse::<Name>().unwrap().as_str(),
            "In the Mood for Love"
        );
    }

    #[test]
    fn misleading_characters_are_refused() {
        for bad in [
            "a\0b",
            "a\nb",
            "\u{202E}evil",
            "a\u{2066}b",
            "a\u{FEFF}b",
            "a\u{7F}",
        ] {
            assert!(bad.parse::<Name>().is_err(), "{bad:?}");
        }
        assert_eq!("a\r\nb\tc".parse::<Synopsis>().unwrap().as_str(), "a\nb c");
        assert!("a\0".parse::<Synopsis>().is_err());
    }

    #[test]
    fn urls() {
        for good in [
            "https://vimeo.com/1?a=b#c",
            "http://localhost:8080",
            "https://[::1]:80/x",
            "https://例え.jp/あ",
            "HTTPS://EXAMPLE.com/Path",
        ] {
            check::round_trip(&good.parse::<Url>().unwrap());
        }
        assert_eq!(
            "HTTPS://EXAMPLE.com:1/Path".parse::<Url>().unwrap().host(),
            "example.com"
        );
        for bad in [
            "javascript:alert(1)",
            "//example.com",
            "https://",
            "https:///path",
            "ftp://example.com",
            "https://user@example.com",
            "https://example.com/a b",
            "https://example.com:99999",
            "https://example.com/\"><script>",
            "https://[evil]",
            "https://a..b",
        ] {
            assert!(bad.parse::<Url>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn takes_any_text(text in any::<String>()) {
            check::any_text::<Name>(&text);
            check::any_text::<Logline>(&text);
            check::any_text::<Keyword>(&text);
            check::any_text::<Synopsis>(&text);
            check::any_text::<Note>(&text);
            check::any_text::<Url>(&text);
            check::any_text::<Url>(&format!("https://{text}"));
        }

        #[test]
        fn paragraphs_survive(text in "[a-z花 \\t\\r\\n\u{2028}]{1,60}") {
            check::any_text::<Synopsis>(&text);
        }

        #[test]
        fn urls_survive(text in "https?://[a-z.]{1,9}(:[0-9]{1,5})?(/[a-zA-Z%?#]{0,9})?") {
            check::any_text::<Url>(&text);
        }
    }
}
