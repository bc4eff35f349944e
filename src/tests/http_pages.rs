//! Every page and every other route of the server, in each language, with its status and its headers; and
//! what becomes of them when something fails.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::http::{Answer, Market, request};
use crate::http_market::{BUYER, DRAFT, FULL, LISTED, RESERVED, UNLISTED, WITHHELD};

/// What stands before a path, and the language it asks for.
const LANGUAGES: [(&str, &str); 4] = [
    ("", "en"),
    ("/en", "en"),
    ("/zh-hant", "zh-Hant"),
    ("/zh-hans", "zh-Hans"),
];

const THERE: [&str; 9] = [
    "/",
    "/titles",
    "/titles?q=ferry&country=HK&view=list&sort=title",
    "/titles?utm_source=letter&q=&country=&&&=",
    "/titles/title-25",
    "/titles/title-26",
    "/exhibitors",
    "/exhibitors?q=company&kind=producer",
    "/exhibitors/company-1",
];

/// Addresses of which something cannot be taken: a list without it, and 400.
const WRONG: [&str; 6] = [
    "/titles?page=x&country=ZZ&nonsense=1&page=2",
    "/titles?q=%FF%00&country=%FF&page=%00&=&&&a=b=c",
    "/titles?page=1&page=2",
    "/titles?year_min=2020&year_max=2010",
    "/exhibitors?country=ZZ",
    "/exhibitors?page=0",
];

const NOT_THERE: [&str; 10] = [
    "/titles?page=9999",
    "/exhibitors?page=2",
    "/nothing",
    "/titles/no-such-title",
    "/titles/title-30",
    "/titles/title-31",
    "/titles/title-32",
    "/exhibitors/company-3",
    "/exhibitors/nobody",
    "/titles/title-25/more",
];

