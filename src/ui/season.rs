//! Where the market stands, above every page: announced, open online, on the floor, in its follow-up or an
//! archive; and the words other pages have for the same.

use leptos::prelude::*;
use slate_domain::edition::Edition;
use slate_domain::season::{
    Awaited, Doors, SeasonState, awaited, closing_day, market_day_at, opening_day,
};

use super::scope::Scope;
use crate::catalogue::islands::countdown::{Countdown, CountdownWords};
use crate::catalogue::service::instant_of;
use crate::i18n::{self, Locale, t};

/// The line above every page.
pub fn season(scope: &Scope) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let edition = scope.live.edition.as_ref()?;
    let state = SeasonState::at(edition, scope.now);
    let doors = market_day_at(edition, scope.now).map(|(_, doors)| doors);
    let live = doors == Some(Doors::Open);
    let word = match live {
        true => t::season_live_now(locale),
        false => i18n::code(locale, "season", state.code()).unwrap_or(state.label()),
    };
    let text = sentence(locale, edition, state, &name(scope, edition));
    let hours = hours(scope).map(|words| view! { " " <span class="season-hours">{words}</span> });
    Some(view! {
        <aside class=if live { "season season-live" } else { "season" } data-state=state.code() aria-label=t::banner_label(locale)>
            <div class="wrap">
                <span class="season-state">{word}</span>
                <p>{text} {hours}</p>
                {countdown(scope)}
            </div>
        </aside>
    })
}

/// The edition's name for this reader.
pub fn name(scope: &Scope, edition: &Edition) -> String {
    edition
        .names
        .in_language_of(&scope.reader)
        .map_or(&edition.name, |(_, name)| name)
        .to_string()
}

/// What the state means, in a sentence that names no date the edition does not have.
fn sentence(locale: Locale, edition: &Edition, state: SeasonState, name: &str) -> String {
    let date = |day| i18n::date(locale, day);
    let first = edition.market_days.first().map(|day| day.date);
    let last = edition.market_days.last().map(|day| day.date);
    match (state, closing_day(edition)) {
        (SeasonState::Upcoming, _) => match opening_day(edition) {
            Some(day) => t::season_banner_upcoming(locale, name, &date(day)),
            None => t::season_banner_soon(locale, name),
        },
        (SeasonState::Online, closes) => match (first, closes) {
            (Some(day), _) => t::season_banner_online(locale, name, &date(day)),
            (None, Some(day)) => t::season_banner_online_until(locale, name, &date(day)),
            (None, None) => t::season_banner_open(locale, name),
        },
        (SeasonState::OnTheFloor, _) => match last {
            Some(day) if first != last => t::season_banner_on_the_floor(locale, name, &date(day)),
            _ => t::season_banner_floor_today(locale, name),
        },
        (SeasonState::FollowUp, Some(day)) => t::season_banner_follow_up(locale, name, &date(day)),
        (SeasonState::FollowUp, None) => t::season_banner_follow_up_open(locale, name),
        (SeasonState::Closed, _) => t::season_banner_closed(locale, name),
    }
}

/// Today's opening hours on a market day: what is still to come, what is on, or that it is over.
pub fn hours(scope: &Scope) -> Option<String> {
    let locale = scope.locale;
    let (day, doors) = market_day_at(scope.live.edition.as_ref()?, scope.now)?;
    let opens = i18n::time(locale, day.opens);
    let closes = i18n::time(locale, day.closes);
    Some(match doors {
        Doors::NotYet => t::season_open_today(locale, &opens, &closes),
        Doors::Open => t::season_open_until(locale, &closes),
        Doors::Over => t::season_closed_today(locale, &closes),
    })
}

/// How long until what comes next: whole days from the server, to the minute once the page is alive.
pub fn countdown(scope: &Scope) -> Option<impl IntoView + use<>> {
    let locale = scope.locale;
    let edition = scope.live.edition.as_ref()?;
    let (what, when) = awaited(edition, scope.now)?;
    let days = days_between(scope.now.date(), when.date());
    let whole = match (what, days) {
        (Awaited::Opening | Awaited::Floor, 0) => t::countdown_today(locale).to_owned(),
        (Awaited::Opening | Awaited::Floor, days) => t::countdown_in_days(locale, days),
        (Awaited::EndOfFloor, days) => t::season_days_left(locale, days + 1),
        (Awaited::EndOfSeason, days) => t::season_days_left(locale, days),
    };
    let label = match what {
        Awaited::Opening => t::countdown_to_opening(locale),
        Awaited::Floor => t::countdown_to_floor(locale),
        Awaited::EndOfFloor => t::countdown_to_end_of_floor(locale),
        Awaited::EndOfSeason => t::countdown_to_end(locale),
    };
    let words = CountdownWords {
        whole,
        days: t::countdown_days(locale, "#"),
        hours: t::countdown_hours(locale, "#"),
        minutes: t::countdown_minutes(locale, "#"),
    };
    let until = instant_of(edition, when)?.as_millis();
    let ahead = scope.state.clock.ahead();
    Some(view! {
        <p class="season-next">
            <span class="season-next-label">{label}</span>
            " "
            <Countdown until=until ahead=ahead words=words/>
        </p>
    })
}

fn days_between(from: jiff::civil::Date, to: jiff::civil::Date) -> u64 {
    let days = (to - from).get_days();
    u64::try_from(days).unwrap_or(0)
}

/// The market days as a line, else the days of the season. `None` where there are neither.
pub fn dates(locale: Locale, edition: &Edition) -> Option<String> {
    let days = &edition.market_days;
    match (days.first(), days.last()) {
        (Some(first), Some(last)) => Some(i18n::date_range(locale, first.date, last.date)),
        _ => season_dates(locale, edition),
    }
}

/// The season's days as a line, as far as they are set.
pub fn season_dates(locale: Locale, edition: &Edition) -> Option<String> {
    match (opening_day(edition), closing_day(edition)) {
        (Some(from), Some(until)) => Some(i18n::date_range(locale, from, until)),
        (Some(from), None) => Some(t::range_from(locale, &i18n::date(locale, from))),
        (None, Some(until)) => Some(t::range_to(locale, &i18n::date(locale, until))),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar_and_never_below_none() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(days_between(day("2027-02-27"), day("2027-03-01")), 2);
        assert_eq!(days_between(day("2027-03-01"), day("2027-03-01")), 0);
        assert_eq!(days_between(day("2027-03-02"), day("2027-03-01")), 0);
    }
}
