//! `khabar index`: files of articles into an index; without any, an index brought up to date with the program.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::Exit;
use super::args::{IndexArgs, NamesArgs, ReadArgs};
use super::out::say;
use crate::corpus::{self, Options, Record};
use crate::entities::Gazetteer;
use crate::index::names::{corrected, gazetteer_for};
use crate::index::reader::found;
use crate::index::{Change, Writer};

pub(super) fn run(args: &IndexArgs) -> anyhow::Result<Exit> {
    let options = options(&args.read)?;
    if args.paths.is_empty() {
        return renew(&args.folder.index, &args.names, args.quiet);
    }
    build(&args.paths, &args.folder.index, &options, &args.names, args.quiet)
}

/// The corrections that are named, with the gazetteer that they make.
pub(super) fn corrections(names: &NamesArgs) -> anyhow::Result<Option<(String, Gazetteer)>> {
    let Some(file) = &names.gazetteer else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{}: the corrections of the gazetteer cannot be read", file.display()))?;
    let gazetteer = corrected(&text, file)?;
    Ok(Some((text, gazetteer)))
}

/// The gazetteer to index with, and the corrections in it that are new.
fn names_for(folder: &Path, names: &NamesArgs) -> anyhow::Result<(Option<String>, Gazetteer)> {
    Ok(match corrections(names)? {
        Some((text, gazetteer)) => (Some(text), gazetteer),
        None => (None, gazetteer_for(folder)?),
    })
}

/// Brings an index up to date with this program; no source is read, and no article comes or goes.
fn renew(folder: &Path, names: &NamesArgs, quiet: bool) -> anyhow::Result<Exit> {
    found(folder)?;
    let (corrections, gazetteer) = names_for(folder, names)?;
    let mut writer = Writer::open(folder, &gazetteer)?;
    if let Some(text) = corrections {
        writer.keep_corrections(text);
    }
    let articles = writer.commit(&HashSet::new())?.articles;
    if !quiet {
        say(&format!(
            "{}: {articles} articles (words and names made anew; mentions stay until the articles are indexed again)",
            folder.display()
        ));
    }
    Ok(Exit::Done)
}

/// What the options of reading mean.
pub(super) fn options(args: &ReadArgs) -> anyhow::Result<Options> {
    let mut options = Options {
        max_line_bytes: args.max_line_mb.max(1) << 20,
        ..Options::default()
    };
    for rule in &args.map {
        let (field, name) = rule
            .split_once('=')
            .with_context(|| format!("--map {rule}: write FIELD=NAME, for example headline=title"))?;
        options.fields.set(field, name)?;
    }
    Ok(options)
}

/// Brings an index up to date with paths.
pub(super) fn build(
    paths: &[PathBuf],
    folder: &Path,
    options: &Options,
    names: &NamesArgs,
    quiet: bool,
) -> anyhow::Result<Exit> {
    // before anything is made: a path that is not there must not leave an empty index behind
    let missing: Vec<PathBuf> = paths.iter().filter(|path| !path.exists()).cloned().collect();
    if !missing.is_empty() {
        return Err(corpus::Error::NotFound(missing).into());
    }
    let (corrections, gazetteer) = names_for(folder, names)?;
    let mut writer = Writer::open(folder, &gazetteer)?;
    if let Some(text) = corrections {
        writer.keep_corrections(text);
    }
    let mut roots: HashSet<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
    let mut run = Run {
        quiet,
        count: 0,
        skipped: 0,
        failed: None,
    };
    corpus::read(paths, options, &mut |record| run.take(record, &mut writer, &mut roots))?;
    if let Some(error) = run.failed {
        return Err(error.into());
    }
    let tally = writer.commit(&roots)?;
    if !quiet {
        let crate::index::Tally {
            added,
            updated,
            unchanged,
            removed,
            articles,
        } = tally;
        say(&format!(
            "{}: {articles} articles ({added} added, {updated} updated, {unchanged} unchanged, {removed} removed, {} skipped)",
            folder.display(),
            run.skipped
        ));
    }
    Ok(if run.skipped > 0 { Exit::Skipped } else { Exit::Done })
}

/// What a run has seen so far.
struct Run {
    quiet: bool,
    count: u64,
    skipped: u64,
    failed: Option<crate::index::Error>,
}

impl Run {
    fn take(&mut self, record: Record, writer: &mut Writer<'_>, roots: &mut HashSet<PathBuf>) -> ControlFlow<()> {
        match record {
            Record::Skipped(skipped) => {
                say(&format!("skipped: {skipped}"));
                self.skipped += 1;
                writer.spare(&skipped.path);
            }
            Record::Article { article, root, notes } => {
                notes
                    .iter()
                    .for_each(|note| say(&format!("note: {}: {note}", article.path)));
                match writer.add(&article, &root) {
                    Ok(Change::Replaced) => {
                        say(&format!(
                            "warning: {}: the id ‘{}’ was given before; this one takes its place",
                            article.path, article.id
                        ));
                    }
                    Ok(_) => {}
                    Err(error) => {
                        self.failed = Some(error);
                        return ControlFlow::Break(());
                    }
                }
                roots.insert(root);
                self.progress();
            }
        }
        ControlFlow::Continue(())
    }

    fn progress(&mut self) {
        self.count += 1;
        if !self.quiet && self.count.is_multiple_of(10_000) {
            say(&format!("{} articles read", self.count));
        }
    }
}
