//! What a reading gives: an article, or a skipped record and the reason.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::article::Article;

/// One thing that was read.
#[derive(Debug)]
pub enum Record {
    /// An article.
    Article {
        /// The article itself.
        article: Box<Article>,
        /// The path that the caller gave and below which the article was found, canonical.
        root: PathBuf,
        /// What was left out of the article or could not be understood.
        notes: Vec<Note>,
    },
    /// A record that is not in the corpus.
    Skipped(Skipped),
}

/// A record that was skipped, shown as one line: file, line, what is wrong, what to do.
///
/// ```
/// use khabar::corpus::{Reason, Skipped};
/// let skipped = Skipped { path: "news/a.jsonl".into(), line: Some(7), reason: Reason::Empty };
/// assert_eq!(
///     skipped.to_string(),
///     "news/a.jsonl:7: no headline, summary or body; give one of them (--map reads a field from another name)"
/// );
/// ```
#[derive(Debug)]
pub struct Skipped {
    /// The file, as the caller would name it.
    pub path: PathBuf,
    /// The line, counted from 1, where the record is one line of a file.
    pub line: Option<u64>,
    /// Why it was skipped.
    pub reason: Reason,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = crate::article::field(&self.path.to_string_lossy()).replace('\n', "?");
        match self.line {
            Some(line) => write!(f, "{path}:{line}: {}", self.reason),
            None => write!(f, "{path}: {}", self.reason),
        }
    }
}

/// Why a record was skipped.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// The file cannot be opened or read to its end.
    #[error("cannot be read ({0}); check its rights and whether it is complete")]
    Unreadable(io::Error),
    /// A link that leads nowhere, or another fault of the folder itself.
    #[error("cannot be reached ({0}); mend or remove it")]
    Unreachable(io::Error),
    /// A file was given by name and its name does not say what it holds.
    #[error("unknown kind of file; known are .txt, .json, .jsonl and .ndjson, each also with .gz or .zst")]
    UnknownFormat,
    /// A byte that is not UTF-8, or a NUL.
    #[error("not text (byte {byte} is not UTF-8); save it as UTF-8, or as UTF-16 with a byte order mark")]
    NotText {
        /// Where the first such byte stands, counted from 0 in the file or line.
        byte: usize,
    },
    /// A line or page over the limit.
    #[error("longer than {limit} bytes; split it")]
    TooLong {
        /// The limit, in bytes.
        limit: usize,
    },
    /// JSON that does not parse.
    #[error("broken JSON ({0}); mend it or leave the record out")]
    BrokenJson(serde_json::Error),
    /// JSON of another shape than the contract's.
    #[error("{found} where an article was expected; write an object with headline, summary or body")]
    NotAnArticle {
        /// What stands there, with its article: 'a number'.
        found: &'static str,
    },
    /// None of the fields that a search could find.
    #[error("no headline, summary or body; give one of them (--map reads a field from another name)")]
    Empty,
    /// Nothing to find because the fields are of a wrong type.
    #[error("{field} is {found}, not text, and there is no other text; write it in quotes")]
    WrongType {
        /// The field, as it is named in the file.
        field: String,
        /// What stands there.
        found: &'static str,
    },
    /// One article of several in a JSON list.
    #[error("article {item} of the list: {reason}")]
    Item {
        /// Which one, counted from 1.
        item: u64,
        /// What is wrong with it.
        reason: Box<Reason>,
    },
}

/// Something about an article that was kept which its owner should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line, counted from 1, where there is one.
    pub line: Option<u64>,
    /// What there is to say.
    pub remark: Remark,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.remark),
            None => write!(f, "{}", self.remark),
        }
    }
}

/// What a [`Note`] says.
///
/// ```
/// use khabar::corpus::Remark;
/// let remark = Remark::UnreadDate { text: "૩૧ ફેબ્રુઆરી ૨૦૨૪".to_owned() };
/// assert!(remark.to_string().starts_with("date '૩૧ ફેબ્રુઆરી ૨૦૨૪' cannot be read"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Something stands where a date is expected and is none.
    UnreadDate {
        /// What stands there.
        text: String,
    },
    /// A field of the wrong type, left out.
    WrongType {
        /// The field, as it is named in the file.
        field: String,
        /// What stands there.
        found: &'static str,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnreadDate { text } => {
                write!(
                    f,
                    "date '{text}' cannot be read, kept without a date; write it as 2024-06-19"
                )
            }
            Self::WrongType { field, found } => write!(f, "{field} is {found}, left out; write it as text"),
        }
    }
}
