//! Everyday words: names that are written as words of the language.
//!
//! Takes the key of a name of one word, tells whether it is, or is written as, a common word: then the name needs evidence in the
//! story.

use crate::analysis::{Class, lexicon};

/// Whether a key of one word is a common word of the language, or is written as one with an ending (દાવાઓ, the
/// claims), and no name: no list has to say so.
pub(super) fn is_common_word(key: &str) -> bool {
    let names = [Class::Name, Class::Abbreviation];
    lexicon::entry(key)
        .is_some_and(|entry| entry.log_count > 5 && !entry.has_any(&names) && entry.has_any(&Class::EVERYDAY))
}

/// Endings that make an inflected form of a word, folded.
const ENDINGS: [&str; 8] = ["ઓ", "નિ", "નો", "ના", "નુ", "ને", "મા", "થિ"];

/// Whether a name of one word is written as a common word with an ending (દાવાઓ, કારની), or as its oblique form
/// (વાઘા, the clothes of an idol).
pub(super) fn is_inflected_word(key: &str) -> bool {
    let is_one_word = !key.contains(' ') && !key.is_ascii();
    let mut stems = ENDINGS
        .iter()
        .filter_map(|ending| key.strip_suffix(ending))
        .filter(|stem| stem.chars().count() > 1);
    is_one_word
        && (is_common_or_oblique(key) || stems.any(is_common_or_oblique))
        && !lexicon::entry(key).is_some_and(|entry| entry.has_any(&[Class::Name]))
}

/// Whether a word is a common word, or the oblique form of one (વાઘા of વાઘો).
fn is_common_or_oblique(word: &str) -> bool {
    let stem = word.strip_suffix('\u{ABE}').filter(|stem| stem.chars().count() > 1);
    let is_oblique = |stem: &str| ["ો", "ુ"].iter().any(|end| is_common_word(&format!("{stem}{end}")));
    is_common_word(word) || stem.is_some_and(is_oblique)
}
