//! The build: the lists of the gazetteer are checked, and their data gets a version.
//!
//! Takes the lists of `entities/data`, gives the hash `KHABAR_GAZETTEER_DATA`. It fails on a kind that no code knows. The files that
//! are compiled by path do the work and touch nothing; here is what they are given and where it goes.

use std::error::Error;
use std::fs;

#[path = "analysis/build/data.rs"]
mod data;
#[path = "entities/gazetteer/kinds.rs"]
#[allow(unreachable_pub, reason = "public in the crate")]
mod kinds;
#[path = "build/lists.rs"]
mod lists;

use data::List;

fn main() -> Result<(), Box<dyn Error>> {
    let gazetteer: Vec<List> = lists::GAZETTEER_LISTS.into_iter().map(read).collect::<Result<_, _>>()?;
    for complaint in gazetteer.iter().flat_map(lists::unknown_kinds) {
        println!("cargo::error={complaint}");
    }
    let gazetteer_data = data::data_hash(&[], &gazetteer);
    println!("cargo::rustc-env=KHABAR_GAZETTEER_DATA={gazetteer_data}");
    Ok(())
}

/// Reads a list; the build runs again where it changes. That it runs again where its own code changes is cargo's affair.
fn read(path: &'static str) -> Result<List, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(List { path, text })
}
