//! `khabar suggest`: what is being typed, completed.

use std::io::Write;

use super::Exit;
use super::args::SuggestArgs;
use super::out::stdout;
use crate::answers::suggest;
use crate::index::Reader;
use crate::views;

pub(super) fn run(args: &SuggestArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let answer = suggest(&reader, &args.prefix.join(" "), args.limit)?;
    let mut out = stdout();
    views::suggest::write(&mut out, &answer, args.format.into())?;
    out.flush()?;
    Ok(if answer.suggestions.is_empty() {
        Exit::NoHits
    } else {
        Exit::Done
    })
}
