//! Retrieval: a request is planned over an archive, and the archive gives the articles that match, in order.
//!
//! Takes a [`Request`], gives a [`Page`] of articles or all of them ([`Asked`]). What can be asked of an archive is the trait
//! [`Archive`]; the index of this machine answers it out of postings and columns. With `index` this is the only stage that
//! names the engine, and no signature of either shows it. The deadline is given to it.

mod accumulator;
pub mod archive;
mod asking;
mod columns;
mod corrections;
mod deadline;
mod evaluate;
mod explain;
mod filters;
mod headlines;
mod lists;
mod local;
mod paging;
mod postings;
mod proximity;
mod ranking;
mod request;
mod stories;
mod word_counts;

pub use self::archive::{Archive, ArticleKey, Column, Page, Row, Scored, Search, StoredArticle};
pub use self::asking::{Asked, ShownExpansion, planned_filters};
pub use self::deadline::Deadline;
pub use self::explain::{Explanation, Occurrence, WordScore};
pub use self::filters::Filters;
pub use self::request::{Fallback, Limit, Request, Sort};
use crate::index::EngineError;

/// What can go wrong with a search. A query itself never does.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The engine failed.
    #[error("the index cannot be read; run `khabar verify`")]
    Engine(#[source] EngineError),
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
    /// A file of the index beside the engine's.
    #[error(transparent)]
    Index(#[from] crate::index::Error),
}
