//! `/titles/{slug}/map.svg`: where in the world something of a title is free.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use slate_domain::avail::grid;

use crate::catalogue::service;
use crate::error::AppError;
use crate::server::state::AppState;
use crate::ui::world::{self, World};

pub fn router() -> Router<AppState> {
    Router::new().route("/titles/{slug}/map.svg", get(map))
}

async fn map(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    let live = state.catalogue.now();
    service::open_catalogue(&live, state.clock.now())?;
    let detail = service::title(&live, &state.db, &slug).await?;
    let today = service::today(&live, state.clock.now());
    let rows = grid(&detail.title.avails, &detail.title.grants, today);
    let marked = query.as_deref().and_then(service::asked_territory);
    let map = world::svg(&World::of(&rows), marked.and_then(Result::ok));
    let kind = HeaderValue::from_static("image/svg+xml");
    Ok(([(header::CONTENT_TYPE, kind)], map).into_response())
}
