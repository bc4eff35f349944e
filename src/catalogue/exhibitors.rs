//! The exhibitors of the edition: the list one asks for by URL, and one with its people.

use std::sync::Arc;

use slate_domain::country::Country;
use slate_domain::id::CompanyId;
use slate_domain::kinds::CompanyKind;
use slate_domain::person::Person;
use slate_domain::query::{MAX_PAGE, MAX_PER_PAGE, Problem, SearchText, pairs, whole};
use slate_domain::slug::Slug;
use slate_domain::{ParseError, edition::BoothCode};
use slate_search::fold::folded;

use super::live::{Exhibitor, Live};
use crate::error::AppError;
use crate::store::{Db, companies};

/// Exhibitors on one page, unless the query says otherwise.
pub const PER_PAGE: u32 = 60;

/// What one asks of the list of exhibitors.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExhibitorQuery {
    pub text: Option<String>,
    pub countries: Vec<Country>,
    pub kinds: Vec<CompanyKind>,
    /// Codes of halls.
    pub halls: Vec<String>,
    /// From 1.
    pub page: u32,
    pub per_page: u32,
}

/// What a query string asks for, and what of it could not be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedExhibitors {
    pub query: ExhibitorQuery,
    pub problems: Vec<Problem>,
    /// Names of parameters that mean nothing here.
    pub unknown: Vec<String>,
}

impl ExhibitorQuery {
    /// Reads `q`, `country`, `kind`, `hall` (several by repeating them), `page` and `per_page`. A value is
    /// matched by its code or its English name.
    pub fn parse(query_string: &str, per_page: u32) -> AskedExhibitors {
        let query = Self {
            page: 1,
            per_page,
            ..Self::default()
        };
        let mut asked = AskedExhibitors {
            query,
            problems: Vec::new(),
            unknown: Vec::new(),
        };
        let mut seen = Vec::new();
        for pair in pairs(query_string) {
            let (name, value) = match pair {
                Ok(pair) => pair,
                Err(problem) => {
                    asked.problems.push(problem);
                    continue;
                }
            };
            let single = ["q", "page", "per_page"].contains(&name.as_str());
            let taken = if value.is_empty() {
                Ok(())
            } else if single && seen.contains(&name) {
                Err(ParseError::new(
                    "repeated parameter",
                    &value,
                    "one value; the first one is taken",
                ))
            } else {
                asked.take(&name, &value)
            };
            if let Err(error) = taken {
                asked.problems.push(Problem::new(&name, error));
            }
            seen.push(name);
        }
        asked
    }

    /// A link to the list, without the language.
    pub fn href(&self) -> String {
        let mut query = Vec::new();
        let mut add = |name: &str, value: &str| {
            query.push(format!("{name}={}", slate_domain::query::encode(value)));
        };
        self.text.iter().for_each(|text| add("q", text));
        self.countries
            .iter()
            .for_each(|country| add("country", country.code()));
        self.kinds.iter().for_each(|kind| add("kind", kind.code()));
        self.halls.iter().for_each(|hall| add("hall", hall));
        if self.per_page != PER_PAGE {
            add("per_page", &self.per_page.to_string());
        }
        if self.page > 1 {
            add("page", &self.page.to_string());
        }
        if query.is_empty() {
            "/exhibitors".to_owned()
        } else {
            format!("/exhibitors?{}", query.join("&"))
        }
    }
}

impl AskedExhibitors {
    fn take(&mut self, name: &str, value: &str) -> Result<(), ParseError> {
        let query = &mut self.query;
        match name {
            "q" => query.text = Some(value.parse::<SearchText>()?.to_string()),
            "country" => query.countries.push(value.parse()?),
            "kind" => query.kinds.push(value.parse()?),
            "hall" => query.halls.push(value.parse::<BoothCode>()?.to_string()),
            "page" => query.page = whole("page", value, MAX_PAGE)?,
            "per_page" => query.per_page = whole("per_page", value, MAX_PER_PAGE)?,
            unknown => self.unknown.push(
                unknown
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(40)
                    .collect(),
            ),
        }
        Ok(())
    }
}

