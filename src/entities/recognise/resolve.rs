//! Resolution: whom the names of an article mean.
//!
//! Takes the names found in an article, gives its mentions: the only bearer of a name; of several the one that
//! the story names otherwise, or that stands in a row of its kind; a name by pattern itself; a short form the
//! person whom the story names in full. What stays undecided is no mention.

use super::scene::{Candidate, Recognition, Scene, mention};
use crate::entities::gazetteer::names::sure_bearer;
use crate::entities::{Bearer, Entity, EntityKind, Facts, How, Mention};

impl Recognition<'_> {
    /// Whom each name means: its only bearer; of several the one that the article names otherwise; a name
    /// by pattern itself; a short form the person last named so.
    pub(super) fn decide(&self, scene: &Scene<'_>) -> Vec<Mention> {
        let sure = scene
            .candidates
            .iter()
            .filter_map(|candidate| sure_bearer(&candidate.bearers));
        let sure: Vec<u32> = sure.collect();
        let mut decided: Vec<Option<Mention>> = Vec::with_capacity(scene.candidates.len());
        for (at, candidate) in scene.candidates.iter().enumerate() {
            let listed = match sure_bearer(&candidate.bearers) {
                Some(entity) => Some((entity, How::Gazetteer)),
                None if candidate.bearers.is_empty() => None,
                None if is_full_name(candidate) => Some((candidate.bearers[0].entity, How::Gazetteer)),
                None => self.inferred(scene, at, &sure),
            };
            let listed = listed.and_then(|(entity, how)| {
                let known = self.gazetteer.entity(entity)?;
                (!self.is_denied(scene, at, entity, known)).then(|| mention(scene, candidate, known, how))
            });
            let is_name =
                |kind| kind != EntityKind::Person || candidate.parts.len() > 1 && !candidate.around.is_inside();
            let is_place = candidate.bearers.is_empty() || !candidate.around.is_everyday;
            let pattern = candidate
                .pattern
                .filter(|&kind| is_name(kind) && (kind != EntityKind::Place || is_place));
            decided.push(listed.or_else(|| Some(self.by_pattern(scene, candidate, pattern?))));
        }
        self.short_forms(scene, &mut decided);
        decided.into_iter().flatten().collect()
    }

    fn inferred(&self, scene: &Scene<'_>, at: usize, sure: &[u32]) -> Option<(u32, How)> {
        let candidate = scene.candidates.get(at)?;
        let bearers = candidate.bearers.iter().map(|bearer| bearer.entity);
        let mut named = bearers.filter(|entity| sure.contains(entity));
        if let (Some(entity), None) = (named.next(), named.next()) {
            return Some((entity, How::Inferred));
        }
        self.beside_its_kind(scene, at)
            .or_else(|| self.headed_place(candidate))
            .or_else(|| self.place_in_its_place(scene, at))
            .or_else(|| self.by_country_and_capital(scene, candidate, sure))
            .map(|entity| (entity, How::Gazetteer))
    }

    /// A shared form before ગામ, શહેર, તાલુકો is the place (ધાર જિલ્લો), or before a building (વાઘા બોર્ડર).
    fn headed_place(&self, candidate: &Candidate) -> Option<u32> {
        let is_place = |bearer: &&Bearer| self.gazetteer.kind(bearer.entity) == Some(EntityKind::Place);
        (candidate.pattern == Some(EntityKind::Place) || candidate.around.has_building()).then_some(())?;
        candidate.bearers.iter().find(is_place).map(|bearer| bearer.entity)
    }

    /// A shared form at once behind the place around it is the place (રાજસ્થાનના કોટામાં).
    fn place_in_its_place(&self, scene: &Scene<'_>, at: usize) -> Option<u32> {
        let candidate = scene.candidates.get(at)?;
        let (before, _) = scene.before(at).filter(|(_, gap)| *gap == " ")?;
        let around = self.gazetteer.entity(sure_bearer(&before.bearers)?)?;
        let mut bearers = candidate.bearers.iter().map(|bearer| bearer.entity);
        bearers.find(|&bearer| {
            let facts = self.gazetteer.entity(bearer).map(|entity| entity.facts);
            around.kind() == EntityKind::Place && facts == Some(Facts::Place { within: around.id })
        })
    }

    /// A shared form is the country whose capital the story names (કતાર with દોહા), or, with the ending of a place, the one
    /// place abroad whose country the story names (જ્યોર્જિયામાં with અમેરિકા).
    fn by_country_and_capital(&self, scene: &Scene<'_>, candidate: &Candidate, sure: &[u32]) -> Option<u32> {
        let form = scene.form(candidate);
        let is_locative = !candidate.around.is_common && (form.ends_with("માં") || form.ends_with("થી"));
        let fits = |bearer: &&Bearer| match self.gazetteer.entity(bearer.entity) {
            Some(Entity {
                facts: Facts::Country { capital },
                ..
            }) => !candidate.around.is_no_name && self.is_named(scene, EntityKind::Place, capital),
            Some(Entity {
                facts: Facts::Place { .. },
                country,
                ..
            }) => {
                let country = (country != "IN").then(|| self.gazetteer.number(EntityKind::Country, country));
                is_locative && country.flatten().is_some_and(|country| sure.contains(&country))
            }
            _ => false,
        };
        let mut bearers = candidate.bearers.iter().filter(fits);
        let first = bearers.next()?;
        bearers.next().is_none().then_some(first.entity)
    }

    /// Whether a name of the story can be that of the entity with an id.
    fn is_named(&self, scene: &Scene<'_>, kind: EntityKind, id: &str) -> bool {
        let mut bearers = scene.candidates.iter().flat_map(|other| &other.bearers);
        let entity = self.gazetteer.number(kind, id);
        entity.is_some_and(|entity| bearers.any(|bearer| bearer.entity == entity))
    }

    /// A shared form that stands in a row with countries or places is one, too: ભારત-પાક., કતાર અને ઇજિપ્ત.
    fn beside_its_kind(&self, scene: &Scene<'_>, at: usize) -> Option<u32> {
        let candidate = scene.candidates.get(at)?;
        let neighbours = [scene.before(at), scene.behind(at)].into_iter().flatten();
        let in_a_row = neighbours.filter(|(_, gap)| matches!(gap.trim(), "-" | "–" | "vs" | "," | "અને" | "તથા"));
        let kinds: Vec<EntityKind> = in_a_row
            .filter_map(|(other, _)| self.gazetteer.kind(sure_bearer(&other.bearers)?))
            .collect();
        let bearer_of = |kind: EntityKind| {
            let mut bearers = candidate.bearers.iter().filter(|_| kinds.contains(&kind));
            bearers.find(|bearer| self.gazetteer.kind(bearer.entity) == Some(kind))
        };
        let bearer = bearer_of(EntityKind::Country).or_else(|| bearer_of(EntityKind::Place));
        bearer.map(|bearer| bearer.entity)
    }
}

/// A name of several words that looks like one and that only one entity bears: that entity, though the lists
/// call the name common.
fn is_full_name(candidate: &Candidate) -> bool {
    candidate.pattern.is_some() && candidate.parts.len() > 1 && candidate.bearers.len() == 1
}
