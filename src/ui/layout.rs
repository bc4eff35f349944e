//! The frame of every page: season, header, footer.

use leptos::prelude::*;
use leptos_meta::Link;
use slate_domain::query::CatalogueQuery;

use super::scope::Scope;
use super::season::season;
use crate::catalogue::islands::search_box::{SearchBox, SearchLabels};
use crate::i18n::{Locale, t};

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
    let edition = scope.live.edition.as_ref();
    let has_halls = edition.is_some_and(|edition| !edition.halls.is_empty());
    // There is nothing to search before the season opens.
    let searchable = header_search && scope.shows_catalogue();
    let search = searchable.then(|| search_box(&scope, &query, "header-search", false));
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
                    {has_halls.then(|| entry("/halls", t::nav_halls(locale)))}
                </nav>
                {search}
                <div class="site-tools">{languages(&scope)}</div>
            </div>
        </header>
        <main id="main" tabindex="-1">{children()}</main>
        <footer class="site-footer">
            <div class="wrap">
                <p>{t::footer_about(locale)}</p>
                {themes(locale)}
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
    let base = scope.state.config.public_address();
    let query = match query.is_empty() {
        true => String::new(),
        false => format!("?{query}"),
    };
    let path = scope.path.clone();
    let address = move |locale: Locale| format!("{base}{}{query}", locale.href(&path));
    let links = Locale::ALL
        .into_iter()
        .map(|locale| view! { <Link rel="alternate" hreflang=locale.tag() href=address(locale)/> })
        .collect_view();
    let feed = scope.href("/feed.atom");
    let manifest = scope.href("/manifest.webmanifest");
    view! {
        <Link rel="canonical" href=address(scope.locale)/>
        {links}
        <Link rel="alternate" hreflang="x-default" href=address(Locale::default())/>
        <Link rel="alternate" type_="application/atom+xml" href=feed/>
        <Link rel="manifest" href=manifest/>
        <Link rel="apple-touch-icon" href="/icons/192.png"/>
    }
}

/// Dark or light; shown by the script that keeps the choice.
fn themes(locale: Locale) -> impl IntoView {
    view! {
        <label class="theme" hidden>
            <span>{t::theme_label(locale)}</span>
            <select class="input" data-kept="theme" autocomplete="off">
                <option value="">{t::theme_system(locale)}</option>
                <option value="dark">{t::theme_dark(locale)}</option>
                <option value="light">{t::theme_light(locale)}</option>
            </select>
        </label>
    }
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
