//! Lists of the gazetteer: which there are, and whether the kinds that they name are known.
//!
//! Takes lists as read, gives complaints with file, line and value. What is known stands in `entities/gazetteer/kinds.rs`.

use super::data::List;
use super::kinds;

/// The lists of the gazetteer; all of them decide mentions.
pub(crate) const GAZETTEER_LISTS: [&str; 7] = [
    "src/entities/data/countries.tsv",
    "src/entities/data/country_aliases.tsv",
    "src/entities/data/cues.tsv",
    "src/entities/data/organisations.tsv",
    "src/entities/data/people.tsv",
    "src/entities/data/place_aliases.tsv",
    "src/entities/data/places.tsv",
];

/// A complaint for each row of a list with a kind that is not known.
pub(crate) fn unknown_kinds(list: &List) -> Vec<String> {
    list.rows()
        .filter_map(|(number, row)| Some((number, unknown(list.path, row)?)))
        .map(|(number, value)| {
            format!(
                "{}:{number}: {value} is not in src/entities/gazetteer/kinds.rs",
                list.path
            )
        })
        .collect()
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
