//! `/api/v1/titles`: the catalogue.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde::Serialize;
use slate_domain::country::Country;
use slate_domain::kinds::{Category, LookingFor, Stage};
use slate_domain::language::LanguageTag;
use slate_domain::query::{CatalogueQuery, Facet, parameters};
use slate_domain::right::Right;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder};
use utoipa::openapi::{Ref, Schema};

use super::companies::CompanyRef;
use super::params::TitleParams;
use super::problem::{ApiError, Problem, refuse};
use super::title::Title;
use super::{codes, written};
use crate::catalogue::live::Live;
use crate::catalogue::service::{self, FoundCard};
use crate::server::state::AppState;

/// A page of titles.
#[derive(Debug, Serialize, ToSchema)]
pub struct TitlePage {
    /// How many titles match, on all pages.
    #[schema(examples(53_123))]
    pub total: u32,
    /// From 1.
    #[schema(minimum = 1, examples(1))]
    pub page: u32,
    /// The most hits on a page.
    #[schema(minimum = 1, maximum = 100, examples(48))]
    pub per_page: u32,
    pub hits: Vec<TitleHit>,
    /// Values and how many titles have them, by the query parameter that narrows to them.
    #[schema(schema_with = facets_schema)]
    pub facets: BTreeMap<&'static str, Vec<FacetValue>>,
}

/// A title as a list has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TitleHit {
    /// A UUID.
    #[schema(examples("01890a5d-ac96-774b-bcce-b302099a8057"))]
    pub id: String,
    /// The last part of its address: `/titles/{slug}`.
    #[schema(examples("in-the-mood-for-love"))]
    pub slug: String,
    /// The key it came in under.
    #[schema(required, examples("omdb:843"))]
    pub source_id: Option<String>,
    /// The original title.
    #[schema(examples("花樣年華"))]
    pub title: String,
    /// The titles by BCP 47 tag, the original's included where its language is known.
    #[schema(example = json!({"en": "In the Mood for Love", "zh-Hant": "花樣年華"}))]
    pub titles: BTreeMap<String, String>,
    pub category: codes::Category,
    pub stage: codes::Stage,
    /// As given, else that of the release.
    #[schema(required, minimum = 1850, maximum = 2200, examples(2000))]
    pub year: Option<u16>,
    /// Countries of production: ISO 3166-1 alpha-2.
    #[schema(example = json!(["HK"]))]
    pub countries: Vec<String>,
    /// Spoken languages: BCP 47.
    #[schema(example = json!(["yue", "zh-Hant"]))]
    pub languages: Vec<String>,
    /// Codes; their names stand among the facets.
    #[schema(example = json!(["drama", "romance"]))]
    pub genres: Vec<String>,
    /// Minutes; of a series, of all its episodes.
    #[schema(required, minimum = 1, examples(98))]
    pub runtime_minutes: Option<u32>,
    /// Who offers it.
    #[schema(required)]
    pub company: Option<CompanyRef>,
}

/// A value of a facet.
#[derive(Debug, Serialize, ToSchema)]
pub struct FacetValue {
    /// Its code, as the query parameter takes it.
    #[schema(examples("HK"))]
    pub value: String,
    /// Its English name.
    #[schema(examples("Hong Kong"))]
    pub label: String,
    /// How many titles have it among those that match everything else that is asked: what is chosen of the
    /// facet itself makes no difference.
    #[schema(minimum = 1, examples(214))]
    pub count: u32,
}

/// Every counted facet, each a list of values.
fn facets_schema() -> Schema {
    let counted = || Facet::ALL.iter().filter(|facet| facet.is_counted());
    let mut facets = ObjectBuilder::new().description(Some(
        "Values and how many titles have them, by the query parameter that narrows to them, the most frequent first. \
         A facet's counts ignore what is chosen of it. Under `right` and `territory` stands what is free.",
    ));
    for facet in counted() {
        let values = ArrayBuilder::new()
            .items(Ref::from_schema_name("FacetValue"))
            .description(Some(facet.label()));
        facets = facets.property(facet.code(), values).required(facet.code());
    }
    facets.into()
}

