//! Notices: what the reader of an answer should know about the query.
//!
//! Takes a kind, a line of words and the bytes of the query that it is about; every step that reads a query gives some.

use std::ops::Range;

use serde::Serialize;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeKind {
    /// A part of the query that is not used.
    Ignored,
    /// A name that several bear.
    Ambiguous,
    /// A value that is not known.
    Unknown,
    /// Articles with some of the words only, or with corrected words.
    Relaxed,
    /// A limit that was reached.
    Capped,
    /// The time ran out.
    Timeout,
    /// Another query that may be meant.
    Suggestion,
}

/// Something that the reader of an answer should know about the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// One line, in words.
    pub message: String,
    /// First byte of its span in the query.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The whole query that is suggested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
}

impl Notice {
    /// A notice about the bytes `span` of the query.
    #[must_use]
    pub const fn new(kind: NoticeKind, message: String, span: Range<usize>) -> Self {
        Self {
            kind,
            message,
            start: span.start,
            end: span.end,
            query: None,
        }
    }
}
