//! Fields: the parts of an article that are searched as text.

use serde::{Deserialize, Serialize};

use super::Article;

/// The fields of an article that are searched as text; their numbers are stored.
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
    pub const OWN: [Self; 4] = [Self::Headline, Self::HeadlineLatin, Self::Summary, Self::Body];

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

bitflags::bitflags! {
    /// A set of fields; its bits are stored.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct FieldSet: u8 {
        /// [`Field::Headline`].
        const HEADLINE = 1 << Field::Headline as u8;
        /// [`Field::HeadlineLatin`].
        const HEADLINE_LATIN = 1 << Field::HeadlineLatin as u8;
        /// [`Field::Summary`].
        const SUMMARY = 1 << Field::Summary as u8;
        /// [`Field::Body`].
        const BODY = 1 << Field::Body as u8;
        /// [`Field::Related`].
        const RELATED = 1 << Field::Related as u8;
        /// The fields of the story itself.
        const OWN = Self::HEADLINE.bits() | Self::HEADLINE_LATIN.bits() | Self::SUMMARY.bits() | Self::BODY.bits();
    }
}

impl FieldSet {
    /// Whether a field belongs to it.
    ///
    /// ```
    /// use khabar::article::{Field, FieldSet};
    /// assert!(FieldSet::OWN.has(Field::Body) && !FieldSet::OWN.has(Field::Related));
    /// assert_eq!(FieldSet::from(Field::Summary).fields().collect::<Vec<_>>(), [Field::Summary]);
    /// ```
    #[must_use]
    pub const fn has(self, field: Field) -> bool {
        self.bits() & (1 << field as u8) != 0
    }

    /// Its fields, in their order.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |&field| self.has(field))
    }
}

impl From<Field> for FieldSet {
    fn from(field: Field) -> Self {
        Self::from_bits_truncate(1 << field as u8)
    }
}
