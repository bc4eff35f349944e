//! The filters beside the list: facets with counts, ranges with their spread, rights and territories.

use leptos::prelude::*;
use slate_domain::country::Country;
use slate_domain::query::{CatalogueQuery, Facet, RangeFacet, Sort, View};
use slate_domain::territory::TerritoryGroup;

use crate::catalogue::islands::auto_submit::AutoSubmit;
use crate::catalogue::service::{Found, Histogram};
use crate::i18n::{number, t};
use crate::ui::labels;
use crate::ui::scope::Scope;

/// How many values of a facet are shown before one asks for more.
const SHOWN: usize = 8;
/// The facets that are open before anything is chosen.
const OPEN: [Facet; 2] = [Facet::Category, Facet::Genre];
/// The facets in the order of a buyer's questions. Territory is asked for beside the right.
const ORDER: [Facet; 7] = [
    Facet::Category,
    Facet::Genre,
    Facet::Stage,
    Facet::Country,
    Facet::Language,
    Facet::LookingFor,
    Facet::HasTrailer,
];

/// The form of all filters. On a phone it is a sheet that the button above the list opens.
#[component]
pub fn Filters<'a>(
    scope: &'a Scope,
    query: &'a CatalogueQuery,
    found: &'a Found,
) -> impl IntoView + use<> {
    let locale = scope.locale;
    let values = |facet: Facet| {
        found
            .facets
            .iter()
            .find(|(one, _)| *one == facet)
            .map(|(_, values)| values.as_slice())
            .unwrap_or_default()
    };
    let facets = ORDER.map(|facet| facet_group(scope, query, facet, values(facet)));
    let ranges = found
        .histograms
        .iter()
        .map(|histogram| range_group(scope, query, histogram))
        .collect_view();
    let avails = avail_group(scope, query, values(Facet::Right));
    let exhibitors = facet_group(
        scope,
        query,
        Facet::CompanyCountry,
        values(Facet::CompanyCountry),
    );
    let clear = query.clone().without_restrictions().href("/titles");
    let show = t::filters_show_results(locale, found.total.into());
    view! {
        <form class="filters" id="filters" popover="auto" action=scope.href("/titles") aria-label=t::filters_label(locale)>
            <div class="filters-head">
                <h2>{t::filters(locale)}</h2>
                <button
                    type="button"
                    class="filters-close"
                    popovertarget="filters"
                    popovertargetaction="hide"
                    aria-label=t::close(locale)
                >
                    "×"
                </button>
            </div>
            {carried(query)}
            <AutoSubmit>
                {facets.into_iter().collect_view()}
                {avails}
                {ranges}
                {exhibitors}
            </AutoSubmit>
            <div class="filters-foot">
                <button class="button">{show}</button>
                {(query.restrictions() > 0)
                    .then(|| view! { <a class="button button-plain" href=scope.href(&clear)>{t::filters_clear(locale)}</a> })}
            </div>
        </form>
    }
}

/// What the form does not ask about and keeps: the words, the order, the view.
fn carried(query: &CatalogueQuery) -> impl IntoView + use<> {
    let kept = ["q", "sort", "view", "per_page", Facet::Company.code()];
    let pairs = query
        .pairs()
        .into_iter()
        .filter(|(name, _)| kept.contains(&name.as_ref()));
    pairs
        .map(|(name, value)| view! { <input type="hidden" name=name.into_owned() value=value/> })
        .collect::<Vec<_>>()
}

/// A group that folds, with the number of chosen values.
fn group(name: &'static str, chosen: usize, open: bool, content: impl IntoView) -> impl IntoView {
    let badge = (chosen > 0).then(|| view! { " " <span class="facet-chosen">{chosen}</span> });
    view! {
        <details class="facet" open=open>
            <summary>{name} {badge}</summary>
            <fieldset>
                <legend class="visually-hidden">{name}</legend>
                {content}
            </fieldset>
        </details>
    }
}

