//! The tree of a query: words, phrases and filters, and how they belong together.
//!
//! Takes and gives nothing but data: the parser makes it, lowering reads it.

use crate::article::Field;
use crate::entities::EntityKind;
use crate::query::notice::Notice;

/// How a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Syntax {
    /// અને and તથા are AND, અથવા is OR, નહિ (નહીં, નહિં) is NOT.
    pub gujarati_operators: bool,
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// A word, or what stands between two spaces.
    Word(WordNode),
    /// A phrase in quotes.
    Phrase(WordNode),
    /// A value of a field that is no text.
    Filter(FilterNode),
    /// All must match.
    All(Vec<Tree>),
    /// One must match.
    Any(Vec<Tree>),
    /// Must not match.
    Not(Box<Tree>),
}

/// A word or phrase as typed.
#[derive(Debug, Clone, PartialEq)]
pub struct WordNode {
    /// The text without quotes and operators.
    pub text: String,
    /// First byte in the query.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
    /// First byte of the text in the query: after a field, `=` or a quote.
    pub text_start: usize,
    /// Without any expansion.
    pub exact: bool,
    /// A beginning: `word*`.
    pub prefix: bool,
    /// Similar words too, that differ in at most this many letters: `word~2`; 0 for none.
    pub near: u32,
    /// How many words may stand between those of a phrase.
    pub slop: u32,
    /// The weight, 1 by default.
    pub boost: f32,
    /// The only field to look in.
    pub field: Option<Field>,
}

/// A filter inside a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterNode {
    /// What is filtered.
    pub kind: FilterKind,
    /// The value as typed.
    pub value: String,
    /// First byte in the query.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
}

/// What a filter looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterKind {
    /// Mentions of a kind.
    Entity(EntityKind),
    /// The category.
    Category,
    /// The source.
    Source,
    /// A day, month, year or range.
    Date,
    /// From a date on.
    After,
    /// Up to a date.
    Before,
}

/// A parsed query.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The tree; `None` where nothing is left to look for.
    pub tree: Option<Tree>,
    /// What was passed over.
    pub notices: Vec<Notice>,
}

/// The nodes as one: all must match.
pub(super) fn all(mut parts: Vec<Tree>) -> Option<Tree> {
    if parts.len() > 1 {
        Some(Tree::All(parts))
    } else {
        parts.pop()
    }
}
