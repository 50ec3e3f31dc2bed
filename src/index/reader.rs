//! Reading: an index folder opened for search.
//!
//! Takes the folder, gives the engine's searcher, the vocabulary and the gazetteer that belong together.
//! Nothing is written. Where keys or gazetteer are of another version of this program, or the vocabulary is
//! older than the last commit, that is an error which says what to do (`renewal.rs` does it).

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use tantivy::{Index, Searcher};

use super::completions::Completions;
use super::dictionaries::distinct_forms;
use super::error::{EngineError, Error, engine_error};
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

/// How often an opening looks whether the side files of a commit are in place: for 15 seconds, as many as a million words take.
const LOOKS: usize = 1_500;

/// The time between two looks.
const PAUSE: Duration = Duration::from_millis(10);

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
    /// Opens the index in a folder. Between the engine's commit and the last side file of a run of indexing it waits.
    ///
    /// # Errors
    /// [`Error::Missing`] where none is there, [`Error::Stale`] where it must be renewed first, [`Error::Busy`] where a run of
    /// indexing makes it or has not put its words in place within 15 seconds; the others where it is damaged or of another
    /// version.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        found(folder)?;
        let (manifest, index, fields) = open_current(folder, || std::thread::sleep(PAUSE))?;
        let engine = |source| engine_error(folder, source);
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

/// Manifest and engine of one commit.
///
/// A run of indexing commits first and puts its words in place then; who opens the index in between waits for that, as the
/// words of the commit before are not those of its articles. `pause` is called before each new look.
fn open_current(folder: &Path, mut pause: impl FnMut()) -> Result<(Manifest, Index, Fields), Error> {
    let mut has_ended = false;
    for _ in 0..LOOKS {
        let manifest = Manifest::of(folder)?;
        let files = Files::reading(folder)?;
        let (index, fields) = open_engine(folder, files.clone())?;
        let opstamp = index
            .load_metas()
            .map_err(|source| engine_error(folder, source))?
            .opstamp;
        if manifest.is_current(opstamp) {
            return Ok((manifest, index, fields));
        }
        if has_ended || !manifest.is_of_these_versions() {
            return Err(manifest.stale(folder));
        }
        // a run that ended after the manifest was read left a current one
        has_ended = !files.has_writer();
        if !has_ended {
            if !manifest.has_commit() {
                break;
            }
            pause();
        }
    }
    Err(Error::Busy {
        path: folder.to_owned(),
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{Staleness, Writer};

    #[test]
    fn who_opens_between_commit_and_side_files_waits_for_them() {
        let (folder, gazetteer) = (tempfile::tempdir().unwrap(), Gazetteer::shipped().unwrap());
        let open = || Writer::open(folder.path(), &gazetteer).unwrap();
        open().commit(&std::collections::HashSet::new()).unwrap();
        let current = Manifest::of(folder.path()).unwrap();
        let earlier = Manifest {
            opstamp: current.opstamp + 1,
            ..current.clone()
        };
        earlier.write(folder.path()).unwrap();
        // nobody writes: there is nothing to wait for
        let stopped = open_current(folder.path(), || panic!("waits for nobody")).unwrap_err();
        assert!(
            matches!(
                stopped,
                Error::Stale {
                    why: Staleness::Stopped,
                    ..
                }
            ),
            "{stopped}"
        );
        let writer = open();
        let mut pauses = 0;
        let opened = open_current(folder.path(), || {
            pauses += 1;
            if pauses == 3 {
                current.write(folder.path()).unwrap();
            }
        });
        assert_eq!((opened.unwrap().0, pauses), (current, 3));
        earlier.write(folder.path()).unwrap();
        let busy = open_current(folder.path(), || ()).unwrap_err();
        assert!(matches!(busy, Error::Busy { .. }), "{busy}");
        drop(writer);
    }
}
