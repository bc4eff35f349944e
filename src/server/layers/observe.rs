//! A request's id, its line in the log and its place in the metrics.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::server::errors::random_word;
use crate::server::state::RequestId;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_ID: usize = 64;

/// The route that answered, as the metrics call it. Has to be one of a few: every name is a series.
#[derive(Debug, Clone)]
pub struct Route(Cow<'static, str>);

impl Route {
    /// Files, whatever they are called.
    pub const FILES: Self = Self(Cow::Borrowed("files"));
}

/// The outermost layer: everything that happens in a request happens in its span.
pub async fn layer(mut request: Request, next: Next) -> Response {
    let id = RequestId(
        given_id(request.headers())
            .unwrap_or_else(random_word)
            .into(),
    );
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let path = shortened(request.uri().path()).to_owned();
    let span = tracing::info_span!("request", id = %id.0, %method, path);
    async move {
        let start = Instant::now();
        let mut response = next.run(request).await;
        note(&method, &response, start.elapsed());
        if let Ok(value) = HeaderValue::from_str(&id.0) {
            response.headers_mut().insert(HEADER, value);
        }
        response
    }
    .instrument(span)
    .await
}

/// Stands within the router, where the route is known, and hands it out to [`layer`].
pub async fn route(request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(matched) = matched {
        response
            .extensions_mut()
            .insert(Route(Cow::Owned(matched.as_str().to_owned())));
    }
    response
}

/// Notes what was refused before it was a request, and gives it an id.
pub fn note_refusal(status: StatusCode, path: &str) -> String {
    let id = random_word();
    let labels = [
        ("route", "none".to_owned()),
        ("method", "other".to_owned()),
        ("status", status.as_str().to_owned()),
    ];
    metrics::counter!("slate_http_requests_total", &labels).increment(1);
    tracing::warn!(%id, path, status = status.as_u16(), "refused before it was a request");
    id
}

fn note(method: &Method, response: &Response, took: Duration) {
    let status = response.status();
    let route = response
        .extensions()
        .get::<Route>()
        .map_or("none", |route| &*route.0);
    let labels = [
        ("route", route.to_owned()),
        ("method", named(method).to_owned()),
        ("status", status.as_str().to_owned()),
    ];
    metrics::counter!("slate_http_requests_total", &labels).increment(1);
    metrics::histogram!("slate_http_request_seconds", "route" => route.to_owned()).record(took);
    let ms = took.as_micros() as f64 / 1000.0;
    let status = status.as_u16();
    if is_quiet(route, response.status()) {
        tracing::debug!(status, ms, "answered");
    } else {
        tracing::info!(status, ms, "answered");
    }
}

/// What machines ask every few seconds, and files.
fn is_quiet(route: &str, status: StatusCode) -> bool {
    status.as_u16() < 400 && ["/healthz", "/readyz", "/metrics", "files"].contains(&route)
}

/// A method that nobody knows must not become a metric of its own.
fn named(method: &Method) -> &str {
    match *method {
        Method::GET
        | Method::HEAD
        | Method::POST
        | Method::PUT
        | Method::PATCH
        | Method::DELETE
        | Method::OPTIONS => method.as_str(),
        _ => "other",
    }
}

/// The id a proxy gave, if it is one that can stand in a log.
fn given_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(HEADER)?.to_str().ok()?;
    let sane = (8..=LONGEST_ID).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    sane.then(|| id.to_owned())
}

fn shortened(path: &str) -> &str {
    path.char_indices()
        .nth(200)
        .map_or(path, |(at, _)| &path[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sane_id_is_taken_over() {
        let given = |id: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HEADER, HeaderValue::from_bytes(id.as_bytes()).unwrap());
            given_id(&headers)
        };
        assert_eq!(given("01H-abc_9.z").as_deref(), Some("01H-abc_9.z"));
        for wrong in [
            "",
            "short",
            "with space",
            "<script>alert</script>",
            "ünïcödé-id",
        ] {
            assert_eq!(given(wrong), None, "{wrong}");
        }
        assert_eq!(given_id(&HeaderMap::new()), None);
    }
}
