//! The marker: finds the words of a plan in a text.
//!
//! Takes a plan, then texts, gives the marks of each in order, without overlap: a whole text, or as much of it as a
//! snippet needs.

use rustc_hash::FxHashMap;

use super::beginnings::Beginnings;
use super::phrase::Phrase;
use super::word_mark::{PASSAGE_BYTES, WordMark};
use crate::analysis::{Analyzer, Segment, Token, segments, tokens};
use crate::article::{Field, FieldSet};
use crate::entities::EntityKind;
use crate::query::expansion::Tier;
use crate::query::plan::{Clause, WordClause};

/// Finds the marks of a plan.
#[derive(Debug, Default)]
pub struct Marker {
    /// The words as typed.
    pub labels: Vec<String>,
    /// The fields that each word was asked for in, in the order of the words.
    fields: Vec<FieldSet>,
    singles: FxHashMap<String, (usize, Tier)>,
    phrases: Vec<Phrase>,
    /// The phrases that a form begins.
    starts: FxHashMap<String, Vec<usize>>,
    entities: Vec<(usize, EntityKind, String)>,
    beginnings: Beginnings,
}

impl Marker {
    /// The marker of a plan; words that must not match are not marked.
    #[must_use]
    pub fn new(clause: &Clause) -> Self {
        let mut marker = Self::default();
        marker.add(clause);
        marker
    }

    /// Whether a word was asked for in a field.
    pub fn is_asked_in(&self, word: usize, field: Field) -> bool {
        self.fields.get(word).is_some_and(|fields| fields.has(field))
    }

    /// The entities that words of the query name.
    pub fn entities(&self) -> impl Iterator<Item = (usize, EntityKind, &str)> {
        self.entities.iter().map(|(word, kind, id)| (*word, *kind, id.as_str()))
    }

    fn add(&mut self, clause: &Clause) {
        match clause {
            Clause::Word(word) => self.add_word(word),
            Clause::All(parts) | Clause::Any(parts) | Clause::OneOf(parts) => {
                parts.iter().for_each(|part| self.add(part))
            }
            _ => {}
        }
    }

