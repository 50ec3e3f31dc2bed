//! Around: what the words beside a name say of it.
//!
//! Takes the words of a text with the first word of a name in it and how many it has, gives what stands around the name.

use super::cued::CuedWord;
use super::cues::Cues;

/// What stands around a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// The cues of the word that makes another thing of the name: at once behind it, or past such as ક્રિકેટ.
    pub(super) head: Cues,
    /// That word stands at once behind.
    pub(super) head_is_next: bool,
    /// The word before makes another thing of the name.
    pub(super) namer: bool,
    /// The word before makes a region of it.
    pub(super) directed: bool,
    /// A title stands before it.
    pub(super) titled: bool,
    /// A word before it that can be a part of the same person's name.
    pub(super) part_before: bool,
    /// The same, or a word that nothing is known of.
    pub(super) maybe_part_before: bool,
    /// A first name, or what follows on a title, stands before.
    pub(super) name_before: bool,
    /// A surname is written so.
    pub(super) can_be_surname: bool,
    /// The head of a body stands behind (ગલગોટિયાસ યુનિવર્સિટી).
    pub(super) body_behind: bool,
    /// A surname stands behind.
    pub(super) surname_behind: bool,
    /// Behind stands a word for what an app is used for.
    pub(super) medium_behind: bool,
    /// Behind stands a word that nothing is known of, as the name of a model.
    pub(super) unknown_behind: bool,
    /// Its last word carries an ending.
    pub(super) inflected: bool,
    /// What it owns stands behind (દિલ્હીના સ્ટેડિયમમાં).
    pub(super) is_owner: bool,
    /// Its only word is a word of everyday, too.
    pub(super) is_everyday: bool,
    /// Its only word is one of everyday first of all.
    pub(super) is_common: bool,
    /// The list says that its only word is no name (અંગ્રેજી).
    pub(super) is_no_name: bool,
}

/// How far behind a name the head of the whole can stand.
const FAR: usize = 4;

impl Around {
    /// What stands around the `count` words from `at` on.
    pub(super) fn of(cued: &[CuedWord], at: usize, count: usize) -> Self {
        let named = cued.get(at..at + count).unwrap_or_default();
        let (Some(first), Some(last)) = (named.first(), named.last()) else {
            return Self::default();
        };
        let back = |steps: usize| at.checked_sub(steps).and_then(|before| cued.get(before));
        let before = back(1).filter(|_| first.is_joined);
        let inflected = last.has(Cues::INFLECTED);
        let behind = cued.get(at + count..).unwrap_or_default();
        let next = behind.first().filter(|next| next.is_joined && !inflected);
        let (head, head_is_next) = if inflected {
            (Cues::empty(), false)
        } else {
            head(behind)
        };
        let is_part = |word: &CuedWord| !word.has(Cues::INFLECTED | Cues::TITLES);
        let is_titled_twice =
            back(2).is_some_and(|word| word.has(Cues::TITLE)) && back(1).is_some_and(|word| word.is_joined);
        let is_name_before =
            before.is_some_and(|word| is_part(word) && (word.is_first_name() || word.is_unknown() && is_titled_twice));
        Self {
            head,
            head_is_next,
            namer: before.is_some_and(|word| word.has(Cues::NAMER) && !word.has(Cues::INFLECTED)),
            directed: before.is_some_and(|word| word.has(Cues::DIRECTION) && !word.has(Cues::INFLECTED)),
            titled: before.is_some_and(|word| word.has(Cues::TITLES)),
            part_before: is_name_before
                || before.is_some_and(|word| is_part(word) && word.has(Cues::GIVEN_WORD) && !word.has(Cues::SURNAME)),
            name_before: is_name_before,
            can_be_surname: first.has(Cues::SURNAME | Cues::SURNAME_WORD),
            maybe_part_before: before.is_some_and(|word| {
                is_part(word) && (word.is_unknown() || word.is_one_letter && !word.has(Cues::COMMON))
            }),
            surname_behind: next.is_some_and(|word| {
                let is_surname = word.has(Cues::SURNAME) && !word.has(Cues::COMMON | Cues::TITLES);
                let is_name = word.has(Cues::GIVEN | Cues::SURNAME | Cues::GIVEN_WORD | Cues::SURNAME_WORD)
                    && before.is_some_and(|word| word.has(Cues::TITLE));
                is_surname || is_name
            }),
            body_behind: next.is_some_and(|word| word.has(Cues::BODY_HEAD)),
            medium_behind: next.is_some_and(|word| word.has(Cues::MEDIUM)),
            unknown_behind: next.is_some_and(|word| {
                let is_latin = !word.is_letters && !word.is_number && !last.is_letters;
                !word.has(Cues::GIVEN | Cues::SURNAME) && (word.is_unknown() || is_latin)
            }),
            inflected,
            is_owner: inflected
                && behind
                    .iter()
                    .take(FAR)
                    .any(|word| word.has(Cues::BUILT | Cues::SITE | Cues::PLACE_HEAD)),
            is_everyday: count == 1 && first.has(Cues::COMMON | Cues::GIVEN_WORD | Cues::SURNAME_WORD | Cues::TITLES),
            is_common: count == 1 && first.has(Cues::COMMON),
            is_no_name: count == 1 && first.has(Cues::NO_NAME),
        }
    }

    /// The name with what is behind it is the name of a building or a thing.
    pub(super) const fn is_inside(self) -> bool {
        !self.head.is_empty() && !self.titled
    }

    /// Behind stands what bears the name of its place (વાઘા બોર્ડર).
    pub(super) fn has_building(self) -> bool {
        self.head.contains(Cues::SITE)
    }
}

/// The cues of the word behind a name that makes another thing of it, and whether it stands at once behind.
fn head(behind: &[CuedWord]) -> (Cues, bool) {
    for (at, word) in behind.iter().take(FAR).enumerate() {
        if !word.is_joined && !word.is_number {
            break;
        }
        let head = word.cues & (Cues::THING | Cues::PRIZE | Cues::BUILT | Cues::SITE);
        if !head.is_empty() {
            return (head, at == 0);
        }
        if word.has(Cues::INFLECTED) || !word.has(Cues::BETWEEN) && !word.is_number && word.is_letters {
            break;
        }
    }
    (Cues::empty(), false)
}
