//! Beginnings: the forms of the index that a `word*` stands for.
//!
//! Takes the letters before the asterisk, gives forms that begin so, accepted spellings counted as one (ચૂંટણી*, ચુંટણી*), as the
//! word alone would be.

use std::collections::HashSet;

use super::form::{Expansion, Tier};
use crate::analysis::fold;
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
        respelt.retain(|entry| !seen.contains(&entry.ordinal) && fold(&entry.form).starts_with(&folded));
        respelt.sort_by_key(|entry| entry.ordinal);
        respelt.dedup_by_key(|entry| entry.ordinal);
        found.extend(respelt.into_iter().map(|entry| Expansion::new(entry, Tier::Spelling)));
    }
    found.sort_by_key(|form| std::cmp::Reverse(form.entry.articles));
    (found, more)
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
