//! English words by their sound: train is ટ્રેન.
//!
//! Takes Latin letters that are an English word, gives claims of the Gujarati words of the index that newspapers write for that
//! sound. How a word is said comes from a pronouncing list, what each sound is written as is learnt ([`Heard`]).

use super::bases::bases;
use super::candidate::{SKELETONS, Sounding, by_lemma, candidates};
use super::claim::{Claim, Grade};
use crate::analysis::sound::Heard;
use crate::index::WordSource;
use crate::query::expansion::evidence::Evidence;
use crate::query::expansion::form::Tier;

/// Words up to this level of commonness (SCOWL) are what a person means who types them; above stand names and rare words whose
/// letters are as often Gujarati (khan, kara): one in three spellings that meets one.
const COMMON: u8 = 35;

/// Words of so few sounds are written as native words are (no, me): 383 forms of two sounds, most of them native.
const FEW_SOUNDS: usize = 2;

/// How often a form is the word, by its cost: 97 of 100 where it is equal, nine of ten where it is sure.
const EQUAL: f32 = 0.97;
const NEAR: f32 = 0.9;

/// What a form of the base is worth beside one of the word itself: trains is ટ્રેન more than ટ્રેન્સ, but says it of both.
const OF_BASE: f32 = 0.95;

impl Sounding for Heard {
    fn skeletons(&self) -> Vec<String> {
        Self::skeletons(self, SKELETONS)
    }

    fn cost(&mut self, form: &str, bound: u32) -> Option<u32> {
        Self::cost(self, form, bound)
    }
}

/// Whether letters are a common English word, or a form of one.
pub(super) fn is_common(word: &str) -> bool {
    bases(word)
        .iter()
        .any(|base| Heard::new(base).is_some_and(|heard| heard.level() <= COMMON))
}

/// The Gujarati words that sound like an English word or its base, the nearest first.
pub(super) fn claims(word: &str, known: &dyn WordSource) -> Vec<Claim> {
    let mut found = Vec::new();
    for (at, base) in bases(word).iter().enumerate() {
        let Some(mut heard) = Heard::new(base) else { continue };
        let share = if at == 0 { 1.0 } else { OF_BASE };
        found.extend(claims_of(&mut heard, share, known));
    }
    found
}

/// The words that sound like what is heard.
pub(super) fn claims_of(heard: &mut Heard, share: f32, known: &dyn WordSource) -> Vec<Claim> {
    let (equal, sure) = (heard.equal(), heard.sure());
    let is_common = heard.level() <= COMMON && heard.sound_count() > FEW_SOUNDS;
    let claim = |forms: Vec<_>, cost: u32| Claim {
        evidence: Evidence::English,
        grade: if is_common { Grade::Sure } else { Grade::Fair },
        weight: share * if cost <= equal { EQUAL } else { NEAR },
        tier: Tier::Romanised,
        forms,
        has_mates: true,
        is_silent: false,
    };
    by_lemma(candidates(heard, sure, known))
        .into_iter()
        .filter_map(|group| {
            let cost = group.first()?.cost;
            Some(claim(group, cost))
        })
        .collect()
}
