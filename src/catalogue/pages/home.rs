//! Home: the market, search first, and what it has on offer in rails.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use slate_domain::edition::Edition;
use slate_domain::query::{CatalogueQuery, Facet};
use slate_domain::season::SeasonState;

use super::{announcement, market, rails};
use crate::catalogue::service::{self, FoundCard};
use crate::error::AppError;
use crate::i18n::{number, t};
use crate::ui::head::{self, JsonLd, Social};
use crate::ui::labels;
use crate::ui::layout::{Layout, search_box};
use crate::ui::message::ErrorPage;
use crate::ui::poster::CardArt;
use crate::ui::scope::Scope;
use crate::ui::season;

/// How many key arts the page opens with.
const ART: usize = 5;
/// Out of how many of the newest titles they are chosen.
const ART_FROM: u32 = 24;

#[component]
pub fn HomePage() -> impl IntoView {
    let scope = Scope::current();
    let page = match (scope.shows_catalogue(), &scope.live.edition) {
        (false, Some(edition)) => Ok(upcoming(&scope, edition).into_any()),
        _ => home(&scope),
    };
    page.unwrap_or_else(|error| view! { <ErrorPage scope=scope error=error/> }.into_any())
}

fn home(scope: &Scope) -> Result<AnyView, AppError> {
    let locale = scope.locale;
    let query = CatalogueQuery {
        per_page: ART_FROM,
        ..CatalogueQuery::default()
    };
    let found = service::search(&scope.live, &query, true)?;
    let body = if found.total == 0 {
        view! {
            <div class="empty">
                <h2>{t::home_empty(locale)}</h2>
                <p>{t::home_empty_hint(locale)}</p>
            </div>
        }
        .into_any()
    } else {
        let rails = rails::all(scope)?;
        let on_the_floor = scope.season() == Some(SeasonState::OnTheFloor);
        let halls = || market::halls(scope);
        view! {
            {on_the_floor.then(halls)}
            {rails}
            {categories(scope, &found.facets)}
            {market::who(scope)}
            {(!on_the_floor).then(halls)}
        }
        .into_any()
    };
    let search = search_box(scope, &CatalogueQuery::default(), "home-search", true);
    let lead = match (scope.season(), found.total) {
        (Some(SeasonState::Closed), _) => t::home_lead_closed(locale).to_owned(),
        (_, 0) => t::home_lead(locale).to_owned(),
        (_, total) => t::home_lead_count(locale, total.into()),
    };
    let text = view! {
        <p class="opening-lead">{lead}</p>
        {search}
        {figures(scope, found.total)}
    };
    Ok(frame(
        scope,
        text.into_any(),
        art(scope, found.cards).into_any(),
        body,
    )
    .into_any())
}

/// Before the season: the announcement in place of the titles.
fn upcoming(scope: &Scope, edition: &Edition) -> impl IntoView + use<> {
    let locale = scope.locale;
    let text = view! {
        <p class="opening-lead">{t::home_lead_upcoming(locale)}</p>
        {season::countdown(scope)}
        <div class="actions">
            <a class="button" href=scope.href("/exhibitors")>{t::announcement_exhibitors(locale)}</a>
        </div>
        {figures(scope, 0)}
    };
    let facts = announcement::facts(scope, edition);
    let body = view! { {market::who(scope)} {market::halls(scope)} };
    frame(scope, text.into_any(), facts.into_any(), body.into_any())
}

/// The page: the market's name with something beside it, and what follows below.
fn frame(scope: &Scope, text: AnyView, beside: AnyView, body: AnyView) -> impl IntoView + use<> {
    let locale = scope.locale;
    let edition = scope.live.edition.as_ref();
    let (heading, when) = match edition {
        Some(edition) => (season::name(scope, edition), place_and_time(scope, edition)),
        None => (t::home_headline(locale).to_owned(), None),
    };
    let description = match (edition, scope.shows_catalogue()) {
        (Some(_), false) => t::announcement_description(locale, &heading),
        _ => t::site_description(locale).to_owned(),
    };
    view! {
        <Title text=t::page_title(locale, t::site_tagline(locale))/>
        <Meta name="description" content=description.clone()/>
        <Social scope=scope.clone() title=heading.clone() description=description kind="website"/>
        {edition.and_then(|edition| head::market(scope, edition)).map(|data| view! { <JsonLd data=data/> })}
        <Layout scope=scope.clone() header_search=false>
            <section class="opening">
                <div class="wrap opening-inner">
                    <div class="opening-text">
                        {when.map(|when| view! { <p class="opening-when">{when}</p> })}
                        <h1>{heading}</h1>
                        {text}
                    </div>
                    {beside}
                </div>
            </section>
            <div class="wrap stack home-body">{body}</div>
        </Layout>
    }
}

