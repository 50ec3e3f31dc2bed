//! Latin words in Gujarati text: case, acronyms, light English stemming.
//!
//! Takes a Latin segment, gives its form: lower case, without dots and apostrophe endings. An acronym
//! whose lower case is an English function word keeps its capitals, so that 'US' is not 'us'.

use unicode_normalization::UnicodeNormalization;

use crate::script::is_invisible;

/// English function words that are acronyms when written in capitals.
const FUNCTION_WORDS: [&str; 32] = [
    "aid", "all", "am", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "for", "go", "he", "if", "in",
    "is", "it", "may", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "who",
];

/// The form of a Latin word.
///
/// ```
/// use khabar_analysis::latin_form;
/// assert_eq!(latin_form("Putin's"), "putin");
/// assert_eq!(latin_form("U.S."), "US");
/// assert_eq!(latin_form("us"), "us"); // the pronoun
/// assert_eq!(latin_form("NATO"), "nato");
/// ```
#[must_use]
pub fn latin_form(text: &str) -> String {
    if text.bytes().all(|b| b.is_ascii_lowercase()) {
        return text.to_owned();
    }
    let bare: String = text
        .nfkd()
        .filter(|c| !matches!(c, '.' | '\u{0300}'..='\u{036F}') && !is_invisible(*c))
        .collect();
    let owner = bare
        .strip_suffix("'s")
        .or_else(|| bare.strip_suffix("\u{2019}s"))
        .unwrap_or(&bare);
    let letters: String = owner.chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect();
    let lower = letters.to_lowercase();
    let is_acronym = letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_uppercase());
    if is_acronym && FUNCTION_WORDS.contains(&lower.as_str()) {
        letters
    } else {
        lower
    }
}

/// The lemma of an English word: plural endings taken off, nothing else.
///
/// ```
/// use khabar_analysis::latin_lemma;
/// assert_eq!(latin_lemma("policies"), "policy");
/// assert_eq!(latin_lemma("elections"), "election");
/// assert_eq!(latin_lemma("news"), "news");
/// assert_eq!(latin_lemma("US"), "US");
/// ```
#[must_use]
pub fn latin_lemma(form: &str) -> String {
    if form.len() < 4 || !form.ends_with('s') || form.bytes().any(|b| !b.is_ascii_lowercase()) {
        return form.to_owned();
    }
    if let Some(stem) = form.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for (ending, keep) in [("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")] {
        if let Some(stem) = form.strip_suffix(ending) {
            return format!("{stem}{keep}");
        }
    }
    let is_singular = ["ss", "us", "is", "news"].iter().any(|ending| form.ends_with(ending));
    if is_singular {
        form.to_owned()
    } else {
        form.strip_suffix('s').unwrap_or(form).to_owned()
    }
}
