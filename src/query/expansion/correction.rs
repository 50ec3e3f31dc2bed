//! Corrections: what a word that stands in no article was meant to be.
//!
//! Takes a form that the index does not know, or hardly, gives words of the index that have articles: near
//! in letters (`distance`), for a Latin word also Gujarati ones that sound like it with a slip of the finger.
//! Common words are believed before rare ones that are as near.

use std::collections::BTreeMap;

use super::distance::{Measured, Slip, nearest};
use super::expand::expand;
use super::form::{Expansion, Tier};
use super::lemmas::inflections;
use super::reading::{Allowed, abbreviation, english_words, slipped_readings, translations};
use crate::analysis::keys;
use crate::index::{FormEntry, WordSource};

/// Words that are searched as others, by their forms.
pub type Corrected = BTreeMap<String, Vec<Correction>>;

/// Why a word is thought to be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A neighbouring key, a letter doubled, left out, too many or before its time.
    Keyboard,
    /// A vowel, its length, a nasal.
    Spelling,
    /// Letters that sound alike, or the other script.
    Sound,
}

impl From<Slip> for Reason {
    fn from(slip: Slip) -> Self {
        match slip {
            Slip::Keyboard => Self::Keyboard,
            Slip::Spelling => Self::Spelling,
            Slip::Sound => Self::Sound,
        }
    }
}

/// A word of the index that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The form.
    pub form: String,
    /// In how many articles it stands.
    pub articles: u32,
    /// Why.
    pub reason: Reason,
    /// How far it is from what was typed, in hundredths of a letter.
    pub cost: u32,
}

/// At most this many corrections of a word are given.
const MOST: usize = 5;

/// English words of fewer letters are near too many others.
const SHORTEST_ENGLISH: usize = 5;

/// A misspelt English word has at most so many letters more or less.
const MOST_SLIPS: usize = 2;

/// At most this many forms are weighed.
const WEIGHED: usize = 2000;

/// What a hundredth of a letter counts against the logarithm of the articles: a whole letter is worth four
/// hundred times as many.
const PER_COST: f32 = 0.06;

/// What a function word is worth less: it is common, but seldom looked for.
const FUNCTION_WORD: f32 = 1.5;

impl Correction {
    /// The forms that are searched for it, all of them corrected words.
    pub(in crate::query) fn expand(&self, known: &dyn WordSource) -> Vec<Expansion> {
        let nearness = 1.0 - self.cost.min(200) as f32 / 400.0;
        let corrected = |form: Expansion| Expansion {
            tier: Tier::Fuzzy,
            weight: form.weight * Tier::Fuzzy.weight() * nearness,
            ..form
        };
        expand(&self.form, known, false, Allowed::default())
            .forms
            .into_iter()
            .map(corrected)
            .collect()
    }

    fn worth(&self) -> f32 {
        let seldom = if keys(&self.form).is_stop { FUNCTION_WORD } else { 0.0 };
        (self.articles as f32).ln() - PER_COST * self.cost as f32 - seldom
    }
}

/// How far a correction may be, in hundredths of a letter: one slip in a short word, a little more in others.
const fn bound(letters: usize) -> u32 {
    match letters {
        0 | 1 => 0,
        2 => 80,
        3 => 125,
        4 => 140,
        _ => 170,
    }
}

/// The corrections of a form, the likeliest first; none for figures and single letters. `is_over` ends the
/// search early.
#[must_use]
pub fn corrections(form: &str, known: &dyn WordSource, is_over: &dyn Fn() -> bool) -> Vec<Correction> {
    // letters with figures and abbreviations are names: another one is not near
    let is_name = !abbreviation(form).is_empty() || (form.is_ascii() && form.bytes().any(|byte| byte.is_ascii_digit()));
    let Some(word) = Measured::new(form).filter(|word| word.len() > 1 && !is_name) else {
        return Vec::new();
    };
    let mut found: Vec<Correction> = nearest(&word, bound(word.len()), known, is_over)
        .into_iter()
        .take(WEIGHED)
        .filter_map(|(_, other)| near_correction(&word, known.form(&other)?))
        .collect();
    found.extend(
        slipped_readings(form, known, is_over)
            .into_iter()
            .map(|(cost, entry)| Correction {
                form: entry.form,
                articles: entry.articles,
                reason: Reason::Sound,
                cost,
            }),
    );
    found.extend(misspelt_english(form, &word, known));
    found.retain(|correction| correction.articles > 0 && correction.form != form);
    found.sort_by_cached_key(|correction| (ordered(-correction.worth()), correction.form.clone()));
    let mut seen = std::collections::HashSet::new();
    found.retain(|correction| seen.insert(lemma(&correction.form)));
    found.truncate(MOST);
    found
}

/// What an English word means of which a letter or two are wrong: parliment is સંસદ. The first letter is seldom wrong.
fn misspelt_english(form: &str, word: &Measured, known: &dyn WordSource) -> Vec<Correction> {
    if !form.bytes().all(|byte| byte.is_ascii_lowercase()) || word.len() < SHORTEST_ENGLISH {
        return Vec::new();
    }
    let near = english_words().filter(|english| {
        english.bytes().next() == form.bytes().next() && english.len().abs_diff(form.len()) <= MOST_SLIPS
    });
    let meant = near.filter_map(|english| {
        let (cost, slip) = word.slip(english).filter(|&(cost, _)| cost <= bound(word.len()))?;
        let gujarati = translations(english).first()?;
        let forms = inflections(gujarati, Tier::Alias, known)
            .into_iter()
            .map(|form| form.entry);
        let commonest = forms.max_by_key(|entry| entry.articles)?;
        Some(Correction {
            form: commonest.form,
            articles: commonest.articles,
            reason: slip.into(),
            cost,
        })
    });
    meant.collect()
}

fn near_correction(word: &Measured, entry: FormEntry) -> Option<Correction> {
    let (cost, slip) = word.slip(&entry.form)?;
    Some(Correction {
        form: entry.form,
        articles: entry.articles,
        reason: slip.into(),
        cost,
    })
}

/// A number that sorts as the float does.
const fn ordered(value: f32) -> i64 {
    (value * 1e4) as i64
}

/// Forms of one word are one correction.
fn lemma(form: &str) -> String {
    keys(form)
        .lemmas
        .into_iter()
        .next()
        .map_or_else(|| form.to_owned(), |lemma| lemma.key)
}
