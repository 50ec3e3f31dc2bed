//! Parts of names: the words of the gazetteer's names that the analyser must not cut.
//!
//! Takes the lists of names and the lexicon, gives the folded words, sorted (શહેરા is no form of શહેર). A word with a case
//! ending inside a name (ભારતની સંસદ) is a form of its noun all the same.

use std::collections::BTreeSet;
use std::path::Path;

use khabar_analysis::fold;
use khabar_analysis::script::is_gujarati_letter;

/// The file that is made, below the root of the repository.
pub(crate) const FILE: &str = "src/analysis/data/name_parts.tsv";

const LEXICON: &str = "src/analysis/data/lexicon.tsv";

/// Lists of names: the file and the columns that hold names, `|` between several. In this order: a name of one list can be
/// told from a form of a name of those before it.
const NAMES: [(&str, &[usize]); 5] = [
    ("src/entities/data/countries.tsv", &[1, 3]),
    ("src/entities/data/country_aliases.tsv", &[2]),
    ("src/entities/data/places.tsv", &[4, 6]),
    ("src/entities/data/people.tsv", &[1, 3]),
    ("src/entities/data/organisations.tsv", &[3, 5]),
];

const HEAD: &str = "# Words of the names of the gazetteer, folded: parts of names, which the analyser does not cut. Licence: the project's.
# Made by `cargo run -p xtask -- name-parts` from src/entities/data and data/lexicon.tsv, not by hand.
";

/// The text of the list.
///
/// # Errors
/// Where a list cannot be read.
pub(crate) fn list(root: &Path) -> std::io::Result<String> {
    let mut words = BTreeSet::new();
    for row in std::fs::read_to_string(root.join(LEXICON))?
        .lines()
        .filter(|row| is_row(row))
    {
        words.insert(fold(row.split('\t').next().unwrap_or_default()));
    }
    let mut parts = BTreeSet::new();
    for (path, columns) in NAMES {
        let text = std::fs::read_to_string(root.join(path))?;
        for row in text.lines().filter(|row| is_row(row)) {
            let cells: Vec<&str> = row.split('\t').collect();
            let names = columns.iter().filter_map(|&at| cells.get(at));
            names.for_each(|names| add_names(names, &mut words, &mut parts));
        }
    }
    let rows = parts.into_iter().map(|part| part + "\n");
    Ok(HEAD.to_owned() + &rows.collect::<String>())
}

fn is_row(line: &str) -> bool {
    !line.starts_with('#') && !line.is_empty()
}

/// Adds the words of names to all words and to the parts of names.
fn add_names(names: &str, words: &mut BTreeSet<String>, parts: &mut BTreeSet<String>) {
    for name in names.split('|') {
        let of_name: Vec<&str> = name
            .split(|c: char| !is_gujarati_letter(c))
            .filter(|word| is_name_part(word))
            .collect();
        for word in &of_name {
            let folded = fold(word);
            if of_name.len() == 1 || !is_declined(&folded, words) {
                words.insert(folded.clone());
                parts.insert(folded);
            }
        }
    }
}

/// Long enough to be told from an ending, and without an honorific, which the analyser takes off.
fn is_name_part(word: &str) -> bool {
    let honoured = ["ભાઈ", "બેન", "બહેન"]
        .iter()
        .any(|h| word.strip_suffix(h).is_some_and(|name| name.chars().count() > 2));
    word.chars().count() > 2 && !honoured
}

/// Whether a folded word is another word with a case ending.
fn is_declined(folded: &str, words: &BTreeSet<String>) -> bool {
    const ENDINGS: [&str; 8] = ["નિ", "ના", "નો", "નુ", "ને", "મા", "થિ", "એ"];
    ENDINGS
        .iter()
        .any(|ending| folded.strip_suffix(ending).is_some_and(|base| words.contains(base)))
}
