//! Lists of the source: their rows.
//!
//! Takes lists as read, gives rows without comments. Touches no file.

/// A list as read.
pub(crate) struct List {
    /// Its path from the root of the repository on.
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
