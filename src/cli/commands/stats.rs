//! `khabar stats`: what an index holds.

use std::io::Write;
use std::path::Path;

use crate::cli::args::StatsArgs;
use crate::cli::exit::Exit;
use crate::cli::out::stdout;
use crate::index::Reader;
use crate::views;
use crate::views::stats::Stats;

pub(super) fn execute(args: &StatsArgs) -> anyhow::Result<Exit> {
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
    views::stats::write(&mut out, &stats, args.format.into())?;
    out.flush()?;
    Ok(Exit::Done)
}

fn size_of_folder(folder: &Path) -> std::io::Result<u64> {
    std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.metadata()?.len()))
        .sum()
}
