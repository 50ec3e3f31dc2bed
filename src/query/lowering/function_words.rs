//! Function words of a query in Latin letters: case markers written apart (sona no bhav), postpositions, question words,
//! auxiliary verbs, and English articles and prepositions.
//!
//! Takes a word and whether a word with a meaning stands before it, says whether it says nothing of a story. Such a word is
//! not looked for: its readings (ની, નીના, એન) would only stand between the reader and the other words. In Gujarati script a
//! marker has one reading, and the analyser's stop words do.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Where a spelling is a function word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// After a word with a meaning: ma is a mother elsewhere, no an English word.
    After,
    /// In any place.
    Any,
}

static WORDS: LazyLock<HashMap<&'static str, Place>> = LazyLock::new(|| {
    include_str!("../data/function_words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(word, place)| (word, if place == "after" { Place::After } else { Place::Any }))
        .collect()
});

/// Whether a Latin form, in small letters, is a function word where it stands.
pub(super) fn is_function_word(form: &str, is_after_word: bool) -> bool {
    match WORDS.get(form) {
        Some(Place::After) => is_after_word,
        Some(Place::Any) => true,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_function_word;

    #[test]
    fn a_marker_is_one_after_a_word_and_a_question_word_anywhere() {
        assert!(is_function_word("ma", true) && !is_function_word("ma", false));
        assert!(is_function_word("kyare", false) && is_function_word("the", false));
        assert!(!is_function_word("varsad", true) && !is_function_word("us", true));
    }
}
