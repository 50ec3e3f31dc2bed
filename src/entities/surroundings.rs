//! Surroundings: what the words beside a name say against it.
//!
//! Takes the words of a text with the place of a name in it, gives what stands around the name; then whether a bearer
//! can be meant there. A name inside the name of something else (અમેરિકન એક્સપ્રેસ, વિજય હજારે ટ્રોફી), one
//! word of a longer name that the bearer does not have (પ્રકાશ વાઘાણી), an app that is a means only
//! (વોટ્સએપ ચેટ) and the ministry of another country are no mentions.

use super::cues::Cues;
use super::patterns::Sign;
use super::recognise::{Candidate, Recognition, Story};
use super::resolve::only_sure;
use super::{BodyKind, Entity, EntityKind, Facts};
use crate::analysis::{WordId, keys, tokens};

/// What stands around a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// The cues of the word that makes another thing of the name: at once behind it, or past such as ક્રિકેટ.
    head: Cues,
    /// That word stands at once behind.
    head_is_next: bool,
    /// The word before makes another thing of the name.
    namer: bool,
    /// The word before makes a region of it.
    directed: bool,
    /// A title stands before it.
    titled: bool,
    /// A word before it that can be a part of the same person's name.
    pub(super) part_before: bool,
    /// The same, or a word that nothing is known of.
    pub(super) maybe_part_before: bool,
    /// A first name, or what follows on a title, stands before.
    name_before: bool,
    /// A surname is written so.
    can_be_surname: bool,
    /// The head of a body stands behind (ગલગોટિયાસ યુનિવર્સિટી).
    pub(super) body_behind: bool,
    /// A surname stands behind.
    surname_behind: bool,
    /// Behind stands a word for what an app is used for.
    medium_behind: bool,
    /// Behind stands a word that nothing is known of, as the name of a model.
    unknown_behind: bool,
    /// Its last word carries an ending.
    pub(super) inflected: bool,
    /// What it owns stands behind (દિલ્હીના સ્ટેડિયમમાં).
    is_owner: bool,
    /// Its only word is a word of everyday, too.
    pub(super) is_everyday: bool,
    /// Its only word is one of everyday first of all.
    pub(super) is_common: bool,
    /// The list says that its only word is no name (અંગ્રેજી).
    pub(super) is_no_name: bool,
}

/// What stands behind a side in a match, folded.
const AGAINST: [&str; 8] = ["સામે", "સામેનિ", "સામેના", "સામેનો", "વિરુદ્ધ", "ટિમ", "કેપ્ટન", "કેપ્ટને"];

/// How far behind a name the head of the whole can stand.
const FAR: usize = 4;

