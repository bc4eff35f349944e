//! Who is at the market and where: the parts of the home page that are about people and halls.

use std::collections::BTreeMap;

use leptos::prelude::*;
use slate_domain::country::Country;
use slate_domain::edition::{BoothCode, Edition};
use slate_domain::season::SeasonState;

use crate::catalogue::live::Live;
use crate::i18n::{number, t};
use crate::ui::scope::Scope;
use crate::ui::season;
use crate::ui::{hall_map, labels};

/// How many countries are told apart; the list of exhibitors has the others.
const COUNTRIES: usize = 12;

/// Where the exhibitors come from, as bars with links. Nothing when there are none.
pub fn who(scope: &Scope) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let countries = most_first(scope.live.exhibitor_countries());
    let most = countries.first()?.1;
    let bars = countries
        .iter()
        .take(COUNTRIES)
        .map(|(country, count)| {
            let code = country.code();
            view! {
                <li>
                    <a class="origin" href=scope.href(&format!("/exhibitors?country={code}"))>
                        <span class="origin-name">{labels::country(locale, code)}</span>
                        " "
                        {bar(*count, most)}
                        " "
                        <span class="origin-count">{number(locale, (*count).into())}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    let heading = match scope.season() {
        Some(SeasonState::Upcoming) => t::home_who_coming(locale),
        Some(SeasonState::Closed) => t::home_who_was(locale),
        _ => t::home_who(locale),
    };
    Some(view! {
        <section class="section">
            <div class="section-head">
                <div>
                    <h2>{heading}</h2>
                    <p class="rail-note">{t::home_who_note(locale)}</p>
                </div>
                <a class="section-more" href=scope.href("/exhibitors")>{t::home_who_all(locale)}</a>
            </div>
            <ul class="origins">{bars}</ul>
        </section>
    })
}

fn most_first(countries: BTreeMap<Country, u32>) -> Vec<(Country, u32)> {
    let mut countries: Vec<_> = countries.into_iter().collect();
    countries.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.code().cmp(b.0.code())));
    countries
}

/// A bar beside its number, for the eye alone.
fn bar(count: u32, most: u32) -> impl IntoView {
    let width = (count * 100).div_ceil(most.max(1));
    view! {
        <svg class="origin-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width=width height="8" rx="1"></rect>
        </svg>
    }
}

/// Each hall with the number of its exhibitors, and today's hours on a market day. Nothing where the
/// edition has no halls.
pub fn halls(scope: &Scope) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let edition = scope
        .live
        .edition
        .as_ref()
        .filter(|edition| !edition.halls.is_empty())?;
    let counts = in_halls(&scope.live, edition);
    let halls = edition
        .halls
        .iter()
        .zip(counts)
        .map(|(hall, count)| {
            let name = hall_map::name(scope, hall);
            let code = hall.code.to_string();
            let href = hall_map::href(scope, hall, "");
            view! {
                <li>
                    <a class="floor" href=href>
                        <span class="floor-code" aria-hidden="true">{code}</span>
                        <span class="floor-name">{name}</span>
                        " "
                        <span class="floor-count">{t::exhibitors_count(locale, count)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    let hours = season::hours(scope);
    let (heading, note) = match hours {
        Some(hours) => (t::home_in_halls_today(locale), hours),
        None => (
            t::home_in_halls(locale),
            t::home_in_halls_note(locale).to_owned(),
        ),
    };
    Some(view! {
        <section class="section">
            <div class="section-head">
                <div>
                    <h2>{heading}</h2>
                    <p class="rail-note">{note}</p>
                </div>
            </div>
            <ul class="floors">{halls}</ul>
        </section>
    })
}

/// How many exhibitors each hall has, in the order of the halls.
fn in_halls(live: &Live, edition: &Edition) -> Vec<u64> {
    let places: BTreeMap<&BoothCode, usize> = edition
        .halls
        .iter()
        .enumerate()
        .flat_map(|(at, hall)| hall.booths.iter().map(move |booth| (&booth.code, at)))
        .collect();
    let mut counts = vec![0; edition.halls.len()];
    for exhibitor in live.exhibitors() {
        let booth = exhibitor
            .participation
            .as_ref()
            .and_then(|one| one.booth.as_ref());
        let hall = booth.and_then(|booth| places.get(booth));
        if let Some(count) = hall.and_then(|at| counts.get_mut(*at)) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_with_most_exhibitors_come_first_and_ties_by_code() {
        let country = |code: &str| code.parse::<Country>().unwrap();
        let counted = BTreeMap::from([(country("TH"), 2), (country("HK"), 9), (country("FR"), 2)]);
        let codes: Vec<_> = most_first(counted)
            .iter()
            .map(|(country, _)| country.code())
            .collect();
        assert_eq!(codes, ["HK", "FR", "TH"]);
    }
}
