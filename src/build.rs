//! The build: word lists checked and compiled, and the versions of their data.
//!
//! Takes the lists of `analysis/data` and `entities/data`, gives `$OUT_DIR/lexicon.fst` and the hashes
//! `KHABAR_KEY_DATA` and `KHABAR_GAZETTEER_DATA`. It fails on a kind that no code knows. The files below `build` do the
//! work and touch nothing; here is what they are given and where it goes.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "analysis/class.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod class;
#[path = "analysis/fold.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod fold;
#[path = "entities/gazetteer/kinds.rs"]
#[allow(unreachable_pub, reason = "public in the crate")]
mod kinds;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/lists.rs"]
mod lists;
#[path = "script.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod script;
#[path = "build/versions.rs"]
mod versions;

use lists::List;

const LEXICON: &str = "src/analysis/data/lexicon.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    let gazetteer = read_all(&versions::GAZETTEER_LISTS)?;
    for complaint in gazetteer.iter().flat_map(List::unknown_kinds) {
        println!("cargo::error={complaint}");
    }
    let lexicon = lexicon::compile(&read(LEXICON)?, &gazetteer)?;
    let key_data = versions::data_hash(&lexicon, &read_all(&versions::KEY_LISTS)?);
    println!("cargo::rustc-env=KHABAR_KEY_DATA={key_data}");
    let gazetteer_data = versions::data_hash(&[], &gazetteer);
    println!("cargo::rustc-env=KHABAR_GAZETTEER_DATA={gazetteer_data}");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.fst"), lexicon)?;
    Ok(())
}

fn read_all(paths: &[&'static str]) -> Result<Vec<List>, Box<dyn Error>> {
    paths.iter().map(|path| read(path)).collect()
}

/// Reads a list; the build runs again where it changes. That it runs again where its own code changes is cargo's affair.
fn read(path: &'static str) -> Result<List, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(List { path, text })
}
