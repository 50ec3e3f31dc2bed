//! Recognition: the mentions of an article.
//!
//! Takes an article, gives its mentions. Names are looked for from left to right, the longest first;
//! then the article as a whole decides what its short and shared forms stand for.

use fst::raw::{Node, Output};

use super::cues::{COMMON, cues_of};
use super::gazetteer::{Bearer, Gazetteer, Strength};
use super::patterns::{Sign, pattern};
use super::resolve::only_sure;
use super::store::Slice;
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
    pub(super) field: Field,
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
}

/// A hash of the first lemma, never 0; 0 for a stop word.
fn lemma_hash(keys: &Keys) -> u32 {
    let lemma = keys.lemmas.first().filter(|_| !keys.is_stop);
    lemma.map_or(0, |lemma| crc32fast::hash(lemma.key.as_bytes()).max(1))
}

/// A token as recognition needs it.
struct Word {
    byte_start: usize,
    byte_end: usize,
    /// Its number in the cache of keys.
    place: usize,
    is_name_part: bool,
    sign: Sign,
}

/// Finds the mentions of articles; keeps the keys of the words that it has seen.
#[derive(Debug)]
pub struct Recogniser<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    cache: KeyCache,
    /// For each number of the cache, whether a name can begin with the word: most words of a text are
    /// done with here.
    begins: Vec<bool>,
    /// For each number of the cache, the cues of the word.
    cues: Vec<u16>,
    /// For each number of the cache, a hash of the word's lemma; 0 for a stop word.
    hashes: Vec<u32>,
    /// The hashes of the words of the article that was read last, its headlines left out.
    lemmas: Vec<u32>,
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
        }
    }

    /// The keys of the words seen so far, for the vocabulary of an index.
    #[must_use]
    pub fn into_cache(self) -> KeyCache {
        self.cache
    }

    /// The mentions of an article, in the order of its fields and of the text.
    pub fn mentions(&mut self, article: &Article) -> Vec<Mention> {
        let mut candidates = Vec::new();
        self.lemmas.clear();
        for field in Field::STORY {
            self.find(field, field.of(article), &mut candidates);
        }
        self.decide(article, &candidates)
    }

    /// Hashes of the lemmas of the article that was read last, in the order of its summary and body, 0 for a stop
    /// word: reading it again for the comparison of stories would cost as much as recognition.
    #[must_use]
    pub fn lemma_hashes(&self) -> &[u32] {
        &self.lemmas
    }

    fn find(&mut self, field: Field, text: &str, candidates: &mut Vec<Candidate>) {
        let words = self.words(text);
        if matches!(field, Field::Summary | Field::Body) {
            let hashes = words.iter().filter_map(|word| self.hashes.get(word.place));
            self.lemmas.extend(hashes);
        }
        let signs: Vec<Sign> = words.iter().map(|word| word.sign).collect();
        let mut at = 0;
        while at < words.len() {
            let before = at.checked_sub(1).and_then(|before| signs.get(before)).copied();
            let listed = self.longest(text, words.get(at..).unwrap_or_default());
            let by_pattern = pattern(before, signs.get(at..).unwrap_or_default())
                .and_then(|found| self.without_listed(text, words.get(at..).unwrap_or_default(), found));
            let (count, bearers, pattern) = match (listed, by_pattern) {
                (Some((count, _)), Some((kind, longer))) if longer > count => (longer, Vec::new(), Some(kind)),
                (Some((count, bearers)), other) => {
                    let head = signs.get(at + count).filter(|sign| sign.is_head_of_place());
                    let same = other.filter(|&(_, words)| words == count).map(|(kind, _)| kind);
                    (count, bearers, head.map(|_| EntityKind::Place).or(same))
                }
                (None, Some((kind, count))) => (count, Vec::new(), Some(kind)),
                // a word that may be a part of a name that the story has elsewhere
                (None, None) if signs[at].can_be_short_form() => (1, Vec::new(), None),
                (None, None) => {
                    at += 1;
                    continue;
                }
            };
            let run = without_titles(words.get(at..at + count).unwrap_or_default(), &bearers, self.gazetteer);
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                candidates.push(Candidate {
                    bearers,
                    pattern,
                    parts: run.iter().map(|word| word.place).collect(),
                    field,
                    byte_start: first.byte_start,
                    byte_end: end_of(text, last, words.get(at + count)),
                });
            }
            at += count;
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
                is_name_part: token.kind != Kind::Number,
                sign: Sign {
                    flags: self.cues.get(place).copied().unwrap_or(COMMON),
                    is_letters: matches!(token.kind, Kind::Gujarati | Kind::Initials),
                    is_initial,
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

    /// The longest name that begins with the first word: how many words, and who bears it.
    fn longest(&self, text: &str, words: &[Word]) -> Option<(usize, Vec<Bearer>)> {
        let first = words.first()?;
        if !first.is_name_part || !self.begins.get(first.place).copied().unwrap_or(true) {
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
            let Some(keys) = self.cache.at(word.place) else { break };
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
            if let Some(state) = next.iter().find(|state| state.node.is_final()) {
                let value = state.output.cat(state.node.final_output()).value();
                best = Some((count, value, state.doubtful && count == 1));
            }
            states = next;
            end_of_last = Some(word.byte_end);
        }
        best.map(|(count, value, doubtful)| (count, self.bearers(value, doubtful)))
    }

    /// The bearers of a name; a single word that is a name only in its second reading (લખવી, 'to write',
    /// and a surname) needs evidence.
    fn bearers(&self, value: u64, doubtful: bool) -> Vec<Bearer> {
        let mut bearers = self.gazetteer.bearers_at(value);
        if doubtful {
            bearers.iter_mut().for_each(|bearer| bearer.strength = Strength::Shared);
        }
        bearers
    }
}

/// A place in the map of names, reached by the words so far.
#[derive(Clone, Copy)]
struct State<'f> {
    node: Node<'f>,
    output: Output,
    /// A word was taken by another than its first reading.
    doubtful: bool,
}

