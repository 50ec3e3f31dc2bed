//! Marks: which words of a text the query found.
//!
//! Takes a plan and a text, gives the ranges that matched, each with its word and tier. A mark covers the
//! whole word as it stands in the text, with its ending and in its own script, never a part of a letter.

use rustc_hash::FxHashMap;

use crate::analysis::{Kind, Segment, Token, form_of, segments, tokens};
use crate::query::{Clause, Slot, Tier, WordClause};

/// About as many bytes as a snippet has.
pub(super) const PASSAGE_BYTES: usize = 480;

/// A range of a text that a word of the query found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The word of the query, by its place in [`Marker::labels`].
    pub word: usize,
    /// How it belongs to the word.
    pub tier: Tier,
    /// First byte.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
}

/// Finds the marks of a plan.
#[derive(Debug, Default)]
pub struct Marker {
    /// The words as typed.
    pub labels: Vec<String>,
    singles: FxHashMap<String, (usize, Tier)>,
    phrases: Vec<Phrase>,
    entities: Vec<(usize, crate::entities::EntityKind, String)>,
    beginnings: Beginnings,
}

/// The first two characters of all forms, hashed to a bit each, so that most words of a text are passed
/// over without being repaired or looked up.
#[derive(Debug, Default)]
struct Beginnings {
    bits: [u64; 16],
}

impl Beginnings {
    fn add(&mut self, form: &str) {
        let (place, bit) = Self::place(form);
        if let Some(word) = self.bits.get_mut(place) {
            *word |= bit;
        }
    }

    fn place(form: &str) -> (usize, u64) {
        let mut letters = form.chars().map(u32::from);
        let hash = letters
            .next()
            .unwrap_or(0)
            .wrapping_mul(31)
            .wrapping_add(letters.next().unwrap_or(0))
            % 1024;
        ((hash / 64) as usize, 1 << (hash % 64))
    }

    /// Whether a form can begin like this word of a text. Only sound Gujarati words are judged: whatever
    /// repair could change in the first letters is let through.
    fn can_begin(&self, word: &str, kind: Kind) -> bool {
        if kind != Kind::Gujarati || is_doubtful(word) {
            return true;
        }
        let (place, bit) = Self::place(word);
        self.bits.get(place).is_some_and(|bits| bits & bit != 0)
    }
}

/// Whether repair could change one of the first two characters.
fn is_doubtful(word: &str) -> bool {
    use crate::script::{is_consonant, is_dependent, is_independent_vowel, is_invisible};
    let mut letters = word.chars();
    let [first, second, third] = std::array::from_fn(|_| letters.next().unwrap_or('\0'));
    let is_letter = is_consonant(first) || is_independent_vowel(first);
    !is_letter
        || is_invisible(second)
        || is_invisible(third)
        || (is_independent_vowel(first) && is_dependent(second))
        || (is_dependent(second) && is_dependent(third))
        || second == crate::script::VISARGA
}

#[derive(Debug)]
struct Phrase {
    word: usize,
    slots: Vec<FxHashMap<String, Tier>>,
    slop: usize,
    tier: Tier,
}

impl Marker {
    /// The marker of a plan; words that must not match are not marked.
    #[must_use]
    pub fn new(clause: &Clause) -> Self {
        let mut marker = Self::default();
        marker.add(clause);
        marker
    }

    /// The entities that words of the query name.
    pub fn entities(&self) -> impl Iterator<Item = (usize, crate::entities::EntityKind, &str)> {
        self.entities.iter().map(|(word, kind, id)| (*word, *kind, id.as_str()))
    }

    fn add(&mut self, clause: &Clause) {
        match clause {
            Clause::Word(word) => self.add_word(word),
            Clause::All(parts) | Clause::Any(parts) => parts.iter().for_each(|part| self.add(part)),
            _ => {}
        }
    }

