//! Reading: an index folder opened for search.
//!
//! Takes the folder, gives the engine's searcher, the vocabulary and the gazetteer that belong together.
//! Nothing is written. Where keys or gazetteer are of another version of this program, or the vocabulary is
//! older than the last commit, that is an error which says what to do (`renewal.rs` does it).

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tantivy::{Index, Searcher};

use super::completions::Completions;
use super::dictionaries::distinct_forms;
use super::error::{EngineError, Error};
use super::files::Files;
use super::folder::{exists, is_vacant};
use super::manifest::Manifest;
use super::names::open_gazetteer;
use super::renewal::checksums;
use super::schema::{Fields, schema};
use super::term_bitmap::TermBitmap;
use super::tokenizer;
use super::vocabulary::Vocabulary;
use crate::entities::Gazetteer;

/// An index opened for search.
#[derive(Debug)]
pub struct Reader {
    /// The folder.
    pub folder: PathBuf,
    /// The handles of its fields.
    pub(crate) fields: Fields,
    /// The words of the index.
    pub vocabulary: Vocabulary,
    /// The names it was made with.
    pub gazetteer: Gazetteer,
    /// Its versions.
    pub manifest: Manifest,
    /// Where its words stand.
    completions: OnceLock<Completions>,
    pub(crate) term_bitmap: TermBitmap,
    pub(crate) terms: super::terms::Terms,
    pub(crate) columns: super::columns::Columns,
    pub(crate) index: Index,
    pub(crate) searcher: SearcherCell,
}

/// The engine's searcher; it has no `Debug` of its own.
pub(crate) struct SearcherCell(pub(crate) Searcher);

impl std::fmt::Debug for SearcherCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Searcher").finish_non_exhaustive()
    }
}

/// That the folder holds an index.
///
/// # Errors
/// [`Error::Missing`] where none is there, [`Error::Foreign`] where something else is.
pub fn found(folder: &Path) -> Result<(), Error> {
    if exists(folder) {
        return Ok(());
    }
    let path = folder.to_owned();
    Err(match is_vacant(folder)? {
        Some(found) => Error::Foreign { path, found },
        None => Error::Missing { path },
    })
}

impl Reader {
    /// Opens the index in a folder.
    ///
    /// # Errors
    /// [`Error::Missing`] where none is there, [`Error::Stale`] where it must be renewed first; the others where it is
    /// damaged or of another version.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        found(folder)?;
        let manifest = Manifest::of(folder)?;
        let (index, fields) = open_engine(folder, Files::reading(folder)?)?;
        let engine = |source| Error::Engine {
            path: folder.to_owned(),
            source: EngineError::new(source),
        };
        if !manifest.is_current(index.load_metas().map_err(engine)?.opstamp) {
            return Err(manifest.stale(folder));
        }
        let searcher = index
            .reader_builder()
            .reload_policy(tantivy::ReloadPolicy::Manual)
            .try_into()
            .map_err(engine)?
            .searcher();
        let vocabulary = Vocabulary::open(folder)?;
        let segments: Vec<_> = searcher.segment_readers().iter().map(|s| s.segment_id()).collect();
        Ok(Self {
            term_bitmap: vocabulary.term_bitmap(&segments, folder)?,
            completions: OnceLock::new(),
            terms: super::terms::Terms::default(),
            columns: super::columns::Columns::default(),
            vocabulary,
            gazetteer: open_gazetteer(folder)?,
            folder: folder.to_owned(),
            fields,
            manifest,
            index,
            searcher: SearcherCell(searcher),
        })
    }

    /// Names and words to complete what is typed by, opened when they are first asked for.
    pub(crate) fn completions(&self) -> Result<&Completions, Error> {
        if let Some(open) = self.completions.get() {
            return Ok(open);
        }
        let opened = Completions::open(&self.folder)?;
        Ok(self.completions.get_or_init(|| opened))
    }

    /// How many articles it holds.
    #[must_use]
    pub fn article_count(&self) -> u64 {
        self.searcher.0.num_docs()
    }
}

/// The engine's index of a folder with the tokenizer registered.
pub(super) fn open_engine(folder: &Path, files: Files) -> Result<(Index, Fields), Error> {
    let index = Index::open(files).map_err(|source| Error::Engine {
        path: folder.to_owned(),
        source: EngineError::new(source),
    })?;
    let (expected, fields) = schema();
    if index.schema() != expected {
        return Err(Error::Version {
            path: folder.to_owned(),
            what: "other fields".into(),
        });
    }
    index
        .tokenizers()
        .register(tokenizer::NAME, tokenizer::FormTokenizer::default());
    Ok((index, fields))
}

impl Reader {
    /// What is wrong with the index: files with a wrong checksum, articles that cannot be read back, a
    /// vocabulary that lacks a form. Reads all of it.
    ///
    /// # Errors
    /// Where the engine fails before anything can be said.
    pub fn problems(&self) -> Result<Vec<String>, Error> {
        let engine = |source| Error::Engine {
            path: self.folder.clone(),
            source: EngineError::new(source),
        };
        let damaged = self.index.validate_checksum().map_err(engine)?;
        let mut problems: Vec<String> = damaged
            .iter()
            .map(|file| format!("{} has a wrong checksum", file.display()))
            .collect();
        if checksums(&self.folder)? != (self.manifest.checksums, self.manifest.completions) {
            problems.push("vocabulary.bin, gazetteer.bin or completions.bin has a wrong checksum".to_owned());
        }
        if !problems.is_empty() {
            // the engine panics on some damaged files: no reading on
            return Ok(problems);
        }
        for segment in self.searcher.0.segment_readers() {
            let store = segment.get_store_reader(1).map_err(|e| engine(e.into()))?;
            let unreadable = store
                .iter::<tantivy::TantivyDocument>(segment.alive_bitset())
                .filter(Result::is_err)
                .count();
            if unreadable > 0 {
                problems.push(format!(
                    "{unreadable} articles of segment {} cannot be read",
                    segment.segment_id()
                ));
            }
        }
        let forms = distinct_forms(&self.searcher.0, &self.fields).map_err(engine)?.forms;
        if forms.len() != self.vocabulary.len() {
            problems.push(format!(
                "the vocabulary has {} forms, the articles {}",
                self.vocabulary.len(),
                forms.len()
            ));
        }
        Ok(problems)
    }
}
