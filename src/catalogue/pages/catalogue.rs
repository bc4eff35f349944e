//! The catalogue: filters, chips, and the list page by page. The URL is the state.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use slate_domain::query::{CatalogueQuery, Facet, Parsed, View};

use super::announcement::AnnouncementPage;
use super::filters::{Filters, ListTools};
use crate::catalogue::service::{self, Found};
use crate::i18n::t;
use crate::ui::head::Social;
use crate::ui::labels;
use crate::ui::layout::Layout;
use crate::ui::message::{ErrorPage, Notice};
use crate::ui::pagination::{Pagination, pages};
use crate::ui::poster::{Poster, Row};
use crate::ui::scope::{Scope, answer_with};

/// How many key arts are on the screen at once, and so fetched with the page.
const IN_VIEW: usize = 6;

#[component]
pub fn CataloguePage() -> impl IntoView {
    let scope = Scope::current();
    if !scope.shows_catalogue() {
        return view! { <AnnouncementPage scope=scope/> }.into_any();
    }
    let parsed = CatalogueQuery::parse(&scope.query);
    match service::search(&scope.live, &parsed.query, true) {
        Ok(found) => catalogue(scope, parsed, found).into_any(),
        Err(error) => view! { <ErrorPage scope=scope error=error/> }.into_any(),
    }
}

fn catalogue(scope: Scope, parsed: Parsed, found: Found) -> impl IntoView {
    let locale = scope.locale;
    let last_page = pages(found.total, parsed.query.per_page);
    let beyond = parsed.query.page > last_page;
    if beyond {
        answer_with(404);
    } else if !parsed.problems.is_empty() {
        answer_with(400);
    }
    let notices = notices(&scope, &parsed, &found);
    let query = parsed.query;
    let heading = heading(&scope, &query, &found);
    let name = match &query.text {
        Some(text) => t::catalogue_title_query(locale, text.as_str()),
        None => t::catalogue_title(locale).to_owned(),
    };
    let title = match query.page {
        1 => t::page_title(locale, &name),
        page => t::page_title_paged(locale, &name, page.into()),
    };
    // A filtered list is for people, not for search engines: there are more of them than titles.
    let robots = (query.restrictions() > 0 || query.text.is_some() || beyond)
        .then(|| view! { <Meta name="robots" content="noindex, follow"/> });
    let filters = view! { <Filters scope=&scope query=&query found=&found/> };
    let tools = view! { <ListTools scope=&scope query=&query/> };
    let chips = chips(&scope, &query);
    let list = if beyond {
        beyond_the_end(&scope, &query, last_page).into_any()
    } else if found.total == 0 {
        nothing(&scope, &query).into_any()
    } else {
        list(&scope, &query, found.cards, last_page).into_any()
    };
    view! {
        <Title text=title/>
        <Meta name="description" content=t::catalogue_description(locale)/>
        <Social scope=scope.clone() title=name description=t::catalogue_description(locale).to_owned() kind="website"/>
        {robots}
        <Layout scope=scope query=query>
            <div class="wrap page">
                <div class="catalogue">
                    {filters}
                    <section class="results" aria-label=t::results_label(locale)>
                        <div class="result-bar">
                            <h1 class="result-count" data-testid="total" data-total=found.total>{heading}</h1>
                            {tools}
                        </div>
                        {chips}
                        {notices}
                        {list}
                    </section>
                </div>
            </div>
        </Layout>
    }
}

fn heading(scope: &Scope, query: &CatalogueQuery, found: &Found) -> String {
    match &query.text {
        Some(text) => t::results_for(scope.locale, found.total.into(), text.as_str()),
        None => t::results(scope.locale, found.total.into()),
    }
}

/// What was not taken as it was given.
fn notices(scope: &Scope, parsed: &Parsed, found: &Found) -> impl IntoView + use<> {
    let locale = scope.locale;
    let mut lines: Vec<String> = parsed
        .problems
        .iter()
        .take(5)
        .map(|problem| {
            let facet = labels::code(locale, "facet", &problem.parameter);
            t::notice_value_ignored(locale, &problem.error.given, &facet)
        })
        .collect();
    if found.matched.is_partial() && found.total > 0 {
        lines.push(if found.matched.unknown.is_empty() {
            t::fewer_words_notice(locale).to_owned()
        } else {
            t::fewer_words_dropped(locale, &found.matched.unknown.join(", "))
        });
    }
    lines
        .into_iter()
        .map(|text| view! { <Notice text=text/> })
        .collect::<Vec<_>>()
}

