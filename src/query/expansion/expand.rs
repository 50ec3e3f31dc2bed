//! One word: the forms of the index that it stands for.
//!
//! Takes a form of the query, asks the vocabulary by its keys, gives forms with their tier: the word
//! itself, its inflections, other spellings, its romanisation in the other script, letter names of an
//! abbreviation. All forms of one word score as one word, the farther tiers a little less.

use super::candidates::Candidates;
use super::form::Tier;
use super::latin_words::add_latin_words;
use super::lemmas::add_lemmas;
use super::letters::add_abbreviation;
use super::reading::{Allowed, read};
use super::slot::Slot;
use crate::analysis::{keys, number_word};
use crate::index::{Key, WordSource};
use crate::script::{Script, script_of};

/// At most this many forms stand for one word; the commonest are kept.
pub const MAX_FORMS: usize = 256;

/// The forms of a query word, best tier first; only the form itself where `exact`.
#[must_use]
pub fn expand(form: &str, known: &dyn WordSource, exact: bool, allowed: Allowed) -> Slot {
    let script = form.chars().next().map_or(Script::Other, script_of);
    if script == Script::Latin && !exact {
        return read(form, known, allowed);
    }
    let mut found = Candidates::default();
    found.extend(known.form(form), Tier::Exact);
    if !exact && script != Script::Other {
        let keys = keys(form);
        add_lemmas(form, &keys, known, None, &mut found);
        add_latin_words(form, known, &mut found);
        add_abbreviation(&keys, known, &mut found);
    }
    if !exact {
        add_number_words(form, known, &mut found);
    }
    found.into_sorted().into()
}

/// A number word for its figure, and a figure for its words. એક and બે say no number in most texts.
fn add_number_words(form: &str, known: &dyn WordSource, found: &mut Candidates) {
    if let Some(value) = number_word(&crate::analysis::fold(form)).filter(|&value| value > 2) {
        found.extend(known.form(&value.to_string()), Tier::Alias);
    } else if let Some(value) = form.parse::<u64>().ok().filter(|&value| value > 2) {
        for word in crate::analysis::words_of_number(value) {
            found.extend(known.with_key(&Key::lemma(word)), Tier::Alias);
        }
    }
}
