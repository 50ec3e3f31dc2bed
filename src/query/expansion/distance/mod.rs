//! Edit distance: how far two words of one script are apart, counted in letters, not in code points.
//!
//! Takes a word, gives its distance to others in hundredths of a whole letter, and finds the words of a
//! vocabulary within a distance. A Gujarati letter is a consonant with its vowel and nasal, or a vowel. The
//! length of a vowel, a nasal and letters that sound alike cost little, a wrong or missing vowel sign half a
//! letter, a neighbouring key less than a far one, another consonant all of it. Latin words are measured
//! alike. The costs were chosen by judgment: no pairs of slips and words are at hand to learn them from.

mod costs;
mod keyboard;
mod letters;
mod measured;
mod search;
mod slip;

pub(super) use self::keyboard::slips;
pub(super) use self::measured::Measured;
pub(super) use self::search::nearest;
pub(in crate::query) use self::search::nearest_latin;
pub(super) use self::slip::Slip;
