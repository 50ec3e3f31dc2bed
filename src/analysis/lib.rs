//! Analysis: text becomes tokens, tokens get keys.
//!
//! Takes any `&str`, gives tokens with byte offsets into it and, for each token, its keys. Pure: no I/O,
//! no failure on any input, usable alone. [`segments`] are the words of the text (UAX #29 and our splits); an
//! [`Analyzer`] makes tokens of them by its [`STEPS`]:
//!
//! 1. [`repair`]: broken code points of one word;
//! 2. [`figure`], [`latin_form`]: figures, signs and Latin words get their form;
//! 3. [`fold`]: accepted spellings of one word get one key, and function words are marked;
//! 4. [`lemmas`]: inflected forms of one word get one key.
//!
//! The *form* of a token (steps 1 and 2) is what the index holds. The keys (steps 3 and 4) are made once
//! for each distinct form, in a [`Lexis`]: a better fold or lemma works on an index that is already there.

mod analyzer;
pub mod class;
mod figure_length;
mod fold;
mod honorific;
mod keys;
mod kind;
mod latin;
pub mod lemma;
pub mod lexicon;
mod lexis;
mod listed;
mod number;
mod repair;
pub mod script;
mod segment;
#[cfg(feature = "sound")]
pub mod sound;
mod stem;
mod stop;
#[cfg(feature = "tokenizer-api")]
pub mod tokenizer;
mod verb;

pub use self::analyzer::{Analyzer, Change, STEPS, Step, Token, Tokens, Written, keys, tokens};
pub use self::class::Class;
pub use self::fold::{closed_glide, fold};
pub use self::keys::{Keys, written_lemma};
pub use self::kind::Kind;
pub use self::latin::{latin_form, latin_lemma};
pub use self::lemma::{Lemma, lemmas};
pub use self::lexis::{Analysed, AnalysedToken, KnownWord, Lexis, WordId};
pub use self::number::{figure, number_word, sign_word, words_of_number};
pub use self::repair::repair;
pub use self::segment::{Segment, Segments, segments};
pub use self::stop::{is_stop, is_stop_lemma};

/// Forms longer than this many bytes are not indexed: no word is so long, and a term of an engine has its limit.
pub const MAX_FORM_BYTES: usize = 400;

/// The version of the forms of tokens. Raise it whenever the form of any token can change: an index made with another
/// number is made again.
pub const FORM_VERSION: u32 = 1;

/// The number of the rules that make keys: spelling, lemma and sound keys and the mark of a stop word. Raise it whenever
/// code changes what a form's keys are; a list needs no raising, for [`KEY_DATA`] follows it. `tests/versions.rs` fails
/// where it was forgotten.
pub const KEY_RULES: u32 = 6;

/// The hash of the data that decides keys: the compiled lexicon and the rows of the lists of spellings, pronouns and stop
/// words, without their comments. Made by the build (`build.rs`), never by hand.
pub const KEY_DATA: u64 = number(env!("KHABAR_KEY_DATA"));

/// The version of the keys, of [`KEY_DATA`] and [`KEY_RULES`]: where it differs, the vocabulary of an index is keyed
/// again, and the articles stay.
pub const KEY_VERSION: u64 = joined(KEY_DATA, KEY_RULES as u64);

/// One version of two numbers: with either of them held, no two values of the other give the same.
pub const fn joined(data: u64, rules: u64) -> u64 {
    data.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(rules)
}

/// The decimal number that the build wrote.
pub const fn number(digits: &str) -> u64 {
    let (mut value, mut at) = (0u64, 0);
    while at < digits.len() {
        value = value
            .wrapping_mul(10)
            .wrapping_add((digits.as_bytes()[at] - b'0') as u64);
        at += 1;
    }
    value
}
