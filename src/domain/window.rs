//! Licence windows: spans of days, open at an end where no day is named.

use std::{fmt, str::FromStr};

use crate::{
    date::{Date, FIRST_DAY, LAST_DAY, parse_date},
    parse::{ParseError, serde_as_text},
};

/// A span of days, both ends inclusive; an end that is `None` is open.
///
/// Written as an ISO 8601-2 interval: `2027-01-01/2029-12-31`, `2027-01-01/..`, `../..`. Time runs
/// from [`FIRST_DAY`] to [`LAST_DAY`], which is where open ends end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    from: Option<Date>,
    until: Option<Date>,
}

impl Window {
    /// Always: open at both ends.
    pub const ALWAYS: Self = Self {
        from: None,
        until: None,
    };

    /// From a day to a day; refuses an end before the start and days out of time's bounds.
    pub fn new(from: Option<Date>, until: Option<Date>) -> Result<Self, ParseError> {
        let window = Self { from, until };
        let bounds = FIRST_DAY..=LAST_DAY;
        let within = [from, until]
            .into_iter()
            .flatten()
            .all(|day| bounds.contains(&day));
        if within && window.first() <= window.last() {
            Ok(window)
        } else {
            Err(wrong(&window.to_string()))
        }
    }

    /// From a day on, for ever.
    pub fn starting(from: Date) -> Result<Self, ParseError> {
        Self::new(Some(from), None)
    }

    /// One day.
    pub fn day(day: Date) -> Result<Self, ParseError> {
        Self::new(Some(day), Some(day))
    }

    /// The first day, `None` if open.
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// The last day, `None` if open.
    pub const fn until(&self) -> Option<Date> {
        self.until
    }

    /// The first day, in time's bounds.
    pub fn first(&self) -> Date {
        self.from.unwrap_or(FIRST_DAY)
    }

    /// The last day, in time's bounds.
    pub fn last(&self) -> Date {
        self.until.unwrap_or(LAST_DAY)
    }

    /// Whether a day is within.
    pub fn covers(&self, day: Date) -> bool {
        (self.first()..=self.last()).contains(&day)
    }

    /// Whether every day of the other is within.
    pub fn contains(&self, other: &Self) -> bool {
        self.first() <= other.first() && other.last() <= self.last()
    }

    /// Whether they share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// The days in both; `None` if there is none.
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        self.overlaps(other).then(|| Self {
            // None is less than any day, which is right for a start and wrong for an end.
            from: self.from.max(other.from),
            until: match (self.until, other.until) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        })
    }

    /// The days in this and not in the other: none, one or two windows, in order.
    pub fn subtract(&self, other: &Self) -> Vec<Self> {
        if !self.overlaps(other) {
            return vec![*self];
        }
        let before = day_before(other.first())
            .filter(|day| self.first() <= *day)
            .map(|day| Self {
                from: self.from,
                until: Some(day),
            });
        let after = day_after(other.last())
            .filter(|day| *day <= self.last())
            .map(|day| Self {
                from: Some(day),
                until: self.until,
            });
        before.into_iter().chain(after).collect()
    }

    /// The same days as the fewest windows, in order: what overlaps or touches is joined.
    pub fn union(windows: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut sorted: Vec<Self> = windows.into_iter().collect();
        sorted.sort_by_key(|window| (window.first(), window.last()));
        let mut joined: Vec<Self> = Vec::with_capacity(sorted.len());
        for window in sorted {
            match joined.last_mut() {
                Some(last) if day_after(last.last()).is_none_or(|next| window.first() <= next) => {
                    if window.last() > last.last() || window.until.is_none() {
                        last.until = window.until;
                    }
                }
                _ => joined.push(window),
            }
        }
        joined
    }
}

/// The day before, within time's bounds.
pub(crate) fn day_before(day: Date) -> Option<Date> {
    day.yesterday().ok().filter(|day| *day >= FIRST_DAY)
}

/// The day after, within time's bounds.
pub(crate) fn day_after(day: Date) -> Option<Date> {
    day.tomorrow().ok().filter(|day| *day <= LAST_DAY)
}

