//! The catalogue's server functions: what its islands ask while a page is open.

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use super::view::Suggestion;
use crate::error::AppError;

/// The first titles that match what is typed so far, for anyone. At most eight; none for nothing typed.
#[server(prefix = "/api/fn", endpoint = "suggest", input = GetUrl, output = Json)]
pub async fn suggest(q: String, locale: String) -> Result<Vec<Suggestion>, AppError> {
    let state = expect_context::<crate::server::state::AppState>();
    let live = state.catalogue.now();
    if super::service::open_catalogue(&live, state.clock.now()).is_err() {
        return Ok(Vec::new());
    }
    super::service::suggest(&live, &q, &locale)
}
