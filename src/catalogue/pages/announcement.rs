//! Before the season: what is announced, in place of the titles.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use slate_domain::edition::Edition;
use slate_domain::season::opening_day;

use super::market;
use crate::i18n::{self, t};
use crate::ui::layout::Layout;
use crate::ui::scope::Scope;
use crate::ui::season;

/// The page that answers for the catalogue and its titles until the season opens.
#[component]
pub fn AnnouncementPage(scope: Scope) -> impl IntoView {
    let locale = scope.locale;
    let edition = scope.live.edition.as_ref();
    let heading = match edition.and_then(opening_day) {
        Some(day) => t::announcement_title_on(locale, &i18n::date(locale, day)),
        None => t::announcement_title(locale).to_owned(),
    };
    let facts = edition.map(|edition| facts(&scope, edition));
    view! {
        <Title text=t::page_title(locale, &heading)/>
        <Meta name="robots" content="noindex"/>
        <Layout scope=scope.clone() header_search=false>
            <div class="wrap page stack">
                <div class="announcement">
                    <div class="announcement-text">
                        <h1>{heading}</h1>
                        <p>{t::announcement_lead(locale)}</p>
                        {season::countdown(&scope)}
                        <div class="actions">
                            <a class="button" href=scope.href("/exhibitors")>{t::announcement_exhibitors(locale)}</a>
                            <a class="button button-quiet" href=scope.href("/")>{t::back_to_home(locale)}</a>
                        </div>
                    </div>
                    {facts}
                </div>
                {market::halls(&scope)}
            </div>
        </Layout>
    }
}

/// Dates, venue and halls, as far as they are set.
pub fn facts(scope: &Scope, edition: &Edition) -> impl IntoView + use<> {
    let locale = scope.locale;
    let halls: Vec<String> = edition
        .halls
        .iter()
        .map(|hall| {
            let own = hall.names.in_language_of(&scope.reader);
            own.map_or(&hall.name, |(_, name)| name).to_string()
        })
        .collect();
    let days = edition.market_days.first().map(|day| {
        let hours = t::range_from_to(
            locale,
            &i18n::time(locale, day.opens),
            &i18n::time(locale, day.closes),
        );
        let same = edition
            .market_days
            .iter()
            .all(|one| (one.opens, one.closes) == (day.opens, day.closes));
        let dates = season::dates(locale, edition).unwrap_or_default();
        match same {
            true => [dates, hours].join(" · "),
            false => dates,
        }
    });
    let facts = [
        (
            t::announcement_season(locale),
            season::season_dates(locale, edition),
        ),
        (t::announcement_days(locale), days),
        (
            t::announcement_venue(locale),
            edition.venue.as_ref().map(ToString::to_string),
        ),
        (
            t::announcement_halls(locale),
            (!halls.is_empty()).then(|| halls.join(" / ")),
        ),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    view! { <dl class="announced">{facts}</dl> }
}
