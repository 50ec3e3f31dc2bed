//! Compiles the word lists of the analyser into one finite-state map, so that a search starts at once.
//!
//! Takes `analysis/data/lexicon.tsv` and the names of `entities/data`, gives `$OUT_DIR/lexicon.fst`: the folded lemma
//! onto its classes and the logarithm of its count. The fold is the analyser's own file, so that the
//! keys here and there cannot differ.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[path = "analysis/class.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod class;
#[path = "analysis/fold.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod fold;
#[path = "script.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod script;

/// Lists of names: the file and the columns that hold names, `|` between several.
const NAMES: [(&str, &[usize]); 5] = [
    ("src/entities/data/countries.tsv", &[1, 3]),
    ("src/entities/data/country_aliases.tsv", &[2]),
    ("src/entities/data/places.tsv", &[4, 6]),
    ("src/entities/data/people.tsv", &[1, 3]),
    ("src/entities/data/organisations.tsv", &[3, 5]),
];

const LISTS: [&str; 1] = ["src/analysis/data/lexicon.tsv"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut entries: BTreeMap<String, class::Entry> = BTreeMap::new();
    for list in LISTS {
        println!("cargo::rerun-if-changed={list}");
        let text = fs::read_to_string(list)?;
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            add(&mut entries, line).map_err(|what| format!("{list}: {what}: {line}"))?;
        }
    }
    for (list, columns) in NAMES {
        println!("cargo::rerun-if-changed={list}");
        let text = fs::read_to_string(list)?;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            columns
                .iter()
                .filter_map(|&at| cells.get(at))
                .for_each(|names| add_names(&mut entries, names));
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
    println!(
        "cargo::rustc-env=KHABAR_KEYS_HASH={}",
        hash_of_folders(&["src/analysis", "src/index"])?
    );
    println!(
        "cargo::rustc-env=KHABAR_GAZETTEER_HASH={}",
        hash_of_folders(&["src/analysis", "src/entities"])?
    );
    println!("cargo::rerun-if-changed=src/analysis");
    println!("cargo::rerun-if-changed=src/entities");
    println!("cargo::rerun-if-changed=src/index");
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

/// The Gujarati words of names, so that the analyser does not cut them (શહેરા is no form of શહેર). A word
/// with a case ending inside a name (ભારતની સંસદ) is a form of its noun all the same.
fn add_names(entries: &mut BTreeMap<String, class::Entry>, names: &str) {
    for name in names.split('|') {
        let words: Vec<&str> = name
            .split(|c: char| !script::is_gujarati_letter(c))
            .filter(|word| is_name_part(word))
            .collect();
        for word in &words {
            let folded = fold::fold(word);
            if words.len() == 1 || !is_declined(&folded, entries) {
                entries.entry(folded).or_default().add(class::Class::NamePart, 0);
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
fn is_declined(folded: &str, entries: &BTreeMap<String, class::Entry>) -> bool {
    const ENDINGS: [&str; 8] = ["નિ", "ના", "નો", "નુ", "ને", "મા", "થિ", "એ"];
    ENDINGS.iter().any(|ending| {
        folded
            .strip_suffix(ending)
            .is_some_and(|base| entries.contains_key(base))
    })
}

/// A number that changes with any file below the folders (FNV-1a): an index keeps it and is keyed anew
/// where it differs, so that nobody has to remember to raise a version.
fn hash_of_folders(folders: &[&str]) -> std::io::Result<u32> {
    let mut files = Vec::new();
    for folder in folders {
        list_files(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut hash: u32 = 0x811C_9DC5;
    for file in files {
        for byte in fs::read(file)? {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    Ok(hash)
}

fn list_files(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("generate") {
                list_files(&path, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}
