//! Translation: English news words, terms and abbreviations for their Gujarati ones (election, ચૂંટણી).
//!
//! Takes Latin words, gives Gujarati ones. Four lists: our own of single words, that of CLDR for what ours lacks,
//! terms of two to four words, and abbreviations with their long forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::bases::bases;
use crate::query::expansion::lists::rows;

type Rows = HashMap<&'static str, Vec<&'static str>>;

static WORDS: LazyLock<Rows> = LazyLock::new(|| {
    // a word stands in one of the two only; where it should not, our own is right
    rows(include_str!("../../data/cldr.tsv"))
        .chain(rows(include_str!("../../data/english.tsv")))
        .collect()
});

static TERMS: LazyLock<Rows> = LazyLock::new(|| rows(include_str!("../../data/terms.tsv")).collect());

static ABBREVIATIONS: LazyLock<Rows> = LazyLock::new(|| rows(include_str!("../../data/abbreviations.tsv")).collect());

/// The most words of a term.
pub const LONGEST_TERM: usize = 4;

/// Abbreviations that in small letters are words of their own.
const WORDS_TOO: [&str; 17] = [
    "aids", "asi", "cat", "ed", "ins", "it", "led", "mi", "pan", "ram", "rat", "sir", "sit", "st", "up", "us", "who",
];

/// The Gujarati words of an English one, the commonest first; none where the lists lack it. Inflected words and
/// the other spelling of a word are looked up by their base ([`bases`]).
///
/// ```
/// use khabar::query::translations;
/// assert_eq!(translations("election").first(), Some(&"ચૂંટણી"));
/// assert_eq!(translations("elections"), translations("election"));
/// assert_eq!(translations("stolen"), translations("steal"));
/// assert!(translations("putin").is_empty());
/// ```
#[must_use]
pub fn translations(word: &str) -> &'static [&'static str] {
    bases(word)
        .iter()
        .find_map(|base| WORDS.get(base.as_str()))
        .map_or(&[], Vec::as_slice)
}

/// The English words of the lists, in no order.
pub(in crate::query::expansion) fn english_words() -> impl Iterator<Item = &'static str> {
    WORDS.keys().copied()
}

/// The Gujarati phrases of an English term of two to [`LONGEST_TERM`] words, the commonest first; none where the
/// list lacks it. Its first and its last word may be inflected.
///
/// ```
/// use khabar::query::term;
/// assert_eq!(term(&["high", "court"]), ["હાઇકોર્ટ", "હાઈકોર્ટ", "વડી અદાલત"]);
/// assert_eq!(term(&["chief", "ministers"]), term(&["chief", "minister"]));
/// assert!(term(&["court"]).is_empty());
/// ```
#[must_use]
pub fn term(words: &[&str]) -> &'static [&'static str] {
    let [first, between @ .., last] = words else {
        return &[];
    };
    if words.len() > LONGEST_TERM {
        return &[];
    }
    let (firsts, lasts) = (bases(first), bases(last));
    let mut keys = firsts
        .iter()
        .flat_map(|first| lasts.iter().map(move |last| (first, last)));
    keys.find_map(|(first, last)| {
        let words: Vec<&str> = std::iter::once(first.as_str())
            .chain(between.iter().copied())
            .chain(std::iter::once(last.as_str()))
            .collect();
        TERMS.get(words.join(" ").as_str())
    })
    .map_or(&[], Vec::as_slice)
}

/// The long forms of an abbreviation, in Gujarati and in English, the commonest first; none where the list lacks
/// it. In capitals or small, but what is a word in small letters (who, it, us) only in capitals.
///
/// ```
/// use khabar::query::abbreviation;
/// assert_eq!(abbreviation("CM").first(), Some(&"મુખ્યમંત્રી"));
/// assert_eq!(abbreviation("cm"), abbreviation("CM"));
/// assert!(abbreviation("who").is_empty() && !abbreviation("WHO").is_empty());
/// ```
#[must_use]
pub fn abbreviation(word: &str) -> &'static [&'static str] {
    if WORDS_TOO.contains(&word) {
        return &[];
    }
    ABBREVIATIONS
        .get(word.to_ascii_lowercase().as_str())
        .map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::{abbreviation, term, translations};

    #[test]
    fn the_nearest_form_that_a_list_has_is_taken() {
        assert_eq!(translations("women"), translations("woman"));
        assert_eq!(translations("labor"), translations("labour"));
        // a row of its own goes before its base
        assert_ne!(translations("wounded"), translations("wound"));
        assert_ne!(translations("building"), translations("build"));
    }

    #[test]
    fn words_of_every_list_are_found() {
        assert!(!translations("octopus").is_empty(), "CLDR");
        assert!(!term(&["heavy", "rain"]).is_empty());
        assert_eq!(term(&["heavy", "rains"]), term(&["heavy", "rain"]));
        assert!(!term(&["leader", "of", "opposition"]).is_empty());
        assert!(abbreviation("ODI").contains(&"વનડે"));
    }

    #[test]
    fn any_text_is_taken() {
        for text in ["", " ", "a", "ચૂંટણી", "’s", "é", "\u{0}"] {
            assert!(translations(text).is_empty() && abbreviation(text).is_empty());
            assert!(term(&[text, text]).is_empty() && term(&[text]).is_empty());
        }
        assert!(term(&[]).is_empty() && term(&["a"; 100]).is_empty());
    }
}
