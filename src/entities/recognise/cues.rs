//! Cues: what a word says about the names around it.
//!
//! Takes a form with its keys, gives what it says: a title, a first name, a surname, a head as in ગામ or કંપની.
//! The list is `data/cues.tsv`; that a word is an everyday one is known from the lexicon.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::{Class, Keys, fold, lexicon, tokens};

const LIST: &str = include_str!("../data/cues.tsv");
const PEOPLE: &str = include_str!("../data/people.tsv");

bitflags::bitflags! {
    /// What a word says about the names around it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Cues: u32 {
        /// Stands before a name: what follows is nearly always one (પ્રવક્તા).
        const TITLE = 1;
        /// Stands before a name, but often alone (મંત્રી).
        const WEAK_TITLE = 1 << 1;
        /// A first name and nothing else.
        const GIVEN = 1 << 2;
        /// A first name that is a word, too (આશા).
        const GIVEN_WORD = 1 << 3;
        /// A surname and nothing else.
        const SURNAME = 1 << 4;
        /// A surname that is a word, too (સોની).
        const SURNAME_WORD = 1 << 5;
        /// Stands behind a name as a word of its own (ભાઈ).
        const HONORIFIC = 1 << 6;
        /// Ends the name of a body (યુનિવર્સિટી).
        const BODY_HEAD = 1 << 7;
        /// Stands behind the name of a place (તાલુકો).
        const PLACE_HEAD = 1 << 8;
        /// No name: a function word, a word of everyday, a time.
        const COMMON = 1 << 9;
        /// A first name with its honorific (રમેશભાઈએ).
        const HONOURED = 1 << 10;
        /// Carries a case ending: nothing of the same name follows.
        const INFLECTED = 1 << 11;
        /// Makes one name of something else with what it follows: a train, an award, a feast (એક્સપ્રેસ).
        const THING = 1 << 12;
        /// Makes the name of a tournament with what it follows (ટ્રોફી).
        const PRIZE = 1 << 13;
        /// Is often called after people: a stadium, a road.
        const BUILT = 1 << 14;
        /// Makes one name of something else with what it precedes (યુનિવર્સિટી ઓફ કેલિફોર્નિયા).
        const NAMER = 1 << 15;
        /// Stands inside such a name (ક્રિકેટ, ઇન્ટરનેશનલ).
        const BETWEEN = 1 << 16;
        /// Behind the name of an app that is a means only (વોટ્સએપ ચેટ).
        const MEDIUM = 1 << 17;
        /// One of these that bears the name of its place more often: a station, a border.
        const SITE = 1 << 18;
        /// The list says that it is no name: it names no body either.
        const NO_NAME = 1 << 19;
        /// The surname of somebody in the list of people.
        const OF_LISTED = 1 << 20;
        /// Makes a region of a country with what it precedes (દક્ષિણ ભારતીય).
        const DIRECTION = 1 << 21;
    }
}

impl Cues {
    /// Cues that function words can be, too.
    const OF_STOP_WORDS: Self = Self::NAMER.union(Self::BETWEEN).union(Self::MEDIUM);
    /// Words that stand before names.
    pub(super) const TITLES: Self = Self::TITLE.union(Self::WEAK_TITLE);
    /// Parts of names that are no words.
    pub(super) const PLAIN_NAMES: Self = Self::GIVEN.union(Self::SURNAME);
    /// Parts of names, words or not.
    pub(super) const OF_NAMES: Self = Self::PLAIN_NAMES.union(Self::GIVEN_WORD).union(Self::SURNAME_WORD);
}

/// Honorifics that make a first name of what they are joined to, and the endings that may follow.
const JOINED: [&str; 6] = ["ભાઈ", "ભાઇ", "બેન", "બહેન", "સિંહ", "સિંઘ"];
/// The first of them say nothing of the name itself; સિંહ is a part of it.
const PLAIN_JOINED: usize = 4;
const ENDINGS: [&str; 10] = ["", "એ", "ને", "ની", "નો", "ના", "નું", "થી", "માં", "નાં"];

