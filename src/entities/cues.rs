//! Cues: what a word says about the names around it.
//!
//! Takes a form with its keys, gives flags: a title, a first name, a surname, a head as in ગામ or કંપની.
//! The list is `data/cues.tsv`; that a word is an everyday one is known from the lexicon.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::{Class, Keys, fold, lexicon, tokens};

const LIST: &str = include_str!("data/cues.tsv");

/// Stands before a name: what follows is nearly always one (પ્રવક્તા).
pub(super) const TITLE: u16 = 1;
/// Stands before a name, but often alone (મંત્રી).
pub(super) const WEAK_TITLE: u16 = 1 << 1;
/// A first name and nothing else.
pub(super) const GIVEN: u16 = 1 << 2;
/// A first name that is a word, too (આશા).
pub(super) const GIVEN_WORD: u16 = 1 << 3;
/// A surname and nothing else.
pub(super) const SURNAME: u16 = 1 << 4;
/// A surname that is a word, too (સોની).
pub(super) const SURNAME_WORD: u16 = 1 << 5;
/// Stands behind a name as a word of its own (ભાઈ).
pub(super) const HONORIFIC: u16 = 1 << 6;
/// Ends the name of a body (યુનિવર્સિટી).
pub(super) const BODY_HEAD: u16 = 1 << 7;
/// Stands behind the name of a place (તાલુકો).
pub(super) const PLACE_HEAD: u16 = 1 << 8;
/// No name: a function word, a word of everyday, a time.
pub(super) const COMMON: u16 = 1 << 9;
/// A first name with its honorific (રમેશભાઈએ).
pub(super) const HONOURED: u16 = 1 << 10;
/// Carries a case ending: nothing of the same name follows.
pub(super) const INFLECTED: u16 = 1 << 11;

/// Honorifics that make a first name of what they are joined to, and the endings that may follow.
const JOINED: [&str; 6] = ["ભાઈ", "ભાઇ", "બેન", "બહેન", "સિંહ", "સિંઘ"];
const ENDINGS: [&str; 10] = ["", "એ", "ને", "ની", "નો", "ના", "નું", "થી", "માં", "નાં"];

static CUES: LazyLock<FxHashMap<String, u16>> = LazyLock::new(|| {
    let mut cues: FxHashMap<String, u16> = FxHashMap::default();
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let form = columns.next().unwrap_or_default();
        let flag = match (columns.next(), columns.next()) {
            (Some("title"), Some("sure")) => TITLE,
            (Some("title"), _) => WEAK_TITLE,
            (Some("given"), Some("plain")) => GIVEN,
            (Some("given"), _) => GIVEN_WORD,
            (Some("surname"), Some("plain")) => SURNAME,
            (Some("surname"), _) => SURNAME_WORD,
            (Some("honorific"), _) => HONORIFIC,
            (Some("organisation"), _) => BODY_HEAD,
            (Some("place"), _) => PLACE_HEAD,
            _ => COMMON,
        };
        if let Some(token) = tokens(form).next() {
            *cues.entry(fold(&token.form)).or_default() |= flag;
        }
    }
    cues
});

/// The flags of a form.
pub(super) fn cues_of(form: &str, keys: &Keys) -> u16 {
    let Some(lemma) = keys.lemmas.first().filter(|_| !keys.is_stop) else {
        return COMMON;
    };
    let own = CUES.get(&keys.fold).copied();
    let mut flags = own.or_else(|| CUES.get(&lemma.key).copied()).unwrap_or_default();
    if flags & COMMON != 0 || is_everyday(&keys.fold) {
        flags = demoted(flags);
    }
    let is_name_part = flags & (GIVEN | SURNAME) != 0;
    let is_word = lemma.class.is_some_and(|class| Class::EVERYDAY.contains(&class)) || is_everyday(&lemma.key);
    if !is_name_part && is_word {
        flags |= COMMON;
    }
    if own.is_none() && lemma.key != keys.fold {
        flags |= INFLECTED;
    }
    if !is_everyday(&keys.fold) && is_honoured(form) {
        flags |= HONOURED;
        flags &= !(INFLECTED | COMMON);
        if JOINED.iter().all(|joined| !form.ends_with(joined)) {
            flags |= INFLECTED;
        }
    }
    flags
}

/// A part of a name that the list has as no name, too: a word of both kinds.
const fn demoted(flags: u16) -> u16 {
    let mut demoted = flags & !(GIVEN | SURNAME);
    if flags & GIVEN != 0 {
        demoted |= GIVEN_WORD;
    }
    if flags & SURNAME != 0 {
        demoted |= SURNAME_WORD;
    }
    demoted
}

/// Whether the lexicon has the word as another class than a name.
fn is_everyday(lemma: &str) -> bool {
    lexicon::entry(lemma).is_some_and(|entry| entry.has_any(&Class::EVERYDAY))
}

fn is_honoured(form: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        let base = form.strip_suffix(ending).unwrap_or_default();
        JOINED.iter().any(|joined| {
            let first = base.strip_suffix(joined).unwrap_or_default();
            first.chars().filter(|&c| !crate::script::is_dependent(c)).count() >= 2
                && !first.ends_with(crate::script::VIRAMA)
        })
    })
}
