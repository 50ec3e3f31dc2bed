//! Finds the files below a path.
//!
//! Takes a path, gives its files in the order of their names. Links are followed; a link that leads back
//! into a folder above it holds nothing new and is passed over. Opens nothing.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::formats;
use super::record::{Reason, Skipped};

/// A path that the caller gave.
#[derive(Debug)]
pub(super) struct Root {
    /// As it was given, for messages.
    pub(super) given: PathBuf,
    /// Absolute and without links, for ids.
    pub(super) canonical: PathBuf,
}

/// What the walk came upon.
#[derive(Debug)]
pub(super) enum Step {
    /// A file to read, and the path that its articles carry.
    File { file: PathBuf, path: String },
    /// Something that holds no articles.
    PassedOver,
    /// Something that could not be reached.
    Skipped(Skipped),
}

/// All that lies below the root, in order.
pub(super) fn steps(root: &Root) -> impl Iterator<Item = Step> + '_ {
    let walk = WalkDir::new(&root.given).follow_links(true).sort_by_file_name();
    let visible = walk
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
    visible.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => Some(step(root, entry)),
        Err(error) => Some(fault(error)),
    })
}

fn step(root: &Root, entry: DirEntry) -> Step {
    let named_by_caller = entry.depth() == 0;
    let is_article_file = formats::of(entry.path()).is_some() && !is_read_me(entry.file_name());
    if !entry.file_type().is_file() || !(named_by_caller || is_article_file) {
        return Step::PassedOver;
    }
    Step::File {
        path: article_path(root, entry.path()),
        file: entry.into_path(),
    }
}

/// A loop loses nothing, and a dead link of another kind is none of ours.
fn fault(error: walkdir::Error) -> Step {
    let path = error.path().map(Path::to_owned).unwrap_or_default();
    if error.loop_ancestor().is_some() || (path.is_symlink() && formats::of(&path).is_none()) {
        return Step::PassedOver;
    }
    let reason = Reason::Unreachable(
        error
            .into_io_error()
            .unwrap_or_else(|| io::Error::other("no further word")),
    );
    Step::Skipped(Skipped {
        path,
        line: None,
        reason,
    })
}

/// The last folder of the given path and the path below it: the same from every working directory.
fn article_path(root: &Root, file: &Path) -> String {
    let below = file.strip_prefix(&root.given).unwrap_or(file);
    let whole = root.canonical.join(below);
    let (top, whole) = match below.as_os_str().is_empty() {
        true => (
            root.canonical.parent().unwrap_or(Path::new("")),
            root.canonical.as_path(),
        ),
        false => (root.canonical.as_path(), whole.as_path()),
    };
    let from = top.parent().unwrap_or(top);
    let parts = whole
        .strip_prefix(from)
        .unwrap_or(whole)
        .iter()
        .filter(|part| *part != OsStr::new("/"));
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_read_me(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_lowercase();
    name.split('.').next() == Some("readme")
}
