//! `khabar keywords`: what is special in the articles that match.

use std::io::Write;

use super::args::{Format, KeywordsArgs};
use super::out::stdout;
use super::{Exit, columns, csv, json, matching, search, text};
use crate::reports::keywords::{Keywords, keywords};
use crate::retrieval::Request;

pub(super) fn run(args: &KeywordsArgs) -> anyhow::Result<Exit> {
    let request = Request {
        limit: search::limit(&args.limit)?,
        ..matching::request(args.query.join(" "), &args.matching)
    };
    let reader = search::open_or_build(&args.matching.folder.index)?;
    let found = keywords(&reader, &request)?;
    let mut out = stdout();
    match args.format {
        Format::Text => text(&mut out, &found)?,
        Format::Json | Format::Jsonl => json::line(&mut out, &found)?,
        Format::Csv => table(&mut out, &found)?,
    }
    out.flush()?;
    Ok(matching::exit(found.total))
}

fn text(out: &mut impl Write, found: &Keywords) -> std::io::Result<()> {
    let articles = if found.total == 1 { "article" } else { "articles" };
    writeln!(out, "{} {articles} against {} others", found.total, found.others)?;
    text::notices(out, &found.notices)?;
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
    columns::write(out, &rows, &[1, 2, 3, 4])
}

fn table(out: &mut impl Write, found: &Keywords) -> anyhow::Result<()> {
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
