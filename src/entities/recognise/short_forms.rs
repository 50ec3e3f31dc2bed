//! Short forms: a part of a name that stands for the whole of it.
//!
//! Takes the words that are left undecided, gives the person of the same story who bears one of them: the one named
//! last before, or first behind; then the one whose words the story has.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::scene::{Candidate, Recognition, Scene, mention};
use crate::entities::{EntityKind, How, Mention};

impl Recognition<'_> {
    /// Words left over that are a part of a person's name in the same scene: of the person named last
    /// before, or first behind. What is left then and looks like a name stands for itself.
    pub(super) fn short_forms(&self, scene: &Scene<'_>, decided: &mut [Option<Mention>]) {
        let full = self.full_names(&scene.candidates, decided);
        let keys: OnceCell<FxHashSet<&str>> = OnceCell::new();
        let all_keys = || keys.get_or_init(|| scene.words.iter().filter_map(|&word| self.key_at(word)).collect());
        for (at, candidate) in scene.candidates.iter().enumerate() {
            let [part] = candidate.parts.as_slice() else { continue };
            let around = candidate.around;
            if decided.get(at).is_none_or(Option::is_some) || around.is_inside() || around.body_behind {
                continue;
            }
            let named = self.key_at(*part).and_then(|key| full.get(key));
            let named = named.and_then(|named| self.nearest(scene, candidate, at, named));
            let short = named.and_then(|full| decided.get(full)?.as_ref());
            let short = short
                .filter(|full| full.how != How::Pattern || !candidate.around.is_common)
                .map(|full| in_place_of(full, scene, candidate));
            let meant = short.or_else(|| {
                let entity = self.gazetteer.entity(self.by_words(candidate, all_keys)?)?;
                Some(mention(scene, candidate, entity, How::Inferred))
            });
            let meant = meant.or_else(|| Some(self.by_pattern(scene, candidate, candidate.pattern?)));
            if let Some(place) = decided.get_mut(at) {
                *place = meant;
            }
        }
    }

    /// The numbers of the people named in full, by the keys of the words of their names.
    fn full_names(&self, candidates: &[Candidate], decided: &[Option<Mention>]) -> FxHashMap<&str, Vec<usize>> {
        let mut full: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, (candidate, mention)) in candidates.iter().zip(decided).enumerate() {
            let is_person = mention
                .as_ref()
                .is_some_and(|mention| mention.kind == EntityKind::Person);
            if is_person && candidate.parts.len() > 1 {
                for key in candidate.parts.iter().filter_map(|&part| self.key_at(part)) {
                    full.entry(key).or_default().push(at);
                }
            }
        }
        full
    }

    /// The name in full that is nearest to a short form, and has the word before it, too, where that is another part of
    /// the same person's name.
    fn nearest(&self, scene: &Scene<'_>, candidate: &Candidate, at: usize, named: &[usize]) -> Option<usize> {
        let around = candidate.around;
        let other = candidate
            .before
            .filter(|_| around.part_before || around.maybe_part_before);
        let other = other.and_then(|other| self.key_at(other));
        let fits = |full: &&usize| {
            let parts = scene
                .candidates
                .get(**full)
                .map(|full| full.parts.as_slice())
                .unwrap_or_default();
            other.is_none() || parts.iter().any(|&part| self.key_at(part) == other)
        };
        let before = named.iter().rev().filter(|full| **full < at).find(fits);
        before.or_else(|| named.iter().find(fits)).copied()
    }
}

/// The mention of a short form that stands for a name in full.
fn in_place_of(full: &Mention, scene: &Scene<'_>, candidate: &Candidate) -> Mention {
    Mention {
        how: How::Inferred,
        form: scene.form(candidate).to_owned(),
        field: candidate.field,
        byte_start: candidate.byte_start,
        byte_end: candidate.byte_end,
        ..full.clone()
    }
}
