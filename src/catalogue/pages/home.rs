//! Home: search first, what is new, ways in by category.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use slate_domain::query::{CatalogueQuery, Facet};

use crate::catalogue::service::{self, Found};
use crate::error::AppError;
use crate::i18n::{number, t};
use crate::ui::labels;
use crate::ui::layout::{Layout, search_box};
use crate::ui::message::ErrorPage;
use crate::ui::poster::{CardArt, Poster};
use crate::ui::scope::Scope;

/// How many titles a rail holds.
const RAIL: u32 = 18;
/// How many key arts are on the screen at once, and so fetched with the page.
const IN_VIEW: usize = 6;

#[component]
pub fn HomePage() -> impl IntoView {
    let scope = Scope::current();
    match newest(&scope) {
        Ok(found) => home(scope, found).into_any(),
        Err(error) => view! { <ErrorPage scope=scope error=error/> }.into_any(),
    }
}

fn newest(scope: &Scope) -> Result<Found, AppError> {
    let query = CatalogueQuery {
        per_page: RAIL,
        ..CatalogueQuery::default()
    };
    service::search(&scope.live, &query, true)
}

fn home(scope: Scope, found: Found) -> impl IntoView {
    let locale = scope.locale;
    let lead = match found.total {
        0 => t::home_lead(locale).to_owned(),
        total => t::home_lead_count(locale, total.into()),
    };
    let search = search_box(&scope, &CatalogueQuery::default(), "home-search", true);
    let art = hero_art(&scope, &found);
    let body = if found.total == 0 {
        view! {
            <div class="empty">
                <h2>{t::home_empty(locale)}</h2>
                <p>{t::home_empty_hint(locale)}</p>
            </div>
        }
        .into_any()
    } else {
        view! { {new_titles(&scope, found.cards)} {categories(&scope, &found.facets)} }.into_any()
    };
    view! {
        <Title text=t::page_title(locale, t::site_tagline(locale))/>
        <Meta name="description" content=t::site_description(locale)/>
        <Layout scope=scope.clone() header_search=false>
            <div class="wrap">
                <section class="hero">
                    <div class="hero-text">
                        <h1>{t::home_headline(locale)}</h1>
                        <p>{lead}</p>
                        {search}
                    </div>
                    {art}
                </section>
                <div class="stack">{body}</div>
            </div>
        </Layout>
    }
}

/// Three posters beside the search box, on screens that have the room. Decorative.
fn hero_art(scope: &Scope, found: &Found) -> Option<impl IntoView + use<>> {
    let posters = found.cards.iter().take(3).map(|found| {
        view! { <li class="poster-art"><CardArt scope=scope card=&found.card eager=true/></li> }
    });
    (found.cards.len() >= 3).then(
        || view! { <ul class="hero-art" aria-hidden="true">{posters.collect::<Vec<_>>()}</ul> },
    )
}

fn new_titles(scope: &Scope, cards: Vec<service::FoundCard>) -> impl IntoView + use<> {
    let locale = scope.locale;
    let name = t::home_new_titles(locale);
    let posters = cards
        .into_iter()
        .enumerate()
        .map(|(at, found)| view! { <Poster scope=scope.clone() found=found eager=at < IN_VIEW/> })
        .collect_view();
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{name}</h2>
                <a class="section-more" href=scope.href("/titles") aria-label=t::see_all_of(locale, name)>
                    {t::see_all(locale)}
                </a>
            </div>
            <ul class="rail" tabindex="0" aria-label=name>{posters}</ul>
        </section>
    }
}

fn categories(scope: &Scope, facets: &[(Facet, Vec<(String, u32)>)]) -> impl IntoView + use<> {
    let locale = scope.locale;
    let counts = facets
        .iter()
        .find(|(facet, _)| *facet == Facet::Category)
        .map(|(_, values)| values.clone());
    let ways = counts
        .unwrap_or_default()
        .into_iter()
        .map(|(code, count)| {
            let href = CatalogueQuery::default()
                .with(Facet::Category, code.as_str())
                .href("/titles");
            view! {
                <li>
                    <a class="way" href=scope.href(&href)>
                        <span>{labels::code(locale, "categories", &code)}</span>
                        " "
                        <span class="way-count">{number(locale, count.into())}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section-head"><h2>{t::home_by_category(locale)}</h2></div>
            <ul class="ways">{ways}</ul>
        </section>
    }
}
