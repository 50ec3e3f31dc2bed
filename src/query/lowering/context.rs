//! The context of lowering: the words and names that it asks for, and what it may do.

use crate::entities::Gazetteer;
use crate::index::WordSource;
use crate::query::expansion::{Allowed, Corrected};

/// What lowering asks of its surroundings.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The words of the index.
    pub known: &'c dyn WordSource,
    /// The names.
    pub gazetteer: &'c Gazetteer,
    /// No expansion at all.
    pub exact: bool,
    /// How a Latin word may be read.
    pub allowed: Allowed,
    /// Words that are searched as others.
    pub corrected: &'c Corrected,
    /// Whether the time is over.
    pub is_over: &'c dyn Fn() -> bool,
}

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context")
            .field("exact", &self.exact)
            .finish_non_exhaustive()
    }
}
