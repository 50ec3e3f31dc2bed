//! The folder of an index: what is in it, and how its files are read and written.

use std::fs;
use std::path::Path;

use tantivy::directory::{Directory, MmapDirectory, OwnedBytes};

use super::error::Error;

/// Whether the folder holds an index.
#[must_use]
pub fn exists(folder: &Path) -> bool {
    folder.join("meta.json").is_file()
}

/// Whether a folder holds nothing that an index would have to spare: it is missing, empty, or has only a
/// README.md and hidden files.
///
/// # Errors
/// Where the folder cannot be listed.
pub fn is_vacant(folder: &Path) -> Result<Option<String>, Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(Error::Io {
                path: folder.to_owned(),
                action: "the folder cannot be read",
                source,
            });
        }
    };
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names.filter(|name| !name.starts_with('.') && name != "README.md").min())
}

/// Makes the folder of a new index; a vacant one will do.
pub(super) fn make_folder(folder: &Path) -> Result<(), Error> {
    if let Some(name) = is_vacant(folder)? {
        return Err(Error::Foreign {
            path: folder.to_owned(),
            found: name,
        });
    }
    fs::create_dir_all(folder).map_err(|source| Error::Io {
        path: folder.to_owned(),
        action: "the folder cannot be made",
        source,
    })
}

/// Writes a file under a new name first, then gives it its own: a crash leaves the old or the new one.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |source| Error::Io {
        path: path.to_owned(),
        action: "the file cannot be written",
        source,
    };
    let new = path.with_extension("new");
    fs::write(&new, bytes).map_err(failed)?;
    fs::rename(&new, path).map_err(failed)
}

/// Maps a file of the folder.
pub(super) fn map(folder: &Path, file: &'static str) -> Result<OwnedBytes, Error> {
    let unreadable = |e: String| Error::Io {
        path: folder.join(file),
        action: "the file cannot be read",
        source: std::io::Error::other(e),
    };
    let directory = MmapDirectory::open(folder).map_err(|e| unreadable(e.to_string()))?;
    let slice = directory
        .open_read(Path::new(file))
        .map_err(|e| unreadable(e.to_string()))?;
    slice.read_bytes().map_err(|e| unreadable(e.to_string()))
}

/// The checksum of a file.
pub(super) fn checksum(folder: &Path, file: &'static str) -> Result<u32, Error> {
    let bytes = map(folder, file)?;
    Ok(crc32fast::hash(bytes.as_slice()))
}
