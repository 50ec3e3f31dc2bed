//! English terms of several words: chief minister, heavy rain.
//!
//! Takes the words of a query from a place on, gives the longest term that begins there and its clause: its Gujarati words in
//! any order, the one word that papers write for it, or the words as typed after each other. What the words say one by one,
//! anywhere in a story, is not it: a high court is no tall building and a court.

use std::ops::Range;

use super::context::Context;
use super::query_tokens::{QueryToken, label, span_of};
use super::slots::{flatten, word_clause};
use crate::analysis::{Kind, tokens};
use crate::query::expansion::{Expansion, LONGEST_TERM, Tier, inflections, term};
use crate::query::plan::{Clause, WordClause};

/// The Gujarati phrases of the longest term that begins at a place, and of how many words it is.
pub(super) fn term_at(query: &[QueryToken], at: usize) -> Option<(&'static [&'static str], usize)> {
    let rest = query.get(at..)?;
    let latin = rest
        .iter()
        .take(LONGEST_TERM)
        .take_while(|part| part.token.kind == Kind::Latin);
    let words: Vec<&str> = latin.map(|part| part.token.form.as_ref()).collect();
    (2..=words.len()).rev().find_map(|count| {
        let phrases = term(words.get(..count)?);
        (!phrases.is_empty()).then_some((phrases, count))
    })
}

/// What the Gujarati phrases of a term stand for, those of them that the index can hold.
pub(super) fn translated(sequence: &[QueryToken], phrases: &[&str], context: Context<'_>) -> Vec<Clause> {
    let label = label(sequence);
    let span = span_of(sequence);
    let boost = sequence.first().map_or(1.0, |part| part.boost);
    let mut single = of_term(&label, &span, boost);
    let mut sides = Vec::new();
    for phrase in phrases {
        let mut words: Vec<Vec<Expansion>> = tokens(phrase).map(|part| forms(&part.form, context)).collect();
        match words.len() {
            1 => single.slot.forms.extend(words.pop().unwrap_or_default()),
            _ if words.iter().any(Vec::is_empty) => {}
            _ => {
                let parts = words.into_iter().map(|forms| {
                    Clause::Word(WordClause {
                        slot: forms.into(),
                        ..of_term(&label, &span, boost)
                    })
                });
                sides.push(flatten(parts.collect()));
            }
        }
    }
    if !single.slot.forms.is_empty() {
        sides.insert(0, Clause::Word(single));
    }
    sides
}

fn forms(word: &str, context: Context<'_>) -> Vec<Expansion> {
    let forms = inflections(word, Tier::Alias, context.known);
    forms.into_iter().map(Expansion::meant).collect()
}

fn of_term(label: &str, span: &Range<usize>, boost: f32) -> WordClause {
    WordClause {
        span: span.clone(),
        ..word_clause(label, boost)
    }
}
