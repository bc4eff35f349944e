//! Where in its season an edition stands.

use jiff::civil::{Date, DateTime, Time};

use crate::code::codes;
use crate::edition::{Edition, MarketDay};

codes! {
    /// The states of a season, in the order in which an edition goes through them.
    pub enum SeasonState("season state") {
        Upcoming = "upcoming", "Upcoming";
        Online = "online", "Online";
        OnTheFloor = "on-the-floor", "On the floor";
        FollowUp = "follow-up", "Follow-up";
        Closed = "closed", "Closed";
    }
}

impl SeasonState {
    /// The state at `now`, the wall clock in the market's time zone. The floor is on from the morning of
    /// the first market day to the end of the last, nights between them included; an edition without
    /// market days is online from the first to the last day of its season, and a season of which no first
    /// day is given has begun.
    pub fn at(edition: &Edition, now: DateTime) -> Self {
        let today = now.date();
        let first = edition.market_days.first().map(|day| day.date);
        let last = edition.market_days.last().map(|day| day.date);
        if opening_day(edition).is_some_and(|day| today < day) {
            Self::Upcoming
        } else if closing_day(edition).is_some_and(|day| today > day) {
            Self::Closed
        } else if first.is_none_or(|day| today < day) {
            Self::Online
        } else if last.is_some_and(|day| today <= day) {
            Self::OnTheFloor
        } else {
            Self::FollowUp
        }
    }

    /// Whether the catalogue may still be changed: a closed edition is an archive.
    pub fn is_open_for_changes(self) -> bool {
        self != Self::Closed
    }

    /// Whether visitors see the titles. Until the season opens there is the announcement and the list of
    /// exhibitors, who are still preparing their slates.
    pub fn shows_catalogue(self) -> bool {
        self != Self::Upcoming
    }
}

/// The first day visitors see the catalogue: that of the season, or a market day before it. `None` where no
/// season is set: it has begun.
pub fn opening_day(edition: &Edition) -> Option<Date> {
    let first = edition.market_days.first().map(|day| day.date);
    let from = edition.season.from()?;
    Some(first.map_or(from, |day| day.min(from)))
}

/// The last day of the season, or a market day after it. `None` where no end is set.
pub fn closing_day(edition: &Edition) -> Option<Date> {
    let last = edition.market_days.last().map(|day| day.date);
    let until = edition.season.until()?;
    Some(last.map_or(until, |day| day.max(until)))
}

/// How the doors of the halls stand on a market day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doors {
    /// They open later today.
    NotYet,
    Open,
    /// They have closed for today.
    Over,
}

/// The market day that is on at `now`, and how its doors stand at that minute.
pub fn market_day_at(edition: &Edition, now: DateTime) -> Option<(&MarketDay, Doors)> {
    let day = edition
        .market_days
        .iter()
        .find(|day| day.date == now.date())?;
    let doors = if now.time() < day.opens {
        Doors::NotYet
    } else if now.time() < day.closes {
        Doors::Open
    } else {
        Doors::Over
    };
    Some((day, doors))
}

/// What visitors wait for next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// The season opens online.
    Opening,
    /// The halls open for the first time.
    Floor,
    /// The last market day ends.
    EndOfFloor,
    /// The season ends.
    EndOfSeason,
}

