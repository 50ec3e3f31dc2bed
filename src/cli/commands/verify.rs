//! `khabar verify`: the whole index checked.

use std::io::Write;

use anyhow::{Context as _, bail};

use crate::cli::args::StatsArgs;
use crate::cli::exit::Exit;
use crate::cli::out::stdout;
use crate::index::{Error, Reader};

pub(super) fn execute(args: &StatsArgs) -> anyhow::Result<Exit> {
    let folder = &args.folder.index;
    let reader = match Reader::open(folder) {
        Err(error @ Error::Engine { .. }) => {
            return Err(error).with_context(|| {
                format!(
                    "{}: damaged; delete the folder's content and index anew",
                    folder.display()
                )
            });
        }
        reader => reader?,
    };
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