/// A facet's values with their counts, the chosen ones first and always there. Nothing where there is no
/// choice to make.
fn facet_group(
    scope: &Scope,
    query: &CatalogueQuery,
    facet: Facet,
    counted: &[(String, u32)],
) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let chosen = query.chosen.get(&facet).cloned().unwrap_or_default();
    let count_of = |code: &str| {
        counted
            .iter()
            .find(|(one, _)| one == code)
            .map_or(0, |(_, count)| *count)
    };
    let offered = counted
        .iter()
        .filter(|(code, _)| facet != Facet::HasTrailer || code == "true");
    let mut values: Vec<(String, u32)> = chosen
        .iter()
        .map(|code| (code.clone(), count_of(code)))
        .collect();
    values.extend(offered.filter(|(code, _)| !chosen.contains(code)).cloned());
    if values.is_empty() {
        return None;
    }
    let line = |(code, count): &(String, u32)| {
        let checked = chosen.contains(code);
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" name=facet.code() value=code.clone() checked=checked/>
                    <span class="check-name">{labels::value(scope, facet, code)}</span>
                    <span class="check-count">{number(locale, (*count).into())}</span>
                </label>
            </li>
        }
    };
    let shown = SHOWN.max(chosen.len());
    let more = (values.len() > shown).then(|| {
        let rest = values[shown..].iter().map(line).collect_view();
        view! {
            <details class="facet-more">
                <summary>{t::filter_show_more(locale)}</summary>
                <ul class="checks checks-scroll">{rest}</ul>
            </details>
        }
    });
    let first = values[..shown.min(values.len())]
        .iter()
        .map(line)
        .collect_view();
    let content = view! { <ul class="checks">{first}</ul> {more} };
    let open = OPEN.contains(&facet) || !chosen.is_empty();
    Some(group(labels::facet(locale, facet), chosen.len(), open, content).into_any())
}

/// A range: how the matches spread over it, and its two ends.
fn range_group(
    scope: &Scope,
    query: &CatalogueQuery,
    histogram: &Histogram,
) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let range = histogram.range;
    let span = query.spans.get(&range).copied();
    if span.is_none() && histogram.counts.iter().all(|count| *count == 0) {
        return None;
    }
    let (low, high) = range.bounds();
    let field = |end: &str, label: &'static str, value: Option<i64>| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input
                    type="number"
                    name=format!("{}_{end}", range.code())
                    inputmode="numeric"
                    min=low
                    max=high
                    value=value.map(|value| value.to_string())
                />
            </label>
        }
    };
    let unit = match range {
        RangeFacet::Year => None,
        RangeFacet::Runtime => Some(t::filter_unit_minutes(locale)),
        RangeFacet::Budget => Some(t::filter_unit_usd(locale)),
    };
    let content = view! {
        <div class="range">
            {bars(histogram, span.and_then(|span| span.min()), span.and_then(|span| span.max()))}
            {field("min", t::filter_from(locale), span.and_then(|span| span.min()))}
            {field("max", t::filter_to(locale), span.and_then(|span| span.max()))}
            {unit.map(|unit| view! { <p class="range-unit">{unit}</p> })}
        </div>
    };
    let open = span.is_some() || range == RangeFacet::Year;
    Some(
        group(
            labels::range(locale, range),
            usize::from(span.is_some()),
            open,
            content,
        )
        .into_any(),
    )
}

/// The spread as bars 24 high at most; those within the chosen ends stand out. Decorative: the numbers are
/// what is typed.
fn bars(histogram: &Histogram, min: Option<i64>, max: Option<i64>) -> impl IntoView + use<> {
    let most = histogram.counts.iter().copied().max().unwrap_or(0).max(1);
    let width = 100.0 / histogram.counts.len().max(1) as f64;
    let inside = |at: usize| {
        let from = at
            .checked_sub(1)
            .and_then(|before| histogram.edges.get(before))
            .copied()
            .unwrap_or(i64::MIN);
        let until = histogram.edges.get(at).copied().unwrap_or(i64::MAX);
        (min.is_some() || max.is_some())
            && min.is_none_or(|min| until > min)
            && max.is_none_or(|max| from <= max)
    };
    let bars = histogram.counts.iter().enumerate().map(|(at, count)| {
        // A bar that stands for anything at all is seen, and the tallest does not hide the others.
        let height = if *count == 0 {
            0.0
        } else {
            (f64::from(*count) / f64::from(most)).sqrt() * 22.0 + 2.0
        };
        view! {
            <rect
                class=inside(at).then_some("in")
                x=format!("{:.2}", at as f64 * width)
                y=format!("{:.1}", 24.0 - height)
                width=format!("{:.2}", width * 0.86)
                height=format!("{height:.1}")
            ></rect>
        }
    });
    view! {
        <svg class="histogram" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
            {bars.collect::<Vec<_>>()}
        </svg>
    }
}

