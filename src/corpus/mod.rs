//! From files to articles.
//!
//! Takes files and folders, gives one [`Record`] after another: an article, or what was skipped and why.
//! The way of a file: `walk` finds it, `decode` makes UTF-8 of its bytes, one of `formats` reads it,
//! and for a raw page [`layout`] tells the story from the furniture around it. Only as much of a file is
//! held as one article needs. What is done with the articles is left to the caller.
//!
//! ```
//! use khabar::corpus::{self, Options, Record};
//! use std::ops::ControlFlow;
//!
//! let folder = tempfile::tempdir()?;
//! std::fs::write(folder.path().join("a.txt"), "ગરબા યુનેસ્કોની યાદીમાં\n\nઅમૂર્ત વારસાની યાદીમાં ગરબાને સ્થાન મળ્યું છે.")?;
//! std::fs::write(folder.path().join("b.jsonl"), "{\"headline\": \"ખબર\"}\n{broken\n")?;
//! let mut seen = Vec::new();
//! corpus::read(&[folder.path().into()], &Options::default(), &mut |record| {
//!     seen.push(match record {
//!         Record::Article { article, .. } => article.headline,
//!         Record::Skipped(skipped) => format!("line {:?}", skipped.line),
//!     });
//!     ControlFlow::Continue(())
//! })?;
//! assert_eq!(seen, ["ગરબા યુનેસ્કોની યાદીમાં", "ખબર", "line Some(2)"]); // the broken line stops nothing
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod layout;

mod decode;
mod formats;
mod options;
mod record;
mod walk;

use std::fs;
use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use formats::{Extracted, Position};
use walk::{Root, Step};

pub use formats::{FieldNames, UnknownField};
pub use options::Options;
pub use record::{Note, Reason, Record, Remark, Skipped};

/// How many files a reading met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files that were read, whole or in part.
    pub files: u64,
    /// Files left alone because nothing in their name says that they hold articles.
    pub passed_over: u64,
}

/// Why nothing could be read at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// These of the given paths do not exist.
    #[error("no such file or folder: {}; check the spelling and the folder you are in", list(.0))]
    NotFound(Vec<PathBuf>),
    /// A given path exists but cannot be reached.
    #[error("cannot reach {}; make it readable or leave it out", .path.display())]
    Unreachable {
        /// The path as it was given.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

fn list(paths: &[PathBuf]) -> String {
    paths
        .iter()
        .map(|path| path.display().to_string())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Reads all articles below the paths in a fixed order and hands them to `sink` one by one, until it breaks off.
///
/// Folders are walked in the order of their file names. Hidden files and read-me files are no articles.
///
/// # Errors
///
/// Only where a given path does not exist or cannot be reached, before anything is read; all that do not
/// exist are named at once. Everything else that goes wrong is a [`Record::Skipped`].
pub fn read(
    paths: &[PathBuf],
    options: &Options,
    sink: &mut dyn FnMut(Record) -> ControlFlow<()>,
) -> Result<Tally, Error> {
    let mut tally = Tally::default();
    for root in roots(paths)? {
        for step in walk::steps(&root) {
            let flow = match step {
                Step::PassedOver => {
                    tally.passed_over += 1;
                    ControlFlow::Continue(())
                }
                Step::Skipped(skipped) => sink(Record::Skipped(skipped)),
                Step::File { file, path } => {
                    tally.files += 1;
                    read_file(
                        &Origin {
                            root: root.canonical.clone(),
                            file,
                            path,
                        },
                        options,
                        sink,
                    )
                }
            };
            if flow.is_break() {
                return Ok(tally);
            }
        }
    }
    Ok(tally)
}

/// Reads JSON lines from any source, for instance standard input, under a name of its own (`-`).
///
/// Articles without an id are named `NAME:LINE`.
pub fn read_lines(
    name: &str,
    source: &mut dyn BufRead,
    options: &Options,
    sink: &mut dyn FnMut(Record) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let origin = Origin {
        root: PathBuf::from(name),
        file: PathBuf::from(name),
        path: name.to_owned(),
    };
    formats::json_lines().read(source, options, &mut |found| sink(origin.record(found)))
}

/// The text of one raw page, for [`layout::parse_page`].
///
/// # Errors
///
/// The file cannot be opened, is no text, or is longer than [`Options::max_line_bytes`].
pub fn read_page(file: &Path, options: &Options) -> Result<String, Skipped> {
    let page = decode::open(file)
        .map_err(Reason::Unreadable)
        .and_then(|mut source| decode::whole_text(&mut source, options.max_line_bytes));
    page.map_err(|reason| Skipped {
        path: file.to_owned(),
        line: None,
        reason,
    })
}

/// The given paths, each once; an error where one does not exist.
fn roots(paths: &[PathBuf]) -> Result<Vec<Root>, Error> {
    let mut roots: Vec<Root> = Vec::with_capacity(paths.len());
    let mut missing = Vec::new();
    for path in paths {
        match fs::canonicalize(path) {
            Ok(canonical) if roots.iter().any(|root| root.canonical == canonical) => {}
            Ok(canonical) => roots.push(Root {
                given: path.clone(),
                canonical,
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(path.clone()),
            Err(source) => {
                return Err(Error::Unreachable {
                    path: path.clone(),
                    source,
                });
            }
        }
    }
    if missing.is_empty() {
        Ok(roots)
    } else {
        Err(Error::NotFound(missing))
    }
}

/// Where a file came from.
#[derive(Debug)]
struct Origin {
    /// The canonical path given by the caller.
    root: PathBuf,
    /// The file as the caller would name it.
    file: PathBuf,
    /// The last folder of the given path and the path below it, with '/'.
    path: String,
}

impl Origin {
    fn record(&self, found: Extracted) -> Record {
        let line = match found.position {
            Position::Line(line) => Some(line),
            Position::Whole | Position::Item(_) => None,
        };
        let article = found
            .fields
            .and_then(|fields| fields.into_article(&self.path, found.position));
        match article {
            Ok((article, notes)) => Record::Article {
                article: Box::new(article),
                root: self.root.clone(),
                notes,
            },
            Err(reason) => Record::Skipped(Skipped {
                path: self.file.clone(),
                line,
                reason: match found.position {
                    Position::Item(item) => Reason::Item {
                        item,
                        reason: Box::new(reason),
                    },
                    Position::Line(_) | Position::Whole => reason,
                },
            }),
        }
    }
}

fn read_file(origin: &Origin, options: &Options, sink: &mut dyn FnMut(Record) -> ControlFlow<()>) -> ControlFlow<()> {
    let skip = |reason| Extracted {
        position: Position::Whole,
        fields: Err(reason),
    };
    let Some(format) = formats::of(&origin.file) else {
        return sink(origin.record(skip(Reason::UnknownFormat)));
    };
    match decode::open(&origin.file) {
        Ok(mut source) => format.read(&mut source, options, &mut |found| sink(origin.record(found))),
        Err(error) => sink(origin.record(skip(Reason::Unreadable(error)))),
    }
}
