//! Marks: which words of a text the query found.
//!
//! Takes a plan and a text, gives the ranges that matched, each with its word and tier. A mark covers the
//! whole word as it stands in the text, with its ending and in its own script, never a part of a letter.

use rustc_hash::FxHashMap;

use crate::analysis::{Kind, Segment, Token, form_of, segments, tokens};
use crate::query::{Clause, Slot, Tier, WordClause};

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

/// The first characters of all forms, a bit each, so that most words of a text are passed over at once.
#[derive(Debug, Default)]
struct Beginnings {
    gujarati: u128,
    others: bool,
}

impl Beginnings {
    fn add(&mut self, form: &str) {
        match form.chars().next().map(u32::from) {
            // an initial vowel may be typed as અ and a sign, and a sign before its consonant
            Some(c @ 0x0A80..=0x0AFF) => {
                self.gujarati |= 1 << (c - 0x0A80);
                if crate::script::is_independent_vowel(char::from_u32(c).unwrap_or_default()) {
                    self.gujarati |= 1 << (0x0A85 - 0x0A80) | 1 << (0x0A86 - 0x0A80) | 1 << (0x0A8F - 0x0A80);
                }
            }
            _ => self.others = true,
        }
    }

    fn can_begin(&self, word: &str, kind: Kind) -> bool {
        if kind != Kind::Gujarati {
            return self.others || matches!(kind, Kind::Initials | Kind::Devanagari | Kind::Sign);
        }
        word.chars().next().is_some_and(|c| {
            let c = u32::from(c);
            // a word that begins with a sign is repaired to another beginning
            (0x0ABC..0x0AD0).contains(&c) || (0x0A80..0x0B00).contains(&c) && self.gujarati & (1 << (c - 0x0A80)) != 0
        })
    }
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
