//! Lists as the build reads them: their rows, and one number for the data that decides something.
//!
//! Takes texts, gives rows without comments and the xxh3 of what was compiled and of rows. Comments and code are left out: a
//! remark in a list must not cost every archive an hour, and code that changes keys or mentions has a rule number beside it
//! that is raised by hand (`tests/versions.rs` says when). Touches no file, so that the tests can put rows to it.

use twox_hash::XxHash3_64;

/// A list as read.
pub(crate) struct List {
    /// Its path from the root of its package on.
    pub(crate) path: &'static str,
    pub(crate) text: String,
}

impl List {
    /// Its rows, each with the number of its line, without comments and blank lines.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..)
            .zip(self.text.lines())
            .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
    }
}

/// Ends a part of what is hashed. No UTF-8 has the byte, so that a row cannot move from one list to the next unseen.
const END: u8 = 0xFF;

/// The hash of compiled bytes and the rows of lists.
pub(crate) fn data_hash(compiled: &[u8], lists: &[List]) -> u64 {
    let mut data = compiled.to_vec();
    data.push(END);
    for list in lists {
        for (_, row) in list.rows() {
            data.extend_from_slice(row.as_bytes());
            data.push(b'\n');
        }
        data.push(END);
    }
    XxHash3_64::oneshot(&data)
}
