//! Where in a file an article stands.

/// Where in a file an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::corpus) enum Position {
    /// It is the file.
    Whole,
    /// On this line, from 1.
    Line(u64),
    /// At this place of a list, from 1.
    Item(u64),
}
