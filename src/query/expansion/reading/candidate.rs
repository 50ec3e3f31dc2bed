//! Candidates: Gujarati words of the index that share their consonants with a Latin word.

use crate::analysis::{keys, sound, written_lemma};
use crate::index::{FormEntry, Key, WordSource};

/// At most this many skeletons of a Latin word are tried, see [`sound::skeletons_of_latin`].
pub(super) const SKELETONS: usize = 8;

/// A word as it is read, ready to be compared with forms.
pub(super) trait Sounding {
    /// The consonants that it may have, the likeliest first.
    fn skeletons(&self) -> Vec<String>;
    /// What a form costs as its reading, unless it is more than `bound`.
    fn cost(&mut self, form: &str, bound: u32) -> Option<u32>;
}

/// A Gujarati word that may be meant.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// What it costs, in tenths of a nat.
    pub(super) cost: u32,
    pub(super) entry: FormEntry,
    /// Whether its lemma is meant, and the form only stands for it.
    pub(super) is_lemma: bool,
}

/// Forms of the index, and lemmas that are no forms of it, that cost at most `bound`.
pub(super) fn candidates(sounding: &mut dyn Sounding, bound: u32, known: &dyn WordSource) -> Vec<Candidate> {
    let mut found = Vec::new();
    for skeleton in sounding.skeletons() {
        for entry in known.with_key(&Key::sound(&skeleton)) {
            let cost = sounding.cost(&entry.form, bound);
            found.extend(cost.map(|cost| Candidate {
                cost,
                entry,
                is_lemma: false,
            }));
        }
        for entry in known.with_key(&Key::lemma_sound(&skeleton)) {
            let lemma = lemma_of(&entry.form);
            let cost = lemma.and_then(|lemma| sounding.cost(written_lemma(&entry.form, &lemma), bound));
            found.extend(cost.map(|cost| Candidate {
                cost,
                entry,
                is_lemma: true,
            }));
        }
    }
    found
}

/// The candidates by their lemmas, each with its likeliest first; the likeliest lemma first.
pub(super) fn by_lemma(mut found: Vec<Candidate>) -> Vec<Vec<Candidate>> {
    found.sort_by(|a, b| {
        a.cost
            .cmp(&b.cost)
            .then(a.is_lemma.cmp(&b.is_lemma))
            .then(b.entry.articles.cmp(&a.entry.articles))
            .then(a.entry.form.cmp(&b.entry.form))
    });
    let mut groups: Vec<(String, Vec<Candidate>)> = Vec::new();
    for candidate in found {
        let lemma = lemma_of(&candidate.entry.form).unwrap_or_default();
        match groups.iter_mut().find(|(known, _)| *known == lemma) {
            Some((_, group)) => group.push(candidate),
            None => groups.push((lemma, vec![candidate])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The first lemma key of a form.
pub(super) fn lemma_of(form: &str) -> Option<String> {
    keys(form).lemmas.into_iter().next().map(|lemma| lemma.key)
}

/// The skeletons of Latin letters.
pub(super) fn skeletons_of(letters: &str) -> Vec<String> {
    sound::skeletons_of_latin(letters, SKELETONS)
}
