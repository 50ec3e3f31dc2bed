//! Resolution: whom the names of an article mean.
//!
//! Takes the names found in an article, gives its mentions: the only bearer of a name; of several the one that
//! the story names otherwise, or that stands in a row of its kind; a name by pattern itself; a short form the
//! person whom the story names in full. What stays undecided is no mention.

use std::collections::BTreeMap;

use super::cues::{is_name_part, is_surname, without_honorific};
use super::gazetteer::{Bearer, Gazetteer, Strength};
use super::recognise::{Candidate, Recogniser, Story};
use super::{Entity, EntityKind, Field, How, Mention};
use crate::analysis::fold;

impl Recogniser<'_> {
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
                (!self.is_denied(story, at, entity, &known)).then(|| mention(story, candidate, &known, how))
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
            let place = self
                .gazetteer
                .entity(bearer)
                .filter(|entity| entity.kind == EntityKind::Place);
            around.kind == EntityKind::Place && place.is_some_and(|place| place.marks == around.id)
        })
    }

    /// A shared form is the country whose capital the story names (કતાર with દોહા), or, with the ending of a place, the one
    /// place abroad whose country the story names (જ્યોર્જિયામાં with અમેરિકા).
    fn by_country_and_capital(&self, story: &Story<'_>, candidate: &Candidate, sure: &[u32]) -> Option<u32> {
        let has_country = |id: &str| {
            let country = self.gazetteer.place(EntityKind::Country, id);
            country.is_some_and(|country| sure.contains(&country))
        };
        let has_capital = |id: &str| {
            let capital = self.gazetteer.place(EntityKind::Place, id);
            let mut bearers = story.candidates.iter().flat_map(|other| &other.bearers);
            capital.is_some_and(|capital| bearers.any(|bearer| bearer.entity == capital))
        };
        let form = story.form(candidate);
        let is_locative = !candidate.around.is_common && (form.ends_with("માં") || form.ends_with("થી"));
        let fits = |bearer: &&Bearer| {
            let entity = self.gazetteer.entity(bearer.entity);
            entity.is_some_and(|entity| match (entity.kind, &entity.country) {
                (EntityKind::Country, _) => {
                    !candidate.around.is_no_name && !entity.marks.is_empty() && has_capital(&entity.marks)
                }
                (EntityKind::Place, Some(country)) => is_locative && country != "IN" && has_country(country),
                _ => false,
            })
        };
        let mut bearers = candidate.bearers.iter().filter(fits);
        let first = bearers.next()?;
        bearers.next().is_none().then_some(first.entity)
    }

    /// A shared form that stands in a row with countries or places is one, too: ભારત-પાક., કતાર અને ઇજિપ્ત.
    fn beside_its_kind(&self, story: &Story<'_>, at: usize) -> Option<u32> {
        let candidate = story.candidates.get(at)?;
        let is_beside = |beside: Option<(&Candidate, &str)>, kind| {
            let in_a_row = |gap: &str| matches!(gap.trim(), "-" | "–" | "vs" | "," | "અને" | "તથા");
            let sure = beside
                .filter(|(_, gap)| in_a_row(gap))
                .and_then(|(other, _)| only_sure(&other.bearers));
            sure.and_then(|entity| self.gazetteer.kind(entity)) == Some(kind)
        };
        let bearer = |kind| {
            (is_beside(story.before(at), kind) || is_beside(story.behind(at), kind)).then_some(())?;
            let mut bearers = candidate.bearers.iter();
            bearers.find(|bearer| self.gazetteer.kind(bearer.entity) == Some(kind))
        };
        let kinds = [EntityKind::Country, EntityKind::Place];
        kinds.into_iter().find_map(bearer).map(|bearer| bearer.entity)
    }

    /// A name that no list has: its words without the ending are its name, and with hyphens its id. A name that
    /// is a listed one but for honorifics or spelling is that one (નરેન્દ્રભાઈ મોદી, ઈલન મસ્ક).
    pub(super) fn by_pattern(&self, story: &Story<'_>, candidate: &Candidate, kind: EntityKind) -> Mention {
        let form = story.form(candidate);
        let name = base_form(form, candidate.parts.last().and_then(|&place| self.key_at(place)));
        let is_person = kind == EntityKind::Person && candidate.parts.len() > 1;
        if let Some(listed) = is_person.then(|| self.listed_otherwise(name)).flatten() {
            return mention(story, candidate, &listed, How::Pattern);
        }
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

    /// The person whose listed name this is without its honorifics, or in another spelling of the same sound.
    fn listed_otherwise(&self, name: &str) -> Option<Entity> {
        let words: Vec<&str> = name.split(' ').map(without_honorific).collect();
        let plain = words.join(" ");
        if plain != name {
            let mut people = self.gazetteer.bearers(&plain).into_iter().filter_map(|bearer| {
                self.gazetteer
                    .entity(bearer.entity)
                    .filter(|entity| entity.kind == EntityKind::Person)
            });
            if let (Some(person), None) = (people.next(), people.next()) {
                return Some(person);
            }
        }
        let mut alike = self.gazetteer.sounding_alike(EntityKind::Person, &plain).into_iter();
        alike
            .next()
            .filter(|person| alike.next().is_none() && is_respelling(&person.name, &plain))
    }
}

