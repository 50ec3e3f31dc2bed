//! What can go wrong with an index.

use std::path::{Path, PathBuf};

use crate::entities::{CorrectedError, GazetteerError};

/// What can go wrong with an index. The sentences are made by `views`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No index is there.
    Missing {
        /// The folder.
        path: PathBuf,
    },
    /// The folder holds something else.
    Foreign {
        /// The folder.
        path: PathBuf,
        /// What it holds.
        found: String,
    },
    /// Made by another version of the form of tokens.
    Version {
        /// The folder.
        path: PathBuf,
        /// What differs.
        what: String,
    },
    /// The side files are of another version or of another commit; searches only read, so they cannot make them anew.
    Stale {
        /// The folder.
        path: PathBuf,
        /// What differs.
        why: Staleness,
    },
    /// Another process writes to it.
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// A file cannot be read or written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was tried.
        action: &'static str,
        /// Why it failed.
        #[source]
        source: std::io::Error,
    },
    /// The vocabulary is damaged.
    Vocabulary {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A line of a newsroom's corrections of the gazetteer.
    Corrections {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: CorrectedError,
    },
    /// The gazetteer kept with the index is damaged.
    Gazetteer {
        /// The file.
        path: PathBuf,
        /// Why it cannot be read.
        #[source]
        source: GazetteerError,
    },
    /// The engine failed.
    Engine {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: EngineError,
    },
}

/// Why the side files of an index are not those that a search needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staleness {
    /// A run of indexing was stopped before it had made them.
    Stopped,
    /// Another version of this program made them: its keys or names are others.
    Versions,
}

impl Error {
    /// The file or folder that it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path }
            | Self::Foreign { path, .. }
            | Self::Version { path, .. }
            | Self::Stale { path, .. }
            | Self::Busy { path }
            | Self::Io { path, .. }
            | Self::Vocabulary { path, .. }
            | Self::Corrections { path, .. }
            | Self::Gazetteer { path, .. }
            | Self::Engine { path, .. } => path,
        }
    }
}

/// A failure of the engine; what it says is shown, what it is stays the engine's affair.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct EngineError(tantivy::TantivyError);

impl EngineError {
    pub(crate) const fn new(failure: tantivy::TantivyError) -> Self {
        Self(failure)
    }
}

pub(super) fn engine_error(folder: &Path, source: tantivy::TantivyError) -> Error {
    match source {
        tantivy::TantivyError::LockFailure(..) => Error::Busy {
            path: folder.to_owned(),
        },
        source => Error::Engine {
            path: folder.to_owned(),
            source: EngineError::new(source),
        },
    }
}
