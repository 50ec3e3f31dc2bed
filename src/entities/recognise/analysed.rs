//! An article analysed: the tokens of its fields, each word known by its number.
//!
//! Takes an article and the lexis of a run, gives what recognition, the comparison of stories and the index read. Each text of
//! the article is tokenised here and nowhere else.

use twox_hash::XxHash3_64;

use super::cues::{Cues, cues_of};
use crate::analysis::{Analysed, Analyzer, Keys, KnownWord, Lexis, WordId};
use crate::article::{Article, Field};

/// The words seen in articles, with what recognition notes of them.
pub type ArticleLexis = Lexis<WordNote>;

/// What is noted of a word on its first sight.
#[derive(Debug, Clone, Copy)]
pub struct WordNote {
    /// What it says about the names around it.
    pub(super) cues: Cues,
    /// A hash of its first lemma, never 0; 0 for a stop word.
    lemma_hash: u32,
}

impl WordNote {
    fn new(form: &str, keys: &Keys) -> Self {
        let lemma = keys.lemmas.first().filter(|_| !keys.is_stop);
        Self {
            cues: cues_of(form, keys),
            lemma_hash: lemma.map_or(0, |lemma| hash_of(&lemma.key)),
        }
    }
}

/// A hash that stays the same, for it is compared with those of articles that were indexed years ago; never 0.
fn hash_of(lemma: &str) -> u32 {
    (XxHash3_64::oneshot(lemma.as_bytes()) as u32).max(1)
}

/// An empty lexis for articles, of an analyser.
///
/// ```
/// use khabar::analysis::Analyzer;
/// assert!(khabar::entities::article_lexis(Analyzer::STANDARD).is_empty());
/// ```
#[must_use]
pub fn article_lexis(analyzer: Analyzer) -> ArticleLexis {
    Lexis::new(analyzer, WordNote::new)
}

/// An article with the tokens of its fields.
#[derive(Debug)]
pub struct AnalysedArticle<'a> {
    /// The article.
    pub article: &'a Article,
    texts: [Vec<Analysed<'a>>; Field::ALL.len()],
    lexis: &'a ArticleLexis,
}

impl<'a> AnalysedArticle<'a> {
    /// Analyses every text of an article once.
    pub fn new(article: &'a Article, lexis: &'a mut ArticleLexis) -> Self {
        lexis.trim();
        let texts = Field::ALL.map(|field| field.texts(article).map(|text| lexis.analyse(text)).collect());
        Self { article, texts, lexis }
    }

    /// The texts of a field: one where it is not empty, any number of related headlines.
    #[must_use]
    pub fn texts(&self, field: Field) -> &[Analysed<'a>] {
        &self.texts[field as usize]
    }

    /// What is known of a word of this article.
    #[must_use]
    pub fn word(&self, number: WordId) -> &'a KnownWord<WordNote> {
        self.lexis.word(number)
    }

    /// Hashes of the lemmas of summary and body in their order, 0 for a stop word: what stories are compared by.
    pub fn lemma_hashes(&self) -> impl Iterator<Item = u32> {
        let texts = [Field::Summary, Field::Body]
            .into_iter()
            .flat_map(|field| self.texts(field));
        texts
            .flat_map(|text| &text.tokens)
            .map(|token| self.word(token.word).note.lemma_hash)
    }
}