/// A page of exhibitors, by name.
#[derive(Debug)]
pub struct FoundExhibitors {
    pub total: usize,
    pub hits: Vec<Arc<Exhibitor>>,
}

/// Lists the exhibitors of the edition by name. Every word has to be part of one of a company's names or
/// of its booth.
pub fn exhibitors(live: &Live, query: &ExhibitorQuery) -> FoundExhibitors {
    let words: Vec<String> = query
        .text
        .as_deref()
        .map(folded)
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let mut hits: Vec<(String, &Arc<Exhibitor>)> = live
        .exhibitors()
        .filter(|exhibitor| matches(live, exhibitor, query, &words))
        .map(|exhibitor| (folded(exhibitor.company.name.as_str()), exhibitor))
        .collect();
    hits.sort_by(|a, b| {
        a.0.cmp(&b.0)
            .then_with(|| a.1.company.slug.cmp(&b.1.company.slug))
    });
    let from = (query.page.max(1) as usize - 1).saturating_mul(query.per_page as usize);
    FoundExhibitors {
        total: hits.len(),
        hits: hits
            .iter()
            .skip(from)
            .take(query.per_page as usize)
            .map(|(_, one)| Arc::clone(one))
            .collect(),
    }
}

fn matches(live: &Live, exhibitor: &Exhibitor, query: &ExhibitorQuery, words: &[String]) -> bool {
    let company = &exhibitor.company;
    let in_country = query.countries.is_empty()
        || company
            .country
            .is_some_and(|c| query.countries.contains(&c));
    let of_kind =
        query.kinds.is_empty() || company.kinds.iter().any(|kind| query.kinds.contains(kind));
    let in_hall = query.halls.is_empty()
        || hall_of(live, exhibitor).is_some_and(|hall| query.halls.contains(&hall));
    in_country
        && of_kind
        && in_hall
        && (words.is_empty() || {
            let names =
                std::iter::once(&company.name).chain(company.names.iter().map(|(_, name)| name));
            let mut text: Vec<String> = names.map(|name| folded(name.as_str())).collect();
            text.extend(booth_of(exhibitor).map(|booth| folded(&booth)));
            words
                .iter()
                .all(|word| text.iter().any(|name| name.contains(word.as_str())))
        })
}

/// The code of the booth an exhibitor is found at.
pub fn booth_of(exhibitor: &Exhibitor) -> Option<String> {
    Some(
        exhibitor
            .participation
            .as_ref()?
            .booth
            .as_ref()?
            .to_string(),
    )
}

/// The code of the hall an exhibitor is found in.
pub fn hall_of(live: &Live, exhibitor: &Exhibitor) -> Option<String> {
    let booth = exhibitor.participation.as_ref()?.booth.as_ref()?;
    Some(live.edition.as_ref()?.hall_of(booth)?.code.to_string())
}

/// An exhibitor with the people who speak for it.
#[derive(Debug)]
pub struct ExhibitorDetail {
    pub exhibitor: Arc<Exhibitor>,
    pub people: Vec<Person>,
}

/// An exhibitor of the edition by its slug or its id.
pub async fn exhibitor(
    live: &Live,
    db: &Db,
    id_or_slug: &str,
) -> Result<ExhibitorDetail, AppError> {
    let found = match id_or_slug.parse::<CompanyId>() {
        Ok(id) => live.exhibitor(&id),
        Err(_) => id_or_slug
            .parse::<Slug>()
            .ok()
            .and_then(|slug| live.exhibitor_by_slug(&slug)),
    };
    let exhibitor = found
        .filter(|one| one.takes_part())
        .cloned()
        .ok_or(AppError::NotFound)?;
    let people = companies::people_of(db, &exhibitor.company.id).await?;
    Ok(ExhibitorDetail { exhibitor, people })
}
