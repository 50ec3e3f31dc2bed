//! The names that an index was made with: its gazetteer, and the corrections of a newsroom.

use std::path::Path;

use super::error::Error;
use super::folder::{checksum, map};
use super::manifest::Manifest;
use crate::entities::Gazetteer;

pub(super) const GAZETTEER_FILE: &str = "gazetteer.bin";
/// The corrections that the index was made with, as the newsroom wrote them.
pub(super) const CORRECTIONS_FILE: &str = "corrections.tsv";

/// The gazetteer kept with an index.
pub(super) fn open_gazetteer(folder: &Path) -> Result<Gazetteer, Error> {
    let bytes = map(folder, GAZETTEER_FILE)?;
    Gazetteer::from_bytes(bytes).map_err(|source| Error::Gazetteer {
        path: folder.join(GAZETTEER_FILE),
        source,
    })
}

/// The gazetteer to index with: the one kept with the index where it is this program's own, which saves
/// compiling it; else the shipped one. A damaged one is not kept: a renewal would give it a checksum that is right.
///
/// # Errors
/// Where neither can be had.
pub fn gazetteer_for(folder: &Path) -> Result<Gazetteer, Error> {
    let is_sound = |manifest: Manifest| {
        manifest.gazetteer == Manifest::current(0).gazetteer
            && checksum(folder, GAZETTEER_FILE).is_ok_and(|sum| sum == manifest.checksums[1])
    };
    if Manifest::read(folder).ok().flatten().is_some_and(is_sound)
        && let Ok(kept) = open_gazetteer(folder)
    {
        return Ok(kept);
    }
    let kept = folder.join(CORRECTIONS_FILE);
    match std::fs::read_to_string(&kept) {
        Ok(text) => corrected(&text, &kept),
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => {
            Gazetteer::shipped().map_err(|source| Error::Gazetteer {
                path: folder.join(GAZETTEER_FILE),
                source,
            })
        }
        Err(source) => Err(Error::Io {
            path: kept,
            action: "the corrections of the gazetteer cannot be read",
            source,
        }),
    }
}

/// The shipped gazetteer with the corrections of a file.
///
/// # Errors
/// [`Error::Corrections`] for the first line that cannot be followed.
pub fn corrected(text: &str, path: &Path) -> Result<Gazetteer, Error> {
    Gazetteer::corrected(text).map_err(|source| Error::Corrections {
        path: path.to_owned(),
        source,
    })
}
