//! Compounds: written together or apart, one word (લોકસભા, લોક સભા; F16, F-16).
//!
//! Takes tokens of a query, asks the index which other ways of writing it has. A word falls apart only
//! into parts that the index has, and those must stand after each other in the text, so that chance
//! divisions find nothing.

use super::form::{Expansion, Tier};
use super::lemmas::inflections;
use super::slot::{Apart, PhraseClause, Slot};
use crate::analysis::{Kind, Token, is_stop, keys, latin_form};
use crate::index::{FormEntry, WordSource};

/// At most this many divisions of one word are searched, the likeliest.
const MAX_DIVISIONS: usize = 2;

/// Figures of at least so many digits are numbers of telephones and the like, which are written whole or in two parts of at
/// least so many.
const LONG_FIGURE: usize = 7;
const SHORTEST_FIGURE: usize = 2;

/// A Latin word falls apart into halves of at least so many letters.
const SHORTEST_HALF: usize = 2;

/// The tokens written as one word, in all its inflections.
#[must_use]
pub(in crate::query) fn together(tokens: &[&Token<'_>], text: &str, known: &dyn WordSource) -> Vec<Expansion> {
    let is_gujarati = |token: &&Token<'_>| matches!(token.kind, Kind::Gujarati | Kind::Initials);
    let is_latin = |token: &&Token<'_>| matches!(token.kind, Kind::Latin | Kind::Number);
    if tokens.iter().all(is_gujarati) {
        let joined: String = tokens.iter().map(|token| token.form.as_ref()).collect();
        return inflections(&joined, Tier::Spelling, known);
    }
    if tokens.iter().all(|token| token.kind == Kind::Number) {
        let digits: String = tokens.iter().map(|token| token.form.as_ref()).collect();
        let is_long = digits.len() >= LONG_FIGURE && digits.bytes().all(|byte| byte.is_ascii_digit());
        return known
            .form(&digits)
            .filter(|_| is_long)
            .map(spelling)
            .into_iter()
            .collect();
    }
    if tokens.iter().all(is_latin) && tokens.iter().any(|token| token.kind == Kind::Latin) {
        return known.form(&latin_form(text)).map(spelling).into_iter().collect();
    }
    Vec::new()
}

/// The word written apart, as runs of words.
#[must_use]
pub(in crate::query) fn apart(token: &Token<'_>, known: &dyn WordSource) -> Vec<PhraseClause> {
    let form = token.form.as_ref();
    match token.kind {
        Kind::Gujarati | Kind::Initials => gujarati_divisions(form, known),
        Kind::Latin => latin_divisions(form, known),
        Kind::Number => figure_divisions(form, known),
        _ => Vec::new(),
    }
}

fn spelling(entry: FormEntry) -> Expansion {
    Expansion::new(entry, Tier::Spelling)
}

/// One form at a position of a phrase.
fn only(entry: FormEntry) -> Slot {
    vec![spelling(entry)].into()
}

fn sequence(slots: Vec<Slot>, halves: &[&str]) -> PhraseClause {
    PhraseClause {
        slots,
        slop: 0,
        tier: Tier::Spelling,
        apart: Some(Apart {
            text: halves.join(" "),
            articles: 0,
        }),
    }
}

fn gujarati_divisions(form: &str, known: &dyn WordSource) -> Vec<PhraseClause> {
    let mut divisions: Vec<(u32, PhraseClause)> = seams(form)
        .filter_map(|at| gujarati_division(form.get(..at)?, form.get(at..)?, known))
        .collect();
    divisions.sort_by_key(|(articles, _)| std::cmp::Reverse(*articles));
    divisions
        .into_iter()
        .take(MAX_DIVISIONS)
        .map(|(_, phrase)| phrase)
        .collect()
}

/// Two parts that the index has, and in how many articles the rarer stands.
fn gujarati_division(first: &str, last: &str, known: &dyn WordSource) -> Option<(u32, PhraseClause)> {
    let firsts = spellings(first, known);
    if firsts.is_empty() || !is_believable(first, last) {
        return None;
    }
    // another stem is another word's: હી has no part in હું
    let is_of_stem = |form: &Expansion| form.entry.form.chars().next() == last.chars().next();
    let mut lasts = inflections(last, Tier::Spelling, known);
    lasts.retain(is_of_stem);
    let articles = |forms: &[Expansion]| forms.iter().map(|form| form.entry.articles).sum::<u32>();
    let rarer = articles(&firsts).min(articles(&lasts));
    (rarer > 0).then(|| (rarer, sequence(vec![firsts.into(), lasts.into()], &[first, last])))
}

/// A form in all spellings that the index has: હાઇ, હાઈ.
fn spellings(form: &str, known: &dyn WordSource) -> Vec<Expansion> {
    let fold = crate::analysis::fold(form);
    let mut forms = inflections(form, Tier::Spelling, known);
    forms.retain(|other| crate::analysis::fold(&other.entry.form) == fold);
    forms
}

/// Whether a word can fall apart so: into two words, neither of them a function word. One letter in front
/// is only believed where what follows is no word by itself: a drop cap (વ લસાડ). One letter at the end is
/// only believed where it is a word.
fn is_believable(first: &str, last: &str) -> bool {
    let keys_of_last = keys(last);
    let is_fragment = keys_of_last.lemmas.first().is_some_and(|lemma| lemma.class.is_none());
    if letter_count(first) < 2 {
        return is_fragment;
    }
    if letter_count(last) < 2 && is_fragment {
        return false;
    }
    !is_stop(&keys_of_last.fold) && !is_stop(&keys(first).fold)
}

fn letter_count(text: &str) -> usize {
    text.chars().filter(|&c| !crate::script::is_dependent(c)).count()
}

/// Where a word can fall apart: before a letter, not inside a conjunct.
fn seams(form: &str) -> impl Iterator<Item = usize> + '_ {
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
fn latin_divisions(form: &str, known: &dyn WordSource) -> Vec<PhraseClause> {
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
        let all = parts
            .iter()
            .map(|part| part_slot(part, known))
            .collect::<Option<Vec<_>>>();
        // H-1B keeps its figure with the letter after it
        let in_two = || {
            let first = parts.first()?;
            let slots = [first, form.get(first.len()..)?].map(|part| known.form(part).map(only));
            let slots = slots.into_iter().collect::<Option<Vec<_>>>()?;
            Some(sequence(slots, &[first, form.get(first.len()..)?]))
        };
        let all = all.map(|slots| sequence(slots, &parts));
        return all.into_iter().chain(in_two()).collect();
    }
    // halves of one letter are letters of an abbreviation
    if !form.is_ascii() || form.len() > 12 || form.len() < 2 * SHORTEST_HALF {
        return Vec::new();
    }
    let halves = (SHORTEST_HALF..=form.len() - SHORTEST_HALF)
        .filter_map(|at| Some((known.form(form.get(..at)?)?, known.form(form.get(at..)?)?)));
    let likeliest = halves.max_by_key(|(first, last)| first.articles.min(last.articles));
    likeliest
        .map(|(first, last)| {
            let halves = [first.form.clone(), last.form.clone()];
            sequence(vec![only(first), only(last)], &[&halves[0], &halves[1]])
        })
        .into_iter()
        .collect()
}

/// A telephone number written in two parts: 98250-12345, 079 26851234 (a part without its leading zeros, as figures are
/// indexed).
fn figure_divisions(form: &str, known: &dyn WordSource) -> Vec<PhraseClause> {
    if form.len() < LONG_FIGURE || !form.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let halves = (SHORTEST_FIGURE..=form.len() - SHORTEST_FIGURE).filter_map(|at| form.split_at_checked(at));
    let known_halves = halves.filter_map(|(first, last)| {
        let slots = vec![part_slot(first, known)?, part_slot(last, known)?];
        Some(sequence(slots, &[first, last]))
    });
    known_halves.take(MAX_DIVISIONS).collect()
}

/// A part as the index has it: figures without leading zeros.
fn part_slot(part: &str, known: &dyn WordSource) -> Option<Slot> {
    let is_figure = part.bytes().all(|b| b.is_ascii_digit());
    let form = if is_figure {
        crate::analysis::figure(part)
    } else {
        part.to_owned()
    };
    known.form(&form).map(only)
}
