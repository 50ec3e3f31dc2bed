//! Resolution: whom the names of an article mean.
//!
//! Takes the names found in an article, gives its mentions: the only bearer of a name; of several the one that
//! the story names otherwise, or that stands in a row of its kind; a name by pattern itself; a short form the
//! person whom the story names in full. What stays undecided is no mention.

use std::collections::BTreeMap;

use super::gazetteer::{Bearer, Gazetteer, Strength};
use super::recognise::{Candidate, Recogniser};
use super::{Entity, EntityKind, Field, How, Mention};
use crate::analysis::fold;
use crate::article::Article;

impl Recogniser<'_> {
    /// Whom each name means: its only bearer; of several the one that the article names otherwise; a name
    /// by pattern itself; a short form the person last named so.
    pub(super) fn decide(&self, article: &Article, candidates: &[Candidate]) -> Vec<Mention> {
        let sure: Vec<u32> = candidates
            .iter()
            .filter_map(|candidate| only_sure(&candidate.bearers))
            .collect();
        let mut decided: Vec<Option<Mention>> = Vec::with_capacity(candidates.len());
        for (at, candidate) in candidates.iter().enumerate() {
            let listed = match only_sure(&candidate.bearers) {
                Some(entity) => Some((entity, How::Gazetteer)),
                None if candidate.bearers.is_empty() => None,
                None if is_full_name(candidate) => Some((candidate.bearers[0].entity, How::Gazetteer)),
                None => self
                    .inferred(article, candidates, at, &sure)
                    .or_else(|| self.headed_place(candidate).map(|entity| (entity, How::Gazetteer))),
            };
            let listed = listed
                .and_then(|(entity, how)| Some(mention(article, candidate, &self.gazetteer.entity(entity)?, how)));
            decided.push(listed.or_else(|| {
                let kind = candidate
                    .pattern
                    .filter(|&kind| kind != EntityKind::Person || candidate.parts.len() > 1)?;
                Some(self.by_pattern(article, candidate, kind))
            }));
        }
        self.short_forms(article, candidates, &mut decided);
        decided.into_iter().flatten().collect()
    }

    /// Words left over that are a part of a person's name in the same story: of the person named last
    /// before, or first behind. What is left then and looks like a name stands for itself.
    fn short_forms(&self, article: &Article, candidates: &[Candidate], decided: &mut [Option<Mention>]) {
        let full: Vec<(usize, &[usize])> = candidates
            .iter()
            .enumerate()
            .filter(|(at, candidate)| {
                let is_person = |mention: &Mention| mention.kind == EntityKind::Person;
                candidate.parts.len() > 1 && decided.get(*at).and_then(Option::as_ref).is_some_and(is_person)
            })
            .map(|(at, candidate)| (at, candidate.parts.as_slice()))
            .collect();
        for (at, candidate) in candidates.iter().enumerate() {
            let [part] = candidate.parts.as_slice() else { continue };
            if decided.get(at).is_none_or(Option::is_some) {
                continue;
            }
            let has_part = |(_, parts): &&(usize, &[usize])| {
                let key = self.key_at(*part);
                parts.iter().any(|part| self.key_at(*part) == key)
            };
            let before = full.iter().rev().filter(|(full, _)| *full < at).find(has_part);
            let named = before.or_else(|| full.iter().find(has_part));
            let short = named
                .and_then(|&(full, _)| decided.get(full)?.clone())
                .map(|full| Mention {
                    how: How::Inferred,
                    form: form(article, candidate).to_owned(),
                    field: candidate.field,
                    byte_start: candidate.byte_start,
                    byte_end: candidate.byte_end,
                    ..full
                });
            let found = short.or_else(|| Some(self.by_pattern(article, candidate, candidate.pattern?)));
            if let Some(place) = decided.get_mut(at) {
                *place = found;
            }
        }
    }

    fn inferred(&self, article: &Article, candidates: &[Candidate], at: usize, sure: &[u32]) -> Option<(u32, How)> {
        let candidate = candidates.get(at)?;
        let mut named = candidate
            .bearers
            .iter()
            .map(|bearer| bearer.entity)
            .filter(|entity| sure.contains(entity));
        if let (Some(entity), None) = (named.next(), named.next()) {
            return Some((entity, How::Inferred));
        }
        self.beside_its_kind(article, candidates, at)
            .map(|entity| (entity, How::Gazetteer))
    }

    /// A shared form before ગામ, શહેર, તાલુકો is the place (ધાર જિલ્લો).
    fn headed_place(&self, candidate: &Candidate) -> Option<u32> {
        let is_place = |bearer: &&Bearer| self.gazetteer.kind(bearer.entity) == Some(EntityKind::Place);
        (candidate.pattern == Some(EntityKind::Place)).then_some(())?;
        candidate.bearers.iter().find(is_place).map(|bearer| bearer.entity)
    }

    /// A shared form that stands in a row with countries or places is one, too: ભારત-પાક., કતાર અને ઇજિપ્ત.
    fn beside_its_kind(&self, article: &Article, candidates: &[Candidate], at: usize) -> Option<u32> {
        let candidate = candidates.get(at)?;
        let text = candidate.field.of(article);
        let is_sure = |other: &&Candidate, kind| {
            other.field == candidate.field
                && only_sure(&other.bearers).and_then(|entity| self.gazetteer.kind(entity)) == Some(kind)
        };
        let in_a_row = |from: usize, to: usize| {
            let gap = text.get(from..to).unwrap_or_default().trim();
            matches!(gap, "-" | "–" | "vs" | "," | "અને" | "તથા")
        };
        let bearer = |kind| {
            let before = at.checked_sub(1).and_then(|before| candidates.get(before));
            let before = before.filter(|other| is_sure(other, kind) && in_a_row(other.byte_end, candidate.byte_start));
            let after = candidates.get(at + 1);
            let after = after.filter(|other| is_sure(other, kind) && in_a_row(candidate.byte_end, other.byte_start));
            before.or(after)?;
            let mut bearers = candidate.bearers.iter();
            bearers.find(|bearer| self.gazetteer.kind(bearer.entity) == Some(kind))
        };
        [EntityKind::Country, EntityKind::Place]
            .into_iter()
            .find_map(bearer)
            .map(|bearer| bearer.entity)
    }

    /// A name that no list has: its words without the ending are its name, and with hyphens its id.
    fn by_pattern(&self, article: &Article, candidate: &Candidate, kind: EntityKind) -> Mention {
        let form = form(article, candidate);
        let name = base_form(form, candidate.parts.last().and_then(|&place| self.key_at(place)));
        Mention {
            kind,
            id: name.replace([' ', '.'], "-").replace("--", "-"),
            name: name.to_owned(),
            form: form.to_owned(),
            field: candidate.field,
            byte_start: candidate.byte_start,
            byte_end: candidate.byte_end,
            how: How::Pattern,
        }
    }
}

/// The words of a candidate as they stand.
fn form<'a>(article: &'a Article, candidate: &Candidate) -> &'a str {
    let text = candidate.field.of(article);
    text.get(candidate.byte_start..candidate.byte_end).unwrap_or_default()
}

/// The words without the case ending of the last: the shortest beginning that has its lemma key.
fn base_form<'a>(form: &'a str, lemma: Option<&str>) -> &'a str {
    let start = form.rfind(' ').map_or(0, |at| at + 1);
    let last = form.get(start..).unwrap_or_default();
    let ends = last.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.into_iter().find(|&end| {
        let is_lemma = |base: &str| lemma.is_some_and(|lemma| fold(base) == lemma);
        last.get(..end).is_some_and(is_lemma)
    });
    form.get(..start + end.unwrap_or(last.len())).unwrap_or(form)
}

fn mention(article: &Article, candidate: &Candidate, entity: &Entity, how: How) -> Mention {
    Mention {
        kind: entity.kind,
        id: entity.id.clone(),
        name: entity.name.clone(),
        form: form(article, candidate).to_owned(),
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
            if let Some(known) = entity.and_then(|entity| weights.get_mut(entity.country?.as_str())) {
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
    use crate::article::ArticleId;

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
