//! Names: who bears one, how surely, and the key by which it is listed.
//!
//! A name's key is the lemma keys of its tokens with a space between, so that an inflected or respelt name has the same.

use crate::analysis::{Lexis, tokens};
use crate::entities::EntityKind;

/// How surely a form stands for its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearer {
    /// Its place in the list of entities.
    pub entity: u32,
    /// How surely the name stands for it.
    pub strength: Strength,
}

pub(in crate::entities) fn id_key(kind: EntityKind, id: &str) -> String {
    format!("{}:{id}", kind.as_str())
}

/// The weaker of two strengths counts: a form that one list calls ambiguous is ambiguous.
pub(in crate::entities) fn add_bearer(bearers: &mut Vec<Bearer>, bearer: Bearer) {
    match bearers.iter_mut().find(|known| known.entity == bearer.entity) {
        Some(known) => known.strength = known.strength.max(bearer.strength),
        None => bearers.push(bearer),
    }
}

/// The keys of a name: one, the lemma keys of its tokens with a space between; none where it has no token.
#[must_use]
pub fn name_keys(name: &str) -> Vec<String> {
    name_key(name, &mut Lexis::default()).into_iter().collect()
}

/// The key of a name, with the words seen so far.
pub(in crate::entities) fn name_key(name: &str, lexis: &mut Lexis) -> Option<String> {
    let mut key = String::new();
    for token in tokens(name) {
        let Some(lemma) = lexis.keys(&token.form).lemmas.first() else {
            continue;
        };
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&lemma.key);
    }
    (!key.is_empty()).then_some(key)
}

/// The bearer where the name has just one whose name it surely is.
pub(in crate::entities) fn sure_bearer(bearers: &[Bearer]) -> Option<u32> {
    let mut sure = bearers.iter().filter(|bearer| bearer.strength != Strength::Shared);
    let first = sure.next()?;
    // a country and its capital of one name (સિંગાપોર), a person and nothing else: the first listed wins
    sure.all(|other| other.strength > first.strength)
        .then_some(first.entity)
}
