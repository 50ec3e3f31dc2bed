//! Words that go with a person: which bearer of a shared name a story is about.
//!
//! Takes a short form that several bear and the words of the scene, gives the one bearer whose party, role, sport or
//! state the story names. A story that fits two of them, or none, leaves the form undecided.

use rustc_hash::FxHashSet;

use super::scene::{Candidate, Recognition};
use crate::analysis::WordId;
use crate::entities::{Bearer, EntityKind};

/// So many words of a bearer the story must have: a first name or a surname alone is borne by many whom no list has.
const LEAST: usize = 2;

/// What more than so many of the lists bear (ખાન, પટેલ) is borne by very many others.
const MANY: usize = 6;

impl Recognition<'_> {
    /// The person among the bearers whose words the story has most of.
    pub(super) fn by_words<'s, 'k: 's>(
        &self,
        candidate: &Candidate,
        article_words: impl FnOnce() -> &'s FxHashSet<&'k str>,
    ) -> Option<u32> {
        let around = candidate.around;
        let [part] = candidate.parts.as_slice() else {
            return None;
        };
        let is_open = candidate.bearers.is_empty() || candidate.bearers.len() > MANY || around.is_inside();
        if is_open || around.is_everyday || around.part_before || around.maybe_part_before || !self.is_only_name(*part)
        {
            return None;
        }
        if !around.inflected && candidate.behind.is_some_and(|behind| self.looks_like_a_doer(behind)) {
            return None;
        }
        let article_words = article_words();
        let mut best: Option<(usize, u32)> = None;
        let mut is_tied = false;
        for bearer in &candidate.bearers {
            let count = self.words_in(candidate, bearer, article_words)?;
            match best {
                Some((most, _)) if count == most => is_tied = true,
                Some((most, _)) if count < most => {}
                _ if count > 0 => (best, is_tied) = (Some((count, bearer.entity)), false),
                _ => {}
            }
        }
        best.filter(|_| !is_tied).map(|(_, entity)| entity)
    }

    /// Whether a word looks like one with the ending of the doer (સંજય જોગે): then it is the surname.
    fn looks_like_a_doer(&self, word: WordId) -> bool {
        let keys = self.keys(word);
        !keys.is_stop && keys.fold.ends_with('\u{AC7}')
    }

    /// Whether a word has one reading only, and a name has that (સોનાના can be gold).
    fn is_only_name(&self, word: WordId) -> bool {
        let key = self.key_at(word).unwrap_or_default();
        self.gazetteer.names().contains_key(key) && !self.can_be_everyday(word)
    }

    /// How many of a person's words the story has; none where they are too few; `None` for what is no person.
    fn words_in(&self, candidate: &Candidate, bearer: &Bearer, scene: &FxHashSet<&str>) -> Option<usize> {
        if self.gazetteer.kind(bearer.entity) != Some(EntityKind::Person) {
            return None;
        }
        let words = self.gazetteer.words_with(bearer.entity);
        let before = candidate.before.and_then(|before| self.key_at(before));
        let (mut count, mut is_near) = (0, false);
        for word in words {
            is_near |= Some(word) == before;
            if word.split(' ').all(|part| scene.contains(part)) {
                // words of several parts, such as another's name in full, say twice as much
                count += word.split(' ').count().min(LEAST);
            }
        }
        // at once before the name a word is as good as any two elsewhere, and better (PM મોદી)
        count += if is_near { LEAST } else { 0 };
        Some(if count < LEAST { 0 } else { count })
    }
}
