//! The lexis: the words seen so far, each known once by a number.
//!
//! Takes texts, gives their tokens with the number of each word; what is known of a word (its keys, and a note of the
//! caller's) is made on its first sight. A newspaper uses the same words again and again: of 4.4 million running words of news
//! and Wikipedia 87 % are among the commonest 30,000 forms. Keys cost some microseconds, a look here some nanoseconds.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::analyzer::Analyzer;
use super::keys::Keys;
use super::kind::Kind;

/// With more forms than this the lexis begins anew at the next [`Lexis::trim`]; about 200 bytes a form.
const CAPACITY: usize = 1_000_000;

/// The number of a word in a [`Lexis`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

/// What is known of a word.
#[derive(Debug, Clone)]
pub struct KnownWord<N> {
    /// Its form.
    pub form: Arc<str>,
    /// Its keys.
    pub keys: Keys,
    /// What the owner of the lexis notes of a word.
    pub note: N,
}

/// The words seen so far. A note is made of form and keys alone, so that it never depends on where a word was seen.
#[derive(Debug, Clone)]
pub struct Lexis<N = ()> {
    analyzer: Analyzer,
    note: fn(&str, &Keys) -> N,
    numbers: FxHashMap<Arc<str>, WordId>,
    known: Vec<KnownWord<N>>,
}

impl Default for Lexis {
    /// Of the standard analyser, without notes.
    fn default() -> Self {
        Self::new(Analyzer::STANDARD, |_, _| ())
    }
}

impl<N> Lexis<N> {
    /// An empty lexis; `note` is asked once for each word.
    #[must_use]
    pub fn new(analyzer: Analyzer, note: fn(&str, &Keys) -> N) -> Self {
        Self {
            analyzer,
            note,
            numbers: FxHashMap::default(),
            known: Vec::new(),
        }
    }

    /// The tokens of a text.
    ///
    /// ```
    /// use khabar_analysis::Lexis;
    /// let mut lexis = Lexis::default();
    /// let analysed = lexis.analyse("પોલીસે કહ્યું, પોલીસે કર્યું");
    /// let words: Vec<&str> = analysed.tokens.iter().map(|token| &*lexis.word(token.word).form).collect();
    /// assert_eq!(words, ["પોલીસે", "કહ્યું", "પોલીસે", "કર્યું"]);
    /// assert_eq!(analysed.tokens[0].word, analysed.tokens[2].word);
    /// assert_eq!(lexis.len(), 3);
    /// ```
    pub fn analyse<'t>(&mut self, text: &'t str) -> Analysed<'t> {
        // a Gujarati word with its space has about 16 bytes
        let mut tokens = Vec::with_capacity(text.len() / 16);
        for token in self.analyzer.tokens(text) {
            tokens.push(AnalysedToken {
                word: self.number(&token.form),
                byte_start: token.byte_start,
                byte_end: token.byte_end,
                position: token.position,
                kind: token.kind,
            });
        }
        Analysed { text, tokens }
    }

    /// The number of a form, given on its first sight.
    pub fn number(&mut self, form: &str) -> WordId {
        match self.numbers.get(form) {
            Some(&number) => number,
            None => self.add(form),
        }
    }

    /// The keys of a form, made on its first sight.
    pub fn keys(&mut self, form: &str) -> &Keys {
        let number = self.number(form);
        &self.word(number).keys
    }

    /// What is known of a word of this lexis.
    ///
    /// # Panics
    /// Where the number is of another lexis, or older than the last [`Lexis::trim`].
    #[must_use]
    pub fn word(&self, number: WordId) -> &KnownWord<N> {
        &self.known[number.0 as usize]
    }

    /// How many words it holds.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Forgets all words where they are too many to be kept. Numbers given before mean nothing after it, so it is called
    /// between articles.
    pub fn trim(&mut self) {
        if self.known.len() > CAPACITY {
            self.numbers.clear();
            self.known.clear();
        }
    }

    fn add(&mut self, form: &str) -> WordId {
        let number = WordId(u32::try_from(self.known.len()).unwrap_or(u32::MAX));
        let keys = self.analyzer.keys(form);
        let form: Arc<str> = form.into();
        self.numbers.insert(Arc::clone(&form), number);
        self.known.push(KnownWord {
            note: (self.note)(&form, &keys),
            form,
            keys,
        });
        number
    }
}

/// A text with its tokens.
#[derive(Debug, Clone)]
pub struct Analysed<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens, in order.
    pub tokens: Vec<AnalysedToken>,
}

/// A word of a text, its form known by the number of the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnalysedToken {
    /// The number of the word in the lexis that analysed the text.
    pub word: WordId,
    /// First byte in the text.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
    /// Its number among the segments of the text, from 0.
    pub position: u32,
    /// What it is made of.
    pub kind: Kind,
}
