//! Beginnings: which words of a text are worth a look.
//!
//! Takes the forms looked for, then words as they stand in a text, says whether a form can begin so. It may say yes in
//! vain, never no.

use crate::analysis::Kind;

/// The first two characters of all forms, hashed to a bit each, so that most words of a text are passed
/// over without being repaired or looked up.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    bits: [u64; 16],
}

impl Beginnings {
    pub(super) fn add(&mut self, form: &str) {
        let (at, bit) = Self::bit_of(form);
        if let Some(word) = self.bits.get_mut(at) {
            *word |= bit;
        }
    }

    fn bit_of(form: &str) -> (usize, u64) {
        let mut letters = form.chars().map(u32::from);
        let hash = letters
            .next()
            .unwrap_or(0)
            .wrapping_mul(31)
            .wrapping_add(letters.next().unwrap_or(0))
            % 1024;
        ((hash / 64) as usize, 1 << (hash % 64))
    }

    /// Whether a chunk between white space can hold a form: it is no plain Gujarati word, or begins like one.
    pub(super) fn may_hold(&self, chunk: &str) -> bool {
        // every Gujarati letter begins with E0 in UTF-8, and nothing else but other Indic letters does
        let is_plain = chunk.bytes().all(|byte| (0x80..=0xBF).contains(&byte) || byte == 0xE0);
        !is_plain || self.can_begin(chunk, Kind::Gujarati)
    }

    /// Whether a form can begin like this word of a text. Only sound Gujarati words are judged: whatever
    /// repair could change in the first letters is let through.
    pub(super) fn can_begin(&self, word: &str, kind: Kind) -> bool {
        if kind != Kind::Gujarati || is_doubtful(word) {
            return true;
        }
        let (at, bit) = Self::bit_of(word);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

/// Whether repair could change one of the first two characters.
fn is_doubtful(word: &str) -> bool {
    use crate::script::{is_consonant, is_dependent, is_independent_vowel, is_invisible};
    let mut letters = word.chars();
    let [first, second, third] = std::array::from_fn(|_| letters.next().unwrap_or('\0'));
    let is_letter = is_consonant(first) || is_independent_vowel(first);
    !is_letter
        || is_invisible(second)
        || is_invisible(third)
        || (is_independent_vowel(first) && is_dependent(second))
        || (is_dependent(second) && is_dependent(third))
        || second == crate::script::VISARGA
}
