//! `khabar facets`: the articles that match, counted by what they have.

use std::io::Write;

use super::args::{FacetArg, FacetsArgs, Format};
use super::out::stdout;
use super::{Exit, csv, json, matching, search, text};
use crate::entities::EntityKind;
use crate::reports::facets::{Facet, FacetKind, Facets, facets};
use crate::reports::period::Period;

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
    match args.format {
        Format::Text => text(&mut out, &counted)?,
        Format::Json | Format::Jsonl => json::line(&mut out, &counted)?,
        Format::Csv => table(&mut out, &counted)?,
    }
    out.flush()?;
    Ok(matching::exit(counted.total))
}

fn text(out: &mut impl Write, counted: &Facets) -> std::io::Result<()> {
    let articles = if counted.total == 1 { "article" } else { "articles" };
    writeln!(out, "{} {articles}", counted.total)?;
    text::notices(out, &counted.notices)?;
    counted.facets.iter().try_for_each(|facet| kind(out, facet))
}

/// A kind that no article has anything of is left out: most archives have no source.
fn kind(out: &mut impl Write, facet: &Facet) -> std::io::Result<()> {
    if facet.distinct == 0 {
        return Ok(());
    }
    writeln!(out, "\n{}", facet.by.as_str())?;
    for value in &facet.values {
        if value.name == value.id {
            writeln!(out, "{:>8}  {}", value.articles, value.name)?;
        } else {
            writeln!(out, "{:>8}  {} ({})", value.articles, value.name, value.id)?;
        }
    }
    let more = facet.distinct - facet.values.len();
    if more > 0 {
        writeln!(out, "          and {more} more")?;
    }
    if facet.without > 0 {
        writeln!(out, "{:>8}  without", facet.without)?;
    }
    Ok(())
}

fn table(out: &mut impl Write, counted: &Facets) -> anyhow::Result<()> {
    let rows = counted.facets.iter().flat_map(|facet| {
        facet.values.iter().map(|value| {
            let by = facet.by.as_str().to_owned();
            [by, value.id.clone(), value.name.clone(), value.articles.to_string()]
        })
    });
    csv::table(out, ["by", "id", "name", "articles"], rows)
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
