//! Ordinals: a figure with its ending, and the word for it (8મું, 8th, આઠમું).
//!
//! Takes a figure that an ending is glued to, or a word, gives what else says the same. The endings are those of
//! variable adjectives (-મો, -મી, -મું, -મા) and the English ones; the words for one to four and six are irregular, as
//! grammars list them.

use super::form::{Expansion, Tier};
use super::lemmas::inflections;
use super::slot::{PhraseClause, Slot};
use crate::analysis::{fold, keys, number_word, words_of_number};
use crate::index::WordSource;

/// Endings of ordinals after a figure. Not -જી and -થી: 5જી is a network, 4થી 'from four'.
const ENDINGS: [&str; 17] = [
    "મો",
    "મી",
    "મું",
    "મુ",
    "મા",
    "મે",
    "ઠ્ઠો",
    "ઠ્ઠી",
    "ઠ્ઠું",
    "ઠ્ઠા",
    "ઠા",
    "જો",
    "જું",
    "જા",
    "થો",
    "થું",
    "થા",
];
const ENGLISH: [&str; 4] = ["st", "nd", "rd", "th"];

/// Often written for -મા, but after a figure of its own the case ending (2024માં): what it is glued to is no ordinal.
const LOCATIVE: &str = "માં";

/// Ordinals that are not made of their number word, folded. First and second are left out: they mostly count nothing.
const IRREGULAR: [(u64, &str); 3] = [(3, "ત્રિજુ"), (4, "ચોથુ"), (6, "છઠ્ઠુ")];

/// What the figure alone is worth beside the figure with its ending (15 ઓગસ્ટ for 15મી ઓગસ્ટ).
const BARE: f32 = 0.6;

/// Whether a token glued to a figure makes an ordinal of it.
pub(in crate::query) fn is_ending(form: &str) -> bool {
    ENGLISH.contains(&form) || ENDINGS.iter().any(|ending| fold(ending) == fold(form))
}

/// What says the same as a figure with an ordinal's ending: the figure with any such ending, the word, and for less
/// the figure alone.
pub(in crate::query) fn of_figure(figure: &str, known: &dyn WordSource) -> (Vec<Expansion>, Vec<PhraseClause>) {
    let mut forms: Vec<Expansion> = figure.parse().map(|value| words(value, known)).unwrap_or_default();
    forms.extend(known.form(figure).map(|entry| Expansion {
        weight: BARE * Tier::Inflected.weight(),
        ..Expansion::new(entry, Tier::Inflected)
    }));
    (forms, phrase(figure, Tier::Inflected, known).into_iter().collect())
}

/// The figure with any ending, for a word that is an ordinal: 8મા for આઠમા.
pub(in crate::query) fn of_word(form: &str, known: &dyn WordSource) -> Option<PhraseClause> {
    let lemma = keys(form).lemmas.into_iter().next()?.key;
    let irregular = IRREGULAR
        .iter()
        .find(|(_, word)| *word == lemma)
        .map(|&(value, _)| value);
    let regular = || lemma.strip_suffix("મુ").and_then(number_word).filter(|&value| value > 4);
    let value = irregular.or_else(regular)?;
    phrase(&value.to_string(), Tier::Alias, known)
}

/// The forms of the ordinals that a number has as words.
fn words(value: u64, known: &dyn WordSource) -> Vec<Expansion> {
    let irregular = IRREGULAR.iter().find(|(other, _)| *other == value);
    let ordinals: Vec<String> = match irregular {
        Some((_, word)) => vec![(*word).to_owned()],
        None if value > 4 => words_of_number(value).map(|word| format!("{word}મુ")).collect(),
        None => Vec::new(),
    };
    let forms = ordinals.iter().flat_map(|word| inflections(word, Tier::Alias, known));
    forms.collect()
}

/// The figure and one of the endings after it.
fn phrase(figure: &str, tier: Tier, known: &dyn WordSource) -> Option<PhraseClause> {
    let figure = known.form(figure)?;
    let endings = ENDINGS.into_iter().chain([LOCATIVE]).chain(ENGLISH);
    let endings: Vec<Expansion> = endings
        .filter_map(|ending| known.form(ending))
        .map(|entry| Expansion::new(entry, Tier::Exact))
        .collect();
    let slots = vec![
        Slot::from(vec![Expansion::new(figure, Tier::Exact)]),
        Slot::from(endings),
    ];
    let has_endings = slots.iter().all(|slot| !slot.forms.is_empty());
    has_endings.then_some(PhraseClause {
        slots,
        slop: 0,
        tier,
        apart: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinal_ends_like_an_adjective_and_no_case_does() {
        for ending in ["મો", "મી", "મુ", "મા", "th"] {
            assert!(is_ending(ending), "{ending}");
        }
        for other in ["માં", "ની", "થી", "લાખ", "gb"] {
            assert!(!is_ending(other), "{other}");
        }
    }
}
