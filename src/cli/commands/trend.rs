//! `khabar trend`: articles over time.

use std::io::Write;

use crate::cli::args::TrendArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::stdout;
use crate::cli::request;
use crate::reports::trend::trend;
use crate::views;

pub(super) fn execute(args: &TrendArgs) -> anyhow::Result<Exit> {
    let request = request::counted(args.query.join(" "), &args.matching);
    let reader = open_or_build(&args.matching.folder.index)?;
    let counted = trend(&reader, &request, args.by.into())?;
    let mut out = stdout();
    views::trend::write(&mut out, &counted, args.format.into())?;
    out.flush()?;
    Ok(Exit::done_if(counted.total > 0))
}
