//! Files that the build left: scripts, styles, and what lies in `public/`.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::error::AppError;
use crate::server::error_page;
use crate::server::layers::observe::Route;
use crate::server::state::AppState;

pub(super) const FOR_EVER: HeaderValue =
    HeaderValue::from_static("public, max-age=31536000, immutable");
pub(super) const FOR_A_WHILE: HeaderValue =
    HeaderValue::from_static("public, max-age=300, must-revalidate");

/// `/pkg/…` and what the server writes itself.
pub fn router(state: &AppState) -> Router<AppState> {
    let pkg = format!("/{}", state.config.site_pkg_dir.trim_matches('/'));
    let folder = folder(&state.config.site_root.join(&state.config.site_pkg_dir));
    let files = Router::new()
        .fallback_service(folder.fallback(get(|| async { AppError::NotFound })))
        .layer(from_fn(keep));
    Router::new()
        .nest_service(&pkg, files)
        .route("/robots.txt", get(robots))
        .route("/speculation.json", get(speculation))
        .route(error_page::STYLE_PATH, get(error_page::style))
}

fn folder(path: &std::path::Path) -> ServeDir {
    ServeDir::new(path)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
}

/// The last segment of the path.
fn name_of(request: &Request) -> String {
    let path = request.uri().path();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The file of `public/` at this address, if there is one.
pub async fn public_file(state: &AppState, request: Request) -> Option<Response> {
    let name = name_of(&request);
    // No page has a dot in its last segment, and no file is without.
    if !name.contains('.') {
        return None;
    }
    let response = folder(&state.config.site_root)
        .oneshot(request)
        .await
        .ok()?;
    let found = response.status().is_success() || response.status().is_redirection();
    found.then(|| kept(&name, response.into_response()))
}

async fn keep(request: Request, next: Next) -> Response {
    let name = name_of(&request);
    kept(&name, next.run(request).await)
}

fn kept(name: &str, mut response: Response) -> Response {
    response.extensions_mut().insert(Route::FILES);
    if response.status().is_success() || response.status().is_redirection() {
        let how = if is_hashed(name) {
            FOR_EVER
        } else {
            FOR_A_WHILE
        };
        response.headers_mut().insert(header::CACHE_CONTROL, how);
        response
            .headers_mut()
            .insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// `slate.kqfHr3RfPyXXbNz4Wzk3Jg.js`: the name changes with what is in the file.
pub(super) fn is_hashed(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let hash = |part: &&str| {
        (16..=64).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
            && part.bytes().any(|b| b != b'_')
    };
    parts.len() >= 3
        && parts
            .get(1..parts.len() - 1)
            .is_some_and(|between| between.iter().any(hash))
}

async fn robots(State(state): State<AppState>) -> Response {
    let rules = if state.config.robots {
        let base = state.config.public_address();
        format!(
            "User-agent: *\nDisallow: /api/\nDisallow: /me\nDisallow: /organiser\n\nSitemap: {base}/sitemap.xml\n"
        )
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    };
    ([(header::CACHE_CONTROL, FOR_A_WHILE)], rules).into_response()
}

/// Which links a browser may fetch before they are followed: those of our pages, once they are pointed at.
const SPECULATION: &str = r#"{"prefetch":[{"eagerness":"moderate","where":{"and":[{"href_matches":"/*"},
{"not":{"href_matches":["/api/*","/me","/me/*","/organiser","/organiser/*"]}},
{"not":{"selector_matches":"[download],[rel~=nofollow],[target]"}}]}}]}
"#;

async fn speculation() -> Response {
    let kind = HeaderValue::from_static("application/speculationrules+json");
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, FOR_A_WHILE),
        ],
        SPECULATION,
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_json() {
        let rules: serde_json::Value = serde_json::from_str(SPECULATION).unwrap();
        assert_eq!(rules["prefetch"][0]["eagerness"], "moderate");
    }

    #[test]
    fn a_hash_in_the_name_is_seen() {
        for hashed in [
            "slate.kqfHr3RfPyXXbNz4Wzk3Jg.js",
            "chunk_0.0123456789abcdef.wasm",
        ] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in [
            "slate.js",
            "slate.wasm",
            "__wasm_split.______________________.js",
            "a.b.c",
            "favicon.ico",
        ] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }
}
