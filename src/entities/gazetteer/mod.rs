//! The gazetteer: names compiled into one finite-state map over lemma keys.
//!
//! Takes entities and names, gives lookup by name and by id. A name is the sequence of the lemma keys of
//! its tokens, with a space between; 100,000 of them are a map of a few megabytes that is walked token
//! by token, so that matching costs one step a token and stops at the first that begins no name.

mod beginnings;
mod compile;
mod corrections;
mod error;
mod everyday;
pub mod kinds;
pub mod lists;
pub(super) mod names;
mod roles;
mod sound_keys;
mod sounding;
pub(super) mod store;

use std::sync::Arc;

use self::beginnings::Beginnings;
use self::compile::compile;
pub use self::corrections::{CorrectedError, CorrectionError};
pub use self::error::GazetteerError;
pub use self::names::{Bearer, NameRow, Strength, name_keys};
use self::names::{add_bearer, id_key};
use self::store::{Slice, Store};
use super::{Entity, EntityKind, Facts};
use crate::analysis::Keys;

/// The compiled gazetteer.
#[derive(Debug)]
pub struct Gazetteer {
    store: Store,
}

impl Gazetteer {
    /// The gazetteer of the shipped lists.
    ///
    /// # Errors
    /// Only where the map cannot be built, which no list brings about.
    pub fn shipped() -> Result<Self, GazetteerError> {
        let (entities, names) = lists::shipped();
        Self::compile(entities, names)
    }

    /// Compiles entities and their names. Names of unknown ids are passed over.
    ///
    /// # Errors
    /// As for [`Gazetteer::shipped`].
    pub fn compile(entities: Vec<Entity<String>>, names: Vec<NameRow>) -> Result<Self, GazetteerError> {
        Ok(Self {
            store: Store::open(Arc::new(compile(entities, names)?))?,
        })
    }

    /// The gazetteer as bytes, for an index to keep.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.store.bytes()
    }

    /// A hash of all that it holds: two gazetteers with one hash find the same mentions.
    #[must_use]
    pub fn hash(&self) -> u64 {
        self.store.hash()
    }

    /// The gazetteer that [`Gazetteer::as_bytes`] gave; nothing is copied, and nothing read before it is asked for.
    ///
    /// # Errors
    /// Where the bytes are not such a gazetteer.
    pub fn from_bytes(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, GazetteerError> {
        Ok(Self {
            store: Store::open(Arc::new(bytes))?,
        })
    }

    /// The entity of a bearer.
    #[must_use]
    pub fn entity(&self, at: u32) -> Option<Entity<&str>> {
        self.store.entity(at)
    }

    /// The kind of a bearer's entity.
    #[must_use]
    pub fn kind(&self, at: u32) -> Option<EntityKind> {
        self.store.kind(at)
    }

    /// The number of the entity of a kind with an id.
    pub(in crate::entities) fn number(&self, kind: EntityKind, id: &str) -> Option<u32> {
        self.store
            .ids
            .get(id_key(kind, id))
            .and_then(|at| u32::try_from(at).ok())
    }

    /// The entity of a kind with an id.
    #[must_use]
    pub fn find(&self, kind: EntityKind, id: &str) -> Option<Entity<&str>> {
        self.number(kind, id).and_then(|at| self.entity(at))
    }

    /// The name of the entity of a kind with an id.
    #[must_use]
    pub fn name_of(&self, kind: EntityKind, id: &str) -> Option<&str> {
        self.number(kind, id).and_then(|at| self.store.name(at))
    }

    /// The name to show for an id: that of the gazetteer; an id that a pattern made (રમેશ-ચૌહાણ) is a name with
    /// hyphens.
    #[must_use]
    pub fn shown_name(&self, kind: EntityKind, id: &str) -> String {
        self.name_of(kind, id)
            .map_or_else(|| id.replace('-', " "), str::to_owned)
    }

    /// The names of an entity as the lists write them, shared forms left out.
    pub fn forms(&self, kind: EntityKind, id: &str) -> impl Iterator<Item = &str> {
        self.number(kind, id).into_iter().flat_map(|at| self.store.forms(at))
    }

    /// All entities of a kind.
    pub fn entities(&self, kind: EntityKind) -> impl Iterator<Item = Entity<&str>> {
        let count = u32::try_from(self.store.entity_count()).unwrap_or(u32::MAX);
        (0..count)
            .filter_map(|at| self.entity(at))
            .filter(move |entity| entity.kind() == kind)
    }

    /// Who bears a name, given as written.
    #[must_use]
    pub fn bearers(&self, name: &str) -> Vec<Bearer> {
        let mut found: Vec<Bearer> = Vec::new();
        for key in name_keys(name) {
            let list = self
                .store
                .names
                .get(key)
                .map(|at| self.store.bearers(at))
                .unwrap_or_default();
            list.into_iter().for_each(|bearer| add_bearer(&mut found, bearer));
        }
        found
    }

    /// The entities that a user can mean by a name or an id, of one kind; adjectives and shared forms only
    /// where it is nobody's name.
    #[must_use]
    pub fn resolve(&self, kind: EntityKind, name: &str) -> Vec<Entity<&str>> {
        let as_id = if kind == EntityKind::Country {
            name.to_uppercase()
        } else {
            name.to_lowercase()
        };
        if let Some(entity) = self.find(kind, name).or_else(|| self.find(kind, &as_id)) {
            return vec![entity];
        }
        let asked = name_keys(name);
        let is_main = |entity: &Entity<&str>| {
            [entity.name, entity.name_latin]
                .iter()
                .any(|main| name_keys(main) == asked)
        };
        let of_kind = |bearer: &Bearer| {
            let entity = self.entity(bearer.entity).filter(|entity| entity.kind() == kind)?;
            Some((bearer.strength == Strength::Name || is_main(&entity), entity))
        };
        let (sure, others): (Vec<_>, Vec<_>) = self
            .bearers(name)
            .iter()
            .filter_map(of_kind)
            .partition(|(is_name, _)| *is_name);
        let chosen = if sure.is_empty() { others } else { sure };
        chosen.into_iter().map(|(_, entity)| entity).collect()
    }

    pub(in crate::entities) fn names(&self) -> &fst::Map<Slice> {
        &self.store.names
    }

    pub(in crate::entities) fn bearers_at(&self, value: u64) -> Vec<Bearer> {
        self.store.bearers(value)
    }

    /// Whether a name may begin with a word of these keys: most words of a text are done with here.
    pub(in crate::entities) fn may_begin(&self, keys: &Keys) -> bool {
        let bits = self.store.beginnings.as_ref();
        keys.lemmas.iter().any(|lemma| Beginnings::may_have(bits, &lemma.key))
    }

    /// The keys of the words that go with a person: party, roles, sport, state, other names.
    pub(in crate::entities) fn words_with(&self, person: u32) -> impl Iterator<Item = &str> {
        let words = match self.entity(person).map(|person| person.facts) {
            Some(Facts::Person { words }) => words,
            _ => "",
        };
        words.split('|').filter(|word| !word.is_empty())
    }

    /// How many entities and names it has.
    #[must_use]
    pub fn len(&self) -> (usize, usize) {
        (self.store.entity_count(), self.store.names.len())
    }

    /// Whether it has no entity at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.store.entity_count() == 0
    }
}
