use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::*;

const ONE: Version = Version { feed: 1, season: 7 };

fn get(uri: &str, headers: &[(&str, &str)]) -> Request {
    let mut request = axum::http::Request::builder().uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

fn html(body: impl Into<String>) -> Response {
    (
        [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
        body.into(),
    )
        .into_response()
}

fn header_of(response: &Response, name: &str) -> String {
    response
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap().to_owned())
        .unwrap_or_default()
}

async fn body_of(response: Response) -> Bytes {
    to_bytes(response.into_body(), usize::MAX).await.unwrap()
}

/// Asks for a page whose rendering is counted.
async fn ask(
    cache: &PageCache,
    version: Version,
    request: Request,
    rendered: &AtomicUsize,
) -> Response {
    through(cache, version, request, |_| async {
        rendered.fetch_add(1, Ordering::SeqCst);
        html("a title on offer ".repeat(200))
    })
    .await
}

#[tokio::test]
async fn a_page_is_rendered_once() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    let first = ask(&cache, ONE, get("/titles?b=2&a=1", &[]), &rendered).await;
    assert_eq!(header_of(&first, "x-cache"), "miss");
    let second = ask(&cache, ONE, get("/titles?a=1&&b=2", &[]), &rendered).await;
    assert_eq!(header_of(&second, "x-cache"), "hit");
    assert_eq!(
        header_of(&second, "cache-control"),
        "public, max-age=0, must-revalidate"
    );
    assert_eq!(header_of(&second, "vary"), "accept-encoding");
    assert_eq!(
        header_of(&second, "content-type"),
        "text/html; charset=utf-8"
    );
    assert_eq!(header_of(&first, "etag"), header_of(&second, "etag"));
    assert_eq!(body_of(first).await, body_of(second).await);
    assert_eq!(rendered.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn every_language_has_its_own() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    for locale in Locale::ALL {
        let mut request = get("/titles", &[]);
        request.extensions_mut().insert(locale);
        ask(&cache, ONE, request, &rendered).await;
    }
    assert_eq!(rendered.load(Ordering::SeqCst), Locale::ALL.len());
}

#[tokio::test]
async fn each_encoding_has_its_tag_and_is_not_sent_twice() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    let mut tags = Vec::new();
    for (accepted, sent) in [("identity", ""), ("gzip", "gzip"), ("gzip, br", "br")] {
        let response = ask(
            &cache,
            ONE,
            get("/", &[("accept-encoding", accepted)]),
            &rendered,
        )
        .await;
        assert_eq!(header_of(&response, "content-encoding"), sent);
        let tag = header_of(&response, "etag");
        let length = header_of(&response, "content-length");
        assert_eq!(body_of(response).await.len().to_string(), length);
        let again = get(
            "/",
            &[
                ("accept-encoding", accepted),
                ("if-none-match", &format!("\"x\", W/{tag}")),
            ],
        );
        let again = ask(&cache, ONE, again, &rendered).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(header_of(&again, "etag"), tag);
        assert!(body_of(again).await.is_empty());
        tags.push(tag);
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3);
    assert_eq!(rendered.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_head_is_answered_without_a_body() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    let mut request = get("/", &[]);
    *request.method_mut() = Method::HEAD;
    let response = ask(&cache, ONE, request, &rendered).await;
    assert_eq!(
        header_of(&response, "content-length"),
        (200 * 17).to_string()
    );
    assert!(body_of(response).await.is_empty());
    let response = ask(&cache, ONE, get("/", &[]), &rendered).await;
    assert_eq!(header_of(&response, "x-cache"), "hit");
    assert!(!body_of(response).await.is_empty());
}

#[tokio::test]
async fn a_change_makes_every_page_anew() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    let versions = [
        ONE,
        Version { feed: 2, ..ONE },
        Version { feed: 2, season: 8 },
    ];
    for (index, version) in versions.into_iter().enumerate() {
        ask(&cache, version, get("/", &[]), &rendered).await;
        ask(&cache, version, get("/", &[]), &rendered).await;
        assert_eq!(rendered.load(Ordering::SeqCst), index + 1);
    }
    cache.pages.run_pending_tasks();
    assert_eq!(cache.size().0, 1, "what is outdated is dropped");
}

#[tokio::test]
async fn what_is_not_for_everyone_is_never_kept() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    let long = format!("/titles?q={}", "x".repeat(LONGEST_QUERY));
    for uri in [
        "/me",
        "/me/agenda",
        "/organiser",
        "/api/fn/suggest?q=a",
        &long,
    ] {
        ask(&cache, ONE, get(uri, &[]), &rendered).await;
        ask(&cache, ONE, get(uri, &[]), &rendered).await;
    }
    ask(
        &cache,
        ONE,
        get("/api/v1/titles", &[("authorization", "Bearer x")]),
        &rendered,
    )
    .await;
    assert_eq!(rendered.load(Ordering::SeqCst), 11);
    ask(&cache, ONE, get("/media", &[]), &rendered).await;
    ask(&cache, ONE, get("/media", &[]), &rendered).await;
    assert_eq!(rendered.load(Ordering::SeqCst), 12, "/media is not /me");
}

#[tokio::test]
async fn only_a_plain_success_is_kept() {
    let cache = PageCache::new(1 << 20);
    let answers: [fn() -> Response; 4] = [
        || (StatusCode::NOT_FOUND, html("none")).into_response(),
        || ([(header::SET_COOKIE, "a=b")], html("yours")).into_response(),
        || ([(header::CACHE_CONTROL, "no-store")], html("now")).into_response(),
        || ([(header::CONTENT_TYPE, "image/png")], "png").into_response(),
    ];
    for answer in answers {
        let response = through(&cache, ONE, get("/x", &[]), |_| async { answer() }).await;
        assert_eq!(header_of(&response, "x-cache"), "");
        assert!(
            cache
                .pages
                .get(&Key::of(&get("/x", &[]), ONE).unwrap())
                .is_none()
        );
    }
    assert!(cache.flights().is_empty());
}

#[tokio::test]
async fn many_at_once_render_once() {
    let (cache, rendered) = (PageCache::new(1 << 20), AtomicUsize::new(0));
    let slow = || {
        through(&cache, ONE, get("/", &[]), |_| async {
            rendered.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
            html("slow")
        })
    };
    let answers = futures::future::join_all((0..20).map(|_| slow())).await;
    assert!(
        answers
            .iter()
            .all(|answer| answer.status() == StatusCode::OK)
    );
    assert_eq!(rendered.load(Ordering::SeqCst), 1);
    assert!(cache.flights().is_empty());
}

#[tokio::test]
async fn one_who_leaves_does_not_stop_the_others() {
    let cache = PageCache::new(1 << 20);
    let never = through(&cache, ONE, get("/", &[]), |_| std::future::pending());
    let left = tokio::time::timeout(Duration::from_millis(5), never).await;
    assert!(left.is_err());
    assert!(cache.flights().is_empty());
    let response = through(&cache, ONE, get("/", &[]), |_| async { html("here") }).await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn with_no_budget_nothing_is_kept() {
    let (cache, rendered) = (PageCache::new(0), AtomicUsize::new(0));
    ask(&cache, ONE, get("/", &[]), &rendered).await;
    ask(&cache, ONE, get("/", &[]), &rendered).await;
    assert_eq!(rendered.load(Ordering::SeqCst), 2);
}
