//! What can go wrong with a search.

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
