//! Completions: what can follow on what was typed so far, the commonest first.
//!
//! Takes the forms of a commit and its counts of entities, gives one file that is mapped from disk: names
//! and words, each with its count, listed by their letters and by their sound. It is a finite-state map
//! whose values are the complements of the counts. Such a map carries on each arc the least value below
//! it, so that the commonest completions of a beginning are walked to directly: what is read does not
//! grow with the index. Whether a completion is near enough to what was typed is for
//! [`mod@crate::answers::suggest`] to say.

mod lemmas;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::path::Path;

use fst::raw::Output;
use tantivy::Searcher;
use tantivy::directory::OwnedBytes;

use self::lemmas::words;
use super::error::Error;
use super::folder::{map, replace_file};
use super::schema::Fields;
use super::word_source::FormEntry;
use crate::analysis::{Kind, Lexis, fold, sound, tokens};
use crate::entities::{Entity, EntityKind, Gazetteer};
use crate::script::{Script, script_of};

pub(super) const FILE: &str = "completions.bin";
const MAGIC: &[u8; 8] = b"khabarc1";

/// Stands between what is typed, what is completed and whose name it is.
const BETWEEN: char = '\t';
/// Ends an entry, so that none is the beginning of another.
const END: char = '\n';
/// The complement of a count.
const MOST: u64 = u32::MAX as u64;

/// In a vocabulary larger than this, words that stand in an article or two are left out: half of its
/// words, a hundredth of what is typed.
const LARGE: usize = 50_000;
/// Words of a large vocabulary are listed from this count on.
const LEAST: u64 = 5;

/// A list of completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Names of entities by their letters, from each of their words on.
    Names,
    /// Names of entities by their skeletons, a space between words.
    NamesBySound,
    /// Words by their letters.
    Words,
    /// Gujarati words by their skeleton.
    WordsBySound,
}

impl List {
    const fn tag(self) -> char {
        match self {
            Self::Names => 'N',
            Self::NamesBySound => 'n',
            Self::Words => 'W',
            Self::WordsBySound => 'w',
        }
    }

    /// What an entry of this list begins with where it begins with `typed`.
    #[must_use]
    pub fn start(self, typed: &str) -> String {
        format!("{}{typed}", self.tag())
    }
}

/// Which of an entity's names was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its first name in Gujarati or English, from the beginning.
    Whole,
    /// The same from a later word on: a surname.
    Rest,
    /// Another of its names.
    Other,
}

/// A name or a word of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The word, or the name from the word on that begins as typed.
    pub form: String,
    /// Whose name it is, by kind and id, and which.
    pub entity: Option<(EntityKind, String, Part)>,
    /// The sum of the counts of the word's forms, or in how many articles the entity is mentioned.
    pub articles: u64,
}

/// The completions of an index, mapped from disk.
#[derive(Debug)]
pub struct Completions {
    map: fst::Map<OwnedBytes>,
}

/// Writes the completions of a commit into an index folder.
///
/// # Errors
/// Where the engine or the file fails.
pub(super) fn write<N>(
    folder: &Path,
    forms: &[FormEntry],
    names: &[(EntityKind, String, u64)],
    gazetteer: &Gazetteer,
    lexis: &mut Lexis<N>,
) -> Result<(), Error> {
    let mut entries = Entries::default();
    for (kind, id, articles) in names {
        let Some(entity) = gazetteer.find(*kind, id) else {
            continue;
        };
        for form in gazetteer.forms(*kind, id) {
            entries.add_name(form, entity, Part::Other, *articles);
        }
        for name in [entity.name, entity.name_latin] {
            entries.add_name(name, entity, Part::Whole, *articles);
        }
    }
    let least = if forms.len() > LARGE { LEAST } else { 1 };
    for word in words(forms, lexis).filter(|word| word.sum >= least) {
        entries.add_word(word.form(), word.sum);
    }
    let damaged = |_| Error::Vocabulary {
        path: folder.join(FILE),
        what: "the completions are not in order",
    };
    let mut map = fst::MapBuilder::memory();
    for (entry, articles) in entries.0 {
        map.insert(entry, MOST - articles.min(MOST)).map_err(damaged)?;
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&map.into_inner().map_err(damaged)?);
    replace_file(&folder.join(FILE), &bytes)
}

