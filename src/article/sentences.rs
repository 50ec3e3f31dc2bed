//! Sentences: where they end.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::script::is_gujarati_letter;

/// Marks that can end a sentence.
const MARKS: [char; 7] = ['.', '\u{FF0E}', '\u{0964}', '\u{0965}', '?', '!', '\u{2026}'];

/// What may stand between the mark and the gap behind it.
pub(crate) const CLOSERS: [char; 8] = ['"', '\'', ')', ']', '\u{201D}', '\u{2019}', '\u{00BB}', '*'];

/// The end of the sentence whose mark stands at byte `at`: behind the mark and the quotes and brackets that it
/// closes. `None` where no mark stands there, or one that ends no sentence: inside a figure or a name (10.30,
/// સી.આર.), or behind an abbreviation (ડૉ. શાહ).
#[must_use]
pub fn sentence_end_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mark = rest.chars().next().filter(|c| MARKS.contains(c))?;
    let closed = rest.get(mark.len_utf8()..)?.trim_start_matches(CLOSERS);
    let is_before_gap = closed.is_empty() || closed.starts_with(char::is_whitespace);
    let is_end = is_before_gap && !(mark == '.' && is_abbreviation(last_word(text.get(..at)?)));
    is_end.then_some(text.len() - closed.len())
}

/// The ends of the sentences of a text, in bytes, the last one included where it has its mark.
///
/// ```
/// use khabar::article::sentence_ends;
/// let text = "ડૉ. શાહ 10.30 વાગ્યે આવ્યા છે. સભા શરૂ થઈ?";
/// let ends: Vec<usize> = sentence_ends(text).collect();
/// assert_eq!(&text[..ends[0]], "ડૉ. શાહ 10.30 વાગ્યે આવ્યા છે.");
/// assert_eq!(ends.len(), 2);
/// ```
pub fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(MARKS)
        .filter_map(|(at, _)| sentence_end_at(text, at))
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !is_gujarati_letter(c) && !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
}

/// Whether a full stop after this word ends no sentence. How short a word is says nothing: છે and હતા end most.
fn is_abbreviation(word: &str) -> bool {
    static ABBREVIATIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let lines = include_str!("data/abbreviations.tsv").lines();
        lines.filter(|line| !line.starts_with('#')).collect()
    });
    match word.as_bytes() {
        // an initial, or the number of a list
        [_] => true,
        [first, ..] if first.is_ascii() => ABBREVIATIONS.contains(word.to_ascii_lowercase().as_str()),
        _ => ABBREVIATIONS.contains(word),
    }
}
