//! `khabar suggest`: what is being typed, completed.

use std::io::Write;

use super::args::{SuggestArgs, TextOrJson};
use super::out::stdout;
use super::{Exit, json};
use crate::answers::{Suggestion, suggest};
use crate::article::readable;
use crate::index::Reader;

pub(super) fn run(args: &SuggestArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let answer = suggest(&reader, &args.prefix.join(" "), args.limit)?;
    let mut out = stdout();
    match args.format {
        TextOrJson::Text => answer
            .suggestions
            .iter()
            .try_for_each(|suggestion| line(&mut out, suggestion))?,
        TextOrJson::Json => json::line(&mut out, &answer)?,
    }
    out.flush()?;
    Ok(if answer.suggestions.is_empty() {
        Exit::NoHits
    } else {
        Exit::Done
    })
}

fn line(out: &mut impl Write, suggestion: &Suggestion) -> std::io::Result<()> {
    let Suggestion {
        text,
        kind,
        id,
        articles,
    } = suggestion;
    let id = id.as_deref().map(|id| format!(" ({id})")).unwrap_or_default();
    writeln!(out, "{articles:>6}  {kind:<12} {}", readable(&format!("{text}{id}")))
}
