//! `/media/…`: the files of the market's own media store, `media` in the data folder.
//!
//! A key names its content by a hash, so what lies at an address never changes. Drawings may hold anything
//! a drawing program writes; opened by themselves they are shut off from everything.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use slate_domain::material::MediaKey;
use tower_http::services::ServeDir;

use super::files::{FOR_A_WHILE, FOR_EVER, is_hashed};
use crate::error::AppError;
use crate::server::layers::observe::Route;
use crate::server::media;
use crate::server::state::AppState;

const SHUT_OFF: HeaderValue =
    HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");

pub fn router(state: &AppState) -> Router<AppState> {
    let folder = ServeDir::new(media::folder(&state.config.data_dir))
        .append_index_html_on_directories(false)
        .fallback(get(|| async { AppError::NotFound }));
    let files = Router::new().fallback_service(folder).layer(from_fn(serve));
    Router::new().nest_service("/media", files)
}

async fn serve(request: Request, next: Next) -> Response {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let mut response = if path.parse::<MediaKey>().is_ok() {
        next.run(request).await
    } else {
        AppError::NotFound.into_response()
    };
    response.extensions_mut().insert(Route::FILES);
    if response.status().is_success() || response.status().is_redirection() {
        let name = path.rsplit('/').next().unwrap_or_default();
        let how = if is_hashed(name) {
            FOR_EVER
        } else {
            FOR_A_WHILE
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, how);
        headers.insert(header::CONTENT_SECURITY_POLICY, SHUT_OFF);
    }
    response
}
