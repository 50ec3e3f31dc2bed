//! `khabar keywords`: what is special in the articles that match.

use std::io::Write;

use super::args::KeywordsArgs;
use super::out::stdout;
use super::{Exit, matching, search};
use crate::reports::keywords::keywords;
use crate::retrieval::Request;
use crate::views;

pub(super) fn run(args: &KeywordsArgs) -> anyhow::Result<Exit> {
    let request = Request {
        limit: search::limit(&args.limit)?,
        ..matching::request(args.query.join(" "), &args.matching)
    };
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let found = keywords(&reader, &request)?;
    let mut out = stdout();
    views::keywords::write(&mut out, &found, args.format.into())?;
    out.flush()?;
    Ok(matching::exit(found.total))
}
