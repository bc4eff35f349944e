//! The whole of the server as one router.
//!
//! From the outside inwards: [`observe`] gives a request its id, [`security`] an answer its headers, then
//! comes compression, [`dress`](errors::dress) for errors, the [`limits`] of time, the [`address`] with its
//! language, and the check that a request that changes something comes from our own pages. The routes
//! stand in [`routes`](super::routes); public pages and the API are answered by way of the cache, and what is
//! not in it only so many at once.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{
    DefaultPredicate, NotForContentType, Predicate, SizeAbove,
};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use super::layers::{address, language, limits, observe, security};
use super::routes::{cards, files, found, functions, map, media, pages, status};
use super::state::AppState;
use super::{errors, page_cache};
use crate::error::AppError;

/// No page: the application says so, within its shell and with nothing in it that anyone has written.
const EMPTY_PAGE: &str = "/-/shell";

/// Builds the router. Renders one page on the way, for the content security policy.
pub async fn build(state: AppState) -> Router {
    let routes = routes(&state);
    let headers = security::Headers::new(&policy(&state, &routes).await);
    let compression = CompressionLayer::new()
        .quality(CompressionLevel::Precise(5))
        .compress_when(pressable());
    Router::new()
        .fallback_service(routes)
        .layer(csrf(&state).with_rejection_response(foreign))
        .layer(from_fn(address::layer))
        .layer(from_fn(language::layer))
        .layer(from_fn(limits::guard))
        .layer(from_fn(errors::dress))
        .layer(compression)
        .layer(from_fn_with_state(headers, security::layer))
        .layer(from_fn(observe::layer))
}

/// What becomes smaller: neither films nor what is compressed in itself.
fn pressable() -> impl Predicate {
    DefaultPredicate::new()
        .and(SizeAbove::new(page_cache::WORTH_ENCODING))
        .and(NotForContentType::const_new("video/"))
        .and(NotForContentType::const_new("application/pdf"))
}

fn routes(state: &AppState) -> Router {
    pages::router(state)
        .nest("/api/v1", crate::public_api::router())
        .merge(found::router())
        .merge(map::router())
        .layer(from_fn_with_state(state.renders.clone(), limits::bounded))
        .layer(from_fn_with_state(state.clone(), page_cache::layer))
        .merge(functions::router())
        .merge(files::router(state))
        .merge(media::router(state))
        .merge(cards::router(state))
        .merge(status::router())
        .method_not_allowed_fallback(pages::other_method)
        .fallback(pages::fallback)
        .layer(from_fn(observe::route))
        .with_state(state.clone())
}

/// A request that changes something has to come from a page of ours, as the browser says.
fn csrf(state: &AppState) -> CsrfLayer {
    let layer = CsrfLayer::new();
    let Some(origin) = &state.config.base_url else {
        return layer;
    };
    layer
        .clone()
        .add_trusted_origin(origin)
        .unwrap_or_else(|error| {
            tracing::warn!(%error, "base-url is not what a browser calls an origin");
            layer
        })
}

fn foreign(error: ProtectionError) -> Response {
    tracing::warn!(%error, "refused");
    AppError::Forbidden.into_response()
}

async fn policy(state: &AppState, routes: &Router) -> security::Policy {
    let scripts = match empty_page(routes).await {
        Some(html) => security::script_hashes(&html),
        None => {
            tracing::error!("the shell could not be rendered: no page will run its scripts");
            Default::default()
        }
    };
    security::Policy {
        scripts,
        https: state.config.is_https(),
        robots: state.config.robots,
        reload: state
            .config
            .reload_port
            .map(|port| format!("ws://127.0.0.1:{port} ws://localhost:{port}")),
    }
}

async fn empty_page(routes: &Router) -> Option<String> {
    let request = Request::builder()
        .uri(EMPTY_PAGE)
        .body(Body::empty())
        .ok()?;
    let response = routes.clone().oneshot(request).await.ok()?;
    let body = to_bytes(response.into_body(), usize::MAX).await.ok()?;
    String::from_utf8(body.to_vec())
        .ok()
        .filter(|html| html.contains("</html>"))
}
