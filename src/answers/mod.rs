//! Answers: the articles that an archive gives become values to be shown.
//!
//! Takes a request and an archive, gives an [`Answer`]: hits with scores, marks, reasons, entities; one article whole; what is
//! like it; what is being typed. Terminal, JSON, CSV and page all show this one value.

pub mod search;
pub mod show;
pub mod similar;
pub mod snippet;
pub mod suggest;

use serde::Serialize;

pub use self::search::{HitSink, each_hit, search, search_until};
pub use self::show::{Shown, show};
pub use self::similar::similar;
pub use self::suggest::{Suggestion, Suggestions, suggest};
use crate::query::{Notice, Tier, WordMark};
use crate::retrieval::{Explanation, ShownExpansion, ShownReading};

/// The answer to one query.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Answer {
    /// The query as typed.
    pub query: String,
    /// How many articles hold every word; relaxed ones only where there is nothing else.
    pub total: u64,
    /// How many stories these articles tell, where each is told once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stories: Option<u64>,
    /// The time it took, in milliseconds.
    pub took_ms: f64,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
    /// What was searched for each word.
    pub expansions: Vec<ShownExpansion>,
    /// Readings of Latin words that were known and not searched.
    pub unsearched: Vec<ShownReading>,
    /// The hits of this page, best first.
    pub hits: Vec<Hit>,
}

/// One article of an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Where it came from.
    pub path: String,
    /// Its score; 0 where only filters were given.
    pub score: f32,
    /// Holds some of the words only, or corrected ones.
    pub relaxed: bool,
    /// The number of its story, in hexadecimal digits: articles with nearly the same text have the same.
    pub story: String,
    /// How many other articles that match tell the same story, where each is told once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_story: Option<u64>,
    /// The headline.
    pub headline: String,
    /// Marks in the headline.
    pub headline_marks: Vec<Mark>,
    /// The headline in Latin letters.
    pub headline_latin: String,
    /// Category slugs.
    pub category: Vec<String>,
    /// ISO 8601 date.
    pub date: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// The passage that shows best why it matched.
    pub snippet: Snippet,
    /// Why it matched.
    pub why: Vec<Why>,
    /// The parts of its score, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// Who is mentioned.
    pub persons: Vec<NamedId>,
    /// Which countries, the weightiest first.
    pub countries: Vec<NamedId>,
    /// Which places.
    pub places: Vec<NamedId>,
    /// Which bodies.
    pub organisations: Vec<NamedId>,
}

/// A passage with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Snippet {
    /// The passage; `…` where it was cut.
    pub text: String,
    /// What matched in it.
    pub marks: Vec<Mark>,
}

/// A marked range, in bytes, never inside a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl Mark {
    fn of(found: &WordMark) -> Self {
        Self {
            start: found.byte_start,
            end: found.byte_end,
        }
    }
}

/// Why a word of the query matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// The word as typed.
    pub word: String,
    /// The words as they stand in the text.
    pub form: String,
    /// The field.
    pub field: &'static str,
    /// How the form belongs to the word.
    pub tier: Tier,
}

/// An entity by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedId {
    /// Its id.
    pub id: String,
    /// Its name in Gujarati.
    pub name: String,
}
