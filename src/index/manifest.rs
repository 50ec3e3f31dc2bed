//! The manifest: which versions made an index.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::{Error, Staleness};
use super::schema;
use crate::analysis::{FORM_VERSION, KEY_VERSION};
use crate::entities::GAZETTEER_VERSION;

const FILE: &str = "khabar.json";

/// The number of the rules that make the side files of keys: the layout of `vocabulary.bin` and `completions.bin`, which
/// keys a form is held under, and which names and words are completed. Raise it whenever code of this module changes one
/// of these: `khabar index` then makes both files anew from the index, and the articles stay. `tests/versions.rs` fails
/// where it was forgotten, but for the layout of `vocabulary.bin`, which has the engine's random numbers in it.
pub const VOCABULARY_RULES: u32 = 2;

/// The stamp of an index that was made and has no commit yet.
pub(super) const NO_COMMIT: u64 = u64::MAX;

/// The versions of an index, and which commit its vocabulary belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of the fields.
    pub schema: u32,
    /// Of the forms in the postings.
    pub forms: u32,
    /// Of the keys in the vocabulary.
    pub keys: u64,
    /// Of the side files that hold keys; an index without it was made before they had a number.
    #[serde(default)]
    pub vocabulary: u32,
    /// Of the gazetteer and its rules.
    pub gazetteer: u64,
    /// The engine's stamp of the commit that the vocabulary was made from.
    pub opstamp: u64,
    /// CRC-32 of vocabulary and gazetteer, for `khabar verify`.
    #[serde(default)]
    pub checksums: [u32; 2],
    /// CRC-32 of the completions.
    #[serde(default)]
    pub completions: u32,
}

impl Manifest {
    /// The versions of this program.
    #[must_use]
    pub const fn current(opstamp: u64) -> Self {
        Self {
            schema: schema::SCHEMA_VERSION,
            forms: FORM_VERSION,
            keys: KEY_VERSION,
            vocabulary: VOCABULARY_RULES,
            gazetteer: GAZETTEER_VERSION,
            opstamp,
            checksums: [0; 2],
            completions: 0,
        }
    }

    /// Reads the manifest of an index folder; `None` where there is none.
    ///
    /// # Errors
    /// A manifest that cannot be read, or one of versions whose postings this program cannot search.
    pub fn read(folder: &Path) -> Result<Option<Self>, Error> {
        let file = folder.join(FILE);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(source) => {
                return Err(Error::Io {
                    path: file,
                    action: "the manifest cannot be read",
                    source,
                });
            }
        };
        let manifest: Self = serde_json::from_str(&text).map_err(|e| Error::Version {
            path: folder.to_owned(),
            what: e.to_string(),
        })?;
        let here = Self::current(0);
        if (manifest.schema, manifest.forms) != (here.schema, here.forms) {
            let what = format!(
                "fields {}, forms {}; here {}, {}",
                manifest.schema, manifest.forms, here.schema, here.forms
            );
            return Err(Error::Version {
                path: folder.to_owned(),
                what,
            });
        }
        Ok(Some(manifest))
    }

    /// The manifest of a folder that holds an index.
    ///
    /// # Errors
    /// As for [`Manifest::read`], and [`Error::Foreign`] where there is none: another program made the index.
    pub fn of(folder: &Path) -> Result<Self, Error> {
        Self::read(folder)?.ok_or_else(|| Error::Foreign {
            path: folder.to_owned(),
            found: "an index of another program".into(),
        })
    }

    /// Writes the manifest beside the index: first a new file, then its name, so that a crash leaves one
    /// or the other.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        let text = serde_json::to_string(self).unwrap_or_default();
        super::folder::replace_file(&folder.join(FILE), text.as_bytes())
    }

    /// Whether keys, vocabulary and gazetteer are those of this program and belong to a commit.
    #[must_use]
    pub fn is_current(&self, opstamp: u64) -> bool {
        Self {
            checksums: [0; 2],
            completions: 0,
            ..self.clone()
        } == Self::current(opstamp)
    }

    /// Whether it is of the versions of this program, whatever the commit.
    pub(super) fn is_of_these_versions(&self) -> bool {
        self.is_current(self.opstamp)
    }

    /// Whether the index had a commit with its side files.
    pub(super) const fn has_commit(&self) -> bool {
        self.opstamp != NO_COMMIT
    }

    /// What to say of an index that is not current.
    pub(super) fn stale(&self, folder: &Path) -> Error {
        Error::Stale {
            path: folder.to_owned(),
            why: if self.is_of_these_versions() {
                Staleness::Stopped
            } else {
                Staleness::Versions
            },
        }
    }
}