    fn add_word(&mut self, clause: &WordClause) {
        let word = self.labels.len();
        self.labels.push(clause.label.clone());
        clause
            .slot
            .forms
            .iter()
            .for_each(|form| self.beginnings.add(&form.entry.form));
        for form in &clause.slot.forms {
            self.singles.entry(form.entry.form.clone()).or_insert((word, form.tier));
        }
        for phrase in &clause.phrases {
            let slots = phrase.slots.iter().map(slot_forms).collect();
            self.phrases.push(Phrase {
                word,
                slots,
                slop: phrase.slop as usize,
                tier: phrase.tier,
            });
        }
        self.entities
            .extend(clause.entities.iter().map(|(kind, id)| (word, *kind, id.clone())));
    }

    /// Whether there is anything to mark.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The marks of a text, in order, without overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        if self.phrases.is_empty() {
            return segments(text)
                .filter_map(|segment| self.segment(text, segment))
                .collect();
        }
        let words: Vec<Token<'_>> = tokens(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = words.get(at) {
            let rest = words.get(at..).unwrap_or_default();
            let phrase = self.phrases.iter().find_map(|phrase| Some((phrase.run(rest)?, phrase)));
            match phrase {
                Some((run, phrase)) => {
                    found.extend(
                        run.iter()
                            .map(|&(i, tier)| mark(&rest[i], phrase.word, tier.max(phrase.tier))),
                    );
                    at += run.last().map_or(1, |&(i, _)| i + 1);
                }
                None => {
                    found.extend(self.single(token));
                    at += 1;
                }
            }
        }
        found
    }

    /// The marks of a text as far as a snippet needs them: where every word of the query stands within one
    /// passage, nothing behind that passage is read.
    #[must_use]
    pub fn find_passage(&self, text: &str) -> Vec<Found> {
        if !self.phrases.is_empty() {
            return self.find(text);
        }
        let mut found: Vec<Found> = Vec::new();
        let mut enough = usize::MAX;
        for segment in segments(text) {
            if segment.byte_start > enough {
                break;
            }
            let Some(mark) = self.segment(text, segment) else {
                continue;
            };
            found.push(mark);
            if enough == usize::MAX && self.is_complete(&found) {
                enough = mark.byte_end + PASSAGE_BYTES;
            }
        }
        found
    }

    /// Whether every word stands within one passage that ends with the last mark.
    fn is_complete(&self, found: &[Found]) -> bool {
        let Some(last) = found.last() else { return false };
        let recent = found
            .iter()
            .rev()
            .take_while(|mark| mark.byte_start + PASSAGE_BYTES > last.byte_end);
        let mut words: Vec<usize> = recent.map(|mark| mark.word).collect();
        words.sort_unstable();
        words.dedup();
        words.len() == self.labels.len()
    }

    fn segment(&self, text: &str, segment: Segment) -> Option<Found> {
        let Segment {
            byte_start,
            byte_end,
            kind,
            ..
        } = segment;
        let word = text.get(byte_start..byte_end)?;
        if !self.beginnings.can_begin(word, kind) {
            return None;
        }
        let dot = text.as_bytes().get(byte_end) == Some(&b'.');
        let &(word, tier) = self.singles.get(form_of(word, kind, dot).as_ref())?;
        Some(Found {
            word,
            tier,
            byte_start,
            byte_end,
        })
    }

    fn single(&self, token: &Token<'_>) -> Option<Found> {
        self.singles
            .get(token.form.as_ref())
            .map(|&(word, tier)| mark(token, word, tier))
    }
}

fn slot_forms(slot: &Slot) -> FxHashMap<String, Tier> {
    slot.forms
        .iter()
        .map(|form| (form.entry.form.clone(), form.tier))
        .collect()
}

fn mark(token: &Token<'_>, word: usize, tier: Tier) -> Found {
    Found {
        word,
        tier,
        byte_start: token.byte_start,
        byte_end: token.byte_end,
    }
}

impl Phrase {
    /// Where the slots stand in the words from the first on.
    fn run(&self, words: &[Token<'_>]) -> Option<Vec<(usize, Tier)>> {
        let mut run: Vec<(usize, Tier)> = Vec::with_capacity(self.slots.len());
        for slot in &self.slots {
            let (from, reach) = run.last().map_or((0, 0), |&(last, _)| (last + 1, self.slop));
            let next = (from..=from + reach).find_map(|i| Some((i, *slot.get(words.get(i)?.form.as_ref())?)));
            run.push(next?);
        }
        Some(run)
    }
}
