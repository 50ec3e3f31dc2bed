//! An archive: all that answers and reports ask, whoever holds the articles.
//!
//! The index of this machine is one; a test has one of a hundred lines. Articles are named by keys that mean something to their
//! archive alone and as long as it is open. What an archive cannot tell faster is told by reading its articles.

use std::collections::{BTreeMap, BTreeSet};

use super::deadline::Deadline;
use super::error::Error;
use super::explain::Explanation;
use super::request::Request;
use crate::analysis::tokens;
use crate::article::{Article, Field, day_number};
use crate::entities::{EntityKind, Gazetteer};
use crate::index::{Completion, FormEntry, WordSource};
use crate::query::Clause;

/// An article of an open archive. Keys of one archive are in one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleKey(pub u64);

/// An article and its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Which article.
    pub key: ArticleKey,
    /// Its score; 0 where there are no words.
    pub score: f32,
}

/// What an archive keeps of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredArticle {
    /// The article.
    pub article: Article,
    /// The ids that it mentions, the weightiest first, in the order of [`EntityKind::ALL`].
    pub entities: [Vec<String>; 4],
    /// The number of its story: nearly the same text has the same.
    pub story: u64,
}

impl StoredArticle {
    /// The ids of one kind that it mentions.
    #[must_use]
    pub fn ids(&self, kind: EntityKind) -> &[String] {
        &self.entities[kind as usize]
    }

    /// What it has in a column.
    fn values(&self, column: Column) -> Vec<String> {
        match column {
            Column::Category => self
                .article
                .category
                .iter()
                .map(|one| one.as_str().to_owned())
                .collect(),
            Column::Source => self.article.source.iter().cloned().collect(),
            Column::Entity(kind) => self.ids(kind).to_vec(),
        }
    }
}

/// A part of articles whose values are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Category slugs.
    Category,
    /// Who published it.
    Source,
    /// Ids of a kind of entity.
    Entity(EntityKind),
}

impl Column {
    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Source => "source",
            Self::Entity(kind) => kind.as_str(),
        }
    }
}

/// In how many of some articles each value stands.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Values {
    /// Value and count, in no order.
    pub counts: Vec<(String, u64)>,
    /// How many articles have no value.
    pub without: u64,
}

/// How many of some articles are of each day.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Days {
    /// By day number, see [`day_number`].
    pub counts: BTreeMap<i64, u64>,
    /// How many articles have no date.
    pub undated: u64,
}

/// How much text some articles have, and all others, in words of the fields that tell what an article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    /// Words of the articles.
    pub inside: u64,
    /// Words of the others.
    pub others: u64,
}

/// The fields that tell what an article is about; of the body its first [`HEAD`] words.
pub const TELLING_FIELDS: [Field; 3] = [Field::Headline, Field::Summary, Field::Body];

/// So many words of a body tell what it is about: news tells first what it is about.
pub const HEAD: u32 = 300;

/// A search: a plan and which of the articles are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// What to look for.
    pub plan: &'a Clause,
    /// Whether the plan has words of the query; the newest come first where it has none.
    pub has_words: bool,
    /// Limit, offset, order, relaxing, stories, explanation.
    pub request: &'a Request,
    /// When to stop.
    pub deadline: &'a Deadline<'a>,
}

/// One page of articles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResultPage {
    /// Its articles, in order.
    pub rows: Vec<Row>,
    /// From which place of the page on articles hold some of the words only.
    pub relaxed_from: usize,
    /// How many articles hold every word.
    pub held: u64,
    /// The same; where none does and relaxing is allowed, how many hold some.
    pub total: u64,
    /// Whether articles that hold some of the words were looked for and found.
    pub is_relaxed: bool,
    /// How many stories these tell, where each is told once.
    pub stories: Option<u64>,
}

/// An article of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which article.
    pub key: ArticleKey,
    /// Its score.
    pub score: f32,
    /// How many others that match tell its story, where each is told once.
    pub copies: Option<u64>,
    /// The parts of its score, where asked for and it has one.
    pub explanation: Option<Explanation>,
}

/// Words whose headlines are looked for: those before the one being typed, and what that one may be.
#[derive(Debug, Clone, Copy)]
pub struct HeadlineWords<'a> {
    /// For each word that must stand there its forms.
    pub before: &'a [Vec<FormEntry>],
    /// For each candidate its forms.
    pub last: &'a [Vec<FormEntry>],
}

/// What headlines have of some words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headlines {
    /// For each candidate how many headlines have it at once after the word before it.
    pub pairs: Vec<u64>,
    /// The newest headlines that have the words before and one of the candidates: the day, the id of the article, the
    /// headline; the newest first, those of one day by id.
    pub newest: Vec<(Option<i64>, String, String)>,
}

/// An archive of articles.
pub trait Archive {
    /// Its words.
    fn words(&self) -> &dyn WordSource;

    /// The names that its articles were read with.
    fn gazetteer(&self) -> &Gazetteer;

