//! A form that a word of the query stands for, and how it belongs to the word.

use serde::Serialize;

use crate::index::FormEntry;

/// How a form found belongs to the word typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// The word itself.
    Exact,
    /// An inflection.
    Inflected,
    /// Another accepted spelling.
    Spelling,
    /// The word in the other script.
    Romanised,
    /// Another name.
    Alias,
    /// A corrected word.
    Fuzzy,
}

impl Tier {
    /// What an occurrence in this tier is worth beside an exact one.
    #[must_use]
    pub const fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Inflected => 0.96,
            Self::Spelling => 0.9,
            Self::Romanised | Self::Alias => 0.8,
            Self::Fuzzy => 0.5,
        }
    }

    /// The name of the tier in answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Inflected => "inflected",
            Self::Spelling => "spelling",
            Self::Romanised => "romanised",
            Self::Alias => "alias",
            Self::Fuzzy => "fuzzy",
        }
    }
}

/// A form that a word stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Expansion {
    /// The form and its counts.
    pub entry: FormEntry,
    /// How it belongs to the word.
    pub tier: Tier,
    /// What an occurrence is worth: the tier's weight, less for a doubtful sound.
    pub weight: f32,
}

/// A reading worth more than this is no guess.
const SURE_READING: f32 = 0.74;

impl Expansion {
    /// Whether it is what was typed in the other script beyond doubt.
    #[must_use]
    pub fn is_sure_reading(&self) -> bool {
        self.tier == Tier::Romanised && self.weight > SURE_READING
    }

    /// A form at the full weight of its tier.
    #[must_use]
    pub const fn new(entry: FormEntry, tier: Tier) -> Self {
        let weight = tier.weight();
        Self { entry, tier, weight }
    }
}
