//! `/api/v1/companies`: the exhibitors of the edition.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde::Serialize;
use slate_domain::person;
use utoipa::ToSchema;

use super::params::{COMPANIES_PER_PAGE, CompanyParams, OF_COMPANIES};
use super::problem::{ApiError, Problem, refuse};
use super::{by_tag, codes};
use crate::catalogue::exhibitors::{self, ExhibitorDetail, ExhibitorQuery, booth_of, hall_of};
use crate::catalogue::live::{Exhibitor, Live};
use crate::server::state::AppState;

/// A page of exhibitors, by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyPage {
    /// How many companies match, on all pages.
    #[schema(examples(760))]
    pub total: usize,
    /// From 1.
    #[schema(minimum = 1, examples(1))]
    pub page: u32,
    /// The most hits on a page.
    #[schema(minimum = 1, maximum = 100, examples(48))]
    pub per_page: u32,
    pub hits: Vec<CompanyHit>,
}

/// An exhibitor as a list has it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyHit {
    /// A UUID.
    #[schema(examples("01890a5d-ac96-774b-bcce-b302099a8057"))]
    pub id: String,
    /// The last part of its address: `/exhibitors/{slug}`.
    #[schema(examples("harbour-pictures"))]
    pub slug: String,
    /// The name it goes by.
    #[schema(examples("Harbour Pictures"))]
    pub name: String,
    /// Its name in other languages, by BCP 47 tag.
    pub names: BTreeMap<String, String>,
    #[schema(required)]
    pub country: Option<codes::Country>,
    pub kinds: Vec<codes::CompanyKind>,
    /// The code of its booth on the floor.
    #[schema(required, examples("1A-B12"))]
    pub booth: Option<String>,
    /// The code of the hall the booth stands in.
    #[schema(required, examples("1A"))]
    pub hall: Option<String>,
    /// How many titles it has in the catalogue.
    #[schema(examples(12))]
    pub titles: u32,
}

/// An exhibitor with all there is to know.
#[derive(Debug, Serialize, ToSchema)]
pub struct Company {
    #[serde(flatten)]
    pub company: CompanyHit,
    /// What it says of itself, by BCP 47 tag; paragraphs are parted by empty lines.
    pub profile: BTreeMap<String, String>,
    #[schema(required, format = "uri", examples("https://example.org/"))]
    pub website: Option<String>,
    pub people: Vec<Person>,
}

/// Somebody who speaks for a company at the market.
#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    #[schema(examples("Chan Mei-ling"))]
    pub name: String,
    /// The name in other languages, by BCP 47 tag.
    pub names: BTreeMap<String, String>,
    /// What they do, in their own words.
    #[schema(required, examples("Head of Sales"))]
    pub job: Option<String>,
}

/// Who offers a title.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyRef {
    /// A UUID.
    #[schema(examples("01890a5d-ac96-774b-bcce-b302099a8057"))]
    pub id: String,
    #[schema(examples("harbour-pictures"))]
    pub slug: String,
    #[schema(examples("Harbour Pictures"))]
    pub name: String,
    #[schema(required)]
    pub country: Option<codes::Country>,
}

impl CompanyRef {
    pub fn of(exhibitor: &Exhibitor) -> Self {
        let company = &exhibitor.company;
        Self {
            id: company.id.to_string(),
            slug: company.slug.to_string(),
            name: company.name.to_string(),
            country: company.country.map(Into::into),
        }
    }
}

impl CompanyHit {
    fn of(live: &Live, exhibitor: &Exhibitor) -> Self {
        let company = &exhibitor.company;
        Self {
            id: company.id.to_string(),
            slug: company.slug.to_string(),
            name: company.name.to_string(),
            names: by_tag(&company.names),
            country: company.country.map(Into::into),
            kinds: company.kinds.iter().map(|kind| (*kind).into()).collect(),
            booth: booth_of(exhibitor),
            hall: hall_of(live, exhibitor),
            titles: exhibitor.titles,
        }
    }
}

impl Company {
    fn of(live: &Live, detail: &ExhibitorDetail) -> Self {
        let company = &detail.exhibitor.company;
        Self {
            company: CompanyHit::of(live, &detail.exhibitor),
            profile: by_tag(&company.profile),
            website: company.website.as_ref().map(ToString::to_string),
            people: detail.people.iter().map(Person::of).collect(),
        }
    }
}

impl Person {
    fn of(person: &person::Person) -> Self {
        Self {
            name: person.name.to_string(),
            names: by_tag(&person.names),
            job: person.job.as_ref().map(ToString::to_string),
        }
    }
}

/// Exhibitors of the current edition.
///
/// By name. Behind the last page there are no hits, and the total is told all the same.
#[utoipa::path(
    get,
    path = "/api/v1/companies",
    tag = "companies",
    operation_id = "listCompanies",
    params(CompanyParams),
    responses(
        (status = 200, description = "A page of exhibitors", body = CompanyPage),
        (status = 400, description = "A parameter is wrong, unknown or repeated", body = Problem, content_type = "application/problem+json"),
        (status = 414, description = "The address is too long", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
) -> Result<Json<CompanyPage>, ApiError> {
    let asked = ExhibitorQuery::parse(query.as_deref().unwrap_or_default(), COMPANIES_PER_PAGE);
    refuse(
        asked.problems,
        &asked.unknown,
        OF_COMPANIES.iter().map(ToString::to_string),
    )?;
    let live = state.catalogue.now();
    let found = exhibitors::exhibitors(&live, &asked.query);
    Ok(Json(CompanyPage {
        total: found.total,
        page: asked.query.page,
        per_page: asked.query.per_page,
        hits: found
            .hits
            .iter()
            .map(|exhibitor| CompanyHit::of(&live, exhibitor))
            .collect(),
    }))
}

/// An exhibitor.
#[utoipa::path(
    get,
    path = "/api/v1/companies/{id}",
    tag = "companies",
    operation_id = "getCompany",
    params(("id" = String, Path, description = "Its id or its slug", example = "harbour-pictures")),
    responses(
        (status = 200, description = "The exhibitor", body = Company),
        (status = 400, description = "The path cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such exhibitor at this edition", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The database cannot be reached", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn show(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<Company>, ApiError> {
    let live = state.catalogue.now();
    let detail = exhibitors::exhibitor(&live, &state.db, &id).await?;
    Ok(Json(Company::of(&live, &detail)))
}
