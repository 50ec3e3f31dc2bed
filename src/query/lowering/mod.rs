//! Lowering: the tree becomes a plan over the terms of the index.
//!
//! Takes the tree, the vocabulary and the gazetteer, gives clauses: for each word the forms it stands for
//! (`words`), for a filter its ids or days (`filters`). The plan is plain data;
//! `retrieval` runs it.

use std::ops::Range;

mod dates;
mod filters;
mod limits;
mod word_clauses;

pub use self::dates::parse_period;
use self::filters::filter;
pub use self::filters::named;
use self::limits::Ledger;
use self::word_clauses::words;
use crate::analysis::tokens;
use crate::article::FieldSet;
use crate::entities::Gazetteer;
use crate::index::{FormEntry, Known};
use crate::query::expansion::{Corrected, Expansion, MAX_FORMS, Tier, expand, similar};
use crate::query::notice::{Notice, NoticeKind};
use crate::query::plan::{Clause, PhraseClause, Plan, Slot, WordClause};
use crate::query::syntax::{Tree, WordNode};

/// What lowering asks of its surroundings.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The words of the index.
    pub known: &'c dyn Known,
    /// The names.
    pub gazetteer: &'c Gazetteer,
    /// No expansion at all.
    pub exact: bool,
    /// English words may be translated.
    pub translate: bool,
    /// Words that are searched as others.
    pub corrected: &'c Corrected,
    /// Whether the time is over.
    pub is_over: &'c dyn Fn() -> bool,
}

/// Longer forms (in bytes) are looked up as they are: no word is so long.
pub(super) const LONGEST_FORM: usize = 300;

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context")
            .field("exact", &self.exact)
            .finish_non_exhaustive()
    }
}

/// Makes the plan of a tree.
#[must_use]
pub fn lower(tree: Option<&Tree>, context: Context<'_>) -> Plan {
    let mut lowering = Lowering {
        context,
        ledger: Ledger::default(),
    };
    let clause = tree.and_then(|tree| lowering.tree(tree));
    Plan {
        clause: clause.map(need_something),
        notices: lowering.ledger.notices,
        words: lowering.ledger.words,
    }
}

/// A query of stop words only needs them all.
fn need_something(mut clause: Clause) -> Clause {
    let words: &mut [Clause] = match &mut clause {
        Clause::All(parts) => parts,
        single => std::slice::from_mut(single),
    };
    if words
        .iter()
        .all(|part| matches!(part, Clause::Word(WordClause { optional: true, .. })))
    {
        for part in words {
            if let Clause::Word(word) = part {
                word.optional = false;
            }
        }
    }
    clause
}

struct Lowering<'c> {
    context: Context<'c>,
    ledger: Ledger,
}

impl Lowering<'_> {
    /// The clause of a node; `None` where all of it is ignored, which a notice then says.
    fn tree(&mut self, tree: &Tree) -> Option<Clause> {
        match tree {
            Tree::Word(node) if is_plain(node, self.context.exact) => {
                Some(words(std::slice::from_ref(node), self.context, &mut self.ledger))
            }
            Tree::Word(node) | Tree::Phrase(node) => self.run(node),
            Tree::Filter(node) => filter(node, self.context, &mut self.ledger.notices),
            Tree::All(parts) => self.conjunction(parts),
            Tree::Any(parts) => {
                let sides: Vec<Clause> = parts.iter().filter_map(|part| self.needed(part)).collect();
                (!sides.is_empty()).then_some(Clause::Any(sides))
            }
            Tree::Not(inner) => {
                let outer = std::mem::replace(&mut self.ledger.is_excluded, true);
                let inner = self.needed(inner);
                self.ledger.is_excluded = outer;
                inner.map(|inner| Clause::Not(Box::new(inner)))
            }
        }
    }

    fn needed(&mut self, tree: &Tree) -> Option<Clause> {
        self.tree(tree).map(need_something)
    }

    /// Runs of plain words are lowered together, so that names and joins over several words are seen.
    fn conjunction(&mut self, parts: &[Tree]) -> Option<Clause> {
        let mut clauses = Vec::with_capacity(parts.len());
        let mut run: Vec<WordNode> = Vec::new();
        for part in parts {
            match part {
                Tree::Word(node) if is_plain(node, self.context.exact) => run.push(node.clone()),
                other => {
                    self.end_run(&mut run, &mut clauses);
                    clauses.extend(self.tree(other));
                }
            }
        }
        self.end_run(&mut run, &mut clauses);
        (!clauses.is_empty()).then(|| flatten(clauses))
    }

    fn end_run(&mut self, run: &mut Vec<WordNode>, clauses: &mut Vec<Clause>) {
        if !run.is_empty() {
            clauses.push(words(&std::mem::take(run), self.context, &mut self.ledger));
        }
    }

    /// A phrase, a word with an operator or of one field; `None` where a limit leaves nothing of it.
    fn run(&mut self, node: &WordNode) -> Option<Clause> {
        let span = node.byte_start..node.byte_end;
        let widens = node.prefix || node.near > 0;
        if !self.ledger.is_open(self.context.is_over, &span) && widens {
            return None;
        }
        let clause = run(node, self.context, &mut self.ledger);
        self.ledger.enter(&node.text, &clause, &span);
        Some(clause)
    }
}

