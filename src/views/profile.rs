//! The page of an entity: its spellings, what it is mentioned with, its months, its latest stories.

use std::io::{Result, Write};

use super::{Format, chart, entities, json};
use crate::reports::profile::{Count, Profile};

/// Writes a profile.
pub(crate) fn write(out: &mut impl Write, profile: &Profile, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, profile),
        _ => json::line(out, profile),
    }
}

fn text(out: &mut impl Write, profile: &Profile) -> Result<()> {
    entities::line(out, &profile.entity)?;
    let joined = |counts: &[Count]| {
        let cells: Vec<String> = counts
            .iter()
            .map(|one| format!("{} ({})", one.value, one.count))
            .collect();
        cells.join(", ")
    };
    writeln!(out, "        spellings: {}", joined(&profile.spellings))?;
    writeln!(out, "        categories: {}", joined(&profile.categories))?;
    let together: Vec<String> = profile
        .together
        .iter()
        .map(|one| format!("{} ({})", one.name, one.articles))
        .collect();
    writeln!(out, "        together with: {}", together.join(", "))?;
    let highest = profile.months.iter().map(|month| month.count).max().unwrap_or(1);
    for month in &profile.months {
        let bar = chart::bar(month.count, highest);
        writeln!(out, "        {} {:>5} {bar}", month.value, month.count)?;
    }
    for story in &profile.latest {
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
