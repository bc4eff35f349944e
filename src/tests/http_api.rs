//! What the read API answers, and what it refuses.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use slate::store::titles;
use slate_domain::kinds::TitleStatus;
use slate_domain::title::Title;

use crate::http::{Market, request};
use crate::http_market::{BUYER, DRAFT, FULL, LISTED, RESERVED, UNLISTED, WITHHELD};
use crate::support::sample;

fn slugs(page: &Value) -> Vec<&str> {
    page["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["slug"].as_str().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn titles_come_page_by_page() {
    let market = Market::open().await;
    let first = market.json("/api/v1/titles").await;
    assert_eq!(
        (&first["total"], &first["page"], &first["per_page"]),
        (&json!(LISTED), &json!(1), &json!(48))
    );
    let all = slugs(&first);
    assert_eq!(all.len(), LISTED as usize);
    let mut read = Vec::new();
    for page in 1..=4 {
        let part = market
            .json(&format!("/api/v1/titles?per_page=7&page={page}"))
            .await;
        assert_eq!(
            (&part["total"], &part["page"]),
            (&json!(LISTED), &json!(page))
        );
        read.extend(slugs(&part).into_iter().map(str::to_owned));
    }
    assert_eq!(read, all);
    let beyond = market.json("/api/v1/titles?per_page=7&page=100000").await;
    assert_eq!(
        (&beyond["total"], &beyond["hits"]),
        (&json!(LISTED), &json!([]))
    );
    assert_eq!(beyond["facets"], first["facets"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hit_says_what_a_list_needs() {
    let market = Market::open().await;
    let page = market
        .json(&format!("/api/v1/titles?q=sample:{FULL}"))
        .await;
    assert_eq!(page["total"], 1);
    let hit = json!({
        "id": sample::title_id(FULL).to_string(),
        "slug": "title-25",
        "source_id": "sample:25",
        "title": "花樣年華 25",
        "titles": {"en": "In the Mood for “Love”", "yue": "花樣年華 25", "zh-Hans": "花样年华"},
        "category": "film",
        "stage": "released",
        "year": 1988,
        "countries": ["FI", "SE"],
        "languages": ["yue", "cmn"],
        "genres": ["drama", "social-drama"],
        "runtime_minutes": 69,
        "company": {"id": sample::company_id(1).to_string(), "slug": "company-1", "name": "Company 1", "country": "HK"},
    });
    assert_eq!(page["hits"][0], hit);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn values_are_taken_by_code_or_name() {
    let market = Market::open().await;
    let code = market
        .json(
            "/api/v1/titles?category=short&country=HK&right=svod&genre=science-fiction&genre=drama",
        )
        .await;
    let name =
        market.json("/api/v1/titles?category=Short+Film&country=hong%20kong&right=SVOD&genre=Drama&genre=Science+Fiction").await;
    assert_eq!(code, name);
    assert_ne!(code["total"], 0);
    // What a page of the catalogue says of its looks is no concern of the API's, and empty fields of a form are none.
    assert_eq!(
        market
            .json("/api/v1/titles?view=list&q=&year_min=&country=")
            .await,
        market.json("/api/v1/titles").await
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_are_sorted() {
    let market = Market::open().await;
    let years = market
        .json("/api/v1/titles?sort=year&year_min=1900&per_page=100")
        .await;
    let years: Vec<i64> = years["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["year"].as_i64().unwrap())
        .collect();
    assert!(
        years.len() > 10 && years.is_sorted_by(|a, b| a >= b),
        "{years:?}"
    );
    for sort in ["relevance", "newest", "title", "budget"] {
        assert_eq!(
            market.json(&format!("/api/v1/titles?sort={sort}")).await["total"],
            LISTED,
            "{sort}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_title_is_found_by_id_and_slug() {
    let market = Market::open().await;
    let by_slug = market.json(&format!("/api/v1/titles/title-{FULL}")).await;
    let id = sample::title_id(FULL).to_string();
    assert_eq!(market.json(&format!("/api/v1/titles/{id}")).await, by_slug);
    assert_eq!(
        market
            .json(&format!("/api/v1/titles/{}", id.to_uppercase()))
            .await,
        by_slug
    );
    for (field, value) in [
        ("title", json!("花樣年華 25")),
        ("original_language", json!("yue")),
        ("aliases", json!({"en": ["Beijing Summer", "Secrets"]})),
        (
            "loglines",
            json!({"en": "Two neighbours suspect their spouses."}),
        ),
        (
            "genres",
            json!([{"code": "drama", "label": "Drama"}, {"code": "social-drama", "label": "Social Drama"}]),
        ),
        ("release_date", json!("1988-10-21")),
        ("episodes", json!(12)),
        ("budget", json!({"amount": 1_200_000, "currency": "USD"})),
        ("financed_percent", json!(60)),
        ("looking_for", json!(["distributor", "pre-sale"])),
        ("audience", json!("adults")),
        ("rating", json!("mature")),
        (
            "identifiers",
            json!([{"scheme": "imdb", "value": "tt1000025"}]),
        ),
        ("withheld", json!([])),
    ] {
        assert_eq!(by_slug[field], value, "{field}");
    }
    assert_eq!(by_slug["credits"][0]["names"], json!({"zh-Hant": "王家衛"}));
    let materials = by_slug["materials"].as_array().unwrap();
    let stored = materials.iter().find(|one| one["kind"] == "key-art");
    assert_eq!(stored.unwrap()["url"], "http://127.0.0.1:3000/media/art/1");
    assert!(materials.iter().any(|one| one["kind"] == "trailer"));
    assert_eq!(by_slug["avails"][0]["availability"], "free");
    let avail = &by_slug["avails"][0];
    assert_eq!(avail["rights"], json!(["svod", "avod"]));
    assert_eq!(avail["territories"]["included"], json!(["worldwide"]));
    assert_eq!(avail["territories"]["excluded"], json!(["US", "CN"]));
    let countries = avail["territories"]["countries"].as_array().unwrap();
    assert!(countries.contains(&json!("HK")) && !countries.contains(&json!("US")));
    assert_eq!(
        avail["window"],
        json!({"from": "2027-01-01", "until": "2029-12-31"})
    );
    assert_eq!(avail["holdback"]["until"], "2027-06-30");
    assert_eq!(
        by_slug["avails"][1]["window"],
        json!({"from": null, "until": null})
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_public_is_not_told() {
    let market = Market::open().await;
    let answer = market
        .get(&format!("/api/v1/titles/title-{RESERVED}"))
        .await;
    let title = answer.json();
    for field in ["budget", "financed_percent"] {
        assert_eq!(title[field], Value::Null, "{field}");
    }
    assert_eq!(title["avails"], json!([]));
    assert_eq!(title["materials"].as_array().unwrap().len(), 1);
    assert_eq!(title["materials"][0]["kind"], "key-art");
    assert!(!answer.text().contains("Festival trailer"));
    let withheld = json!([
        {"what": "budget", "visibility": "members"},
        {"what": "avails", "visibility": "on-request"},
        {"what": "trailer", "visibility": "members"},
    ]);
    assert_eq!(title["withheld"], withheld);
    // Nor is it found by it.
    let found = market
        .json("/api/v1/titles?right=theatrical&per_page=100")
        .await;
    assert!(!slugs(&found).contains(&format!("title-{RESERVED}").as_str()));
    let found = market
        .json("/api/v1/titles?budget_min=1&per_page=100")
        .await;
    assert!(!slugs(&found).contains(&format!("title-{RESERVED}").as_str()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_is_not_found() {
    let market = Market::open().await;
    let hidden = [DRAFT, WITHHELD, UNLISTED];
    let mut odd: Vec<String> = hidden.iter().map(|n| format!("titles/title-{n}")).collect();
    odd.extend(
        hidden
            .iter()
            .map(|n| format!("titles/{}", sample::title_id(*n))),
    );
    odd.extend([
        "titles/no-such-title".to_owned(),
        "titles/Title-1".to_owned(),
        "titles/-".to_owned(),
        "titles/1".to_owned(),
        "titles/%20".to_owned(),
        "titles/..%2F..%2Fetc%2Fpasswd".to_owned(),
        "titles/%E6%B5%B7%E6%B8%AF".to_owned(),
        "titles/'%20OR%201=1".to_owned(),
        format!("titles/{}", "a".repeat(4000)),
        format!("titles/{}", sample::title_id(99)),
        format!(
            "titles/{}",
            sample::title_id(1).to_string().replace('-', "")
        ),
        format!("companies/company-{BUYER}"),
        format!("companies/{}", sample::company_id(BUYER)),
        "companies/nobody".to_owned(),
        "companies/Company-1".to_owned(),
        "companies/%E6%B5%B7".to_owned(),
    ]);
    for path in odd {
        let problem = market.problem(&format!("/api/v1/{path}"), 404).await;
        assert_eq!(problem["code"], "not-found", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_paths_and_methods_are_refused() {
    let market = Market::open().await;
    for path in [
        "/api",
        "/api/v1",
        "/api/v2/titles",
        "/api/v1/title",
        "/api/v1/titles/a/b",
        "/api/v1/openapi.yaml",
    ] {
        assert_eq!(
            market.problem(path, 404).await["code"],
            "not-found",
            "{path}"
        );
    }
    for path in [
        "/api/v1/titles",
        "/api/v1/titles/title-1",
        "/api/v1/companies",
        "/api/v1/openapi.json",
    ] {
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            let answer = market.send(request(method.clone(), path)).await;
            answer.is_problem(&format!("{method} {path}"), 405);
            assert!(answer.header("allow").contains("GET"), "{method} {path}");
        }
        let head = market.send(request(Method::HEAD, path)).await;
        assert_eq!(
            (head.status, head.body.len()),
            (StatusCode::OK, 0),
            "{path}"
        );
        assert_ne!(head.header("content-length"), "0", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_parameters_are_named() {
    let market = Market::open().await;
    let long = "a".repeat(501);
    // Query, parameter, what was given, and a part of what is allowed.
    let cases = [
        ("country=ZZ", "country", "ZZ", "alpha-2"),
        (
            "category=movie",
            "category",
            "movie",
            "film, short, documentary",
        ),
        ("stage=finished", "stage", "finished", "pre-production"),
        ("genre=%21", "genre", "!", "letter or digit"),
        ("language=klingonese", "language", "klingonese", ""),
        ("looking_for=love", "looking_for", "love", "co-producer"),
        ("right=moon", "right", "moon", "svod"),
        ("territory=SUHH", "territory", "SUHH", "country of today"),
        ("has_trailer=maybe", "has_trailer", "maybe", "true or false"),
        ("company_country=%20x", "company_country", "x", "alpha-2"),
        ("company=A+B", "company", "A B", "a-z"),
        ("year_min=abc", "year_min", "abc", "1850 to 2200"),
        ("year_min=1.5", "year_min", "1.5", "whole number"),
        (
            "year_max=99999999999999999999",
            "year_max",
            "99999999999999999999",
            "2200",
        ),
        ("runtime_min=-1", "runtime_min", "-1", "minutes"),
        ("budget_max=1e6", "budget_max", "1e6", "US dollars"),
        (
            "year_min=2000&year_max=1990",
            "year_min",
            "2000 to 1990",
            "smaller number first",
        ),
        ("from=2027-02-30", "from", "2027-02-30", "YYYY-MM-DD"),
        ("until=tomorrow", "until", "tomorrow", "YYYY-MM-DD"),
        (
            "from=2028-01-01&until=2027-01-01",
            "until",
            "2028-01-01 to 2027-01-01",
            "earlier day first",
        ),
        ("sort=random", "sort", "random", "newest"),
        ("view=table", "view", "table", "posters"),
        ("page=0", "page", "0", "1 to 100000"),
        ("page=-1", "page", "-1", "1 to 100000"),
        ("page=100001", "page", "100001", "1 to 100000"),
        ("per_page=101", "per_page", "101", "1 to 100"),
        ("per_page=0", "per_page", "0", "1 to 100"),
        ("page=1&page=1", "page", "1", "once"),
        ("q=a&q=b", "q", "b", "once"),
        ("sort=newest&sort=title", "sort", "title", "once"),
        (
            "utm_source=x",
            "utm_source",
            "utm_source",
            "company_country",
        ),
        ("Country=HK", "Country", "Country", "country"),
        ("q=%FF", "q", "%FF", "UTF-8"),
        ("q=%00", "q", "", "1 to 500"),
        (&*format!("q={long}"), "q", "aaa", "1 to 500"),
    ];
    for (query, parameter, given, allowed) in cases {
        let problem = market
            .problem(&format!("/api/v1/titles?{query}"), 400)
            .await;
        let errors = problem["errors"].as_array().unwrap();
        assert_eq!(errors.len(), 1, "{query}: {problem}");
        let text = |name: &str| errors[0][name].as_str().unwrap();
        let detail = problem["detail"].as_str().unwrap();
        assert_eq!(text("parameter"), parameter, "{query}");
        assert!(text("given").contains(given), "{query}: {problem}");
        assert!(
            text("allowed").contains(allowed) && !text("allowed").is_empty(),
            "{query}: {problem}"
        );
        assert!(
            detail.contains(parameter)
                && detail.contains(text("given"))
                && detail.contains(text("allowed")),
            "{detail}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_wrong_parameter_is_told_once() {
    let market = Market::open().await;
    let problem = market
        .problem(
            "/api/v1/titles?country=ZZ&page=0&x=1&q=ferry&right=moon",
            400,
        )
        .await;
    let named: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["parameter"].as_str().unwrap())
        .collect();
    assert_eq!(named, ["country", "page", "right", "x"]);
    let many: Vec<String> = (0..200).map(|n| format!("country=X{n}")).collect();
    let answer = market
        .get(&format!("/api/v1/titles?{}", many.join("&")))
        .await;
    answer.is_problem("many", 400);
    assert!(answer.body.len() < 8_000, "{} bytes", answer.body.len());
    let script = market
        .get("/api/v1/titles?%3Cscript%3E=1&country=%3Cscript%3E%0A%1B")
        .await;
    script.is_problem("script", 400);
    assert_eq!(script.header("x-content-type-options"), "nosniff");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn companies_are_the_exhibitors() {
    let market = Market::open().await;
    let all = market.json("/api/v1/companies").await;
    assert_eq!(
        (&all["total"], &all["page"], &all["per_page"]),
        (&json!(2), &json!(1), &json!(48))
    );
    assert_eq!(slugs(&all), ["company-1", "company-2"]);
    let hit = json!({
        "id": sample::company_id(1).to_string(), "slug": "company-1", "name": "Company 1",
        "names": {"ja": "港映画", "zh-Hant": "海港影業"}, "country": "HK", "kinds": ["producer", "sales-agent"],
        "booth": "1A-B12", "hall": "1A", "titles": 13,
    });
    assert_eq!(all["hits"][0], hit);
    for (query, found) in [
        ("q=%E6%B5%B7%E6%B8%AF", 2),
        ("q=1a-b12", 1),
        ("q=company+1A", 1),
        ("q=nothing", 0),
        ("country=HK", 1),
        ("country=Hong+Kong&country=JP", 2),
        ("country=FR", 0),
        ("kind=broadcaster", 1),
        ("hall=1a", 1),
        ("hall=9", 0),
        ("country=HK&kind=broadcaster", 0),
    ] {
        let page = market.json(&format!("/api/v1/companies?{query}")).await;
        assert_eq!(page["total"], found, "{query}");
    }
    let second = market.json("/api/v1/companies?per_page=1&page=2").await;
    assert_eq!(
        (slugs(&second), &second["total"]),
        (vec!["company-2"], &json!(2))
    );
    assert_eq!(
        market.json("/api/v1/companies?page=3").await["hits"],
        json!([])
    );
    for (query, parameter) in [
        ("country=ZZ", "country"),
        ("kind=shop", "kind"),
        ("hall=!", "hall"),
        ("page=0", "page"),
        ("per_page=101", "per_page"),
        ("q=a&q=b", "q"),
        ("category=film", "category"),
        ("q=%FF", "q"),
    ] {
        let problem = market
            .problem(&format!("/api/v1/companies?{query}"), 400)
            .await;
        assert_eq!(problem["errors"][0]["parameter"], parameter, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_company_comes_with_its_people() {
    let market = Market::open().await;
    let company = market.json("/api/v1/companies/company-1").await;
    assert_eq!(
        market
            .json(&format!("/api/v1/companies/{}", sample::company_id(1)))
            .await,
        company
    );
    assert_eq!(company["profile"], json!({"en": "Films.\n\nSince 1962."}));
    assert_eq!(company["website"], "https://example.org/");
    let person = json!({"name": "Person 1", "names": {"yue": "陳小姐"}, "job": "Head of Sales"});
    assert_eq!(company["people"][0], person);
    assert_eq!(company["booth"], "1A-B12");
    // As many titles as the catalogue finds for it.
    let found = market.json("/api/v1/titles?company=company-1").await;
    assert_eq!(found["total"], company["titles"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_did_not_change_costs_nothing() {
    let market = Market::open().await;
    for path in [
        "/api/v1/titles?country=HK",
        "/api/v1/titles/title-1",
        "/api/v1/companies",
        "/api/v1/openapi.json",
    ] {
        let answer = market.get(path).await;
        let tag = answer.header("etag").to_owned();
        assert!(tag.starts_with('"'), "{path}: {:?}", answer.headers);
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=0, must-revalidate",
            "{path}"
        );
        assert!(answer.header("vary").contains("accept-encoding"), "{path}");
        let again = Request::builder()
            .uri(path)
            .header("if-none-match", &tag)
            .body(Body::empty())
            .unwrap();
        let again = market.send(again).await;
        assert_eq!(
            (again.status, again.body.len()),
            (StatusCode::NOT_MODIFIED, 0),
            "{path}"
        );
        assert_eq!(again.header("etag"), tag, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_seen_at_once() {
    let market = Market::open().await;
    let path = "/api/v1/titles/title-1";
    let before = market.get(path).await;
    let mut title = titles::by_id(&market.db, &sample::title_id(1))
        .await
        .unwrap()
        .unwrap();
    title.original = "Renamed".parse().unwrap();
    change(&market, &title).await;
    let after = market.get(path).await;
    assert_eq!(after.json()["title"], "Renamed");
    assert_ne!(after.header("etag"), before.header("etag"));
    assert_eq!(market.json("/api/v1/titles?q=renamed").await["total"], 1);
    change(
        &market,
        &Title {
            status: TitleStatus::Withdrawn,
            ..title
        },
    )
    .await;
    market.problem(path, 404).await;
    assert_eq!(market.json("/api/v1/titles").await["total"], LISTED - 1);
}

async fn change(market: &Market, title: &Title) {
    let mut tx = market.db.begin(sample::moment(1)).await.unwrap();
    titles::put(&mut tx, std::slice::from_ref(title))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(market.catalogue.refresh().await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_market_without_anything_answers() {
    let scratch = crate::support::Scratch::sqlite();
    let db = scratch.db().await;
    let market = Market::over(scratch, db).await;
    let page = market
        .json("/api/v1/titles?q=ferry&country=HK&right=svod&territory=dach&from=2027-01-01")
        .await;
    assert_eq!(
        (&page["total"], &page["hits"], &page["facets"]["country"]),
        (&json!(0), &json!([]), &json!([]))
    );
    assert_eq!(market.json("/api/v1/companies").await["total"], 0);
    market.problem("/api/v1/titles/title-1", 404).await;
}
