//! `khabar show`: one article whole.

use std::io::Write;

use super::args::{Format, ShowArgs};
use super::out::stdout;
use super::{Exit, json};
use crate::answers::{Shown, show};
use crate::entities::{EntityKind, Gazetteer, ids_by_weight};
use crate::index::Reader;

pub(super) fn run(args: &ShowArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let shown = show(&reader, &args.id)?;
    let mut out = stdout();
    if args.format == Format::Text {
        text(&mut out, &shown, &reader.gazetteer)?
    } else {
        json::line(&mut out, &shown)?
    }
    out.flush()?;
    Ok(Exit::Done)
}

fn text(out: &mut impl Write, shown: &Shown, gazetteer: &Gazetteer) -> std::io::Result<()> {
    let article = &shown.article;
    for line in [&article.headline, &article.headline_latin]
        .into_iter()
        .filter(|line| !line.is_empty())
    {
        writeln!(out, "{line}")?;
    }
    let categories: Vec<&str> = article.category.iter().map(crate::article::Category::as_str).collect();
    let date = article
        .date
        .map_or_else(|| "no date".to_owned(), |date| date.to_string());
    writeln!(
        out,
        "{date} · {} · {} · {}",
        categories.join(", "),
        article.id,
        article.path
    )?;
    for part in [&article.summary, &article.body]
        .into_iter()
        .filter(|part| !part.is_empty())
    {
        writeln!(out, "\n{part}")?;
    }
    for kind in EntityKind::ALL {
        let names: Vec<String> = ids_by_weight(gazetteer, &shown.mentions, kind)
            .iter()
            .filter_map(|id| {
                shown
                    .mentions
                    .iter()
                    .find(|mention| mention.kind == kind && mention.id == *id)
            })
            .map(|mention| format!("{} ({})", mention.name, mention.id))
            .collect();
        if !names.is_empty() {
            writeln!(out, "\n{}: {}", kind.as_str(), names.join(", "))?;
        }
    }
    if !article.related.is_empty() {
        writeln!(out, "\nset aside, links to other stories:")?;
        article
            .related
            .iter()
            .try_for_each(|related| writeln!(out, "- {related}"))?;
    }
    Ok(())
}
