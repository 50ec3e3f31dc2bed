//! The compiled gazetteer as bytes: nothing is read before it is asked for, and what is asked for is lent.
//!
//! Layout: a hash of all that follows (xxh3, eight bytes), six lengths of eight bytes, then the map of names, the map of ids, the
//! bearers, the records of the entities, their strings, and the beginnings of names. A record says of an entity what it is and
//! where its strings stand, so that a question about one of them reads no other. Opening 5,000 entities costs the
//! reading of 56 bytes; an earlier version that parsed JSON took 8 ms of every search on the machine of the benchmark.

use std::sync::Arc;

use twox_hash::XxHash3_64;

use super::error::GazetteerError;
use super::names::{Bearer, Strength};
use crate::entities::{BodyKind, Entity, EntityKind, Facts};

const PARTS: usize = 6;
/// Bytes of the hash, and of the head of the file.
const HASH: usize = 8;
const HEAD: usize = HASH + PARTS * 8;

/// The strings of an entity in their order: id, name, English name, country, forms, and what is known of its kind.
const STRINGS: usize = 6;
/// Bytes of a record: kind, whether it stands for its country, kind of body, nothing; then the bounds of the strings.
const RECORD: usize = 4 + (STRINGS + 1) * 4;

/// Bytes that somebody else holds: a mapped file, or memory.
pub(super) type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A part of the bytes.
#[derive(Clone)]
pub(in crate::entities) struct Slice {
    bytes: Bytes,
    start: usize,
    end: usize,
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        (*self.bytes).as_ref().get(self.start..self.end).unwrap_or_default()
    }
}

/// The parts of a compiled gazetteer.
pub(super) struct Store {
    pub(super) names: fst::Map<Slice>,
    pub(super) ids: fst::Map<Slice>,
    bearers: Slice,
    records: Slice,
    strings: Slice,
    pub(super) beginnings: Slice,
    bytes: Bytes,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("entities", &self.entity_count())
            .finish_non_exhaustive()
    }
}

/// Writes the parts after each other, their hash first.
pub(super) fn pack(parts: [Vec<u8>; PARTS]) -> Vec<u8> {
    let mut bytes = vec![0; HASH];
    for part in &parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    let hash = XxHash3_64::oneshot(bytes.get(HASH..).unwrap_or_default());
    if let Some(place) = bytes.first_chunk_mut::<HASH>() {
        *place = hash.to_le_bytes();
    }
    bytes
}

/// Records and strings while they are written.
#[derive(Default)]
pub(super) struct Entities {
    pub(super) records: Vec<u8>,
    pub(super) strings: Vec<u8>,
}

impl Entities {
    /// Adds an entity with its forms.
    pub(super) fn push(&mut self, entity: &Entity<String>, forms: &[String]) {
        let kind = EntityKind::ALL.iter().position(|&kind| kind == entity.kind());
        let (body, known) = match &entity.facts {
            Facts::Organisation(body) => (BodyKind::ALL.iter().position(|(kind, _)| kind == body), ""),
            Facts::Person { words: known } | Facts::Country { capital: known } | Facts::Place { within: known } => {
                (None, known.as_str())
            }
        };
        let byte = |number: Option<usize>| number.and_then(|number| u8::try_from(number).ok()).unwrap_or_default();
        self.records
            .extend([byte(kind), u8::from(entity.stands_for_country), byte(body), 0]);
        let Entity {
            id,
            name,
            name_latin,
            country,
            ..
        } = entity;
        let forms = forms.join("|");
        self.bound();
        for string in [id, name, name_latin, country, &forms, known] {
            self.strings.extend_from_slice(string.as_bytes());
            self.bound();
        }
    }

    /// Notes where a string begins or ends.
    fn bound(&mut self) {
        let at = u32::try_from(self.strings.len()).unwrap_or(u32::MAX);
        self.records.extend_from_slice(&at.to_le_bytes());
    }
}