fn wrong(given: &str) -> ParseError {
    ParseError::new(
        "window",
        given,
        "give first and last day such as 2027-01-01/2029-12-31, with .. for an open end",
    )
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from {
            Some(day) => write!(f, "{day}/")?,
            None => f.write_str("../")?,
        }
        match self.until {
            Some(day) => write!(f, "{day}"),
            None => f.write_str(".."),
        }
    }
}

impl fmt::Debug for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Window {
    type Err = ParseError;

    fn from_str(given: &str) -> Result<Self, ParseError> {
        let end = |text: &str| match text.trim() {
            ".." => Ok(None),
            day => parse_date(day).map(Some).map_err(|_| wrong(given)),
        };
        let (from, until) = given.split_once('/').ok_or_else(|| wrong(given))?;
        Self::new(end(from)?, end(until)?).map_err(|_| wrong(given))
    }
}

serde_as_text!(Window);

#[cfg(test)]
pub(crate) mod strategy {
    use proptest::prelude::*;

    use super::*;
    use crate::date::strategy::any_date;

    /// Any window, with open ends now and then.
    pub(crate) fn any_window() -> impl Strategy<Value = Window> {
        let end = || proptest::option::weighted(0.8, any_date());
        (end(), end()).prop_map(|(a, b)| match (a, b) {
            (Some(x), Some(y)) => Window::new(Some(x.min(y)), Some(x.max(y))).unwrap(),
            (a, b) => Window::new(a, b).unwrap(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{strategy::any_window, *};
    use crate::{date::strategy::any_date, parse::check};

    #[test]
    fn forms() {
        for text in [
            "2027-01-01/2029-12-31",
            "2027-01-01/..",
            "../2029-12-31",
            "../..",
        ] {
            assert_eq!(text.parse::<Window>().unwrap().to_string(), text);
        }
        for bad in [
            "2029-01-01/2027-01-01",
            "2027-01-01",
            "/",
            "",
            "2027-01-01/2028-02-30",
        ] {
            assert!(bad.parse::<Window>().is_err(), "{bad}");
        }
    }

    #[test]
    fn edges_of_time() {
        let all = Window::new(Some(FIRST_DAY), Some(LAST_DAY)).unwrap();
        assert!(Window::ALWAYS.subtract(&all).is_empty());
        assert!(all.subtract(&Window::ALWAYS).is_empty());
        assert_eq!(
            Window::ALWAYS
                .subtract(&Window::day(FIRST_DAY).unwrap())
                .len(),
            1
        );
    }

    proptest! {
        #[test]
        fn algebra(a in any_window(), b in any_window(), c in any_window(), day in any_date()) {
            check::round_trip(&a);
            // The edges are where mistakes are.
            let days = [a, b, c].iter().flat_map(|w| [w.first(), w.last()]).collect::<Vec<_>>();
            let near = days.iter().flat_map(|d| [day_before(*d), day_after(*d)]).flatten();
            for day in near.chain(days.iter().copied()).chain([day]) {
                let (x, y) = (a.covers(day), b.covers(day));
                prop_assert_eq!(a.intersect(&b).is_some_and(|w| w.covers(day)), x && y);
                prop_assert_eq!(a.subtract(&b).iter().filter(|w| w.covers(day)).count(), usize::from(x && !y));
                let union = Window::union([a, b, c]);
                prop_assert_eq!(union.iter().filter(|w| w.covers(day)).count(), usize::from(x || y || c.covers(day)));
            }
            prop_assert_eq!(a.overlaps(&b), a.intersect(&b).is_some());
            prop_assert_eq!(a.contains(&b), b.subtract(&a).is_empty());
            for piece in a.subtract(&b) {
                check::round_trip(&piece);
            }
        }

        #[test]
        fn takes_any_text(text in any::<String>(), near in "[0-9]{4}-[01][0-9]-[0-3][0-9]/([.]{2}|2[0-9]{3}-0[0-9]-1[0-9])") {
            check::any_text::<Window>(&text);
            check::any_text::<Window>(&near);
        }
    }
}
