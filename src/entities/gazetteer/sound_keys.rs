//! Sound keys: how a Gujarati name is listed by the skeletons of its words.

use crate::analysis::sound::skeleton_of_gujarati;
use crate::analysis::tokens;
use crate::script::{Script, script_of};

/// Begins the keys of names by sound; no lemma begins so.
pub(super) const PREFIX: char = '~';

/// A name of more words is not listed so.
pub(super) const MAX_WORDS: usize = 4;

/// The key by which a Gujarati name is listed by its sound; `None` for other names.
#[must_use]
pub(super) fn sound_key(name: &str) -> Option<String> {
    let skeletons: Vec<String> = gujarati_words(name)?
        .iter()
        .map(|word| skeleton_of_gujarati(word))
        .collect();
    (!skeletons.is_empty() && skeletons.len() <= MAX_WORDS).then(|| format!("{PREFIX}{}", skeletons.join(" ")))
}

/// The forms of a name that is all Gujarati.
pub(super) fn gujarati_words(name: &str) -> Option<Vec<String>> {
    let is_gujarati = |form: &str| form.chars().next().is_some_and(|c| script_of(c) == Script::Gujarati);
    let forms: Vec<String> = tokens(name).map(|token| token.form.into_owned()).collect();
    forms.iter().all(|form| is_gujarati(form)).then_some(forms)
}
