//! Limits of time and size, and what becomes of a panic.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;

use crate::error::AppError;

const LONGEST: Duration = Duration::from_secs(20);
/// What a server function is sent at most, in bytes.
pub const LARGEST_CALL: usize = 64 * 1024;

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
