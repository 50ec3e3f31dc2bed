//! Renewal: what stands beside the engine's files is made of a commit.
//!
//! Takes a commit of the engine and the gazetteer, gives vocabulary, gazetteer, completions and manifest. All of it is made
//! from the index alone, so that an index of other keys or other names needs no sources; the mentions of an article are the
//! engine's, and stay until it is indexed again. Only who holds the writer's lock may renew: a search never writes.

use std::path::Path;

use tantivy::Searcher;

use super::dictionaries::{DistinctForms, distinct_forms};
use super::error::{Error, engine_error};
use super::folder::{checksum, replace_file};
use super::manifest::Manifest;
use super::names::GAZETTEER_FILE;
use super::schema::Fields;
use super::{completions, vocabulary};
use crate::analysis::Lexis;
use crate::entities::Gazetteer;

/// A commit of the engine.
#[derive(Clone, Copy)]
pub(super) struct Commit<'c> {
    pub(super) searcher: &'c Searcher,
    pub(super) fields: &'c Fields,
    pub(super) opstamp: u64,
}

/// Makes the side files of a commit, the manifest last: until it is there, the index is not current.
pub(super) fn renew<N>(
    folder: &Path,
    commit: Commit<'_>,
    gazetteer: &Gazetteer,
    lexis: &mut Lexis<N>,
) -> Result<(), Error> {
    let failed = |source| engine_error(folder, source);
    let Commit {
        searcher,
        fields,
        opstamp,
    } = commit;
    let DistinctForms { forms, term_bitmap } = distinct_forms(searcher, fields).map_err(failed)?;
    vocabulary::write(folder, &forms, term_bitmap, lexis)?;
    replace_file(&folder.join(GAZETTEER_FILE), gazetteer.as_bytes())?;
    let names = completions::count_mentions(searcher, fields).map_err(failed)?;
    completions::write(folder, &forms, &names, gazetteer, lexis)?;
    let mut manifest = Manifest::current(opstamp);
    (manifest.checksums, manifest.completions) = checksums(folder)?;
    manifest.write(folder)
}

/// The checksums of the side files: vocabulary and gazetteer; completions.
pub(super) fn checksums(folder: &Path) -> Result<([u32; 2], u32), Error> {
    let pair = [checksum(folder, vocabulary::FILE)?, checksum(folder, GAZETTEER_FILE)?];
    Ok((pair, checksum(folder, completions::FILE)?))
}
