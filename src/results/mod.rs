//! Results: a plan is run, and what it finds becomes plain values.
//!
//! Takes a request and an open index, gives an [`Answer`]: hits with scores, marks, reasons, entities.
//! Terminal, JSON, CSV and page all show this one value. The deadline is given to it.

mod accumulator;
mod columns;
mod correct;
pub mod deadline;
pub mod entities;
pub mod evaluate;
pub mod explain;
pub mod facets;
pub mod filters;
pub mod keywords;
pub mod kwic;
mod lists;
pub mod mark;
pub mod matching;
pub mod order;
pub mod page;
mod paging;
pub mod period;
pub mod postings;
mod proximity;
mod ranking;
pub mod search;
pub mod show;
pub mod similar;
pub mod snippet;
mod stories;
pub mod suggest;
pub mod trend;

use serde::Serialize;

pub use self::deadline::Deadline;
pub use self::explain::{Explanation, Occurrence, WordScore};
pub use self::filters::Filters;
pub use self::search::{Fallback, HitSink, Limit, Request, Sort, each_hit, search, search_until};
pub use self::show::{Shown, show, to_article};
pub use self::similar::similar;
pub use self::suggest::{Suggestion, Suggestions, suggest};
use crate::query::{Notice, Tier};

/// What can go wrong with a search. A query itself never does.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The engine failed.
    #[error("the index cannot be read; run `khabar verify`")]
    Engine(#[from] tantivy::TantivyError),
    /// A file of the index cannot be read.
    #[error("the index cannot be read; run `khabar verify`")]
    Io(#[from] std::io::Error),
    /// Nothing was asked for.
    #[error(
        "neither words nor a filter are given; write for example `khabar search putin` or `khabar search --country KP`"
    )]
    Nothing,
    /// A concordance was asked for without words.
    #[error("no word is given whose places could be shown; write for example `khabar kwic ભૂકંપ`")]
    NoWords,
    /// A filter names a country or category that does not exist.
    #[error("no {kind} is called ‘{value}’; the nearest known: {nearest}")]
    UnknownFilter {
        /// What was filtered.
        kind: &'static str,
        /// The value given.
        value: String,
        /// Names that are near it.
        nearest: String,
    },
    /// A date that cannot be read.
    #[error("‘{0}’ is no date; write 2024, 2024-06 or 2024-06-19")]
    Date(String),
    /// No such article.
    #[error("no article has the id ‘{0}’; ids are shown by `khabar search`")]
    NoArticle(String),
}

/// The answer to one query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The id of the query in a batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The query as typed.
    pub query: String,
    /// How many articles hold every word; relaxed ones only where there is nothing else.
    pub total: u64,
    /// The last run of indexing that added an article, for alerts.
    #[serde(skip)]
    pub last_run: u64,
    /// How many stories these articles tell, where each is told once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stories: Option<u64>,
    /// The time it took, in milliseconds.
    pub took_ms: f64,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
    /// What was searched for each word.
    pub expansions: Vec<ShownExpansion>,
    /// The hits of this page, best first.
    pub hits: Vec<Hit>,
}

/// A form that was searched for a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownExpansion {
    /// The word as typed.
    pub word: String,
    /// The form.
    pub form: String,
    /// How it belongs to the word.
    pub tier: Tier,
    /// In how many articles it stands.
    pub articles: u32,
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
