//! Recognition: the mentions of an article.
//!
//! Takes an article, gives its mentions. Names are looked for from left to right, the longest first;
//! then the article as a whole decides what its short and shared forms stand for.

use super::analysed::{AnalysedArticle, ArticleLexis, article_lexis};
use super::cues::{Cues, is_everyday};
use super::gazetteer::{Bearer, Gazetteer};
use super::patterns::{Sign, pattern};
use super::resolve::only_sure;
use super::spans::{end_of, is_initial, is_one_letter, without_titles};
use super::surroundings::Around;
use super::{EntityKind, Mention};
use crate::analysis::{Analysed, Analyzer, Keys, Kind, WordId};
use crate::article::{Article, Field};

/// A name found in a text, before it is decided whom it means.
pub(super) struct Candidate {
    pub(super) bearers: Vec<Bearer>,
    /// What a pattern takes it for where nobody of the gazetteer is meant.
    pub(super) pattern: Option<EntityKind>,
    /// Its words, for short forms of the same story.
    pub(super) parts: Vec<WordId>,
    /// The word before.
    pub(super) before: Option<WordId>,
    /// The word at once after it, where nothing but a space parts them.
    pub(super) behind: Option<WordId>,
    pub(super) around: Around,
    pub(super) field: Field,
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
}

/// An article and what was found in it.
pub(super) struct Story<'a> {
    pub(super) article: &'a Article,
    pub(super) candidates: Vec<Candidate>,
    /// All its words.
    pub(super) words: Vec<WordId>,
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
    /// Its number in the lexis.
    pub(super) place: WordId,
    pub(super) sign: Sign,
}

/// The mentions of an article, in the order of its fields and of the text.
///
/// ```
/// use khabar::analysis::Analyzer;
/// use khabar::article::{Article, ArticleId};
/// use khabar::entities::{AnalysedArticle, Gazetteer, article_lexis, recognise};
/// let mut article = Article::new(ArticleId::new("a").unwrap(), "a");
/// article.body = "પુતિનની મુલાકાત".into();
/// let mut lexis = article_lexis(Analyzer::STANDARD);
/// let mentions = recognise(&AnalysedArticle::new(&article, &mut lexis), &Gazetteer::shipped()?);
/// assert_eq!(mentions[0].id, "vladimir-putin");
/// assert_eq!(mentions[0].form, "પુતિનની");
/// # Ok::<(), khabar::entities::GazetteerError>(())
/// ```
#[must_use]
pub fn recognise(analysed: &AnalysedArticle<'_>, gazetteer: &Gazetteer) -> Vec<Mention> {
    let recognition = Recognition { analysed, gazetteer };
    let mut story = Story {
        article: analysed.article,
        candidates: Vec::new(),
        words: Vec::new(),
        has_prize: false,
    };
    for field in Field::STORY {
        for text in analysed.texts(field) {
            recognition.find(field, text, &mut story);
        }
    }
    recognition.decide(&story)
}

/// Reads articles one after the other for nothing but their mentions; knows the words that it has seen.
#[derive(Debug)]
pub struct Recogniser<'g> {
    gazetteer: &'g Gazetteer,
    lexis: ArticleLexis,
}

impl<'g> Recogniser<'g> {
    /// Over a gazetteer, by the standard analyser.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer,
            lexis: article_lexis(Analyzer::STANDARD),
        }
    }

    /// The mentions of an article, as [`recognise`] gives them.
    pub fn mentions(&mut self, article: &Article) -> Vec<Mention> {
        recognise(&AnalysedArticle::new(article, &mut self.lexis), self.gazetteer)
    }
}

/// What recognition reads: an analysed article and the names.
pub(super) struct Recognition<'a> {
    pub(super) analysed: &'a AnalysedArticle<'a>,
    pub(super) gazetteer: &'a Gazetteer,
}

impl Recognition<'_> {
    fn find(&self, field: Field, analysed: &Analysed<'_>, story: &mut Story<'_>) {
        let text = analysed.text;
        let words = self.words(analysed);
        let signs: Vec<Sign> = words.iter().map(|word| word.sign).collect();
        story.has_prize |= signs.iter().any(|sign| sign.has(Cues::PRIZE));
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

    fn words(&self, analysed: &Analysed<'_>) -> Vec<Word> {
        let text = analysed.text;
        let mut end_of_last = 0;
        let mut words: Vec<Word> = Vec::with_capacity(analysed.tokens.len());
        for token in &analysed.tokens {
            let known = self.analysed.word(token.word);
            let gap = text.get(end_of_last..token.byte_start).unwrap_or_default();
            let rest = text.get(token.byte_end..).unwrap_or_default();
            let is_initial = token.kind == Kind::Initials || is_initial(&known.form, rest, known.keys.is_stop);
            words.push(Word {
                byte_start: token.byte_start,
                byte_end: token.byte_end,
                place: token.word,
                sign: Sign {
                    cues: known.note.cues,
                    is_letters: matches!(token.kind, Kind::Gujarati | Kind::Initials),
                    is_initial,
                    is_one_letter: is_one_letter(&known.form),
                    is_number: token.kind == Kind::Number,
                    is_joined: gap == " " || gap == ". " && words.last().is_some_and(|last| last.sign.is_initial),
                },
            });
            end_of_last = token.byte_end;
        }
        words
    }

    /// The keys of a word.
    pub(super) fn keys(&self, word: WordId) -> &Keys {
        &self.analysed.word(word).keys
    }

    /// The lemma key of a word.
    pub(super) fn key_at(&self, word: WordId) -> Option<&str> {
        Some(&self.keys(word).lemmas.first()?.key)
    }

    /// Whether a word is one of everyday in another reading than its first (માના, of the mother).
    pub(super) fn can_be_everyday(&self, word: WordId) -> bool {
        let others = self.keys(word).lemmas.iter().skip(1);
        others.into_iter().any(|lemma| is_everyday(&lemma.key))
    }
}
