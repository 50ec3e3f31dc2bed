//! The kinds of files that hold articles, one reader each behind one trait.
//!
//! Takes a stream of text, gives the fields of one article after another, or the reason why there is none.
//! Ids and paths are given by the caller, who knows where the file lies.

mod fields;
mod format;
mod json;
mod jsonl;
mod position;
mod text;

use std::path::Path;

pub use fields::{FieldNames, UnknownField};
pub(super) use format::{Extracted, Format};
pub(super) use position::Position;

/// All formats.
static FORMATS: [&dyn Format; 3] = [&text::Text, &json::Json, &jsonl::JsonLines];

/// The endings that only wrap another one.
const COMPRESSIONS: [&str; 2] = ["gz", "zst"];

/// The format of a file by its name.
pub(super) fn of(file: &Path) -> Option<&'static dyn Format> {
    let name = file.file_name()?.to_str()?.to_ascii_lowercase();
    let bare = COMPRESSIONS
        .iter()
        .find_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'))
        .unwrap_or(&name);
    let (_, extension) = bare.rsplit_once('.')?;
    FORMATS
        .into_iter()
        .find(|format| format.extensions().contains(&extension))
}

/// The reader of JSON lines, for sources without a name.
pub(super) fn json_lines() -> &'static dyn Format {
    &jsonl::JsonLines
}
