//! Expansion: the forms of the index that a query word stands for.
//!
//! Takes a form of the query, asks the vocabulary by its keys, gives forms with their tier: the word
//! itself, its inflections, other spellings, its romanisation in the other script, letter names of an
//! abbreviation. All forms of one word score as one word, the farther tiers a little less.

use serde::Serialize;

use crate::analysis::sound::{self, Typed};
use crate::analysis::{Keys, keys, number_word};
use crate::index::{FormEntry, Key, Known};
use crate::script::{Script, script_of};

/// How a form found belongs to the word typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// The word itself.
    Exact,
    /// An inflection.
    Inflected,
    /// Another accepted spelling.
    Spelling,
    /// The word in the other script.
    Romanised,
    /// Another name.
    Alias,
    /// A corrected word.
    Fuzzy,
}

impl Tier {
    /// What an occurrence in this tier is worth beside an exact one.
    #[must_use]
    pub const fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Inflected => 0.96,
            Self::Spelling => 0.9,
            Self::Romanised | Self::Alias => 0.8,
            Self::Fuzzy => 0.5,
        }
    }

    /// The name of the tier in answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Inflected => "inflected",
            Self::Spelling => "spelling",
            Self::Romanised => "romanised",
            Self::Alias => "alias",
            Self::Fuzzy => "fuzzy",
        }
    }
}

/// A form that a word stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Expansion {
    /// The form and its counts.
    pub entry: FormEntry,
    /// How it belongs to the word.
    pub tier: Tier,
    /// What an occurrence is worth: the tier's weight, less for a doubtful sound.
    pub weight: f32,
}

/// At most so many forms stand for one word; the commonest are kept.
pub const MAX_FORMS: usize = 256;

/// The forms of a query word, best tier first; only the form itself where `exact`.
#[must_use]
pub fn expand(form: &str, known: &dyn Known, exact: bool) -> Vec<Expansion> {
    let mut found = Found::default();
    found.extend(known.form(form), Tier::Exact);
    let script = form.chars().next().map_or(Script::Other, script_of);
    if !exact && script != Script::Other {
        let keys = keys(form);
        add_lemmas(form, &keys, known, None, &mut found);
        if script == Script::Gujarati {
            add_latin_readings(form, known, &mut found);
        } else {
            add_gujarati_readings(form, known, &mut found);
        }
        add_letter_names(form, &keys, known, &mut found);
    }
    if !exact {
        add_number_words(form, known, &mut found);
    }
    found.into_sorted()
}

/// Forms collected so far, each with its best tier.
#[derive(Default)]
struct Found {
    forms: Vec<Expansion>,
    places: std::collections::HashMap<String, usize>,
}

impl Found {
    fn extend(&mut self, entries: impl IntoIterator<Item = FormEntry>, tier: Tier) {
        entries
            .into_iter()
            .for_each(|entry| self.add(entry, tier, tier.weight()));
    }

    fn add(&mut self, entry: FormEntry, tier: Tier, weight: f32) {
        match self.places.get(&entry.form).and_then(|&at| self.forms.get_mut(at)) {
            Some(known) => {
                known.tier = known.tier.min(tier);
                known.weight = known.weight.max(weight);
            }
            None => {
                self.places.insert(entry.form.clone(), self.forms.len());
                self.forms.push(Expansion { entry, tier, weight });
            }
        }
    }

    fn into_sorted(mut self) -> Vec<Expansion> {
        self.forms.sort_by(|a, b| {
            a.tier
                .cmp(&b.tier)
                .then(b.entry.articles.cmp(&a.entry.articles))
                .then(a.entry.form.cmp(&b.entry.form))
        });
        self.forms
    }
}

/// Forms with a lemma of the word: other spellings of the form itself, and its inflections. `tier` is set
/// where the word itself was reached by another way already.
fn add_lemmas(form: &str, keys: &Keys, known: &dyn Known, tier: Option<(Tier, f32)>, found: &mut Found) {
    for (rank, lemma) in keys.lemmas.iter().enumerate() {
        for entry in known.with_key(&Key::lemma(&lemma.key)) {
            let own = own_tier(form, &keys.fold, &entry.form, &lemma.key);
            let (tier, weight) = tier.unwrap_or((own, own.weight()));
            found.add(entry, tier, if rank == 0 { weight } else { weight * 0.9 });
        }
        // a second reading of a form is a weaker claim: ભાવના for ભાવ
        if rank == 0 {
            for entry in known.with_key(&Key::second_lemma(&lemma.key)) {
                let (tier, weight) = tier.unwrap_or((Tier::Inflected, Tier::Inflected.weight()));
                found.add(entry, tier, weight * 0.8);
            }
        }
    }
}

/// Same fold is another spelling, or none; a fold that does not share its beginning with the lemma as
/// typed is a respelt inflection, which counts as spelling too.
fn own_tier(form: &str, fold: &str, other: &str, lemma: &str) -> Tier {
    if form == other {
        return Tier::Exact;
    }
    let other_fold = crate::analysis::fold(other);
    if other_fold == fold {
        return Tier::Spelling;
    }
    let stem = common_start(form, other);
    let folded_stem = common_start(fold, &other_fold);
    // the letters of the stem agree as written, not only when folded
    if stem + 1 >= folded_stem.min(lemma.chars().count()) {
        Tier::Inflected
    } else {
        Tier::Spelling
    }
}

