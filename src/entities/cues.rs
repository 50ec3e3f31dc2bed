//! Cues: what a word says about the names around it.
//!
//! Takes a form with its keys, gives flags: a title, a first name, a surname, a head as in ગામ or કંપની.
//! The list is `data/cues.tsv`; that a word is an everyday one is known from the lexicon.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::{Class, Keys, fold, lexicon, tokens};

const LIST: &str = include_str!("data/cues.tsv");
const PEOPLE: &str = include_str!("data/people.tsv");

/// Stands before a name: what follows is nearly always one (પ્રવક્તા).
pub(super) const TITLE: u32 = 1;
/// Stands before a name, but often alone (મંત્રી).
pub(super) const WEAK_TITLE: u32 = 1 << 1;
/// A first name and nothing else.
pub(super) const GIVEN: u32 = 1 << 2;
/// A first name that is a word, too (આશા).
pub(super) const GIVEN_WORD: u32 = 1 << 3;
/// A surname and nothing else.
pub(super) const SURNAME: u32 = 1 << 4;
/// A surname that is a word, too (સોની).
pub(super) const SURNAME_WORD: u32 = 1 << 5;
/// Stands behind a name as a word of its own (ભાઈ).
pub(super) const HONORIFIC: u32 = 1 << 6;
/// Ends the name of a body (યુનિવર્સિટી).
pub(super) const BODY_HEAD: u32 = 1 << 7;
/// Stands behind the name of a place (તાલુકો).
pub(super) const PLACE_HEAD: u32 = 1 << 8;
/// No name: a function word, a word of everyday, a time.
pub(super) const COMMON: u32 = 1 << 9;
/// A first name with its honorific (રમેશભાઈએ).
pub(super) const HONOURED: u32 = 1 << 10;
/// Carries a case ending: nothing of the same name follows.
pub(super) const INFLECTED: u32 = 1 << 11;
/// Makes one name of something else with what it follows: a train, an award, a feast (એક્સપ્રેસ).
pub(super) const THING: u32 = 1 << 12;
/// Makes the name of a tournament with what it follows (ટ્રોફી).
pub(super) const PRIZE: u32 = 1 << 13;
/// Is often called after people: a stadium, a road.
pub(super) const BUILT: u32 = 1 << 14;
/// Makes one name of something else with what it precedes (યુનિવર્સિટી ઓફ કેલિફોર્નિયા).
pub(super) const NAMER: u32 = 1 << 15;
/// Stands inside such a name (ક્રિકેટ, ઇન્ટરનેશનલ).
pub(super) const BETWEEN: u32 = 1 << 16;
/// Behind the name of an app that is a means only (વોટ્સએપ ચેટ).
pub(super) const MEDIUM: u32 = 1 << 17;

/// One of these that bears the name of its place more often: a station, a border.
pub(super) const SITE: u32 = 1 << 18;

/// The list says that it is no name: it names no body either.
pub(super) const NO_NAME: u32 = 1 << 19;

/// The surname of somebody in the list of people.
pub(super) const OF_LISTED: u32 = 1 << 20;

/// Makes a region of a country with what it precedes (દક્ષિણ ભારતીય).
pub(super) const DIRECTION: u32 = 1 << 21;

/// Cues that function words can be, too.
const OF_STOP_WORDS: u32 = NAMER | BETWEEN | MEDIUM;

/// Honorifics that make a first name of what they are joined to, and the endings that may follow.
const JOINED: [&str; 6] = ["ભાઈ", "ભાઇ", "બેન", "બહેન", "સિંહ", "સિંઘ"];
/// The first of them say nothing of the name itself; સિંહ is a part of it.
const PLAIN_JOINED: usize = 4;
const ENDINGS: [&str; 10] = ["", "એ", "ને", "ની", "નો", "ના", "નું", "થી", "માં", "નાં"];

