//! `khabar stats`: what an index holds.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::args::{Format, StatsArgs};
use super::out::stdout;
use super::{Exit, json};
use crate::index::{Manifest, Reader};

#[derive(Debug, Serialize)]
struct Stats {
    articles: u64,
    forms: usize,
    bytes: u64,
    entities: usize,
    names: usize,
    versions: Manifest,
}

pub(super) fn run(args: &StatsArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let (entities, names) = reader.gazetteer.len();
    let stats = Stats {
        articles: reader.article_count(),
        forms: reader.vocabulary.len(),
        bytes: size_of_folder(&args.folder.index)?,
        entities,
        names,
        versions: reader.manifest.clone(),
    };
    let mut out = stdout();
    if args.format == Format::Text {
        text(&mut out, &stats)?
    } else {
        json::line(&mut out, &stats)?
    }
    out.flush()?;
    Ok(Exit::Done)
}

fn text(out: &mut impl Write, stats: &Stats) -> std::io::Result<()> {
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

fn size_of_folder(folder: &Path) -> std::io::Result<u64> {
    std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.metadata()?.len()))
        .sum()
}
