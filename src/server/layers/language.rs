//! The language of a first visit, and the one that was chosen since.
//!
//! A page without a language in its path is English. Who comes to one from elsewhere and would rather read
//! another language that there is, is sent there once; links within the site are always followed as they
//! are, and a language that was come to by one is remembered for the next visit.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::i18n::Locale;

const COOKIE: &str = "language";
const VARY: HeaderValue = HeaderValue::from_static("accept-language, cookie");

/// Must stand before the layer that takes the language off the path.
pub async fn layer(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_page = request.method() == Method::GET
        && text(headers, "sec-fetch-dest") == "document"
        && is_page(request.uri().path());
    if !is_page {
        return next.run(request).await;
    }
    let (here, _, named) = Locale::strip(request.uri().path());
    let wanted =
        remembered(headers).unwrap_or_else(|| Locale::negotiate(text(headers, "accept-language")));
    let from_here = text(headers, "sec-fetch-site") == "same-origin";
    if !named && !from_here && wanted != here {
        let address = request.uri().path_and_query();
        let target = wanted.href(address.map_or("/", |address| address.as_str()));
        return to(&target);
    }
    let mut response = next.run(request).await;
    if !named {
        response.headers_mut().append(header::VARY, VARY);
    }
    if from_here && wanted != here {
        remember(&mut response, here);
    }
    response
}

/// What has a dot in its last segment is a file.
fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    !name.contains('.') && !path.starts_with("/api/")
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

fn remembered(headers: &HeaderMap) -> Option<Locale> {
    let cookies = headers.get_all(header::COOKIE).iter();
    let mut pairs = cookies
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'));
    let tag = pairs.find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE).then_some(value)
    })?;
    Locale::ALL.into_iter().find(|locale| locale.tag() == tag)
}

fn to(target: &str) -> Response {
    match HeaderValue::try_from(target) {
        Ok(target) => {
            let headers = [
                (header::LOCATION, target),
                (header::VARY, VARY),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ];
            (StatusCode::TEMPORARY_REDIRECT, headers).into_response()
        }
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

fn remember(response: &mut Response, locale: Locale) {
    let cookie = format!(
        "{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax",
        locale.tag()
    );
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        let headers = response.headers_mut();
        headers.append(header::SET_COOKIE, cookie);
        let own = HeaderValue::from_static("private, no-cache");
        headers.insert(header::CACHE_CONTROL, own);
    }
}
