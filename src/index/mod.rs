//! The index: articles on disk, their words, and what is known of those words.
//!
//! Takes articles, gives a folder that searches read. The postings hold *forms* (repaired words with one
//! kind of digits), one field a part of the article, with positions. Keys are not in the postings: a side
//! file, the [`vocabulary`], holds each distinct form once with its lemma and sound keys, and a query is
//! expanded over it. The other design, a second field of lemma keys beside each field, is measured beside this one by
//! `cargo bench --bench plain -- --only designs`. Over 10,000 articles of 3.4 KB it took 2.6 times plain
//! tantivy's CPU time and 1.37 of its size; forms and vocabulary took 2.2 and 1.29. Ranking is where ours
//! pays: 0.24 ms against 0.08 in the median, for it reads a list for every spelling, sound and inflection,
//! and that is also what lets each kind of match have its own weight. The vocabulary can be keyed again
//! from the index alone, so a better stemmer needs no new indexing. A second side file, the
//! [`completions`], lists names and words for typing help, the commonest first.

mod collect;
pub(crate) mod columns;
pub mod completions;
mod files;
mod forms;
pub mod manifest;
mod presence;
pub mod reader;
mod renewal;
pub mod saved;
pub(crate) mod schema;
mod stories;
pub(crate) mod terms;
mod tokenizer;
pub mod vocabulary;
pub mod words;
pub mod writer;

use std::path::PathBuf;

pub use self::completions::{Completion, Completions};
pub use self::manifest::Manifest;
pub use self::presence::Presence;
pub use self::reader::Reader;
pub(crate) use self::schema::Fields;
pub use self::vocabulary::Vocabulary;
pub use self::words::{FormEntry, Key, Known};
pub use self::writer::{Change, Tally, Writer};

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
        source: crate::entities::CorrectedError,
    },
    /// The gazetteer kept with the index is damaged.
    #[error("{}: the gazetteer of the index is damaged; run `khabar index` again on the same paths", path.display())]
    Gazetteer {
        /// The file.
        path: PathBuf,
        /// Why it cannot be read.
        #[source]
        source: crate::entities::GazetteerError,
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
