//! Notices: what the reader of an answer should know about the query.
//!
//! Takes what there is to say, as values, and the bytes of the query that it is about; every step that reads a query gives
//! some. No sentence stands here: those are made by `views`, so that another language can say the same.

use std::ops::Range;

use serde::Serialize;

use super::expansion::Reason;
use crate::entities::EntityKind;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub said: Said,
    /// First byte of its span in the query.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Notice {
    /// A notice about the bytes `span` of the query.
    #[must_use]
    pub fn new(said: impl Into<Said>, span: Range<usize>) -> Self {
        Self {
            said: said.into(),
            start: span.start,
            end: span.end,
        }
    }
}

/// What a notice says, by its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A part of the query is not used.
    Ignored(Ignored),
    /// Several bear a name; all are searched.
    Ambiguous {
        /// The name as typed.
        name: String,
        /// The names and ids of those who bear it.
        bearers: Vec<(String, String)>,
    },
    /// A value is not known.
    Unknown(Unknown),
    /// Other articles than those with every word typed.
    Relaxed(Relaxed),
    /// A limit was reached.
    Capped(Capped),
    /// The time ran out.
    Timeout(Timeout),
    /// Another query may be meant.
    Suggestion {
        /// The whole query with the words corrected.
        query: String,
        /// The words that are corrected in it.
        words: Vec<Corrigendum>,
    },
}

impl Said {
    /// What it is about.
    #[must_use]
    pub const fn kind(&self) -> NoticeKind {
        match self {
            Self::Ignored(_) => NoticeKind::Ignored,
            Self::Ambiguous { .. } => NoticeKind::Ambiguous,
            Self::Unknown(_) => NoticeKind::Unknown,
            Self::Relaxed(_) => NoticeKind::Relaxed,
            Self::Capped(_) => NoticeKind::Capped,
            Self::Timeout(_) => NoticeKind::Timeout,
            Self::Suggestion { .. } => NoticeKind::Suggestion,
        }
    }
}

/// What is not used of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ignored {
    /// A dash before a word, which leaves no word out.
    Dash(char),
    /// A part that has no meaning where it stands.
    Part {
        /// The part, shortened.
        part: String,
        /// Why it has none.
        why: Unused,
    },
    /// A quote that is never closed.
    OpenQuote,
    /// A parenthesis that is never closed.
    OpenParenthesis,
    /// What stands after `^`.
    Weight(String),
    /// What stands after `~`.
    Edits(String),
    /// `~` of a word that has `=` or `*`, too.
    SimilarBesideOperator,
    /// `*` inside a word or in quotes.
    InnerAsterisk,
    /// A beginning in Latin letters, for which Gujarati words are not looked for.
    LatinBeginning(String),
    /// A field without a value.
    FieldWithoutValue,
    /// So many further parts.
    More(usize),
    /// `~` where words are searched as typed only.
    SimilarOfExact,
    /// `~` of a word of one letter.
    SimilarOfLetter(String),
    /// A date that cannot be read.
    Date(String),
}

/// Why a part of a query has no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unused {
    /// A closing parenthesis, and none is open.
    NoneOpen,
    /// OR without a word on one side.
    LoneOr,
    /// AND without a word on one side.
    LoneAnd,
    /// NOT with nothing after it.
    LoneNot,
    /// An operator where a word should be.
    NoWordHere,
    /// Too many parentheses around it.
    TooDeep,
    /// A field of text without a value.
    NoValue,
    /// Neither a letter nor a digit.
    NoLetter,
}

/// What is not known of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// A word before a colon that names no field.
    Field {
        /// The word.
        name: String,
        /// The field that is nearest.
        nearest: &'static str,
        /// All fields.
        fields: &'static [&'static str],
    },
    /// A name of a closed list, which lacks it; nothing can match.
    Name(EntityKind, String),
    /// A name that the gazetteer lacks; it is searched in the text.
    NameInText(EntityKind, String),
    /// A range of dates that ends before it begins.
    Backwards(String),
    /// A category or source that no article has.
    Value {
        /// What it should be.
        column: ListedColumn,
        /// The value as typed.
        value: String,
        /// The first of those that articles have.
        held: Vec<String>,
        /// Whether articles have others.
        has_more: bool,
    },
}

/// A column whose values a notice lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedColumn {
    /// Categories.
    Category,
    /// Who published the article.
    Source,
}

/// Which other articles there are than those with every word typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relaxed {
    /// None, since only articles with every word are counted, and there is none.
    NoneCounted,
    /// None, though there are articles with some of the words: they were not asked for.
    LeftOut,
    /// Articles with some of the words; so many have every word.
    SomeWords(u64),
    /// Articles with words that were only read loosely: each with the likeliest of its readings.
    Loosely(Vec<(String, Vec<String>)>),
    /// Articles with corrected words: each word with those that were searched for it.
    Corrected(Vec<(String, Vec<String>)>),
}

/// Which limit was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capped {
    /// The words of a query.
    Words(usize),
    /// The weight of a word.
    Weight(u16),
    /// The words between those of a phrase.
    Slop(u32),
    /// The letters in which a similar word differs.
    Edits(u32),
    /// The words that a beginning stands for: the beginning, and how many are searched.
    Beginning(String, usize),
    /// How many times similar words are looked for.
    SimilarWords(usize),
    /// The forms that a word stands for: the word, and how many are searched.
    FormsOfWord(String, usize),
    /// The forms that a query stands for.
    FormsOfQuery(usize),
    /// Every article of the index matches, so that none is left to compare with.
    NoOthers,
    /// Many articles match: words were looked for in some of them.
    Sampled {
        /// How many match.
        articles: usize,
        /// Each one after so many was read.
        step: usize,
    },
}

/// What the time was too short for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeout {
    /// The forms that words stand for.
    Expanding,
    /// The articles.
    Searching,
}

/// A word that is corrected in a suggested query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrigendum {
    /// The word as typed.
    pub typed: String,
    /// The form that may be meant.
    pub form: String,
    /// Why.
    pub reason: Reason,
}

impl From<Ignored> for Said {
    fn from(ignored: Ignored) -> Self {
        Self::Ignored(ignored)
    }
}

impl From<Unknown> for Said {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(unknown)
    }
}

impl From<Relaxed> for Said {
    fn from(relaxed: Relaxed) -> Self {
        Self::Relaxed(relaxed)
    }
}

impl From<Capped> for Said {
    fn from(capped: Capped) -> Self {
        Self::Capped(capped)
    }
}

impl From<Timeout> for Said {
    fn from(timeout: Timeout) -> Self {
        Self::Timeout(timeout)
    }
}
