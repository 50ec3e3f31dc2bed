//! `khabar kwic`: a concordance, one line a place.

use std::io::Write;

use super::args::{Format, KwicArgs, KwicSortArg};
use super::out::stdout;
use super::{Exit, columns, csv, json, matching, search, text};
use crate::reports::kwic::{Concordance, KwicLine, KwicSort, kwic};
use crate::retrieval::Request;

pub(super) fn run(args: &KwicArgs) -> anyhow::Result<Exit> {
    let request = Request {
        limit: search::limit(&args.limit)?,
        ..matching::request(args.query.join(" "), &args.matching)
    };
    let sort = match args.sort {
        KwicSortArg::Left => KwicSort::Left,
        KwicSortArg::Right => KwicSort::Right,
        KwicSortArg::Article => KwicSort::Article,
    };
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let found = kwic(&reader, &request, sort, args.width)?;
    let mut out = stdout();
    match args.format {
        Format::Text => text(&mut out, &found)?,
        Format::Json => json::line(&mut out, &found)?,
        Format::Jsonl => found.lines.iter().try_for_each(|line| json::line(&mut out, line))?,
        Format::Csv => table(&mut out, &found)?,
    }
    out.flush()?;
    Ok(matching::exit(found.articles))
}

/// All forms begin in one column.
fn text(out: &mut impl Write, found: &Concordance) -> std::io::Result<()> {
    let articles = if found.articles == 1 { "article" } else { "articles" };
    let places = if found.total == 1 { "place" } else { "places" };
    writeln!(out, "{} {places} in {} {articles}", found.total, found.articles)?;
    text::notices(out, &found.notices)?;
    let widest = |of: fn(&KwicLine) -> usize| found.lines.iter().map(of).max().unwrap_or(0);
    let left = widest(|line| columns::width(&line.left));
    let behind = widest(|line| columns::width(&line.form) + columns::width(&line.right));
    for line in &found.lines {
        let room = behind.saturating_sub(columns::width(&line.form));
        let (before, after) = (columns::right(&line.left, left), columns::left(&line.right, room));
        text::found(out, &before, &line.form, &after)?;
        text::faint(
            out,
            &format!("  {} {}", line.date.as_deref().unwrap_or("no date   "), line.id),
        )?;
    }
    let more = found.total - found.lines.len() as u64;
    if more > 0 {
        text::faint(out, &format!("and {more} more; --limit all shows every place"))?;
    }
    Ok(())
}

fn table(out: &mut impl Write, found: &Concordance) -> anyhow::Result<()> {
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
