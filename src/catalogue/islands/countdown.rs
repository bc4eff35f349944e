//! How long until the market's next turn, to the minute.

use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::js_sys::Date;
use serde::{Deserialize, Serialize};

const MINUTE: i64 = 60_000;

/// What the countdown says, in the reader's language; `#` stands for the number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CountdownWords {
    /// What the server says, in whole days.
    pub whole: String,
    pub days: String,
    pub hours: String,
    pub minutes: String,
}

/// Whole days until the page is alive, then days and hours, or hours and minutes. It is never announced by
/// itself: a timer that speaks each minute would talk over everything else.
#[island]
pub fn Countdown(
    /// Epoch milliseconds.
    until: i64,
    /// How far the market's clock is ahead of the true time; not zero in demonstrations alone.
    ahead: i64,
    words: CountdownWords,
) -> impl IntoView {
    let (shown, show) = signal(words.whole.clone());
    Effect::new(move |_| {
        let words = words.clone();
        let tick = move || {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "milliseconds since 1970 are far below the largest whole number"
            )]
            let now = Date::now() as i64;
            if let Some(left) = left(until - now - ahead, &words) {
                show.set(left);
            }
        };
        tick();
        set_interval(tick, Duration::from_secs(15));
    });
    view! { <strong class="countdown" role="timer" aria-live="off">{move || shown.get()}</strong> }
}

/// The two largest units of what is left; `None` when nothing is, and the server's words stay.
fn left(millis: i64, words: &CountdownWords) -> Option<String> {
    // What is begun counts, so that the last minute does not read as none.
    let minutes = (millis + MINUTE - 1).div_euclid(MINUTE);
    if minutes <= 0 {
        return None;
    }
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let unit = |words: &str, number: i64| words.replacen('#', &number.to_string(), 1);
    let hours_words = unit(&words.hours, hours);
    Some(match (days, hours) {
        (0, 0) => unit(&words.minutes, minutes),
        (0, _) => [hours_words, unit(&words.minutes, minutes)].join(" "),
        _ => [unit(&words.days, days), hours_words].join(" "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_told_in_its_two_largest_units() {
        let words = CountdownWords {
            whole: String::new(),
            days: "# d".to_owned(),
            hours: "# h".to_owned(),
            minutes: "# min".to_owned(),
        };
        let told = |minutes: i64| left(minutes * MINUTE, &words);
        assert_eq!(told(2 * 1440 + 61).as_deref(), Some("2 d 1 h"));
        assert_eq!(told(1440).as_deref(), Some("1 d 0 h"));
        assert_eq!(told(61).as_deref(), Some("1 h 1 min"));
        assert_eq!(told(59).as_deref(), Some("59 min"));
        assert_eq!(left(1, &words).as_deref(), Some("1 min"));
        assert_eq!(told(0), None);
        assert_eq!(told(-5), None);
    }
}