    /// How many articles it has.
    fn article_count(&self) -> u64;

    /// The number of the last run of indexing that added an article.
    ///
    /// # Errors
    /// Where the archive cannot be read, as for all that follow.
    fn last_run(&self) -> Result<u64, Error>;

    /// The articles of a page, in order.
    ///
    /// # Errors
    /// As above.
    fn page(&self, search: &Search<'_>) -> Result<ResultPage, Error>;

    /// All articles that hold every needed word of a plan, in the order of their keys.
    ///
    /// # Errors
    /// As above.
    fn every(&self, plan: &Clause, deadline: &Deadline<'_>) -> Result<Vec<Scored>, Error>;

    /// The article with an id.
    ///
    /// # Errors
    /// As above.
    fn key_of(&self, id: &str) -> Result<Option<ArticleKey>, Error>;

    /// What is kept of an article.
    ///
    /// # Errors
    /// As above; for a key of another archive, too.
    fn article(&self, key: ArticleKey) -> Result<StoredArticle, Error>;

    /// The values of a column over the whole archive with how many articles have each, in the order of their bytes.
    /// Replaced articles may count until the archive drops them.
    ///
    /// # Errors
    /// As above.
    fn all_values(&self, column: Column) -> Result<Vec<(String, u64)>, Error>;

    /// What headlines have of words that are being typed.
    ///
    /// # Errors
    /// As above.
    fn headlines(&self, words: HeadlineWords<'_>) -> Result<Headlines, Error>;

    /// The commonest names and words that begin with one of `starts`, at most `limit`; at most `steps` entries are looked at.
    ///
    /// # Errors
    /// As above.
    fn complete(&self, starts: &[String], limit: usize, steps: usize) -> Result<Vec<Completion>, Error>;

    /// Whether any article has a value in a column.
    ///
    /// # Errors
    /// As above.
    fn has_value(&self, column: Column, value: &str) -> Result<bool, Error> {
        Ok(self.all_values(column)?.iter().any(|(known, _)| known == value))
    }

    /// The numbers of the stories of some articles, which are in order.
    ///
    /// # Errors
    /// As above.
    fn stories(&self, keys: &[ArticleKey]) -> Result<Vec<u64>, Error> {
        keys.iter().map(|&key| Ok(self.article(key)?.story)).collect()
    }

    /// The values of a column in some articles, which are in order.
    ///
    /// # Errors
    /// As above.
    fn values(&self, column: Column, keys: &[ArticleKey]) -> Result<Values, Error> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        let mut without = 0;
        for &key in keys {
            let own: BTreeSet<String> = self.article(key)?.values(column).into_iter().collect();
            without += u64::from(own.is_empty());
            own.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
        let counts = counts.into_iter().collect();
        Ok(Values { counts, without })
    }

    /// The days of some articles, which are in order.
    ///
    /// # Errors
    /// As above.
    fn days(&self, keys: &[ArticleKey]) -> Result<Days, Error> {
        let mut days = Days::default();
        for &key in keys {
            match self.article(key)?.article.date {
                Some(date) => *days.counts.entry(day_number(date)).or_default() += 1,
                None => days.undated += 1,
            }
        }
        Ok(days)
    }

    /// How much text some articles, which are in order, and all others have.
    ///
    /// # Errors
    /// As above.
    fn lengths(&self, keys: &[ArticleKey]) -> Result<Lengths, Error> {
        let mut lengths = Lengths { inside: 0, others: 0 };
        for Scored { key, .. } in self.every(&Clause::All(Vec::new()), Deadline::never())? {
            let words = telling_words(&self.article(key)?.article).len() as u64;
            match keys.binary_search(&key) {
                Ok(_) => lengths.inside += words,
                Err(_) => lengths.others += words,
            }
        }
        Ok(lengths)
    }

    /// How many of some articles, which are in order, hold one of the forms where it tells what they are about, and how many
    /// of the archive.
    ///
    /// # Errors
    /// As above.
    fn holding(&self, forms: &[FormEntry], keys: &[ArticleKey]) -> Result<(u64, u64), Error> {
        let (mut inside, mut all) = (0, 0);
        for Scored { key, .. } in self.every(&Clause::All(Vec::new()), Deadline::never())? {
            let words = telling_words(&self.article(key)?.article);
            if forms.iter().any(|form| words.contains(&form.form)) {
                all += 1;
                inside += u64::from(keys.binary_search(&key).is_ok());
            }
        }
        Ok((inside, all))
    }
}

/// The forms of the words that tell what an article is about.
#[must_use]
pub fn telling_words(article: &Article) -> Vec<String> {
    let words_of = |field: Field| {
        let most = if field == Field::Body {
            HEAD as usize
        } else {
            usize::MAX
        };
        tokens(field.of(article)).take(most)
    };
    let words = TELLING_FIELDS.into_iter().flat_map(words_of);
    words.map(|token| token.form.into_owned()).collect()
}
