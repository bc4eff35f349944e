//! Limits of time, size and number, and what becomes of a panic.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::AppError;

const LONGEST: Duration = Duration::from_secs(20);
/// What a server function is sent at most, in bytes.
pub const LARGEST_CALL: usize = 64 * 1024;

/// So many answers are made at once; more would all come too late.
const AT_ONCE: usize = 256;
/// Seconds after which someone who was sent away may come again.
const RETRY: u32 = 2;

/// The answers that are being made: pages, the API's and those of server functions. What comes out of
/// the page cache is none.
#[derive(Debug, Clone)]
pub struct Renders(Arc<Semaphore>);

impl Default for Renders {
    fn default() -> Self {
        Self::at_most(AT_ONCE)
    }
}

impl Renders {
    fn at_most(count: usize) -> Self {
        Self(Arc::new(Semaphore::new(count)))
    }

    /// A place among them, to be kept until the answer is made.
    ///
    /// # Errors
    /// [`AppError::Busy`] when there is none.
    pub fn begin(&self) -> Result<OwnedSemaphorePermit, AppError> {
        Arc::clone(&self.0)
            .try_acquire_owned()
            .map_err(|_| AppError::Busy { retry: RETRY })
    }
}

/// Answers that the server is busy where too much is in progress.
pub async fn bounded(State(renders): State<Renders>, request: Request, next: Next) -> Response {
    match renders.begin() {
        Ok(_place) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

/// Answers for a handler that takes too long or panics.
pub async fn guard(request: Request, next: Next) -> Response {
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
    match tokio::time::timeout(LONGEST, answer).await {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => {
            AppError::internal(format_args!("panic: {}", words(panic.as_ref()))).into_response()
        }
        Err(_) => AppError::unavailable("the answer took too long").into_response(),
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}

/// Reads the body of a call, if it is not too large.
pub async fn small_body(request: Request, next: Next) -> Response {
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok());
    let announced = length
        .and_then(|length| length.parse::<usize>().ok())
        .unwrap_or(0);
    if announced > LARGEST_CALL {
        return AppError::TooLarge.into_response();
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, LARGEST_CALL).await {
        Ok(body) => next.run(Request::from_parts(parts, Body::from(body))).await,
        Err(_) => AppError::TooLarge.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::http::StatusCode;
    use axum::middleware::{from_fn, from_fn_with_state};
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;
    use crate::server::errors;

    #[tokio::test]
    async fn more_than_can_be_made_at_once_is_sent_away() {
        let renders = Renders::at_most(1);
        let router = Router::new()
            .route("/api/v1/titles", get(|| async { "titles" }))
            .layer(from_fn_with_state(renders.clone(), bounded))
            .layer(from_fn(errors::dress));
        let ask = || async {
            let request = Request::builder()
                .uri("/api/v1/titles")
                .body(Body::empty())
                .unwrap();
            router.clone().oneshot(request).await.unwrap()
        };
        let place = renders.begin().unwrap();
        let refused = ask().await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(refused.headers()[header::RETRY_AFTER], "2");
        assert_eq!(
            refused.headers()[header::CONTENT_TYPE],
            "application/problem+json"
        );
        drop(place);
        for _ in 0..2 {
            assert_eq!(ask().await.status(), StatusCode::OK);
        }
    }
}
