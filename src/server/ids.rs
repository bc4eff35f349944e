//! New identifiers: UUIDv7 from a clock and a random source that are both given.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::clock::Clock;

/// A source of random bytes.
#[derive(Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// One that nobody can foretell.
    pub fn of_the_machine() -> Self {
        let mut seed = [0; 32];
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place where the machine's random source is read"
        )]
        rand::rng().fill_bytes(&mut seed);
        Self(ChaCha8Rng::from_seed(seed))
    }

    /// The same bytes for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}

/// Makes the parts of a new identifier.
#[derive(Debug)]
pub struct Ids {
    clock: Clock,
    random: Random,
}

impl Ids {
    /// Identifiers nobody can foretell.
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            random: Random::of_the_machine(),
        }
    }

    /// The same identifiers for the same seed, where the clock is set as well.
    pub fn seeded(clock: Clock, seed: u64) -> Self {
        Self {
            clock,
            random: Random::seeded(seed),
        }
    }

    /// Milliseconds since 1970 and ten random bytes, as [`from_parts`](slate_domain::id::TitleId::from_parts)
    /// of every identifier takes them.
    pub fn parts(&mut self) -> (u64, [u8; 10]) {
        (
            u64::try_from(self.clock.now().as_millis()).unwrap_or(0),
            self.random.bytes(),
        )
    }
}
