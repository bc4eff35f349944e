//! The API held against its own OpenAPI document: every answer is valid against the schema of its route and
//! status, says nothing that the schema does not name, and takes what the document allows.

use std::collections::BTreeSet;

use axum::http::Method;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use slate_domain::query::{Facet, Sort, parameters};
use slate_domain::{
    credit::CreditRole, kinds, right::Right, territory::TerritoryGroup, visibility::Visibility,
};

use crate::http::{Market, request};
use crate::http_market::{DRAFT, FULL, LISTED, RESERVED};

/// The document, with every schema closed: what it does not name is not allowed.
struct Document(Value);

impl Document {
    async fn of(market: &Market) -> Self {
        let mut document = market.json("/api/v1/openapi.json").await;
        let mut parts = BTreeSet::new();
        parts_of_others(&document, &mut parts);
        for (name, schema) in document["components"]["schemas"].as_object_mut().unwrap() {
            let schema = schema.as_object_mut().unwrap();
            let has_fields = schema.contains_key("properties") || schema.contains_key("allOf");
            if has_fields && !parts.contains(name) {
                schema.insert("unevaluatedProperties".to_owned(), json!(false));
            }
        }
        Self(document)
    }

    fn operation(&self, path: &str) -> &Value {
        &self.0["paths"][path]["get"]
    }

