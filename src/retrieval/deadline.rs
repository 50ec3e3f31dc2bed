//! The deadline: when an answer must be given with what was found so far.
//!
//! Takes what knows the time, for only the command line may look at the clock; remembers whether anything was
//! left out for it. Finding out what words stand for may take half of the time, so that some is left to look
//! for them.

use std::sync::atomic::{AtomicBool, Ordering};

/// A deadline, and whether it has cut anything short.
pub struct Deadline<'d> {
    is_half_over: &'d (dyn Fn() -> bool + Sync),
    is_over: &'d (dyn Fn() -> bool + Sync),
    has_cut: AtomicBool,
}

impl std::fmt::Debug for Deadline<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Deadline")
            .field("has_cut", &self.has_cut)
            .finish_non_exhaustive()
    }
}

impl Deadline<'static> {
    /// No deadline.
    #[must_use]
    pub fn never() -> &'static Self {
        static NEVER: Deadline<'static> = Deadline::new(&|| false, &|| false);
        &NEVER
    }
}

impl<'d> Deadline<'d> {
    /// A deadline whose half and whole are known so.
    #[must_use]
    pub const fn new(is_half_over: &'d (dyn Fn() -> bool + Sync), is_over: &'d (dyn Fn() -> bool + Sync)) -> Self {
        Self {
            is_half_over,
            is_over,
            has_cut: AtomicBool::new(false),
        }
    }

    /// Whether the work must end here; whoever asks leaves the rest out where it is.
    #[must_use]
    pub fn cuts(&self) -> bool {
        let is_over = (self.is_over)();
        if is_over {
            self.has_cut.store(true, Ordering::Relaxed);
        }
        is_over
    }

    /// Whether anything was left out.
    #[must_use]
    pub fn has_cut(&self) -> bool {
        self.has_cut.load(Ordering::Relaxed)
    }

    /// What knows when half of the time is over.
    pub(super) const fn half(&self) -> &'d dyn Fn() -> bool {
        self.is_half_over
    }

    /// What knows when all of it is.
    pub(super) const fn whole(&self) -> &'d dyn Fn() -> bool {
        self.is_over
    }
}
