//! How files are to be read.

use super::formats::FieldNames;

/// How files are to be read.
#[derive(Debug, Clone)]
pub struct Options {
    /// Under which names the fields stand in JSON.
    pub fields: FieldNames,
    /// The longest line of JSON lines, and the longest raw page, in bytes; a longer one is skipped.
    pub max_line_bytes: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            fields: FieldNames::default(),
            max_line_bytes: 64 * 1024 * 1024,
        }
    }
}
