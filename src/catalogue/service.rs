//! The use cases of the catalogue: find titles, open one, list exhibitors.
//!
//! Lists are answered from the live catalogue in memory alone; only a title's own page asks the store.

use std::sync::Arc;

use slate_domain::country::Country;
use slate_domain::date::{Date, Timestamp};
use slate_domain::edition::Edition;
use slate_domain::id::TitleId;
use slate_domain::query::{CatalogueQuery, Facet, RangeFacet, Sort, pairs};
use slate_domain::right::{Right, RightSet};
use slate_domain::season::SeasonState;
use slate_domain::slug::Slug;
use slate_domain::territory::{Territory, TerritorySet};
use slate_domain::visibility::{Audience, Seen, seen_by};
use slate_search::{AvailFilter, Hit, Matched, Page, Query, Sort as Order};

use super::documents::{CODED, Card, SORTS, day_number};
use super::live::{Exhibitor, Live};
use super::view::Suggestion;
use crate::error::AppError;
use crate::i18n::{self, Locale};
use crate::server::errors::internal;
use crate::store::{Db, titles};

/// A page of the catalogue.
#[derive(Debug)]
pub struct Found {
    /// How many titles match, on all pages.
    pub total: u32,
    pub cards: Vec<FoundCard>,
    /// Values and counts a facet, highest count first; each ignores its own selection.
    pub facets: Vec<(Facet, Vec<(String, u32)>)>,
    pub histograms: Vec<Histogram>,
    pub matched: Matched,
}

/// A card with its exhibitor.
#[derive(Debug)]
pub struct FoundCard {
    pub card: Arc<Card>,
    pub exhibitor: Option<Arc<Exhibitor>>,
}

/// How the matches spread over a range: one bucket below the first edge, one from each edge on.
#[derive(Debug)]
pub struct Histogram {
    pub range: RangeFacet,
    pub edges: Vec<i64>,
    pub counts: Vec<u32>,
}

/// Finds titles. What facets and histograms cost is spent only when `counts` is set.
pub fn search(live: &Live, query: &CatalogueQuery, counts: bool) -> Result<Found, AppError> {
    let page = live.index.search(&Query {
        counts,
        ..engine_query(query)
    });
    let cards = page
        .hits
        .iter()
        .map(|hit| card(live, hit))
        .collect::<Result<_, _>>()?;
    let facets = if counts {
        facet_counts(&page)
    } else {
        Vec::new()
    };
    let histograms = RangeFacet::ALL
        .iter()
        .zip(&live.index.schema().ranges)
        .zip(&page.ranges)
        .map(|((range, def), counts)| Histogram {
            range: *range,
            edges: def.edges.clone(),
            counts: counts.clone(),
        })
        .collect();
    Ok(Found {
        total: page.total,
        cards,
        facets,
        histograms,
        matched: page.matched,
    })
}

fn card(live: &Live, hit: &Hit<'_>) -> Result<FoundCard, AppError> {
    let card = live.card(hit).map_err(|error| internal(&error))?;
    let exhibitor = live.exhibitor(&card.company).cloned();
    Ok(FoundCard { card, exhibitor })
}

/// The query in the engine's terms: groups of rights and territories are expanded.
fn engine_query(query: &CatalogueQuery) -> Query {
    let chosen = |facet: Facet| query.chosen.get(&facet).into_iter().flatten();
    let rights = chosen(Facet::Right)
        .filter_map(|code| code.parse::<Right>().ok())
        .fold(RightSet::EMPTY, |all, right| all.union(right.leaves()));
    let territories = chosen(Facet::Territory)
        .filter_map(|code| code.parse::<Territory>().ok())
        .fold(TerritorySet::EMPTY, |all, territory| {
            all.union(&territory.countries())
        });
    let span = |range: &RangeFacet| {
        query
            .spans
            .get(range)
            .map_or((None, None), |span| (span.min(), span.max()))
    };
    let order = query.order();
    Query {
        text: query
            .text
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        facets: CODED
            .iter()
            .map(|facet| chosen(*facet).cloned().collect())
            .collect(),
        ranges: RangeFacet::ALL.iter().map(span).collect(),
        avail: AvailFilter {
            rights: rights.bits(),
            territories: *territories.words(),
            from: query.from.map(day_number),
            until: query.until.map(day_number),
        },
        sort: match order {
            Sort::Relevance => Order::Relevance,
            Sort::Newest => Order::Newest,
            Sort::Title | Sort::Year | Sort::Budget => SORTS
                .iter()
                .position(|sort| *sort == order)
                .map_or(Order::Newest, |index| Order::By {
                    index,
                    descending: order != Sort::Title,
                }),
        },
        offset: (query.page - 1).saturating_mul(query.per_page),
        limit: query.per_page,
        counts: false,
    }
}

