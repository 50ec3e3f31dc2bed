//! The lexicon: word lists compiled into one finite-state map, so that a search starts at once.
//!
//! Takes `data/lexicon.tsv` and `data/name_parts.tsv`, gives the bytes of a map: the folded lemma onto its classes and the
//! logarithm of its count. The fold is the analyser's own file, so that the keys here and there cannot differ.

use std::collections::BTreeMap;
use std::error::Error;

use super::class::{Class, Entry};
use super::data::List;
use super::fold::fold;

/// The map of a list of lemmas and of the parts of names.
pub(crate) fn compile(lemmas: &List, name_parts: &List) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (number, row) in lemmas.rows() {
        add(&mut entries, row).map_err(|what| format!("{}:{number}: {what}: {row}", lemmas.path))?;
    }
    for (_, part) in name_parts.rows() {
        entries.entry(part.to_owned()).or_default().add(Class::NamePart, 0);
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
