//! The JSON view: a value a line.

use std::io::Write;

use serde::Serialize;

use crate::answers::Answer;

/// An answer among others: with the id of its query, or the name of its search.
#[derive(Debug, Serialize)]
pub(super) struct Named<'a> {
    /// The id or name.
    pub(super) id: &'a str,
    /// The answer.
    #[serde(flatten)]
    pub(super) answer: &'a Answer,
}

/// Writes a value as one line of JSON.
pub(super) fn line(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}