/// Whether two names differ in the spelling of one sound of a word at most.
fn is_respelling(name: &str, other: &str) -> bool {
    let words = |name: &str| name.split(' ').map(fold).collect::<Vec<_>>();
    let (name, other) = (words(name), words(other));
    let is_near = |(one, other): (&String, &String)| {
        let mut one: Vec<char> = one.chars().collect();
        let mut other: Vec<char> = other.chars().collect();
        while one.last().is_some_and(|last| other.last() == Some(last)) {
            one.pop();
            other.pop();
        }
        let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
        one.len().max(other.len()) - same <= 1
    };
    name.len() == other.len() && name.iter().zip(&other).all(is_near)
}

/// The words without the case ending of the last: the shortest beginning that has its lemma key; where that is the
/// whole, without an ending that leaves a name (પીયૂષ ગોયલે) or that no name has (ફ્રેડરિક નિત્શેનું).
fn base_form<'a>(form: &'a str, lemma: Option<&str>) -> &'a str {
    let start = form.rfind(' ').map_or(0, |at| at + 1);
    let last = form.get(start..).unwrap_or_default();
    let ends = last.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.into_iter().find(|&end| {
        let is_lemma = |base: &str| lemma.is_some_and(|lemma| fold(base) == lemma);
        last.get(..end).is_some_and(is_lemma)
    });
    // what the lemma leaves off besides a case ending belongs to the name (સ્કારલેટ ડેલગાડોને, હર્ષ બ્રહ્મભટ્ટની)
    let is_case = |end: &usize| last.get(*end..).is_some_and(|rest| CASES.contains(&rest));
    let cut = |from: usize| {
        last.char_indices()
            .map(|(at, _)| at)
            .filter(|&at| at >= from)
            .find(is_case)
    };
    let end = end.and_then(cut);
    let end = end.unwrap_or_else(|| {
        if start > 0 {
            without_ending(last).len()
        } else {
            last.len()
        }
    });
    form.get(..start + end).unwrap_or(form)
}

/// Case endings that a name takes, and an honorific with them.
const CASES: [&str; 18] = [
    "\u{AC7}",
    "એ",
    "ને",
    "નો",
    "ની",
    "નું",
    "ના",
    "નાં",
    "થી",
    "માં",
    "માંથી",
    "જી",
    "જીએ",
    "જીને",
    "જીનો",
    "જીની",
    "જીનું",
    "જીના",
];

/// Case endings that an unknown word keeps in its lemma.
const ENDINGS: [&str; 9] = ["નું", "માં", "ની", "નો", "ના", "ને", "થી", "એ", "\u{AC7}"];

/// A last word of a name without its ending, where what is left is known as a name, or where no name ends so.
fn without_ending(word: &str) -> &str {
    if is_name_part(word) {
        return word;
    }
    let base = ENDINGS.iter().find_map(|ending| {
        let base = word.strip_suffix(ending).filter(|base| base.chars().count() > 1)?;
        let is_ending = matches!(*ending, "નું" | "માં") || *ending == "એ" && base.ends_with(is_vowel_sign);
        let is_name = if *ending == "\u{AC7}" {
            is_surname(base)
        } else {
            is_name_part(base)
        };
        (is_ending || is_name).then_some(base)
    });
    base.unwrap_or(word)
}

/// Whether a letter is the sign of a vowel.
const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{ABE}'..='\u{ACC}')
}

pub(super) fn mention(story: &Story<'_>, candidate: &Candidate, entity: &Entity, how: How) -> Mention {
    Mention {
        kind: entity.kind,
        id: entity.id.clone(),
        name: entity.name.clone(),
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
    use crate::article::{Article, ArticleId};

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
