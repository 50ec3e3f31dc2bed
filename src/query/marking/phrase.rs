//! A phrase looked for in the words of a text.

use rustc_hash::FxHashMap;

use crate::analysis::Token;
use crate::query::expansion::{PhraseClause, Slot, Tier};

/// A sequence of words, each of which may be one of some forms.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) word: usize,
    pub(super) slots: Vec<FxHashMap<String, Tier>>,
    pub(super) slop: usize,
    pub(super) tier: Tier,
}

impl Phrase {
    /// The phrase for a word of the query, by its number.
    pub(super) fn new(word: usize, clause: &PhraseClause) -> Self {
        Self {
            word,
            slots: clause.slots.iter().map(slot_forms).collect(),
            slop: clause.slop as usize,
            tier: clause.tier,
        }
    }

    /// Where the slots stand in the words from the first on.
    pub(super) fn sequence(&self, words: &[Token<'_>]) -> Option<Vec<(usize, Tier)>> {
        let mut sequence: Vec<(usize, Tier)> = Vec::with_capacity(self.slots.len());
        for slot in &self.slots {
            let (from, reach) = sequence.last().map_or((0, 0), |&(last, _)| (last + 1, self.slop));
            let next = (from..=from + reach).find_map(|i| Some((i, *slot.get(words.get(i)?.form.as_ref())?)));
            sequence.push(next?);
        }
        Some(sequence)
    }
}

fn slot_forms(slot: &Slot) -> FxHashMap<String, Tier> {
    slot.forms
        .iter()
        .map(|form| (form.entry.form.clone(), form.tier))
        .collect()
}
