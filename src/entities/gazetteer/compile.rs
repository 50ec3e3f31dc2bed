//! Compiling: entities and their names become the bytes of a gazetteer.
//!
//! Takes rows of lists, gives the parts that [`super::store`] opens: the map of names, the map of ids, who bears each name, the
//! entities, and the words with which names begin.

use std::collections::BTreeMap;

use super::beginnings::Beginnings;
use super::error::GazetteerError;
use super::everyday::{is_common_word, is_inflected_word};
use super::names::{Bearer, NameRow, Strength, add_bearer, id_key, name_key};
use super::roles::keys_of_words;
use super::sound_keys::sound_key;
use super::store;
use crate::analysis::Lexis;
use crate::entities::{Entity, Facts};

/// The numbers of the entities by kind and id.
type Numbers = BTreeMap<String, u32>;

/// The names while they are gathered.
struct Names {
    /// Who bears a name, by its key.
    bearers: BTreeMap<String, Vec<Bearer>>,
    /// The names of each entity as the lists write them, shared forms left out.
    forms: Vec<Vec<String>>,
}

/// The bytes of a gazetteer. Names of unknown ids are passed over.
pub(super) fn compile(entities: Vec<Entity<String>>, names: Vec<NameRow>) -> Result<Vec<u8>, GazetteerError> {
    let numbers: Numbers = (0u32..)
        .zip(&entities)
        .map(|(at, entity)| (id_key(entity.kind(), &entity.id), at))
        .collect();
    let mut lexis = Lexis::default();
    let names = Names::of(names, entities.len(), &numbers, &mut lexis);
    let [name_map, bearers, beginnings] = name_parts(names.bearers)?;
    let mut id_map = fst::MapBuilder::memory();
    for (id, at) in &numbers {
        id_map.insert(id, u64::from(*at))?;
    }
    let store::Entities { records, strings } = entity_parts(entities, &names.forms, &mut lexis);
    Ok(store::pack([
        name_map,
        id_map.into_inner()?,
        bearers,
        records,
        strings,
        beginnings,
    ]))
}

impl Names {
    fn of(rows: Vec<NameRow>, entities: usize, numbers: &Numbers, lexis: &mut Lexis) -> Self {
        let mut names = Self {
            bearers: BTreeMap::new(),
            forms: vec![Vec::new(); entities],
        };
        for row in rows {
            if let Some(&entity) = numbers.get(&id_key(row.kind, &row.id)) {
                names.add(row, entity, lexis);
            }
        }
        names
    }

    fn add(&mut self, row: NameRow, entity: u32, lexis: &mut Lexis) {
        let NameRow { form, strength, .. } = row;
        if let Some(key) = name_key(&form, lexis) {
            let strength = strength_of(&key, strength);
            add_bearer(self.bearers.entry(key).or_default(), Bearer { entity, strength });
        }
        if strength == Strength::Name
            && let Some(key) = sound_key(&form)
        {
            add_bearer(self.bearers.entry(key).or_default(), Bearer { entity, strength });
        }
        if let Some(list) = self.forms.get_mut(entity as usize)
            && strength != Strength::Shared
            && !list.contains(&form)
        {
            list.push(form);
        }
    }
}

/// A name that is written as a common word needs evidence, whatever its list says.
fn strength_of(key: &str, listed: Strength) -> Strength {
    if listed == Strength::Name && (is_common_word(key) || is_inflected_word(key)) {
        Strength::Shared
    } else {
        listed
    }
}

/// The map of names, their bearers, and the words with which they begin.
fn name_parts(names: BTreeMap<String, Vec<Bearer>>) -> Result<[Vec<u8>; 3], GazetteerError> {
    let mut bearers = Vec::new();
    let mut map = fst::MapBuilder::memory();
    let mut beginnings = Beginnings::default();
    for (key, list) in names {
        beginnings.add(&key);
        map.insert(key, bearers.len() as u64)?;
        store::put_bearers(&mut bearers, &list);
    }
    Ok([map.into_inner()?, bearers, beginnings.into_bytes()])
}

/// The records and strings of entities; the words that go with a person become keys.
fn entity_parts(entities: Vec<Entity<String>>, forms: &[Vec<String>], lexis: &mut Lexis) -> store::Entities {
    let mut written = store::Entities::default();
    for (mut entity, forms) in entities.into_iter().zip(forms) {
        if let Facts::Person { words } = &mut entity.facts {
            *words = keys_of_words(words, lexis);
        }
        written.push(&entity, forms);
    }
    written
}
