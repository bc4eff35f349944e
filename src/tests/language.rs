//! The language of a first visit, and the one that was chosen since.

use axum::body::Body;
use axum::http::Request;

use crate::http::{Answer, Market};

async fn visit(market: &Market, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path).header("sec-fetch-dest", "document");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    market.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_first_visit_is_in_the_visitors_language() {
    let market = Market::open().await;
    let hong_kong = ("accept-language", "zh-HK,zh;q=0.9,en;q=0.5");
    let typed = ("sec-fetch-site", "none");
    let answer = visit(&market, "/titles?q=a", &[hong_kong, typed]).await;
    assert_eq!(answer.status.as_u16(), 307);
    assert_eq!(answer.header("location"), "/zh-hant/titles?q=a");
    assert!(answer.header("vary").contains("accept-language"));
    // What names its language is as it was asked for.
    for path in [
        "/zh-hans/titles",
        "/en/titles",
        "/robots.txt",
        "/api/v1/titles",
    ] {
        let answer = visit(&market, path, &[hong_kong, typed]).await;
        assert_eq!(answer.status.as_u16(), 200, "{path}");
    }
    for other in ["en-GB", "ja,en;q=0.8", "", "*"] {
        let answer = visit(&market, "/", &[("accept-language", other), typed]).await;
        assert_eq!(answer.status.as_u16(), 200, "{other}");
    }
}

#[tokio::test]
async fn the_language_that_was_chosen_stays() {
    let market = Market::open().await;
    let hong_kong = ("accept-language", "zh-HK");
    let link = ("sec-fetch-site", "same-origin");
    let typed = ("sec-fetch-site", "none");
    let english = visit(&market, "/titles", &[hong_kong, link]).await;
    assert_eq!(english.status.as_u16(), 200);
    assert!(english.header("set-cookie").starts_with("language=en;"));
    assert!(english.header("cache-control").contains("private"));
    let again = visit(
        &market,
        "/",
        &[hong_kong, typed, ("cookie", "a=b; language=en")],
    )
    .await;
    assert_eq!(again.status.as_u16(), 200);
    assert_eq!(again.header("set-cookie"), "");
    let chosen = visit(&market, "/zh-hans", &[("accept-language", "en"), link]).await;
    assert!(chosen.header("set-cookie").starts_with("language=zh-Hans;"));
    let back = visit(
        &market,
        "/",
        &[
            ("accept-language", "en"),
            typed,
            ("cookie", "language=zh-Hans"),
        ],
    )
    .await;
    assert_eq!(back.header("location"), "/zh-hans");
    // A cookie of anything else is none.
    let forged = visit(
        &market,
        "/",
        &[typed, ("cookie", "language=//evil.example")],
    )
    .await;
    assert_eq!(forged.status.as_u16(), 200);
}
