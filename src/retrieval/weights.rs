//! Weights: what a word says, and what its occurrences add.
//!
//! BM25F: a word's rarity, times the bent sum of its occurrences. How the numbers were fitted: see `ranking.rs`.

use crate::query::WordClause;

/// Where BM25's curve bends: higher counts repeated words for longer.
const K1: f32 = 1.0;

/// Above 1 the rare words of a query count more beside its common ones.
const RARITY_POWER: f32 = 1.15;

/// What a stop word counts beside a needed one of the same rarity.
const OPTIONAL: f32 = 0.4;

/// How much a word says that stands in `holding` of `count` articles.
pub(super) fn rarity(count: f32, holding: f32) -> f32 {
    (1.0 + (count - holding + 0.5) / (holding + 0.5))
        .ln()
        .powf(RARITY_POWER)
}

/// What a word can score at one occurrence in a text of mean length.
pub(super) fn worth(word: &WordClause, rarity: f32) -> f32 {
    let share = if word.optional { OPTIONAL } else { 1.0 };
    share * word.boost * rarity
}

/// Occurrences bent: the second says less than the first.
pub(super) fn saturated(weight: f32) -> f32 {
    weight * (K1 + 1.0) / (weight + K1)
}

/// How much of a word's score its occurrences make where some of the words are enough; that it stands there at all makes the
/// rest. Of 1, 0.85, 0.6 and 0.3 this finds most articles by their headlines (MRR .758, .759, .754, .730).
const REPEATED: f32 = 0.85;

/// What a word adds to an article that holds only some of the words: how often it stands there counts a little less, so that
/// an article with the rare word of a query is above those that repeat its common one.
pub(super) fn present(worth: f32, score: f32) -> f32 {
    (1.0 - REPEATED) * worth + REPEATED * score
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_occurrence_says_less_and_a_rare_word_more() {
        assert!(saturated(2.0) < 2.0 * saturated(1.0));
        assert!(rarity(1000.0, 1.0) > 2.0 * rarity(1000.0, 100.0));
    }
}
