//! Expansion: the forms of the index that a query word stands for.
//!
//! Takes words of the query, asks the vocabulary ([`crate::index::WordSource`]), gives forms and runs of forms, each with
//! its tier: [`expand()`] for one word as typed, beside it similar words, words written together or apart, ordinals,
//! translations, and corrections.

mod beginnings;
mod candidates;
pub(in crate::query) mod compounds;
mod correction;
mod distance;
mod evidence;
mod expand;
mod form;
mod fuzzy;
mod latin_words;
mod lemmas;
mod letters;
mod lists;
pub(in crate::query) mod ordinals;
mod reading;
mod slot;

pub(in crate::query) use self::beginnings::beginnings;
pub use self::correction::{Corrected, Correction, Reason, corrections};
pub(in crate::query) use self::distance::nearest_latin;
pub use self::evidence::{Evidence, Reading};
pub use self::expand::{MAX_FORMS, expand};
pub use self::form::{Expansion, Tier};
pub(in crate::query) use self::fuzzy::similar;
pub(in crate::query) use self::lemmas::inflections;
pub(in crate::query) use self::letters::is_letter_name;
pub use self::reading::{Allowed, LONGEST_TERM, abbreviation, bases, term, translations};
pub(in crate::query) use self::reading::{is_english, joined};
pub use self::slot::{Apart, PhraseClause, Slot};
