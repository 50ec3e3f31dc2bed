//! `khabar facets`: the articles that match, counted by what they have.

use std::io::Write;

use crate::cli::args::FacetsArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::stdout;
use crate::cli::request;
use crate::reports::facets::{FacetKind, facets};
use crate::views;

pub(super) fn execute(args: &FacetsArgs) -> anyhow::Result<Exit> {
    let limit = request::limit(&args.limit)?;
    let request = request::counted(args.query.join(" "), &args.matching);
    let kinds: Vec<FacetKind> = FacetKind::ALL
        .into_iter()
        .filter(|&kind| args.by.is_empty() || args.by.iter().any(|&by| FacetKind::from(by) == kind))
        .collect();
    let reader = open_or_build(&args.matching.folder.index)?;
    let counted = facets(&reader, &request, &kinds, limit)?;
    let mut out = stdout();
    views::facets::write(&mut out, &counted, args.format.into())?;
    out.flush()?;
    Ok(Exit::done_if(counted.total > 0))
}