/// In how many articles each entity is mentioned.
pub(super) fn count_mentions(searcher: &Searcher, fields: &Fields) -> tantivy::Result<Vec<(EntityKind, String, u64)>> {
    let mut counts: BTreeMap<(EntityKind, String), u64> = BTreeMap::new();
    for segment in searcher.segment_readers() {
        for kind in EntityKind::ALL {
            let inverted = segment.inverted_index(fields.entity(kind))?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                let id = String::from_utf8_lossy(terms.key()).into_owned();
                *counts.entry((kind, id)).or_default() += u64::from(terms.value().doc_freq);
            }
        }
    }
    Ok(counts
        .into_iter()
        .map(|((kind, id), count)| (kind, id, count))
        .collect())
}

/// The entries with their counts, in order.
#[derive(Default)]
struct Entries(BTreeMap<String, u64>);

impl Entries {
    fn add(&mut self, list: List, (typed, form): (&str, &str), whose: &str, articles: u64) {
        // most are listed by what they are
        let form = if form == typed { "" } else { form };
        let entry = format!("{}{BETWEEN}{form}{BETWEEN}{whose}{END}", list.start(typed));
        self.0.insert(entry, articles);
    }

    /// Lists a first name from each of its words on, any other from its beginning.
    fn add_name(&mut self, name: &str, entity: Entity<&str>, part: Part, articles: u64) {
        let words: Vec<(String, Kind)> = tokens(name)
            .map(|token| (token.form.into_owned(), token.kind))
            .collect();
        let beginnings = if part == Part::Other {
            words.len().min(1)
        } else {
            words.len()
        };
        for at in 0..beginnings {
            let mark = match part {
                Part::Whole if at == 0 => '0',
                Part::Whole | Part::Rest => '1',
                Part::Other => '2',
            };
            let whose = format!("{mark}{}:{}", entity.kind().as_str(), entity.id);
            let rest = words.get(at..).unwrap_or_default();
            let form = joined(rest, |(form, _)| form.clone());
            self.add(List::Names, (&form, &form), &whose, articles);
            if rest
                .iter()
                .any(|(_, kind)| matches!(kind, Kind::Gujarati | Kind::Initials))
            {
                let folded = joined(rest, |(form, _)| fold(form));
                self.add(List::Names, (&folded, &form), &whose, articles);
                let by_sound = joined(rest, |(form, _)| sound_of(form));
                self.add(List::NamesBySound, (&by_sound, &form), &whose, articles);
            }
        }
    }

    fn add_word(&mut self, form: &str, articles: u64) {
        self.add(List::Words, (form, form), "", articles);
        if form.chars().next().is_some_and(|c| script_of(c) == Script::Gujarati) {
            self.add(List::Words, (&fold(form), form), "", articles);
            self.add(List::WordsBySound, (&sound_of(form), form), "", articles);
        }
    }
}

fn joined(words: &[(String, Kind)], key: impl Fn(&(String, Kind)) -> String) -> String {
    words.iter().map(key).collect::<Vec<_>>().join(" ")
}

/// The sound of one word: the skeleton of a Gujarati one, any other as it is.
#[must_use]
pub fn sound_of(form: &str) -> String {
    if form.chars().next().is_some_and(|c| script_of(c) == Script::Gujarati) {
        sound::skeleton_of_gujarati(form)
    } else {
        form.to_owned()
    }
}

/// A beginning with the least value of all that begin so.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Begun {
    value: Reverse<u64>,
    address: usize,
    /// The place of its last byte in the trail.
    last: usize,
}

/// Bytes walked, each with the place of the one before.
type Trail = Vec<(usize, u8)>;

