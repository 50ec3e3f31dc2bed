//! Saved searches: what a newsroom wants to be told of, kept beside the index.
//!
//! Takes and gives the list of one index folder. What a search means is for the one who runs it; here it is a name,
//! the query and the filters as typed, and up to which run of indexing its stories have been told.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::folder::replace_file;

const FILE: &str = "searches.json";

/// A saved search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved<F> {
    /// What it is called.
    pub name: String,
    /// The query as typed.
    pub query: String,
    /// The filters as typed.
    pub filters: F,
    /// Articles up to this run of indexing have been told.
    pub seen: u64,
}

/// The saved searches of an index folder, in the order in which they were saved.
///
/// # Errors
/// Where the file cannot be read or is no list of searches.
pub fn read<F: for<'de> Deserialize<'de>>(folder: &Path) -> Result<Vec<Saved<F>>, Error> {
    let path = folder.join(FILE);
    let failed = |source| Error::Io {
        path: path.clone(),
        action: "the saved searches cannot be read; mend the file or remove it",
        source,
    };
    match fs::read(&path) {
        Ok(text) => serde_json::from_slice(&text).map_err(|e| failed(e.into())),
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(source) => Err(failed(source)),
    }
}

/// Keeps the saved searches of an index folder.
///
/// # Errors
/// Where the file cannot be written.
pub fn write<F: Serialize>(folder: &Path, searches: &[Saved<F>]) -> Result<(), Error> {
    let text = serde_json::to_vec_pretty(searches).unwrap_or_default();
    replace_file(&folder.join(FILE), &text)
}
