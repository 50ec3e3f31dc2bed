//! Latin words of the text that spell a Gujarati word of the query: મોદી, Modi.
//!
//! Takes a Gujarati form, gives Latin forms of the index whose letters are a spelling of it.

use super::candidates::Candidates;
use super::form::Tier;
use super::reading::Spelled;
use crate::analysis::{keys, sound};
use crate::index::{Key, WordSource};

/// Latin words of the text that sound like a Gujarati word or its lemma: a stricter bound, for a page of
/// English has many short words.
pub(super) fn add_latin_words(form: &str, known: &dyn WordSource, found: &mut Candidates) {
    let lemma = keys(form).lemmas.into_iter().next().map(|lemma| lemma.key);
    for word in std::iter::once(form).chain(lemma.as_deref().filter(|&lemma| lemma != form)) {
        let skeleton = sound::skeleton_of_gujarati(word);
        for entry in known.with_key(&Key::latin_sound(&skeleton)) {
            let bound = strictest(&entry.form);
            let letters = sound::latin_letters(&entry.form).unwrap_or_default();
            let cost = Spelled::new(&letters).and_then(|mut spelled| spelled.least(word, bound));
            if let Some(cost) = cost {
                found.add(entry, Tier::Romanised, weight(cost));
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

/// What a Latin word that costs so much is worth as the Gujarati word.
fn weight(cost: u32) -> f32 {
    Tier::Romanised.weight() * (1.0 - cost.min(200) as f32 / 180.0)
}
