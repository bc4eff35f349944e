//! The media store over HTTP.

use axum::body::Body;
use axum::http::{Method, Request};
use slate::server::media::Media;

use crate::http::{Market, request};

const ART: &str = "demo/key-art/ferry.0123456789abcdef.svg";
const DRAWING: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><script>alert(1)</script></svg>";

async fn market() -> Market {
    let market = Market::open().await;
    let media = Media::new(market.data_dir());
    media
        .put(&ART.parse().unwrap(), DRAWING.as_bytes())
        .unwrap();
    media
        .put(&"a/clip.mp4".parse().unwrap(), &[7; 5_000])
        .unwrap();
    market
}

#[tokio::test]
async fn a_drawing_is_kept_for_ever_and_shut_off() {
    let market = market().await;
    let answer = market.get(&format!("/media/{ART}")).await;
    assert_eq!(answer.text(), DRAWING);
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert!(answer.header("cache-control").contains("immutable"));
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"));
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn a_film_is_fetched_in_parts() {
    let market = market().await;
    let part = Request::get("/media/a/clip.mp4")
        .header("range", "bytes=100-199")
        .header("accept-encoding", "br")
        .body(Body::empty())
        .unwrap();
    let answer = market.send(part).await;
    assert_eq!(answer.status.as_u16(), 206);
    assert_eq!(answer.header("content-range"), "bytes 100-199/5000");
    assert_eq!(answer.header("content-encoding"), "");
    assert_eq!(answer.body.len(), 100);
    let head = market
        .send(request(Method::HEAD, "/media/a/clip.mp4"))
        .await;
    assert_eq!(head.header("accept-ranges"), "bytes");
}

#[tokio::test]
async fn no_key_leads_out_of_the_store() {
    let market = market().await;
    std::fs::write(market.data_dir().join("media/.hidden"), "x").unwrap();
    std::fs::write(market.data_dir().join("secret.txt"), "x").unwrap();
    for path in [
        "/media/../secret.txt",
        "/media/%2e%2e/secret.txt",
        "/media/a/..%2f..%2fsecret.txt",
        "/media/.hidden",
        "/media/a",
        "/media/A/clip.mp4",
        "/media/none.svg",
        "/media",
    ] {
        let status = market.get(path).await.status.as_u16();
        assert_eq!(status, 404, "{path}");
    }
}
