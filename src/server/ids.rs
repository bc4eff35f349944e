//! New identifiers: UUIDv7 from a clock and a random source that are both given.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::clock::Clock;

/// Makes the parts of a new identifier.
#[derive(Debug)]
pub struct Ids {
    clock: Clock,
    random: ChaCha8Rng,
}

impl Ids {
    /// Identifiers nobody can foretell.
    pub fn new(clock: Clock) -> Self {
        let mut seed = [0; 32];
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place where the machine's random source is read"
        )]
        rand::rng().fill_bytes(&mut seed);
        Self {
            clock,
            random: ChaCha8Rng::from_seed(seed),
        }
    }

    /// The same identifiers for the same seed, where the clock is set as well.
    pub fn seeded(clock: Clock, seed: u64) -> Self {
        Self {
            clock,
            random: ChaCha8Rng::seed_from_u64(seed),
        }
    }

    /// Milliseconds since 1970 and ten random bytes, as [`from_parts`](slate_domain::id::TitleId::from_parts)
    /// of every identifier takes them.
    pub fn parts(&mut self) -> (u64, [u8; 10]) {
        let mut random = [0; 10];
        self.random.fill_bytes(&mut random);
        (
            u64::try_from(self.clock.now().as_millis()).unwrap_or(0),
            random,
        )
    }
}