fn facet_counts(page: &Page<'_>) -> Vec<(Facet, Vec<(String, u32)>)> {
    let by_count = |mut values: Vec<(String, u32)>| {
        values.retain(|(_, count)| *count > 0);
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        values
    };
    let coded = |facet: &Facet| {
        let index = CODED.iter().position(|coded| coded == facet)?;
        let values = page.facets.get(index)?;
        Some(
            values
                .iter()
                .map(|(code, count)| ((*code).to_owned(), *count))
                .collect(),
        )
    };
    let rights = || {
        let leaves = Right::ALL.iter().filter(|right| right.is_leaf());
        let counted = leaves
            .filter_map(|right| Some((right.code().to_owned(), *page.rights.get(right.index())?)));
        counted.collect()
    };
    let territories = || {
        let counted = page.territories.iter().enumerate();
        let named = counted.filter_map(|(index, count)| {
            Some((Country::from_index(index)?.code().to_owned(), *count))
        });
        named.collect()
    };
    let counted = Facet::ALL.iter().filter(|facet| facet.is_counted());
    counted
        .map(|facet| {
            let values = match facet {
                Facet::Right => rights(),
                Facet::Territory => territories(),
                coded_facet => coded(coded_facet).unwrap_or_default(),
            };
            (*facet, by_count(values))
        })
        .collect()
}

/// A title as its page and the API show it.
#[derive(Debug)]
pub struct TitleDetail {
    pub title: Seen,
    pub exhibitor: Arc<Exhibitor>,
}

/// The country a title's page is asked about, as `territory=HK` in its query string; an error for one that
/// there is not.
pub fn asked_territory(query_string: &str) -> Option<Result<Country, String>> {
    let given = pairs(query_string)
        .flatten()
        .find(|(name, value)| name == "territory" && !value.is_empty())?
        .1;
    let country = given.parse::<Country>().ok();
    Some(country.filter(|one| !one.is_former()).ok_or(given))
}

/// A title by its slug or its id. What is not published or not listed at this edition is not found.
pub async fn title(live: &Live, db: &Db, id_or_slug: &str) -> Result<TitleDetail, AppError> {
    let found = match id_or_slug.parse::<TitleId>() {
        Ok(id) => titles::by_id(db, &id).await?,
        Err(_) => match id_or_slug.parse::<Slug>() {
            Ok(slug) => titles::by_slug(db, &slug).await?,
            Err(_) => None,
        },
    };
    let listed = found.filter(|title| live.index.get(&title.id.to_string()).is_some());
    let seen = listed
        .and_then(|title| seen_by(title, Audience::Public))
        .ok_or(AppError::NotFound)?;
    let exhibitor = live
        .exhibitor(&seen.company)
        .cloned()
        .ok_or(AppError::NotFound)?;
    Ok(TitleDetail {
        title: seen,
        exhibitor,
    })
}

/// The market's today, which says what is in the future.
pub fn today(live: &Live, now: Timestamp) -> Date {
    local_time(live, now).date()
}

/// The clock on the wall at the market.
pub fn local_time(live: &Live, now: Timestamp) -> jiff::civil::DateTime {
    let instant =
        jiff::Timestamp::from_millisecond(now.as_millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let zone = live
        .edition
        .as_ref()
        .and_then(|edition| jiff::tz::TimeZone::get(edition.time_zone.as_str()).ok());
    instant
        .to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC))
        .datetime()
}

/// When the clock on the wall at the market shows `wall`.
pub fn instant_of(edition: &Edition, wall: jiff::civil::DateTime) -> Option<Timestamp> {
    let zone = jiff::tz::TimeZone::get(edition.time_zone.as_str())
        .ok()
        .unwrap_or(jiff::tz::TimeZone::UTC);
    let instant = wall.to_zoned(zone).ok()?.timestamp();
    Some(Timestamp::from_millis(instant.as_millisecond()))
}

/// Where in its season the market stands; `None` without an edition.
pub fn season(live: &Live, now: Timestamp) -> Option<SeasonState> {
    let edition = live.edition.as_ref()?;
    Some(SeasonState::at(edition, local_time(live, now)))
}

/// Fails as long as visitors do not see the titles yet. Without an edition they always do.
pub fn open_catalogue(live: &Live, now: Timestamp) -> Result<(), AppError> {
    match season(live, now) {
        Some(state) if !state.shows_catalogue() => Err(AppError::BeforeSeason),
        _ => Ok(()),
    }
}

/// The first titles that match `text`, as lines below the search box.
pub fn suggest(live: &Live, text: &str, locale: &str) -> Result<Vec<Suggestion>, AppError> {
    let locale = Locale::from_tag(locale).unwrap_or_default();
    let Ok(text) = text.parse() else {
        return Ok(Vec::new());
    };
    let query = CatalogueQuery {
        text: Some(text),
        per_page: 8,
        ..CatalogueQuery::default()
    };
    let found = search(live, &query, false)?;
    let reader = locale.reader();
    Ok(found
        .cards
        .into_iter()
        .map(|FoundCard { card, .. }| {
            let (tag, name) = card.name_for(&reader);
            let category = i18n::code(locale, "category", card.category.code())
                .unwrap_or(card.category.label());
            let year = card.year.map(|year| year.to_string());
            Suggestion {
                text: name.to_string(),
                lang: tag.map(ToString::to_string),
                detail: [Some(category.to_owned()), year]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" · "),
                href: locale.href(&format!("/titles/{}", card.slug)),
            }
        })
        .collect())
}
