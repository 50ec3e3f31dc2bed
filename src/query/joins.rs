//! Joins: written together or apart, one word (લોકસભા, લોક સભા; F16, F-16).
//!
//! Takes tokens of a query, asks the index which other ways of writing it has. A word falls apart only
//! into parts that the index has, and those must stand behind each other in the text, so that chance
//! divisions find nothing.

use super::expand::{Expansion, Tier};
use super::plan::{PhraseClause, Slot};
use crate::analysis::{Kind, Token, is_stop, keys, latin_form};
use crate::index::{FormEntry, Key, Known};

/// At most so many divisions of one word are searched, the likeliest.
const MAX_DIVISIONS: usize = 2;

/// The tokens written as one word, in all its inflections.
#[must_use]
pub fn together(tokens: &[&Token<'_>], text: &str, known: &dyn Known) -> Vec<Expansion> {
    let is_gujarati = |token: &&Token<'_>| matches!(token.kind, Kind::Gujarati | Kind::Initials);
    let is_latin = |token: &&Token<'_>| matches!(token.kind, Kind::Latin | Kind::Number);
    if tokens.iter().all(is_gujarati) {
        let joined: String = tokens.iter().map(|token| token.form.as_ref()).collect();
        return lemma_forms(&joined, known);
    }
    if tokens.iter().all(is_latin) && tokens.iter().any(|token| token.kind == Kind::Latin) {
        return known.form(&latin_form(text)).map(spelling).into_iter().collect();
    }
    Vec::new()
}

/// The word written apart, as runs of words.
#[must_use]
pub fn apart(token: &Token<'_>, known: &dyn Known) -> Vec<PhraseClause> {
    let form = token.form.as_ref();
    match token.kind {
        Kind::Gujarati | Kind::Initials => gujarati_divisions(form, known),
        Kind::Latin => latin_division(form, known).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn spelling(entry: FormEntry) -> Expansion {
    Expansion {
        entry,
        tier: Tier::Spelling,
        weight: Tier::Spelling.weight(),
    }
}

fn run(slots: Vec<Slot>) -> PhraseClause {
    PhraseClause {
        slots,
        slop: 0,
        tier: Tier::Spelling,
    }
}

/// All forms of the index with the word's first lemma.
fn lemma_forms(form: &str, known: &dyn Known) -> Vec<Expansion> {
    let keys = keys(form);
    let entries = keys
        .lemmas
        .first()
        .map(|lemma| known.with_key(&Key::lemma(&lemma.key)))
        .unwrap_or_default();
    entries.into_iter().map(spelling).collect()
}

fn gujarati_divisions(form: &str, known: &dyn Known) -> Vec<PhraseClause> {
    let mut divisions: Vec<(u32, PhraseClause)> = places(form)
        .filter_map(|at| gujarati_division(form.get(..at)?, form.get(at..)?, known))
        .collect();
    divisions.sort_by_key(|(articles, _)| std::cmp::Reverse(*articles));
    divisions
        .into_iter()
        .take(MAX_DIVISIONS)
        .map(|(_, phrase)| phrase)
        .collect()
}

/// Two parts that the index has, and in how many articles the rarer stands. A part of one letter is only
/// believed where the other is no word by itself: a drop cap (વ લસાડ).
fn gujarati_division(first: &str, last: &str, known: &dyn Known) -> Option<(u32, PhraseClause)> {
    let entry = known.form(first)?;
    let last_keys = keys(last);
    let is_short = letter_count(first) < 2 || letter_count(last) < 2;
    let is_fragment = last_keys.lemmas.first().is_some_and(|lemma| lemma.class.is_none());
    let is_drop_cap = letter_count(first) < 2 && is_fragment;
    if !is_drop_cap && (letter_count(first) < 2 || is_stop(&last_keys.fold) || is_stop(&keys(first).fold)) {
        return None;
    }
    if is_short && !is_drop_cap && letter_count(last) < 2 && is_fragment {
        return None;
    }
    let last_forms = lemma_forms(last, known);
    let rarest = last_forms
        .iter()
        .map(|form| form.entry.articles)
        .sum::<u32>()
        .min(entry.articles);
    let slots = vec![
        Slot {
            forms: vec![spelling(entry)],
        },
        Slot { forms: last_forms },
    ];
    (rarest > 0).then(|| (rarest, run(slots)))
}

fn letter_count(text: &str) -> usize {
    text.chars().filter(|&c| !crate::script::is_dependent(c)).count()
}

/// The places where a word can fall apart: before a letter, not inside a conjunct.
fn places(form: &str) -> impl Iterator<Item = usize> + '_ {
    form.char_indices()
        .skip(1)
        .filter(|&(_, c)| !crate::script::is_dependent(c))
        .map(|(at, _)| at)
        .filter(move |&at| {
            form.get(..at)
                .is_some_and(|first| !first.ends_with(crate::script::VIRAMA))
        })
}

/// Latin letters and figures written apart (F16: F-16; GJ18ZY0042), or two words that are one (wifi).
fn latin_division(form: &str, known: &dyn Known) -> Option<PhraseClause> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, pair) in form.as_bytes().windows(2).enumerate() {
        if pair.first().map(u8::is_ascii_digit) != pair.last().map(u8::is_ascii_digit) {
            parts.extend(form.get(start..=at));
            start = at + 1;
        }
    }
    parts.extend(form.get(start..));
    if parts.len() > 1 {
        let slots = parts
            .iter()
            .map(|part| part_slot(part, known))
            .collect::<Option<Vec<_>>>()?;
        return Some(run(slots));
    }
    if !form.is_ascii() || form.len() > 12 {
        return None;
    }
    let halves = (1..form.len()).filter_map(|at| Some((known.form(form.get(..at)?)?, known.form(form.get(at..)?)?)));
    let (first, last) = halves.max_by_key(|(first, last)| first.articles.min(last.articles))?;
    Some(run(vec![
        Slot {
            forms: vec![spelling(first)],
        },
        Slot {
            forms: vec![spelling(last)],
        },
    ]))
}

/// A part as the index has it: figures without leading zeros.
fn part_slot(part: &str, known: &dyn Known) -> Option<Slot> {
    let is_figure = part.bytes().all(|b| b.is_ascii_digit());
    let form = if is_figure {
        crate::analysis::figure(part)
    } else {
        part.to_owned()
    };
    known.form(&form).map(|entry| Slot {
        forms: vec![spelling(entry)],
    })
}
