//! A form that a word of the query stands for, and how it belongs to the word.

use serde::Serialize;

use super::evidence::{Evidence, Reading};
use crate::index::FormEntry;

/// How likely a name of the gazetteer is meant where it is typed.
const NAMED: f32 = 0.95;

/// How likely a listed term is meant by its words.
const TRANSLATED: f32 = 0.95;

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
    /// Of a Latin word: why it is read so.
    pub reading: Option<Reading>,
}

impl Expansion {
    /// How likely it is meant by a Latin word; 1 for words in Gujarati.
    pub(super) fn likelihood(&self) -> f32 {
        self.reading.map_or(1.0, |reading| reading.weight)
    }

    /// Whether it is a loose reading of a Latin word.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        self.reading.is_some_and(|reading| reading.evidence == Evidence::Loose)
    }

    /// The form as one of what an English term means.
    pub(in crate::query) fn meant(self) -> Self {
        let reading = Some(Reading {
            evidence: Evidence::Translation,
            weight: TRANSLATED,
        });
        Self { reading, ..self }
    }

    /// The form as one of a name of the gazetteer.
    pub(in crate::query) fn named(self) -> Self {
        let reading = Some(Reading {
            evidence: Evidence::Name,
            weight: NAMED,
        });
        Self { reading, ..self }
    }

    /// How a word in Latin letters is read as a form that no evidence was weighed for: the word itself, its parts, its other
    /// names, its correction. `None` for other words.
    #[must_use]
    pub fn read_as(&self, word: &str) -> Option<Reading> {
        let evidence = match self.tier {
            Tier::Exact | Tier::Inflected | Tier::Spelling => Evidence::Latin,
            Tier::Romanised => Evidence::Romanised,
            Tier::Alias => Evidence::Letters,
            Tier::Fuzzy => Evidence::Loose,
        };
        let is_latin = word.starts_with(|first: char| first.is_ascii_alphabetic());
        is_latin.then_some(Reading {
            evidence,
            weight: self.weight,
        })
    }

    /// A form at the full weight of its tier.
    #[must_use]
    pub const fn new(entry: FormEntry, tier: Tier) -> Self {
        let weight = tier.weight();
        Self {
            entry,
            tier,
            weight,
            reading: None,
        }
    }
}
