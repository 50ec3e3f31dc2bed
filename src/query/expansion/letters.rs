//! Letter names: an abbreviation by its letters in the other script (CBI, સીબીઆઈ).

use super::candidates::Candidates;
use super::form::Tier;
use crate::analysis::Keys;
use crate::index::WordSource;

/// The Latin letters and their Gujarati names.
const LETTER_NAMES: [(char, &str); 26] = [
    ('a', "એ"),
    ('b', "બી"),
    ('c', "સી"),
    ('d', "ડી"),
    ('e', "ઈ"),
    ('f', "એફ"),
    ('g', "જી"),
    ('h', "એચ"),
    ('i', "આઈ"),
    ('j', "જે"),
    ('k', "કે"),
    ('l', "એલ"),
    ('m', "એમ"),
    ('n', "એન"),
    ('o', "ઓ"),
    ('p', "પી"),
    ('q', "ક્યૂ"),
    ('r', "આર"),
    ('s', "એસ"),
    ('t', "ટી"),
    ('u', "યુ"),
    ('v', "વી"),
    ('w', "ડબલ્યુ"),
    ('x', "એક્સ"),
    ('y', "વાય"),
    ('z', "ઝેડ"),
];

/// The Gujarati names of the letters of what may be an abbreviation, as one word; `None` for other words.
pub(super) fn names_of_letters(form: &str) -> Option<String> {
    let lower = form.to_ascii_lowercase();
    if !(2..=6).contains(&lower.len()) || !lower.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let names = lower
        .chars()
        .filter_map(|c| LETTER_NAMES.iter().find(|(letter, _)| *letter == c));
    Some(names.map(|(_, name)| *name).collect())
}

/// The Latin abbreviation that a Gujarati word spells by the names of its letters.
pub(super) fn add_abbreviation(keys: &Keys, known: &dyn WordSource, found: &mut Candidates) {
    let candidates = [
        keys.fold.as_str(),
        keys.lemmas.first().map_or("", |lemma| lemma.key.as_str()),
    ];
    for letters in candidates.into_iter().filter_map(letters_of) {
        found.extend(known.form(&letters), Tier::Alias);
        found.extend(known.form(&letters.to_ascii_uppercase()), Tier::Alias);
    }
}

/// The Latin letters whose names a folded word is made of, where it is made of two or more.
fn letters_of(folded: &str) -> Option<String> {
    let mut rest = folded;
    let mut letters = String::new();
    while !rest.is_empty() {
        let (letter, length) = LETTER_NAMES
            .iter()
            .filter_map(|&(letter, name)| {
                let name = crate::analysis::fold(name);
                rest.starts_with(name.as_str()).then_some((letter, name.len()))
            })
            .max_by_key(|&(_, length)| length)?;
        letters.push(letter);
        rest = rest.get(length..)?;
    }
    (letters.len() > 1).then_some(letters)
}

/// Whether a form is the Gujarati name of one Latin letter.
#[must_use]
pub(in crate::query) fn is_letter_name(form: &str) -> bool {
    let folded = crate::analysis::fold(form);
    LETTER_NAMES
        .iter()
        .any(|(_, name)| crate::analysis::fold(name) == folded)
}
