//! `khabar show`: one article whole.

use std::io::Write;

use super::Exit;
use super::args::ShowArgs;
use super::out::stdout;
use crate::answers::show;
use crate::index::Reader;
use crate::views;

pub(super) fn run(args: &ShowArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let shown = show(&reader, &args.id)?;
    let mut out = stdout();
    views::show::write(&mut out, &shown, &reader.gazetteer, args.format.into())?;
    out.flush()?;
    Ok(Exit::Done)
}
