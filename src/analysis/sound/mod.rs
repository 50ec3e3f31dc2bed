//! Sound: Gujarati words and the Latin letters that people type for them.
//!
//! Takes a Gujarati form and a Latin word, says how badly the one is typed as the other ([`Typed`]: a
//! model of how each Gujarati letter is typed, learnt from 115,000 human spellings), and gives the
//! skeletons by which candidates are listed ([`skeleton_of_gujarati`], [`skeletons_of_latin`]). An English
//! word is matched by how it is said, not by its letters ([`Heard`]). Which candidates are searched is for
//! the query to say.

mod dictionary;
mod english;
mod matching;
mod reading;
mod skeleton;
mod table;
mod typed;
mod unit;

pub use english::Heard;
pub use reading::{Sounds, distance, of_gujarati, of_latin};
pub use skeleton::{skeleton_of_gujarati, skeletons_of_latin};
pub use typed::Typed;

/// The letters a to z of a Latin word, lower case, without marks; `None` where it has other characters.
///
/// ```
/// use khabar_analysis::sound::latin_letters;
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

/// An English spelling written as it sounds, where that differs: hard and soft c, x, ph, -tion, q. People
/// type loanwords in their English spelling, and Latin text has no other.
///
/// ```
/// use khabar_analysis::sound::as_it_sounds;
/// assert_eq!(as_it_sounds("cricket").as_deref(), Some("kriket"));
/// assert_eq!(as_it_sounds("police").as_deref(), Some("polis"));
/// assert_eq!(as_it_sounds("modi"), None);
/// ```
#[must_use]
pub fn as_it_sounds(letters: &str) -> Option<String> {
    const GROUPS: [(&str, &str); 21] = [
        ("tion", "shan"),
        ("ch", "ch"),
        ("ck", "k"),
        ("cce", "kse"),
        ("cc", "k"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "si"),
        ("c", "k"),
        ("x", "ks"),
        ("ph", "f"),
        ("qu", "kv"),
        ("q", "k"),
        ("iew", "yu"),
        ("ew", "yu"),
        ("oo", "u"),
        ("ee", "i"),
        ("dge", "j"),
        ("ll", "l"),
        ("tt", "t"),
        ("ss", "s"),
    ];
    let mut out = String::with_capacity(letters.len() + 2);
    let mut rest = letters;
    while let Some(first) = rest.chars().next() {
        if rest == "ce" || rest == "ke" && out.len() > 2 {
            out.push(if rest == "ce" { 's' } else { 'k' });
            break;
        }
        let group = GROUPS.iter().find(|(group, _)| rest.starts_with(group));
        let (length, sound) = group.map_or((first.len_utf8(), None), |(group, sound)| (group.len(), Some(sound)));
        match sound {
            Some(sound) => out.push_str(sound),
            None => out.push(first),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    (out != letters).then_some(out)
}
