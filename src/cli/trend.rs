//! `khabar trend` and `khabar compare`: articles over time.

use std::io::Write;

use anyhow::bail;

use super::args::{CompareArgs, Format, PeriodArg, TrendArgs};
use super::out::stdout;
use super::{Exit, chart, columns, csv, json, matching, search, text};
use crate::reports::period::Period;
use crate::reports::trend::{Comparison, Trend, compare, trend};

pub(super) fn run(args: &TrendArgs) -> anyhow::Result<Exit> {
    let request = matching::request(args.query.join(" "), &args.matching);
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let counted = trend(&reader, &request, period(args.by))?;
    let mut out = stdout();
    match args.format {
        Format::Text => text(&mut out, &counted)?,
        Format::Json | Format::Jsonl => json::line(&mut out, &counted)?,
        Format::Csv => table(&mut out, &counted)?,
    }
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
    match args.format {
        Format::Text => compared_text(&mut out, &compared)?,
        Format::Json | Format::Jsonl => json::line(&mut out, &compared)?,
        Format::Csv => compared_table(&mut out, &compared)?,
    }
    out.flush()?;
    Ok(matching::exit(compared.queries.iter().map(|query| query.total).sum()))
}

fn text(out: &mut impl Write, trend: &Trend) -> std::io::Result<()> {
    writeln!(out, "{}{}", articles(trend.total), without_date(trend.undated))?;
    text::notices(out, &trend.notices)?;
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
    columns::write(out, &rows, &[1, 2])
}

fn articles(count: u64) -> String {
    let noun = if count == 1 { "article" } else { "articles" };
    format!("{count} {noun}")
}

fn without_date(count: u64) -> String {
    if count == 0 {
        return String::new();
    }
    format!(", {count} of them without a date")
}

fn table(out: &mut impl Write, trend: &Trend) -> anyhow::Result<()> {
    let rows = trend.periods.iter().map(|one| {
        let [articles, total] = [one.articles, one.total].map(|count| count.to_string());
        [one.period.clone(), articles, total, one.per_thousand.to_string()]
    });
    csv::table(out, ["period", "articles", "total", "per_thousand"], rows)
}

fn compared_text(out: &mut impl Write, compared: &Comparison) -> std::io::Result<()> {
    for query in &compared.queries {
        let typed = crate::article::readable(&query.query).into_owned();
        let undated = without_date(query.undated);
        writeln!(out, "{typed}: {}{undated}", articles(query.total))?;
        text::notices(out, &query.notices)?;
    }
    for together in &compared.together {
        let typed = crate::article::readable(&together.queries.join(" + ")).into_owned();
        writeln!(out, "{typed}: {} with all of them", articles(together.articles))?;
    }
    if compared.periods.is_empty() {
        return Ok(());
    }
    let mut heading = vec![compared.by.as_str().to_owned()];
    for query in &compared.queries {
        heading.push(crate::article::readable(&query.query).replace(['\n', '\t'], " "));
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
    columns::write(out, &rows, &figures)
}

/// Two columns for each query, so that a spreadsheet draws them as they are.
fn compared_table(out: &mut impl Write, compared: &Comparison) -> anyhow::Result<()> {
    let mut heading = vec!["period".to_owned(), "total".to_owned()];
    for query in &compared.queries {
        let typed = crate::article::readable(&query.query).into_owned();
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

const fn period(by: PeriodArg) -> Period {
    match by {
        PeriodArg::Day => Period::Day,
        PeriodArg::Month => Period::Month,
        PeriodArg::Year => Period::Year,
    }
}
