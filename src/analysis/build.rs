//! The build of the analyser: its word lists compiled, and the version of its data.
//!
//! Takes the lists of `data`, gives `$OUT_DIR/lexicon.fst`, the English words with their sounds and the hash `KHABAR_KEY_DATA`. The files that are compiled by path do
//! the work and touch nothing; here is what they are given and where it goes.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "class.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod class;
#[path = "build/data.rs"]
mod data;
#[path = "build/english.rs"]
mod english;
#[path = "fold.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod fold;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/lists.rs"]
mod lists;
#[path = "script.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build needs a part of the module")]
mod script;

use data::List;

fn main() -> Result<(), Box<dyn Error>> {
    let lexicon = if env::var_os("CARGO_FEATURE_LEXICON").is_some() {
        lexicon::compile(&read("data/lexicon.tsv")?, &read("data/name_parts.tsv")?)?
    } else {
        Vec::new()
    };
    let lists: Vec<List> = lists::KEY_LISTS.into_iter().map(read).collect::<Result<_, _>>()?;
    let key_data = data::data_hash(&lexicon, &lists);
    println!("cargo::rustc-env=KHABAR_KEY_DATA={key_data}");
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("lexicon.fst"), lexicon)?;
    // read for queries alone: no part of the version of keys
    if env::var_os("CARGO_FEATURE_SOUND").is_some() {
        let (words, sounds) = english::compile(&read("data/english_sounds.tsv")?)?;
        fs::write(Path::new(&out).join("english.fst"), words)?;
        fs::write(Path::new(&out).join("english.sounds"), sounds)?;
    }
    Ok(())
}

/// Reads a list; the build runs again where it changes. That it runs again where its own code changes is cargo's affair.
fn read(path: &'static str) -> Result<List, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(List { path, text })
}