impl TitleHit {
    fn of(found: FoundCard) -> Self {
        let FoundCard { card, exhibitor } = found;
        Self {
            id: card.id.to_string(),
            slug: card.slug.to_string(),
            source_id: card.source_id.as_ref().map(ToString::to_string),
            title: card.original.to_string(),
            titles: card
                .titles
                .iter()
                .map(|(tag, name)| (tag.to_string(), name.to_string()))
                .collect(),
            category: card.category.into(),
            stage: card.stage.into(),
            year: card.year,
            countries: written(&card.countries),
            languages: written(&card.languages),
            genres: written(&card.genres),
            runtime_minutes: card.runtime,
            company: exhibitor.as_deref().map(CompanyRef::of),
        }
    }
}

/// The English name of a facet's value.
fn label(live: &Live, facet: Facet, value: &str) -> String {
    let country = || Country::from_code(value).map(Country::name);
    let known = match facet {
        Facet::Category => value.parse::<Category>().ok().map(Category::label),
        Facet::Stage => value.parse::<Stage>().ok().map(Stage::label),
        Facet::LookingFor => value.parse::<LookingFor>().ok().map(LookingFor::label),
        Facet::Right => value.parse::<Right>().ok().map(Right::label),
        Facet::Country | Facet::CompanyCountry | Facet::Territory => country(),
        Facet::Genre => live.genres.get(value).map(String::as_str),
        Facet::HasTrailer => Some(if value == "true" { "Yes" } else { "No" }),
        Facet::Language => {
            return value
                .parse::<LanguageTag>()
                .map_or_else(|_| value.to_owned(), |tag| tag.english_name());
        }
        Facet::Company => {
            let exhibitor = value
                .parse()
                .ok()
                .and_then(|slug| live.exhibitor_by_slug(&slug));
            exhibitor.map(|one| one.company.name.as_str())
        }
    };
    known.unwrap_or(value).to_owned()
}

fn values(live: &Live, facet: Facet, counts: Vec<(String, u32)>) -> Vec<FacetValue> {
    counts
        .into_iter()
        .map(|(value, count)| FacetValue {
            label: label(live, facet, &value),
            value,
            count,
        })
        .collect()
}

/// Titles of the current edition.
///
/// Several values of one parameter are OR, parameters among each other AND; whatever is asked of rights
/// (`right`, `territory`, `from`, `until`) has to hold for one thing that is free. Behind the last page there
/// are no hits, and the total is told all the same.
#[utoipa::path(
    get,
    path = "/api/v1/titles",
    tag = "titles",
    operation_id = "listTitles",
    params(TitleParams),
    responses(
        (status = 200, description = "A page of titles", body = TitlePage),
        (status = 400, description = "A parameter is wrong, unknown or repeated", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The season has not opened yet", body = Problem, content_type = "application/problem+json"),
        (status = 414, description = "The address is too long", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
) -> Result<Json<TitlePage>, ApiError> {
    let parsed = CatalogueQuery::parse(query.as_deref().unwrap_or_default());
    refuse(parsed.problems, &parsed.unknown, parameters())?;
    let live = state.catalogue.now();
    service::open_catalogue(&live, state.clock.now())?;
    let found = service::search(&live, &parsed.query, true)?;
    let facets = found.facets.into_iter();
    Ok(Json(TitlePage {
        total: found.total,
        page: parsed.query.page,
        per_page: parsed.query.per_page,
        hits: found.cards.into_iter().map(TitleHit::of).collect(),
        facets: facets
            .map(|(facet, counts)| (facet.code(), values(&live, facet, counts)))
            .collect(),
    }))
}

/// A title with all that the public may see of it.
#[utoipa::path(
    get,
    path = "/api/v1/titles/{id}",
    tag = "titles",
    operation_id = "getTitle",
    params(("id" = String, Path, description = "Its id or its slug", example = "in-the-mood-for-love")),
    responses(
        (status = 200, description = "The title", body = Title),
        (status = 400, description = "The path cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The season has not opened yet", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such title in the catalogue", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The database cannot be reached", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn show(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<Title>, ApiError> {
    let live = state.catalogue.now();
    service::open_catalogue(&live, state.clock.now())?;
    let detail = service::title(&live, &state.db, &id).await?;
    Ok(Json(Title::of(&detail, &state.config.public_address())))
}
