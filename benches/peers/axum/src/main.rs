//! Answers `/titles` with the bytes of a file, kept in memory: `peer-axum PAGE PORT`.

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::routing::get;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(page), Some(port)) = (arguments.next(), arguments.next()) else {
        return Err("type: peer-axum PAGE PORT".into());
    };
    let page = Bytes::from(std::fs::read(page)?);
    let answer = move || async move {
        let headers = [
            (CONTENT_TYPE, "text/html; charset=utf-8"),
            (CACHE_CONTROL, "no-cache"),
        ];
        (headers, page)
    };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port.parse()?)).await?;
    axum::serve(listener, Router::new().route("/titles", get(answer))).await?;
    Ok(())
}
