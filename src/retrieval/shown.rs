//! What was searched: the forms of each word of a plan, and the readings that were not.

use std::collections::HashSet;

use crate::query::{Clause, PhraseClause, Reading, Tier, WordClause};

/// A form that was searched for a word.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownExpansion {
    /// The word as typed.
    pub word: String,
    /// The form.
    pub form: String,
    /// How it belongs to the word.
    pub tier: Tier,
    /// In how many articles it stands.
    pub articles: u32,
    /// Of a Latin word: why it is read so.
    pub reading: Option<Reading>,
}

/// A form that a Latin word may stand for and that was not searched.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownReading {
    /// The word as typed.
    pub word: String,
    /// The form.
    pub form: String,
    /// Why it may be read so.
    pub reading: Reading,
    /// In how many articles it stands.
    pub articles: u32,
}

/// What each word of a plan was searched as.
pub(super) fn shown_expansions(clause: &Clause) -> Vec<ShownExpansion> {
    let mut shown = Vec::new();
    add_expansions(clause, &mut HashSet::new(), &mut shown);
    shown
}

/// A word written apart, as one form.
fn written_apart(word: &WordClause, phrase: &PhraseClause) -> Option<ShownExpansion> {
    let apart = phrase.apart.as_ref()?;
    let first = phrase.slots.first()?.forms.first()?;
    Some(ShownExpansion {
        word: word.label.clone(),
        form: apart.text.clone(),
        tier: phrase.tier,
        articles: apart.articles,
        reading: first.reading.or_else(|| first.read_as(&word.label)),
    })
}

/// The readings of Latin words that are not searched.
pub(super) fn unsearched(clause: &Clause) -> Vec<ShownReading> {
    let words = clause.words();
    let slots = words.iter().flat_map(|word| {
        let of_phrases = word.phrases.iter().flat_map(|phrase| &phrase.slots);
        std::iter::once(&word.slot)
            .chain(of_phrases)
            .map(|slot| (&word.label, slot))
    });
    let mut shown: Vec<ShownReading> = Vec::new();
    for (word, form) in slots.flat_map(|(word, slot)| slot.unsearched.iter().map(move |form| (word, form))) {
        let is_shown = |other: &ShownReading| other.word == *word && other.form == form.entry.form;
        if let Some(reading) = form.reading.filter(|_| !shown.iter().any(is_shown)) {
            shown.push(ShownReading {
                word: word.clone(),
                form: form.entry.form.clone(),
                reading,
                articles: form.entry.articles,
            });
        }
    }
    shown
}

fn add_expansions<'c>(
    clause: &'c Clause,
    seen: &mut HashSet<(&'c str, &'c str, Tier)>,
    shown: &mut Vec<ShownExpansion>,
) {
    match clause {
        Clause::Word(word) => {
            let whole = word.phrases.iter().filter(|phrase| phrase.apart.is_none());
            let slots = std::iter::once(&word.slot).chain(whole.flat_map(|phrase| &phrase.slots));
            for form in slots.flat_map(|slot| &slot.forms) {
                if seen.insert((&word.label, &form.entry.form, form.tier)) {
                    shown.push(ShownExpansion {
                        word: word.label.clone(),
                        form: form.entry.form.clone(),
                        tier: form.tier,
                        articles: form.entry.articles,
                        reading: form.reading.or_else(|| form.read_as(&word.label)),
                    });
                }
            }
            shown.extend(word.phrases.iter().filter_map(|phrase| written_apart(word, phrase)));
        }
        Clause::All(parts) | Clause::Any(parts) | Clause::OneOf(parts) => {
            parts.iter().for_each(|part| add_expansions(part, seen, shown));
        }
        _ => {}
    }
}
