//! What the build does with lists: versions follow the data alone.

use std::collections::BTreeSet;

use crate::support::{files_below, project, text_of};

#[path = "../src/build/lists.rs"]
#[allow(dead_code, reason = "the tests need a part of the module")]
mod lists;
#[path = "../src/build/versions.rs"]
mod versions;

use lists::List;
use versions::{GAZETTEER_LISTS, KEY_LISTS, data_hash};

fn list(path: &'static str, text: &str) -> List {
    let text = text.to_owned();
    List { path, text }
}

fn shipped(path: &'static str) -> List {
    list(path, &text_of(&project().join(path)))
}

#[test]
fn a_version_follows_rows_and_not_comments() {
    let hash = |texts: [&str; 2]| data_hash(b"map", &texts.map(|text| list("a.tsv", text)));
    let before = hash(["# a\nx\ty\n", "z\n"]);
    assert_eq!(hash(["# another remark\n\nx\ty\n# b\n", "z\n"]), before);
    for texts in [
        ["# a\nx\tz\n", "z\n"],
        ["# a\n", "x\ty\nz\n"],
        ["# a\nx\ty\nz\n", ""],
        ["x\n", "z\n"],
    ] {
        assert_ne!(hash(texts), before, "{texts:?}");
    }
    assert_ne!(data_hash(b"nap", &[]), data_hash(b"map", &[]));
}

/// A new list decides keys or mentions, or is named here as one that decides neither.
#[test]
fn no_list_is_left_out_of_its_version() {
    const DECIDE_NO_KEY: [&str; 2] = ["src/analysis/data/numbers.tsv", "src/analysis/data/romanise.tsv"];
    const COMPILED: &str = "src/analysis/data/lexicon.tsv";
    let below = |folder: &str| -> BTreeSet<String> {
        let files = files_below(&project().join(folder), ".tsv");
        let names = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap());
        names.map(|name| format!("{folder}/{name}")).collect()
    };
    let of_keys = KEY_LISTS.iter().chain(&DECIDE_NO_KEY).chain([&COMPILED]);
    assert_eq!(
        below("src/analysis/data"),
        of_keys.map(|&path| path.to_owned()).collect()
    );
    assert_eq!(below("src/entities/data"), GAZETTEER_LISTS.map(str::to_owned).into());
}

/// The build and the tests hash alike, so what the tests say of the function is true of the constants.
#[test]
fn the_version_of_the_gazetteer_is_that_of_its_lists() {
    let lists = GAZETTEER_LISTS.map(shipped);
    assert_eq!(data_hash(&[], &lists), khabar::entities::GAZETTEER_DATA);
}
