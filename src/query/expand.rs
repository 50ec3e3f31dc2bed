//! Expansion: the forms of the index that a query word stands for.
//!
//! Takes a form of the query, asks the vocabulary by its keys, gives forms with their tier: the word
//! itself, its inflections, other spellings, its romanisation in the other script, letter names of an
//! abbreviation. All forms of one word score as one word, the farther tiers a little less.

use serde::Serialize;

use crate::analysis::sound;
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

/// A reading is searched where it is nearer than this, in hundredths of a consonant a letter.
const NEAR: f32 = 11.0;

/// And not farther than this behind the nearest.
const BEHIND: u32 = 22;

/// At most so many words are read from one Latin word.
const MAX_READINGS: usize = 6;

/// Candidates of one sound skeleton with their distance, the nearest first.
fn readings(sounds: &str, latin: bool, known: &dyn Known) -> Vec<(u32, FormEntry)> {
    let skeleton = sound::skeleton(sounds);
    let mut near: Vec<(u32, FormEntry)> = known
        .with_key(&Key::sound(&skeleton))
        .into_iter()
        .filter_map(|entry| {
            let is_latin = entry.form.is_ascii();
            if is_latin == latin {
                return None;
            }
            let far = if latin {
                sound::distance(&sound::of_gujarati(&entry.form), sounds)
            } else {
                sound::distance(sounds, &sound::of_latin(&entry.form))
            };
            let limit = 12.0 + NEAR * sounds.len() as f32;
            (far as f32 <= limit).then_some((far, entry))
        })
        .collect();
    near.sort_by(|a, b| {
        a.0.cmp(&b.0)
            .then(b.1.articles.cmp(&a.1.articles))
            .then(a.1.form.cmp(&b.1.form))
    });
    let best = near.first().map_or(0, |(far, _)| *far);
    near.retain(|(far, _)| *far <= best + BEHIND);
    near.truncate(MAX_READINGS);
    near
}

/// Gujarati words that a Latin word romanises, with their inflections.
fn add_gujarati_readings(form: &str, known: &dyn Known, found: &mut Found) {
    for (far, entry) in readings(&sound::of_latin(form), true, known) {
        let weight = Tier::Romanised.weight() * (1.0 - far as f32 / 400.0);
        let keys = keys(&entry.form);
        let form = entry.form.clone();
        found.add(entry, Tier::Romanised, weight);
        add_lemmas(&form, &keys, known, Some((Tier::Romanised, weight * 0.97)), found);
    }
}

/// Latin words of the text that sound like a Gujarati word.
fn add_latin_readings(form: &str, known: &dyn Known, found: &mut Found) {
    for (far, entry) in readings(&sound::of_gujarati(form), false, known) {
        found.add(
            entry,
            Tier::Romanised,
            Tier::Romanised.weight() * (1.0 - far as f32 / 400.0),
        );
    }
}

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
