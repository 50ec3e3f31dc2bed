//! The kinds of files that hold articles, one reader each behind one trait.
//!
//! Takes a stream of text, gives the fields of one article after another, or the reason why there is none.
//! Ids and paths are given by the caller, who knows where the file lies.

mod fields;
mod json;
mod jsonl;
mod text;

use std::io::BufRead;
use std::ops::ControlFlow;
use std::path::Path;

use super::Options;
use super::record::Reason;

pub use fields::{FieldNames, UnknownField};

pub(super) use fields::Fields;

/// One kind of file.
pub(super) trait Format: Sync {
    /// How the names of such files end, without the dot.
    fn extensions(&self) -> &'static [&'static str];

    /// Reads all articles of a file, one by one, until `emit` breaks off.
    fn read(
        &self,
        source: &mut dyn BufRead,
        options: &Options,
        emit: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> ControlFlow<()>;
}

/// What was found at one place of a file.
#[derive(Debug)]
pub(super) struct Found {
    /// The place.
    pub(super) position: Position,
    /// The fields of the article there, or why there are none.
    pub(super) fields: Result<Fields, Reason>,
}

/// Where in a file an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// It is the file.
    Whole,
    /// On this line, from 1.
    Line(u64),
    /// At this place of a list, from 1.
    Item(u64),
}

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
