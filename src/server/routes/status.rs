//! What machines ask: is it up, is it ready, how is it doing.

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;

use crate::server::state::AppState;

pub fn router() -> Router<AppState> {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
}

/// The process is up.
async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers. The index is there since before the server listened, and its number is told.
async fn readyz(State(state): State<AppState>) -> Response {
    let live = state.catalogue.now();
    let index = json!({ "titles": live.index.len(), "feed": live.feed });
    match state.db.ping().await {
        Ok(()) => Json(json!({ "ready": true, "database": state.db.kind(), "index": index }))
            .into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            let reason = if error.is_transient() {
                "the database does not answer"
            } else {
                "the database cannot be used"
            };
            let answer = json!({ "ready": false, "reason": reason, "database": state.db.kind(), "index": index });
            (StatusCode::SERVICE_UNAVAILABLE, Json(answer)).into_response()
        }
    }
}

async fn metrics(State(state): State<AppState>) -> Response {
    let live = state.catalogue.now();
    let (pages, bytes) = state.pages.size();
    metrics::gauge!("slate_index_titles").set(live.index.len() as f64);
    metrics::gauge!("slate_feed").set(live.feed as f64);
    metrics::gauge!("slate_page_cache_pages").set(pages as f64);
    metrics::gauge!("slate_page_cache_bytes").set(bytes as f64);
    let info = [
        ("version", env!("CARGO_PKG_VERSION")),
        ("database", state.db.kind()),
    ];
    metrics::gauge!("slate_info", &info).set(1.0);
    (
        [(
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        )],
        state.metrics.render(),
    )
        .into_response()
}
