//! Readings: words of one script that a word of the other sounds like.
//!
//! Takes a Latin word, gives the Gujarati words of the index that people type so, with their inflections;
//! takes a Gujarati word, gives the Latin words of the text that spell it. Candidates share a skeleton of
//! consonants; what they cost by the model of [`crate::analysis::sound`] decides which are searched.

use super::candidates::Candidates;
use super::distance::slips;
use super::form::Tier;
use crate::analysis::keys;
use crate::analysis::sound::{self, Typed};
use crate::index::{FormEntry, Key, WordSource};

/// At most this many skeletons of a Latin word are tried, see [`sound::skeletons_of_latin`].
const SKELETONS: usize = 8;

/// A reading is searched where it costs no more than this above the nearest (tenths of a nat).
const ABOVE: u32 = 40;

/// Its inflections are searched too where it costs no more than this above the nearest.
const MATES_ABOVE: u32 = 12;

/// At most this many words are read from one Latin word.
const MAX_READINGS: usize = 8;

/// What a Latin ending costs that is cut from what was typed.
const ENDING: u32 = 20;

/// Case endings as they are typed, the longest first: ગુજરાતમાં, મોદીએ, ખેડૂતોને.
const ENDINGS: [&str; 36] = [
    "maanthee", "maanthi", "manthi", "maathi", "mathi", "othi", "oman", "omaan", "oma", "maan", "onaa", "ona", "ono",
    "oni", "onu", "one", "thee", "maa", "man", "thi", "nun", "nee", "naa", "ma", "ne", "no", "ni", "nu", "na", "oe",
    "ye", "ey", "o", "e", "a", "i",
];

/// A Gujarati word that was typed, perhaps.
struct Reading {
    cost: u32,
    entry: FormEntry,
    /// Whether its lemma was typed, and the form only stands for it.
    is_lemma: bool,
}

/// The most that a reading may cost: one in a hundred human spellings costs more.
fn dearest(letters: usize) -> u32 {
    25 + 18 * letters as u32
}

/// The Gujarati words that Latin letters may stand for, the nearest first.
fn readings(letters: &str, known: &dyn WordSource) -> Vec<Reading> {
    let mut found = whole_readings(letters, dearest(letters.len()), known);
    let best = found.iter().map(|reading| reading.cost).min();
    if best.is_none_or(|best| best > 6 * letters.len() as u32) {
        add_cut_readings(letters, best, known, &mut found);
    }
    found.sort_by(|a, b| {
        a.cost
            .cmp(&b.cost)
            .then(a.is_lemma.cmp(&b.is_lemma))
            .then(b.entry.articles.cmp(&a.entry.articles))
            .then(a.entry.form.cmp(&b.entry.form))
    });
    let best = found.first().map_or(0, |reading| reading.cost);
    found.retain(|reading| reading.cost <= best + ABOVE);
    found.truncate(MAX_READINGS);
    found
}

/// What was typed, as it stands and, where it is spelled as in English, as it sounds.
struct Spelled {
    plain: Typed,
    heard: Option<Typed>,
}

/// What reading a word as English costs.
const ENGLISH_SPELLING: u32 = 10;

impl Spelled {
    fn new(letters: &str) -> Option<Self> {
        Some(Self {
            plain: Typed::new(letters)?,
            heard: sound::as_it_sounds(letters).as_deref().and_then(Typed::new),
        })
    }

    /// The lesser cost, unless it is more than `bound`.
    fn cost(&mut self, form: &str, bound: u32) -> Option<u32> {
        let plain = self.plain.cost(form, bound);
        let heard = self
            .heard
            .as_mut()
            .and_then(|heard| heard.cost(form, bound.saturating_sub(ENGLISH_SPELLING)))
            .map(|cost| cost + ENGLISH_SPELLING);
        match (plain, heard) {
            (Some(plain), Some(heard)) => Some(plain.min(heard)),
            (plain, heard) => plain.or(heard),
        }
    }
}

/// Forms, and lemmas that are no forms of the index, that the letters spell as they are.
fn whole_readings(letters: &str, bound: u32, known: &dyn WordSource) -> Vec<Reading> {
    let Some(mut spelled) = Spelled::new(letters) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for skeleton in sound::skeletons_of_latin(letters, SKELETONS) {
        let mut add = |entry: FormEntry, cost: Option<u32>, is_lemma: bool| {
            found.extend(cost.map(|cost| Reading { cost, entry, is_lemma }));
        };
        for entry in known.with_key(&Key::sound(&skeleton)) {
            let cost = spelled.cost(&entry.form, bound);
            add(entry, cost, false);
        }
        for entry in known.with_key(&Key::lemma_sound(&skeleton)) {
            let lemma = keys(&entry.form).lemmas.into_iter().next();
            let cost = lemma.and_then(|lemma| spelled.cost(&lemma.key, bound));
            add(entry, cost, true);
        }
    }
    found
}

/// Readings of what was typed without its case ending, where they are nearer than the nearest so far:
/// `gujaratma` where ગુજરાતની stands in the index and ગુજરાતમાં does not.
fn add_cut_readings(letters: &str, best: Option<u32>, known: &dyn WordSource, found: &mut Vec<Reading>) {
    for ending in ENDINGS {
        let Some(stem) = letters.strip_suffix(ending).filter(|stem| stem.len() > 2) else {
            continue;
        };
        let bound = (5 + 7 * stem.len() as u32).min(best.unwrap_or(u32::MAX).saturating_sub(ENDING));
        found.extend(whole_readings(stem, bound, known).into_iter().map(|reading| Reading {
            cost: reading.cost + ENDING,
            is_lemma: true,
            ..reading
        }));
    }
}

