//! Chores of the repository: data files that are made of others.
//!
//! `cargo run -p xtask -- name-parts` writes `src/analysis/data/name_parts.tsv` from the names of the gazetteer. A test of the
//! project compares the file with what this gives.

mod name_parts;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match std::env::args().nth(1).as_deref() {
        Some("name-parts") => {
            std::fs::write(root.join(name_parts::FILE), name_parts::list(&root)?)?;
            Ok(())
        }
        _ => Err("name a chore: name-parts".into()),
    }
}
