//! Romanised Gujarati: the Gujarati words that people type so in Latin letters.
//!
//! Takes Latin letters, gives claims of Gujarati words of the index. Candidates share a skeleton of consonants; what they cost
//! by the model of [`crate::analysis::sound`] says how surely they are meant.

use super::candidate::{Candidate, Sounding, by_lemma, candidates, skeletons_of};
use super::claim::{Claim, Grade};
use crate::analysis::sound::{self, Typed};
use crate::index::WordSource;
use crate::query::expansion::evidence::Evidence;
use crate::query::expansion::form::Tier;

/// The cost from which on a reading is loose, in tenths of a nat. Of 6,000 attested spellings of words of the news the nearest
/// word is meant by 95 % of those that cost half as much or more, by 98 % of the nearer ones, and by 84 % of those that are up
/// to half as dear again; a short word has less room for differences.
pub(super) const fn loose_from(letters: u32) -> u32 {
    let long = (12 * letters).saturating_sub(28);
    if long > 20 { long } else { 20 }
}

/// The same for words that are English too: at 2 a letter the keys of the sounds are equal (man, મન). Of the 3,300 English words
/// of the news list that cost more, a third at most mean a Gujarati word that is typed so.
const SURE_OF_ENGLISH: u32 = 2;

/// Readings that cost so much more than the nearest are loose: one in fifty is meant.
const ABOVE: u32 = 40;

/// Beside a sure reading one is as sure that costs no more than this above it: jema is જેમ or ગેમ.
const BESIDE: u32 = 25;

/// The other forms of a word are searched too where it costs no more than this above the nearest.
const MATES_ABOVE: u32 = 8;

/// At most this many words are read from one Latin word.
const MOST: usize = 8;

/// What a Latin ending costs that is cut from what was typed.
const ENDING: u32 = 20;

/// Case endings as they are typed, the longest first: ગુજરાતમાં, મોદીએ, ખેડૂતોને.
pub(super) const ENDINGS: [&str; 36] = [
    "maanthee", "maanthi", "manthi", "maathi", "mathi", "othi", "oman", "omaan", "oma", "maan", "onaa", "ona", "ono",
    "oni", "onu", "one", "thee", "maa", "man", "thi", "nun", "nee", "naa", "ma", "ne", "no", "ni", "nu", "na", "oe",
    "ye", "ey", "o", "e", "a", "i",
];

/// What is added to names out of respect, which the lemma of a name does not have: લક્ષ્મણભાઈને is a form of લક્ષ્મણ.
const HONORIFICS: [&str; 6] = ["bhai", "bhaai", "ben", "bahen", "sinh", "singh"];

/// What an honorific costs that is cut from what was typed.
const HONORIFIC: u32 = 5;

/// How often the nearest word is meant, by halves of what it costs in shares of [`loose_from`]; learnt with that.
const MEANT: [f32; 6] = [0.98, 0.95, 0.84, 0.72, 0.62, 0.57];
const MEANT_BEYOND: f32 = 0.5;

/// How much the commonness of a word counts beside its cost. At 1 a common word with another vowel is likelier than the
/// word as typed (દર for daru); at 0 `pani` is પનીઓ before પાણી.
const COMMONNESS: f32 = 0.5;

/// How often a Gujarati word is meant by letters that are an English word too.
const MEANT_BY_ENGLISH: f32 = 0.4;

/// The most that a reading may cost: one in a hundred human spellings costs more.
fn dearest(letters: usize) -> u32 {
    25 + 18 * letters as u32
}

/// What was typed, as it stands and, where it is spelled as in English, as it sounds.
pub(in crate::query::expansion) struct Spelled {
    letters: String,
    plain: Typed,
    heard: Option<Typed>,
}

/// What reading a word as English costs.
const ENGLISH_SPELLING: u32 = 10;

impl Spelled {
    pub(in crate::query::expansion) fn new(letters: &str) -> Option<Self> {
        Some(Self {
            letters: letters.to_owned(),
            plain: Typed::new(letters)?,
            heard: sound::as_it_sounds(letters).as_deref().and_then(Typed::new),
        })
    }
}

impl Sounding for Spelled {
    fn skeletons(&self) -> Vec<String> {
        skeletons_of(&self.letters)
    }

    fn cost(&mut self, form: &str, bound: u32) -> Option<u32> {
        self.least(form, bound)
    }
}