/// Which right has to be free where and when.
fn avail_group(
    scope: &Scope,
    query: &CatalogueQuery,
    rights: &[(String, u32)],
) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let right = facet_group(scope, query, Facet::Right, rights).map(IntoView::into_view);
    let territories = query
        .chosen
        .get(&Facet::Territory)
        .cloned()
        .unwrap_or_default();
    let windowed = query.from.is_some() || query.until.is_some();
    if right.is_none() && territories.is_empty() && !windowed {
        return None;
    }
    let first = territories.first().cloned().unwrap_or_default();
    // Further territories come from a link; the one in the select is changed here.
    let further = territories
        .iter()
        .skip(1)
        .map(|code| view! { <input type="hidden" name="territory" value=code.clone()/> });
    let option = |code: &'static str, label: String| {
        view! { <option value=code selected=code == first>{label}</option> }
    };
    let groups = TerritoryGroup::ALL.iter().map(|group| {
        option(
            group.code(),
            labels::territory(locale, slate_domain::territory::Territory::Group(*group)),
        )
    });
    let mut countries: Vec<(String, &'static str)> = Country::current()
        .map(|country| (labels::country(locale, country.code()), country.code()))
        .collect();
    countries.sort();
    let countries = countries
        .into_iter()
        .map(|(label, code)| option(code, label));
    let day = |name: &'static str, label: &'static str, value: Option<String>| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="date" name=name value=value/>
            </label>
        }
    };
    let content = view! {
        <label class="field">
            <span>{labels::facet(locale, Facet::Territory)}</span>
            <select class="input" name="territory">
                <option value="">{t::filter_any(locale)}</option>
                <optgroup label="—">{groups.collect_view()}</optgroup>
                <optgroup label="—">{countries.collect_view()}</optgroup>
            </select>
        </label>
        {further.collect_view()}
        <div class="range">
            {day("from", t::facet_from(locale), query.from.map(|day| day.to_string()))}
            {day("until", t::facet_until(locale), query.until.map(|day| day.to_string()))}
        </div>
    };
    let chosen = territories.len() + usize::from(windowed);
    let where_and_when = group(
        labels::facet(locale, Facet::Territory),
        chosen,
        chosen > 0,
        content,
    );
    Some(view! { {right} {where_and_when} }.into_any())
}

/// The orders and the views above the list.
#[component]
pub fn ListTools<'a>(scope: &'a Scope, query: &'a CatalogueQuery) -> impl IntoView + use<> {
    let locale = scope.locale;
    let kept = query
        .clone()
        .on_page(1)
        .pairs()
        .into_iter()
        .filter(|(name, _)| name != "sort");
    let kept = kept
        .map(|(name, value)| view! { <input type="hidden" name=name.into_owned() value=value/> });
    let order = query.order();
    let offered = Sort::ALL
        .iter()
        .filter(|sort| **sort != Sort::Relevance || query.text.is_some());
    let options: Vec<_> = offered
        .map(|sort| {
            let selected = *sort == order;
            view! { <option value=sort.code() selected=selected>{labels::code(locale, "sort", sort.code())}</option> }
        })
        .collect();
    let views = View::ALL.iter().map(|one| {
        let current = (*one == query.view).then_some("true");
        let href = query.clone().viewed(*one).href("/titles");
        view! { <a href=scope.href(&href) aria-current=current>{labels::code(locale, "view", one.code())}</a> }
    });
    let restrictions = query.restrictions();
    let badge =
        (restrictions > 0).then(|| view! { " " <span class="facet-chosen">{restrictions}</span> });
    view! {
        <button type="button" class="button button-quiet filters-open" popovertarget="filters">
            {t::filters(locale)}
            {badge}
        </button>
        <form class="sort" action=scope.href("/titles")>
            {kept.collect_view()}
            <AutoSubmit>
                <label class="select">
                    <span>{t::sort_label(locale)}</span>
                    <select name="sort">{options}</select>
                </label>
            </AutoSubmit>
            <noscript><button class="button button-quiet">{t::sort_apply(locale)}</button></noscript>
        </form>
        <nav class="views" aria-label=t::view_label(locale)>{views.collect_view()}</nav>
    }
}