/// The tokens of a node behind each other, each with what it stands for.
fn run(node: &WordNode, context: Context<'_>, ledger: &mut Ledger) -> Clause {
    let context = Context {
        exact: node.exact || context.exact,
        ..context
    };
    let parts: Vec<_> = tokens(&node.text).collect();
    let mut slots: Vec<Slot> = Vec::with_capacity(parts.len());
    for (at, token) in parts.iter().enumerate() {
        let span = node.text_start + token.byte_start..node.text_start + token.byte_end;
        let slot = if node.prefix && at + 1 == parts.len() {
            Slot {
                forms: beginnings(&token.form, node, context, ledger),
            }
        } else if ledger.is_open(context.is_over, &span) {
            let slot = wide_slot(&token.form, node, context, ledger);
            if !context.exact {
                ledger.plan_slot(&token.form, &slot, span);
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
        }),
    }
    Clause::Word(word)
}

/// The commonest forms that begin so.
fn beginnings(form: &str, node: &WordNode, context: Context<'_>, ledger: &mut Ledger) -> Vec<Expansion> {
    let (mut entries, more) = context.known.starting_with(form, 20 * MAX_FORMS);
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.articles));
    if more || entries.len() > MAX_FORMS {
        let message = format!(
            "‘{}*’ begins more words than are searched: the {MAX_FORMS} commonest are; write more letters",
            node.text
        );
        ledger.say(NoticeKind::Capped, message, node.byte_start..node.byte_end);
    }
    entries.truncate(MAX_FORMS);
    entries
        .into_iter()
        .map(|entry| Expansion::new(entry, Tier::Exact))
        .collect()
}

/// The forms that a token stands for, with similar ones where they are asked for.
fn wide_slot(form: &str, node: &WordNode, context: Context<'_>, ledger: &mut Ledger) -> Slot {
    let mut own = slot(form, context, ledger);
    if node.near == 0 {
        return own;
    }
    let span = node.byte_start..node.byte_end;
    if context.exact {
        let message = "‘~’ is ignored: only the words as typed are searched".to_owned();
        ledger.say(NoticeKind::Ignored, message, span);
        return own;
    }
    if !ledger.takes_similar(&span) {
        return own;
    }
    let Some(near) = similar(form, node.near, context.known, context.is_over) else {
        let message = format!("‘~’ behind ‘{form}’ is ignored: similar words are looked for by two letters or more");
        ledger.say(NoticeKind::Ignored, message, span);
        return own;
    };
    let held: std::collections::HashSet<&str> = own.forms.iter().map(|form| form.entry.form.as_str()).collect();
    let more: Vec<Expansion> = near
        .into_iter()
        .filter(|other| !held.contains(other.entry.form.as_str()))
        .collect();
    own.forms.extend(more);
    ledger.cut(&mut own.forms);
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
    let mut ledger = Ledger::default();
    let clause = run(&node, context, &mut ledger);
    ledger.enter(name, &clause, &span);
    notices.extend(ledger.notices.into_iter().map(|notice| Notice {
        start: span.start,
        end: span.end,
        ..notice
    }));
    match clause {
        Clause::Word(word) => Clause::Word(WordClause { span, ..word }),
        other => other,
    }
}

/// The forms that a word stands for.
fn slot(form: &str, context: Context<'_>, ledger: &mut Ledger) -> Slot {
    if form.len() > LONGEST_FORM {
        return itself(form, context);
    }
    let mut forms = match context.corrected.get(form) {
        Some(others) => others.iter().flat_map(|other| other.expand(context.known)).collect(),
        None => expand(form, context.known, context.exact),
    };
    ledger.cut(&mut forms);
    Slot { forms }
}

/// The word as it is typed.
pub(super) fn itself(form: &str, context: Context<'_>) -> Slot {
    let entry = context.known.form(form);
    Slot {
        forms: entry
            .map(|entry| Expansion::new(entry, Tier::Exact))
            .into_iter()
            .collect(),
    }
}

/// A word that nothing stands for yet, looked for in all of the story.
pub(super) fn word_clause(label: &str, boost: f32) -> WordClause {
    WordClause {
        label: label.to_owned(),
        slot: Slot::default(),
        phrases: Vec::new(),
        entities: Vec::new(),
        fields: FieldSet::STORY,
        boost,
        optional: false,
        span: 0..0,
    }
}

/// A word that stands for these forms of the index, looked for in all of the story.
#[must_use]
pub fn every_form(label: &str, boost: f32, entries: Vec<FormEntry>, tier: Tier) -> WordClause {
    let mut word = word_clause(label, boost);
    word.slot.forms = entries.into_iter().map(|entry| Expansion::new(entry, tier)).collect();
    word
}

/// The same for a node that may name its field.
fn field_clause(node: &WordNode) -> WordClause {
    let fields = node.field.map_or(FieldSet::STORY, FieldSet::from);
    WordClause {
        fields,
        span: node.text_start..node.text_start + node.text.len(),
        ..word_clause(&node.text, node.boost)
    }
}

fn is_plain(node: &WordNode, exact: bool) -> bool {
    !node.exact && !exact && !node.prefix && node.near == 0 && node.field.is_none()
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