static CUES: LazyLock<FxHashMap<String, u32>> = LazyLock::new(|| {
    let mut cues: FxHashMap<String, u32> = FxHashMap::default();
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
            (Some("thing"), Some("behind")) => THING | COMMON,
            (Some("thing"), Some("prize")) => PRIZE | COMMON,
            (Some("thing"), Some("built")) => BUILT | COMMON,
            (Some("thing"), Some("site")) => BUILT | SITE | COMMON,
            (Some("thing"), Some("direction")) => DIRECTION | COMMON,
            (Some("thing"), Some("before")) => NAMER | COMMON,
            (Some("thing"), _) => BETWEEN | COMMON,
            (Some("medium"), _) => MEDIUM | COMMON,
            _ => NO_NAME | COMMON,
        };
        if let Some(token) = tokens(form).next() {
            *cues.entry(fold(&token.form)).or_default() |= flag;
        }
    }
    for line in PEOPLE.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split('\t').nth(1).unwrap_or_default();
        if let Some((_, surname)) = name.rsplit_once(' ').filter(|(_, surname)| letters(surname) > 1) {
            *cues.entry(fold(surname)).or_default() |= OF_LISTED;
        }
    }
    cues
});

/// The letters of a word without the signs on them.
fn letters(word: &str) -> usize {
    word.chars().filter(|&c| !crate::script::is_dependent(c)).count()
}

/// The flags of a form.
pub(super) fn cues_of(form: &str, keys: &Keys) -> u32 {
    let own = CUES.get(&keys.fold).copied();
    let Some(lemma) = keys.lemmas.first().filter(|_| !keys.is_stop) else {
        return COMMON | own.unwrap_or_default() & OF_STOP_WORDS;
    };
    let mut flags = own.or_else(|| CUES.get(&lemma.key).copied()).unwrap_or_default();
    let is_everyday_too = || is_everyday(&keys.fold) || own.is_none() && is_everyday(&lemma.key);
    if flags & (GIVEN | SURNAME) != 0 && (flags & COMMON != 0 || is_everyday_too()) {
        flags = demoted(flags);
    }
    let is_name_part = flags & (GIVEN | SURNAME) != 0;
    let is_word = lemma.class.is_some_and(|class| Class::EVERYDAY.contains(&class)) || is_everyday(&lemma.key);
    if !is_name_part && is_word {
        flags |= COMMON;
    }
    let rest = keys.fold.strip_prefix(lemma.key.as_str()).unwrap_or_default();
    if own.is_none() && rest.starts_with('ઓ') {
        // several bodies, or several people, are none by name (સુરક્ષા એજન્સીઓ)
        flags = flags & !(BODY_HEAD | GIVEN | SURNAME | GIVEN_WORD | SURNAME_WORD) | NO_NAME | COMMON;
    }
    if own.is_none() && lemma.key != keys.fold {
        flags |= INFLECTED;
    }
    if flags & NO_NAME == 0 && !is_everyday(&keys.fold) && is_honoured(form) {
        flags |= HONOURED;
        flags &= !(INFLECTED | COMMON);
        if JOINED.iter().all(|joined| !form.ends_with(joined)) {
            flags |= INFLECTED;
        }
    }
    flags
}

/// A part of a name that the list has as no name, too: a word of both kinds.
const fn demoted(flags: u32) -> u32 {
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
pub(super) fn is_everyday(lemma: &str) -> bool {
    lexicon::entry(lemma).is_some_and(|entry| entry.has_any(&Class::EVERYDAY))
}

fn is_honoured(form: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        let base = form.strip_suffix(ending).unwrap_or_default();
        JOINED.iter().any(|joined| {
            let first = base.strip_suffix(joined).unwrap_or_default();
            letters(first) >= 2 && !first.ends_with(crate::script::VIRAMA)
        })
    })
}

/// A word without the honorific that is joined to it (નરેન્દ્રભાઈ).
pub(super) fn without_honorific(word: &str) -> &str {
    let bare = JOINED[..PLAIN_JOINED]
        .iter()
        .find_map(|joined| word.strip_suffix(joined));
    bare.filter(|bare| letters(bare) >= 2).unwrap_or(word)
}

/// Whether a list has the word as a part of names.
pub(super) fn is_name_part(word: &str) -> bool {
    is_listed(word, GIVEN | SURNAME | GIVEN_WORD | SURNAME_WORD)
}

/// Whether a list has the word as a surname and nothing else.
pub(super) fn is_surname(word: &str) -> bool {
    is_listed(word, SURNAME)
}

fn is_listed(word: &str, flags: u32) -> bool {
    CUES.get(&fold(word)).is_some_and(|known| known & flags != 0)
}
