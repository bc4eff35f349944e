//! The halls of the venue, and the floor plan of each with its exhibitors.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;
use slate_domain::edition::{BoothCode, Hall};

use crate::catalogue::exhibitors::{self, ExhibitorQuery};
use crate::error::AppError;
use crate::i18n::t;
use crate::ui::hall_map::{self, Booths};
use crate::ui::layout::Layout;
use crate::ui::message::ErrorPage;
use crate::ui::scope::Scope;
use crate::ui::season;

/// More exhibitors than any hall has booths for.
const ALL: u32 = 10_000;

/// Every hall, as a card with its outline.
#[component]
pub fn HallsPage() -> impl IntoView {
    let scope = Scope::current();
    let locale = scope.locale;
    let booths = hall_map::booths(&scope);
    let halls: Vec<_> = halls_of(&scope)
        .iter()
        .map(|hall| {
            let count = exhibitors_in(hall, &booths);
            view! {
                <li>
                    <a class="hall-card" href=hall_map::href(&scope, hall, "")>
                        {hall_map::outline(hall, None)}
                        <h2>{hall_map::name(&scope, hall)}</h2>
                        <p class="muted">{t::exhibitors_count(locale, count)}</p>
                    </a>
                </li>
            }
        })
        .collect();
    let hours = season::hours(&scope).map(|words| view! { <p class="season-hours">{words}</p> });
    let body = match halls.is_empty() {
        true => view! {
            <div class="empty">
                <h2>{t::halls_empty_title(locale)}</h2>
                <p>{t::halls_empty_lead(locale)}</p>
                <div class="actions"><a class="button" href=scope.href("/exhibitors")>{t::announcement_exhibitors(locale)}</a></div>
            </div>
        }
        .into_any(),
        false => view! { <ul class="halls">{halls}</ul> }.into_any(),
    };
    let venue = scope
        .live
        .edition
        .as_ref()
        .and_then(|edition| edition.venue.as_ref());
    let lead = venue.map_or_else(|| t::halls_lead(locale).to_owned(), ToString::to_string);
    view! {
        <Title text=t::page_title(locale, t::nav_halls(locale))/>
        <Meta name="description" content=t::halls_description(locale)/>
        <Layout scope=scope.clone()>
            <div class="wrap page">
                <div class="page-head"><h1>{t::nav_halls(locale)}</h1><p>{lead}</p>{hours}</div>
                {body}
            </div>
        </Layout>
    }
}

/// One hall: its plan, a search that marks booths, and its exhibitors by booth.
#[component]
pub fn HallPage() -> impl IntoView {
    let scope = Scope::current();
    let code = use_params_map().with_untracked(|params| params.get("code").unwrap_or_default());
    let hall = code
        .parse::<BoothCode>()
        .ok()
        .filter(|parsed| parsed.as_str() == code)
        .and_then(|code| {
            let halls = halls_of(&scope);
            halls.iter().find(|hall| hall.code == code).cloned()
        });
    match hall {
        Some(hall) => one(scope, &hall).into_any(),
        None => view! { <ErrorPage scope=scope error=AppError::NotFound/> }.into_any(),
    }
}

fn halls_of(scope: &Scope) -> &[Hall] {
    let edition = scope.live.edition.as_ref();
    edition.map_or(&[], |edition| edition.halls.as_slice())
}

fn exhibitors_in(hall: &Hall, booths: &Booths) -> u64 {
    let at = |code| booths.get(code).map_or(0, Vec::len);
    let count: usize = hall.booths.iter().map(|booth| at(&booth.code)).sum();
    count as u64
}

fn one(scope: Scope, hall: &Hall) -> impl IntoView + use<> {
    let locale = scope.locale;
    let booths = hall_map::booths(&scope);
    let words = ExhibitorQuery::parse(&scope.query, ALL).query.text;
    let asked = ExhibitorQuery {
        text: words.clone(),
        halls: vec![hall.code.to_string()],
        page: 1,
        per_page: ALL,
        ..ExhibitorQuery::default()
    };
    let found = exhibitors::exhibitors(&scope.live, &asked);
    let mut lines: Vec<_> = found
        .hits
        .iter()
        .filter_map(|one| Some((one.participation.as_ref()?.booth.clone()?, one)))
        .collect();
    lines.sort_by(|a, b| a.0.cmp(&b.0));
    let marked: BTreeSet<BoothCode> = match words {
        Some(_) => lines.iter().map(|(booth, _)| booth.clone()).collect(),
        None => BTreeSet::new(),
    };
    let name = hall_map::name(&scope, hall);
    let count = lines.len() as u64;
    let status = match (&words, count) {
        (Some(words), 0) => t::hall_none(locale, words),
        (Some(words), count) => t::hall_found(locale, count, words),
        (None, count) => t::exhibitors_count(locale, count),
    };
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(booth, one)| {
            let href = scope.href(&format!("/exhibitors/{}", one.company.slug));
            let who = hall_map::company(&scope, one);
            view! { <li><span class="hall-booth">{booth.to_string()}</span> " " <a href=href>{who}</a></li> }
        })
        .collect();
    let others: Vec<_> = halls_of(&scope)
        .iter()
        .map(|other| {
            let current = (other.code == hall.code).then_some("page");
            view! { <li><a class="chip" href=hall_map::href(&scope, other, "") aria-current=current>{hall_map::name(&scope, other)}</a></li> }
        })
        .collect();
    let clear = words.is_some().then(|| {
        view! { <a class="button button-quiet" href=hall_map::href(&scope, hall, "")>{t::search_clear(locale)}</a> }
    });
    let href = hall_map::href(&scope, hall, "");
    let plan = hall_map::plan(&scope, hall, &booths, &marked);
    view! {
        <Title text=t::page_title(locale, &name)/>
        <Meta name="description" content=t::hall_map_label(locale, &name)/>
        <Layout scope=scope.clone()>
            <div class="wrap page hall">
                <div class="page-head"><h1>{name}</h1></div>
                <nav class="hall-others" aria-label=t::nav_halls(locale)><ul class="chips">{others}</ul></nav>
                <form class="hall-search" action=href role="search" aria-label=t::hall_search(locale)>
                    <label class="field">
                        <span>{t::hall_search(locale)}</span>
                        <input class="input" type="search" name="q" value=words.unwrap_or_default() maxlength="200" placeholder=t::hall_search_placeholder(locale)/>
                    </label>
                    <button class="button">{t::hall_search_submit(locale)}</button>
                    {clear}
                </form>
                <p class="result-count" role="status">{status}</p>
                {plan}
                <h2 class="hall-heading">{t::hall_list(locale)}</h2>
                <ol class="hall-list">{lines}</ol>
            </div>
        </Layout>
    }
}
