//! Lowering: the tree becomes a plan over the terms of the index.
//!
//! Takes the tree, the vocabulary and the gazetteer, gives clauses: for each word the forms it stands for
//! (`word_clauses`, and with operators `phrases`), for a filter its ids or days (`filters`). The plan is plain data;
//! `retrieval` runs it.

mod context;
mod dates;
mod filters;
mod function_words;
mod limits;
mod phrases;
mod query_tokens;
mod slots;
mod terms;
mod word_clauses;

pub use self::context::Context;
pub use self::dates::parse_period;
use self::filters::filter;
pub use self::filters::named;
use self::limits::Limits;
use self::phrases::phrase;
pub use self::slots::every_form;
use self::slots::{any, flatten};
use self::word_clauses::words;
use crate::query::plan::{Clause, Plan, WordClause};
use crate::query::syntax::{Tree, WordNode};

/// Makes the plan of a tree.
#[must_use]
pub fn lower(tree: Option<&Tree>, context: Context<'_>) -> Plan {
    let mut lowering = Lowering {
        context,
        limits: Limits::default(),
    };
    let clause = tree.and_then(|tree| lowering.tree(tree));
    Plan {
        clause: clause.map(need_something),
        notices: lowering.limits.notices,
        words: lowering.limits.words,
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
    limits: Limits,
}

impl Lowering<'_> {
    /// The clause of a node; `None` where all of it is ignored, which a notice then says.
    fn tree(&mut self, tree: &Tree) -> Option<Clause> {
        match tree {
            Tree::Word(node) if is_plain(node, self.context.exact) => {
                Some(words(std::slice::from_ref(node), false, self.context, &mut self.limits))
            }
            Tree::Word(node) | Tree::Phrase(node) => self.sequence(node),
            Tree::Filter(node) => filter(node, self.context, &mut self.limits.notices),
            Tree::All(parts) => self.conjunction(parts),
            Tree::Any(parts) => {
                let sides: Vec<Clause> = parts.iter().filter_map(|part| self.needed(part)).collect();
                (!sides.is_empty()).then(|| any(sides))
            }
            Tree::Not(inner) => {
                let outer = std::mem::replace(&mut self.limits.is_excluded, true);
                let inner = self.needed(inner);
                self.limits.is_excluded = outer;
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
        let mut sequence: Vec<WordNode> = Vec::new();
        // in =surat ma the marker stands after a word as in surat ma
        let mut is_after_word = false;
        for part in parts {
            match part {
                Tree::Word(node) if is_plain(node, self.context.exact) => sequence.push(node.clone()),
                other => {
                    self.end_sequence(&mut sequence, is_after_word, &mut clauses);
                    clauses.extend(self.tree(other));
                    is_after_word |= matches!(other, Tree::Word(_) | Tree::Phrase(_));
                }
            }
        }
        self.end_sequence(&mut sequence, is_after_word, &mut clauses);
        (!clauses.is_empty()).then(|| flatten(clauses))
    }

    fn end_sequence(&mut self, sequence: &mut Vec<WordNode>, is_after_word: bool, clauses: &mut Vec<Clause>) {
        if !sequence.is_empty() {
            let sequence = std::mem::take(sequence);
            clauses.push(words(&sequence, is_after_word, self.context, &mut self.limits));
        }
    }

    /// A phrase, a word with an operator or of one field; `None` where a limit leaves nothing of it.
    fn sequence(&mut self, node: &WordNode) -> Option<Clause> {
        let span = node.byte_start..node.byte_end;
        let widens = node.prefix || node.near > 0;
        if !self.limits.is_open(self.context.is_over, &span) && widens {
            return None;
        }
        let clause = phrase(node, self.context, &mut self.limits);
        self.limits.enter(&node.text, &clause, &span);
        Some(clause)
    }
}

fn is_plain(node: &WordNode, exact: bool) -> bool {
    !node.exact && !exact && !node.prefix && node.near == 0 && node.field.is_none()
}
