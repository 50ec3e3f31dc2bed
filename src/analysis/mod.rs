//! Analysis: text becomes tokens, tokens get keys.
//!
//! Takes any `&str`, gives tokens with byte offsets into it and, for each token, its keys. Pure: no I/O,
//! no failure on any input, usable alone. The steps, in their order:
//!
//! 1. [`segments`]: the words of the text (UAX #29 and our splits);
//! 2. [`repair`]: broken code points of one word;
//! 3. [`figure`], [`latin_form`]: figures, signs and Latin words get their form;
//! 4. [`fold`]: accepted spellings of one word get one key;
//! 5. [`lemmas`]: inflected forms of one word get one key;
//! 6. [`is_stop`]: function words are marked.
//!
//! The *form* of a token (steps 1 to 3) is what the index holds. The keys (steps 4 to 6) are made once
//! for each distinct form: a better fold or lemma works on an index that is already there.

mod cache;
pub mod class;
mod fold;
mod latin;
pub mod lemma;
pub mod lexicon;
mod number;
mod repair;
mod segment;
pub mod sound;
mod stem;
mod stop;
mod verb;

use std::borrow::Cow;

pub use self::cache::KeyCache;
pub use self::class::Class;
pub use self::fold::fold;
pub use self::latin::{latin_form, latin_lemma};
pub use self::lemma::{Lemma, lemmas};
pub use self::number::{figure, number_word, sign_word, words_of_number};
pub use self::repair::repair;
pub use self::segment::{Kind, Segment, Segments, segments};
pub use self::stop::{is_stop, is_stop_lemma};

/// Raised whenever the form of any token can change: an index made with another number is made again.
pub const FORM_VERSION: u32 = 1;

/// A number that changes with the rules and lists of this module: where it differs, the vocabulary of an
/// index is keyed again, the articles stay.
pub const KEY_VERSION: u32 = number(env!("KHABAR_KEYS_HASH"));

/// The decimal number that the build wrote.
pub(crate) const fn number(digits: &str) -> u32 {
    let (mut value, mut at) = (0u32, 0);
    while at < digits.len() {
        value = value
            .wrapping_mul(10)
            .wrapping_add((digits.as_bytes()[at] - b'0') as u32);
        at += 1;
    }
    value
}

/// A word of a text with its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// The form that the index holds.
    pub form: Cow<'t, str>,
    /// First byte in the text.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
    /// What it is made of.
    pub kind: Kind,
}

/// The keys of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The spelling key.
    pub fold: String,
    /// The lemma keys, the best first; never empty.
    pub lemmas: Vec<Lemma>,
    /// Whether it is a function word.
    pub is_stop: bool,
}

/// The tokens of a text, in order.
///
/// ```
/// use khabar::analysis::tokens;
/// let forms: Vec<String> = tokens("IPL-2024માં ₹૫૦૦નો").map(|t| t.form.into_owned()).collect();
/// assert_eq!(forms, ["ipl", "2024", "માં", "રૂપિયા", "500", "નો"]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> + Clone {
    segments(text).filter_map(move |segment| {
        let word = text.get(segment.byte_start..segment.byte_end).unwrap_or_default();
        let followed_by_dot = text.get(segment.byte_end..).is_some_and(|rest| rest.starts_with('.'));
        let form = form_of(word, segment.kind, followed_by_dot);
        let Segment {
            byte_start,
            byte_end,
            kind,
        } = segment;
        (!form.is_empty()).then_some(Token {
            form,
            byte_start,
            byte_end,
            kind,
        })
    })
}

/// The form of one segment.
#[must_use]
pub fn form_of(word: &str, kind: Kind, followed_by_dot: bool) -> Cow<'_, str> {
    match kind {
        Kind::Gujarati if followed_by_dot && matches!(word, "રૂ" | "રુ" | "રૂા" | "રુા") => {
            Cow::Borrowed("રૂપિયા")
        }
        Kind::Latin if followed_by_dot && matches!(word, "Rs" | "rs" | "RS") => Cow::Borrowed("રૂપિયા"),
        Kind::Gujarati => gujarati_form(word),
        Kind::Initials => Cow::Owned(repair(word).0.chars().filter(|&c| c != '.' && c != ' ').collect()),
        Kind::Latin => Cow::Owned(latin_form(word)),
        Kind::Devanagari => Cow::Owned(repair(&devanagari_form(word)).0.into_owned()),
        Kind::Number => Cow::Owned(figure(word)),
        Kind::Sign => Cow::Borrowed(sign_word(word)),
        Kind::Other => Cow::Owned(word.to_lowercase()),
    }
}

/// A repaired word; the visarga (or colon) at its end is a colon, not a letter.
fn gujarati_form(word: &str) -> Cow<'_, str> {
    // a word that begins with a sign has the space before it with it
    let word = word.trim_start_matches(|c| !crate::script::is_gujarati_letter(c) && !crate::script::is_invisible(c));
    let bare = word.trim_end_matches(crate::script::VISARGA);
    match repair(bare).0 {
        Cow::Owned(mended) if mended.contains(':') => Cow::Owned(mended.replace(':', "\u{0A83}")),
        Cow::Borrowed(sound) if sound.contains(':') => Cow::Owned(sound.replace(':', "\u{0A83}")),
        form => form,
    }
}

/// Devanagari letters map one to one onto Gujarati: the blocks are laid out alike.
fn devanagari_form(word: &str) -> String {
    word.chars()
        .filter(|&c| !crate::script::is_invisible(c))
        .map(|c| match c {
            '\u{0900}'..='\u{097F}' => char::from_u32(u32::from(c) + 0x180).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// The keys of a form.
///
/// ```
/// use khabar::analysis::keys;
/// assert_eq!(keys("પોલીસે").lemmas[0].key, keys("પોલિસ").lemmas[0].key);
/// ```
#[must_use]
pub fn keys(form: &str) -> Keys {
    let is_gujarati = form
        .chars()
        .next()
        .is_some_and(|c| crate::script::script_of(c) == crate::script::Script::Gujarati);
    if !is_gujarati {
        let lemma = Lemma {
            key: latin_lemma(form),
            class: None,
            rule: "Latin word or figure",
        };
        return Keys {
            fold: form.to_owned(),
            lemmas: vec![lemma],
            is_stop: is_stop(form),
        };
    }
    let fold = fold(form);
    let lemmas = lemmas(&fold);
    let is_stop = is_stop(&fold);
    Keys { fold, lemmas, is_stop }
}
