//! JSON: a value a line.

use std::io::{Result, Write};

use serde::Serialize;

use crate::answers::Answer;

/// An answer among others: with the id of its query, or the name of its search.
#[derive(Debug, Serialize)]
pub(crate) struct Named<'a> {
    /// The id or name.
    pub(crate) id: &'a str,
    /// The answer.
    #[serde(flatten)]
    pub(crate) answer: &'a Answer,
}

/// Writes a value as one line of JSON.
pub(crate) fn line(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
