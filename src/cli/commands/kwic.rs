//! `khabar kwic`: a concordance, one line a place.

use std::io::Write;

use crate::cli::args::KwicArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::stdout;
use crate::cli::request;
use crate::reports::kwic::kwic;
use crate::retrieval::Request;
use crate::views;

pub(super) fn execute(args: &KwicArgs) -> anyhow::Result<Exit> {
    let request = Request {
        limit: request::limit(&args.limit)?,
        ..request::counted(args.query.join(" "), &args.matching)
    };
    let reader = open_or_build(&args.matching.folder.index)?;
    let found = kwic(&reader, &request, args.sort.into(), args.width)?;
    let mut out = stdout();
    views::kwic::write(&mut out, &found, args.format.into())?;
    out.flush()?;
    Ok(Exit::done_if(found.articles > 0))
}
