//! Compiles the word lists of the analyser into one finite-state map, so that a search starts at once.
//!
//! Takes `analysis/data/lexicon.tsv` and `induced.tsv`, gives `$OUT_DIR/lexicon.fst`: the folded lemma
//! onto its classes and the logarithm of its count. The fold is the analyser's own file, so that the
//! keys here and there cannot differ.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[path = "analysis/class.rs"]
#[allow(dead_code, reason = "the build needs a part of the module")]
mod class;
#[path = "analysis/fold.rs"]
#[allow(dead_code, reason = "the build needs a part of the module")]
mod fold;
#[path = "script.rs"]
#[allow(dead_code, reason = "the build needs a part of the module")]
mod script;

const LISTS: [&str; 2] = ["src/analysis/data/lexicon.tsv", "src/analysis/data/induced.tsv"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut entries: BTreeMap<String, class::Entry> = BTreeMap::new();
    for list in LISTS {
        println!("cargo::rerun-if-changed={list}");
        let text = fs::read_to_string(list)?;
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            add(&mut entries, line).map_err(|what| format!("{list}: {what}: {line}"))?;
        }
    }
    for source in [
        "script.rs",
        "analysis/fold.rs",
        "analysis/class.rs",
        "analysis/data/keep.tsv",
        "analysis/data/respell.tsv",
    ] {
        println!("cargo::rerun-if-changed=src/{source}");
    }
    let mut builder = fst::MapBuilder::memory();
    for (key, entry) in &entries {
        builder.insert(key, entry.pack())?;
    }
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("lexicon.fst"),
        builder.into_inner()?,
    )?;
    Ok(())
}

fn add(entries: &mut BTreeMap<String, class::Entry>, line: &str) -> Result<(), &'static str> {
    let mut columns = line.split('\t');
    let lemma = columns.next().ok_or("no lemma")?;
    let class = columns.next().and_then(class::Class::parse).ok_or("unknown class")?;
    let count: u64 = columns
        .next()
        .map_or(Ok(0), str::parse)
        .map_err(|_| "the count is no number")?;
    let entry = entries.entry(fold::fold(lemma)).or_default();
    entry.add(class, count);
    Ok(())
}
