//! Server functions: what the islands of a page call, under `/api/fn`.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use leptos::server_fn;
use leptos_axum::handle_server_fns_with_context;

use super::pages::provide;
use crate::error::AppError;
use crate::server::layers::limits;
use crate::server::state::AppState;

const ROOT: &str = "/api/fn/";
/// Set by `server_fn` on an answer that is an error.
const ERROR_HEADER: &str = "serverfnerror";

pub fn router() -> Router<AppState> {
    for (path, _) in server_fn::axum::server_fn_paths().filter(|(path, _)| !path.starts_with(ROOT))
    {
        tracing::error!(
            path,
            "a server function outside of {ROOT} is not served: give it prefix = \"/api/fn\""
        );
    }
    Router::new()
        .route("/api/fn/{*name}", any(call))
        .layer(from_fn(limits::small_body))
}

async fn call(State(state): State<AppState>, request: Request) -> Response {
    if let Err(error) = find(request.method(), request.uri().path()) {
        return error.into_response();
    }
    let _place = match state.renders.begin() {
        Ok(place) => place,
        Err(error) => return error.into_response(),
    };
    let answer = handle_server_fns_with_context(move || provide(&state), request).await;
    with_status(answer.into_response()).await
}

fn find(method: &Method, path: &str) -> Result<(), AppError> {
    let mut named = server_fn::axum::server_fn_paths()
        .filter(|(known, _)| *known == path)
        .peekable();
    if named.peek().is_none() {
        return Err(AppError::NotFound);
    }
    if named.any(|(_, known)| known == *method) {
        Ok(())
    } else {
        Err(AppError::MethodNotAllowed)
    }
}

/// Every error of a server function comes as a 500; the error itself knows better.
async fn with_status(response: Response) -> Response {
    let is_error = response.status() == StatusCode::INTERNAL_SERVER_ERROR;
    if !is_error || !response.headers().contains_key(ERROR_HEADER) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, limits::LARGEST_CALL).await else {
        return AppError::internal("the error of a server function could not be read")
            .into_response();
    };
    if let Ok(error) = serde_json::from_slice::<AppError>(&body) {
        parts.status = StatusCode::from_u16(error.status()).unwrap_or(parts.status);
    }
    Response::from_parts(parts, Body::from(body))
}
