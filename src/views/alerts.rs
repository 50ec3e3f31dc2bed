//! What has come for a saved search, under its name.

use std::io::{Result, Write};

use super::{Format, json, text};
use crate::answers::Answer;

/// Writes an alert; in JSON one line, also where nothing has come.
pub(crate) fn write(out: &mut impl Write, name: &str, answer: &Answer, format: Format) -> Result<()> {
    match format {
        Format::Text => told(out, name, answer),
        _ => json::line(out, &json::Named { id: name, answer }),
    }
}

/// A line for a search with news, and its stories.
fn told(out: &mut impl Write, name: &str, answer: &Answer) -> Result<()> {
    if answer.hits.is_empty() {
        return Ok(());
    }
    let stories = answer.stories.unwrap_or(answer.total);
    writeln!(out, "{name}: {stories} new")?;
    text::hits(out, &answer.hits, 0)?;
    writeln!(out)
}
