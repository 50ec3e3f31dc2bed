//! The vocabulary: each distinct form of an index once, with its keys.
//!
//! Takes the term dictionaries of the segments, gives one file that is mapped from disk: a map of the
//! forms, their counts and fields, and a map of keys onto the forms that have them. A key is one letter
//! for its kind and the key itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tantivy::directory::OwnedBytes;

use super::words::{keys_to_hold, lemma_to_hold};
use super::{Error, FormEntry, Key, Known};
use crate::analysis::{KeyCache, sound};

pub(super) const FILE: &str = "vocabulary.bin";
const MAGIC: &[u8; 8] = b"khabarv1";

/// The vocabulary of an index, mapped from disk.
#[derive(Debug)]
pub struct Vocabulary {
    forms: fst::Map<Slice>,
    keys: fst::Map<Slice>,
    counts: Slice,
    lists: Slice,
}

/// A part of the mapped file.
#[derive(Debug, Clone)]
struct Slice(OwnedBytes);

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        self.0.as_slice()
    }
}

/// Writes the vocabulary of `forms` (sorted, distinct) into an index folder.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(folder: &Path, forms: &[FormEntry], cache: &mut KeyCache) -> Result<(), Error> {
    let damaged = |_| Error::Vocabulary {
        path: folder.to_owned(),
        what: "the forms are not in order",
    };
    let mut by_key: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut form_map = fst::MapBuilder::memory();
    let mut counts = Vec::with_capacity(forms.len() * 4);
    let mut lemmas = Lemmas::default();
    for (ordinal, entry) in (0u32..).zip(forms) {
        form_map.insert(&entry.form, u64::from(ordinal)).map_err(damaged)?;
        let packed = entry.articles.min((1 << 27) - 1) << 5 | u32::from(entry.fields & 0x1F);
        counts.extend_from_slice(&packed.to_le_bytes());
        for key in keys_to_hold(&entry.form, cache) {
            by_key.entry(key).or_default().push(ordinal);
        }
        lemmas.add(ordinal, &entry.form, cache);
    }
    lemmas.list(&mut by_key);
    let mut key_map = fst::MapBuilder::memory();
    let mut lists = Vec::new();
    for (key, ordinals) in by_key {
        key_map.insert(key, lists.len() as u64).map_err(damaged)?;
        put_list(&mut lists, &ordinals);
    }
    let parts = [
        form_map.into_inner().map_err(damaged)?,
        key_map.into_inner().map_err(damaged)?,
        counts,
        lists,
    ];
    let mut bytes = MAGIC.to_vec();
    for part in &parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    super::writer::replace_file(&folder.join(FILE), &bytes)
}

/// Lemmas of the forms, each with its first form and whether it is a form itself.
#[derive(Default)]
struct Lemmas(BTreeMap<String, (u32, bool)>);

impl Lemmas {
    fn add(&mut self, ordinal: u32, form: &str, cache: &mut KeyCache) {
        if let Some((lemma, is_form)) = lemma_to_hold(form, cache) {
            self.0.entry(lemma).or_insert((ordinal, false)).1 |= is_form;
        }
    }

    /// Lists the lemmas that are no forms of the index by their sound: ખેડૂત is found where only
    /// ખેડૂતોએ stands.
    fn list(self, by_key: &mut BTreeMap<String, Vec<u32>>) {
        let mut listed: Vec<(u32, String)> = self
            .0
            .into_iter()
            .filter(|(_, (_, is_form))| !is_form)
            .map(|(lemma, (ordinal, _))| (ordinal, lemma))
            .collect();
        listed.sort_unstable();
        for (ordinal, lemma) in listed {
            let key = Key::lemma_sound(&sound::skeleton_of_gujarati(&lemma));
            by_key.entry(key.as_str().to_owned()).or_default().push(ordinal);
        }
    }
}

impl Vocabulary {
    /// Maps the vocabulary of an index folder.
    ///
    /// # Errors
    /// Where the file is missing or damaged.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(FILE);
        let map = super::reader::map(folder, FILE)?;
        let [forms, keys, counts, lists] = parts(&map, &path)?;
        let damaged = |_| Error::Vocabulary {
            path: path.clone(),
            what: "its maps",
        };
        Ok(Self {
            forms: fst::Map::new(forms).map_err(damaged)?,
            keys: fst::Map::new(keys).map_err(damaged)?,
            counts,
            lists,
        })
    }

    /// How many forms it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it has no form.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// All forms in their order.
    pub fn for_each(&self, mut visit: impl FnMut(FormEntry)) {
        use fst::Streamer;
        let mut stream = self.forms.stream();
        while let Some((form, ordinal)) = stream.next() {
            if let (Ok(form), Ok(ordinal)) = (std::str::from_utf8(form), u32::try_from(ordinal)) {
                visit(self.entry(form.to_owned(), ordinal));
            }
        }
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
            articles: packed >> 5,
            fields: (packed & 0x1F) as u8,
        }
    }

    fn by_ordinal(&self, ordinal: u32) -> Option<FormEntry> {
        let form = self.forms.as_fst().get_key(u64::from(ordinal))?;
        Some(self.entry(String::from_utf8(form).ok()?, ordinal))
    }
}

impl Known for Vocabulary {
    fn starting_with(&self, prefix: &str, limit: usize) -> (Vec<FormEntry>, bool) {
        use fst::{Automaton, IntoStreamer, Streamer};
        let automaton = fst::automaton::Str::new(prefix).starts_with();
        let mut stream = self.forms.search(automaton).into_stream();
        let mut found = Vec::new();
        while let Some((form, ordinal)) = stream.next() {
            if found.len() == limit {
                return (found, true);
            }
            let form = String::from_utf8_lossy(form).into_owned();
            found.extend(u32::try_from(ordinal).ok().map(|ordinal| self.entry(form, ordinal)));
        }
        (found, false)
    }

    fn form(&self, form: &str) -> Option<FormEntry> {
        let ordinal = u32::try_from(self.forms.get(form)?).ok()?;
        Some(self.entry(form.to_owned(), ordinal))
    }

    fn with_key(&self, key: &Key) -> Vec<FormEntry> {
        let Some(offset) = self
            .keys
            .get(key.as_str())
            .and_then(|offset| usize::try_from(offset).ok())
        else {
            return Vec::new();
        };
        let list = self.lists.as_ref().get(offset..).unwrap_or_default();
        take_list(list)
            .into_iter()
            .filter_map(|ordinal| self.by_ordinal(ordinal))
            .collect()
    }
}

fn parts(map: &OwnedBytes, path: &Path) -> Result<[Slice; 4], Error> {
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
    let mut start = MAGIC.len() + 4 * 8;
    let mut slices = Vec::with_capacity(4);
    for part in 0..4 {
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

/// Writes a sorted list as its length and the gaps, seven bits a byte.
fn put_list(out: &mut Vec<u8>, ordinals: &[u32]) {
    put_number(out, u32::try_from(ordinals.len()).unwrap_or(u32::MAX));
    let mut last = 0;
    for &ordinal in ordinals {
        put_number(out, ordinal - last);
        last = ordinal;
    }
}

fn put_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take_list(bytes: &[u8]) -> Vec<u32> {
    let mut rest = bytes.iter();
    let mut number = || {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = *rest.next()?;
            value |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    };
    let count = number().unwrap_or(0);
    let mut last = 0u32;
    (0..count)
        .map_while(|_| {
            last = last.checked_add(number()?)?;
            Some(last)
        })
        .collect()
}
