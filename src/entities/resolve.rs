//! Resolution: whom the names of an article mean.
//!
//! Takes the names found in an article, gives its mentions: the only bearer of a name; of several the one that
//! the story names otherwise, or that stands in a row of its kind; a name by pattern itself; a short form the
//! person whom the story names in full. What stays undecided is no mention.

use std::collections::BTreeMap;

use super::gazetteer::{Bearer, Gazetteer, Strength};
use super::recognise::{Candidate, Recognition, Story};
use super::{Entity, EntityKind, Facts, How, Mention};
use crate::article::Field;

impl Recognition<'_> {
    /// Whom each name means: its only bearer; of several the one that the article names otherwise; a name
    /// by pattern itself; a short form the person last named so.
    pub(super) fn decide(&self, story: &Story<'_>) -> Vec<Mention> {
        let sure = story
            .candidates
            .iter()
            .filter_map(|candidate| only_sure(&candidate.bearers));
        let sure: Vec<u32> = sure.collect();
        let mut decided: Vec<Option<Mention>> = Vec::with_capacity(story.candidates.len());
        for (at, candidate) in story.candidates.iter().enumerate() {
            let listed = match only_sure(&candidate.bearers) {
                Some(entity) => Some((entity, How::Gazetteer)),
                None if candidate.bearers.is_empty() => None,
                None if is_full_name(candidate) => Some((candidate.bearers[0].entity, How::Gazetteer)),
                None => self.inferred(story, at, &sure),
            };
            let listed = listed.and_then(|(entity, how)| {
                let known = self.gazetteer.entity(entity)?;
                (!self.is_denied(story, at, entity, known)).then(|| mention(story, candidate, known, how))
            });
            let is_name =
                |kind| kind != EntityKind::Person || candidate.parts.len() > 1 && !candidate.around.is_inside();
            let is_place = candidate.bearers.is_empty() || !candidate.around.is_everyday;
            let pattern = candidate
                .pattern
                .filter(|&kind| is_name(kind) && (kind != EntityKind::Place || is_place));
            decided.push(listed.or_else(|| Some(self.by_pattern(story, candidate, pattern?))));
        }
        self.short_forms(story, &mut decided);
        decided.into_iter().flatten().collect()
    }

    fn inferred(&self, story: &Story<'_>, at: usize, sure: &[u32]) -> Option<(u32, How)> {
        let candidate = story.candidates.get(at)?;
        let bearers = candidate.bearers.iter().map(|bearer| bearer.entity);
        let mut named = bearers.filter(|entity| sure.contains(entity));
        if let (Some(entity), None) = (named.next(), named.next()) {
            return Some((entity, How::Inferred));
        }
        self.beside_its_kind(story, at)
            .or_else(|| self.headed_place(candidate))
            .or_else(|| self.place_in_its_place(story, at))
            .or_else(|| self.by_country_and_capital(story, candidate, sure))
            .map(|entity| (entity, How::Gazetteer))
    }

    /// A shared form before ગામ, શહેર, તાલુકો is the place (ધાર જિલ્લો), or before a building (વાઘા બોર્ડર).
    fn headed_place(&self, candidate: &Candidate) -> Option<u32> {
        let is_place = |bearer: &&Bearer| self.gazetteer.kind(bearer.entity) == Some(EntityKind::Place);
        (candidate.pattern == Some(EntityKind::Place) || candidate.around.has_building()).then_some(())?;
        candidate.bearers.iter().find(is_place).map(|bearer| bearer.entity)
    }

    /// A shared form at once behind the place around it is the place (રાજસ્થાનના કોટામાં).
    fn place_in_its_place(&self, story: &Story<'_>, at: usize) -> Option<u32> {
        let candidate = story.candidates.get(at)?;
        let (before, _) = story.before(at).filter(|(_, gap)| *gap == " ")?;
        let around = self.gazetteer.entity(only_sure(&before.bearers)?)?;
        let mut bearers = candidate.bearers.iter().map(|bearer| bearer.entity);
        bearers.find(|&bearer| {
            let facts = self.gazetteer.entity(bearer).map(|entity| entity.facts);
            around.kind() == EntityKind::Place && facts == Some(Facts::Place { within: around.id })
        })
    }

    /// A shared form is the country whose capital the story names (કતાર with દોહા), or, with the ending of a place, the one
    /// place abroad whose country the story names (જ્યોર્જિયામાં with અમેરિકા).
    fn by_country_and_capital(&self, story: &Story<'_>, candidate: &Candidate, sure: &[u32]) -> Option<u32> {
        let form = story.form(candidate);
        let is_locative = !candidate.around.is_common && (form.ends_with("માં") || form.ends_with("થી"));
        let fits = |bearer: &&Bearer| match self.gazetteer.entity(bearer.entity) {
            Some(Entity {
                facts: Facts::Country { capital },
                ..
            }) => !candidate.around.is_no_name && self.is_named(story, EntityKind::Place, capital),
            Some(Entity {
                facts: Facts::Place { .. },
                country,
                ..
            }) => {
                let country = (country != "IN").then(|| self.gazetteer.place(EntityKind::Country, country));
                is_locative && country.flatten().is_some_and(|country| sure.contains(&country))
            }
            _ => false,
        };
        let mut bearers = candidate.bearers.iter().filter(fits);
        let first = bearers.next()?;
        bearers.next().is_none().then_some(first.entity)
    }

    /// Whether a name of the story can be that of the entity with an id.
    fn is_named(&self, story: &Story<'_>, kind: EntityKind, id: &str) -> bool {
        let mut bearers = story.candidates.iter().flat_map(|other| &other.bearers);
        let entity = self.gazetteer.place(kind, id);
        entity.is_some_and(|entity| bearers.any(|bearer| bearer.entity == entity))
    }

    /// A shared form that stands in a row with countries or places is one, too: ભારત-પાક., કતાર અને ઇજિપ્ત.
    fn beside_its_kind(&self, story: &Story<'_>, at: usize) -> Option<u32> {
        let candidate = story.candidates.get(at)?;
        let neighbours = [story.before(at), story.behind(at)].into_iter().flatten();
        let in_a_row = neighbours.filter(|(_, gap)| matches!(gap.trim(), "-" | "–" | "vs" | "," | "અને" | "તથા"));
        let kinds: Vec<EntityKind> = in_a_row
            .filter_map(|(other, _)| self.gazetteer.kind(only_sure(&other.bearers)?))
            .collect();
        let bearer_of = |kind: EntityKind| {
            let mut bearers = candidate.bearers.iter().filter(|_| kinds.contains(&kind));
            bearers.find(|bearer| self.gazetteer.kind(bearer.entity) == Some(kind))
        };
        let bearer = bearer_of(EntityKind::Country).or_else(|| bearer_of(EntityKind::Place));
        bearer.map(|bearer| bearer.entity)
    }
}

