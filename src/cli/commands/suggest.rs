//! `khabar suggest`: what is being typed, completed.

use std::io::Write;

use crate::answers::suggest;
use crate::cli::args::SuggestArgs;
use crate::cli::exit::Exit;
use crate::cli::out::stdout;
use crate::index::Reader;
use crate::views;

pub(super) fn execute(args: &SuggestArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let answer = suggest(&reader, &args.prefix.join(" "), args.limit)?;
    let mut out = stdout();
    views::suggest::write(&mut out, &answer, args.format.into())?;
    out.flush()?;
    Ok(Exit::done_if(!answer.suggestions.is_empty()))
}
