//! `khabar entities`: who and what an index knows.

use std::io::Write;

use crate::cli::args::EntitiesArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::{say, stdout};
use crate::entities::EntityKind;
use crate::index::Reader;
use crate::reports::entities::{Counted, count_entities, proposed_merges};
use crate::reports::profile::profile;
use crate::views::{self, Format};

pub(super) fn execute(args: &EntitiesArgs) -> anyhow::Result<Exit> {
    let reader = open_or_build(&args.folder.index)?;
    let kinds: Vec<EntityKind> = args
        .kind
        .map_or_else(|| EntityKind::ALL.to_vec(), |kind| vec![kind.into()]);
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
        return pages(&reader, counted, args.format.into());
    }
    let mut out = stdout();
    for entity in &counted {
        views::entities::write(&mut out, entity, args.format.into())?;
    }
    out.flush()?;
    Ok(Exit::done_if(!counted.is_empty()))
}

/// The page of each entity that is meant.
fn pages(reader: &Reader, entities: Vec<Counted>, format: Format) -> anyhow::Result<Exit> {
    let exit = Exit::done_if(!entities.is_empty());
    let mut out = stdout();
    for entity in entities {
        views::profile::write(&mut out, &profile(reader, entity)?, format)?;
    }
    out.flush()?;
    Ok(exit)
}

fn learn(reader: &Reader, counted: &[Counted]) -> anyhow::Result<Exit> {
    let proposals = proposed_merges(&reader.gazetteer, counted);
    let mut out = stdout();
    views::entities::merges(&mut out, &proposals)?;
    out.flush()?;
    Ok(Exit::done_if(!proposals.is_empty()))
}