    fn add_word(&mut self, clause: &WordClause) {
        let word = self.labels.len();
        self.labels.push(clause.label.clone());
        self.fields.push(clause.fields);
        clause
            .slot
            .forms
            .iter()
            .for_each(|form| self.beginnings.add(&form.entry.form));
        for form in &clause.slot.forms {
            self.singles.entry(form.entry.form.clone()).or_insert((word, form.tier));
        }
        for form in clause.parts.iter().flat_map(|(_, part)| &part.forms) {
            self.beginnings.add(&form.entry.form);
            self.singles.entry(form.entry.form.clone()).or_insert((word, form.tier));
        }
        for phrase in &clause.phrases {
            for form in phrase
                .slots
                .first()
                .map(|slot| slot.forms.as_slice())
                .unwrap_or_default()
            {
                self.beginnings.add(&form.entry.form);
                self.starts
                    .entry(form.entry.form.clone())
                    .or_default()
                    .push(self.phrases.len());
            }
            self.phrases.push(Phrase::new(word, phrase));
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
    pub fn find(&self, text: &str) -> Vec<WordMark> {
        let mut found = Vec::new();
        self.scan(text, |mark| {
            found.push(mark);
            usize::MAX
        });
        found
    }

    /// The marks of a text as far as a snippet needs them: where every word of the query stands within one
    /// passage, nothing after that passage is read.
    #[must_use]
    pub fn find_passage(&self, text: &str) -> Vec<WordMark> {
        let mut found: Vec<WordMark> = Vec::new();
        let mut enough = usize::MAX;
        self.scan(text, |mark| {
            found.push(mark);
            if enough == usize::MAX && self.is_complete(&found) {
                enough = mark.byte_end + PASSAGE_BYTES;
            }
            enough
        });
        found
    }

    /// Gives the marks in order to `take`, which says up to which byte the text is wanted.
    ///
    /// A text is looked at by what stands between white space: a chunk of Gujarati letters whose first two
    /// begin no form is passed over; only the others are cut into words.
    fn scan(&self, text: &str, mut take: impl FnMut(WordMark) -> usize) {
        let (mut at, mut wanted, mut done) = (0, usize::MAX, 0);
        while at < text.len().min(wanted) {
            let rest = text.get(at..).unwrap_or_default();
            let length = rest
                .bytes()
                .position(|byte| byte.is_ascii_whitespace())
                .unwrap_or(rest.len());
            if length > 0 && self.beginnings.may_hold(rest.get(..length).unwrap_or_default()) {
                // a vowel sign at the beginning hangs on the space before it
                let from = if rest.starts_with(hangs) {
                    at.saturating_sub(1)
                } else {
                    at
                };
                let chunk = text.get(from..).unwrap_or_default();
                for segment in segments(chunk).take_while(|segment| from + segment.byte_start < at + length) {
                    if from + segment.byte_start < done {
                        continue;
                    }
                    for mark in self.marks_at(chunk, segment) {
                        let Some(mark) = from_first_letter(chunk, mark) else {
                            continue;
                        };
                        done = from + mark.byte_end;
                        wanted = take(WordMark {
                            byte_start: from + mark.byte_start,
                            byte_end: done,
                            ..mark
                        });
                    }
                }
            }
            at += length + 1;
        }
    }

    /// The marks that begin with a word: of a phrase where one stands here, else of the word.
    fn marks_at(&self, text: &str, segment: Segment) -> Vec<WordMark> {
        let Segment {
            byte_start,
            byte_end,
            kind,
            ..
        } = segment;
        let word = text.get(byte_start..byte_end);
        if word.is_none_or(|word| !self.beginnings.can_begin(word, kind)) {
            return Vec::new();
        }
        let form = Analyzer::STANDARD.form(text, &segment);
        if let Some(sequence) = self
            .starts
            .get(form.as_ref())
            .and_then(|phrases| self.phrase_at(text, byte_start, phrases))
        {
            return sequence;
        }
        let single = self.singles.get(form.as_ref());
        single
            .map(|&(word, tier)| WordMark {
                word,
                tier,
                byte_start,
                byte_end,
            })
            .into_iter()
            .collect()
    }

    /// The marks of the first of some phrases that stands at a position of the text.
    fn phrase_at(&self, text: &str, from: usize, phrases: &[usize]) -> Option<Vec<WordMark>> {
        let phrases: Vec<&Phrase> = phrases.iter().filter_map(|&at| self.phrases.get(at)).collect();
        let reach = phrases
            .iter()
            .map(|phrase| phrase.slots.len() * (1 + phrase.slop))
            .max()?;
        let words: Vec<Token<'_>> = tokens(text.get(from..)?).take(reach).collect();
        phrases.into_iter().find_map(|phrase| {
            let sequence = phrase.sequence(&words)?;
            let marks = sequence
                .into_iter()
                .filter_map(|(at, tier)| Some((words.get(at)?, tier.max(phrase.tier))));
            Some(
                marks
                    .map(|(token, tier)| mark(token, from, phrase.word, tier))
                    .collect(),
            )
        })
    }

    /// Whether every word stands within one passage that ends with the last mark.
    fn is_complete(&self, found: &[WordMark]) -> bool {
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
}

/// The mark without the space and the vowel signs that a word typed amiss begins with (િવધાન): a mark begins with a
/// letter.
fn from_first_letter(text: &str, mark: WordMark) -> Option<WordMark> {
    let word = text.get(mark.byte_start..mark.byte_end)?;
    let bare = word.trim_start_matches(|c: char| c.is_whitespace() || hangs(c));
    let byte_start = mark.byte_start + word.len() - bare.len();
    (!bare.is_empty()).then_some(WordMark { byte_start, ..mark })
}

/// Whether a character belongs to the letter before it.
fn hangs(c: char) -> bool {
    crate::script::is_dependent(c) || crate::script::is_invisible(c)
}

fn mark(token: &Token<'_>, from: usize, word: usize, tier: Tier) -> WordMark {
    WordMark {
        word,
        tier,
        byte_start: from + token.byte_start,
        byte_end: from + token.byte_end,
    }
}