impl Completions {
    /// Maps the completions of an index folder.
    ///
    /// # Errors
    /// Where the file is missing or damaged.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let bytes = map(folder, FILE)?;
        let damaged = |what| Error::Vocabulary {
            path: folder.join(FILE),
            what,
        };
        if bytes.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(damaged("it holds no completions"));
        }
        let map = fst::Map::new(bytes.slice(MAGIC.len()..bytes.len())).map_err(|_| damaged("its map"))?;
        Ok(Self { map })
    }

    /// The commonest entries that begin with one of `starts`, made by [`List::start`]: at most `limit`,
    /// and no more than `steps` bytes are walked.
    #[must_use]
    pub fn commonest(&self, starts: &[String], limit: usize, steps: usize) -> Vec<Completion> {
        let mut trail = vec![(0, 0)];
        let mut heap: BinaryHeap<Begun> = starts
            .iter()
            .filter_map(|start| self.begin(start, &mut trail))
            .collect();
        let mut found = Vec::new();
        while let Some(begun) = heap.pop().filter(|_| found.len() < limit && trail.len() < steps) {
            let (value, last) = self.follow(begun, &mut heap, &mut trail);
            found.extend(completion(&bytes_of(&trail, last), value));
        }
        found
    }

    fn begin(&self, start: &str, trail: &mut Trail) -> Option<Begun> {
        let mut node = self.map.as_fst().root();
        let (mut value, mut last) = (Output::zero(), 0);
        for byte in start.bytes() {
            let arc = node.transition(node.find_input(byte)?);
            value = value.cat(arc.out);
            trail.push((last, byte));
            last = trail.len() - 1;
            node = self.map.as_fst().node(arc.addr);
        }
        Some(Begun {
            value: Reverse(value.value()),
            address: node.addr(),
            last,
        })
    }

    /// Follows the arcs of least value to the end of an entry; the others are kept for later.
    fn follow(&self, begun: Begun, heap: &mut BinaryHeap<Begun>, trail: &mut Trail) -> (u64, usize) {
        let (mut value, mut last) = (begun.value.0, begun.last);
        let mut node = self.map.as_fst().node(begun.address);
        loop {
            let Some(least) = (0..node.len()).min_by_key(|&at| node.transition(at).out.value()) else {
                return (value.saturating_add(node.final_output().value()), last);
            };
            let before = (value, last);
            let mut chosen = 0;
            for (at, arc) in node.transitions().enumerate() {
                let value = before.0.saturating_add(arc.out.value());
                trail.push((before.1, arc.inp));
                if at == least {
                    (chosen, last) = (value, trail.len() - 1);
                } else {
                    heap.push(Begun {
                        value: Reverse(value),
                        address: arc.addr,
                        last: trail.len() - 1,
                    });
                }
            }
            value = chosen;
            node = self.map.as_fst().node(node.transition_addr(least));
        }
    }
}

fn bytes_of(trail: &Trail, last: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = last;
    while at > 0 {
        let Some(&(before, byte)) = trail.get(at) else {
            break;
        };
        bytes.push(byte);
        // a byte stands behind the one before it, so that this ends
        at = before;
    }
    bytes.reverse();
    bytes
}

fn completion(entry: &[u8], value: u64) -> Option<Completion> {
    let entry = std::str::from_utf8(entry).ok()?.strip_suffix(END)?;
    let mut columns = entry.split(BETWEEN);
    let mut typed = columns.next()?.chars();
    typed.next()?;
    let form = columns.next().filter(|form| !form.is_empty()).unwrap_or(typed.as_str());
    Some(Completion {
        form: form.to_owned(),
        entity: entity(columns.next()?),
        articles: MOST.saturating_sub(value),
    })
}

fn entity(whose: &str) -> Option<(EntityKind, String, Part)> {
    let mut letters = whose.chars();
    let part = match letters.next()? {
        '0' => Part::Whole,
        '1' => Part::Rest,
        _ => Part::Other,
    };
    let (kind, id) = letters.as_str().split_once(':')?;
    let kind = EntityKind::ALL.into_iter().find(|known| known.as_str() == kind)?;
    Some((kind, id.to_owned(), part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(entries: &Entries) -> Completions {
        let mut map = fst::MapBuilder::memory();
        for (entry, articles) in &entries.0 {
            map.insert(entry, MOST - articles).unwrap();
        }
        let bytes = OwnedBytes::new(map.into_inner().unwrap());
        Completions {
            map: fst::Map::new(bytes).unwrap(),
        }
    }

    /// Walking finds what sorting all would: the commonest of each beginning, in order.
    #[test]
    fn the_commonest_are_found_first() {
        let mut entries = Entries::default();
        let mut state = 7u64;
        for _ in 0..3000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let letters = ['a', 'b', 'ક', 'ખ'];
            let word: String = (0..6)
                .map(|at| letters[(state >> (20 + 2 * at)) as usize & 3])
                .collect();
            entries.add(List::Words, (&word, &word), "", (state >> 40) % 5000 + 1);
        }
        let completions = of(&entries);
        for start in ["", "a", "ab", "ક", "કa", "ખખ"] {
            let mut all: Vec<u64> = entries
                .0
                .iter()
                .filter(|(e, _)| e.starts_with(&List::Words.start(start)))
                .map(|(_, n)| *n)
                .collect();
            all.sort_unstable_by(|a, b| b.cmp(a));
            all.truncate(20);
            let found = completions.commonest(&[List::Words.start(start)], 20, 1_000_000);
            assert!(found.iter().all(|completion| completion.form.starts_with(start)));
            assert_eq!(
                found.iter().map(|completion| completion.articles).collect::<Vec<_>>(),
                all,
                "{start}"
            );
        }
        let few = completions.commonest(&[List::Words.start("")], 20, 40);
        assert!(few.len() < 20, "bounded by the steps");
        assert!(completions.commonest(&[List::Names.start("a")], 20, 1000).is_empty());
    }
}
