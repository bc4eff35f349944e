//! Chance that is the same on every machine: one ChaCha stream for each thing that is made.
//!
//! Draws are reduced here and not by a library's distributions, whose results may change from one version
//! to the next: a seed is to make the same market for years.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// What a stream is for. Numbered, so that titles and companies never share one.
#[derive(Debug, Clone, Copy)]
pub enum Stream {
    Title,
    Company,
}

#[derive(Debug)]
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice of the `number`th thing of its kind.
    pub fn new(seed: u64, stream: Stream, number: u32) -> Self {
        let mut source = ChaCha8Rng::seed_from_u64(seed);
        source.set_stream((stream as u64) << 32 | u64::from(number));
        Self(source)
    }

    /// 0 to `count` - 1; 0 of nothing.
    pub fn below(&mut self, count: usize) -> usize {
        let scaled = u64::from(self.0.next_u32()) * count as u64;
        (scaled >> 32) as usize
    }

    /// A whole number, both ends included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        let span = high.saturating_sub(low) as usize + 1;
        low + u32::try_from(self.below(span)).unwrap_or(0)
    }

    /// Whether something happens that does so `percent` times in a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// One of some; of none, the fallback.
    pub fn pick<'a, T>(&mut self, some: &'a [T], fallback: &'a T) -> &'a T {
        let place = self.below(some.len());
        some.get(place).unwrap_or(fallback)
    }

    /// One of an array that is never empty.
    pub fn one<T: Copy, const N: usize>(&mut self, some: [T; N]) -> T {
        const { assert!(N > 0, "there is something to pick from") };
        some[self.below(N)]
    }

    /// A value by its weight.
    pub fn weighted<T: Copy, const N: usize>(&mut self, some: [(T, u32); N]) -> T {
        const { assert!(N > 0, "there is something to pick from") };
        let all: u32 = some.iter().map(|(_, weight)| weight).sum();
        let mut rest = self.below(all as usize);
        for (value, weight) in some {
            match rest.checked_sub(weight as usize) {
                Some(left) => rest = left,
                None => return value,
            }
        }
        some[N - 1].0
    }

    /// Some of an array, in its order, each with the same chance.
    pub fn some_of<T: Copy>(&mut self, all: &[T], percent: u32) -> Vec<T> {
        all.iter()
            .copied()
            .filter(|_| self.chance(percent))
            .collect()
    }

    /// The random part of an identifier.
    pub fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}
