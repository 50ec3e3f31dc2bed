//! Slots and phrases: runs of words, each with the forms that can stand for it.

use super::form::{Expansion, Tier};

/// One position of a phrase, or a word: the forms that can stand there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slot {
    /// The forms, best first.
    pub forms: Vec<Expansion>,
    /// Readings of a Latin word that were known and are not searched.
    pub unsearched: Vec<Expansion>,
}

impl From<Vec<Expansion>> for Slot {
    fn from(forms: Vec<Expansion>) -> Self {
        Self {
            forms,
            unsearched: Vec::new(),
        }
    }
}

/// Words that must stand after each other.
#[derive(Debug, Clone, PartialEq)]
pub struct PhraseClause {
    /// What may stand at each position.
    pub slots: Vec<Slot>,
    /// How many words may stand between.
    pub slop: u32,
    /// How the phrase belongs to the word.
    pub tier: Tier,
    /// Where it is one word written apart: how, and in how many articles.
    pub apart: Option<Apart>,
}

/// A word written apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The halves as typed, with a space between.
    pub text: String,
    /// In how many articles they stand so, with any ending; 0 as long as nobody counted.
    pub articles: u32,
}
