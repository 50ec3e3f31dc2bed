//! `khabar facets`: the articles that match, counted by what they have.

use std::io::Write;

use super::args::{FacetArg, FacetsArgs};
use super::out::stdout;
use super::{Exit, matching, search};
use crate::entities::EntityKind;
use crate::reports::facets::{FacetKind, facets};
use crate::reports::period::Period;
use crate::views;

pub(super) fn run(args: &FacetsArgs) -> anyhow::Result<Exit> {
    let limit = search::limit(&args.limit)?;
    let request = matching::request(args.query.join(" "), &args.matching);
    let kinds: Vec<FacetKind> = FacetKind::ALL
        .into_iter()
        .filter(|&kind| args.by.is_empty() || args.by.iter().any(|&by| kind_of(by) == kind))
        .collect();
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let counted = facets(&reader, &request, &kinds, limit)?;
    let mut out = stdout();
    views::facets::write(&mut out, &counted, args.format.into())?;
    out.flush()?;
    Ok(matching::exit(counted.total))
}

const fn kind_of(by: FacetArg) -> FacetKind {
    match by {
        FacetArg::Category => FacetKind::Category,
        FacetArg::Person => FacetKind::Entity(EntityKind::Person),
        FacetArg::Country => FacetKind::Entity(EntityKind::Country),
        FacetArg::Place => FacetKind::Entity(EntityKind::Place),
        FacetArg::Organisation => FacetKind::Entity(EntityKind::Organisation),
        FacetArg::Source => FacetKind::Source,
        FacetArg::Month => FacetKind::Time(Period::Month),
        FacetArg::Year => FacetKind::Time(Period::Year),
    }
}
