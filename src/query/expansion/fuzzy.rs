//! Similar words: `word~` and `word~2`.
//!
//! Takes a form and in how many letters a similar one may differ, gives the forms of the index that are as
//! near, those in their dictionary form with their inflections: corrected words, worth less the farther they are.

use super::distance::{Measured, nearest};
use super::form::{Expansion, Tier};
use super::lemmas::inflections;
use crate::analysis::keys;
use crate::index::WordSource;

/// Half of the way to a word with two other letters.
const FAR: f32 = 400.0;

/// The inflections of this many of the nearest forms are searched too.
const WITH_INFLECTIONS: usize = 48;

/// How far a form may be: a letter for each asked for, but less than half of a short word. In hundredths of
/// a letter.
const fn bound(letters: usize, edits: u32) -> u32 {
    let share = 40 * letters as u32;
    let asked = 100 * edits;
    if asked < share { asked } else { share }
}

/// Similar forms, the nearest first; `None` for a word that has no similar ones: a figure, one letter.
pub(in crate::query) fn similar(
    form: &str,
    edits: u32,
    known: &dyn WordSource,
    is_over: &dyn Fn() -> bool,
) -> Option<Vec<Expansion>> {
    let word = Measured::new(form).filter(|word| word.len() > 1)?;
    let bound = bound(word.len(), edits);
    let found = nearest(&word, bound, known, is_over);
    let mut similar: Vec<Expansion> = Vec::with_capacity(found.len());
    for (cost, form) in &found {
        similar.extend(
            known
                .form(form)
                .map(|entry| weighed(Expansion::new(entry, Tier::Fuzzy), *cost, 1.0)),
        );
    }
    for (cost, form) in found.iter().take(WITH_INFLECTIONS) {
        // an inflected form that is near by chance (કહેલી for કોહલી) does not bring its verb
        let keys = keys(form);
        let is_lemma = keys.lemmas.first().is_some_and(|lemma| lemma.key == keys.fold);
        let mates = if is_lemma {
            inflections(form, Tier::Fuzzy, known)
        } else {
            Vec::new()
        };
        similar.extend(mates.into_iter().map(|mate| weighed(mate, *cost, 0.9)));
    }
    similar.retain(|other| other.entry.form != form);
    similar.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then(b.entry.articles.cmp(&a.entry.articles))
            .then_with(|| a.entry.form.cmp(&b.entry.form))
    });
    let mut seen = std::collections::HashSet::new();
    similar.retain(|other| seen.insert(other.entry.form.clone()));
    Some(similar)
}

fn weighed(form: Expansion, cost: u32, share: f32) -> Expansion {
    Expansion {
        tier: Tier::Fuzzy,
        weight: share * Tier::Fuzzy.weight() * (1.0 - cost as f32 / FAR),
        ..form
    }
}
