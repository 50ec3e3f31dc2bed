//! Entities with how many articles mention them, and merges proposed for names that no list has.

use std::io::{Result, Write};

use super::{Format, json};
use crate::reports::entities::{Counted, Merge};

/// Writes an entity, one line.
pub(crate) fn write(out: &mut impl Write, entity: &Counted, format: Format) -> Result<()> {
    match format {
        Format::Text => line(out, entity),
        _ => json::line(out, entity),
    }
}

/// Writes an entity for people.
pub(crate) fn line(out: &mut impl Write, entity: &Counted) -> Result<()> {
    writeln!(
        out,
        "{:>6}  {:<12} {} ({}, {})",
        entity.articles,
        entity.kind.as_str(),
        entity.name,
        entity.name_latin,
        entity.id
    )
}

/// Writes proposals as lines for a file of corrections; a person decides which to keep.
pub(crate) fn merges(out: &mut impl Write, proposals: &[Merge<'_>]) -> Result<()> {
    for Merge { from, into } in proposals {
        let kind = from.kind.as_str();
        let remark = format!("# {} ({}), {}", from.name, from.articles, into.1);
        writeln!(out, "merge\t{kind}\t{}\t{}\t{remark}", from.id, into.0)?;
    }
    Ok(())
}
