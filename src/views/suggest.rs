//! Completions of what is being typed.

use std::io::{Result, Write};

use super::{Format, json};
use crate::answers::{Suggestion, Suggestions};
use crate::article::readable;

/// Writes completions.
pub(crate) fn write(out: &mut impl Write, found: &Suggestions, format: Format) -> Result<()> {
    match format {
        Format::Text => found
            .suggestions
            .iter()
            .try_for_each(|suggestion| line(out, suggestion)),
        _ => json::line(out, found),
    }
}

fn line(out: &mut impl Write, suggestion: &Suggestion) -> Result<()> {
    let Suggestion {
        text,
        kind,
        id,
        articles,
    } = suggestion;
    let id = id.as_deref().map(|id| format!(" ({id})")).unwrap_or_default();
    writeln!(out, "{articles:>6}  {kind:<12} {}", readable(&format!("{text}{id}")))
}
