//! The page of an error: small, in the reader's language, and in need of nothing that may have failed.
//!
//! "Not found" is a page of the application and not made here, unless the application itself fails.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::error::AppError;
use crate::i18n::{Locale, t};

/// Where its style is served. A file, because the content security policy allows no style in the page.
pub const STYLE_PATH: &str = "/error.css";

const STYLE: &str = "\
:root{color-scheme:dark light;--back:#0e0f13;--text:#f1f0ec;--soft:#a9a8b3;--accent:#ffb340}\
@media(prefers-color-scheme:light){:root{--back:#faf9f6;--text:#17171c;--soft:#5b5a66;--accent:#8a4b00}}\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--back);color:var(--text);\
font:1.125rem/1.6 system-ui,'PingFang TC','PingFang SC','Noto Sans CJK TC','Noto Sans CJK SC',sans-serif}\
main{max-width:34rem;padding:2rem}h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}p{margin:0 0 1rem}\
.soft{color:var(--soft);font-size:1rem}a{color:var(--accent);display:inline-block;padding:.6rem 0}\
code{font-family:ui-monospace,monospace;user-select:all}";

/// Serves the style.
pub async fn style() -> Response {
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    let keep = HeaderValue::from_static("public, max-age=86400");
    (
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)],
        STYLE,
    )
        .into_response()
}

/// The whole page.
pub fn html(locale: Locale, error: &AppError) -> String {
    let (title, lead) = words(locale, error);
    let reference = match error {
        AppError::Internal { reference } if !reference.is_empty() => format!(
            "<p class=\"soft\"><code>{}</code><br>{}</p>",
            escape(&t::error_reference(locale, reference)),
            t::error_reference_hint(locale),
        ),
        _ => String::new(),
    };
    let (lang, home, back) = (locale.tag(), locale.href("/"), t::back_to_home(locale));
    let site = t::site_name(locale);
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>{title} · {site}</title>\
         <link rel=\"stylesheet\" href=\"{STYLE_PATH}\"></head>\
         <body><main><h1>{title}</h1><p>{lead}</p>{reference}\
         <p><a href=\"{home}\">{back}</a></p></main></body></html>"
    )
}

fn words(locale: Locale, error: &AppError) -> (&'static str, &'static str) {
    match error {
        AppError::NotFound => (
            t::error_not_found_title(locale),
            t::error_not_found_lead(locale),
        ),
        AppError::Invalid { .. } | AppError::Conflict => (
            t::error_bad_request_title(locale),
            t::error_bad_request_lead(locale),
        ),
        AppError::BeforeSeason => (t::announcement_title(locale), t::announcement_lead(locale)),
        AppError::Forbidden => (
            t::error_forbidden_title(locale),
            t::error_forbidden_lead(locale),
        ),
        AppError::MethodNotAllowed => (t::error_method_title(locale), t::error_method_lead(locale)),
        AppError::TooLarge => (
            t::error_too_large_title(locale),
            t::error_too_large_lead(locale),
        ),
        AppError::AddressTooLong => (
            t::error_too_long_title(locale),
            t::error_too_long_lead(locale),
        ),
        AppError::Busy { .. } => (t::error_busy_title(locale), t::error_busy_lead(locale)),
        AppError::Unavailable => (
            t::error_unavailable_title(locale),
            t::error_unavailable_lead(locale),
        ),
        AppError::Internal { .. } => (
            t::error_internal_title(locale),
            t::error_internal_lead(locale),
        ),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
