//! Articles over time.

use std::io::{Result, Write};

use super::{Format, chart, counts, csv, json, table, terminal};
use crate::reports::trend::Trend;

/// Writes the counts of each period.
pub(crate) fn write(out: &mut impl Write, trend: &Trend, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, trend),
        Format::Json | Format::Jsonl => json::line(out, trend),
        Format::Csv => rows(out, trend),
    }
}

fn text(out: &mut impl Write, trend: &Trend) -> Result<()> {
    writeln!(
        out,
        "{}{}",
        counts::articles(trend.total),
        counts::without_date(trend.undated)
    )?;
    terminal::notices(out, &trend.notices)?;
    if trend.periods.is_empty() {
        return Ok(());
    }
    let heading = [trend.by.as_str(), "articles", "per 1,000", ""]
        .map(str::to_owned)
        .to_vec();
    let highest = trend.periods.iter().map(|one| one.articles).max().unwrap_or(0);
    let rows = trend.periods.iter().map(|one| {
        vec![
            one.period.clone(),
            one.articles.to_string(),
            format!("{:.2}", one.per_thousand),
            chart::bar(one.articles, highest),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
    writeln!(out)?;
    table::write(out, &rows, &[1, 2])
}

fn rows(out: &mut impl Write, trend: &Trend) -> Result<()> {
    let rows = trend.periods.iter().map(|one| {
        let [articles, total] = [one.articles, one.total].map(|count| count.to_string());
        [one.period.clone(), articles, total, one.per_thousand.to_string()]
    });
    csv::table(out, ["period", "articles", "total", "per_thousand"], rows)
}