impl Spelled {
    /// The lesser cost, unless it is more than `bound`.
    pub(in crate::query::expansion) fn least(&mut self, form: &str, bound: u32) -> Option<u32> {
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

/// The Gujarati words that letters may stand for, the nearest first.
pub(super) fn claims(spelled: &mut Spelled, is_english: bool, known: &dyn WordSource) -> Vec<Claim> {
    let letters = spelled.letters.len() as u32;
    let bound = dearest(spelled.letters.len());
    let mut found = candidates(spelled, bound, known);
    let nearest = found.iter().map(|candidate| candidate.cost).min();
    if nearest.is_none_or(|nearest| nearest > 6 * letters) {
        add_cut(&spelled.letters, nearest, known, &mut found);
    }
    let groups = by_lemma(found);
    let best = groups
        .first()
        .and_then(|group| group.first())
        .map_or(0, |first| first.cost);
    let near = groups.into_iter().take(MOST);
    let near: Vec<(u32, f32, Vec<Candidate>)> = near
        .filter_map(|group| Some((group.first()?.cost, likelihood(&group), group)))
        .filter(|(cost, ..)| *cost <= best + 2 * ABOVE)
        .collect();
    let rivals = near.iter().filter(|(cost, ..)| *cost <= best + BESIDE);
    let likeliest = rivals.map(|&(_, likelihood, _)| likelihood).fold(f32::MIN, f32::max);
    near.into_iter()
        .map(|(cost, likelihood, group)| {
            let share = (likelihood - likeliest).min(0.0).exp();
            Claim {
                weight: share * surety(best, letters, is_english),
                ..claim(group, cost, best, letters, is_english)
            }
        })
        .collect()
}

/// How likely a word is meant beside others, as a logarithm: by what it costs, and by how common it is.
fn likelihood(group: &[Candidate]) -> f32 {
    let articles = group.iter().map(|candidate| candidate.entry.articles).max();
    let cost = group.first().map_or(0, |first| first.cost);
    COMMONNESS * (1.0 + articles.unwrap_or_default() as f32).ln() - cost as f32 / 10.0
}

fn claim(mut forms: Vec<Candidate>, cost: u32, best: u32, letters: u32, is_english: bool) -> Claim {
    forms.retain(|form| form.cost <= best + ABOVE || form.cost == cost);
    let grade = grade(cost, best, letters, is_english);
    let (evidence, tier) = if grade == Grade::Loose {
        (Evidence::Loose, Tier::Fuzzy)
    } else {
        (Evidence::Romanised, Tier::Romanised)
    };
    Claim {
        evidence,
        grade,
        weight: 0.0,
        tier,
        has_mates: cost <= best + MATES_ABOVE || forms.first().is_some_and(|form| form.is_lemma),
        forms,
        is_silent: false,
    }
}

fn grade(cost: u32, best: u32, letters: u32, is_english: bool) -> Grade {
    let loose = loose_from(letters);
    let is_beside = !is_english && best < loose && cost <= best + BESIDE;
    if cost > best + ABOVE || (cost >= loose && !is_beside) {
        Grade::Loose
    } else if is_english && cost > SURE_OF_ENGLISH * letters {
        Grade::Fair
    } else {
        Grade::Sure
    }
}

/// How often the word that is meant most likely is meant: as often as the nearest of its cost is.
fn surety(best: u32, letters: u32, is_english: bool) -> f32 {
    let meant = MEANT
        .get((2 * best / loose_from(letters)) as usize)
        .copied()
        .unwrap_or(MEANT_BEYOND);
    let share = if is_english { MEANT_BY_ENGLISH } else { 1.0 };
    share * meant
}

/// Readings of what was typed without its case ending, where they are nearer than the nearest so far:
/// `gujaratma` where ગુજરાતની stands in the index and ગુજરાતમાં does not.
fn add_cut(letters: &str, nearest: Option<u32>, known: &dyn WordSource, found: &mut Vec<Candidate>) {
    let endings = ENDINGS.into_iter().map(|ending| (ending, ENDING));
    let honorifics = HONORIFICS.into_iter().map(|ending| (ending, HONORIFIC));
    for (ending, costs) in endings.chain(honorifics) {
        let Some(stem) = letters.strip_suffix(ending).filter(|stem| stem.len() > 2) else {
            continue;
        };
        let bound = (5 + 7 * stem.len() as u32).min(nearest.unwrap_or(u32::MAX).saturating_sub(costs));
        let Some(mut spelled) = Spelled::new(stem) else {
            continue;
        };
        found.extend(
            candidates(&mut spelled, bound, known)
                .into_iter()
                .map(|candidate| Candidate {
                    cost: candidate.cost + costs,
                    is_lemma: true,
                    ..candidate
                }),
        );
    }
}
