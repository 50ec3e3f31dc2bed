//! Candidates: the forms collected for one word of the query.
//!
//! Takes forms from all ways to find some, each with its tier, gives every form once, best first.

use std::collections::HashMap;

use super::form::{Expansion, Tier};
use crate::index::FormEntry;

/// What the Latin word itself is worth where it is surely the romanisation of a Gujarati one: little more
/// than that, so that `gujarat` is not answered with hashtags first.
const LATIN_BESIDE_READING: f32 = 0.84;

/// Forms collected so far, each with its best tier.
#[derive(Default)]
pub(super) struct Candidates {
    forms: Vec<Expansion>,
    numbers: HashMap<String, usize>,
}

impl Candidates {
    pub(super) fn extend(&mut self, entries: impl IntoIterator<Item = FormEntry>, tier: Tier) {
        entries
            .into_iter()
            .for_each(|entry| self.add(entry, tier, tier.weight()));
    }

    pub(super) fn add(&mut self, entry: FormEntry, tier: Tier, weight: f32) {
        match self.numbers.get(&entry.form).and_then(|&at| self.forms.get_mut(at)) {
            Some(known) => {
                known.tier = known.tier.min(tier);
                known.weight = known.weight.max(weight);
            }
            None => {
                self.numbers.insert(entry.form.clone(), self.forms.len());
                self.forms.push(Expansion { entry, tier, weight });
            }
        }
    }

    /// Brings the Latin word down to its Gujarati reading where there is a sure one.
    pub(super) fn level_latin(&mut self) {
        let is_read = self.forms.iter().any(|form| form.is_sure_reading());
        for form in self
            .forms
            .iter_mut()
            .filter(|form| is_read && form.tier < Tier::Romanised)
        {
            form.weight = form.weight.min(LATIN_BESIDE_READING);
        }
    }

    pub(super) fn into_sorted(mut self) -> Vec<Expansion> {
        self.forms.sort_by(|a, b| {
            a.tier
                .cmp(&b.tier)
                .then(b.entry.articles.cmp(&a.entry.articles))
                .then(a.entry.form.cmp(&b.entry.form))
        });
        self.forms
    }
}
