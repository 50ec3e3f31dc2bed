//! `khabar entities`: who and what an index knows.

use std::io::Write;

use super::args::{EntitiesArgs, Format, KindArg};
use super::out::stdout;
use super::{Exit, json};
use crate::entities::EntityKind;
use crate::results::entities::{Counted, count_entities};

pub(super) fn run(args: &EntitiesArgs) -> anyhow::Result<Exit> {
    let reader = super::search::open_or_build(&args.folder.index)?;
    let kinds: Vec<EntityKind> = args
        .kind
        .map_or_else(|| EntityKind::ALL.to_vec(), |kind| vec![kind_of(kind)]);
    let mut counted = count_entities(&reader, &kinds)?;
    if let Some(name) = &args.name {
        let wanted: Vec<String> = kinds
            .iter()
            .flat_map(|&kind| reader.gazetteer.resolve(kind, name))
            .map(|entity| entity.id.clone())
            .collect();
        counted.retain(|entity| wanted.contains(&entity.id));
    }
    counted.truncate(args.limit);
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
