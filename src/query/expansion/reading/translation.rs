//! Translation: common English news words for their Gujarati ones (election, ચૂંટણી).
//!
//! Takes a Latin word, gives Gujarati words. The list was written for this project; it is small on purpose.

use std::collections::HashMap;
use std::sync::LazyLock;

static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    include_str!("../../data/english.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(english, gujarati)| (english, gujarati.split('|').collect()))
        .collect()
});

/// The Gujarati words of an English one, the commonest first; none where the list lacks it. Plurals and
/// the endings -ed and -ing are looked up by their base.
///
/// ```
/// use khabar::query::translations;
/// assert_eq!(translations("election").first(), Some(&"ચૂંટણી"));
/// assert_eq!(translations("elections"), translations("election"));
/// assert!(translations("putin").is_empty());
/// ```
#[must_use]
pub fn translations(word: &str) -> &'static [&'static str] {
    let lemma = crate::analysis::latin_lemma(word);
    let bases = ["", "ed", "d", "ing"]
        .into_iter()
        .filter_map(|ending| word.strip_suffix(ending));
    let forms = [word.to_owned(), lemma]
        .into_iter()
        .chain(bases.flat_map(|base| [base.to_owned(), format!("{base}e")]));
    forms
        .filter(|form| form.len() > 2)
        .find_map(|form| WORDS.get(form.as_str()))
        .map_or(&[], Vec::as_slice)
}
