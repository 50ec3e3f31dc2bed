//! One suggestion, and a word that may be one.

use serde::Serialize;

/// How many words are offered to the headlines.
pub(super) const LOOKED_UP: usize = 16;

/// One completion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The name, the words or the headline.
    pub text: String,
    /// `person`, `country`, `place`, `organisation`, `word` or `headline`.
    pub kind: &'static str,
    /// The id of the entity, or of the article of a headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How many articles mention the entity, or hold the word, or hold these words in their headline.
    pub articles: u64,
}

/// A word that may be meant: the form to show, and its count.
pub(super) struct Candidate {
    pub(super) form: String,
    pub(super) articles: u64,
}

impl Candidate {
    pub(super) fn into_suggestion(self, total: u64) -> Suggestion {
        Suggestion {
            text: self.form,
            kind: "word",
            id: None,
            articles: self.articles.min(total),
        }
    }
}
