//! Stop words: function words and auxiliary verbs, wanted in a query but not needed.
//!
//! Takes a folded word, says whether the shipped list has it. The list is short on purpose: a word that
//! tells one story from another stays out of it, whatever its count.

use std::collections::HashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    include_str!("data/stop.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(super::fold)
        .collect()
});

/// English words that say nothing of a story.
const ENGLISH: [&str; 24] = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "in", "is", "it", "of", "on", "or", "that",
    "the", "to", "was", "were", "will", "with",
];

/// Whether a folded Gujarati word, or a lower-case English one, is a stop word.
///
/// ```
/// use khabar_analysis::{fold, is_stop};
/// assert!(is_stop(&fold("છે")));
/// assert!(is_stop(&fold("માં"))); // the postposition
/// assert!(!is_stop(&fold("મા"))); // mother
/// ```
#[must_use]
pub fn is_stop(folded: &str) -> bool {
    WORDS.contains(folded) || ENGLISH.contains(&folded)
}

/// The lemma keys of the stop words.
static LEMMAS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lemmas = WORDS.iter().filter_map(|word| super::lemmas(word).into_iter().next());
    lemmas.map(|lemma| lemma.key).collect()
});

/// Whether a lemma key is that of a stop word, so that all its forms say as little: the list of words has
/// કરવામાં and કર્યું, and કરતાં is another form of the same verb.
///
/// ```
/// use khabar_analysis::{is_stop_lemma, keys};
/// assert!(is_stop_lemma(&keys("કરતાં").lemmas[0].key));
/// assert!(!is_stop_lemma(&keys("ભૂકંપની").lemmas[0].key));
/// ```
#[must_use]
pub fn is_stop_lemma(key: &str) -> bool {
    LEMMAS.contains(key) || is_stop(key)
}
