//! `khabar verify`: the whole index checked.

use std::io::Write;

use anyhow::bail;

use super::Exit;
use super::args::StatsArgs;
use super::out::stdout;
use crate::index::Reader;

pub(super) fn run(args: &StatsArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let problems = reader.problems()?;
    if !problems.is_empty() {
        bail!(
            "{}: damaged: {}; delete the folder's content and index the articles anew",
            args.folder.index.display(),
            problems.join("; ")
        );
    }
    let mut out = stdout();
    writeln!(
        out,
        "{}: {} articles, sound",
        args.folder.index.display(),
        reader.article_count()
    )?;
    out.flush()?;
    Ok(Exit::Done)
}