fn place_and_time(scope: &Scope, edition: &Edition) -> Option<String> {
    let venue = edition.venue.as_ref().map(ToString::to_string);
    let parts: Vec<String> = [season::dates(scope.locale, edition), venue]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// How large the market is, each number a way in. Titles are told once they are shown.
fn figures(scope: &Scope, titles: u32) -> impl IntoView + use<> {
    let locale = scope.locale;
    let exhibitors = scope.live.exhibitors().count() as u64;
    let countries = scope.live.exhibitor_countries().len() as u64;
    let link = |shown: bool, path: &str, words: String| {
        shown.then(|| view! { <li><a href=scope.href(path)>{words}</a></li> })
    };
    let titles = link(
        titles > 0,
        "/titles",
        t::titles_count(locale, titles.into()),
    );
    let companies = link(
        exhibitors > 0,
        "/exhibitors",
        t::exhibitors_count(locale, exhibitors),
    );
    let countries =
        (countries > 0).then(|| view! { <li>{t::home_countries_count(locale, countries)}</li> });
    view! { <ul class="opening-figures">{titles} {companies} {countries}</ul> }
}

/// Key arts beside the search box, each of another category as far as that goes.
fn art(scope: &Scope, cards: Vec<FoundCard>) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let chosen = of_different_kinds(cards);
    let posters: Vec<_> = chosen
        .iter()
        .enumerate()
        .map(|(at, found)| {
            let card = &found.card;
            let (_, name) = card.name_for(&scope.reader);
            let href = scope.href(&format!("/titles/{}", card.slug));
            let art = match (&card.key_art, at) {
                // The largest thing on the screen comes first.
                (Some(src), 0) => view! {
                    <img src=src.clone() alt="" width="400" height="600" decoding="async" fetchpriority="high"/>
                }
                .into_any(),
                _ => view! { <CardArt scope=scope card=card eager=true/> }.into_any(),
            };
            view! { <li><a class="poster-art" href=href aria-label=name.to_string()>{art}</a></li> }
        })
        .collect();
    (posters.len() == ART).then(|| {
        view! { <ul class="opening-art" aria-label=t::home_featured_label(locale)>{posters}</ul> }
    })
}

/// The first title of each category, then the others, as many as are shown.
fn of_different_kinds(cards: Vec<FoundCard>) -> Vec<FoundCard> {
    let mut kinds = Vec::new();
    let (mut first, others): (Vec<_>, Vec<_>) = cards.into_iter().partition(|found| {
        let new = !kinds.contains(&found.card.category);
        if new {
            kinds.push(found.card.category);
        }
        new
    });
    first.extend(others);
    first.truncate(ART);
    first
}

fn categories(
    scope: &Scope,
    facets: &[(Facet, Vec<(String, u32)>)],
) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let (_, counts) = facets.iter().find(|(facet, _)| *facet == Facet::Category)?;
    let ways = counts
        .iter()
        .map(|(code, count)| {
            let href = CatalogueQuery::default()
                .with(Facet::Category, code.as_str())
                .href("/titles");
            view! {
                <li>
                    <a class="way" href=scope.href(&href)>
                        <span>{labels::code(locale, "categories", code)}</span>
                        " "
                        <span class="way-count">{number(locale, (*count).into())}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="section">
            <div class="section-head"><h2>{t::home_by_category(locale)}</h2></div>
            <ul class="ways">{ways}</ul>
        </section>
    })
}
