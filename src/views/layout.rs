//! A page of a site, line by line, with the part that each line was taken for and the rule that said so.

use std::io::{Result, Write};

use crate::article::Category;
use crate::corpus::layout::Page;

/// Writes the lines of a page, then what was made of them.
pub(crate) fn text(out: &mut impl Write, page: &Page) -> Result<()> {
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
    let categories: Vec<&str> = page.category.iter().map(Category::as_str).collect();
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
