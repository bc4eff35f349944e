//! Where in its season an edition stands.

use jiff::civil::DateTime;

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
    /// market days is online from the first to the last day of its season.
    pub fn at(edition: &Edition, now: DateTime) -> Self {
        let today = now.date();
        let first = edition.market_days.first().map(|day| day.date);
        let last = edition.market_days.last().map(|day| day.date);
        let starts = [edition.season.from(), first].into_iter().flatten().min();
        let ends = [edition.season.until(), last].into_iter().flatten().max();
        if starts.is_some_and(|day| today < day) {
            Self::Upcoming
        } else if edition.season.until().is_some() && ends.is_some_and(|day| today > day) {
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
}

/// The market day that is on at `now`, and whether the doors are open at that minute.
pub fn market_day_at(edition: &Edition, now: DateTime) -> Option<(&MarketDay, bool)> {
    let day = edition
        .market_days
        .iter()
        .find(|day| day.date == now.date())?;
    Some((day, day.opens <= now.time() && now.time() < day.closes))
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
        let open = |now: &str| market_day_at(&edition, now.parse().unwrap()).map(|(_, open)| open);
        assert_eq!(open("2027-03-15T08:59:00"), Some(false));
        assert_eq!(open("2027-03-15T09:00:00"), Some(true));
        assert_eq!(open("2027-03-15T18:00:00"), Some(false));
        assert_eq!(open("2027-03-14T12:00:00"), None);
    }
}