/// The bearers of one name: their number, then four bytes each, the strength in the highest two bits.
pub(super) fn put_bearers(out: &mut Vec<u8>, bearers: &[Bearer]) {
    out.push(u8::try_from(bearers.len()).unwrap_or(u8::MAX));
    for bearer in bearers.iter().take(usize::from(u8::MAX)) {
        let packed = bearer.entity & 0x3FFF_FFFF | (bearer.strength as u32) << 30;
        out.extend_from_slice(&packed.to_le_bytes());
    }
}

/// The number that eight bytes at a place hold.
fn number_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes
        .get(at..)?
        .first_chunk::<8>()
        .map(|bytes| u64::from_le_bytes(*bytes))
}

impl Store {
    pub(super) fn open(bytes: Bytes) -> Result<Self, GazetteerError> {
        let all = (*bytes).as_ref();
        let mut slices = Vec::with_capacity(PARTS);
        let mut start = HEAD;
        for part in 0..PARTS {
            let length = number_at(all, HASH + part * 8).ok_or(GazetteerError::Short)?;
            let length = usize::try_from(length).map_err(|_| GazetteerError::Short)?;
            let end = start
                .checked_add(length)
                .filter(|&end| end <= all.len())
                .ok_or(GazetteerError::Short)?;
            slices.push(Slice {
                bytes: Arc::clone(&bytes),
                start,
                end,
            });
            start = end;
        }
        let [names, ids, bearers, records, strings, beginnings] =
            <[Slice; PARTS]>::try_from(slices).map_err(|_| GazetteerError::Short)?;
        Ok(Self {
            names: fst::Map::new(names)?,
            ids: fst::Map::new(ids)?,
            bearers,
            records,
            strings,
            beginnings,
            bytes,
        })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }

    /// The hash that the bytes begin with.
    pub(super) fn hash(&self) -> u64 {
        number_at(self.bytes(), 0).unwrap_or_default()
    }

    pub(super) fn entity_count(&self) -> usize {
        self.records.as_ref().len() / RECORD
    }

    fn record(&self, at: u32) -> Option<&[u8; RECORD]> {
        self.records.as_ref().get(at as usize * RECORD..)?.first_chunk()
    }

    /// One of the strings of a record; empty where the bytes are damaged.
    fn string(&self, record: &[u8; RECORD], which: usize) -> &str {
        let bound = |at: usize| {
            let bytes = record.get(4 + at * 4..).and_then(|rest| rest.first_chunk::<4>());
            bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes)) as usize
        };
        let bytes = self.strings.as_ref().get(bound(which)..bound(which + 1));
        std::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }

    pub(super) fn entity(&self, at: u32) -> Option<Entity<&str>> {
        let record = self.record(at)?;
        let [kind, stands, body, ..] = *record;
        let known = self.string(record, 5);
        Some(Entity {
            id: self.string(record, 0),
            name: self.string(record, 1),
            name_latin: self.string(record, 2),
            country: self.string(record, 3),
            stands_for_country: stands > 0,
            facts: match EntityKind::ALL.get(usize::from(kind))? {
                EntityKind::Person => Facts::Person { words: known },
                EntityKind::Country => Facts::Country { capital: known },
                EntityKind::Place => Facts::Place { within: known },
                EntityKind::Organisation => Facts::Organisation(BodyKind::ALL.get(usize::from(body))?.0),
            },
        })
    }

    pub(super) fn kind(&self, at: u32) -> Option<EntityKind> {
        let [kind, ..] = self.record(at)?;
        EntityKind::ALL.get(usize::from(*kind)).copied()
    }

    pub(super) fn name(&self, at: u32) -> Option<&str> {
        self.record(at).map(|record| self.string(record, 1))
    }

    pub(super) fn forms(&self, at: u32) -> impl Iterator<Item = &str> {
        let forms = self.record(at).map(|record| self.string(record, 4));
        forms.unwrap_or_default().split('|').filter(|form| !form.is_empty())
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
        list.chunks_exact(4).take(usize::from(count)).map(bearer).collect()
    }
}

/// The bearer that four bytes hold.
fn bearer(packed: &[u8]) -> Bearer {
    let packed = packed.first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
    Bearer {
        entity: packed & 0x3FFF_FFFF,
        strength: match packed >> 30 {
            0 => Strength::Name,
            1 => Strength::Adjective,
            _ => Strength::Shared,
        },
    }
}
