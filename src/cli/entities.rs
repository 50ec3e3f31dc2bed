//! `khabar entities`: who and what an index knows.

use std::io::Write;

use super::args::{EntitiesArgs, Format, KindArg};
use super::out::{say, stdout};
use super::{Exit, chart, json};
use crate::entities::EntityKind;
use crate::index::Reader;
use crate::reports::entities::{Counted, Merge, count_entities, proposed_merges};
use crate::reports::page::{Count, Page, page};

pub(super) fn run(args: &EntitiesArgs) -> anyhow::Result<Exit> {
    let reader = super::search::open_or_build(&args.folder.index)?;
    let kinds: Vec<EntityKind> = args
        .kind
        .map_or_else(|| EntityKind::ALL.to_vec(), |kind| vec![kind_of(kind)]);
    let mut counted = count_entities(&reader, &kinds)?;
    if args.learn {
        return learn(&reader, &counted);
    }
    if let Some(name) = &args.name {
        let wanted: Vec<String> = kinds
            .iter()
            .flat_map(|&kind| reader.gazetteer.resolve(kind, name))
            .map(|entity| entity.id.to_owned())
            .collect();
        let is_called_so = |entity: &Counted| entity.id == *name || entity.name == *name;
        counted.retain(|entity| wanted.contains(&entity.id) || is_called_so(entity));
    }
    counted.truncate(args.limit);
    if let (Some(name), true) = (&args.name, counted.is_empty()) {
        say(&format!(
            "no article mentions ‘{name}’; `khabar entities` lists who and what is mentioned, `khabar search` finds it as a word"
        ));
    }
    if args.name.is_some() {
        return pages(&reader, counted, args.format);
    }
    let mut out = stdout();
    for entity in &counted {
        if args.format == Format::Text {
            line(&mut out, entity)?
        } else {
            json::line(&mut out, entity)?
        }
    }
    out.flush()?;
    Ok(if counted.is_empty() { Exit::NoHits } else { Exit::Done })
}

/// The page of each entity that is meant.
fn pages(reader: &Reader, entities: Vec<Counted>, format: Format) -> anyhow::Result<Exit> {
    let exit = if entities.is_empty() { Exit::NoHits } else { Exit::Done };
    let mut out = stdout();
    for entity in entities {
        let page = page(reader, entity)?;
        if format == Format::Text {
            text(&mut out, &page)?;
        } else {
            json::line(&mut out, &page)?;
        }
    }
    out.flush()?;
    Ok(exit)
}

fn text(out: &mut impl Write, page: &Page) -> std::io::Result<()> {
    line(out, &page.entity)?;
    let joined = |counts: &[Count]| {
        let cells: Vec<String> = counts
            .iter()
            .map(|one| format!("{} ({})", one.value, one.count))
            .collect();
        cells.join(", ")
    };
    writeln!(out, "        spellings: {}", joined(&page.spellings))?;
    writeln!(out, "        categories: {}", joined(&page.categories))?;
    let together: Vec<String> = page
        .together
        .iter()
        .map(|one| format!("{} ({})", one.name, one.articles))
        .collect();
    writeln!(out, "        together with: {}", together.join(", "))?;
    let highest = page.months.iter().map(|month| month.count).max().unwrap_or(1);
    for month in &page.months {
        let bar = chart::bar(month.count, highest);
        writeln!(out, "        {} {:>5} {bar}", month.value, month.count)?;
    }
    for story in &page.latest {
        writeln!(
            out,
            "        {} {} · {}",
            story.date.as_deref().unwrap_or("no date   "),
            story.headline,
            story.id
        )?;
    }
    Ok(())
}

/// Lines for a file of corrections; a person decides which to keep.
fn learn(reader: &Reader, counted: &[Counted]) -> anyhow::Result<Exit> {
    let proposals = proposed_merges(&reader.gazetteer, counted);
    let mut out = stdout();
    for Merge { from, into } in &proposals {
        let kind = from.kind.as_str();
        let remark = format!("# {} ({}), {}", from.name, from.articles, into.1);
        writeln!(out, "merge\t{kind}\t{}\t{}\t{remark}", from.id, into.0)?;
    }
    out.flush()?;
    Ok(if proposals.is_empty() { Exit::NoHits } else { Exit::Done })
}

fn line(out: &mut impl Write, entity: &Counted) -> std::io::Result<()> {
    writeln!(
        out,
        "{:>6}  {:<12} {} ({}, {})",
        entity.articles,
        entity.kind.as_str(),
        entity.name,
        entity.name_latin,
        entity.id
    )
}

const fn kind_of(kind: KindArg) -> EntityKind {
    match kind {
        KindArg::Person => EntityKind::Person,
        KindArg::Country => EntityKind::Country,
        KindArg::Place => EntityKind::Place,
        KindArg::Organisation => EntityKind::Organisation,
    }
}