static CUES: LazyLock<FxHashMap<String, Cues>> = LazyLock::new(|| {
    let mut cues: FxHashMap<String, Cues> = FxHashMap::default();
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let form = columns.next().unwrap_or_default();
        let cue = match (columns.next(), columns.next()) {
            (Some("title"), Some("sure")) => Cues::TITLE,
            (Some("title"), _) => Cues::WEAK_TITLE,
            (Some("given"), Some("plain")) => Cues::GIVEN,
            (Some("given"), _) => Cues::GIVEN_WORD,
            (Some("surname"), Some("plain")) => Cues::SURNAME,
            (Some("surname"), _) => Cues::SURNAME_WORD,
            (Some("honorific"), _) => Cues::HONORIFIC,
            (Some("organisation"), _) => Cues::BODY_HEAD,
            (Some("place"), _) => Cues::PLACE_HEAD,
            (Some("thing"), Some("behind")) => Cues::THING | Cues::COMMON,
            (Some("thing"), Some("prize")) => Cues::PRIZE | Cues::COMMON,
            (Some("thing"), Some("built")) => Cues::BUILT | Cues::COMMON,
            (Some("thing"), Some("site")) => Cues::BUILT | Cues::SITE | Cues::COMMON,
            (Some("thing"), Some("direction")) => Cues::DIRECTION | Cues::COMMON,
            (Some("thing"), Some("before")) => Cues::NAMER | Cues::COMMON,
            (Some("thing"), _) => Cues::BETWEEN | Cues::COMMON,
            (Some("medium"), _) => Cues::MEDIUM | Cues::COMMON,
            _ => Cues::NO_NAME | Cues::COMMON,
        };
        if let Some(token) = tokens(form).next() {
            *cues.entry(fold(&token.form)).or_default() |= cue;
        }
    }
    for line in PEOPLE.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split('\t').nth(1).unwrap_or_default();
        if let Some((_, surname)) = name.rsplit_once(' ').filter(|(_, surname)| letters(surname) > 1) {
            *cues.entry(fold(surname)).or_default() |= Cues::OF_LISTED;
        }
    }
    cues
});

/// The letters of a word without the cued on them.
fn letters(word: &str) -> usize {
    word.chars().filter(|&c| !crate::script::is_dependent(c)).count()
}

/// The cues of a form.
pub(super) fn cues_of(form: &str, keys: &Keys) -> Cues {
    let own = CUES.get(&keys.fold).copied();
    let Some(lemma) = keys.lemmas.first().filter(|_| !keys.is_stop) else {
        return Cues::COMMON | own.unwrap_or_default() & Cues::OF_STOP_WORDS;
    };
    let mut cues = own.or_else(|| CUES.get(&lemma.key).copied()).unwrap_or_default();
    let is_everyday_too = || is_everyday(&keys.fold) || own.is_none() && is_everyday(&lemma.key);
    if cues.intersects(Cues::PLAIN_NAMES) && (cues.contains(Cues::COMMON) || is_everyday_too()) {
        cues = demoted(cues);
    }
    let is_word = lemma.class.is_some_and(|class| Class::EVERYDAY.contains(&class)) || is_everyday(&lemma.key);
    cues.set(
        Cues::COMMON,
        cues.contains(Cues::COMMON) || is_word && !cues.intersects(Cues::PLAIN_NAMES),
    );
    let rest = keys.fold.strip_prefix(lemma.key.as_str()).unwrap_or_default();
    if own.is_none() && rest.starts_with('ઓ') {
        // several bodies, or several people, are none by name (સુરક્ષા એજન્સીઓ)
        cues = cues.difference(Cues::BODY_HEAD | Cues::OF_NAMES) | Cues::NO_NAME | Cues::COMMON;
    }
    if own.is_none() && lemma.key != keys.fold {
        cues.insert(Cues::INFLECTED);
    }
    if !cues.contains(Cues::NO_NAME) && !is_everyday(&keys.fold) && is_honoured(form) {
        cues.insert(Cues::HONOURED);
        cues.remove(Cues::COMMON);
        cues.set(Cues::INFLECTED, JOINED.iter().all(|joined| !form.ends_with(joined)));
    }
    cues
}

/// A part of a name that the list has as no name, too: a word of both kinds.
fn demoted(cues: Cues) -> Cues {
    let mut demoted = cues.difference(Cues::PLAIN_NAMES);
    demoted.set(Cues::GIVEN_WORD, cues.intersects(Cues::GIVEN | Cues::GIVEN_WORD));
    demoted.set(Cues::SURNAME_WORD, cues.intersects(Cues::SURNAME | Cues::SURNAME_WORD));
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
    is_listed(word, Cues::OF_NAMES)
}

/// Whether a list has the word as a surname and nothing else.
pub(super) fn is_surname(word: &str) -> bool {
    is_listed(word, Cues::SURNAME)
}

fn is_listed(word: &str, cues: Cues) -> bool {
    CUES.get(&fold(word)).is_some_and(|known| known.intersects(cues))
}
