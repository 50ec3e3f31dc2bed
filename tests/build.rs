//! What the build does with lists: a kind that no code knows is refused, and versions follow the data alone.

use std::collections::BTreeSet;

use crate::support::{files_below, project, text_of};

#[path = "../src/analysis/build/data.rs"]
mod data;
#[path = "../src/analysis/build/lists.rs"]
mod key_lists;
#[path = "../src/entities/gazetteer/kinds.rs"]
#[allow(unreachable_pub, reason = "public in the crate")]
mod kinds;
#[path = "../src/build/lists.rs"]
mod lists;
#[path = "xtask/src/name_parts.rs"]
mod name_parts;

use data::{List, data_hash};
use key_lists::KEY_LISTS;
use lists::{GAZETTEER_LISTS, unknown_kinds};

fn list(path: &'static str, text: &str) -> List {
    let text = text.to_owned();
    List { path, text }
}

fn shipped(path: &'static str) -> List {
    list(path, &text_of(&project().join(path)))
}

#[test]
fn an_unknown_kind_is_refused_with_its_place() {
    let cases = [
        (
            "d/cues.tsv",
            "# c\nઅ\ttitle\tsure\nઆ\ttitle\tsur\n",
            "d/cues.tsv:3: the cue ‘title’ of strength ‘sur’",
        ),
        (
            "d/cues.tsv",
            "અ\ttytle\tsure\n",
            "d/cues.tsv:1: the cue ‘tytle’ of strength ‘sure’",
        ),
        (
            "d/cues.tsv",
            "અ\tthing\tsure\n",
            "d/cues.tsv:1: the cue ‘thing’ of strength ‘sure’",
        ),
        (
            "d/cues.tsv",
            "અ\ttitle\n",
            "d/cues.tsv:1: the cue ‘title’ of strength ‘’",
        ),
        (
            "d/organisations.tsv",
            "\na\tpartei\tIN\tઅ\tA\t\n",
            "d/organisations.tsv:2: the kind ‘partei’",
        ),
        (
            "d/places.tsv",
            "a\ttown\tIN\t\tઅ\tA\t\t\n",
            "d/places.tsv:1: the kind ‘town’",
        ),
        (
            "d/country_aliases.tsv",
            "IN\tnames\tભારત\n",
            "d/country_aliases.tsv:1: the kind ‘names’",
        ),
        (
            "d/place_aliases.tsv",
            "a\tname\tઅ\t\n",
            "d/place_aliases.tsv:1: the kind ‘name’",
        ),
    ];
    for (path, text, expected) in cases {
        let complaints = unknown_kinds(&list(path, text));
        assert_eq!(
            complaints,
            [format!("{expected} is not in src/entities/gazetteer/kinds.rs")],
            "{text:?}"
        );
    }
    assert!(unknown_kinds(&list("d/cues.tsv", "# a\tb\tc\n\nઅ\ttitle\tweak\n")).is_empty());
}

#[test]
fn every_kind_of_the_lists_is_known_and_every_known_kind_is_used() {
    let used = |path: &'static str, columns: &[usize]| -> BTreeSet<String> {
        let list = shipped(path);
        assert_eq!(unknown_kinds(&list), Vec::<String>::new());
        let row = |row: &str| {
            let cells: Vec<&str> = row.split('\t').collect();
            let kinds: Vec<&str> = columns.iter().map(|&at| cells[at]).collect();
            kinds.join(" ")
        };
        list.rows().map(|(_, text)| row(text)).collect()
    };
    let cues = kinds::CUES.map(|(cue, strength)| format!("{cue} {strength}"));
    assert_eq!(used("src/entities/data/cues.tsv", &[1, 2]), BTreeSet::from(cues));
    let one_column: [(_, &[&str]); 4] = [
        ("src/entities/data/organisations.tsv", &kinds::BODIES),
        ("src/entities/data/places.tsv", &kinds::PLACES),
        ("src/entities/data/country_aliases.tsv", &kinds::COUNTRY_ALIASES),
        ("src/entities/data/place_aliases.tsv", &kinds::PLACE_ALIASES),
    ];
    for (path, known) in one_column {
        let known: BTreeSet<String> = known.iter().map(|kind| (*kind).to_owned()).collect();
        assert_eq!(used(path, &[1]), known, "{path}");
    }
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
    const DECIDE_NO_KEY: [&str; 4] = [
        "src/analysis/data/english_sounds.tsv",
        "src/analysis/data/loans.tsv",
        "src/analysis/data/numbers.tsv",
        "src/analysis/data/romanise.tsv",
    ];
    const COMPILED: [&str; 2] = ["src/analysis/data/lexicon.tsv", "src/analysis/data/name_parts.tsv"];
    let below = |folder: &str| -> BTreeSet<String> {
        let files = files_below(&project().join(folder), ".tsv");
        let names = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap());
        names.map(|name| format!("{folder}/{name}")).collect()
    };
    let of_keys = KEY_LISTS.iter().map(|path| format!("src/analysis/{path}"));
    let others = DECIDE_NO_KEY.iter().chain(&COMPILED).map(|&path| path.to_owned());
    assert_eq!(below("src/analysis/data"), of_keys.chain(others).collect());
    assert_eq!(below("src/entities/data"), GAZETTEER_LISTS.map(str::to_owned).into());
}

/// The build and the tests hash alike, so what the tests say of the function is true of the constants.
#[test]
fn the_version_of_the_gazetteer_is_that_of_its_lists() {
    let lists = GAZETTEER_LISTS.map(shipped);
    assert_eq!(data_hash(&[], &lists), khabar::entities::GAZETTEER_DATA);
}

/// The analyser must not cut the words of names: its list of them is made of the gazetteer.
#[test]
fn the_parts_of_names_are_those_of_the_gazetteer() {
    let made = name_parts::list(project()).unwrap();
    assert!(made.lines().count() > 5_000, "the names were not read");
    assert!(
        made == text_of(&project().join(name_parts::FILE)),
        "{} is not what the gazetteer gives: run `cargo run -p xtask -- name-parts`",
        name_parts::FILE
    );
}
