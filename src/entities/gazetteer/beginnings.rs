//! Beginnings: with which words a name can begin.
//!
//! Takes the keys of names, gives a bit for each hash of a first word (a Bloom filter with one hash). Nine words in ten
//! of a text begin no name: they are told so by one look, and the others by the map of names.

use twox_hash::XxHash3_64;

/// So many bits; 10,000 first words set 4 in 100.
const BITS: usize = 1 << 18;

/// The bits while they are collected.
pub(super) struct Beginnings(Vec<u8>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; BITS / 8])
    }
}

impl Beginnings {
    /// Adds the first word of a key.
    pub(super) fn add(&mut self, key: &str) {
        let (at, bit) = place(key.split(' ').next().unwrap_or_default());
        if let Some(byte) = self.0.get_mut(at) {
            *byte |= bit;
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Whether the word may be the first of a key; false only where it is none.
    pub(super) fn may_have(bits: &[u8], word: &str) -> bool {
        let (at, bit) = place(word);
        bits.get(at).is_none_or(|byte| byte & bit != 0)
    }
}

fn place(word: &str) -> (usize, u8) {
    let hash = XxHash3_64::oneshot(word.as_bytes()) as usize % BITS;
    (hash / 8, 1 << (hash % 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_first_word_is_known_and_few_others_are_taken_for_one() {
        let mut beginnings = Beginnings::default();
        (0..10_000).for_each(|n| beginnings.add(&format!("પહેલો{n} બીજો")));
        let bits = beginnings.into_bytes();
        assert!((0..10_000).all(|n| Beginnings::may_have(&bits, &format!("પહેલો{n}"))));
        let taken = (0..10_000)
            .filter(|n| Beginnings::may_have(&bits, &format!("બીજો{n}")))
            .count();
        assert!(taken < 600, "{taken}");
    }
}
