//! The index that a command asks, opened.

use std::path::Path;

use super::args::CorrectionsArgs;
use super::indexing::build;
use super::out::say;
use crate::corpus::Options;
use crate::index::{Reader, exists, is_vacant};

/// Opens the index; where there is none, builds one from the folder `corpus` beside it.
pub(super) fn open_or_build(folder: &Path) -> anyhow::Result<Reader> {
    if !exists(folder) && is_vacant(folder)?.is_none() {
        let beside = folder.parent().unwrap_or(Path::new("")).join("corpus");
        if beside.is_dir() {
            say(&format!(
                "{}: no index yet; building one from {}",
                folder.display(),
                beside.display()
            ));
            build(
                &[beside],
                folder,
                &Options::default(),
                &CorrectionsArgs::default(),
                false,
            )?;
        }
    }
    Ok(Reader::open(folder)?)
}
