//! Lists of the source: their rows, and whether the kinds that they name are known.
//!
//! Takes lists as read, gives rows without comments, or complaints with file, line and value. What is known stands in
//! `entities/gazetteer/kinds.rs`. Touches no file, so that the tests can put bad rows to it.

use super::kinds;

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

    /// A complaint for each row with a kind that is not known.
    pub(crate) fn unknown_kinds(&self) -> Vec<String> {
        self.rows()
            .filter_map(|(number, row)| Some((number, unknown(self.path, row)?)))
            .map(|(number, value)| {
                format!(
                    "{}:{number}: {value} is not in src/entities/gazetteer/kinds.rs",
                    self.path
                )
            })
            .collect()
    }
}

/// What a row says in its columns of kinds, where that is not known.
fn unknown(path: &str, row: &str) -> Option<String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    let known: &[&str] = match path.rsplit('/').next() {
        Some("cues.tsv") => {
            let pair = (cell(1), cell(2));
            return (!kinds::CUES.contains(&pair)).then(|| format!("the cue ‘{}’ of strength ‘{}’", pair.0, pair.1));
        }
        Some("organisations.tsv") => &kinds::BODIES,
        Some("places.tsv") => &kinds::PLACES,
        Some("country_aliases.tsv") => &kinds::COUNTRY_ALIASES,
        Some("place_aliases.tsv") => &kinds::PLACE_ALIASES,
        // countries and people have no kinds
        _ => return None,
    };
    (!known.contains(&cell(1))).then(|| format!("the kind ‘{}’", cell(1)))
}
