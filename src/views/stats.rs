//! What an index holds, in figures.

use std::io::{Result, Write};

use serde::Serialize;

use super::{Format, json};
use crate::index::Manifest;

/// The figures of an index.
#[derive(Debug, Serialize)]
pub(crate) struct Stats {
    /// Articles.
    pub(crate) articles: u64,
    /// Distinct words as written.
    pub(crate) forms: usize,
    /// What its files take on disk.
    pub(crate) bytes: u64,
    /// Entities that its gazetteer knows.
    pub(crate) entities: usize,
    /// Names that it knows them by.
    pub(crate) names: usize,
    /// The versions that it was made with.
    pub(crate) versions: Manifest,
}

/// Writes the figures.
pub(crate) fn write(out: &mut impl Write, stats: &Stats, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, stats),
        _ => json::line(out, stats),
    }
}

fn text(out: &mut impl Write, stats: &Stats) -> Result<()> {
    writeln!(out, "articles   {}", stats.articles)?;
    writeln!(out, "forms      {}", stats.forms)?;
    writeln!(out, "bytes      {}", stats.bytes)?;
    writeln!(out, "gazetteer  {} entities, {} names", stats.entities, stats.names)?;
    let Manifest {
        schema,
        forms,
        keys,
        gazetteer,
        opstamp,
        ..
    } = &stats.versions;
    writeln!(
        out,
        "versions   fields {schema}, forms {forms}, keys {keys}, gazetteer {gazetteer}; commit {opstamp}"
    )
}
