//! What can go wrong with a search.
//!
//! Takes causes and values; the sentences are made by `views`.

use crate::index::EngineError;

/// What can go wrong with a search. A query itself never does.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The engine failed.
    Engine(EngineError),
    /// Nothing was asked for.
    Nothing,
    /// A concordance was asked for without words.
    NoWords,
    /// A filter names a country or category that does not exist.
    UnknownFilter {
        /// What was filtered.
        kind: &'static str,
        /// The value given.
        value: String,
        /// Names that are near it.
        nearest: String,
    },
    /// A date that cannot be read.
    Date(String),
    /// No such article.
    NoArticle(String),
    /// A file of the index beside the engine's.
    Index(crate::index::Error),
}

// by hand: thiserror takes the source out of the source (`transparent`) only where it makes the sentences, too
impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Engine(failure) => Some(failure),
            Self::Index(error) => error.source(),
            _ => None,
        }
    }
}

impl From<crate::index::Error> for Error {
    fn from(error: crate::index::Error) -> Self {
        Self::Index(error)
    }
}
