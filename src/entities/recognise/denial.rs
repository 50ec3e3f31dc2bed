//! Denial: when the words beside a name say that a bearer is not meant.
//!
//! A name inside the name of something else (અમેરિકન એક્સપ્રેસ, વિજય હજારે ટ્રોફી), one word of a longer name that the bearer
//! does not have (પ્રકાશ વાઘાણી), an app that is a means only (વોટ્સએપ ચેટ) and the ministry of another country are no mentions.

use super::cues::Cues;
use super::scene::{Candidate, Recognition, Scene};
use crate::analysis::{WordId, keys, tokens};
use crate::entities::gazetteer::names::sure_bearer;
use crate::entities::{BodyKind, Entity, EntityKind, Facts};

/// What stands behind a side in a match, folded.
const AGAINST: [&str; 8] = ["સામે", "સામેનિ", "સામેના", "સામેનો", "વિરુદ્ધ", "ટિમ", "કેપ્ટન", "કેપ્ટને"];

impl Recognition<'_> {
    /// Whether the surroundings of a name say that this bearer is not meant.
    pub(super) fn is_denied(&self, scene: &Scene<'_>, at: usize, entity: u32, known: Entity<&str>) -> bool {
        let Some(candidate) = scene.candidates.get(at) else {
            return false;
        };
        let around = candidate.around;
        let next_is_sure = || {
            scene
                .behind(at)
                .is_some_and(|(next, gap)| gap.len() < 2 && sure_bearer(&next.bearers).is_some())
        };
        // the story names the person where nothing behind makes another thing of the name
        let is_named = || {
            scene
                .candidates
                .iter()
                .any(|other| !other.around.is_inside() && sure_bearer(&other.bearers) == Some(entity))
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
                    || known.kind() == EntityKind::Place && self.is_team(scene, candidate)
            }
            EntityKind::Organisation => {
                around.namer
                    || around.head.intersects(Cues::THING | Cues::PRIZE) && !known.name_latin.contains("League")
                    || is_means(scene, candidate, known)
                    || known.facts == Facts::Organisation(BodyKind::Company) && around.unknown_behind && !next_is_sure()
                    || self.is_of_another_country(scene, at, known)
            }
        }
    }

    /// Whether the name of a town or a state stands for its team: against it somebody plays, or the story names the team
    /// in full (ગુજરાત ટાઇટન્સ), and no ending says where.
    fn is_team(&self, scene: &Scene<'_>, candidate: &Candidate) -> bool {
        let form = scene.form(candidate);
        if form.ends_with("માં") || form.ends_with("થી") {
            return false;
        }
        let is_side = candidate
            .behind
            .is_some_and(|behind| AGAINST.contains(&self.keys(behind).fold.as_str()));
        let mut others = scene.candidates.iter();
        if is_side && (scene.has_prize || others.clone().any(|other| self.names_team(other))) {
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
        let team = sure_bearer(&candidate.bearers).and_then(|entity| self.gazetteer.entity(entity));
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
    fn is_of_another_country(&self, scene: &Scene<'_>, at: usize, known: Entity<&str>) -> bool {
        let is_state = matches!(known.facts, Facts::Organisation(body) if body.is_of_a_state());
        let before = scene.before(at).filter(|(_, gap)| is_state && *gap == " ");
        let country = before.and_then(|(before, _)| self.gazetteer.entity(sure_bearer(&before.bearers)?));
        let other = country.filter(|country| country.kind() == EntityKind::Country);
        other.is_some_and(|other| !known.country.is_empty() && known.country != other.id)
    }
}

/// Whether an app is named as a means, not as the firm that does something: it is the firm with an ending of
/// the doer or the owner, or where nothing is joined to it.
fn is_means(scene: &Scene<'_>, candidate: &Candidate, known: Entity<&str>) -> bool {
    if known.facts != Facts::Organisation(BodyKind::App) {
        return false;
    }
    let form = scene.form(candidate);
    let behind = candidate
        .field
        .of(scene.article)
        .get(candidate.byte_end..)
        .unwrap_or_default();
    let is_place = form.ends_with("માં") || form.ends_with("થી");
    let is_through = candidate.around.inflected && behind.trim_start().starts_with("માધ્યમ");
    is_place || is_through || candidate.around.medium_behind || candidate.around.unknown_behind
}
