//! The read API for partners, under `/api/v1`.
//!
//! It answers from what the pages answer from, with view types of its own: what a partner reads stays as it
//! is when the database or the domain changes. [`openapi`] describes it from the same types.
//!
//! A list takes the same query parameters as its page. Where the page ignores what it cannot take, the API
//! refuses it ([`problem`]): a program that misspells a filter must not be told of everything instead.

mod codes;
mod companies;
mod openapi;
mod params;
mod problem;
mod title;
mod titles;

use std::collections::BTreeMap;
use std::fmt::Display;

use axum::Router;
use axum::routing::get;
use slate_domain::localised::Localised;

use crate::server::state::AppState;

/// The routes, to be nested at `/api/v1`. What no route answers falls through to the caller's fallbacks.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/titles", get(titles::list))
        .route("/titles/{id}", get(titles::show))
        .route("/companies", get(companies::list))
        .route("/companies/{id}", get(companies::show))
        .route("/openapi.json", get(openapi::document))
}

/// A text by its BCP 47 tag.
fn by_tag<T: Display>(texts: &Localised<T>) -> BTreeMap<String, String> {
    texts
        .iter()
        .map(|(tag, text)| (tag.to_string(), text.to_string()))
        .collect()
}

/// Values as they are written.
fn written<'a, T: Display + 'a>(values: impl IntoIterator<Item = &'a T>) -> Vec<String> {
    values.into_iter().map(ToString::to_string).collect()
}
