//! One word: the forms of the index that it stands for.
//!
//! Takes a form of the query, asks the vocabulary by its keys, gives forms with their tier: the word
//! itself, its inflections, other spellings, its romanisation in the other script, letter names of an
//! abbreviation. All forms of one word score as one word, the farther tiers a little less.

use super::candidates::Candidates;
use super::form::{Expansion, Tier};
use super::lemmas::add_lemmas;
use super::letters::add_letter_names;
use super::readings::{add_gujarati_readings, add_latin_readings};
use crate::analysis::{keys, number_word};
use crate::index::{Key, WordSource};
use crate::script::{Script, script_of};

/// At most this many forms stand for one word; the commonest are kept.
pub const MAX_FORMS: usize = 256;

/// A Latin word of at most this many letters may be an acronym (IPL, CBI), which stands in the text as it is typed.
const LONGEST_ACRONYM: usize = 3;

/// The forms of a query word, best tier first; only the form itself where `exact`.
#[must_use]
pub fn expand(form: &str, known: &dyn WordSource, exact: bool) -> Vec<Expansion> {
    let mut found = Candidates::default();
    found.extend(known.form(form), Tier::Exact);
    let script = form.chars().next().map_or(Script::Other, script_of);
    if !exact && script != Script::Other {
        let keys = keys(form);
        add_lemmas(form, &keys, known, None, &mut found);
        if script == Script::Gujarati {
            add_latin_readings(form, known, &mut found);
        } else {
            add_gujarati_readings(form, known, &mut found);
        }
        add_letter_names(form, &keys, known, &mut found);
    }
    if !exact {
        add_number_words(form, known, &mut found);
    }
    if script == Script::Latin && form.len() > LONGEST_ACRONYM {
        found.level_latin();
    }
    found.into_sorted()
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
