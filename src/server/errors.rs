//! Errors on their way out: logging the cause, and dressing the answer for whoever asked.
//!
//! A handler answers with an [`AppError`]; its response carries the error itself as an extension and no
//! body. [`dress`], near the rim, gives it the form of the route: a page, a problem document for the API,
//! or what a server function's caller reads. So the form of an error stands in one place.

use std::fmt::Display;
use std::sync::{LazyLock, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use leptos::context::use_context;
use leptos_axum::ResponseOptions;
use serde_json::json;

use super::error_page;
use super::ids::Random;
use crate::error::AppError;
use crate::i18n::Locale;
use crate::store::StoreError;

static REFERENCES: LazyLock<Mutex<Random>> = LazyLock::new(|| Mutex::new(Random::of_the_machine()));

/// The alphabet of references and request ids: no letter that is taken for a digit.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A word of ten letters that no one can foretell: a reference, or half a request id.
pub fn random_word() -> String {
    let bytes = REFERENCES
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .bytes();
    bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte & 31)]))
        .collect()
}

impl AppError {
    /// Logs the cause under a fresh reference and keeps the reference alone.
    pub fn internal(cause: impl Display) -> Self {
        let reference = random_word();
        tracing::error!(%reference, %cause, "internal error");
        Self::Internal { reference }
    }

    /// Logs why something the answer needs is not there.
    pub fn unavailable(cause: impl Display) -> Self {
        tracing::error!(%cause, "unavailable");
        Self::Unavailable
    }
}

/// [`AppError::internal`], to be named in `map_err`.
pub fn internal(cause: &dyn Display) -> AppError {
    AppError::internal(cause)
}

/// Gives the page that is being rendered the status of an error it shows.
pub fn set_status(error: &AppError) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status(error));
    }
}

impl From<StoreError> for AppError {
    /// What the database's state forbids is unavailable for the moment; the cause is for the log.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { .. } => Self::Conflict,
            StoreError::Unavailable { .. }
            | StoreError::Busy { .. }
            | StoreError::Full { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Missing { .. }
            | StoreError::Damaged { .. } => Self::unavailable(error),
            other => Self::internal(other),
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status(&self);
        response.extensions_mut().insert(self);
        response
    }
}

fn status(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// How the caller of a route reads an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Page,
    Problem,
    Function,
    Text,
}

impl Form {
    fn of(path: &str) -> Self {
        if path.starts_with("/api/fn/") {
            Self::Function
        } else if path.starts_with("/api/") || path == "/api" {
            Self::Problem
        } else if path.starts_with("/pkg/") {
            Self::Text
        } else {
            Self::Page
        }
    }
}

/// Gives every error the form of its route.
pub async fn dress(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let head = request.method() == Method::HEAD;
    let mut response = next.run(request).await;
    let Some(error) = response.extensions_mut().remove::<AppError>() else {
        return response;
    };
    let (kind, body) = written(&path, &error);
    *response.status_mut() = status(&error);
    headers(response.headers_mut(), kind, &error);
    *response.body_mut() = if head {
        Body::empty()
    } else {
        Body::from(body)
    };
    response
}

/// The content type and the body of an error at a path.
pub(super) fn written(path: &str, error: &AppError) -> (&'static str, String) {
    let (locale, bare, _) = Locale::strip(path);
    match Form::of(bare) {
        Form::Page => ("text/html; charset=utf-8", error_page::html(locale, error)),
        Form::Problem => ("application/problem+json", problem(error)),
        Form::Function => (
            "application/json",
            serde_json::to_string(error).unwrap_or_default(),
        ),
        Form::Text => ("text/plain; charset=utf-8", error.to_string()),
    }
}

fn headers(headers: &mut HeaderMap, kind: &'static str, error: &AppError) {
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let retry = match error {
        AppError::Busy { retry } => Some(*retry),
        AppError::Unavailable => Some(5),
        _ => None,
    };
    if let Some(seconds) = retry {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// The error as RFC 9457 has it.
fn problem(error: &AppError) -> String {
    let status = status(error);
    let mut problem = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or("Error"),
        "status": status.as_u16(),
        "code": error.key(),
        "detail": error.to_string(),
    });
    if let AppError::Internal { reference } = error {
        problem["reference"] = json!(reference);
    }
    problem.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_short_and_differ() {
        let (one, other) = (random_word(), random_word());
        assert_eq!(one.len(), 10);
        assert_ne!(one, other);
    }

    #[test]
    fn the_cause_stays_inside() {
        let error = AppError::internal("password=hunter2");
        assert!(!error.to_string().contains("hunter2"));
        assert!(!serde_json::to_string(&error).unwrap().contains("hunter2"));
        assert!(!problem(&error).contains("hunter2"));
    }

    #[test]
    fn the_route_says_the_form() {
        for (path, form) in [
            ("/titles", Form::Page),
            ("/", Form::Page),
            ("/api/v1/titles", Form::Problem),
            ("/api", Form::Problem),
            ("/api/fn/search", Form::Function),
            ("/pkg/slate.css", Form::Text),
            ("/apiary", Form::Page),
        ] {
            assert_eq!(Form::of(path), form, "{path}");
        }
    }
}
