#!/usr/bin/env bash
# tantivy 0.27.0: opening a reader of an index writes into the index's folder.
#
# A reader takes the lock of the metadata while it opens segments, and the lock is a file that is opened for
# writing. So an index in a folder that may only be read (a read-only mount, another user's archive, a snapshot)
# cannot be searched through MmapDirectory, although a search changes nothing; and one that may be written
# gets a file from a program that only reads.
#
# Output seen:
#   before: lock file false
#   opened: lock file false
#   searched, 1 found: lock file true
#   no lock to be had: reader refused
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "reader-writes"
version = "0.0.0"
edition = "2024"

[dependencies]
tantivy = { version = "=0.27.0", default-features = false, features = ["mmap"] }
TOML
cat >"$work/src/main.rs" <<'RUST'
use std::path::Path;

use tantivy::collector::Count;
use tantivy::query::AllQuery;
use tantivy::schema::{STORED, Schema, TEXT};
use tantivy::{Index, doc};

const LOCK: &str = ".tantivy-meta.lock";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("no folder")?;
    let folder = Path::new(&folder);
    let mut schema = Schema::builder();
    let title = schema.add_text_field("title", TEXT | STORED);
    {
        let index = Index::create_in_dir(folder, schema.build())?;
        let mut writer = index.writer_with_num_threads(1, 15_000_000)?;
        writer.add_document(doc!(title => "સમાચાર"))?;
        writer.commit()?;
        writer.wait_merging_threads()?;
    }
    // what a copy to an archive would hold: the index without its lock files
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "lock") {
            std::fs::remove_file(path)?;
        }
    }
    println!("before: lock file {}", folder.join(LOCK).exists());
    let index = Index::open_in_dir(folder)?;
    println!("opened: lock file {}", folder.join(LOCK).exists());
    let found = index.reader()?.searcher().search(&AllQuery, &Count)?;
    println!("searched, {found} found: lock file {}", folder.join(LOCK).exists());
    // in the place of the lock stands what cannot be opened for writing, as in a folder that may only be read
    std::fs::remove_file(folder.join(LOCK))?;
    std::fs::create_dir(folder.join(LOCK))?;
    match Index::open_in_dir(folder)?.reader() {
        Ok(_) => println!("no lock to be had: reader opened"),
        Err(_) => println!("no lock to be had: reader refused"),
    }
    Ok(())
}
RUST
mkdir "$work/index"
cargo run --quiet --manifest-path "$work/Cargo.toml" --target-dir "$work/target" -- "$work/index" >"$work/seen"
cat "$work/seen"
diff "$work/seen" - <<'SEEN'
before: lock file false
opened: lock file false
searched, 1 found: lock file true
no lock to be had: reader refused
SEEN
echo "tantivy 0.27.0: a reader writes"
