//! The frame of every page: season, header, footer.

use leptos::prelude::*;
use leptos_meta::Link;
use slate_domain::query::CatalogueQuery;
use slate_domain::season::{SeasonState, market_day_at};

use super::scope::Scope;
use crate::catalogue::islands::search_box::{SearchBox, SearchLabels};
use crate::i18n::{self, Locale, t};

/// A page's frame. `header_search` is off where the page has a search box of its own.
#[component]
pub fn Layout(
    scope: Scope,
    #[prop(default = true)] header_search: bool,
    /// What the search in the header starts from: its words, and the filters it keeps.
    #[prop(optional)]
    query: CatalogueQuery,
    children: Children,
) -> impl IntoView {
    let locale = scope.locale;
    let entry = |path: &'static str, label: &'static str| {
        let current = scope.path == path;
        view! { <a href=scope.href(path) aria-current=current.then_some("page")>{label}</a> }
    };
    let search = header_search.then(|| search_box(&scope, &query, "header-search", false));
    view! {
        <a class="skip-link" href="#main">{t::skip_to_content(locale)}</a>
        <Alternates scope=scope.clone() query=query.to_query_string()/>
        {season(&scope)}
        <header class="site-header">
            <div class="wrap">
                <a class="brand" href=scope.href("/")><span>{t::site_name(locale)}</span></a>
                <nav class="site-nav" aria-label=t::nav_label(locale)>
                    {entry("/titles", t::nav_titles(locale))}
                    {entry("/exhibitors", t::nav_exhibitors(locale))}
                </nav>
                {search}
                <div class="site-tools">{languages(&scope)}</div>
            </div>
        </header>
        <main id="main" tabindex="-1">{children()}</main>
        <footer class="site-footer">
            <div class="wrap">
                <p>{t::footer_about(locale)}</p>
                <ul>
                    <li><a href="/api/v1/openapi.json">{t::footer_api(locale)}</a></li>
                </ul>
            </div>
        </footer>
    }
}

/// The search box with its labels in the reader's language. The filters of `query` are kept.
pub fn search_box(
    scope: &Scope,
    query: &CatalogueQuery,
    id: &'static str,
    large: bool,
) -> impl IntoView + use<> {
    let locale = scope.locale;
    let kept = query
        .clone()
        .without_text()
        .pairs()
        .into_iter()
        .map(|(name, value)| (name.into_owned(), value))
        .collect();
    let labels = SearchLabels {
        label: t::search_label(locale).to_owned(),
        placeholder: t::search_placeholder(locale).to_owned(),
        submit: t::search_submit(locale).to_owned(),
        suggestions: t::search_suggestions(locale).to_owned(),
    };
    let value = query
        .text
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    view! {
        <SearchBox
            id=id.to_owned()
            action=scope.href("/titles")
            locale=locale.tag().to_owned()
            value=value
            kept=kept
            labels=labels
            large=large
        />
    }
}

/// The same page in the other languages, for search engines, and its address for those who came by
/// another one.
#[component]
fn Alternates(
    scope: Scope,
    /// What of the query string means something here.
    query: String,
) -> impl IntoView {
    // Search engines take whole addresses only.
    let config = &scope.state.config;
    let base = config
        .base_url
        .clone()
        .unwrap_or_else(|| format!("http://{}", config.address));
    let query = match query.is_empty() {
        true => String::new(),
        false => format!("?{query}"),
    };
    let address = move |locale: Locale| format!("{base}{}{query}", locale.href(&scope.path));
    let links = Locale::ALL
        .into_iter()
        .map(|locale| view! { <Link rel="alternate" hreflang=locale.tag() href=address(locale)/> })
        .collect_view();
    view! { <Link rel="canonical" href=address(scope.locale)/> {links} }
}

fn languages(scope: &Scope) -> impl IntoView + use<> {
    let here = if scope.query.is_empty() {
        scope.path.clone()
    } else {
        format!("{}?{}", scope.path, scope.query)
    };
    let current = scope.locale;
    let items = Locale::ALL
        .into_iter()
        .map(|locale| {
            let chosen = (locale == current).then_some("true");
            view! { <li><a href=locale.href(&here) hreflang=locale.tag() lang=locale.tag() aria-current=chosen>{locale.name()}</a></li> }
        })
        .collect_view();
    view! {
        <details class="menu">
            <summary aria-label=t::language_current(current, current.name())>
                <span class="menu-long">{current.name()}</span>
                <span class="menu-short" aria-hidden="true">{short(current)}</span>
            </summary>
            <ul class="menu-list">{items}</ul>
        </details>
    }
}

fn short(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "EN",
        Locale::ZhHant => "繁",
        Locale::ZhHans => "简",
    }
}

/// Where the market stands: announced, open online, on the floor, in its follow-up or over.
fn season(scope: &Scope) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let edition = scope.live.edition.as_ref()?;
    let name = edition
        .names
        .in_language_of(&scope.reader)
        .map_or(&edition.name, |(_, name)| name)
        .as_str();
    let date = |day| i18n::date(locale, day);
    let state = SeasonState::at(edition, scope.now);
    let text = match state {
        SeasonState::Upcoming => {
            t::season_banner_upcoming(locale, name, &date(edition.season.from()?))
        }
        SeasonState::Online => {
            t::season_banner_online(locale, name, &date(edition.market_days.first()?.date))
        }
        SeasonState::OnTheFloor => {
            t::season_banner_on_the_floor(locale, name, &date(edition.market_days.last()?.date))
        }
        SeasonState::FollowUp => {
            t::season_banner_follow_up(locale, name, &date(edition.season.until()?))
        }
        SeasonState::Closed => t::season_banner_closed(locale, name),
    };
    let hours = market_day_at(edition, scope.now).map(|(day, _)| {
        let words = t::season_open_today(
            locale,
            &i18n::time(locale, day.opens),
            &i18n::time(locale, day.closes),
        );
        view! { " " <span>{words}</span> }
    });
    let live = matches!(state, SeasonState::OnTheFloor);
    Some(view! {
        <aside class=if live { "season season-live" } else { "season" } aria-label=t::season_dates(locale)>
            <div class="wrap">
                <span class="season-state">{i18n::code(locale, "season", state.code()).unwrap_or(state.label())}</span>
                <p>{text} {hours}</p>
            </div>
        </aside>
    })
}
