//! The gazetteer: names compiled into one finite-state map over lemma keys.
//!
//! Takes entities and names, gives lookup by name and by id. A name is the sequence of the lemma keys of
//! its tokens, with a space between; 100,000 of them are a map of a few megabytes that is walked token
//! by token, so that matching costs one step a token and stops at the first that begins no name.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{Entity, EntityKind};
use crate::analysis::{keys, tokens};

/// How surely a form stands for its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Strength {
    /// Its name.
    Name,
    /// An adjective of a country (રશિયન).
    Adjective,
    /// A form that others share, or a common word: needs evidence in the article.
    Shared,
}

/// A name of an entity, before compiling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    /// The kind of the entity.
    pub kind: EntityKind,
    /// Its id.
    pub id: String,
    /// The name as written.
    pub form: String,
    /// How surely it stands for the entity.
    pub strength: Strength,
}

/// One entity that a name can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearer {
    /// Its place in the list of entities.
    pub entity: u32,
    /// How surely the name stands for it.
    pub strength: Strength,
}

/// Why a stored gazetteer cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// The bytes are no map.
    #[error("the names are no finite-state map")]
    Map(#[from] fst::Error),
    /// The entities are no JSON of ours.
    #[error("the entities cannot be read")]
    Json(#[from] serde_json::Error),
    /// The bytes end early.
    #[error("the file ends early")]
    Short,
}

/// The compiled gazetteer.
#[derive(Debug)]
pub struct Gazetteer {
    names: fst::Map<Vec<u8>>,
    lists: Lists,
    by_id: HashMap<(EntityKind, String), u32>,
}

/// What stands beside the map of names.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Lists {
    entities: Vec<Entity>,
    /// The bearers of each name; the map's values point in here.
    bearers: Vec<Vec<Bearer>>,
    /// The forms of each entity as the lists write them.
    forms: Vec<Vec<String>>,
}

impl Gazetteer {
    /// The gazetteer of the shipped lists.
    ///
    /// # Errors
    /// Only where the map cannot be built, which no list brings about.
    pub fn shipped() -> Result<Self, GazetteerError> {
        let (entities, names) = super::lists::shipped();
        Self::compile(entities, names)
    }

    /// Compiles entities and their names. Names of unknown ids are passed over.
    ///
    /// # Errors
    /// As for [`Gazetteer::shipped`].
    pub fn compile(entities: Vec<Entity>, names: Vec<NameRow>) -> Result<Self, GazetteerError> {
        let by_id = index_by_id(&entities);
        let mut forms = vec![Vec::new(); entities.len()];
        let mut by_key: BTreeMap<String, Vec<Bearer>> = BTreeMap::new();
        for row in names {
            let Some(&entity) = by_id.get(&(row.kind, row.id.clone())) else {
                continue;
            };
            for key in name_keys(&row.form) {
                add_bearer(
                    by_key.entry(key).or_default(),
                    Bearer {
                        entity,
                        strength: row.strength,
                    },
                );
            }
            if let Some(list) = forms.get_mut(entity as usize)
                && row.strength != Strength::Shared
                && !list.contains(&row.form)
            {
                list.push(row.form);
            }
        }
        let mut builder = fst::MapBuilder::memory();
        let mut bearers = Vec::with_capacity(by_key.len());
        for (key, list) in by_key {
            builder.insert(key, bearers.len() as u64)?;
            bearers.push(list);
        }
        let names = fst::Map::new(builder.into_inner()?)?;
        Ok(Self {
            names,
            lists: Lists {
                entities,
                bearers,
                forms,
            },
            by_id,
        })
    }

    /// The gazetteer as bytes, for an index to keep.
    ///
    /// # Errors
    /// Where the entities cannot be written as JSON, which does not happen.
    pub fn to_bytes(&self) -> Result<Vec<u8>, GazetteerError> {
        let map = self.names.as_fst().as_bytes();
        let mut bytes = (map.len() as u64).to_le_bytes().to_vec();
        bytes.extend_from_slice(map);
        serde_json::to_writer(&mut bytes, &self.lists)?;
        Ok(bytes)
    }

