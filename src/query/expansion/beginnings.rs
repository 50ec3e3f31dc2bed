//! Beginnings: the forms of the index that a `word*` stands for.
//!
//! Takes the letters before the asterisk, gives forms that begin so, accepted spellings counted as one (ચૂંટણી*, ચુંટણી*), as the
//! word alone would be.

use std::collections::{BTreeSet, HashSet};

use super::form::{Expansion, Tier};
use crate::analysis::{fold, keys, sound};
use crate::index::{FormEntry, Key, WordSource};

/// The forms that begin so, at most about `limit`, the commonest first, and whether there are more. Only the letters as typed
/// where `exact`.
pub(in crate::query) fn beginnings(
    form: &str,
    known: &dyn WordSource,
    exact: bool,
    limit: usize,
) -> (Vec<Expansion>, bool) {
    let (entries, more) = known.starting_with(form, limit);
    let mut found: Vec<Expansion> = entries
        .into_iter()
        .map(|entry| Expansion::new(entry, Tier::Exact))
        .collect();
    if !exact {
        let seen: HashSet<u32> = found.iter().map(|form| form.entry.ordinal).collect();
        let folded = fold(form);
        let mut respelt: Vec<FormEntry> = candidates(&folded, known, limit);
        respelt.retain(|entry| fold(&entry.form).starts_with(&folded));
        let lemmas: BTreeSet<String> = found
            .iter()
            .filter_map(|form| other_spelling(&form.entry.form))
            .collect();
        respelt.extend(lemmas.iter().flat_map(|lemma| known.with_key(&Key::lemma(lemma))));
        respelt.retain(|entry| !seen.contains(&entry.ordinal));
        respelt.sort_by_key(|entry| entry.ordinal);
        respelt.dedup_by_key(|entry| entry.ordinal);
        found.extend(respelt.into_iter().map(|entry| Expansion::new(entry, Tier::Spelling)));
    }
    found.sort_by_key(|form| std::cmp::Reverse(form.entry.articles));
    (found, more)
}

/// The lemma of a form that is listed under another spelling of the same sounds (પુટિન, પુતિન); none for other forms, whose
/// lemma begins as they do or is another word (ગયો, જવું).
fn other_spelling(form: &str) -> Option<String> {
    let keys = keys(form);
    let lemma = keys.lemmas.into_iter().next()?.key;
    let stem: String = keys.fold.chars().take(lemma.chars().count()).collect();
    let is_respelt = stem != lemma && sound::skeleton_of_gujarati(&stem) == sound::skeleton_of_gujarati(&lemma);
    is_respelt.then_some(lemma)
}

/// The forms whose lemma begins so, or is itself a beginning: ચૂંટણીમ* is an inflected form of ચૂંટણી.
fn candidates(folded: &str, known: &dyn WordSource, limit: usize) -> Vec<FormEntry> {
    let mut found = known.with_keys_beginning(&Key::lemma(folded), limit);
    let shorter = folded.char_indices().map(|(at, _)| at).skip(1);
    for lemma in shorter.filter_map(|at| folded.get(..at)) {
        found.extend(known.with_key(&Key::lemma(lemma)));
    }
    found
}
