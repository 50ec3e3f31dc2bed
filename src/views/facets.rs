//! Articles counted by what they have.

use std::io::{Result, Write};

use super::{Format, counts, csv, json, terminal};
use crate::reports::facets::{Facet, Facets};

/// Writes the counts.
pub(crate) fn write(out: &mut impl Write, counted: &Facets, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, counted),
        Format::Json | Format::Jsonl => json::line(out, counted),
        Format::Csv => rows(out, counted),
    }
}

fn text(out: &mut impl Write, counted: &Facets) -> Result<()> {
    writeln!(out, "{}", counts::articles(counted.total))?;
    terminal::notices(out, &counted.notices)?;
    counted.facets.iter().try_for_each(|facet| kind(out, facet))
}

/// A kind that no article has anything of is left out: most archives have no source.
fn kind(out: &mut impl Write, facet: &Facet) -> Result<()> {
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

fn rows(out: &mut impl Write, counted: &Facets) -> Result<()> {
    let rows = counted.facets.iter().flat_map(|facet| {
        facet.values.iter().map(|value| {
            let by = facet.by.as_str().to_owned();
            [by, value.id.clone(), value.name.clone(), value.articles.to_string()]
        })
    });
    csv::table(out, ["by", "id", "name", "articles"], rows)
}
