//! The sentences of what can go wrong with a search or an index.
//!
//! Takes an error, gives what failed and which command of the command line helps; its causes say the rest.

use std::fmt;

use crate::{index, retrieval};

impl fmt::Display for retrieval::Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Engine(_) => f.write_str("the index cannot be read; run `khabar verify`"),
            Self::Nothing => f.write_str(
                "neither words nor a filter are given; write for example `khabar search putin` or `khabar search --country KP`",
            ),
            Self::NoWords => {
                f.write_str("no word is given whose places could be shown; write for example `khabar kwic ભૂકંપ`")
            }
            Self::UnknownFilter { kind, value, nearest } => {
                write!(f, "no {kind} is called ‘{value}’; the nearest known: {nearest}")
            }
            Self::Date(text) => write!(f, "‘{text}’ is no date; write 2024, 2024-06 or 2024-06-19"),
            Self::NoArticle(id) => write!(f, "no article has the id ‘{id}’; ids are shown by `khabar search`"),
            Self::Index(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for index::Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path().display();
        match self {
            Self::Missing { .. } => write!(f, "{path}: no index; make one with `khabar index PATH --index {path}`"),
            Self::Foreign { found, .. } => write!(
                f,
                "{path}: the folder holds other files and no index of khabar ({found}); name an empty or new folder"
            ),
            Self::Version { what, .. } => write!(
                f,
                "{path}: made by another version of khabar ({what}); index the articles anew into an empty folder"
            ),
            Self::Stale { why, .. } => match why {
                index::Staleness::Stopped => write!(
                    f,
                    "{path}: the last `khabar index` was stopped before its end; run it again with the same paths"
                ),
                index::Staleness::Versions => write!(
                    f,
                    "{path}: made by another version of khabar (keys or names of the gazetteer); \
                     run `khabar index --index {path}` to bring it up to date"
                ),
            },
            Self::Busy { .. } => write!(
                f,
                "{path}: another process is writing to this index; try again when it has ended"
            ),
            Self::Io { action, .. } => write!(f, "{path}: {action}"),
            Self::Vocabulary { what, .. } => write!(
                f,
                "{path}: the vocabulary is damaged ({what}); run `khabar index` again on the same paths"
            ),
            Self::Corrections { .. } => {
                write!(f, "{path}: these corrections of the gazetteer cannot be followed")
            }
            Self::Gazetteer { .. } => write!(
                f,
                "{path}: the gazetteer of the index is damaged; run `khabar index` again on the same paths"
            ),
            Self::Engine { .. } => {
                write!(
                    f,
                    "{path}: the index cannot be used; run `khabar verify --index {path}`"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::io;
    use std::path::PathBuf;

    use crate::{index, retrieval};

    fn io_error() -> index::Error {
        index::Error::Io {
            path: PathBuf::from("folder"),
            action: "cannot be read",
            source: io::Error::other("no rights"),
        }
    }

    /// A search that fails at a file of the index says so once, and its cause after it.
    #[test]
    fn an_error_of_the_index_is_said_once() {
        let of_search = retrieval::Error::from(io_error());
        assert_eq!(of_search.to_string(), io_error().to_string());
        assert_eq!(
            of_search.source().map(ToString::to_string),
            Some("no rights".to_owned())
        );
        let chain = format!("{:#}", anyhow::Error::from(of_search));
        assert_eq!(chain, "folder: cannot be read: no rights");
    }
}
