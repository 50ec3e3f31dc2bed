//! The articles of several queries side by side over time.

use std::io::{Result, Write};

use super::{Format, counts, csv, json, table, terminal};
use crate::article::readable;
use crate::reports::trend::Comparison;

/// Writes the counts of each query, then of each period.
pub(crate) fn write(out: &mut impl Write, compared: &Comparison, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, compared),
        Format::Json | Format::Jsonl => json::line(out, compared),
        Format::Csv => rows(out, compared),
    }
}

fn text(out: &mut impl Write, compared: &Comparison) -> Result<()> {
    for query in &compared.queries {
        let typed = readable(&query.query).into_owned();
        let undated = counts::without_date(query.undated);
        writeln!(out, "{typed}: {}{undated}", counts::articles(query.total))?;
        terminal::notices(out, &query.notices)?;
    }
    for together in &compared.together {
        let typed = readable(&together.queries.join(" + ")).into_owned();
        writeln!(out, "{typed}: {} with all of them", counts::articles(together.articles))?;
    }
    if compared.periods.is_empty() {
        return Ok(());
    }
    let mut heading = vec![compared.by.as_str().to_owned()];
    for query in &compared.queries {
        heading.push(readable(&query.query).replace(['\n', '\t'], " "));
        heading.push("per 1,000".to_owned());
    }
    let rows = compared.periods.iter().map(|one| {
        let mut row = vec![one.period.clone()];
        for (count, share) in one.articles.iter().zip(&one.per_thousand) {
            row.extend([count.to_string(), format!("{share:.2}")]);
        }
        row
    });
    let figures: Vec<usize> = (1..heading.len()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
    writeln!(out)?;
    table::write(out, &rows, &figures)
}

/// Two columns for each query, so that a spreadsheet draws them as they are.
fn rows(out: &mut impl Write, compared: &Comparison) -> Result<()> {
    let mut heading = vec!["period".to_owned(), "total".to_owned()];
    for query in &compared.queries {
        let typed = readable(&query.query).into_owned();
        heading.extend([format!("{typed} articles"), format!("{typed} per_thousand")]);
    }
    let rows = compared.periods.iter().map(|one| {
        let mut row = vec![one.period.clone(), one.total.to_string()];
        for (count, share) in one.articles.iter().zip(&one.per_thousand) {
            row.extend([count.to_string(), share.to_string()]);
        }
        row
    });
    csv::rows(out, std::iter::once(heading).chain(rows))
}