pub(super) fn mention(story: &Story<'_>, candidate: &Candidate, entity: Entity<&str>, how: How) -> Mention {
    Mention {
        kind: entity.kind(),
        id: entity.id.to_owned(),
        name: entity.name.to_owned(),
        form: story.form(candidate).to_owned(),
        field: candidate.field,
        byte_start: candidate.byte_start,
        byte_end: candidate.byte_end,
        how,
    }
}

/// A name of several words that looks like one and that only one entity bears: that entity, though the lists
/// call the name common.
fn is_full_name(candidate: &Candidate) -> bool {
    candidate.pattern.is_some() && candidate.parts.len() > 1 && candidate.bearers.len() == 1
}

/// The bearer where the name has just one whose name it surely is.
pub(super) fn only_sure(bearers: &[Bearer]) -> Option<u32> {
    let mut sure = bearers.iter().filter(|bearer| bearer.strength != Strength::Shared);
    let first = sure.next()?;
    // a country and its capital of one name (સિંગાપોર), a person and nothing else: the first listed wins
    sure.all(|other| other.strength > first.strength)
        .then_some(first.entity)
}

/// The ids of one kind in a list of mentions, the weightiest first: a headline counts four mentions. For a
/// country its capital and its head of state or government count, too, where the story names the country.
#[must_use]
pub fn ids_by_weight(gazetteer: &Gazetteer, mentions: &[Mention], kind: EntityKind) -> Vec<String> {
    let mut weights: BTreeMap<&str, (u32, usize)> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == kind) {
        weights.entry(&mention.id).or_insert((0, at)).0 += weight(mention);
    }
    if kind == EntityKind::Country && weights.len() > 1 {
        for mention in mentions {
            let entity = gazetteer
                .find(mention.kind, &mention.id)
                .filter(|entity| entity.stands_for_country);
            if let Some(known) = entity.and_then(|entity| weights.get_mut(entity.country)) {
                known.0 += weight(mention);
            }
        }
    }
    let mut ids: Vec<(&str, (u32, usize))> = weights.into_iter().collect();
    ids.sort_by_key(|&(_, (weight, first))| (std::cmp::Reverse(weight), first));
    ids.into_iter().map(|(id, _)| id.to_owned()).collect()
}

const fn weight(mention: &Mention) -> u32 {
    if matches!(mention.field, Field::Headline | Field::HeadlineLatin) {
        4
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId};
    use crate::entities::Recogniser;

    #[test]
    fn a_head_of_government_and_a_capital_count_for_their_country() {
        let gazetteer = Gazetteer::shipped().unwrap();
        let mut article = Article::new(ArticleId::new("a").unwrap(), "a");
        article.body = "ચીન અને જાપાન. ચીનની વાત. શિગેરુ ઇશિબાએ ટોક્યોમાં કહ્યું.".into();
        let mentions = Recogniser::new(&gazetteer).mentions(&article);
        assert_eq!(ids_by_weight(&gazetteer, &mentions, EntityKind::Country), ["JP", "CN"]);
        article.body = "ટોક્યોમાં વરસાદ".into();
        let mentions = Recogniser::new(&gazetteer).mentions(&article);
        assert!(ids_by_weight(&gazetteer, &mentions, EntityKind::Country).is_empty());
    }
}
