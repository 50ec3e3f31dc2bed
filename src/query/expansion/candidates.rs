//! Candidates: the forms collected for one word of the query.
//!
//! Takes forms from all ways to find some, each with its tier, gives every form once, best first.

use std::collections::HashMap;

use super::evidence::Reading;
use super::form::{Expansion, Tier};
use crate::index::FormEntry;

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
        self.add_read(entry, tier, weight, None);
    }

    /// Adds a form that a Latin word was read as; of two readings of one form the worthier counts.
    pub(super) fn add_read(&mut self, entry: FormEntry, tier: Tier, weight: f32, reading: Option<Reading>) {
        match self.numbers.get(&entry.form).and_then(|&at| self.forms.get_mut(at)) {
            Some(known) => {
                // a tier says how the reading that counts belongs to the word, so the two go together
                let is_worthier = weight > known.weight;
                if reading.is_none() || known.reading.is_none() || is_worthier {
                    known.tier = if reading.is_some() { tier } else { known.tier.min(tier) };
                }
                if is_worthier {
                    known.weight = weight;
                    known.reading = reading.or(known.reading);
                }
            }
            None => {
                self.numbers.insert(entry.form.clone(), self.forms.len());
                self.forms.push(Expansion {
                    entry,
                    tier,
                    weight,
                    reading,
                });
            }
        }
    }

    /// Whether a form was added.
    pub(super) fn has(&self, form: &str) -> bool {
        self.numbers.contains_key(form)
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
