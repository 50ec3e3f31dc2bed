//! `khabar show`: one article whole.

use std::io::Write;

use crate::answers::show;
use crate::cli::args::ShowArgs;
use crate::cli::exit::Exit;
use crate::cli::out::stdout;
use crate::index::Reader;
use crate::views;

pub(super) fn execute(args: &ShowArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let shown = show(&reader, &args.id)?;
    let mut out = stdout();
    views::show::write(&mut out, &shown, &reader.gazetteer, args.format.into())?;
    out.flush()?;
    Ok(Exit::Done)
}
