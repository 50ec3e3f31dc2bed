//! Sound: Gujarati words and the Latin letters that people type for them.
//!
//! Takes a Gujarati form and a Latin word, says how badly the one is typed as the other ([`Typed`]: a
//! model of how each Gujarati letter is typed, learnt from 115,000 human spellings), and gives the
//! skeletons by which candidates are listed ([`skeleton_of_gujarati`], [`skeletons_of_latin`]). Which
//! candidates are searched is for [`crate::query`] to say.

mod reading;
mod skeleton;
mod typed;
mod unit;

pub use reading::{Sounds, distance, of_gujarati, of_latin};
pub use skeleton::{skeleton_of_gujarati, skeletons_of_latin};
pub use typed::Typed;

/// The letters a to z of a Latin word, lower case, without marks; `None` where it has other characters.
///
/// ```
/// use khabar::analysis::sound::latin_letters;
/// assert_eq!(latin_letters("Gujarāt").as_deref(), Some("gujarat"));
/// assert_eq!(latin_letters("T20"), None);
/// ```
#[must_use]
pub fn latin_letters(word: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let letters: String = word
        .nfd()
        .filter(|c| !matches!(c, '\u{0300}'..='\u{036F}' | '\'' | '\u{2019}' | '.' | '-'))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    (!letters.is_empty() && letters.bytes().all(|b| b.is_ascii_lowercase())).then_some(letters)
}
