//! A mark: a range of a text that a word of the query found.

use crate::query::expansion::Tier;

/// About as many bytes as a snippet has.
pub const PASSAGE_BYTES: usize = 480;

/// A range of a text that a word of the query found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordMark {
    /// The word of the query, by its position in [`super::Marker::labels`].
    pub word: usize,
    /// How it belongs to the word.
    pub tier: Tier,
    /// First byte.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
}
