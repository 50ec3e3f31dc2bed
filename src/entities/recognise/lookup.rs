//! Lookup: the longest listed name at a place of a text.
//!
//! Takes the words of a text from one place on, gives how many of them are the longest name that the gazetteer has there,
//! and who bears it. Every reading of every word is followed at once through the map of names.

use fst::raw::{Node, Output};

use super::cues::Cues;
use super::scene::{Recognition, Word};
use crate::analysis::Class;
use crate::entities::gazetteer::names::sure_bearer;
use crate::entities::gazetteer::store::Slice;
use crate::entities::{Bearer, EntityKind, Strength};

impl Recognition<'_> {
    /// The longest name that begins with the first word: how many words, and who bears it.
    pub(super) fn longest(&self, text: &str, words: &[Word]) -> Option<(usize, Vec<Bearer>)> {
        let first = words.first()?;
        if first.cued.is_number || !self.gazetteer.may_begin(self.keys(first.word)) {
            return None;
        }
        let map = self.gazetteer.names().as_fst();
        let mut states = vec![State {
            node: map.root(),
            output: Output::zero(),
            doubtful: false,
        }];
        let mut best = None;
        let mut end_of_last = None;
        for (count, word) in (1..).zip(words) {
            if end_of_last.is_some_and(|end| !is_inside_name(text.get(end..word.byte_start))) {
                break;
            }
            if end_of_last.is_some() {
                states.retain_mut(|state| step(map, state, b" "));
            }
            let keys = self.keys(word.word);
            let mut next = Vec::with_capacity(states.len());
            for state in &states {
                for (rank, lemma) in keys.lemmas.iter().enumerate() {
                    let mut state = *state;
                    state.doubtful |= rank > 0;
                    if step(map, &mut state, lemma.key.as_bytes()) {
                        next.push(state);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            let mut ends = next.iter().filter(|state| state.node.is_final());
            if let Some(state) = ends.next() {
                let value = |state: &State<'_>| state.output.cat(state.node.final_output()).value();
                let other = ends.next().filter(|_| count == 1).map(value);
                best = Some((count, value(state), state.doubtful && count == 1, other));
            }
            states = next;
            end_of_last = Some(word.byte_end);
        }
        // the second reading of a word of everyday is no name, whatever the story says (હા, yes, and હૂ, the WHO)
        let is_everyday = || {
            let lemma = self.keys(first.word).lemmas.first();
            lemma
                .and_then(|lemma| lemma.class)
                .is_some_and(|class| Class::EVERYDAY.contains(&class))
        };
        let best = best.filter(|&(_, _, doubtful, _)| !doubtful || !is_everyday());
        best.map(|(count, value, doubtful, other)| (count, self.bearers(value, doubtful, other)))
    }

    /// The bearers of a name; a single word that is a name only in its second reading (લખવી, 'to write',
    /// and a surname) needs evidence. Where the second reading is the whole name of one who bears the first, too, it
    /// is meant (ગાંધીજી).
    fn bearers(&self, value: u64, doubtful: bool, other: Option<u64>) -> Vec<Bearer> {
        let mut bearers = self.gazetteer.bearers_at(value);
        let other = other
            .filter(|_| sure_bearer(&bearers).is_none())
            .map(|other| self.gazetteer.bearers_at(other));
        let sure = other.as_deref().and_then(sure_bearer);
        if let (Some(sure), Some(other)) = (sure, other)
            && bearers.iter().any(|bearer| bearer.entity == sure)
        {
            return other;
        }
        if doubtful {
            bearers.iter_mut().for_each(|bearer| bearer.strength = Strength::Shared);
        }
        bearers
    }

    /// Whether a listed body or country stands where a pattern sees a person that begins with it (ડિઝની ઈલન મસ્ક).
    pub(super) fn is_body_before_person(&self, bearers: &[Bearer], pattern: EntityKind) -> bool {
        let kind = || sure_bearer(bearers).and_then(|entity| self.gazetteer.kind(entity));
        pattern == EntityKind::Person && matches!(kind(), Some(EntityKind::Organisation | EntityKind::Country))
    }

    /// How many words behind a listed person's name are another part of it (સાધ્વી પ્રજ્ઞા ઠાકુર).
    pub(super) fn words_behind(&self, words: &[Word], count: usize, bearers: &[Bearer]) -> usize {
        let last = count.checked_sub(1).and_then(|last| words.get(last));
        let next = last.zip(words.get(count)).filter(|(last, next)| {
            next.cued.is_joined
                && !last.cued.has(Cues::INFLECTED)
                && (next.cued.has(Cues::SURNAME | Cues::SURNAME_WORD) || next.cued.is_unknown())
        });
        let person = || sure_bearer(bearers).and_then(|entity| self.gazetteer.entity(entity));
        let is_part = next.is_some_and(|(_, next)| {
            person().is_some_and(|person| person.kind() == EntityKind::Person && self.has_word(person, Some(next.word)))
        });
        usize::from(is_part)
    }
}

/// A place in the map of names, reached by the words so far.
#[derive(Clone, Copy)]
pub(super) struct State<'f> {
    pub(super) node: Node<'f>,
    pub(super) output: Output,
    /// A word was taken by another than its first reading.
    pub(super) doubtful: bool,
}

/// Follows `bytes` from a state of the map; `false` where no name goes on so.
pub(super) fn step<'f>(map: &'f fst::raw::Fst<Slice>, state: &mut State<'f>, bytes: &[u8]) -> bool {
    for &byte in bytes {
        let Some(at) = state.node.find_input(byte) else {
            return false;
        };
        let transition = state.node.transition(at);
        state.output = state.output.cat(transition.out);
        state.node = map.node(transition.addr);
    }
    true
}

/// Whether two words of one name may have this between them.
fn is_inside_name(gap: Option<&str>) -> bool {
    gap.is_some_and(|gap| {
        gap.len() <= 4
            && gap
                .chars()
                .all(|c| matches!(c, ' ' | '.' | '-' | '\u{00A0}' | '\u{2019}' | '\'' | '&'))
    })
}
