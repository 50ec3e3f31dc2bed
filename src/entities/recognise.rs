//! Recognition: the mentions of an article.
//!
//! Takes an article, gives its mentions. Names are looked for from left to right, the longest first;
//! then the article as a whole decides what its short and shared forms stand for.

use std::cell::RefCell;

use fst::raw::Output;
use rustc_hash::FxHashMap;

use super::cues::{COMMON, PRIZE, cues_of, is_everyday};
use super::gazetteer::{Bearer, Gazetteer};
use super::lookup::{State, step};
use super::patterns::{Sign, pattern};
use super::resolve::only_sure;
use super::spans::{end_of, is_initial, is_one_letter, without_titles};
use super::surroundings::Around;
use super::{EntityKind, Field, Mention};
use crate::analysis::{KeyCache, Keys, Kind, tokens};
use crate::article::Article;

/// A name found in a text, before it is decided whom it means.
pub(super) struct Candidate {
    pub(super) bearers: Vec<Bearer>,
    /// What a pattern takes it for where nobody of the gazetteer is meant.
    pub(super) pattern: Option<EntityKind>,
    /// The numbers of its words in the cache, for short forms of the same story.
    pub(super) parts: Vec<usize>,
    /// The number of the word before.
    pub(super) before: Option<usize>,
    /// The number of the word at once behind, where nothing but a space parts them.
    pub(super) behind: Option<usize>,
    pub(super) around: Around,
    pub(super) field: Field,
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
}

/// A hash of the first lemma, never 0; 0 for a stop word.
fn lemma_hash(keys: &Keys) -> u32 {
    let lemma = keys.lemmas.first().filter(|_| !keys.is_stop);
    lemma.map_or(0, |lemma| crc32fast::hash(lemma.key.as_bytes()).max(1))
}

/// An article and what was found in it.
pub(super) struct Story<'a> {
    pub(super) article: &'a Article,
    pub(super) candidates: Vec<Candidate>,
    /// The numbers of all words in the cache.
    pub(super) words: Vec<usize>,
    /// A tournament is named in it.
    pub(super) has_prize: bool,
}

impl Story<'_> {
    /// The words of a candidate as they stand.
    pub(super) fn form(&self, candidate: &Candidate) -> &str {
        let text = candidate.field.of(self.article);
        text.get(candidate.byte_start..candidate.byte_end).unwrap_or_default()
    }

    /// The text from one candidate to another of the same field behind it.
    pub(super) fn gap(&self, before: &Candidate, after: &Candidate) -> Option<&str> {
        let text = (before.field == after.field).then(|| before.field.of(self.article))?;
        text.get(before.byte_end..after.byte_start)
    }

    /// The candidate before another and the text between, in the same field.
    pub(super) fn before(&self, at: usize) -> Option<(&Candidate, &str)> {
        let before = self.candidates.get(at.checked_sub(1)?)?;
        Some((before, self.gap(before, self.candidates.get(at)?)?))
    }

    /// The candidate behind another and the text between, in the same field.
    pub(super) fn behind(&self, at: usize) -> Option<(&Candidate, &str)> {
        let behind = self.candidates.get(at + 1)?;
        Some((behind, self.gap(self.candidates.get(at)?, behind)?))
    }
}

/// A token as recognition needs it.
pub(super) struct Word {
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
    /// Its number in the cache of keys.
    pub(super) place: usize,
    pub(super) sign: Sign,
}

/// Finds the mentions of articles; keeps the keys of the words that it has seen.
#[derive(Debug)]
pub struct Recogniser<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) cache: KeyCache,
    /// For each number of the cache, whether a name can begin with the word: most words of a text are
    /// done with here.
    pub(super) begins: Vec<bool>,
    /// For each number of the cache, a hash of the word's lemma; 0 for a stop word.
    hashes: Vec<u32>,
    /// The hashes of the words of the article that was read last, its headlines left out.
    lemmas: Vec<u32>,
    /// For each number of the cache, the cues of the word.
    cues: Vec<u32>,
    /// The keys of the words that go with the people who were asked for.
    pub(super) words_with: RefCell<FxHashMap<u32, Vec<String>>>,
}