/// Follows `bytes` from a state of the map; `false` where no name goes on so.
fn step<'f>(map: &'f fst::raw::Fst<Slice>, state: &mut State<'f>, bytes: &[u8]) -> bool {
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

/// The words of a listed person without the titles in front (મુખ્યમંત્રી ભૂપેન્દ્ર પટેલ).
fn without_titles<'w>(words: &'w [Word], bearers: &[Bearer], gazetteer: &Gazetteer) -> &'w [Word] {
    let is_person = bearers
        .iter()
        .any(|bearer| gazetteer.kind(bearer.entity) == Some(EntityKind::Person));
    let titles = words
        .iter()
        .take_while(|word| is_person && word.sign.is_title())
        .count();
    words.get(titles..).filter(|rest| !rest.is_empty()).unwrap_or(words)
}

/// Where a name ends: behind an ending that is joined to Latin letters or figures (NATOનું), and before a
/// colon that was typed as a visarga (લંડનઃ).
fn end_of(text: &str, last: &Word, next: Option<&Word>) -> usize {
    if let Some(next) = next
        && !last.sign.is_letters
        && next.sign.is_letters
        && next.byte_start == last.byte_end
    {
        return next.byte_end;
    }
    let word = text.get(last.byte_start..last.byte_end).unwrap_or_default();
    last.byte_start + word.trim_end_matches(crate::script::VISARGA).len()
}

/// Whether a form is one letter with its signs (કે., બી.).
fn is_one_letter(form: &str) -> bool {
    form.chars().filter(|&c| !crate::script::is_dependent(c)).count() == 1
}

/// Whether a word is an initial: one letter with a full stop. One that is a function word, too (એ), only
/// before another initial; છે ends sentences and never is.
fn is_initial(form: &str, rest: &str, is_word: bool) -> bool {
    let Some(behind) = rest.strip_prefix('.').filter(|_| is_one_letter(form) && form != "છે") else {
        return false;
    };
    let ahead: String = behind.chars().take(8).collect();
    let next = tokens(&ahead).next();
    let goes_on = next.is_some_and(|token| {
        let has_dot = ahead.get(token.byte_end..).is_some_and(|rest| rest.starts_with('.'));
        has_dot && is_one_letter(&token.form) && token.form != "છે"
    });
    !is_word || goes_on
}
