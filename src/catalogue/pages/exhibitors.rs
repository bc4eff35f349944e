//! Who is at the market: the list of exhibitors, searched and narrowed by country, kind and hall.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use slate_domain::country::Country;
use slate_domain::kinds::CompanyKind;

use crate::catalogue::exhibitors::{self, ExhibitorQuery, FoundExhibitors, PER_PAGE};
use crate::catalogue::islands::auto_submit::AutoSubmit;
use crate::i18n::{Locale, t};
use crate::ui::company::CompanyCard;
use crate::ui::labels;
use crate::ui::layout::Layout;
use crate::ui::message::Notice;
use crate::ui::pagination::{Pagination, pages};
use crate::ui::scope::{Scope, answer_with};

#[component]
pub fn ExhibitorsPage() -> impl IntoView {
    let scope = Scope::current();
    let asked = ExhibitorQuery::parse(&scope.query, PER_PAGE);
    let found = exhibitors::exhibitors(&scope.live, &asked.query);
    exhibitors(scope, asked.query, asked.problems, found)
}

fn exhibitors(
    scope: Scope,
    query: ExhibitorQuery,
    problems: Vec<slate_domain::query::Problem>,
    found: FoundExhibitors,
) -> impl IntoView {
    let locale = scope.locale;
    let total = u32::try_from(found.total).unwrap_or(u32::MAX);
    let last_page = pages(total, query.per_page);
    if query.page > last_page {
        answer_with(404);
    } else if !problems.is_empty() {
        answer_with(400);
    }
    let notices = problems.iter().take(5).map(|problem| {
        let facet = labels::code(locale, "facet", &problem.parameter);
        view! { <Notice text=t::notice_value_ignored(locale, &problem.error.given, &facet)/> }
    });
    let notices = notices.collect::<Vec<_>>();
    let body = if query.page > last_page {
        let last = locale.href(
            &ExhibitorQuery {
                page: last_page,
                ..query.clone()
            }
            .href(),
        );
        view! {
            <div class="empty">
                <h2>{t::page_beyond_end(locale, query.page.into(), last_page.into())}</h2>
                <div class="actions"><a class="button" href=last>{t::page_beyond_end_link(locale)}</a></div>
            </div>
        }
        .into_any()
    } else if total == 0 {
        view! {
            <div class="empty">
                <h2>{t::exhibitors_empty_title(locale)}</h2>
                <p>{t::exhibitors_empty_lead(locale)}</p>
                <div class="actions"><a class="button" href=scope.href("/exhibitors")>{t::filters_clear(locale)}</a></div>
            </div>
        }
        .into_any()
    } else {
        let cards = found.hits.iter().map(|one| view! { <li><CompanyCard scope=scope.clone() exhibitor=one.clone() top=true/></li> });
        let page = query.page;
        let asked = query.clone();
        let href = move |page| {
            locale.href(
                &ExhibitorQuery {
                    page,
                    ..asked.clone()
                }
                .href(),
            )
        };
        view! {
            <ul class="companies">{cards.collect::<Vec<_>>()}</ul>
            <Pagination locale=locale page=page pages=last_page href=href/>
        }
        .into_any()
    };
    view! {
        <Title text=t::page_title(locale, t::exhibitors_title(locale))/>
        <Meta name="description" content=t::exhibitors_description(locale)/>
        <Layout scope=scope.clone()>
            <div class="wrap page">
                <div class="page-head">
                    <h1>{t::exhibitors_title(locale)}</h1>
                    <p>{t::exhibitors_lead(locale)}</p>
                </div>
                {form(&scope, &query)}
                <div class="result-bar">
                    <p class="result-count" data-testid="total" data-total=total>{t::exhibitors_count(locale, total.into())}</p>
                </div>
                {notices}
                {body}
            </div>
        </Layout>
    }
}

fn form(scope: &Scope, query: &ExhibitorQuery) -> impl IntoView + use<> {
    let locale = scope.locale;
    let mut countries: Vec<(String, &'static str)> = scope
        .live
        .exhibitor_countries()
        .into_keys()
        .map(|country: Country| (labels::country(locale, country.code()), country.code()))
        .collect();
    countries.sort();
    let country = query
        .countries
        .first()
        .map(|country| country.code())
        .unwrap_or_default();
    let kinds = CompanyKind::ALL.iter().map(|kind| {
        (
            labels::code(locale, "company-kind", kind.code()),
            kind.code().to_owned(),
        )
    });
    let countries = countries
        .into_iter()
        .map(|(label, code)| (label, code.to_owned()))
        .collect();
    let kind = query
        .kinds
        .first()
        .map(|kind| kind.code())
        .unwrap_or_default();
    let halls: Vec<(String, String)> = scope
        .live
        .edition
        .iter()
        .flat_map(|edition| &edition.halls)
        .map(|hall| {
            let name = hall
                .names
                .in_language_of(&scope.reader)
                .map_or(&hall.name, |(_, name)| name);
            (name.to_string(), hall.code.to_string())
        })
        .collect();
    let hall = query.halls.first().cloned().unwrap_or_default();
    let country_select = select(
        locale,
        "country",
        t::facet_country(locale),
        country,
        countries,
    );
    let kind_select = select(locale, "kind", t::facet_kind(locale), kind, kinds.collect());
    let hall_select =
        (!halls.is_empty()).then(|| select(locale, "hall", t::facet_hall(locale), &hall, halls));
    let text = query.text.clone().unwrap_or_default();
    view! {
        <form class="company-filters" action=scope.href("/exhibitors") role="search" aria-label=t::exhibitors_search(locale)>
            <label class="field">
                <span>{t::exhibitors_search(locale)}</span>
                <input class="input" type="search" name="q" value=text maxlength="200" placeholder=t::exhibitors_search_placeholder(locale)/>
            </label>
            <AutoSubmit>
                {country_select}
                {kind_select}
                {hall_select}
            </AutoSubmit>
            <button class="button">{t::search_submit(locale)}</button>
        </form>
    }
}

fn select(
    locale: Locale,
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let options = options.into_iter().map(|(label, code)| {
        let selected = code == chosen;
        view! { <option value=code selected=selected>{label}</option> }
    });
    view! {
        <label class="field">
            <span>{label}</span>
            <select class="input" name=name>
                <option value="">{t::filter_any(locale)}</option>
                {options.collect::<Vec<_>>()}
            </select>
        </label>
    }
}
