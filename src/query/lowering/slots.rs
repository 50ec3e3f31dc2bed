//! Slots: what one word stands for, and clauses that are filled with it.
//!
//! Takes forms, gives the parts of clauses that plain words, phrases and names are made of.

use super::context::Context;
use super::limits::Limits;
use crate::article::FieldSet;
use crate::index::FormEntry;
use crate::query::expansion::{Expansion, Slot, Tier, expand};
use crate::query::plan::{Clause, WordClause};

/// Longer forms (in bytes) are looked up as they are: no word is so long.
pub(super) const LONGEST_FORM: usize = 300;

/// The forms that a word stands for.
pub(super) fn slot(form: &str, context: Context<'_>, limits: &mut Limits) -> Slot {
    if form.len() > LONGEST_FORM {
        return itself(form, context);
    }
    let mut slot = match context.corrected.get(form) {
        Some(others) => Slot::from(
            others
                .iter()
                .flat_map(|other| other.expand(context.known))
                .collect::<Vec<_>>(),
        ),
        None => expand(form, context.known, context.exact, context.allowed),
    };
    limits.cut(&mut slot.forms);
    slot
}

/// The word as it is typed.
pub(super) fn itself(form: &str, context: Context<'_>) -> Slot {
    let entry = context.known.form(form);
    let itself = entry.map(|entry| Expansion::new(entry, Tier::Exact));
    itself.into_iter().collect::<Vec<_>>().into()
}

/// A word that nothing stands for yet, looked for in all of the story.
pub(super) fn word_clause(label: &str, boost: f32) -> WordClause {
    WordClause {
        boost,
        ..WordClause::named(label, FieldSet::OWN)
    }
}

/// A word that stands for these forms of the index, looked for in all of the story.
#[must_use]
pub fn every_form(label: &str, boost: f32, entries: Vec<FormEntry>, tier: Tier) -> WordClause {
    let mut word = word_clause(label, boost);
    word.slot.forms = entries.into_iter().map(|entry| Expansion::new(entry, tier)).collect();
    word
}

/// Alternatives that the reader gave; a guess is none beside a surer one.
pub(super) fn any(sides: Vec<Clause>) -> Clause {
    Clause::Any(surest(sides))
}

/// Ways to write what was typed once; a guess is none beside a surer one.
pub(super) fn one_of(sides: Vec<Clause>) -> Clause {
    Clause::OneOf(surest(sides))
}

fn surest(sides: Vec<Clause>) -> Vec<Clause> {
    let (guesses, sure): (Vec<_>, Vec<_>) = sides.into_iter().partition(Clause::is_guessed);
    if sure.is_empty() { guesses } else { sure }
}

/// Conjunctions inside a conjunction are one.
pub(super) fn flatten(clauses: Vec<Clause>) -> Clause {
    let mut flat = Vec::with_capacity(clauses.len());
    for clause in clauses {
        match clause {
            Clause::All(parts) => flat.extend(parts),
            other => flat.push(other),
        }
    }
    if flat.len() == 1 {
        flat.pop().unwrap_or(Clause::Nothing)
    } else {
        Clause::All(flat)
    }
}
