//! `khabar trend` and `khabar compare`: articles over time.

use std::io::Write;

use anyhow::bail;

use super::args::{CompareArgs, PeriodArg, TrendArgs};
use super::out::stdout;
use super::{Exit, matching, search};
use crate::reports::period::Period;
use crate::reports::trend::{compare, trend};
use crate::views;

pub(super) fn run(args: &TrendArgs) -> anyhow::Result<Exit> {
    let request = matching::request(args.query.join(" "), &args.matching);
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let counted = trend(&reader, &request, period(args.by))?;
    let mut out = stdout();
    views::trend::write(&mut out, &counted, args.format.into())?;
    out.flush()?;
    Ok(matching::exit(counted.total))
}

pub(super) fn run_compare(args: &CompareArgs) -> anyhow::Result<Exit> {
    // not left to the parser of arguments, which would have all queries stand together, before the options
    if args.queries.len() < 2 {
        bail!("two queries or more are compared; write for example `khabar compare 'રોહિત શર્મા' 'વિરાટ કોહલી'`");
    }
    let requests: Vec<_> = args
        .queries
        .iter()
        .map(|query| matching::request(query.clone(), &args.matching))
        .collect();
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let compared = compare(&reader, &requests, period(args.by))?;
    let mut out = stdout();
    views::comparison::write(&mut out, &compared, args.format.into())?;
    out.flush()?;
    Ok(matching::exit(compared.queries.iter().map(|query| query.total).sum()))
}

const fn period(by: PeriodArg) -> Period {
    match by {
        PeriodArg::Day => Period::Day,
        PeriodArg::Month => Period::Month,
        PeriodArg::Year => Period::Year,
    }
}
