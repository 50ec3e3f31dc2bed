#!/usr/bin/env bash
# tantivy 0.27.0: the metadata of an index can be read by its owner alone, whatever the umask says.
#
# Segment files are made as any file is and follow the umask. meta.json and .managed.json are written through a
# temporary file that is renamed into place, and keep that file's mode, 0600. So of an index that one account
# makes and another serves every file can be read but the two that are needed to open it. An archive that is shared
# needs `chmod a+r` after each commit: each commit writes meta.json anew.
#
# Output seen, under umask 022:
#   .managed.json 600
#   meta.json 600
#   segment files 644
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src" "$work/index"
cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "metadata-mode"
version = "0.0.0"
edition = "2024"

[dependencies]
tantivy = { version = "=0.27.0", default-features = false, features = ["mmap"] }
TOML
cat >"$work/src/main.rs" <<'RUST'
use tantivy::schema::{Schema, TEXT};
use tantivy::{Index, doc};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("no folder")?;
    let mut schema = Schema::builder();
    let body = schema.add_text_field("body", TEXT);
    let index = Index::create_in_dir(folder, schema.build())?;
    let mut writer = index.writer_with_num_threads(1, 15_000_000)?;
    writer.add_document(doc!(body => "આજના સમાચાર"))?;
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}
RUST
umask 022
cargo run --quiet --manifest-path "$work/Cargo.toml" --target-dir "$work/target" -- "$work/index"
{
    for file in .managed.json meta.json; do
        echo "$file $(stat -c %a "$work/index/$file")"
    done
    find "$work/index" -type f ! -name '*.json' ! -name '*.lock' -printf 'segment files %m\n' | sort -u
} >"$work/seen"
cat "$work/seen"
diff "$work/seen" - <<'SEEN'
.managed.json 600
meta.json 600
segment files 644
SEEN
echo "tantivy 0.27.0: metadata for the owner alone"
