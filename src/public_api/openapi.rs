//! The description of the API: an OpenAPI document, made from the types that answer.

use axum::Json;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;

use super::{codes, companies, problem, title, titles};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Slate: the catalogue of the market",
        version = "1",
        description = "Read access to the titles and exhibitors of the market's current edition, as the public may \
            see them. Every answer carries an `ETag`: ask again with `If-None-Match` and an unchanged answer costs \
            nothing. Errors are problem documents (RFC 9457), `application/problem+json`. Codes are short lower-case \
            words; countries are ISO 3166-1 alpha-2, languages BCP 47, currencies ISO 4217, days and moments ISO 8601.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/", description = "This market")),
    tags(
        (name = "titles", description = "Projects and IP on offer"),
        (name = "companies", description = "Who offers them"),
        (name = "meta", description = "About this API"),
    ),
    paths(titles::list, titles::show, companies::list, companies::show, document),
    components(schemas(
        codes::Audience,
        codes::Category,
        codes::CompanyKind,
        codes::Country,
        codes::CreditRole,
        codes::Currency,
        codes::Exclusivity,
        codes::FestivalOutcome,
        codes::GrantKind,
        codes::LookingFor,
        codes::MaterialKind,
        codes::Rating,
        codes::Right,
        codes::Sort,
        codes::Stage,
        codes::Territory,
        codes::TerritoryGroup,
        codes::View,
        codes::Visibility,
        companies::Company,
        companies::CompanyPage,
        problem::Problem,
        title::Title,
        titles::FacetValue,
        titles::TitlePage,
    )),
)]
struct Api;

/// This document.
///
/// OpenAPI 3.1, with every list of codes.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    tag = "meta",
    operation_id = "openapi",
    responses((status = 200, description = "The document", body = serde_json::Value, content_type = "application/json"))
)]
pub async fn document() -> Json<Document> {
    Json(Api::openapi())
}
