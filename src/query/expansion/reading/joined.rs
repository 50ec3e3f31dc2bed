//! Two Latin words that papers write as one: share bajar is શેરબજાર, high court હાઈકોર્ટ.
//!
//! Takes the letters of both, gives the Gujarati words of the index whose beginning is surely the first and whose rest is
//! surely the second, each by its English sound or as it is typed.

use super::candidate::{Sounding, by_lemma, candidates, lemma_of, skeletons_of};
use super::romanised::{Spelled, loose_from};
use crate::analysis::sound::{self, Heard};
use crate::index::{Key, WordSource};
use crate::query::expansion::evidence::{Evidence, Reading};
use crate::query::expansion::form::{Expansion, Tier};

/// So many skeletons of each word are tried.
const SKELETONS: usize = 4;

/// How likely a word is meant that both make together.
const LIKELY: f32 = 0.9;

/// A half of the word, by its English sound and by its letters.
struct Half {
    letters: String,
    heard: Option<Heard>,
    spelled: Spelled,
}

impl Half {
    fn new(form: &str) -> Option<Self> {
        let letters = sound::latin_letters(form).filter(|letters| letters.len() > 1)?;
        Some(Self {
            heard: Heard::new(&letters),
            spelled: Spelled::new(&letters)?,
            letters,
        })
    }

    fn skeletons(&self) -> Vec<String> {
        let mut skeletons = skeletons_of(&self.letters);
        skeletons.truncate(SKELETONS);
        for skeleton in self.heard.iter().flat_map(|heard| heard.skeletons(SKELETONS)) {
            if !skeletons.contains(&skeleton) {
                skeletons.push(skeleton);
            }
        }
        skeletons
    }

    /// What a part of a form costs as this half; `None` where it is not surely it.
    fn cost(&mut self, part: &str) -> Option<u32> {
        let heard = self.heard.as_mut().and_then(|heard| {
            let sure = heard.sure();
            heard.cost(part, sure)
        });
        let spelled = self.spelled.least(part, loose_from(self.letters.len() as u32) - 1);
        heard.into_iter().chain(spelled).min()
    }
}

struct Joined {
    first: Half,
    last: Half,
}

impl Sounding for Joined {
    fn skeletons(&self) -> Vec<String> {
        let lasts = self.last.skeletons();
        let firsts = self.first.skeletons().into_iter();
        // what a word begins with and its skeleton keeps, a vowel, h or y, is left out within a word
        firsts
            .flat_map(|first| {
                lasts
                    .iter()
                    .map(move |last| first.clone() + last.trim_start_matches(['a', 'h', 'y']))
            })
            .collect()
    }

    fn cost(&mut self, form: &str, bound: u32) -> Option<u32> {
        let seams = form
            .char_indices()
            .skip(2)
            .filter(|&(_, c)| !crate::script::is_dependent(c));
        let costs = seams.filter_map(|(at, _)| {
            let (first, last) = form.split_at_checked(at)?;
            Some(self.first.cost(first)? + self.last.cost(last)?)
        });
        costs.min().filter(|&cost| cost <= bound)
    }
}

/// The forms of the index that two Latin words make together, with their inflections.
pub(in crate::query) fn joined(first: &str, last: &str, known: &dyn WordSource) -> Vec<Expansion> {
    let (Some(first), Some(last)) = (Half::new(first), Half::new(last)) else {
        return Vec::new();
    };
    let evidence = if first.heard.is_some() && last.heard.is_some() {
        Evidence::English
    } else {
        Evidence::Romanised
    };
    let mut joined = Joined { first, last };
    let found = by_lemma(candidates(&mut joined, u32::MAX, known));
    let lemmas = found.iter().filter_map(|group| lemma_of(&group.first()?.entry.form));
    let forms = lemmas.flat_map(|lemma| known.with_key(&Key::lemma(&lemma)));
    let reading = Reading {
        evidence,
        weight: LIKELY,
    };
    let read = |entry| Expansion {
        reading: Some(reading),
        ..Expansion::new(entry, Tier::Romanised)
    };
    forms.map(read).collect()
}
