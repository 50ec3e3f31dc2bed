//! The JSON view: a value a line.

use std::io::Write;

use serde::Serialize;

/// Writes a value as one line of JSON.
pub(super) fn line(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}
