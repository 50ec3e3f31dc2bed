//! Fields: the parts of an article that are searched as text.

use serde::{Deserialize, Serialize};

use super::Article;

/// The fields of an article that are searched as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The headline in Gujarati.
    Headline,
    /// The headline in Latin letters.
    HeadlineLatin,
    /// The summary.
    Summary,
    /// The body.
    Body,
    /// Headlines of other stories on the page; searched only when named.
    Related,
}

impl Field {
    /// All fields, in the order of their bit in a field mask.
    pub const ALL: [Self; 5] = [
        Self::Headline,
        Self::HeadlineLatin,
        Self::Summary,
        Self::Body,
        Self::Related,
    ];

    /// The fields of the story itself, in the order of the page.
    pub const STORY: [Self; 4] = [Self::Headline, Self::HeadlineLatin, Self::Summary, Self::Body];

    /// The name of the field in queries and answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::HeadlineLatin => "headline_latin",
            Self::Summary => "summary",
            Self::Body => "body",
            Self::Related => "related",
        }
    }

    /// The text of the field; empty for related, which is a list.
    #[must_use]
    pub fn of(self, article: &Article) -> &str {
        match self {
            Self::Headline => &article.headline,
            Self::HeadlineLatin => &article.headline_latin,
            Self::Summary => &article.summary,
            Self::Body => &article.body,
            Self::Related => "",
        }
    }

    /// The texts of the field that are not empty: one, or each of the related headlines.
    pub fn texts(self, article: &Article) -> impl Iterator<Item = &str> {
        let related = article.related.iter().filter(move |_| self == Self::Related);
        std::iter::once(self.of(article))
            .chain(related.map(String::as_str))
            .filter(|text| !text.is_empty())
    }
}
