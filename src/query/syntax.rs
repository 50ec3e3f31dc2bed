//! Syntax: the text of a query becomes a tree and notices.
//!
//! Takes any text, gives a tree; what it cannot use it passes over and says so with its span. Words stand
//! beside each other (all must match), `"phrases"` and `"phrases"~3`, `-word` and NOT, OR, AND, parentheses,
//! `field:value`, `=word` and `="phrase"` without any expansion, `word*` for a beginning, `word~` and
//! `word~2` for similar words, `word^2` for weight. The Gujarati words અને, અથવા, નહિ are words, unless
//! [`Syntax`] says otherwise. Typed quotes of all kinds are quotes, a danda only divides words.

use std::ops::Range;

use serde::Serialize;

use super::parser::Parser;
use crate::article::Field;
use crate::entities::EntityKind;

/// At most so many words of a query are used.
pub const MAX_WORDS: usize = 256;

/// How a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Syntax {
    /// અને and તથા are AND, અથવા is OR, નહિ (નહીં, નહિં) is NOT.
    pub gujarati_operators: bool,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeKind {
    /// A part of the query that is not used.
    Ignored,
    /// A name that several bear.
    Ambiguous,
    /// A value that is not known.
    Unknown,
    /// Articles with some of the words only, or with corrected words.
    Relaxed,
    /// A limit that was reached.
    Capped,
    /// The time ran out.
    Timeout,
    /// Another query that may be meant.
    Suggestion,
}

/// Something that the reader of an answer should know about the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// One line, in words.
    pub message: String,
    /// First byte of its span in the query.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// The whole query that is suggested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
}

impl Notice {
    /// A notice about the bytes `span` of the query.
    #[must_use]
    pub const fn new(kind: NoticeKind, message: String, span: Range<usize>) -> Self {
        Self {
            kind,
            message,
            start: span.start,
            end: span.end,
            query: None,
        }
    }
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
    /// The byte behind the last.
    pub byte_end: usize,
    /// First byte of the text in the query: behind a field, `=` or a quote.
    pub text_start: usize,
    /// Without any expansion.
    pub exact: bool,
    /// A beginning: `word*`.
    pub prefix: bool,
    /// Similar words too, that differ in so many letters: `word~2`; 0 for none.
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
    /// The byte behind the last.
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

/// Parses a query. Never fails.
///
/// ```
/// use khabar::query::{Syntax, Tree, parse};
/// let parsed = parse("ભૂકંપ -તુર્કી category:world", Syntax::default());
/// assert!(matches!(parsed.tree, Some(Tree::All(parts)) if parts.len() == 3));
/// assert!(parse("(((", Syntax::default()).tree.is_none());
/// ```
#[must_use]
pub fn parse(text: &str, syntax: Syntax) -> Parsed {
    Parser::new(text, syntax).parse()
}

/// The nodes as one: all must match.
pub(super) fn all(mut parts: Vec<Tree>) -> Option<Tree> {
    if parts.len() > 1 {
        Some(Tree::All(parts))
    } else {
        parts.pop()
    }
}
