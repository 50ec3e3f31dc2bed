//! Unlisted names: what a name by pattern is called, and whether it is a listed one after all.
//!
//! Takes a name that a pattern found, gives its mention: its words without the case ending are its name, and with hyphens
//! its id; a listed person's in another spelling or with honorifics is that person.

use super::cues::{is_name_part, is_surname, without_honorific};
use super::scene::{Candidate, Recognition, Scene, mention};
use crate::analysis::fold;
use crate::entities::{Entity, EntityKind, How, Mention};

impl Recognition<'_> {
    /// A name that no list has: its words without the ending are its name, and with hyphens its id. A name that
    /// is a listed one but for honorifics or spelling is that one (નરેન્દ્રભાઈ મોદી, ઈલન મસ્ક).
    pub(super) fn by_pattern(&self, scene: &Scene<'_>, candidate: &Candidate, kind: EntityKind) -> Mention {
        let form = scene.form(candidate);
        let name = base_form(form, candidate.parts.last().and_then(|&place| self.key_at(place)));
        let is_person = kind == EntityKind::Person && candidate.parts.len() > 1;
        if let Some(listed) = is_person.then(|| self.listed_otherwise(name)).flatten() {
            return mention(scene, candidate, listed, How::Pattern);
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
    fn listed_otherwise(&self, name: &str) -> Option<Entity<&str>> {
        let words: Vec<&str> = name.split(' ').map(without_honorific).collect();
        let plain = words.join(" ");
        if plain != name {
            let mut people = self.gazetteer.bearers(&plain).into_iter().filter_map(|bearer| {
                self.gazetteer
                    .entity(bearer.entity)
                    .filter(|entity| entity.kind() == EntityKind::Person)
            });
            if let (Some(person), None) = (people.next(), people.next()) {
                return Some(person);
            }
        }
        let mut alike = self.gazetteer.sounding_alike(EntityKind::Person, &plain).into_iter();
        alike
            .next()
            .filter(|person| alike.next().is_none() && is_respelling(person.name, &plain))
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
    let end = lemma.and_then(|lemma| end_of_lemma(last, lemma));
    // what the lemma leaves off besides a case ending belongs to the name (સ્કારલેટ ડેલગાડોને, હર્ષ બ્રહ્મભટ્ટની)
    let end = end.and_then(|end| start_of_case(last, end));
    let end = end.unwrap_or_else(|| {
        if start > 0 {
            without_ending(last).len()
        } else {
            last.len()
        }
    });
    form.get(..start + end).unwrap_or(form)
}

/// Where the shortest beginning of a word ends that has this lemma key.
fn end_of_lemma(word: &str, lemma: &str) -> Option<usize> {
    let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.find(|&end| word.get(..end).is_some_and(|base| fold(base) == lemma))
}

/// Where, from a place on, the rest of a word is a case ending.
fn start_of_case(word: &str, from: usize) -> Option<usize> {
    let mut starts = word.char_indices().map(|(at, _)| at).filter(|&at| at >= from);
    starts.find(|&at| word.get(at..).is_some_and(|rest| CASES.contains(&rest)))
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
