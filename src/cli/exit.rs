//! How the program ended, as scripts see it.

use crate::answers::Answer;

/// The exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Hits, or done.
    Done = 0,
    /// No hits.
    NoHits = 1,
    /// An error.
    Error = 2,
    /// Done, but some records were skipped.
    Skipped = 3,
}

impl Exit {
    /// Done, where something was found, or everything passed; else no hits.
    pub(super) const fn done_if(well: bool) -> Self {
        if well { Self::Done } else { Self::NoHits }
    }

    /// Done, where no record was skipped.
    pub(super) const fn if_skipped(skipped: u64) -> Self {
        if skipped > 0 { Self::Skipped } else { Self::Done }
    }

    /// Done, where an answer has hits; also where they are all before the page that was asked for.
    pub(super) const fn of_answer(answer: &Answer) -> Self {
        Self::done_if(answer.total > 0 || !answer.hits.is_empty())
    }
}
