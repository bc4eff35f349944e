//! Numbers that follow from a seed (splitmix).

pub struct Dice(u64);

impl Dice {
    /// Different purposes of one seed get different numbers.
    pub fn new(seed: u64, purpose: u64) -> Self {
        Self(seed ^ purpose.wrapping_mul(0xd6e8_feb8_6659_fd93))
    }

    /// A number from nought to below `end`, which is not nought.
    pub fn below(&mut self, end: i32) -> i32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = (mixed ^ (mixed >> 31)) % u64::from(end.max(1).unsigned_abs());
        i32::try_from(number).unwrap_or(0)
    }

    /// `low` and above, below `high`.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below(high - low)
    }
}