/// What comes next, and when, on the wall clock in the market's time zone. Nothing for a season that is
/// over or has no end.
pub fn awaited(edition: &Edition, now: DateTime) -> Option<(Awaited, DateTime)> {
    let midnight_after = |day: Date| Some(day.tomorrow().ok()?.to_datetime(Time::midnight()));
    let next = match SeasonState::at(edition, now) {
        SeasonState::Upcoming => {
            let opens = opening_day(edition)?.to_datetime(Time::midnight());
            (Awaited::Opening, opens)
        }
        SeasonState::Online => match edition.market_days.first() {
            Some(day) => (Awaited::Floor, day.date.to_datetime(day.opens)),
            None => (Awaited::EndOfSeason, midnight_after(closing_day(edition)?)?),
        },
        SeasonState::OnTheFloor => {
            let last = edition.market_days.last()?;
            (Awaited::EndOfFloor, last.date.to_datetime(last.closes))
        }
        SeasonState::FollowUp => (Awaited::EndOfSeason, midnight_after(closing_day(edition)?)?),
        SeasonState::Closed => return None,
    };
    (next.1 > now).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::title::tests::edition;

    fn state(edition: &Edition, now: &str) -> SeasonState {
        SeasonState::at(edition, now.parse().unwrap())
    }

    #[test]
    fn a_season_goes_through_its_states_in_order() {
        let edition = edition();
        for (now, expected) in [
            ("2027-02-21T23:59:59", SeasonState::Upcoming),
            ("2027-02-22T00:00:00", SeasonState::Online),
            ("2027-03-14T23:59:59", SeasonState::Online),
            ("2027-03-15T00:00:00", SeasonState::OnTheFloor),
            ("2027-03-16T03:00:00", SeasonState::OnTheFloor),
            ("2027-03-18T23:59:59", SeasonState::OnTheFloor),
            ("2027-03-19T00:00:00", SeasonState::FollowUp),
            ("2027-04-18T23:59:59", SeasonState::FollowUp),
            ("2027-04-19T00:00:00", SeasonState::Closed),
        ] {
            assert_eq!(state(&edition, now), expected, "{now}");
        }
    }

    #[test]
    fn an_edition_without_market_days_is_online_until_it_closes() {
        let edition = Edition {
            market_days: Vec::new(),
            ..edition()
        };
        assert_eq!(state(&edition, "2027-03-16T12:00:00"), SeasonState::Online);
        assert_eq!(state(&edition, "2027-04-19T00:00:00"), SeasonState::Closed);
    }

    #[test]
    fn an_edition_with_one_day_has_it() {
        let mut edition = edition();
        edition.market_days.truncate(1);
        assert_eq!(
            state(&edition, "2027-03-15T12:00:00"),
            SeasonState::OnTheFloor
        );
        assert_eq!(
            state(&edition, "2027-03-16T12:00:00"),
            SeasonState::FollowUp
        );
    }

    #[test]
    fn doors_are_open_within_the_hours_of_the_day() {
        let edition = edition();
        let doors =
            |now: &str| market_day_at(&edition, now.parse().unwrap()).map(|(_, doors)| doors);
        assert_eq!(doors("2027-03-15T08:59:00"), Some(Doors::NotYet));
        assert_eq!(doors("2027-03-15T09:00:00"), Some(Doors::Open));
        assert_eq!(doors("2027-03-15T18:00:00"), Some(Doors::Over));
        assert_eq!(doors("2027-03-14T12:00:00"), None);
    }

    #[test]
    fn an_edition_without_season_dates_is_open_before_and_after_its_days() {
        let edition = Edition {
            season: "../..".parse().unwrap(),
            ..edition()
        };
        assert_eq!(state(&edition, "2020-01-01T00:00:00"), SeasonState::Online);
        assert_eq!(
            state(&edition, "2027-03-15T00:00:00"),
            SeasonState::OnTheFloor
        );
        assert_eq!(
            state(&edition, "2030-01-01T00:00:00"),
            SeasonState::FollowUp
        );
        let nothing = Edition {
            market_days: Vec::new(),
            ..edition
        };
        assert_eq!(state(&nothing, "2027-03-15T00:00:00"), SeasonState::Online);
        assert_eq!(
            awaited(&nothing, "2027-03-15T00:00:00".parse().unwrap()),
            None
        );
    }

    #[test]
    fn visitors_see_the_titles_from_the_opening_on() {
        for state in SeasonState::ALL {
            assert_eq!(state.shows_catalogue(), *state != SeasonState::Upcoming);
        }
    }

    #[test]
    fn what_comes_next_is_told_to_the_minute() {
        let edition = edition();
        let next = |now: &str| {
            awaited(&edition, now.parse().unwrap()).map(|(what, when)| (what, when.to_string()))
        };
        let expected = |what, when: &str| Some((what, when.to_owned()));
        assert_eq!(
            next("2027-02-21T23:59:59"),
            expected(Awaited::Opening, "2027-02-22T00:00:00")
        );
        assert_eq!(
            next("2027-03-15T08:00:00"),
            expected(Awaited::EndOfFloor, "2027-03-18T18:00:00")
        );
        assert_eq!(
            next("2027-03-01T10:00:00"),
            expected(Awaited::Floor, "2027-03-15T09:00:00")
        );
        assert_eq!(next("2027-03-18T20:00:00"), None, "the floor has closed");
        assert_eq!(
            next("2027-04-18T12:00:00"),
            expected(Awaited::EndOfSeason, "2027-04-19T00:00:00")
        );
        assert_eq!(next("2027-04-19T00:00:00"), None);
    }
}
