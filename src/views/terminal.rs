//! What the views for a terminal write alike: notices, words that were found, lines that only explain.
//!
//! Styles are always written; whatever is written to takes them off where nobody sees colours.

use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};

use super::notices::sentence;
use crate::answers::Mark;
use crate::query::Notice;

/// A headline.
pub(crate) const HEADLINE: Style = Style::new().bold();
/// A word that was found.
pub(crate) const MARKED: Style = AnsiColor::Yellow.on_default().bold();
/// What only explains.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// Writes what there is to say about a query.
pub(crate) fn notices(out: &mut impl Write, notices: &[Notice]) -> Result<()> {
    notices
        .iter()
        .try_for_each(|notice| writeln!(out, "{FAINT}note: {}{FAINT:#}", sentence(notice)))
}

/// Writes a word that was found between what stands before and after it; the line goes on.
pub(crate) fn found(out: &mut impl Write, before: &str, form: &str, after: &str) -> Result<()> {
    write!(out, "{before}{MARKED}{form}{MARKED:#}{after}")
}

/// Writes the rest of a line that only explains.
pub(crate) fn faint(out: &mut impl Write, rest: &str) -> Result<()> {
    writeln!(out, "{FAINT}{rest}{FAINT:#}")
}

/// Writes a text with its marks; the style around it goes on after each mark.
pub(crate) fn marked(out: &mut impl Write, text: &str, marks: &[Mark], around: Style) -> Result<()> {
    let mut at = 0;
    for mark in marks {
        let before = text.get(at..mark.start).unwrap_or_default();
        let inside = text.get(mark.start..mark.end).unwrap_or_default();
        write!(out, "{before}{MARKED}{inside}{MARKED:#}{around}")?;
        at = mark.end;
    }
    write!(out, "{}", text.get(at..).unwrap_or_default())
}
