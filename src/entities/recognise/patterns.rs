//! Patterns: names that no list has, known by the words around them.
//!
//! Takes the cues of the words from one place on and what stands before, gives kind and length of a name
//! that begins there. A person is a first name with a surname or an unknown word, a name with its
//! honorific, or what follows on a title; a place stands before ગામ or તાલુકો; a body ends in its head.
//! The name ends with its first case ending, for only the last word of a Gujarati name takes one.

use super::cued::CuedWord;
use super::cues::Cues;
use crate::entities::EntityKind;

/// At most so many words make a name.
const LONGEST: usize = 4;

/// The longest name by pattern at the first of `words`, which `before` precedes.
pub(super) fn pattern(before: Option<CuedWord>, words: &[CuedWord]) -> Option<(EntityKind, usize)> {
    let found = [
        (EntityKind::Organisation, body(before, words)),
        (EntityKind::Person, person(before, words)),
        (EntityKind::Place, place(words)),
    ];
    let longest = found.into_iter().filter_map(|(kind, count)| Some((kind, count?)));
    longest.rev().max_by_key(|&(_, count)| count)
}

/// The words from the first on that can be one name.
fn run(words: &[CuedWord]) -> &[CuedWord] {
    let mut end = 0;
    for (at, word) in words.iter().take(LONGEST).enumerate() {
        let can_follow = word.is_nameable() || word.has(Cues::GIVEN_WORD | Cues::SURNAME_WORD);
        // one letter without its full stop is a piece of a broken word (મંજૂ ર)
        let is_piece = word.is_one_letter && !word.is_initial;
        if is_piece
            || !can_follow
            || at > 0 && !word.is_joined
            || word.has(Cues::BODY_HEAD | Cues::PLACE_HEAD | Cues::TITLE)
        {
            break;
        }
        end = at + 1;
        let is_surname = word.has(Cues::SURNAME) && !word.has(Cues::GIVEN) && at > 0;
        if word.has(Cues::INFLECTED) || is_surname {
            break;
        }
    }
    words.get(..end).unwrap_or_default()
}

fn person(before: Option<CuedWord>, words: &[CuedWord]) -> Option<usize> {
    let run = run(words);
    let first = run.first()?;
    let titled = before.is_some_and(|word| word.has(Cues::TITLE)) && first.is_joined;
    let is_first_name = first.is_first_name();
    let last_surname = run.iter().rposition(|word| word.has(Cues::SURNAME));
    let count = if let Some(last) = last_surname.filter(|&last| last > 0) {
        let is_name =
            is_first_name || titled || first.has(Cues::GIVEN_WORD) || (first.is_unknown() && !first.has(Cues::SURNAME));
        is_name.then_some(last + 1)
    } else if first.has(Cues::GIVEN_WORD)
        && !first.has(Cues::INFLECTED | Cues::NO_NAME | Cues::TITLES)
        && run
            .get(1)
            .is_some_and(|word| word.has(Cues::OF_LISTED) && !word.has(Cues::GIVEN | Cues::TITLES))
    {
        Some(2)
    } else if is_first_name && run.len() > 1 && !first.has(Cues::INFLECTED) {
        let second = run.get(1)?;
        let goes_on = second.is_unknown() || second.has(Cues::SURNAME_WORD | Cues::HONOURED | Cues::GIVEN);
        (goes_on && !(first.is_initial && second.is_initial && run.len() == 2)).then_some(2)
    } else {
        let alone = first.has(Cues::HONOURED) || titled && first.has(Cues::GIVEN | Cues::SURNAME);
        let pair = titled && run.len() > 1 && run.iter().take(2).all(|word| word.is_unknown());
        if pair { Some(2) } else { alone.then_some(1) }
    }?;
    let next = words.get(count);
    let is_honoured = next.is_some_and(|word| word.has(Cues::HONORIFIC) && word.is_joined);
    let only_initials = run.iter().take(count).all(|word| word.is_initial);
    (!only_initials).then_some(count + usize::from(is_honoured && !run.get(count - 1)?.has(Cues::INFLECTED)))
}

/// The word before a head of places (વડાલી ગામ).
fn place(words: &[CuedWord]) -> Option<usize> {
    let [name, head, ..] = words else { return None };
    let is_name = name.is_unknown()
        && name.is_nameable()
        && !name.has(Cues::INFLECTED | Cues::SURNAME | Cues::GIVEN)
        && !name.is_initial;
    (is_name && head.has(Cues::PLACE_HEAD) && head.is_joined).then_some(1)
}

/// Proper names and the head behind them (સૌરાષ્ટ્ર યુનિવર્સિટી).
fn body(before: Option<CuedWord>, words: &[CuedWord]) -> Option<usize> {
    let proper = words
        .iter()
        .take(LONGEST)
        .enumerate()
        .take_while(|(at, word)| word.is_proper() && (*at == 0 || word.is_joined))
        .count();
    let behind = words.get(proper..).unwrap_or_default();
    let first = behind.first().filter(|word| word.is_head_of_body())?;
    let is_person =
        words.first().is_some_and(|word| word.has(Cues::GIVEN)) && first.has(Cues::SURNAME | Cues::SURNAME_WORD);
    // a word of everyday behind another is no name (ગ્રામ વિકાસ એજન્સી), though a name can be written so (પાયલ હોસ્પિટલ)
    let is_described =
        before.is_some_and(|word| word.has(Cues::COMMON) && word.is_letters && !word.has(Cues::INFLECTED));
    let is_word = |word: &CuedWord| {
        word.has(Cues::NO_NAME) || is_described && word.is_joined && word.has(Cues::GIVEN_WORD | Cues::SURNAME_WORD)
    };
    if is_person || words.iter().take(proper).all(is_word) {
        return None;
    }
    let heads =
        1 + usize::from(!first.has(Cues::INFLECTED) && behind.get(1).is_some_and(|word| word.is_head_of_body()));
    (proper > 0).then_some(proper + heads)
}
