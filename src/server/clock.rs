//! The clock as a value, so that tests and demonstrations can set it.

use std::sync::Arc;
use std::time::Instant;

use slate_domain::date::Timestamp;

/// Tells the time: the machine's, or one that was set and goes on from there.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<SetClock>>);

#[derive(Debug)]
struct SetClock {
    start: Timestamp,
    since: Instant,
    /// Milliseconds by which it is ahead of the machine.
    ahead: i64,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that shows `start` now and goes on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        let ahead = start.as_millis() - Self::system().now().as_millis();
        Self(Some(Arc::new(SetClock {
            start,
            since: Instant::now(),
            ahead,
        })))
    }

    /// Milliseconds by which it is ahead of the machine's clock, always the same; none unless it was set.
    pub fn ahead(&self) -> i64 {
        self.0.as_ref().map_or(0, |set| set.ahead)
    }

    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Some(set) => {
                let passed = set.since.elapsed().as_millis();
                set.start
                    .plus_millis(i64::try_from(passed).unwrap_or(i64::MAX))
            }
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place where the machine's clock is read"
            )]
            None => Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()),
        }
    }
}
