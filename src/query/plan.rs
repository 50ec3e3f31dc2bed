//! The plan: what is looked for, as plain data.
//!
//! Made by [`super::lowering`], run by [`crate::retrieval`].

use std::ops::Range;

use super::expansion::{Expansion, PhraseClause, Slot};
use super::notice::Notice;
use crate::article::FieldSet;
use crate::entities::EntityKind;

/// A word of the query with all that it stands for. All of it scores as one word.
#[derive(Debug, Clone, PartialEq)]
pub struct WordClause {
    /// The word as typed, for answers.
    pub label: String,
    /// Single forms.
    pub slot: Slot,
    /// Runs of words that count as the word: a name of several words, the word written apart.
    pub phrases: Vec<PhraseClause>,
    /// The words of a name of several, for where an article is enough that holds some.
    pub parts: Vec<(String, Slot)>,
    /// The entities that the word names.
    pub entities: Vec<(EntityKind, String)>,
    /// The fields to look in: none of the others counts.
    pub fields: FieldSet,
    /// The weight given by the user.
    pub boost: f32,
    /// Wanted but not needed.
    pub optional: bool,
    /// Its bytes in the query; empty where it does not stand there.
    pub span: Range<usize>,
}

impl WordClause {
    /// A word that nothing stands for yet.
    #[must_use]
    pub fn named(label: &str, fields: FieldSet) -> Self {
        Self {
            label: label.to_owned(),
            slot: Slot::default(),
            phrases: Vec::new(),
            parts: Vec::new(),
            entities: Vec::new(),
            fields,
            boost: 1.0,
            optional: false,
            span: 0..0,
        }
    }

    /// The words of a name of several, each by itself; an initial says nothing by itself (C. R. Patil).
    pub fn apart(&self) -> impl Iterator<Item = Self> + '_ {
        let said = self.parts.iter().filter(|(label, _)| label.chars().nth(1).is_some());
        said.map(|(label, slot)| Self {
            label: label.clone(),
            slot: slot.clone(),
            phrases: Vec::new(),
            parts: Vec::new(),
            entities: Vec::new(),
            ..self.clone()
        })
    }

    /// Whether it is a Latin word that is read loosely, and nothing else stands for it.
    #[must_use]
    pub fn is_guessed(&self) -> bool {
        let is_loose = |slot: &Slot| !slot.forms.is_empty() && slot.forms.iter().all(Expansion::is_loose);
        let is_guessed = |phrase: &PhraseClause| phrase.slots.iter().any(is_loose);
        let stands = !self.slot.forms.is_empty() || !self.phrases.is_empty();
        stands && (self.slot.forms.is_empty() || is_loose(&self.slot)) && self.phrases.iter().all(is_guessed)
    }
}

/// A node of the plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// A word.
    Word(WordClause),
    /// Mentions of one of these entities.
    Entity(EntityKind, Vec<String>),
    /// One of these categories.
    Category(Vec<String>),
    /// A source, as stored.
    Source(String),
    /// Dates from the first to the last, both included, as days since 1970-01-01.
    Dates(Option<i64>, Option<i64>),
    /// Came into the index after this run of indexing.
    AddedAfter(u64),
    /// All must match.
    All(Vec<Clause>),
    /// One must match; an article that matches several is worth them all.
    Any(Vec<Clause>),
    /// One must match: ways to say the same thing, so that the best counts.
    OneOf(Vec<Clause>),
    /// Must not match.
    Not(Box<Clause>),
    /// Matches nothing.
    Nothing,
}

/// A plan and what there is to say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What to look for; `None` where nothing is left.
    pub clause: Option<Clause>,
    /// Notices of lowering.
    pub notices: Vec<Notice>,
    /// The single words that are no names, for corrections.
    pub words: Vec<PlannedWord>,
}

/// A word of the query and how often the index has what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedWord {
    /// Its form.
    pub form: String,
    /// The articles of its forms, added up.
    pub articles: u32,
    /// Whether runs of words stand for it too, of which only a search knows how often they are there.
    pub has_sequences: bool,
    /// Its bytes in the query.
    pub span: Range<usize>,
}

impl Clause {
    /// How many parts must match, filters aside.
    #[must_use]
    pub fn needed_count(&self) -> usize {
        let is_needed = |part: &Self| match part {
            Self::Word(word) => !word.optional,
            Self::Any(_) | Self::OneOf(_) | Self::All(_) | Self::Nothing => true,
            _ => false,
        };
        match self {
            Self::All(parts) => parts.iter().filter(|part| is_needed(part)).count(),
            single => usize::from(is_needed(single)),
        }
    }

    /// How many words were typed for it: of alternatives those of the longest.
    #[must_use]
    pub fn typed_count(&self) -> usize {
        match self {
            Self::Word(word) => word.parts.len().max(1),
            Self::All(parts) => parts.iter().map(Self::typed_count).sum(),
            Self::Any(parts) | Self::OneOf(parts) => parts.iter().map(Self::typed_count).max().unwrap_or(1),
            _ => 1,
        }
    }

    /// All words that may match, those that must not left out.
    #[must_use]
    pub fn words(&self) -> Vec<&WordClause> {
        match self {
            Self::Word(word) => vec![word],
            Self::All(parts) | Self::Any(parts) | Self::OneOf(parts) => parts.iter().flat_map(Self::words).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether what matches is a guess: a word that must match is only read loosely.
    #[must_use]
    pub fn is_guessed(&self) -> bool {
        match self {
            Self::Word(word) => !word.optional && word.is_guessed(),
            Self::All(parts) => parts.iter().any(Self::is_guessed),
            Self::Any(parts) | Self::OneOf(parts) => !parts.is_empty() && parts.iter().all(Self::is_guessed),
            _ => false,
        }
    }

    /// The words in the order typed: of alternatives the first.
    #[must_use]
    pub fn as_typed(&self) -> Vec<&WordClause> {
        match self {
            Self::Word(word) => vec![word],
            Self::All(parts) => parts.iter().flat_map(Self::as_typed).collect(),
            Self::Any(parts) | Self::OneOf(parts) => parts.first().map(Self::as_typed).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}