/// One link a filter, each of which takes it away.
fn chips(scope: &Scope, query: &CatalogueQuery) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let chip = |facet: &'static str, value: String, without: CatalogueQuery| {
        let name = t::chip(locale, facet, &value);
        view! {
            <li>
                <a class="chip chip-remove" href=scope.href(&without.href("/titles")) aria-label=t::filter_remove(locale, &name)>
                    <span class="chip-facet">{facet}</span>
                    {value}
                </a>
            </li>
        }
    };
    let mut chips = Vec::new();
    for (facet, values) in &query.chosen {
        for value in values {
            let label = labels::value(scope, *facet, value);
            chips.push(chip(
                labels::facet(locale, *facet),
                label,
                query.clone().without(*facet, value),
            ));
        }
    }
    for (range, span) in &query.spans {
        let label = labels::span(locale, *range, *span);
        chips.push(chip(
            labels::range(locale, *range),
            label,
            query.clone().without_span(*range),
        ));
    }
    if let Some(window) = labels::window(locale, query) {
        chips.push(chip(
            labels::facet(locale, Facet::Right),
            window,
            query.clone().without_window(),
        ));
    }
    (!chips.is_empty()).then(|| {
        let clear = query.clone().without_restrictions().href("/titles");
        view! {
            <ul class="chips" aria-label=t::filters_active(locale)>
                {chips}
                <li><a class="chip chip-clear" href=scope.href(&clear)>{t::filters_clear(locale)}</a></li>
            </ul>
        }
    })
}

fn list(
    scope: &Scope,
    query: &CatalogueQuery,
    cards: Vec<service::FoundCard>,
    last_page: u32,
) -> impl IntoView + use<> {
    let titles = match query.view {
        View::Posters => {
            let posters = cards
                .into_iter()
                .enumerate()
                .map(|(at, found)| view! { <Poster scope=scope.clone() found=found eager=at < IN_VIEW top=true/> });
            view! { <ul class="wall">{posters.collect_view()}</ul> }.into_any()
        }
        View::List => {
            let rows = cards
                .into_iter()
                .map(|found| view! { <Row scope=scope.clone() found=found/> });
            view! { <ol class="rows" start=(query.page - 1) * query.per_page + 1>{rows.collect_view()}</ol> }.into_any()
        }
    };
    let locale = scope.locale;
    let page = query.page;
    let query = query.clone();
    let href = move |page| locale.href(&query.clone().on_page(page).href("/titles"));
    view! { {titles} <Pagination locale=locale page=page pages=last_page href=href/> }
}

fn beyond_the_end(scope: &Scope, query: &CatalogueQuery, last_page: u32) -> impl IntoView + use<> {
    let locale = scope.locale;
    let last = query.clone().on_page(last_page).href("/titles");
    view! {
        <div class="empty">
            <h2>{t::page_beyond_end(locale, query.page.into(), last_page.into())}</h2>
            <div class="actions"><a class="button" href=scope.href(&last)>{t::page_beyond_end_link(locale)}</a></div>
        </div>
    }
}

fn nothing(scope: &Scope, query: &CatalogueQuery) -> impl IntoView + use<> {
    let locale = scope.locale;
    let fewer = query
        .text
        .as_ref()
        .map(|_| view! { <p>{t::empty_fewer_words(locale)}</p> });
    let clear = (query.restrictions() > 0).then(|| {
        let href = query.clone().without_restrictions().href("/titles");
        view! { <a class="button" href=scope.href(&href)>{t::empty_clear_all(locale)}</a> }
    });
    view! {
        <div class="empty">
            <h2>{t::empty_title(locale)}</h2>
            <p>{t::empty_lead(locale)}</p>
            {fewer}
            <div class="actions">
                {clear}
                <a class="button button-quiet" href=scope.href("/titles")>{t::empty_browse_all(locale)}</a>
            </div>
        </div>
    }
}