impl Around {
    /// What stands around the `count` words from `at` on.
    pub(super) fn of(signs: &[Sign], at: usize, count: usize) -> Self {
        let named = signs.get(at..at + count).unwrap_or_default();
        let (Some(first), Some(last)) = (named.first(), named.last()) else {
            return Self::default();
        };
        let back = |steps: usize| at.checked_sub(steps).and_then(|before| signs.get(before));
        let before = back(1).filter(|_| first.is_joined);
        let inflected = last.has(Cues::INFLECTED);
        let behind = signs.get(at + count..).unwrap_or_default();
        let next = behind.first().filter(|next| next.is_joined && !inflected);
        let (head, head_is_next) = if inflected {
            (Cues::empty(), false)
        } else {
            head(behind)
        };
        let is_part = |word: &Sign| !word.has(Cues::INFLECTED | Cues::TITLES);
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
fn head(behind: &[Sign]) -> (Cues, bool) {
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

impl Recognition<'_> {
    /// Whether the surroundings of a name say that this bearer is not meant.
    pub(super) fn is_denied(&self, story: &Story<'_>, at: usize, entity: u32, known: Entity<&str>) -> bool {
        let Some(candidate) = story.candidates.get(at) else {
            return false;
        };
        let around = candidate.around;
        let next_is_sure = || {
            story
                .behind(at)
                .is_some_and(|(next, gap)| gap.len() < 2 && only_sure(&next.bearers).is_some())
        };
        // the story names the person where nothing behind makes another thing of the name
        let is_named = || {
            story
                .candidates
                .iter()
                .any(|other| !other.around.is_inside() && only_sure(&other.bearers) == Some(entity))
        };
        match known.kind() {
            EntityKind::Person => {
                let is_other =
                    candidate.parts.len() == 1 && around.part_before && !self.has_word(known, candidate.before);
                is_other || around.is_inside() && !is_named()
            }
            EntityKind::Country | EntityKind::Place => {
                let heads = if known.kind() == EntityKind::Place {
                    Cues::THING | Cues::PRIZE
                } else {
                    Cues::THING
                };
                around.namer
                    || around.directed && known.kind() == EntityKind::Country
                    || around.head_is_next && around.head.intersects(heads)
                    || around.surname_behind && candidate.parts.len() == 1 && !next_is_sure()
                    || around.name_before && around.can_be_surname && candidate.parts.len() == 1
                    || known.kind() == EntityKind::Place && self.is_team(story, candidate)
            }
            EntityKind::Organisation => {
                around.namer
                    || around.head.intersects(Cues::THING | Cues::PRIZE) && !known.name_latin.contains("League")
                    || is_means(story, candidate, known)
                    || known.facts == Facts::Organisation(BodyKind::Company) && around.unknown_behind && !next_is_sure()
                    || self.is_of_another_country(story, at, known)
            }
        }
    }

    /// Whether the name of a town or a state stands for its team: against it somebody plays, or the story names the team
    /// in full (ગુજરાત ટાઇટન્સ), and no ending says where.
    fn is_team(&self, story: &Story<'_>, candidate: &Candidate) -> bool {
        let form = story.form(candidate);
        if form.ends_with("માં") || form.ends_with("થી") {
            return false;
        }
        let is_side = candidate
            .behind
            .is_some_and(|behind| AGAINST.contains(&self.keys(behind).fold.as_str()));
        let mut others = story.candidates.iter();
        if is_side && (story.has_prize || others.clone().any(|other| self.names_team(other))) {
            return true;
        }
        let key = candidate.parts.first().and_then(|&part| self.key_at(part));
        let has_it =
            |other: &Candidate| other.parts.len() > 1 && other.parts.iter().any(|&part| self.key_at(part) == key);
        candidate.parts.len() == 1
            && !candidate.around.is_owner
            && others.any(|other| has_it(other) && self.names_team(other))
    }

    /// Whether a name is surely that of a team.
    fn names_team(&self, candidate: &Candidate) -> bool {
        let team = only_sure(&candidate.bearers).and_then(|entity| self.gazetteer.entity(entity));
        team.is_some_and(|team| team.facts == Facts::Organisation(BodyKind::Team))
    }

    /// Whether a word of the text is a part of any name of a person.
    pub(super) fn has_word(&self, person: Entity<&str>, word: Option<WordId>) -> bool {
        let Some(key) = word.and_then(|word| self.key_at(word)) else {
            return false;
        };
        let names = self.gazetteer.forms(person.kind(), person.id);
        let mut words = names.flat_map(tokens);
        words.any(|token| keys(&token.form).lemmas.iter().any(|lemma| lemma.key == key))
    }

    /// Whether the country named at once before is another than that of a court, a ministry or an army.
    fn is_of_another_country(&self, story: &Story<'_>, at: usize, known: Entity<&str>) -> bool {
        let is_state = matches!(known.facts, Facts::Organisation(body) if body.is_of_a_state());
        let before = story.before(at).filter(|(_, gap)| is_state && *gap == " ");
        let country = before.and_then(|(before, _)| self.gazetteer.entity(only_sure(&before.bearers)?));
        let other = country.filter(|country| country.kind() == EntityKind::Country);
        other.is_some_and(|other| !known.country.is_empty() && known.country != other.id)
    }
}

/// Whether an app is named as a means, not as the firm that does something: it is the firm with an ending of
/// the doer or the owner, or where nothing is joined to it.
fn is_means(story: &Story<'_>, candidate: &Candidate, known: Entity<&str>) -> bool {
    if known.facts != Facts::Organisation(BodyKind::App) {
        return false;
    }
    let form = story.form(candidate);
    let behind = candidate
        .field
        .of(story.article)
        .get(candidate.byte_end..)
        .unwrap_or_default();
    let is_place = form.ends_with("માં") || form.ends_with("થી");
    let is_through = candidate.around.inflected && behind.trim_start().starts_with("માધ્યમ");
    is_place || is_through || candidate.around.medium_behind || candidate.around.unknown_behind
}
