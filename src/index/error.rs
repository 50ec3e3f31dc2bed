//! What can go wrong with an index.

use std::path::{Path, PathBuf};

use crate::entities::{CorrectedError, GazetteerError};

/// What can go wrong with an index.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No index is there.
    #[error("{}: no index; make one with `khabar index PATH --index {}`", path.display(), path.display())]
    Missing {
        /// The folder.
        path: PathBuf,
    },
    /// The folder holds something else.
    #[error("{}: the folder holds other files and no index of khabar ({found}); name an empty or new folder", path.display())]
    Foreign {
        /// The folder.
        path: PathBuf,
        /// What it holds.
        found: String,
    },
    /// Made by another version of the form of tokens.
    #[error("{}: made by another version of khabar ({what}); index the articles anew into an empty folder", path.display())]
    Version {
        /// The folder.
        path: PathBuf,
        /// What differs.
        what: String,
    },
    /// The side files are of another version or of another commit; searches only read, so they cannot make them anew.
    #[error("{}: {why}; run `khabar index --index {}` to bring it up to date", path.display(), path.display())]
    Stale {
        /// The folder.
        path: PathBuf,
        /// What differs.
        why: &'static str,
    },
    /// Another process writes to it.
    #[error("{}: another process is writing to this index; try again when it has ended", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// A file cannot be read or written.
    #[error("{}: {action}", path.display())]
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
    #[error("{}: the vocabulary is damaged ({what}); run `khabar index` again on the same paths", path.display())]
    Vocabulary {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A line of a newsroom's corrections of the gazetteer.
    #[error("{}: these corrections of the gazetteer cannot be followed", path.display())]
    Corrections {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: CorrectedError,
    },
    /// The gazetteer kept with the index is damaged.
    #[error("{}: the gazetteer of the index is damaged; run `khabar index` again on the same paths", path.display())]
    Gazetteer {
        /// The file.
        path: PathBuf,
        /// Why it cannot be read.
        #[source]
        source: GazetteerError,
    },
    /// The engine failed.
    #[error("{}: the index cannot be used; run `khabar verify --index {}`", path.display(), path.display())]
    Engine {
        /// The folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: EngineError,
    },
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
