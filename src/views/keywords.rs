//! The words that are special in the articles that match.

use std::io::{Result, Write};

use super::{Format, counts, csv, json, table, terminal};
use crate::reports::keywords::Keywords;

/// Writes the words.
pub(crate) fn write(out: &mut impl Write, found: &Keywords, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, found),
        Format::Json | Format::Jsonl => json::line(out, found),
        Format::Csv => rows(out, found),
    }
}

fn text(out: &mut impl Write, found: &Keywords) -> Result<()> {
    writeln!(out, "{} against {} others", counts::articles(found.total), found.others)?;
    terminal::notices(out, &found.notices)?;
    if found.keywords.is_empty() {
        return writeln!(out, "no word is special in them");
    }
    let heading = ["word", "articles", "others", "G²", "log ratio"]
        .map(str::to_owned)
        .to_vec();
    let rows = found.keywords.iter().map(|keyword| {
        vec![
            keyword.word.clone(),
            keyword.articles.to_string(),
            keyword.others.to_string(),
            format!("{:.1}", keyword.g2),
            format!("{:.2}", keyword.log_ratio),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
    writeln!(out)?;
    table::write(out, &rows, &[1, 2, 3, 4])
}

fn rows(out: &mut impl Write, found: &Keywords) -> Result<()> {
    let rows = found.keywords.iter().map(|keyword| {
        let [articles, others] = [keyword.articles, keyword.others].map(|count| count.to_string());
        let [g2, log_ratio] = [keyword.g2, keyword.log_ratio].map(|figure| figure.to_string());
        [
            keyword.word.clone(),
            keyword.lemma.clone(),
            articles,
            others,
            g2,
            log_ratio,
        ]
    });
    csv::table(out, ["word", "lemma", "articles", "others", "g2", "log_ratio"], rows)
}