impl<'g> Recogniser<'g> {
    /// A recogniser over a gazetteer.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer,
            cache: KeyCache::default(),
            begins: Vec::new(),
            cues: Vec::new(),
            hashes: Vec::new(),
            lemmas: Vec::new(),
            words_with: RefCell::default(),
        }
    }

    /// The keys of the words seen so far, for the vocabulary of an index.
    #[must_use]
    pub fn into_cache(self) -> KeyCache {
        self.cache
    }

    /// The mentions of an article, in the order of its fields and of the text.
    pub fn mentions(&mut self, article: &Article) -> Vec<Mention> {
        self.lemmas.clear();
        let mut story = Story {
            article,
            candidates: Vec::new(),
            words: Vec::new(),
            has_prize: false,
        };
        for field in Field::STORY {
            self.find(field, field.of(article), &mut story);
        }
        self.decide(&story)
    }

    /// Hashes of the lemmas of the article that was read last, in the order of its summary and body, 0 for a stop
    /// word: reading it again for the comparison of stories would cost as much as recognition.
    #[must_use]
    pub fn lemma_hashes(&self) -> &[u32] {
        &self.lemmas
    }

    fn find(&mut self, field: Field, text: &str, story: &mut Story<'_>) {
        let words = self.words(text);
        if matches!(field, Field::Summary | Field::Body) {
            let hashes = words.iter().filter_map(|word| self.hashes.get(word.place));
            self.lemmas.extend(hashes);
        }
        let signs: Vec<Sign> = words.iter().map(|word| word.sign).collect();
        story.has_prize |= signs.iter().any(|sign| sign.has(PRIZE));
        story.words.extend(words.iter().map(|word| word.place));
        let mut at = 0;
        while at < words.len() {
            let Some((count, bearers, pattern)) = self.name_at(text, &words, &signs, at) else {
                at += 1;
                continue;
            };
            let run = without_titles(
                text,
                words.get(at..at + count).unwrap_or_default(),
                &bearers,
                self.gazetteer,
            );
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                let start = at + count - run.len();
                story.candidates.push(Candidate {
                    bearers,
                    pattern,
                    parts: run.iter().map(|word| word.place).collect(),
                    before: start
                        .checked_sub(1)
                        .and_then(|before| words.get(before))
                        .map(|word| word.place),
                    behind: words
                        .get(at + count)
                        .filter(|word| word.sign.is_joined)
                        .map(|word| word.place),
                    around: Around::of(&signs, start, run.len()),
                    field,
                    byte_start: first.byte_start,
                    byte_end: end_of(text, last, words.get(at + count)),
                });
            }
            at += count;
        }
    }

    /// The name that begins at a word: how many words, who bears it, and what a pattern takes it for.
    fn name_at(
        &self,
        text: &str,
        words: &[Word],
        signs: &[Sign],
        at: usize,
    ) -> Option<(usize, Vec<Bearer>, Option<EntityKind>)> {
        let before = at.checked_sub(1).and_then(|before| signs.get(before)).copied();
        let (rest, rest_signs) = (words.get(at..)?, signs.get(at..)?);
        let listed = self.longest(text, rest);
        let is_title = rest_signs.first().is_some_and(|sign| sign.is_title());
        if let (true, Some((count, _))) = (is_title, &listed)
            && let Some((longer, _)) = words.get(at + 1..).and_then(|behind| self.longest(text, behind))
            && longer >= *count
        {
            // a title with a part of the name behind it (તાનાશાહ કિમ, કિમ જોંગ ઉન)
            return None;
        }
        let by_pattern = pattern(before, rest_signs).and_then(|found| self.without_listed(text, rest, found));
        match (listed, by_pattern) {
            (Some((count, bearers)), Some((kind, longer)))
                if longer > count && !self.is_body_before_person(&bearers, kind) =>
            {
                Some((longer, Vec::new(), Some(kind)))
            }
            (Some((count, bearers)), other) => {
                let head = rest_signs.get(count).filter(|sign| sign.is_head_of_place());
                let same = other.filter(|&(_, words)| words == count).map(|(kind, _)| kind);
                let count = count + self.words_behind(rest, count, &bearers);
                Some((count, bearers, head.map(|_| EntityKind::Place).or(same)))
            }
            (None, Some((kind, count))) => Some((count, Vec::new(), Some(kind))),
            // a word that may be a part of a name that the story has elsewhere
            (None, None) => rest_signs.first()?.can_be_short_form().then_some((1, Vec::new(), None)),
        }
    }

    /// A person by pattern ends before a listed name that begins inside: a place behind a name
    /// (હસીના ઢાકાથી), a name behind a word (ભીષ્મ રતન ટાટા).
    fn without_listed(&self, text: &str, words: &[Word], found: (EntityKind, usize)) -> Option<(EntityKind, usize)> {
        let (kind, count) = found;
        if kind != EntityKind::Person {
            return Some(found);
        }
        let is_listed = |&at: &usize| {
            let listed = self.longest(text, words.get(at..).unwrap_or_default());
            listed.is_some_and(|(length, bearers)| {
                let sure = only_sure(&bearers).and_then(|entity| self.gazetteer.kind(entity));
                sure.is_some_and(|kind| kind != EntityKind::Person || length > 1)
            })
        };
        let end = (1..count).find(is_listed).unwrap_or(count);
        let is_whole = end == count || end > 1 || words.first().is_some_and(|word| word.sign.is_honoured());
        is_whole.then_some((kind, end))
    }

    fn words(&mut self, text: &str) -> Vec<Word> {
        let mut end_of_last = 0;
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 16);
        for token in tokens(text) {
            let place = self.place(&token.form);
            let gap = text.get(end_of_last..token.byte_start).unwrap_or_default();
            let is_word = self.cache.at(place).is_some_and(|keys| keys.is_stop);
            let rest = text.get(token.byte_end..).unwrap_or_default();
            let is_initial = token.kind == Kind::Initials || is_initial(&token.form, rest, is_word);
            words.push(Word {
                byte_start: token.byte_start,
                byte_end: token.byte_end,
                place,
                sign: Sign {
                    flags: self.cues.get(place).copied().unwrap_or(COMMON),
                    is_letters: matches!(token.kind, Kind::Gujarati | Kind::Initials),
                    is_initial,
                    is_one_letter: is_one_letter(&token.form),
                    is_number: token.kind == Kind::Number,
                    is_joined: gap == " " || gap == ". " && words.last().is_some_and(|last| last.sign.is_initial),
                },
            });
            end_of_last = token.byte_end;
        }
        words
    }

    /// The lemma key of a word by its number in the cache.
    pub(super) fn key_at(&self, place: usize) -> Option<&str> {
        Some(&self.cache.at(place)?.lemmas.first()?.key)
    }

    /// Whether a word is one of everyday in another reading than its first (માના, of the mother).
    pub(super) fn can_be_everyday(&self, place: usize) -> bool {
        let lemmas = self
            .cache
            .at(place)
            .map(|keys| keys.lemmas.as_slice())
            .unwrap_or_default();
        lemmas.iter().skip(1).any(|lemma| is_everyday(&lemma.key))
    }

    /// The number of a form in the cache; on its first sight it is seen whether a name begins with it.
    fn place(&mut self, form: &str) -> usize {
        let place = self.cache.place(form);
        if place >= self.begins.len() || self.cache.len() < self.begins.len() {
            self.begins.truncate(place);
            self.cues.truncate(place);
            self.hashes.truncate(place);
            self.cues.extend(self.cache.at(place).map(|keys| cues_of(form, keys)));
            self.hashes.extend(self.cache.at(place).map(lemma_hash));
            let map = self.gazetteer.names().as_fst();
            let lemmas = self
                .cache
                .at(place)
                .map(|keys| keys.lemmas.as_slice())
                .unwrap_or_default();
            self.begins.push(lemmas.iter().any(|lemma| {
                let mut state = State {
                    node: map.root(),
                    output: Output::zero(),
                    doubtful: false,
                };
                step(map, &mut state, lemma.key.as_bytes())
            }));
        }
        place
    }
}
