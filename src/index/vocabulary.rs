//! The vocabulary: each distinct form of an index once, with its keys.
//!
//! Takes the term dictionaries of the segments, gives one file that is mapped from disk: the forms in
//! order (`forms.rs`), their counts and fields, and a map of keys onto the forms that have them. A
//! key is one letter for its kind and the key itself.

use fst::{IntoStreamer, Streamer};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tantivy::directory::OwnedBytes;
use tantivy::index::SegmentId;

use super::bytes::{Slice, put_number, take_number};
use super::error::Error;
use super::folder::{map, replace_file};
use super::forms::{FormWriter, Forms};
use super::term_bitmap::TermBitmap;
use super::word_source::{FormEntry, Key, WordSource, keys_to_hold, lemma_to_hold};
use crate::analysis::{Lexis, sound, written_lemma};
use crate::article::FieldSet;

pub(super) const FILE: &str = "vocabulary.bin";
const MAGIC: &[u8; 8] = b"khabarv3";
/// Forms, starts of their blocks, keys, counts, lists, bitmap.
const PARTS: usize = 6;

/// The vocabulary of an index, mapped from disk.
#[derive(Debug)]
pub struct Vocabulary {
    forms: Forms,
    keys: fst::Map<Slice>,
    counts: Slice,
    lists: Slice,
    term_bitmap: Slice,
}

/// Writes the vocabulary of `forms` (sorted, distinct) into an index folder.
///
/// # Errors
/// Where the file cannot be written.
pub(super) fn write<N>(
    folder: &Path,
    forms: &[FormEntry],
    term_bitmap: Vec<u8>,
    lexis: &mut Lexis<N>,
) -> Result<(), Error> {
    let damaged = |_| Error::Vocabulary {
        path: folder.to_owned(),
        what: "the keys are not in order",
    };
    let mut keyed = Keyed::default();
    let mut form_writer = FormWriter::default();
    let mut counts = Vec::with_capacity(forms.len() * 4);
    let mut lemmas = Lemmas::default();
    for (ordinal, entry) in (0u32..).zip(forms) {
        lexis.trim();
        form_writer.push(&entry.form);
        let packed = entry.articles.min((1 << 27) - 1) << 5 | u32::from(entry.fields.bits());
        counts.extend_from_slice(&packed.to_le_bytes());
        for key in keys_to_hold(&entry.form, lexis) {
            keyed.push(&key, ordinal);
        }
        lemmas.add(ordinal, &entry.form, lexis);
    }
    lemmas.list(&mut keyed);
    let (keys, lists) = keyed.into_map().map_err(damaged)?;
    let parts = [form_writer.bytes, form_writer.starts, keys, counts, lists, term_bitmap];
    let mut bytes = MAGIC.to_vec();
    for part in &parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    replace_file(&folder.join(FILE), &bytes)
}

/// Lemmas of the forms, each as its first form has it, with the number of that form and whether it is a form itself.
#[derive(Default)]
struct Lemmas(BTreeMap<String, (String, u32, bool)>);

impl Lemmas {
    fn add<N>(&mut self, ordinal: u32, form: &str, lexis: &mut Lexis<N>) {
        if let Some((lemma, is_form)) = lemma_to_hold(form, lexis) {
            let first = self.0.entry(lemma).or_insert_with(|| (form.to_owned(), ordinal, false));
            first.2 |= is_form;
        }
    }

    /// Lists the lemmas that are no forms of the index by their sound: ખેડૂત is found where only
    /// ખેડૂતોએ stands.
    fn list(self, keyed: &mut Keyed) {
        for (lemma, (form, ordinal, is_form)) in self.0 {
            if !is_form {
                let skeleton = sound::skeleton_of_gujarati(written_lemma(&form, &lemma));
                keyed.push(&Key::lemma_sound(&skeleton), ordinal);
            }
        }
    }
}

/// Keys with the forms that have them, as they come: one string of all keys, and places in it.
#[derive(Default)]
struct Keyed {
    keys: String,
    rows: Vec<(usize, usize, u32)>,
}

impl Keyed {
    fn push(&mut self, key: &Key, ordinal: u32) {
        let start = self.keys.len();
        self.keys.push_str(key.as_str());
        self.rows.push((start, self.keys.len(), ordinal));
    }

    /// The map of keys onto places in the lists, and the lists.
    fn into_map(self) -> Result<(Vec<u8>, Vec<u8>), fst::Error> {
        let Self { keys, mut rows } = self;
        let key = |row: &(usize, usize, u32)| keys.get(row.0..row.1).unwrap_or_default();
        rows.sort_unstable_by(|a, b| key(a).cmp(key(b)).then(a.2.cmp(&b.2)));
        let mut map = fst::MapBuilder::memory();
        let mut lists = Vec::new();
        for group in rows.chunk_by(|a, b| key(a) == key(b)) {
            let Some(first) = group.first() else { continue };
            map.insert(key(first), lists.len() as u64)?;
            put_list(&mut lists, group);
        }
        Ok((map.into_inner()?, lists))
    }
}

