//! `khabar keywords`: what is special in the articles that match.

use std::io::Write;

use crate::cli::args::KeywordsArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::stdout;
use crate::cli::request;
use crate::reports::keywords::keywords;
use crate::retrieval::Request;
use crate::views;

pub(super) fn execute(args: &KeywordsArgs) -> anyhow::Result<Exit> {
    let request = Request {
        limit: request::limit(&args.limit)?,
        ..request::counted(args.query.join(" "), &args.matching)
    };
    let reader = open_or_build(&args.matching.folder.index)?;
    let found = keywords(&reader, &request)?;
    let mut out = stdout();
    views::keywords::write(&mut out, &found, args.format.into())?;
    out.flush()?;
    Ok(Exit::done_if(found.total > 0))
}
