//! `khabar kwic`: a concordance, one line a place.

use std::io::Write;

use super::args::{KwicArgs, KwicSortArg};
use super::out::stdout;
use super::{Exit, matching, search};
use crate::reports::kwic::{KwicSort, kwic};
use crate::retrieval::Request;
use crate::views;

pub(super) fn run(args: &KwicArgs) -> anyhow::Result<Exit> {
    let request = Request {
        limit: search::limit(&args.limit)?,
        ..matching::request(args.query.join(" "), &args.matching)
    };
    let sort = match args.sort {
        KwicSortArg::Left => KwicSort::Left,
        KwicSortArg::Right => KwicSort::Right,
        KwicSortArg::Article => KwicSort::Article,
    };
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let found = kwic(&reader, &request, sort, args.width)?;
    let mut out = stdout();
    views::kwic::write(&mut out, &found, args.format.into())?;
    out.flush()?;
    Ok(matching::exit(found.articles))
}
