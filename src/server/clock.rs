//! The clock as a value, so that tests and demonstrations can set it.

use std::sync::Arc;
use std::time::Instant;

use slate_domain::date::Timestamp;

/// Tells the time: the machine's, or one that was set and goes on from there.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<(Timestamp, Instant)>>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that shows `start` now and goes on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        Self(Some(Arc::new((start, Instant::now()))))
    }

    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Some(set) => {
                let (start, since) = set.as_ref();
                start.plus_millis(i64::try_from(since.elapsed().as_millis()).unwrap_or(i64::MAX))
            }
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place where the machine's clock is read"
            )]
            None => Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()),
        }
    }
}
