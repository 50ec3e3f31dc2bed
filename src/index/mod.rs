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

mod bytes;
pub(crate) mod columns;
pub mod completions;
mod dictionaries;
mod error;
mod files;
mod folder;
mod forms;
pub mod manifest;
pub mod names;
pub mod reader;
mod renewal;
pub mod saved;
pub(crate) mod schema;
mod stories;
mod term_bitmap;
pub(crate) mod terms;
mod tokenizer;
pub mod vocabulary;
pub mod word_source;
pub mod writer;

pub use self::completions::{Completion, Completions};
pub use self::error::{EngineError, Error, Staleness};
pub use self::folder::{exists, is_vacant};
pub use self::manifest::Manifest;
pub use self::reader::Reader;
pub(crate) use self::schema::Fields;
pub use self::vocabulary::Vocabulary;
pub use self::word_source::{FormEntry, Key, WordSource};
pub use self::writer::{Change, Tally, Writer};
