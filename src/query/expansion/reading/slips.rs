//! Slips of the finger in a Latin word that reads as nothing: gujrta for gujarat.
//!
//! Takes the word, gives the Gujarati words that it reads as with one slip mended.

use super::super::distance::slips;
use super::candidate::{Candidate, candidates};
use super::romanised::Spelled;
use crate::analysis::sound;
use crate::index::{FormEntry, WordSource};

/// What one slip of the finger costs beside the sound, in hundredths of a letter.
const SLIP: u32 = 60;

/// Gujarati words that a Latin word reads as where one key of it was missed, doubled or left out; each with
/// what it costs in hundredths of a letter. For words that read as nothing themselves.
pub(in crate::query::expansion) fn slipped_readings(
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
        let Some(mut spelled) = Spelled::new(&other) else {
            continue;
        };
        let readings = candidates(&mut spelled, bound, known)
            .into_iter()
            .filter(|reading| !reading.is_lemma);
        found.extend(readings.map(|Candidate { cost, entry, .. }| (SLIP + cost, entry)));
    }
    found
}
