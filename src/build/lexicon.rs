//! The lexicon: word lists compiled into one finite-state map, so that a search starts at once.
//!
//! Takes `analysis/data/lexicon.tsv` and the names of the gazetteer, gives the bytes of a map: the folded lemma onto its
//! classes and the logarithm of its count. The fold is the analyser's own file, so that the keys here and there cannot
//! differ.

use std::collections::BTreeMap;
use std::error::Error;

use super::class::{Class, Entry};
use super::fold::fold;
use super::lists::List;
use super::script;

/// Lists of names: the file and the columns that hold names, `|` between several.
const NAMES: [(&str, &[usize]); 5] = [
    ("src/entities/data/countries.tsv", &[1, 3]),
    ("src/entities/data/country_aliases.tsv", &[2]),
    ("src/entities/data/places.tsv", &[4, 6]),
    ("src/entities/data/people.tsv", &[1, 3]),
    ("src/entities/data/organisations.tsv", &[3, 5]),
];

/// The map of a list of lemmas and of the names of the gazetteer.
pub(crate) fn compile(lemmas: &List, gazetteer: &[List]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (number, row) in lemmas.rows() {
        add(&mut entries, row).map_err(|what| format!("{}:{number}: {what}: {row}", lemmas.path))?;
    }
    // in this order: a name of one list can be told from a form of a name of those before it
    for (path, columns) in NAMES {
        let names = gazetteer.iter().find(|list| list.path == path);
        let names = names.ok_or_else(|| format!("{path} was not read"))?;
        for (_, row) in names.rows() {
            let cells: Vec<&str> = row.split('\t').collect();
            columns
                .iter()
                .filter_map(|&at| cells.get(at))
                .for_each(|names| add_names(&mut entries, names));
        }
    }
    let mut builder = fst::MapBuilder::memory();
    for (key, entry) in &entries {
        builder.insert(key, entry.pack())?;
    }
    Ok(builder.into_inner()?)
}

fn add(entries: &mut BTreeMap<String, Entry>, line: &str) -> Result<(), &'static str> {
    let mut columns = line.split('\t');
    let lemma = columns.next().ok_or("no lemma")?;
    let class = columns.next().and_then(Class::parse).ok_or("unknown class")?;
    let count: u64 = columns
        .next()
        .map_or(Ok(0), str::parse)
        .map_err(|_| "the count is no number")?;
    let entry = entries.entry(fold(lemma)).or_default();
    entry.add(class, count);
    Ok(())
}

/// The Gujarati words of names, so that the analyser does not cut them (શહેરા is no form of શહેર). A word
/// with a case ending inside a name (ભારતની સંસદ) is a form of its noun all the same.
fn add_names(entries: &mut BTreeMap<String, Entry>, names: &str) {
    for name in names.split('|') {
        let words: Vec<&str> = name
            .split(|c: char| !script::is_gujarati_letter(c))
            .filter(|word| is_name_part(word))
            .collect();
        for word in &words {
            let folded = fold(word);
            if words.len() == 1 || !is_declined(&folded, entries) {
                entries.entry(folded).or_default().add(Class::NamePart, 0);
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

/// Whether a folded word is another word of the lexicon with a case ending.
fn is_declined(folded: &str, entries: &BTreeMap<String, Entry>) -> bool {
    const ENDINGS: [&str; 8] = ["નિ", "ના", "નો", "નુ", "ને", "મા", "થિ", "એ"];
    ENDINGS.iter().any(|ending| {
        folded
            .strip_suffix(ending)
            .is_some_and(|base| entries.contains_key(base))
    })
}