/// Gujarati words that a Latin word romanises, with their inflections; the nearer to what was typed, the
/// more they are worth.
pub(super) fn add_gujarati_readings(form: &str, known: &dyn WordSource, found: &mut Candidates) {
    let Some(letters) = sound::latin_letters(form).filter(|letters| letters.len() > 1) else {
        return;
    };
    let readings = readings(&letters, known);
    let best = readings.first().map_or(0, |reading| reading.cost);
    for Reading { cost, entry, is_lemma } in readings {
        let weight = reading_weight(cost, best);
        if cost <= best + MATES_ABOVE || is_lemma {
            add_mates(&letters, &entry.form, weight, known, found);
        }
        found.add(entry, Tier::Romanised, if is_lemma { 0.9 * weight } else { weight });
    }
}

/// The forms of a word read, at nine tenths of it, less the farther they are from what was typed.
fn add_mates(letters: &str, form: &str, weight: f32, known: &dyn WordSource, found: &mut Candidates) {
    let Some(mut spelled) = Spelled::new(letters) else {
        return;
    };
    let lemma = keys(form).lemmas.into_iter().next();
    for mate in lemma
        .map(|lemma| known.with_key(&Key::lemma(&lemma.key)))
        .unwrap_or_default()
    {
        let far = spelled.cost(&mate.form, FAR).unwrap_or(FAR);
        let nearness = 0.9 - 0.1 * far as f32 / FAR as f32;
        found.add(mate, Tier::Romanised, weight * nearness);
    }
}

/// Farther forms of a word are worth the same.
const FAR: u32 = 200;

/// What a reading is worth beside the nearest.
fn reading_weight(cost: u32, best: u32) -> f32 {
    Tier::Romanised.weight() * (1.0 - (cost - best) as f32 / 100.0 - best.min(FAR) as f32 / 1000.0)
}

/// Latin words of the text that sound like a Gujarati word or its lemma: a stricter bound, for a page of
/// English has many short words.
pub(super) fn add_latin_readings(form: &str, known: &dyn WordSource, found: &mut Candidates) {
    let lemma = keys(form).lemmas.into_iter().next().map(|lemma| lemma.key);
    for word in std::iter::once(form).chain(lemma.as_deref().filter(|&lemma| lemma != form)) {
        let skeleton = sound::skeleton_of_gujarati(word);
        for entry in known.with_key(&Key::latin_sound(&skeleton)) {
            let bound = strictest(&entry.form);
            let letters = sound::latin_letters(&entry.form).unwrap_or_default();
            let cost = Spelled::new(&letters).and_then(|mut spelled| spelled.cost(word, bound));
            if let Some(cost) = cost {
                found.add(entry, Tier::Romanised, reading_weight(cost / 2, 0));
            }
        }
    }
}

/// The most that a Latin word of the text may cost as the spelling of a Gujarati word; the commonest
/// short words of English are none.
fn strictest(latin: &str) -> u32 {
    let count = latin.len() as u32;
    match count {
        0..=2 => 0,
        3 | 4 if ENGLISH.contains(&latin) => 0,
        3 => 15,
        4 => 24,
        5 | 6 => 9 * count,
        _ => 11 * count,
    }
}

/// Common English words that happen to spell Gujarati ones: મન, ધન, સન, ધેન, મત.
const ENGLISH: [&str; 96] = [
    "all", "also", "and", "any", "are", "bad", "ban", "bat", "been", "bus", "but", "call", "came", "can", "car",
    "case", "come", "cut", "data", "date", "day", "did", "down", "each", "end", "even", "fan", "far", "few", "for",
    "from", "fun", "get", "goal", "got", "gun", "had", "has", "have", "her", "here", "him", "his", "home", "hot",
    "how", "into", "its", "jam", "just", "kill", "last", "late", "less", "like", "main", "make", "man", "many", "mat",
    "may", "men", "met", "more", "near", "new", "nor", "not", "now", "off", "one", "only", "our", "out", "over", "pan",
    "pass", "pay", "per", "pull", "put", "ran", "run", "same", "sat", "see", "she", "some", "such", "sun", "take",
    "than", "that", "the", "then", "was",
];

/// What one slip of the finger costs beside the sound, in hundredths of a letter.
const SLIP: u32 = 60;

/// Gujarati words that a Latin word reads as where one key of it was missed, doubled or left out; each with
/// what it costs in hundredths of a letter. For words that read as nothing themselves.
pub(super) fn slipped_readings(
    form: &str,
    known: &dyn WordSource,
    is_over: &dyn Fn() -> bool,
) -> Vec<(u32, FormEntry)> {
    let Some(letters) = sound::latin_letters(form).filter(|letters| (3..=16).contains(&letters.len())) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for other in slips(&letters).into_iter().take_while(|_| !is_over()) {
        // a slip and a bad spelling at once are no guess
        let bound = 8 * other.len() as u32;
        let readings = whole_readings(&other, bound, known)
            .into_iter()
            .filter(|reading| !reading.is_lemma);
        found.extend(readings.map(|reading| (SLIP + reading.cost, reading.entry)));
    }
    found
}
