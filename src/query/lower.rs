//! Lowering: the tree becomes a plan over the terms of the index.
//!
//! Takes the tree, the vocabulary and the gazetteer, gives clauses: for each word the forms it stands for
//! (`words`), for a filter its ids or days (`filters`). The plan is plain data;
//! `results` runs it.

use super::expand::{Expansion, MAX_FORMS, Tier, expand};
use super::filters::filter;
use super::plan::{Clause, PhraseClause, Plan, Slot, WordClause};
use super::syntax::{Notice, NoticeKind, Tree, WordNode};
use super::words::words;
use crate::analysis::tokens;
use crate::entities::{Field, Gazetteer};
use crate::index::schema::bit;
use crate::index::{FormEntry, Known};

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
}

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
        notices: Vec::new(),
    };
    let clause = tree.and_then(|tree| lowering.tree(tree));
    Plan {
        clause: clause.map(need_something),
        notices: lowering.notices,
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

const STORY_FIELDS: u8 =
    1 << bit(Field::Headline) | 1 << bit(Field::HeadlineLatin) | 1 << bit(Field::Summary) | 1 << bit(Field::Body);

struct Lowering<'c> {
    context: Context<'c>,
    notices: Vec<Notice>,
}

impl Lowering<'_> {
    /// The clause of a node; `None` where all of it is ignored, which a notice then says.
    fn tree(&mut self, tree: &Tree) -> Option<Clause> {
        match tree {
            Tree::Word(node) if is_plain(node, self.context.exact) => {
                Some(words(std::slice::from_ref(node), self.context))
            }
            Tree::Word(node) if node.prefix => Some(self.prefix(node)),
            Tree::Word(node) | Tree::Phrase(node) => Some(phrase(node, self.context)),
            Tree::Filter(node) => filter(node, self.context, &mut self.notices),
            Tree::All(parts) => self.conjunction(parts),
            Tree::Any(parts) => {
                let sides: Vec<Clause> = parts.iter().filter_map(|part| self.needed(part)).collect();
                (!sides.is_empty()).then_some(Clause::Any(sides))
            }
            Tree::Not(inner) => self.needed(inner).map(|inner| Clause::Not(Box::new(inner))),
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

    fn end_run(&self, run: &mut Vec<WordNode>, clauses: &mut Vec<Clause>) {
        if !run.is_empty() {
            clauses.push(words(&std::mem::take(run), self.context));
        }
    }

    /// A beginning: the commonest forms that begin so.
    fn prefix(&mut self, node: &WordNode) -> Clause {
        let Some(token) = tokens(&node.text).last() else {
            return Clause::Nothing;
        };
        let (mut entries, more) = self.context.known.starting_with(&token.form, 20 * MAX_FORMS);
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.articles));
        if more || entries.len() > MAX_FORMS {
            let message = format!(
                "‘{}*’ begins more words than are searched: the {MAX_FORMS} commonest are; write more letters",
                node.text
            );
            let place = node.byte_start..node.byte_end;
            self.notices.push(Notice::new(NoticeKind::Capped, message, place));
        }
        entries.truncate(MAX_FORMS);
        let mut word = field_clause(node);
        word.slot.forms = entries
            .into_iter()
            .map(|entry| Expansion::new(entry, Tier::Exact))
            .collect();
        Clause::Word(word)
    }
}

/// A phrase in quotes, a word with `=`, or a word of one field.
fn phrase(node: &WordNode, context: Context<'_>) -> Clause {
    let context = Context {
        exact: node.exact || context.exact,
        ..context
    };
    let mut slots: Vec<Slot> = tokens(&node.text).map(|token| slot(&token.form, context)).collect();
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

/// A name that the gazetteer lacks, searched as a phrase.
pub(super) fn unknown_name(name: &str, context: Context<'_>) -> Clause {
    let node = WordNode {
        text: name.to_owned(),
        byte_start: 0,
        byte_end: 0,
        exact: false,
        prefix: false,
        slop: 0,
        boost: 1.0,
        field: None,
    };
    phrase(&node, context)
}

/// The forms that a word stands for.
pub(super) fn slot(form: &str, context: Context<'_>) -> Slot {
    let mut forms = expand(form, context.known, context.exact);
    forms.truncate(MAX_FORMS);
    Slot { forms }
}

/// A word that nothing stands for yet, looked for in all of the story.
pub(super) fn word_clause(label: &str, boost: f32) -> WordClause {
    WordClause {
        label: label.to_owned(),
        slot: Slot::default(),
        phrases: Vec::new(),
        entities: Vec::new(),
        fields: STORY_FIELDS,
        boost,
        optional: false,
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
    let fields = node.field.map_or(STORY_FIELDS, |field| 1 << bit(field));
    WordClause {
        fields,
        ..word_clause(&node.text, node.boost)
    }
}

fn is_plain(node: &WordNode, exact: bool) -> bool {
    !node.exact && !exact && !node.prefix && node.field.is_none()
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
