//! The page of an entity: its spellings, what it is mentioned with, its months, its latest stories.

use std::io::{Result, Write};

use super::{Format, chart, entities, json};
use crate::reports::page::{Count, Page};

/// Writes a page.
pub(crate) fn write(out: &mut impl Write, page: &Page, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, page),
        _ => json::line(out, page),
    }
}

fn text(out: &mut impl Write, page: &Page) -> Result<()> {
    entities::line(out, &page.entity)?;
    let joined = |counts: &[Count]| {
        let cells: Vec<String> = counts
            .iter()
            .map(|one| format!("{} ({})", one.value, one.count))
            .collect();
        cells.join(", ")
    };
    writeln!(out, "        spellings: {}", joined(&page.spellings))?;
    writeln!(out, "        categories: {}", joined(&page.categories))?;
    let together: Vec<String> = page
        .together
        .iter()
        .map(|one| format!("{} ({})", one.name, one.articles))
        .collect();
    writeln!(out, "        together with: {}", together.join(", "))?;
    let highest = page.months.iter().map(|month| month.count).max().unwrap_or(1);
    for month in &page.months {
        let bar = chart::bar(month.count, highest);
        writeln!(out, "        {} {:>5} {bar}", month.value, month.count)?;
    }
    for story in &page.latest {
        writeln!(
            out,
            "        {} {} · {}",
            story.date.as_deref().unwrap_or("no date   "),
            story.headline,
            story.id
        )?;
    }
    Ok(())
}
