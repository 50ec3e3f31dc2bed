//! Counts of entities: in how many articles each is mentioned.

use serde::Serialize;

use super::order::alphabetical;
use crate::entities::{EntityKind, Gazetteer};
use crate::retrieval::{Archive, Column, Error};

/// An entity of an index with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// What it is.
    pub kind: EntityKind,
    /// Its id.
    pub id: String,
    /// Its name in Gujarati.
    pub name: String,
    /// Its English name.
    pub name_latin: String,
    /// In how many articles it is mentioned.
    pub articles: u64,
}

/// The entities of some kinds, the commonest first, ties in alphabetical order.
///
/// # Errors
/// Where the index cannot be read.
pub fn count_entities(archive: &dyn Archive, kinds: &[EntityKind]) -> Result<Vec<Counted>, Error> {
    let mut counted: Vec<Counted> = Vec::new();
    for &kind in kinds {
        let counts = archive.all_values(Column::Entity(kind))?;
        counted.extend(counts.into_iter().map(|(id, articles)| {
            let entity = archive.gazetteer().find(kind, &id);
            let (name, name_latin) = entity.map_or_else(
                || (archive.gazetteer().shown_name(kind, &id), String::new()),
                |entity| (entity.name.to_owned(), entity.name_latin.to_owned()),
            );
            Counted {
                kind,
                name,
                name_latin,
                id,
                articles,
            }
        }));
    }
    counted.sort_by(|a, b| {
        let by_name = || alphabetical(&a.name, &b.name).then_with(|| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        b.articles.cmp(&a.articles).then_with(by_name)
    });
    Ok(counted)
}

/// A name that no list has and that sounds like a listed one.
#[derive(Debug)]
pub struct Merge<'c> {
    /// What the index has.
    pub from: &'c Counted,
    /// Id and name of what it may be.
    pub into: (String, String),
}

/// Which names of an index may be other spellings of listed ones, the commonest first: for a person to say.
#[must_use]
pub fn proposed_merges<'c>(gazetteer: &Gazetteer, counted: &'c [Counted]) -> Vec<Merge<'c>> {
    let unlisted = counted
        .iter()
        .filter(|one| one.name.contains(' ') && gazetteer.find(one.kind, &one.id).is_none());
    unlisted
        .flat_map(|from| {
            let alike = gazetteer.sounding_alike(from.kind, &from.name);
            alike.into_iter().map(move |entity| Merge {
                from,
                into: (entity.id.to_owned(), entity.name.to_owned()),
            })
        })
        .collect()
}
