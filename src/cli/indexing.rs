//! A run of indexing: articles of paths into an index, with progress and what was skipped on standard error.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::args::CorrectionsArgs;
use super::exit::Exit;
use super::out::say;
use super::reading::corrections;
use crate::corpus::{self, Options, Record};
use crate::entities::Gazetteer;
use crate::index::names::gazetteer_for;
use crate::index::reader::found;
use crate::index::{Change, Writer};

/// The gazetteer to index with, and the corrections in it that are new.
fn names_for(folder: &Path, names: &CorrectionsArgs) -> anyhow::Result<(Option<String>, Gazetteer)> {
    Ok(match corrections(names)? {
        Some((text, gazetteer)) => (Some(text), gazetteer),
        None => (None, gazetteer_for(folder)?),
    })
}

/// Brings an index up to date with this program; no source is read, and no article comes or goes.
pub(super) fn renew(folder: &Path, names: &CorrectionsArgs, quiet: bool) -> anyhow::Result<Exit> {
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

/// Brings an index up to date with paths.
pub(super) fn build(
    paths: &[PathBuf],
    folder: &Path,
    options: &Options,
    names: &CorrectionsArgs,
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
    Ok(Exit::if_skipped(run.skipped))
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
