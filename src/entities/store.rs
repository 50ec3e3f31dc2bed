//! The compiled gazetteer as bytes: nothing is read before it is asked for.
//!
//! Layout: six lengths of eight bytes, then the map of names, the map of ids, the bearers, the offsets
//! of the entities, and the entities, a line each with tabs between kind, id, names, country, whether it stands for the country, forms
//! and marks; last the beginnings of names.
//! Opening 5,000 entities costs the reading of 48 bytes; an earlier version that parsed JSON took
//! 8 ms of every search on the machine of the benchmark.

use std::sync::Arc;

use super::gazetteer::{Bearer, GazetteerError, Strength};
use super::{Entity, EntityKind};

const PARTS: usize = 6;

/// A part of the bytes.
#[derive(Debug, Clone)]
pub(super) struct Slice {
    bytes: Arc<[u8]>,
    start: usize,
    end: usize,
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(self.start..self.end).unwrap_or_default()
    }
}

/// The parts of a compiled gazetteer.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) names: fst::Map<Slice>,
    pub(super) ids: fst::Map<Slice>,
    bearers: Slice,
    offsets: Slice,
    entities: Slice,
    pub(super) beginnings: Slice,
    bytes: Arc<[u8]>,
}

/// Writes the parts behind each other.
pub(super) fn pack(parts: [Vec<u8>; PARTS]) -> Arc<[u8]> {
    let lengths = parts.iter().flat_map(|part| (part.len() as u64).to_le_bytes());
    let mut bytes: Vec<u8> = lengths.collect();
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    bytes.into()
}

/// An entity and its forms as a line.
pub(super) fn line(entity: &Entity, forms: &[String]) -> String {
    let country = entity.country.as_deref().unwrap_or_default();
    let stands = if entity.stands_for_country { "1" } else { "" };
    let head = [
        entity.kind.as_str(),
        &entity.id,
        &entity.name,
        &entity.name_latin,
        country,
        stands,
    ]
    .join("\t");
    format!("{head}\t{}\t{}\n", forms.join("|"), entity.marks)
}

/// The bearers of one name: their number, then four bytes each, the strength in the highest two bits.
pub(super) fn put_bearers(out: &mut Vec<u8>, bearers: &[Bearer]) {
    out.push(u8::try_from(bearers.len()).unwrap_or(u8::MAX));
    for bearer in bearers.iter().take(usize::from(u8::MAX)) {
        let packed = bearer.entity & 0x3FFF_FFFF | (bearer.strength as u32) << 30;
        out.extend_from_slice(&packed.to_le_bytes());
    }
}

impl Store {
    pub(super) fn open(bytes: Arc<[u8]>) -> Result<Self, GazetteerError> {
        let mut slices = Vec::with_capacity(PARTS);
        let mut start = PARTS * 8;
        for part in 0..PARTS {
            let length = bytes
                .get(part * 8..)
                .and_then(|rest| rest.first_chunk::<8>())
                .ok_or(GazetteerError::Short)?;
            let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| GazetteerError::Short)?;
            let end = start
                .checked_add(length)
                .filter(|&end| end <= bytes.len())
                .ok_or(GazetteerError::Short)?;
            slices.push(Slice {
                bytes: bytes.clone(),
                start,
                end,
            });
            start = end;
        }
        let [names, ids, bearers, offsets, entities, beginnings] =
            <[Slice; PARTS]>::try_from(slices).map_err(|_| GazetteerError::Short)?;
        Ok(Self {
            names: fst::Map::new(names)?,
            ids: fst::Map::new(ids)?,
            bearers,
            offsets,
            entities,
            beginnings,
            bytes,
        })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn entity_count(&self) -> usize {
        self.offsets.as_ref().len() / 4
    }

    /// The columns of an entity's line.
    fn columns(&self, at: u32) -> Option<[&str; 8]> {
        let offset = self.offsets.as_ref().get(at as usize * 4..)?.first_chunk::<4>()?;
        let rest = self.entities.as_ref().get(u32::from_le_bytes(*offset) as usize..)?;
        let length = rest.iter().position(|&byte| byte == b'\n')?;
        let mut columns = std::str::from_utf8(rest.get(..length)?).ok()?.split('\t');
        Some(std::array::from_fn(|_| columns.next().unwrap_or_default()))
    }

    pub(super) fn entity(&self, at: u32) -> Option<Entity> {
        let [kind, id, name, name_latin, country, stands, _, marks] = self.columns(at)?;
        Some(Entity {
            kind: EntityKind::ALL.into_iter().find(|known| known.as_str() == kind)?,
            id: id.to_owned(),
            name: name.to_owned(),
            name_latin: name_latin.to_owned(),
            country: (!country.is_empty()).then(|| country.to_owned()),
            stands_for_country: !stands.is_empty(),
            marks: marks.to_owned(),
        })
    }

    pub(super) fn kind(&self, at: u32) -> Option<EntityKind> {
        let [kind, ..] = self.columns(at)?;
        EntityKind::ALL.into_iter().find(|known| known.as_str() == kind)
    }

    pub(super) fn marks(&self, at: u32) -> Option<&str> {
        self.columns(at).map(|[.., marks]| marks)
    }

    pub(super) fn name(&self, at: u32) -> Option<&str> {
        self.columns(at).map(|[_, _, name, ..]| name)
    }

    pub(super) fn forms(&self, at: u32) -> Vec<&str> {
        self.columns(at)
            .map(|[.., forms, _]| forms.split('|').filter(|form| !form.is_empty()).collect())
            .unwrap_or_default()
    }

    /// The bearers that a value of the map of names points at.
    pub(super) fn bearers(&self, value: u64) -> Vec<Bearer> {
        let list = usize::try_from(value)
            .ok()
            .and_then(|at| self.bearers.as_ref().get(at..))
            .unwrap_or_default();
        let Some((&count, list)) = list.split_first() else {
            return Vec::new();
        };
        let bearer = |packed: &[u8]| {
            let packed = packed.first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
            let strength = match packed >> 30 {
                0 => Strength::Name,
                1 => Strength::Adjective,
                _ => Strength::Shared,
            };
            Bearer {
                entity: packed & 0x3FFF_FFFF,
                strength,
            }
        };
        list.chunks_exact(4).take(usize::from(count)).map(bearer).collect()
    }
}