fn common_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

/// So many skeletons of a Latin word are tried, see [`sound::skeletons_of_latin`].
const SKELETONS: usize = 8;

/// A reading is searched where it costs no more than this behind the nearest (tenths of a nat).
const BEHIND: u32 = 40;

/// Its inflections are searched too where it costs no more than this behind the nearest.
const MATES_BEHIND: u32 = 12;

/// At most so many words are read from one Latin word.
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
fn readings(letters: &str, known: &dyn Known) -> Vec<Reading> {
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
    found.retain(|reading| reading.cost <= best + BEHIND);
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
fn whole_readings(letters: &str, bound: u32, known: &dyn Known) -> Vec<Reading> {
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
fn add_cut_readings(letters: &str, best: Option<u32>, known: &dyn Known, found: &mut Vec<Reading>) {
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
fn add_gujarati_readings(form: &str, known: &dyn Known, found: &mut Found) {
    let Some(letters) = sound::latin_letters(form).filter(|letters| letters.len() > 1) else {
        return;
    };
    let readings = readings(&letters, known);
    let best = readings.first().map_or(0, |reading| reading.cost);
    for Reading { cost, entry, is_lemma } in readings {
        let weight = reading_weight(cost, best);
        if cost <= best + MATES_BEHIND || is_lemma {
            add_mates(&letters, &entry.form, weight, known, found);
        }
        found.add(entry, Tier::Romanised, if is_lemma { 0.9 * weight } else { weight });
    }
}

/// The forms of a word read, at nine tenths of it, less the farther they are from what was typed.
fn add_mates(letters: &str, form: &str, weight: f32, known: &dyn Known, found: &mut Found) {
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
fn add_latin_readings(form: &str, known: &dyn Known, found: &mut Found) {
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

/// The Latin letters and their Gujarati names.
const LETTER_NAMES: [(char, &str); 26] = [
    ('a', "એ"),
    ('b', "બી"),
    ('c', "સી"),
    ('d', "ડી"),
    ('e', "ઈ"),
    ('f', "એફ"),
    ('g', "જી"),
    ('h', "એચ"),
    ('i', "આઈ"),
    ('j', "જે"),
    ('k', "કે"),
    ('l', "એલ"),
    ('m', "એમ"),
    ('n', "એન"),
    ('o', "ઓ"),
    ('p', "પી"),
    ('q', "ક્યૂ"),
    ('r', "આર"),
    ('s', "એસ"),
    ('t', "ટી"),
    ('u', "યુ"),
    ('v', "વી"),
    ('w', "ડબલ્યુ"),
    ('x', "એક્સ"),
    ('y', "વાય"),
    ('z', "ઝેડ"),
];

/// An abbreviation by its letters in the other script: CBI and સીબીઆઈ.
fn add_letter_names(form: &str, keys: &Keys, known: &dyn Known, found: &mut Found) {
    if form.is_ascii() {
        let lower = form.to_ascii_lowercase();
        if !(2..=6).contains(&lower.len()) || !lower.bytes().all(|b| b.is_ascii_lowercase()) {
            return;
        }
        let spelled: String = lower
            .chars()
            .filter_map(|c| LETTER_NAMES.iter().find(|(letter, _)| *letter == c))
            .map(|(_, name)| *name)
            .collect();
        let spelled_keys = crate::analysis::keys(&spelled);
        add_lemmas(
            &spelled,
            &spelled_keys,
            known,
            Some((Tier::Alias, Tier::Alias.weight())),
            found,
        );
        return;
    }
    let candidates = [
        keys.fold.as_str(),
        keys.lemmas.first().map_or("", |lemma| lemma.key.as_str()),
    ];
    for letters in candidates.into_iter().filter_map(letters_of) {
        found.extend(known.form(&letters), Tier::Alias);
        found.extend(known.form(&letters.to_ascii_uppercase()), Tier::Alias);
    }
}

/// The Latin letters whose names a folded word is made of, where it is made of two or more.
fn letters_of(folded: &str) -> Option<String> {
    let mut rest = folded;
    let mut letters = String::new();
    while !rest.is_empty() {
        let (letter, length) = LETTER_NAMES
            .iter()
            .filter_map(|&(letter, name)| {
                let name = crate::analysis::fold(name);
                rest.starts_with(name.as_str()).then_some((letter, name.len()))
            })
            .max_by_key(|&(_, length)| length)?;
        letters.push(letter);
        rest = rest.get(length..)?;
    }
    (letters.len() > 1).then_some(letters)
}

/// A number word for its figure, and a figure for its words. એક and બે say no number in most places.
fn add_number_words(form: &str, known: &dyn Known, found: &mut Found) {
    if let Some(value) = number_word(&crate::analysis::fold(form)).filter(|&value| value > 2) {
        found.extend(known.form(&value.to_string()), Tier::Alias);
    } else if let Some(value) = form.parse::<u64>().ok().filter(|&value| value > 2) {
        for word in crate::analysis::words_of_number(value) {
            found.extend(known.with_key(&Key::lemma(word)), Tier::Alias);
        }
    }
}

/// Whether a form is the Gujarati name of one Latin letter.
#[must_use]
pub fn is_letter_name(form: &str) -> bool {
    let folded = crate::analysis::fold(form);
    LETTER_NAMES
        .iter()
        .any(|(_, name)| crate::analysis::fold(name) == folded)
}
