//! Counting sets of bits.

/// How often each bit was set. Plane `k` holds bit `k` of all counts, so that a set is added to hundreds
/// of counters with a few operations a word.
pub struct Tally<const WORDS: usize> {
    planes: [[u64; WORDS]; 32],
}

impl<const WORDS: usize> Default for Tally<WORDS> {
    fn default() -> Self {
        Self {
            planes: [[0; WORDS]; 32],
        }
    }
}

impl<const WORDS: usize> Tally<WORDS> {
    pub fn add(&mut self, set: [u64; WORDS], mut times: u32) {
        if set.iter().all(|&word| word == 0) {
            return;
        }
        while times != 0 {
            let mut carry = set;
            for plane in self.planes.iter_mut().skip(times.trailing_zeros() as usize) {
                let mut any = 0;
                for (sum, carry) in plane.iter_mut().zip(&mut carry) {
                    (*sum, *carry) = (*sum ^ *carry, *sum & *carry);
                    any |= *carry;
                }
                if any == 0 {
                    break;
                }
            }
            times &= times - 1;
        }
    }

    pub fn counts(&self) -> Vec<u32> {
        let bit = |word: usize, bit: u32| {
            let planes = self.planes.iter().enumerate();
            planes.fold(0, |count, (k, plane)| {
                count | ((plane[word] >> bit & 1) as u32) << k
            })
        };
        (0..WORDS)
            .flat_map(|word| (0..64).map(move |at| bit(word, at)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_right() {
        let mut tally = Tally::<2>::default();
        let mut expected = vec![0; 128];
        for i in 0..200_u32 {
            let set = [u64::from(i) * 0x9e37_79b9, u64::from(i) << 40 | 1];
            tally.add(set, i % 7);
            for (bit, count) in expected.iter_mut().enumerate() {
                *count += (set[bit / 64] >> (bit % 64) & 1) as u32 * (i % 7);
            }
        }
        assert_eq!(tally.counts(), expected);
    }
}