    fn validator(&self, schema: &Value) -> Validator {
        let mut root = schema.as_object().unwrap().clone();
        root.insert("components".to_owned(), self.0["components"].clone());
        root.insert(
            "$schema".to_owned(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        jsonschema::options()
            .should_validate_formats(true)
            .build(&Value::Object(root))
            .unwrap()
    }

    /// Holds an answer against what the document says of its route and status.
    async fn hold(&self, market: &Market, path: &str, address: &str, status: u16) {
        let answer = market.get(address).await;
        assert_eq!(
            answer.status.as_u16(),
            status,
            "{address}: {}",
            answer.text()
        );
        let described = &self.operation(path)["responses"][status.to_string()];
        let content = &described["content"][answer.header("content-type")];
        assert!(
            content.is_object(),
            "{address}: {status} as {} is not described",
            answer.header("content-type")
        );
        let body = answer.json();
        let validator = self.validator(&content["schema"]);
        let errors: Vec<String> = validator
            .iter_errors(&body)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{address}: {errors:#?}");
    }
}

/// Schemas that others take in, and which therefore cannot be closed.
fn parts_of_others(value: &Value, parts: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let taken_in = fields
                .get("allOf")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            parts.extend(
                taken_in
                    .filter_map(|one| Some(one["$ref"].as_str()?.rsplit('/').next()?.to_owned())),
            );
            fields
                .values()
                .for_each(|value| parts_of_others(value, parts));
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| parts_of_others(value, parts)),
        _ => {}
    }
}

fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

const TITLES: &str = "/api/v1/titles";
const TITLE: &str = "/api/v1/titles/{id}";
const COMPANIES: &str = "/api/v1/companies";
const COMPANY: &str = "/api/v1/companies/{id}";
const OPENAPI: &str = "/api/v1/openapi.json";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_are_as_described() {
    let market = Market::open().await;
    let document = Document::of(&market).await;
    for (path, address, status) in [
        (TITLES, TITLES.to_owned(), 200),
        (
            TITLES,
            format!("{TITLES}?per_page=100&sort=title&right=svod"),
            200,
        ),
        (TITLES, format!("{TITLES}?page=1000"), 200),
        (
            TITLES,
            format!("{TITLES}?country=ZZ&x=1&page=1&page=2"),
            400,
        ),
        (TITLES, format!("{TITLES}?q={}", "a".repeat(20_000)), 414),
        (TITLE, format!("{TITLES}/title-{DRAFT}"), 404),
        (TITLE, format!("{TITLES}/%FF"), 400),
        (COMPANIES, COMPANIES.to_owned(), 200),
        (COMPANIES, format!("{COMPANIES}?q=nothing"), 200),
        (COMPANIES, format!("{COMPANIES}?kind=x"), 400),
        (
            COMPANIES,
            format!("{COMPANIES}?q={}", "a".repeat(20_000)),
            414,
        ),
        (COMPANY, format!("{COMPANIES}/company-1"), 200),
        (COMPANY, format!("{COMPANIES}/company-2"), 200),
        (COMPANY, format!("{COMPANIES}/company-3"), 404),
        (COMPANY, format!("{COMPANIES}/%00"), 400),
        (OPENAPI, OPENAPI.to_owned(), 200),
    ] {
        document.hold(&market, path, &address, status).await;
    }
    for n in 1..=LISTED {
        document
            .hold(&market, TITLE, &format!("{TITLES}/title-{n}"), 200)
            .await;
    }
    assert!(market.json(&format!("{TITLES}/title-{FULL}")).await["withheld"] == json!([]));
    market.db.close().await;
    market.catalogue.refresh().await.unwrap_err();
    // Not in the cache under this address.
    let id = crate::support::sample::title_id(RESERVED).to_string();
    document
        .hold(&market, TITLE, &format!("{TITLES}/{id}"), 503)
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_document_is_whole() {
    let market = Market::open().await;
    let document = Document::of(&market).await.0;
    assert!(
        document["openapi"].as_str().unwrap().starts_with("3.1"),
        "{}",
        document["openapi"]
    );
    let paths: BTreeSet<&str> = document["paths"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        paths,
        BTreeSet::from([TITLES, TITLE, COMPANIES, COMPANY, OPENAPI])
    );
    let mut named = BTreeSet::new();
    references(&document, &mut named);
    assert!(named.len() > 20, "{named:?}");
    for reference in named {
        assert!(
            document
                .pointer(reference.trim_start_matches('#'))
                .is_some(),
            "{reference}"
        );
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let text = schema["description"]
            .as_str()
            .or_else(|| schema["allOf"][1]["description"].as_str());
        assert!(
            text.is_some_and(|text| !text.is_empty()),
            "{name} has no description: {schema}"
        );
    }
    for path in paths {
        let operation = &document["paths"][path]["get"];
        for field in ["summary", "operationId"] {
            assert!(
                operation[field]
                    .as_str()
                    .is_some_and(|text| !text.is_empty()),
                "{path}: {field}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_list_of_codes_is_told() {
    let market = Market::open().await;
    let document = Document::of(&market).await.0;
    let codes = |name: &str| -> Vec<String> {
        let values = document["components"]["schemas"][name]["enum"].as_array();
        values
            .unwrap_or_else(|| panic!("{name}"))
            .iter()
            .map(|code| code.as_str().unwrap().to_owned())
            .collect()
    };
    macro_rules! told {
        ($($name:literal = $list:ty),+ $(,)?) => {$(
            let all: Vec<String> = <$list>::ALL.iter().map(|value| value.code().to_owned()).collect();
            assert_eq!(codes($name), all, $name);
        )+};
    }
    told!(
        "Category" = kinds::Category,
        "Stage" = kinds::Stage,
        "LookingFor" = kinds::LookingFor,
        "Audience" = kinds::TargetAudience,
        "Rating" = kinds::Rating,
        "CompanyKind" = kinds::CompanyKind,
        "MaterialKind" = kinds::MaterialKind,
        "FestivalOutcome" = kinds::FestivalOutcome,
        "Exclusivity" = kinds::Exclusivity,
        "CreditRole" = CreditRole,
        "Visibility" = Visibility,
        "Right" = Right,
        "Sort" = Sort,
        "TerritoryGroup" = TerritoryGroup,
    );
    assert!(
        codes("Country").contains(&"HK".to_owned()) && codes("Country").contains(&"SU".to_owned())
    );
    assert!(
        codes("Territory").contains(&"dach".to_owned())
            && !codes("Territory").contains(&"SU".to_owned())
    );
    assert!(codes("Currency").contains(&"HKD".to_owned()));
}

/// What a parameter's schema allows, references followed.
fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Map<String, Value> {
    match schema["$ref"].as_str() {
        Some(reference) => document
            .pointer(reference.trim_start_matches('#'))
            .unwrap()
            .as_object()
            .unwrap(),
        None => schema.as_object().unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_allowed_is_taken() {
    let market = Market::open().await;
    let document = Document::of(&market).await.0;
    for path in [TITLES, COMPANIES] {
        let described = document["paths"][path]["get"]["parameters"]
            .as_array()
            .unwrap();
        for parameter in described {
            let name = parameter["name"].as_str().unwrap();
            assert_eq!(
                (&parameter["in"], &parameter["required"]),
                (&json!("query"), &json!(false)),
                "{name}"
            );
            assert!(
                parameter["description"]
                    .as_str()
                    .is_some_and(|text| text.len() > 10),
                "{name}"
            );
            let list = &parameter["schema"];
            let items = if list["type"] == "array" {
                &list["items"]
            } else {
                list
            };
            let schema = resolved(&document, items);
            let mut values: Vec<Value> = schema
                .get("enum")
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            values.extend(
                ["minimum", "maximum"]
                    .iter()
                    .filter_map(|bound| schema.get(*bound).cloned()),
            );
            values.extend(
                parameter["example"]
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![parameter["example"].clone()]),
            );
            let written = |value: &Value| {
                value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned)
            };
            // As many at a time as may be.
            let at_once = list["maxItems"].as_u64().unwrap_or(1) as usize;
            for some in values.chunks(at_once) {
                let pairs: Vec<String> = some
                    .iter()
                    .map(|value| format!("{name}={}", written(value)))
                    .collect();
                market.json(&format!("{path}?{}", pairs.join("&"))).await;
            }
            for (bound, beyond) in [("minimum", -1), ("maximum", 1)] {
                if let Some(number) = schema.get(bound).and_then(Value::as_i64) {
                    market
                        .problem(&format!("{path}?{name}={}", number + beyond), 400)
                        .await;
                }
            }
        }
    }
    let names = |path: &str| -> BTreeSet<String> {
        let described = document["paths"][path]["get"]["parameters"]
            .as_array()
            .unwrap();
        described
            .iter()
            .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(TITLES), parameters().collect());
    let page = market.json(TITLES).await;
    let facets: BTreeSet<&str> = page["facets"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        facets,
        Facet::ALL
            .iter()
            .filter(|facet| facet.is_counted())
            .map(|facet| facet.code())
            .collect()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_reading_is_described_and_done() {
    let market = Market::open().await;
    let document = Document::of(&market).await.0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        assert_eq!(
            methods.as_object().unwrap().keys().collect::<Vec<_>>(),
            ["get"],
            "{path}"
        );
        let answer = market
            .send(request(Method::POST, &path.replace("{id}", "title-1")))
            .await;
        answer.is_problem(path, 405);
    }
}