fn localised(prefix: &str, path: &str) -> String {
    match (prefix, path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

/// The headers of every answer, whatever it is.
fn is_safe(address: &str, answer: &Answer) {
    assert_eq!(
        answer.header("x-content-type-options"),
        "nosniff",
        "{address}"
    );
    assert_eq!(
        answer.header("referrer-policy"),
        "strict-origin-when-cross-origin",
        "{address}"
    );
    assert_eq!(
        answer.header("cross-origin-opener-policy"),
        "same-origin",
        "{address}"
    );
    assert!(
        answer.header("permissions-policy").contains("camera=()"),
        "{address}"
    );
    assert!(answer.header("x-request-id").len() >= 8, "{address}");
    assert!(!answer.header("cache-control").is_empty(), "{address}");
    let policy = answer.header("content-security-policy");
    for part in [
        "default-src 'self'",
        "'wasm-unsafe-eval'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(part), "{address}: {policy}");
    }
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
        "{address}: {policy}"
    );
}

/// A document in a language, with no script that its policy does not name.
fn is_page(address: &str, answer: &Answer, lang: &str) {
    is_safe(address, answer);
    assert!(
        answer
            .header("content-type")
            .starts_with("text/html; charset=utf-8"),
        "{address}"
    );
    let html = answer.text();
    assert!(
        html.trim_start()
            .to_ascii_lowercase()
            .starts_with("<!doctype html>"),
        "{address}"
    );
    assert!(
        html.contains(&format!("<html lang=\"{lang}\"")),
        "{address}: {}",
        &html[..html.len().min(200)]
    );
    assert!(
        html.contains("<title>") && html.contains("<main") && html.contains("</html>"),
        "{address}"
    );
    assert!(
        !html.contains(" style=\"") && !html.contains(" onclick="),
        "{address} has inline style or script"
    );
    let policy = answer.header("content-security-policy");
    for (attributes, code) in scripts(html) {
        let data = ["application/json", "application/ld+json"]
            .iter()
            .any(|kind| attributes.contains(kind));
        if !attributes.contains(" src=") && !data {
            let hash = STANDARD.encode(Sha256::digest(code));
            assert!(
                policy.contains(&format!("'sha256-{hash}'")),
                "{address}: the policy forbids {attributes} {code}"
            );
        }
    }
}

/// Attributes and text of every script element.
fn scripts(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, behind) = rest.split_once('>')?;
        Some((attributes, behind.split_once("</script")?.0))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_there_in_every_language() {
    assert_eq!((FULL, RESERVED), (25, 26));
    let market = Market::open().await;
    for (prefix, lang) in LANGUAGES {
        for path in THERE {
            let address = localised(prefix, path);
            let answer = market.get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            is_page(&address, &answer, lang);
            assert_eq!(
                answer.header("cache-control"),
                "public, max-age=0, must-revalidate",
                "{address}"
            );
            assert!(!answer.headers.contains_key("set-cookie"), "{address}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_is_a_page_that_says_so() {
    assert_eq!((DRAFT, WITHHELD, UNLISTED, BUYER), (30, 31, 32, 3));
    let market = Market::open().await;
    for (prefix, lang) in LANGUAGES {
        for path in NOT_THERE {
            let address = localised(prefix, path);
            let answer = market.get(&address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            is_page(&address, &answer, lang);
            assert!(
                !answer.header("cache-control").contains("public"),
                "{address}"
            );
        }
    }
    for path in WRONG {
        for (prefix, lang) in LANGUAGES {
            let address = localised(prefix, path);
            let answer = market.get(&address).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{address}");
            is_page(&address, &answer, lang);
        }
    }
    // The API has no languages.
    assert_eq!(
        market.get("/zh-hant/api/v1/titles").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_say_what_there_is() {
    let market = Market::open().await;
    let title = market.get("/titles/title-25").await;
    for text in [
        "花樣年華 25",
        "In the Mood for",
        "Two neighbours suspect their spouses.",
        "Wong Kar-wai",
        "Company 1",
    ] {
        assert!(title.text().contains(text), "{text}");
    }
    let reserved = market.get("/titles/title-26").await;
    assert!(
        !reserved.text().contains("example.org/trailer"),
        "the trailer is for members"
    );
    let list = market.get("/titles?q=ferry").await;
    assert!(
        list.text().contains("/titles/title-3") && !list.text().contains("/titles/title-25\""),
        "only what was asked for"
    );
    let list = market.get("/zh-hant/titles").await;
    assert!(
        list.text().contains("href=\"/zh-hant/titles/title-"),
        "links stay in the language"
    );
    assert!(list.text().contains(&LISTED.to_string()));
    let exhibitor = market.get("/exhibitors/company-1").await;
    assert!(exhibitor.text().contains("Since 1962.") && exhibitor.text().contains("Person 1"));
    let exhibitors = market.get("/exhibitors?country=JP").await;
    assert!(
        exhibitors.text().contains("/exhibitors/company-2")
            && !exhibitors.text().contains("/exhibitors/company-1\"")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_typed_is_only_text() {
    let market = Market::open().await;
    for address in [
        "/titles?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/titles?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/titles?q=%3C/title%3E%3Cimg%20src=x%3E",
        "/titles?country=%3Cscript%3Ealert(1)%3C/script%3E",
        "/exhibitors?q=%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let answer = market.get(address).await;
        let expected = if address.contains("country=") {
            StatusCode::BAD_REQUEST
        } else {
            StatusCode::OK
        };
        assert_eq!(answer.status, expected, "{address}");
        is_page(address, &answer, "en");
        assert!(
            !answer.text().contains("<script>alert") && !answer.text().contains("<img src=x"),
            "{address}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bad_addresses_are_refused_and_the_server_goes_on() {
    let market = Market::open().await;
    let long = format!("/titles?q={}", "a".repeat(60_000));
    for (address, status) in [
        ("/titles/%FF", 400),
        ("/%c3%28", 400),
        ("/titles/%00", 400),
        ("/titles/a%00b", 400),
        ("/%zz", 400),
        ("/exhibitors/%0d%0ax", 400),
        ("/zh-hant/titles/%FF", 400),
        (&long, 414),
    ] {
        let answer = market.get(address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
        let lang = if address.starts_with("/zh-hant") {
            "zh-Hant"
        } else {
            "en"
        };
        is_page(&address[..address.len().min(60)], &answer, lang);
        if address.starts_with("/titles") {
            market.problem(&format!("/api/v1{address}"), status).await;
        }
    }
    assert_eq!(market.get("/").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slash_too_many_is_taken_off() {
    let market = Market::open().await;
    for (address, target) in [
        ("/titles/", "/titles"),
        ("/zh-hant/", "/zh-hant"),
        ("/api/v1/titles/?q=a", "/api/v1/titles?q=a"),
    ] {
        let answer = market.get(address).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (StatusCode::PERMANENT_REDIRECT, target)
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_methods_are_refused() {
    let market = Market::open().await;
    for address in [
        "/",
        "/titles",
        "/titles/title-1",
        "/exhibitors",
        "/zh-hans/exhibitors/company-1",
    ] {
        for method in [Method::PUT, Method::DELETE] {
            let answer = market.send(request(method.clone(), address)).await;
            assert_eq!(
                answer.status,
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {address}"
            );
            is_safe(address, &answer);
        }
        let head = market.send(request(Method::HEAD, address)).await;
        assert_eq!(
            (head.status, head.body.len()),
            (StatusCode::OK, 0),
            "{address}"
        );
    }
    let foreign = Request::builder()
        .method(Method::POST)
        .uri("/titles")
        .header("sec-fetch-site", "cross-site");
    let answer = market.send(foreign.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let market = Market::open().await;
    for address in [
        "/",
        "/titles?country=HK",
        "/titles/title-25",
        "/zh-hant/exhibitors",
    ] {
        let first = market.get(address).await;
        assert_eq!(first.header("x-cache"), "miss", "{address}");
        let tag = first.header("etag").to_owned();
        let again = Request::builder()
            .uri(address)
            .header("if-none-match", &tag)
            .body(Body::empty())
            .unwrap();
        let again = market.send(again).await;
        assert_eq!(
            (again.status, again.body.len()),
            (StatusCode::NOT_MODIFIED, 0),
            "{address}"
        );
        assert_eq!(
            (again.header("etag"), again.header("x-cache")),
            (&*tag, "hit"),
            "{address}"
        );
        let other = Request::builder()
            .uri(address)
            .header("if-none-match", "\"other\"")
            .body(Body::empty())
            .unwrap();
        let other = market.send(other).await;
        assert_eq!(
            (other.status, &other.body),
            (StatusCode::OK, &first.body),
            "{address}"
        );
        for encoding in ["br", "gzip"] {
            let asked = Request::builder()
                .uri(address)
                .header("accept-encoding", encoding)
                .body(Body::empty())
                .unwrap();
            let packed = market.send(asked).await;
            assert_eq!(packed.header("content-encoding"), encoding, "{address}");
            assert!(packed.body.len() < first.body.len() / 2, "{address}");
            assert_ne!(packed.header("etag"), tag, "{address}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn machines_are_told_how_it_is() {
    let market = Market::open().await;
    let health = market.get("/healthz").await;
    assert_eq!((health.status, health.text()), (StatusCode::OK, "ok\n"));
    let ready = market.json("/readyz").await;
    assert_eq!(
        (&ready["ready"], &ready["index"]["titles"]),
        (&true.into(), &LISTED.into())
    );
    market.get("/titles/title-1").await;
    market.get("/api/v1/titles?q=a").await;
    let metrics = market.get("/metrics").await;
    assert_eq!(metrics.status, StatusCode::OK);
    assert!(
        metrics
            .header("content-type")
            .starts_with("text/plain; version=0.0.4")
    );
    for line in [
        "slate_http_requests_total{",
        "slate_http_request_seconds_bucket{",
        "slate_index_titles",
        "slate_page_cache_total{",
    ] {
        assert!(
            metrics.text().contains(line),
            "{line} is not in\n{}",
            metrics.text()
        );
    }
    // By route and not by address, of which there are endlessly many.
    assert!(
        metrics.text().contains("route=\"/api/v1/titles\""),
        "{}",
        metrics.text()
    );
    assert!(!metrics.text().contains("title-1\""), "{}", metrics.text());
    for path in ["/healthz", "/readyz", "/metrics"] {
        let answer = market.get(path).await;
        is_safe(path, &answer);
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    }
    let robots = market.get("/robots.txt").await;
    assert!(robots.status.is_success() && robots.text().starts_with("User-agent: *"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_keeps_the_id_it_came_with() {
    let market = Market::open().await;
    let with = |id: &'static str| {
        Request::builder()
            .uri("/titles")
            .header("x-request-id", id)
            .body(Body::empty())
            .unwrap()
    };
    assert_eq!(
        market
            .send(with("proxy-0123456789"))
            .await
            .header("x-request-id"),
        "proxy-0123456789"
    );
    assert_ne!(
        market
            .send(with("no id at all"))
            .await
            .header("x-request-id"),
        "no id at all"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_database_the_server_goes_on() {
    let market = Market::open().await;
    let kept = market.get("/titles/title-2").await;
    market.db.close().await;
    assert_eq!(market.get("/healthz").await.status, StatusCode::OK);
    let ready = market.get("/readyz").await;
    assert_eq!(
        (ready.status, ready.json()["ready"].clone()),
        (StatusCode::SERVICE_UNAVAILABLE, false.into())
    );
    // Lists are answered from memory, and what was rendered before is still there.
    for address in ["/", "/titles?q=ferry", "/exhibitors", "/zh-hant/titles"] {
        is_page(
            address,
            &market.get(address).await,
            if address.starts_with("/zh") {
                "zh-Hant"
            } else {
                "en"
            },
        );
        assert_eq!(
            market.get(address).await.status,
            StatusCode::OK,
            "{address}"
        );
    }
    assert_eq!(market.json("/api/v1/titles").await["total"], LISTED);
    assert_eq!(market.json("/api/v1/companies").await["total"], 2);
    assert_eq!(market.get("/titles/title-2").await.body, kept.body);
    for address in [
        "/titles/title-3",
        "/zh-hans/titles/title-3",
        "/exhibitors/company-1",
    ] {
        let answer = market.get(address).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{address}");
        is_page(
            address,
            &answer,
            if address.starts_with("/zh") {
                "zh-Hans"
            } else {
                "en"
            },
        );
        assert!(
            !answer.text().contains("pool"),
            "{address} tells of the inside"
        );
    }
    for address in ["/api/v1/titles/title-3", "/api/v1/companies/company-1"] {
        let problem = market.problem(address, 503).await;
        assert_eq!(problem["code"], "unavailable", "{address}");
        assert!(
            market
                .get(address)
                .await
                .headers
                .contains_key("retry-after"),
            "{address}"
        );
    }
    assert!(market.catalogue.refresh().await.is_err());
    assert_eq!(market.get("/titles").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_was_removed_is_noticed() {
    let market = Market::open().await;
    std::fs::remove_file(market.scratch.url.path().unwrap()).unwrap();
    let ready = market.get("/readyz").await;
    assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(market.get("/titles").await.status, StatusCode::OK);
    assert_eq!(market.get("/healthz").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_error_of_ours_has_a_reference() {
    let market = Market::open().await;
    market
        .scratch
        .execute("UPDATE title SET stage = 'finished' WHERE slug = 'title-4'")
        .await
        .unwrap();
    let problem = market.problem("/api/v1/titles/title-4", 500).await;
    let reference = problem["reference"].as_str().unwrap();
    assert_eq!(reference.len(), 10);
    assert!(problem["detail"].as_str().unwrap().contains(reference));
    assert!(!problem.to_string().contains("finished"));
    for (address, lang) in [
        ("/titles/title-4", "en"),
        ("/zh-hant/titles/title-4", "zh-Hant"),
    ] {
        let answer = market.get(address).await;
        assert_eq!(
            answer.status,
            StatusCode::INTERNAL_SERVER_ERROR,
            "{address}"
        );
        is_page(address, &answer, lang);
        let main = answer.text().split_once("<main").unwrap().1;
        assert!(!main.contains("finished"), "{address}");
        let words: Vec<&str> = main.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        let is_reference =
            |word: &str| word.len() == 10 && word.bytes().any(|b| b.is_ascii_digit());
        assert!(
            main.contains("error-reference") && words.iter().any(|word| is_reference(word)),
            "{address}: {main}"
        );
    }
    // Others are as they were.
    assert_eq!(market.get("/titles/title-5").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_waits_for_the_store_still_has_its_head() {
    let market = Market::open().await;
    for turn in 0..20 {
        // Another query each time, so that no page is kept.
        for path in ["/titles/title-4", "/exhibitors/company-1"] {
            let path = format!("{path}?turn={turn}");
            let text = market.get(&path).await.text().to_owned();
            let head = text.split_once("</head>").unwrap().0;
            for part in [
                "name=\"description\"",
                "og:image",
                "rel=\"canonical\"",
                "hreflang",
            ] {
                assert!(head.contains(part), "{path}: {part}");
            }
        }
    }
}
