//! One article whole.

use std::io::{Result, Write};

use super::{Format, json};
use crate::answers::Shown;
use crate::article::Category;
use crate::entities::{EntityKind, Gazetteer, ids_by_weight};

/// Writes an article; the gazetteer tells which of its entities come first in text.
pub(crate) fn write(out: &mut impl Write, shown: &Shown, gazetteer: &Gazetteer, format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, shown, gazetteer),
        _ => json::line(out, shown),
    }
}

fn text(out: &mut impl Write, shown: &Shown, gazetteer: &Gazetteer) -> Result<()> {
    let article = &shown.article;
    for line in [&article.headline, &article.headline_latin]
        .into_iter()
        .filter(|line| !line.is_empty())
    {
        writeln!(out, "{line}")?;
    }
    let categories: Vec<&str> = article.category.iter().map(Category::as_str).collect();
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
