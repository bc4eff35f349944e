//! What a page knows of its request: who reads it in which language, when, and the catalogue at that
//! moment.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::http::request::Parts;
use jiff::civil::DateTime;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos_axum::ResponseOptions;
use slate_domain::language::LanguageTag;
use slate_domain::season::SeasonState;

use crate::catalogue::live::Live;
use crate::catalogue::service::local_time;
use crate::error::AppError;
use crate::i18n::Locale;
use crate::server::state::AppState;

/// A page that has to wait for something. What it says for the head of the document is found in the context
/// of the page again when it is written, which may be later and elsewhere.
pub fn loaded<V: IntoView + 'static>(
    page: impl Future<Output = V> + Send + 'static,
) -> impl IntoView {
    Suspend::new(async move { OwnedView::new(page.await) })
}

/// The request a page is rendered for.
#[derive(Clone)]
pub struct Scope {
    pub state: AppState,
    pub live: Arc<Live>,
    pub locale: Locale,
    /// The reader's language as the catalogue names languages.
    pub reader: LanguageTag,
    /// The path without the language.
    pub path: String,
    /// What stands behind the question mark, as it was sent.
    pub query: String,
    /// The clock on the wall at the market.
    pub now: DateTime,
}

impl Scope {
    /// The request that is being answered. Only inside a route's view.
    pub fn current() -> Self {
        let state = expect_context::<AppState>();
        let locale = use_context::<Locale>().unwrap_or_default();
        let (path, query) = use_context::<Parts>().map_or_else(
            || ("/".to_owned(), String::new()),
            |parts| {
                (
                    parts.uri.path().to_owned(),
                    parts.uri.query().unwrap_or_default().to_owned(),
                )
            },
        );
        let live = state.catalogue.now();
        let now = local_time(&live, state.clock.now());
        Self {
            live,
            locale,
            reader: locale.reader(),
            path,
            query,
            now,
            state,
        }
    }

    /// Where in its season the market stands; `None` without an edition.
    pub fn season(&self) -> Option<SeasonState> {
        let edition = self.live.edition.as_ref()?;
        Some(SeasonState::at(edition, self.now))
    }

    /// Whether visitors see the titles; without an edition they always do.
    pub fn shows_catalogue(&self) -> bool {
        self.season().is_none_or(SeasonState::shows_catalogue)
    }

    /// A link to `path` in the reader's language.
    pub fn href(&self, path: &str) -> String {
        self.locale.href(path)
    }
}

/// Sets the status the page is answered with.
pub fn answer_with(status: u16) {
    if let (Some(response), Ok(status)) = (
        use_context::<ResponseOptions>(),
        StatusCode::from_u16(status),
    ) {
        response.set_status(status);
    }
}

/// Sets the status of an error.
pub fn answer_with_error(error: &AppError) {
    answer_with(error.status());
}
