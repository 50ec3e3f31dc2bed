//! `cargo bench --bench plain`: what khabar costs beside plain tantivy over the same articles.
//!
//! Builds both indexes, searches both, starts the program, and times the analyser and the gazetteer;
//! prints a Markdown table with the targets beside the figures. `README.md` beside this file says how to
//! read it.

#![expect(clippy::print_stdout, reason = "the table is what a benchmark is for")]
#![expect(clippy::print_stderr, reason = "progress does not belong into the table")]

mod analyser;
mod articles;
mod clock;
mod designs;
mod engine;
mod indexing;
mod process;
mod queries;
mod random;
mod report;
mod searching;

use std::path::PathBuf;

use anyhow::{Context as _, bail};

/// The parts of the benchmark, in their order.
const PARTS: [&str; 5] = ["index", "search", "process", "analyser", "designs"];

/// What can be asked of the benchmark.
struct Options {
    /// How many articles.
    articles: usize,
    /// JSON lines with a `body`, plain or gzipped; otherwise the shared corpus, otherwise generated text.
    corpus: Option<PathBuf>,
    /// Where the two indexes are made and kept; otherwise in a folder that goes away.
    folder: Option<PathBuf>,
    /// The only part to run, for a profiler; all but `index` then take the indexes of `folder`.
    only: Option<String>,
}

impl Options {
    fn wants(&self, part: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == part)
    }
}

fn options() -> anyhow::Result<Options> {
    let mut options = Options {
        articles: 10_000,
        corpus: None,
        folder: None,
        only: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{name} wants a value"));
        match name.as_str() {
            // cargo adds it
            "--bench" => {}
            "--articles" => options.articles = value()?.parse().context("--articles wants a number")?,
            "--corpus" => options.corpus = Some(value()?.into()),
            "--folder" => options.folder = Some(value()?.into()),
            "--only" => options.only = Some(value()?),
            _ => bail!("{name}: unknown; [--articles N] [--corpus FILE.jsonl] [--folder DIR] [--only PART]"),
        }
    }
    if let Some(only) = options.only.as_deref().filter(|only| !PARTS.contains(only)) {
        bail!("--only {only}: unknown; one of {}", PARTS.join(", "));
    }
    Ok(options)
}

fn main() -> anyhow::Result<()> {
    let options = options()?;
    let corpus = articles::make(options.articles, options.corpus.as_deref())?;
    let passing = tempfile::tempdir()?;
    let folders = indexing::Folders::below(options.folder.as_deref().unwrap_or(passing.path()));
    let mut report = report::Report::new(&corpus);
    let needs_indexes = options.wants("search") || options.wants("process");
    if options.wants("index") || (needs_indexes && !folders.are_there()) {
        indexing::measure(&corpus.articles, &folders, &mut report)?;
    }
    let queries = queries::make(&corpus.articles);
    if options.wants("search") {
        searching::measure(&folders, &queries, &mut report)?;
    }
    if options.wants("process") {
        process::measure(&folders.khabar, &queries, &mut report)?;
    }
    if options.wants("analyser") {
        analyser::measure(&corpus.articles, &mut report)?;
    }
    if options.wants("designs") {
        designs::measure(&corpus.articles, &queries, &mut report)?;
    }
    println!("{report}");
    Ok(())
}
