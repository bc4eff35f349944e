//! The address of a request: refusing what no page could answer, and taking the language off it.

use axum::extract::Request;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::AppError;
use crate::i18n::Locale;

/// The longest address that is read, in bytes: every filter of the catalogue chosen at once is shorter.
pub const LONGEST: usize = 8 * 1024;

/// Checks the address and puts the [`Locale`] that its first segment names into the extensions; the
/// routes below see `/titles` for `/zh-hant/titles`. Must stand before the router.
pub async fn layer(mut request: Request, next: Next) -> Response {
    if let Err(error) = check(request.uri()) {
        return error.into_response();
    }
    if let Some(target) = without_slashes(request.uri()) {
        return moved(&target);
    }
    let (locale, rest) = localised(request.uri());
    if let Some(rest) = rest {
        *request.uri_mut() = rest;
    }
    request.extensions_mut().insert(locale);
    next.run(request).await
}

fn check(uri: &Uri) -> Result<(), AppError> {
    let Some(address) = uri.path_and_query() else {
        return Err(AppError::invalid("The request names no page."));
    };
    if address.as_str().len() > LONGEST {
        return Err(AppError::AddressTooLong);
    }
    let decoded = decode(address.path())
        .ok_or_else(|| AppError::invalid("The path is not UTF-8, percent-encoded."))?;
    if !decoded.starts_with('/') {
        return Err(AppError::invalid("The path does not begin with a slash."));
    }
    if decoded.contains('\\') || decoded.chars().any(char::is_control) {
        return Err(AppError::invalid(
            "The path contains a character that no address here has.",
        ));
    }
    Ok(())
}

/// The path with its percent sequences read; none where one is no byte, or the bytes are not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        if first == b'%' {
            let hex = std::str::from_utf8(behind.get(..2)?).ok()?;
            if !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
                return None;
            }
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &behind[2..];
        } else {
            bytes.push(first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

/// Where an address with slashes too many really is: at the end, or several in a row, behind which a
/// browser would see another host in a link that begins with them.
fn without_slashes(uri: &Uri) -> Option<String> {
    let path = uri.path();
    if path == "/" || !(path.ends_with('/') || path.contains("//")) {
        return None;
    }
    let segments: Vec<&str> = path.split('/').filter(|name| !name.is_empty()).collect();
    let bare = format!("/{}", segments.join("/"));
    Some(match uri.query() {
        Some(query) => format!("{bare}?{query}"),
        None => bare,
    })
}

fn moved(target: &str) -> Response {
    match HeaderValue::try_from(target) {
        Ok(target) => {
            (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, target)]).into_response()
        }
        Err(_) => AppError::invalid("The path cannot be read.").into_response(),
    }
}

/// The language, and the address without it where it named one. Only pages have languages.
fn localised(uri: &Uri) -> (Locale, Option<Uri>) {
    let (locale, rest, named) = Locale::strip(uri.path());
    let is_page = !["/api/", "/pkg/"]
        .iter()
        .any(|other| rest.starts_with(other));
    if !named || !is_page {
        return (locale, None);
    }
    let address = match uri.query() {
        Some(query) => format!("{rest}?{query}"),
        None => rest.to_owned(),
    };
    let Ok(address) = address.parse::<PathAndQuery>() else {
        return (locale, None);
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(address);
    (locale, Uri::from_parts(parts).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(text: &str) -> Uri {
        text.parse().unwrap()
    }

    #[test]
    fn ordinary_addresses_pass() {
        for address in [
            "/",
            "/titles?q=%FF%00&q=a",
            "/titles/a-b",
            "/zh-hant",
            "/titles/%E6%B5%B7",
            "/a%20b",
        ] {
            assert_eq!(check(&uri(address)), Ok(()), "{address}");
        }
    }

    #[test]
    fn what_no_page_could_answer_is_refused() {
        for address in [
            "/%00",
            "/a%ff",
            "/%c3%28",
            "/a%5cb",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/a%0d%0ab",
            "*",
        ] {
            let error = check(&uri(address)).expect_err(address);
            assert_eq!(error.status(), 400, "{address}");
        }
    }

    #[test]
    fn a_long_address_is_refused() {
        let fits = format!("/{}", "a".repeat(LONGEST - 1));
        assert_eq!(check(&uri(&fits)), Ok(()));
        let long = format!("/titles?q={}", "a".repeat(LONGEST));
        assert_eq!(check(&uri(&long)), Err(AppError::AddressTooLong));
    }

    #[test]
    fn slashes_too_many_are_taken_off() {
        let cases = [
            ("/", None),
            ("/titles", None),
            ("/titles/", Some("/titles")),
            ("/titles/?q=a/", Some("/titles?q=a/")),
            ("/zh-hant/", Some("/zh-hant")),
            ("//", Some("/")),
            ("//evil.example/", Some("/evil.example")),
            ("/titles//", Some("/titles")),
            ("//evil.example/x", Some("/evil.example/x")),
            ("/zh-hant//evil.example/x", Some("/zh-hant/evil.example/x")),
            ("///a///b?q=//", Some("/a/b?q=//")),
            ("/titles?q=//", None),
        ];
        for (given, expected) in cases {
            assert_eq!(without_slashes(&uri(given)).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn the_language_is_taken_off() {
        let cases = [
            ("/titles", Locale::En, None),
            ("/zh-hant", Locale::ZhHant, Some("/")),
            (
                "/zh-hans/titles?q=%E6%B5%B7",
                Locale::ZhHans,
                Some("/titles?q=%E6%B5%B7"),
            ),
            ("/en/titles", Locale::En, Some("/titles")),
            ("/zh-hant/api/v1/titles", Locale::ZhHant, None),
            ("/zh-hantx", Locale::En, None),
        ];
        for (given, locale, rest) in cases {
            assert_eq!(localised(&uri(given)), (locale, rest.map(uri)), "{given}");
        }
    }
}
