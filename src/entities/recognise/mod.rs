//! Recognition: the mentions of an article.
//!
//! Takes an article, gives its mentions. Names are looked for from left to right, the longest first;
//! then the article as a whole decides what its short and shared forms stand for.

mod analysed;
mod around;
mod context_words;
mod cued;
mod cues;
mod denial;
mod lookup;
mod patterns;
mod resolve;
mod scene;
mod short_forms;
mod spans;
mod unlisted;
mod weights;

pub use self::analysed::{AnalysedArticle, ArticleLexis, WordNote, article_lexis};
use self::around::Around;
use self::cued::CuedWord;
use self::cues::Cues;
use self::patterns::pattern;
use self::scene::{Candidate, Recognition, Scene, Word};
use self::spans::{end_of, is_initial, is_one_letter, without_titles};
pub use self::weights::ids_by_weight;
use super::gazetteer::names::sure_bearer;
use super::{Bearer, EntityKind, Gazetteer, Mention};
use crate::analysis::{Analysed, Analyzer, Kind};
use crate::article::{Article, Field};

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
    let mut scene = Scene {
        article: analysed.article,
        candidates: Vec::new(),
        words: Vec::new(),
        has_prize: false,
    };
    for field in Field::OWN {
        for text in analysed.texts(field) {
            recognition.find(field, text, &mut scene);
        }
    }
    recognition.decide(&scene)
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

impl Recognition<'_> {
    fn find(&self, field: Field, analysed: &Analysed<'_>, scene: &mut Scene<'_>) {
        let text = analysed.text;
        let words = self.words(analysed);
        let cued: Vec<CuedWord> = words.iter().map(|word| word.cued).collect();
        scene.has_prize |= cued.iter().any(|sign| sign.has(Cues::PRIZE));
        scene.words.extend(words.iter().map(|word| word.word));
        let mut at = 0;
        while at < words.len() {
            let Some((count, bearers, pattern)) = self.name_at(text, &words, &cued, at) else {
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
                scene.candidates.push(Candidate {
                    bearers,
                    pattern,
                    parts: run.iter().map(|word| word.word).collect(),
                    before: start
                        .checked_sub(1)
                        .and_then(|before| words.get(before))
                        .map(|word| word.word),
                    behind: words
                        .get(at + count)
                        .filter(|word| word.cued.is_joined)
                        .map(|word| word.word),
                    around: Around::of(&cued, start, run.len()),
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
        cued: &[CuedWord],
        at: usize,
    ) -> Option<(usize, Vec<Bearer>, Option<EntityKind>)> {
        let before = at.checked_sub(1).and_then(|before| cued.get(before)).copied();
        let (rest, rest_cued) = (words.get(at..)?, cued.get(at..)?);
        let listed = self.longest(text, rest);
        let is_title = rest_cued.first().is_some_and(|sign| sign.is_title());
        if let (true, Some((count, _))) = (is_title, &listed)
            && let Some((longer, _)) = words.get(at + 1..).and_then(|behind| self.longest(text, behind))
            && longer >= *count
        {
            // a title with a part of the name behind it (તાનાશાહ કિમ, કિમ જોંગ ઉન)
            return None;
        }
        let by_pattern = pattern(before, rest_cued).and_then(|found| self.without_listed(text, rest, found));
        match (listed, by_pattern) {
            (Some((count, bearers)), Some((kind, longer)))
                if longer > count && !self.is_body_before_person(&bearers, kind) =>
            {
                Some((longer, Vec::new(), Some(kind)))
            }
            (Some((count, bearers)), other) => {
                let head = rest_cued.get(count).filter(|sign| sign.is_head_of_place());
                let same = other.filter(|&(_, words)| words == count).map(|(kind, _)| kind);
                let count = count + self.words_behind(rest, count, &bearers);
                Some((count, bearers, head.map(|_| EntityKind::Place).or(same)))
            }
            (None, Some((kind, count))) => Some((count, Vec::new(), Some(kind))),
            // a word that may be a part of a name that the story has elsewhere
            (None, None) => rest_cued.first()?.can_be_short_form().then_some((1, Vec::new(), None)),
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
                let sure = sure_bearer(&bearers).and_then(|entity| self.gazetteer.kind(entity));
                sure.is_some_and(|kind| kind != EntityKind::Person || length > 1)
            })
        };
        let end = (1..count).find(is_listed).unwrap_or(count);
        let is_whole = end == count || end > 1 || words.first().is_some_and(|word| word.cued.is_honoured());
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
                word: token.word,
                cued: CuedWord {
                    cues: known.note.cues,
                    is_letters: matches!(token.kind, Kind::Gujarati | Kind::Initials),
                    is_initial,
                    is_one_letter: is_one_letter(&known.form),
                    is_number: token.kind == Kind::Number,
                    is_joined: gap == " " || gap == ". " && words.last().is_some_and(|last| last.cued.is_initial),
                },
            });
            end_of_last = token.byte_end;
        }
        words
    }
}
