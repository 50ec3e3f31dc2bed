//! `khabar parse`: how a file is read.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use super::args::{Format, ParseArgs};
use super::out::{say, stdout};
use super::{Exit, json};
use crate::corpus::layout::{Page, parse_page};
use crate::corpus::{self, Options, Record};

pub(super) fn run(args: &ParseArgs) -> anyhow::Result<Exit> {
    let options = super::index::options(&args.read)?;
    let mut out = stdout();
    let mut skipped = 0u64;
    for path in &args.paths {
        let is_page = path.is_file() && path.extension().is_some_and(|extension| extension == "txt");
        if is_page && args.format == Format::Text {
            skipped += page(&mut out, path, &options)?;
        } else {
            skipped += articles(&mut out, path, &options)?;
        }
    }
    out.flush()?;
    Ok(if skipped > 0 { Exit::Skipped } else { Exit::Done })
}

/// The lines of a raw page with their parts; gives how many pages could not be read.
fn page(out: &mut impl Write, path: &Path, options: &Options) -> anyhow::Result<u64> {
    if !path.exists() {
        return Err(corpus::Error::NotFound(vec![path.to_owned()]).into());
    }
    let text = match corpus::read_page(path, options) {
        Ok(text) => text,
        Err(skipped) => {
            say(&format!("skipped: {skipped}"));
            return Ok(1);
        }
    };
    write_page(out, &parse_page(&text))?;
    Ok(0)
}

fn write_page(out: &mut impl Write, page: &Page) -> std::io::Result<()> {
    for line in page.lines.iter().filter(|line| !line.text.trim().is_empty()) {
        let start: String = line.text.chars().take(60).collect();
        let dots = if line.text.chars().count() > 60 { "…" } else { "" };
        writeln!(
            out,
            "{:>4}  {:<14} {start}{dots}\n      {:<14} rule: {}",
            line.number,
            line.part.as_str(),
            "",
            line.rule
        )?;
    }
    let categories: Vec<&str> = page.category.iter().map(crate::article::Category::as_str).collect();
    writeln!(out)?;
    writeln!(out, "headline        {}", page.headline)?;
    writeln!(out, "headline_latin  {}", page.headline_latin)?;
    writeln!(out, "summary         {}", page.summary)?;
    writeln!(out, "category        {}", categories.join(", "))?;
    match (&page.date, &page.date_found_in) {
        (Some(date), Some(source)) => writeln!(
            out,
            "date            {date}, found in line {} ({})",
            source.line,
            source.part.as_str()
        )?,
        (Some(date), None) => writeln!(out, "date            {date}")?,
        _ => writeln!(out, "date            none found")?,
    }
    writeln!(
        out,
        "body            {} paragraphs",
        page.body.split("\n\n").filter(|part| !part.is_empty()).count()
    )?;
    writeln!(out, "related         {}", page.related.len())?;
    page.notes
        .iter()
        .try_for_each(|note| writeln!(out, "note            {note}"))
}

/// Articles as JSON lines; gives how many records were skipped.
fn articles(out: &mut impl Write, path: &Path, options: &Options) -> anyhow::Result<u64> {
    let mut skipped = 0;
    let mut failed = None;
    corpus::read(&[path.to_owned()], options, &mut |record| {
        let written = match record {
            Record::Article { article, notes, .. } => {
                notes
                    .iter()
                    .for_each(|note| say(&format!("note: {}: {note}", article.path)));
                json::line(out, &article)
            }
            Record::Skipped(record) => {
                skipped += 1;
                say(&format!("skipped: {record}"));
                Ok(())
            }
        };
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    failed.map_or(Ok(skipped), Err)
}
