//! The formats that a value can be asked for in.
//!
//! A value that is no table or list takes JSON lines and CSV as JSON: its view says so.

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One value.
    Json,
    /// A part a line, where it has parts.
    Jsonl,
    /// A part a row.
    Csv,
}

/// How hits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HitFormat {
    /// For people.
    Text,
    /// One answer.
    Json,
    /// A hit a line.
    Jsonl,
    /// A hit a row.
    Csv,
    /// A page for a browser.
    Html,
    /// Citations for `BibLaTeX`.
    Bibtex,
    /// Citations for reference managers.
    Ris,
}
