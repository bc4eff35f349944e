//! The last touch on a rendered page.

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::server::errors::internal;

const END: &[u8] = b"</body></html>";

/// Puts what Leptos writes behind the end of the document (its scripts) before it, so that the page is
/// valid HTML.
pub async fn close(response: Response) -> Response {
    let is_html = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_html {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => {
            parts.headers.remove(CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(closed(bytes.into())))
        }
        Err(error) => internal(&error).into_response(),
    }
}

/// The document with its end at the end. Text cannot hold the end: it is written with `&lt;`.
fn closed(mut page: Vec<u8>) -> Vec<u8> {
    let end = page.windows(END.len()).rposition(|window| window == END);
    if let Some(end) = end {
        page.drain(end..end + END.len());
        page.extend_from_slice(END);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn scripts_behind_the_end_come_before_it() {
        let page = b"<html><body>x</body></html><script>1</script>".to_vec();
        assert_eq!(
            closed(page),
            b"<html><body>x<script>1</script></body></html>"
        );
        assert_eq!(closed(b"no document".to_vec()), b"no document");
    }
}
