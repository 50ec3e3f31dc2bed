//! Mentions: places of a text that name an entity.

use serde::{Deserialize, Serialize};

use super::EntityKind;
use crate::article::Field;

/// How a mention was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// By a name of the gazetteer.
    Gazetteer,
    /// By a pattern of titles, honorifics and surnames.
    Pattern,
    /// By a short form that stands for a name of the same story.
    Inferred,
}

impl How {
    /// How as JSON writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gazetteer => "gazetteer",
            Self::Pattern => "pattern",
            Self::Inferred => "inferred",
        }
    }
}

/// One place of a text that names an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// What is named.
    pub kind: EntityKind,
    /// The id of what is named.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The words as they stand in the text.
    pub form: String,
    /// The field of the article.
    pub field: Field,
    /// First byte in the field.
    #[serde(rename = "start")]
    pub byte_start: usize,
    /// The byte behind the last.
    #[serde(rename = "end")]
    pub byte_end: usize,
    /// How it was found.
    pub how: How,
}
