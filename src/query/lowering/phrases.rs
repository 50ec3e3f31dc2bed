//! Phrases, and words with an operator or of one field.
//!
//! Takes a node of the tree, gives its clause: its tokens after each other, the last one as a beginning (`word*`), a
//! word with similar ones (`word~`), and the phrase of a name that the gazetteer lacks.

use std::ops::Range;

use super::context::Context;
use super::limits::Limits;
use super::slots::{itself, slot, word_clause};
use crate::analysis::tokens;
use crate::article::FieldSet;
use crate::query::expansion::{Expansion, MAX_FORMS, PhraseClause, Slot, Tier, beginnings, similar};
use crate::query::notice::{Capped, Ignored, Notice};
use crate::query::plan::{Clause, WordClause};
use crate::query::syntax::WordNode;

/// The tokens of a node after each other, each with what it stands for.
pub(super) fn phrase(node: &WordNode, context: Context<'_>, limits: &mut Limits) -> Clause {
    let context = Context {
        exact: node.exact || context.exact,
        ..context
    };
    let parts: Vec<_> = tokens(&node.text).collect();
    let mut slots: Vec<Slot> = Vec::with_capacity(parts.len());
    for (at, token) in parts.iter().enumerate() {
        let span = node.text_start + token.byte_start..node.text_start + token.byte_end;
        let slot = if node.prefix && at + 1 == parts.len() {
            commonest(&token.form, node, context, limits).into()
        } else if limits.is_open(context.is_over, &span) {
            let slot = wide_slot(&token.form, node, context, limits);
            if !context.exact {
                limits.plan_slot(&token.form, &slot, span);
            }
            slot
        } else {
            itself(&token.form, context)
        };
        slots.push(slot);
    }
    let mut word = field_clause(node);
    match slots.len() {
        0 => return Clause::Nothing,
        1 => word.slot = slots.pop().unwrap_or_default(),
        _ => word.phrases.push(PhraseClause {
            slots,
            slop: node.slop,
            tier: Tier::Exact,
            apart: None,
        }),
    }
    Clause::Word(word)
}

/// The commonest forms that begin so. Letters of the Latin script are told: they begin no Gujarati word.
fn commonest(form: &str, node: &WordNode, context: Context<'_>, limits: &mut Limits) -> Vec<Expansion> {
    let span = node.byte_start..node.byte_end;
    let (mut forms, more) = beginnings(form, context.known, context.exact, 20 * MAX_FORMS);
    if more || forms.len() > MAX_FORMS {
        limits.say(Capped::Beginning(node.text.clone(), MAX_FORMS), span.clone());
    }
    if form.bytes().any(|letter| letter.is_ascii_alphabetic()) && !context.exact {
        limits.say(Ignored::LatinBeginning(form.to_owned()), span);
    }
    forms.truncate(MAX_FORMS);
    forms
}

/// The forms that a token stands for, with similar ones where they are asked for.
fn wide_slot(form: &str, node: &WordNode, context: Context<'_>, limits: &mut Limits) -> Slot {
    let mut own = slot(form, context, limits);
    if node.near == 0 {
        return own;
    }
    let span = node.byte_start..node.byte_end;
    if context.exact {
        limits.say(Ignored::SimilarOfExact, span);
        return own;
    }
    if !limits.takes_similar(&span) {
        return own;
    }
    let Some(near) = similar(form, node.near, context.known, context.is_over) else {
        limits.say(Ignored::SimilarOfLetter(form.to_owned()), span);
        return own;
    };
    let held: std::collections::HashSet<&str> = own.forms.iter().map(|form| form.entry.form.as_str()).collect();
    let more: Vec<Expansion> = near
        .into_iter()
        .filter(|other| !held.contains(other.entry.form.as_str()))
        .collect();
    own.forms.extend(more);
    limits.cut(&mut own.forms);
    own
}

/// A name that the gazetteer lacks, searched as a phrase; `span` is where a limit is told that it passes.
pub(super) fn unknown_name(name: &str, span: Range<usize>, context: Context<'_>, notices: &mut Vec<Notice>) -> Clause {
    let node = WordNode {
        text: name.to_owned(),
        byte_start: span.start,
        byte_end: span.end,
        text_start: 0,
        exact: false,
        prefix: false,
        near: 0,
        slop: 0,
        boost: 1.0,
        field: None,
    };
    let mut limits = Limits::default();
    let clause = phrase(&node, context, &mut limits);
    limits.enter(name, &clause, &span);
    notices.extend(limits.notices.into_iter().map(|notice| Notice {
        start: span.start,
        end: span.end,
        ..notice
    }));
    match clause {
        Clause::Word(word) => Clause::Word(WordClause { span, ..word }),
        other => other,
    }
}

/// The clause of a node that nothing stands for yet, in the field that it may name.
fn field_clause(node: &WordNode) -> WordClause {
    let fields = node.field.map_or(FieldSet::OWN, FieldSet::from);
    WordClause {
        fields,
        span: node.text_start..node.text_start + node.text.len(),
        ..word_clause(&node.text, node.boost)
    }
}
