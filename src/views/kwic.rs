//! A concordance, one line a place.

use std::io::{Result, Write};

use super::{Format, counts, csv, json, table, terminal};
use crate::reports::kwic::{Concordance, KwicLine};

/// Writes a concordance; in JSON lines only its places.
pub(crate) fn write(out: &mut impl Write, found: &Concordance, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, found),
        Format::Json => json::line(out, found),
        Format::Jsonl => found.lines.iter().try_for_each(|line| json::line(out, line)),
        Format::Csv => rows(out, found),
    }
}

/// All forms begin in one column.
fn text(out: &mut impl Write, found: &Concordance) -> Result<()> {
    let places = if found.total == 1 { "place" } else { "places" };
    writeln!(out, "{} {places} in {}", found.total, counts::articles(found.articles))?;
    terminal::notices(out, &found.notices)?;
    let widest = |of: fn(&KwicLine) -> usize| found.lines.iter().map(of).max().unwrap_or(0);
    let left = widest(|line| table::width(&line.left));
    let form_and_right = widest(|line| table::width(&line.form) + table::width(&line.right));
    for line in &found.lines {
        let room = form_and_right.saturating_sub(table::width(&line.form));
        let (before, after) = (table::right(&line.left, left), table::left(&line.right, room));
        terminal::found(out, &before, &line.form, &after)?;
        terminal::faint(
            out,
            &format!("  {} {}", line.date.as_deref().unwrap_or("no date   "), line.id),
        )?;
    }
    let more = found.total - found.lines.len() as u64;
    if more > 0 {
        terminal::faint(out, &format!("and {more} more; --limit all shows every place"))?;
    }
    Ok(())
}

fn rows(out: &mut impl Write, found: &Concordance) -> Result<()> {
    let header = [
        "id", "date", "field", "start", "end", "left", "form", "right", "word", "tier",
    ];
    let rows = found.lines.iter().map(|line| {
        [
            line.id.clone(),
            line.date.clone().unwrap_or_default(),
            line.field.to_owned(),
            line.start.to_string(),
            line.end.to_string(),
            line.left.clone(),
            line.form.clone(),
            line.right.clone(),
            line.word.clone(),
            line.tier.as_str().to_owned(),
        ]
    });
    csv::table(out, header, rows)
}
