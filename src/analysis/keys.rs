//! The keys of a form: what spellings, inflections and function words it is known by.

use super::lemma::Lemma;

/// The keys of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The spelling key.
    pub fold: String,
    /// The lemma keys, the best first; never empty.
    pub lemmas: Vec<Lemma>,
    /// Whether it is a function word.
    pub is_stop: bool,
}

/// The lemma of a form as it is written in it, for its sound: a lemma key is folded, and જિજઞેશ sounds otherwise than જિજ્ઞેશ.
/// The key where no beginning of the form folds to it.
///
/// ```
/// use khabar_analysis::written_lemma;
/// assert_eq!(written_lemma("લક્ષ્મણભાઈને", "લકષમણ"), "લક્ષ્મણ");
/// assert_eq!(written_lemma("ખેડૂતોએ", "ખેડુત"), "ખેડૂત");
/// ```
#[must_use]
pub fn written_lemma<'f>(form: &'f str, lemma: &'f str) -> &'f str {
    let ends = form.char_indices().map(|(at, c)| at + c.len_utf8());
    let beginnings = ends.filter_map(|end| form.get(..end));
    let letters = lemma.chars().count();
    beginnings
        .skip_while(|beginning| beginning.chars().count() < letters)
        .find(|beginning| super::fold(beginning) == lemma)
        .unwrap_or(lemma)
}
