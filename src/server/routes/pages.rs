//! The pages of the application.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, request::Parts};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use leptos::context::{provide_context, use_context};
use leptos::nonce::Nonce;
use leptos::reactive::owner::take_context;
use leptos::server_fn;
use leptos_axum::{
    LeptosRoutes, generate_route_list_with_exclusions_and_ssg_and_context,
    render_app_async_with_context,
};

use super::{document, files};
use crate::app::{App, shell};
use crate::error::AppError;
use crate::i18n::Locale;
use crate::server::state::{AppState, RequestId};

/// The routes of the application's route table.
pub fn router(state: &AppState) -> Router<AppState> {
    // Server functions have a router of their own, with limits of their own.
    let functions = server_fn::axum::server_fn_paths()
        .map(|(path, _)| path.to_owned())
        .collect();
    let context = {
        let state = state.clone();
        move || provide(&state)
    };
    let (routes, _) = generate_route_list_with_exclusions_and_ssg_and_context(
        App,
        Some(functions),
        context.clone(),
    );
    let options = state.leptos_options.clone();
    Router::<AppState>::new()
        .leptos_routes_with_context(state, routes, context, move || shell(options.clone()))
        .layer(map_response(document::close))
}

/// What every page and every server function finds in its context: [`AppState`], [`Locale`] and
/// [`RequestId`].
pub fn provide(state: &AppState) {
    let parts = use_context::<Parts>();
    let extensions = parts.as_ref().map(|parts| &parts.extensions);
    let locale = extensions
        .and_then(|extensions| extensions.get::<Locale>())
        .copied()
        .unwrap_or_default();
    let id = extensions
        .and_then(|extensions| extensions.get::<RequestId>())
        .cloned();
    // A page that is kept for everyone has no use for a number used once: its scripts go by their hashes,
    // and without it the same page is the same bytes.
    take_context::<Nonce>();
    provide_context(state.clone());
    provide_context(locale);
    provide_context(id.unwrap_or_else(|| RequestId("none".into())));
}

/// Whatever no route answers: a public file, or the application's page that says so, with status 404.
pub async fn fallback(State(state): State<AppState>, request: Request) -> Response {
    let path = request.uri().path();
    let is_page = path != "/api" && !path.starts_with("/api/");
    if !is_page || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return AppError::NotFound.into_response();
    }
    let (parts, _) = request.into_parts();
    let again = |parts: &Parts| Request::from_parts(parts.clone(), Body::empty());
    if let Some(file) = files::public_file(&state, again(&parts)).await {
        return file;
    }
    let _place = match state.renders.begin() {
        Ok(place) => place,
        Err(error) => return error.into_response(),
    };
    let options = state.leptos_options.clone();
    let render =
        render_app_async_with_context(move || provide(&state), move || shell(options.clone()));
    let mut response = document::close(render(again(&parts)).await).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// A method that the route does not have.
pub async fn other_method() -> AppError {
    AppError::MethodNotAllowed
}
