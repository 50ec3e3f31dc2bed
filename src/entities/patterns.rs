//! Patterns: names that no list has, known by the words around them.
//!
//! Takes the flags of the words from one place on and what stands before, gives kind and length of a name
//! that begins there. A person is a first name with a surname or an unknown word, a name with its
//! honorific, or what follows on a title; a place stands before ગામ or તાલુકો; a body ends in its head.
//! The name ends with its first case ending, for only the last word of a Gujarati name takes one.

use super::EntityKind;
use super::cues::{
    BODY_HEAD, COMMON, GIVEN, GIVEN_WORD, HONORIFIC, HONOURED, INFLECTED, NO_NAME, OF_LISTED, PLACE_HEAD, SURNAME,
    SURNAME_WORD, TITLE, WEAK_TITLE,
};

/// A word as patterns see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// Its flags.
    pub(super) flags: u32,
    /// It can be a part of a name at all: Gujarati letters or initials.
    pub(super) is_letters: bool,
    /// Initials (કે.).
    pub(super) is_initial: bool,
    /// One letter with its signs.
    pub(super) is_one_letter: bool,
    /// Figures.
    pub(super) is_number: bool,
    /// Only a space or a full stop stands between it and the word before.
    pub(super) is_joined: bool,
}

impl Sign {
    pub(super) const fn has(self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    /// Whether it can be a part of a name: nothing says otherwise, or a list of names has it.
    const fn is_nameable(self) -> bool {
        self.is_letters && (!self.has(COMMON) || self.has(GIVEN | SURNAME | HONOURED) || self.is_initial)
    }

    /// Whether it stands behind the name of a place.
    pub(super) const fn is_head_of_place(self) -> bool {
        self.has(PLACE_HEAD) && self.is_joined
    }

    /// Whether it is a first name with its honorific.
    pub(super) const fn is_honoured(self) -> bool {
        self.has(HONOURED)
    }

    /// Whether it stands before a name.
    pub(super) const fn is_title(self) -> bool {
        self.has(TITLE | WEAK_TITLE) && !self.has(GIVEN | SURNAME)
    }

    /// Whether it can stand for a person whom the story names in full elsewhere.
    pub(super) const fn can_be_short_form(self) -> bool {
        self.is_letters && (!self.has(COMMON) || self.has(GIVEN | SURNAME | GIVEN_WORD | SURNAME_WORD))
    }

    pub(super) const fn is_unknown(self) -> bool {
        self.is_letters && !self.has(COMMON | GIVEN_WORD | SURNAME_WORD | TITLE | WEAK_TITLE | BODY_HEAD | PLACE_HEAD)
    }
}

/// At most so many words make a name.
const LONGEST: usize = 4;

/// The longest name by pattern at the first of `words`, which `before` precedes.
pub(super) fn pattern(before: Option<Sign>, words: &[Sign]) -> Option<(EntityKind, usize)> {
    let found = [
        (EntityKind::Organisation, body(before, words)),
        (EntityKind::Person, person(before, words)),
        (EntityKind::Place, place(words)),
    ];
    let longest = found.into_iter().filter_map(|(kind, count)| Some((kind, count?)));
    longest.rev().max_by_key(|&(_, count)| count)
}

/// The words from the first on that can be one name.
fn run(words: &[Sign]) -> &[Sign] {
    let mut end = 0;
    for (at, word) in words.iter().take(LONGEST).enumerate() {
        let can_follow = word.is_nameable() || word.has(GIVEN_WORD | SURNAME_WORD);
        // one letter without its full stop is a piece of a broken word (મંજૂ ર)
        let is_piece = word.is_one_letter && !word.is_initial;
        if is_piece || !can_follow || at > 0 && !word.is_joined || word.has(BODY_HEAD | PLACE_HEAD | TITLE) {
            break;
        }
        end = at + 1;
        let is_surname = word.has(SURNAME) && !word.has(GIVEN) && at > 0;
        if word.has(INFLECTED) || is_surname {
            break;
        }
    }
    words.get(..end).unwrap_or_default()
}

fn person(before: Option<Sign>, words: &[Sign]) -> Option<usize> {
    let run = run(words);
    let first = run.first()?;
    let titled = before.is_some_and(|word| word.has(TITLE)) && first.is_joined;
    let is_first_name = first.has(GIVEN | HONOURED) || first.is_initial;
    let last_surname = run.iter().rposition(|word| word.has(SURNAME));
    let count = if let Some(last) = last_surname.filter(|&last| last > 0) {
        let is_name = is_first_name || titled || first.has(GIVEN_WORD) || (first.is_unknown() && !first.has(SURNAME));
        is_name.then_some(last + 1)
    } else if first.has(GIVEN_WORD)
        && !first.has(INFLECTED | NO_NAME | TITLE | WEAK_TITLE)
        && run
            .get(1)
            .is_some_and(|word| word.has(OF_LISTED) && !word.has(GIVEN | TITLE | WEAK_TITLE))
    {
        Some(2)
    } else if is_first_name && run.len() > 1 && !first.has(INFLECTED) {
        let second = run.get(1)?;
        let goes_on = second.is_unknown() || second.has(SURNAME_WORD | HONOURED | GIVEN);
        (goes_on && !(first.is_initial && second.is_initial && run.len() == 2)).then_some(2)
    } else {
        let alone = first.has(HONOURED) || titled && first.has(GIVEN | SURNAME);
        let pair = titled && run.len() > 1 && run.iter().take(2).all(|word| word.is_unknown());
        if pair { Some(2) } else { alone.then_some(1) }
    }?;
    let next = words.get(count);
    let is_honoured = next.is_some_and(|word| word.has(HONORIFIC) && word.is_joined);
    let only_initials = run.iter().take(count).all(|word| word.is_initial);
    (!only_initials).then_some(count + usize::from(is_honoured && !run.get(count - 1)?.has(INFLECTED)))
}

/// The word before a head of places (વડાલી ગામ).
fn place(words: &[Sign]) -> Option<usize> {
    let [name, head, ..] = words else { return None };
    let is_name = name.is_unknown() && name.is_nameable() && !name.has(INFLECTED | SURNAME | GIVEN) && !name.is_initial;
    (is_name && head.has(PLACE_HEAD) && head.is_joined).then_some(1)
}

/// Proper names and the head behind them (સૌરાષ્ટ્ર યુનિવર્સિટી).
fn body(before: Option<Sign>, words: &[Sign]) -> Option<usize> {
    let is_proper = |word: &Sign| {
        word.is_letters && (word.is_nameable() || word.has(GIVEN_WORD)) && !word.has(INFLECTED | BODY_HEAD | TITLE)
    };
    let proper = words
        .iter()
        .take(LONGEST)
        .enumerate()
        .take_while(|(at, word)| is_proper(word) && (*at == 0 || word.is_joined))
        .count();
    let is_head = |word: &Sign| word.has(BODY_HEAD) && word.is_joined;
    let behind = words.get(proper..).unwrap_or_default();
    let first = behind.first().filter(|word| is_head(word))?;
    let is_person = words.first().is_some_and(|word| word.has(GIVEN)) && first.has(SURNAME | SURNAME_WORD);
    // a word of everyday behind another is no name (ગ્રામ વિકાસ એજન્સી), though a name can be written so (પાયલ હોસ્પિટલ)
    let is_described = before.is_some_and(|word| word.has(COMMON) && word.is_letters && !word.has(INFLECTED));
    let is_word =
        |word: &Sign| word.has(NO_NAME) || is_described && word.is_joined && word.has(GIVEN_WORD | SURNAME_WORD);
    if is_person || words.iter().take(proper).all(is_word) {
        return None;
    }
    let heads = 1 + usize::from(!first.has(INFLECTED) && behind.get(1).is_some_and(is_head));
    (proper > 0).then_some(proper + heads)
}