impl Vocabulary {
    /// Maps the vocabulary of an index folder.
    ///
    /// # Errors
    /// Where the file is missing or damaged.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(FILE);
        let map = map(folder, FILE)?;
        let [forms, starts, keys, counts, lists, term_bitmap] = parts(&map, &path)?;
        let count = counts.as_ref().len() / 4;
        let damaged = |_| Error::Vocabulary {
            path: path.clone(),
            what: "its maps",
        };
        Ok(Self {
            forms: Forms::new(forms, starts, count),
            keys: fst::Map::new(keys).map_err(damaged)?,
            counts,
            lists,
            term_bitmap,
        })
    }

    /// Where its forms stand, for the segments of a searcher in their order.
    pub(super) fn term_bitmap(&self, order: &[SegmentId], folder: &Path) -> Result<TermBitmap, Error> {
        TermBitmap::read(&self.term_bitmap, self.len(), order).ok_or_else(|| Error::Vocabulary {
            path: folder.join(FILE),
            what: "its term_bitmap",
        })
    }

    /// How many forms it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it has no form.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.forms.len() == 0
    }

    /// All forms in their order.
    pub fn for_each(&self, mut visit: impl FnMut(FormEntry)) {
        self.forms.from(0, |ordinal, form| {
            visit(self.entry(form.to_owned(), ordinal));
            true
        });
    }

    fn entry(&self, form: String, ordinal: u32) -> FormEntry {
        let at = ordinal as usize * 4;
        let packed = self
            .counts
            .as_ref()
            .get(at..at + 4)
            .and_then(|b| b.try_into().ok())
            .map_or(0, u32::from_le_bytes);
        FormEntry {
            form,
            ordinal,
            articles: packed >> 5,
            fields: FieldSet::from_bits_truncate(packed as u8),
        }
    }

    /// The forms of the list that begins at an offset.
    fn listed(&self, offset: usize) -> impl Iterator<Item = FormEntry> {
        let list = self.lists.as_ref().get(offset..).unwrap_or_default();
        take_list(list)
            .into_iter()
            .filter_map(|ordinal| self.by_ordinal(ordinal))
    }

    fn by_ordinal(&self, ordinal: u32) -> Option<FormEntry> {
        Some(self.entry(self.forms.get(ordinal)?, ordinal))
    }
}

impl WordSource for Vocabulary {
    fn starting_with(&self, prefix: &str, limit: usize) -> (Vec<FormEntry>, bool) {
        let mut found = Vec::new();
        let mut more = false;
        self.forms.from(self.forms.find(prefix).0, |ordinal, form| {
            let begins = form.starts_with(prefix);
            more = begins && found.len() == limit;
            if begins && !more {
                found.push(self.entry(form.to_owned(), ordinal));
            }
            begins && !more
        });
        (found, more)
    }

    fn walk(&self, visit: &mut dyn FnMut(&str, usize) -> Option<usize>) {
        self.forms.walk(visit);
    }

    fn form(&self, form: &str) -> Option<FormEntry> {
        let (place, true) = self.forms.find(form) else {
            return None;
        };
        u32::try_from(place)
            .ok()
            .map(|ordinal| self.entry(form.to_owned(), ordinal))
    }

    fn with_key(&self, key: &Key) -> Vec<FormEntry> {
        let Some(offset) = self
            .keys
            .get(key.as_str())
            .and_then(|offset| usize::try_from(offset).ok())
        else {
            return Vec::new();
        };
        self.listed(offset).collect()
    }

    fn with_keys_beginning(&self, key: &Key, limit: usize) -> Vec<FormEntry> {
        let mut found = Vec::new();
        let mut keys = self.keys.range().ge(key.as_str()).into_stream();
        while let Some((other, offset)) = keys.next() {
            if found.len() >= limit || !other.starts_with(key.as_str().as_bytes()) {
                break;
            }
            found.extend(
                usize::try_from(offset)
                    .into_iter()
                    .flat_map(|offset| self.listed(offset)),
            );
        }
        found.truncate(limit);
        found
    }
}

fn parts(map: &OwnedBytes, path: &Path) -> Result<[Slice; PARTS], Error> {
    let short = || Error::Vocabulary {
        path: PathBuf::from(path),
        what: "it ends early",
    };
    if map.get(..MAGIC.len()) != Some(MAGIC) {
        return Err(Error::Vocabulary {
            path: path.to_owned(),
            what: "it is no vocabulary",
        });
    }
    let mut start = MAGIC.len() + PARTS * 8;
    let mut slices = Vec::with_capacity(PARTS);
    for part in 0..PARTS {
        let at = MAGIC.len() + part * 8;
        let length = map
            .get(at..at + 8)
            .and_then(|b| b.try_into().ok())
            .map(u64::from_le_bytes)
            .ok_or_else(short)?;
        let end = usize::try_from(length)
            .ok()
            .and_then(|length| start.checked_add(length))
            .ok_or_else(short)?;
        map.get(start..end).ok_or_else(short)?;
        slices.push(Slice(map.slice(start..end)));
        start = end;
    }
    slices.try_into().map_err(|_| short())
}

/// Writes the numbers of a group as their count and the gaps, seven bits a byte.
fn put_list(out: &mut Vec<u8>, group: &[(usize, usize, u32)]) {
    put_number(out, u32::try_from(group.len()).unwrap_or(u32::MAX));
    let mut last = 0;
    for &(_, _, ordinal) in group {
        put_number(out, ordinal - last);
        last = ordinal;
    }
}

fn take_list(mut bytes: &[u8]) -> Vec<u32> {
    let count = take_number(&mut bytes).unwrap_or(0);
    let mut last = 0u32;
    (0..count)
        .map_while(|_| {
            last = last.checked_add(take_number(&mut bytes)?)?;
            Some(last)
        })
        .collect()
}
