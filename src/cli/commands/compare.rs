//! `khabar compare`: several queries side by side over time.

use std::io::Write;

use anyhow::bail;

use crate::cli::args::CompareArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::stdout;
use crate::cli::request;
use crate::reports::trend::compare;
use crate::views;

pub(super) fn execute(args: &CompareArgs) -> anyhow::Result<Exit> {
    // not left to the parser of arguments, which would have all queries stand together, before the options
    if args.queries.len() < 2 {
        bail!("two queries or more are compared; write for example `khabar compare 'રોહિત શર્મા' 'વિરાટ કોહલી'`");
    }
    let requests: Vec<_> = args
        .queries
        .iter()
        .map(|query| request::counted(query.clone(), &args.matching))
        .collect();
    let reader = open_or_build(&args.matching.folder.index)?;
    let compared = compare(&reader, &requests, args.by.into())?;
    let mut out = stdout();
    views::comparison::write(&mut out, &compared, args.format.into())?;
    out.flush()?;
    Ok(Exit::done_if(compared.queries.iter().any(|query| query.total > 0)))
}