    /// The gazetteer that [`Gazetteer::to_bytes`] wrote.
    ///
    /// # Errors
    /// Where the bytes are not such a gazetteer.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GazetteerError> {
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or(GazetteerError::Short)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| GazetteerError::Short)?;
        let map = rest.get(..length).ok_or(GazetteerError::Short)?;
        let lists: Lists = serde_json::from_slice(rest.get(length..).ok_or(GazetteerError::Short)?)?;
        let by_id = index_by_id(&lists.entities);
        Ok(Self {
            names: fst::Map::new(map.to_vec())?,
            lists,
            by_id,
        })
    }

    /// The entity of a bearer.
    #[must_use]
    pub fn entity(&self, at: u32) -> Option<&Entity> {
        self.lists.entities.get(at as usize)
    }

    /// The entity of a kind with an id.
    #[must_use]
    pub fn find(&self, kind: EntityKind, id: &str) -> Option<&Entity> {
        self.by_id.get(&(kind, id.to_owned())).and_then(|&at| self.entity(at))
    }

    /// The names of an entity as the lists write them, shared forms left out.
    #[must_use]
    pub fn forms(&self, kind: EntityKind, id: &str) -> &[String] {
        self.by_id
            .get(&(kind, id.to_owned()))
            .and_then(|&at| self.lists.forms.get(at as usize))
            .map_or(&[], Vec::as_slice)
    }

    /// All entities of a kind.
    pub fn entities(&self, kind: EntityKind) -> impl Iterator<Item = &Entity> {
        self.lists.entities.iter().filter(move |entity| entity.kind == kind)
    }

    /// Who bears a name, given as written.
    #[must_use]
    pub fn bearers(&self, name: &str) -> Vec<Bearer> {
        let mut found: Vec<Bearer> = Vec::new();
        for key in name_keys(name) {
            for &bearer in self.names.get(key).map(|at| self.bearers_at(at)).unwrap_or_default() {
                add_bearer(&mut found, bearer);
            }
        }
        found
    }

    /// The entities that a user can mean by a name or an id, of one kind; adjectives left out.
    #[must_use]
    pub fn resolve(&self, kind: EntityKind, name: &str) -> Vec<&Entity> {
        let as_id = if kind == EntityKind::Country {
            name.to_uppercase()
        } else {
            name.to_lowercase()
        };
        if let Some(entity) = self.find(kind, name).or_else(|| self.find(kind, &as_id)) {
            return vec![entity];
        }
        let of_kind = |bearer: &Bearer| self.entity(bearer.entity).filter(|entity| entity.kind == kind);
        let bearers = self.bearers(name);
        let sure: Vec<&Entity> = bearers
            .iter()
            .filter(|b| b.strength == Strength::Name)
            .filter_map(of_kind)
            .collect();
        if sure.is_empty() {
            bearers.iter().filter_map(of_kind).collect()
        } else {
            sure
        }
    }

    pub(super) fn names(&self) -> &fst::Map<Vec<u8>> {
        &self.names
    }

    pub(super) fn bearers_at(&self, value: u64) -> &[Bearer] {
        usize::try_from(value)
            .ok()
            .and_then(|at| self.lists.bearers.get(at))
            .map_or(&[], Vec::as_slice)
    }

    /// How many entities and names it has.
    #[must_use]
    pub fn len(&self) -> (usize, usize) {
        (self.lists.entities.len(), self.names.len())
    }

    /// Whether it has no entity at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lists.entities.is_empty()
    }
}

fn index_by_id(entities: &[Entity]) -> HashMap<(EntityKind, String), u32> {
    (0u32..)
        .zip(entities)
        .map(|(at, entity)| ((entity.kind, entity.id.clone()), at))
        .collect()
}

/// The weaker of two strengths counts: a form that one list calls ambiguous is ambiguous.
fn add_bearer(bearers: &mut Vec<Bearer>, bearer: Bearer) {
    match bearers.iter_mut().find(|known| known.entity == bearer.entity) {
        Some(known) => known.strength = known.strength.max(bearer.strength),
        None => bearers.push(bearer),
    }
}

/// The keys of a name: the lemma keys of its tokens; for a name of one token every lemma key it has.
#[must_use]
pub fn name_keys(name: &str) -> Vec<String> {
    let parts: Vec<Vec<String>> = tokens(name)
        .map(|token| keys(&token.form).lemmas.into_iter().map(|lemma| lemma.key).collect())
        .collect();
    match parts.as_slice() {
        [] => Vec::new(),
        [single] => single.first().cloned().into_iter().collect(),
        many => vec![
            many.iter()
                .filter_map(|part| part.first().map(String::as_str))
                .collect::<Vec<_>>()
                .join(" "),
        ],
    }
}
