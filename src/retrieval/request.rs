//! The request: what is asked of an archive.

use serde::{Deserialize, Serialize};

use crate::entities::EntityKind;
use crate::query::Syntax;

/// Filters beside the query: values of one list are alternatives, lists all count.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Categories by name or slug.
    pub category: Vec<String>,
    /// Persons by name or id.
    pub person: Vec<String>,
    /// Countries by name or code.
    pub country: Vec<String>,
    /// Places by name or id.
    pub place: Vec<String>,
    /// Organisations by name or id.
    pub organisation: Vec<String>,
    /// First day, month or year.
    pub from: Option<String>,
    /// Last day, month or year.
    pub to: Option<String>,
}

impl Filters {
    /// Whether nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The names given of a kind.
    pub(super) const fn of(&self, kind: EntityKind) -> &Vec<String> {
        match kind {
            EntityKind::Person => &self.person,
            EntityKind::Country => &self.country,
            EntityKind::Place => &self.place,
            EntityKind::Organisation => &self.organisation,
        }
    }
}

/// How many articles are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// At most so many.
    Count(usize),
    /// All of them.
    All,
}

impl Limit {
    /// The most that are wanted.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Count(count) => count,
            Self::All => usize::MAX,
        }
    }
}

impl Default for Limit {
    /// A page.
    fn default() -> Self {
        Self::Count(10)
    }
}

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By score.
    #[default]
    Relevance,
    /// Newest first, those without a date last.
    Newest,
    /// Oldest first, those without a date last.
    Oldest,
}

/// What happens where too few articles hold every word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fallback {
    /// Nothing.
    Never,
    /// Articles with some of the words follow.
    #[default]
    Auto,
}

/// What is asked; by default the first page by relevance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The query as typed.
    pub query: String,
    /// Filters beside it.
    pub filters: Filters,
    /// How many hits.
    pub limit: Limit,
    /// How many hits are passed over first.
    pub offset: usize,
    /// In which order.
    pub sort: Sort,
    /// What happens where too few hold every word.
    pub fallback: Fallback,
    /// No expansion of any word.
    pub exact: bool,
    /// No translation of English words.
    pub no_translate: bool,
    /// No loose reading of Latin words.
    pub no_loose: bool,
    /// All articles are asked for, relaxed ones among them.
    pub relaxed: bool,
    /// Forms that are not searched, as written.
    pub not_as: Vec<String>,
    /// Old and new articles rank alike.
    pub no_recency: bool,
    /// How the query is read.
    pub syntax: Syntax,
    /// Each hit comes with the parts of its score.
    pub explain: bool,
    /// Only articles that came into the index after this run of indexing.
    pub added_after: Option<u64>,
    /// Each story once, by its best article.
    pub stories: bool,
}

impl Request {
    /// Whether articles may follow that hold some of the words, or words that were guessed. All articles that match are
    /// those that hold every word: an export that added others would not hold what the count says.
    #[must_use]
    pub fn relaxes(&self) -> bool {
        self.fallback == Fallback::Auto && (self.limit != Limit::All || self.relaxed)
    }

    /// Whether neither words nor filters are given.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.query.trim().is_empty() && self.filters.is_empty()
    }
}
