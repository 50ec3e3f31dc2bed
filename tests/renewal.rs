//! Searches leave an index folder as it is, whatever its state; `khabar index` alone writes, one run at a time.
//!
//! The tests may run as root, whom no permission stops: so the folder is compared before and after.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use khabar::entities::Gazetteer;
use khabar::index::{Error, Reader, Writer};
use serde_json::Value;
use twox_hash::XxHash3_64;

use crate::support::{Run, copy_folder, files_below, folder, khabar, project, text_of};

/// What reads an index.
const READING: [&[&str]; 13] = [
    &["search", "putin"],
    &["search", "putin", "--format", "csv", "--limit", "all"],
    &["stats"],
    &["facets", "putin"],
    &["show", "putin-kim"],
    &["similar", "putin-kim"],
    &["suggest", "put"],
    &["verify"],
    &["kwic", "પુતિન"],
    &["keywords", "putin"],
    &["trend", "putin"],
    &["entities"],
    &["entities", "putin"],
];

/// The small corpus with its index.
fn indexed() -> tempfile::TempDir {
    let made = folder();
    copy_folder(&project().join("tests/cli/tiny"), &made.path().join("news"));
    khabar(made.path(), &["index", "news"]).assert_code(0);
    made
}

/// Size, time and content of a file.
type State = (u64, SystemTime, u64);

/// Every file of the index, hidden ones too, and the time of the folder, which tells of files that came and went.
fn state_of(folder: &Path) -> (SystemTime, BTreeMap<PathBuf, State>) {
    let index = folder.join("index");
    let files = files_below(&index, "").into_iter().map(|file| {
        let about = fs::metadata(&file).unwrap();
        let content = XxHash3_64::oneshot(&fs::read(&file).unwrap());
        (file, (about.len(), about.modified().unwrap(), content))
    });
    (fs::metadata(&index).unwrap().modified().unwrap(), files.collect())
}

/// The hits of a search, without the time that it took.
fn hits(folder: &Path) -> Value {
    let run = khabar(
        folder,
        &["search", "--format", "json", "--limit", "all", "putin OR મોદી OR વરસાદ"],
    );
    let mut answer: Value = serde_json::from_str(&run.assert_code(0).output).unwrap();
    answer["hits"].take()
}

/// Changes a number of `khabar.json`, as another version would have written it.
fn change_manifest(folder: &Path, change: impl Fn(&mut Value)) {
    let file = folder.join("index/khabar.json");
    let mut manifest: Value = serde_json::from_str(&text_of(&file)).unwrap();
    change(&mut manifest);
    fs::write(file, manifest.to_string()).unwrap();
}

#[track_caller]
fn assert_says(run: &Run, line: &str) {
    run.assert_code(2);
    assert_eq!(
        (run.output.as_str(), run.errors.lines().count()),
        ("", 1),
        "{}",
        run.shown()
    );
    assert!(run.errors.contains(line), "{}", run.shown());
}

#[test]
fn what_reads_an_index_leaves_it_as_it_is() {
    let made = indexed();
    let before = state_of(made.path());
    for arguments in READING {
        khabar(made.path(), arguments).assert_code(0);
        assert_eq!(state_of(made.path()), before, "{arguments:?}");
    }
}

/// A copy without hidden files has no files of locks: none is made to read it.
#[test]
fn no_lock_is_left_by_reading() {
    let made = indexed();
    for lock in files_below(&made.path().join("index"), ".lock") {
        fs::remove_file(lock).unwrap();
    }
    let before = state_of(made.path());
    assert!(before.1.len() > 5 && before.1.keys().all(|file| !file.ends_with(".lock")));
    for arguments in READING {
        khabar(made.path(), arguments).assert_code(0);
    }
    assert_eq!(state_of(made.path()), before);
}

/// The number of another version for one of this.
type Other = fn(&Value) -> Value;

#[test]
fn an_index_of_another_version_is_renewed_by_index_alone() {
    let others: [(&str, Other); 4] = [
        ("keys", |keys| (keys.as_u64().unwrap() ^ 1 << 40).into()),
        ("gazetteer", |gazetteer| (gazetteer.as_u64().unwrap() ^ 1 << 40).into()),
        ("vocabulary", |rules| (rules.as_u64().unwrap() + 1).into()),
        ("vocabulary", |_| 0.into()),
    ];
    let made = indexed();
    let (expected, names) = (hits(made.path()), khabar(made.path(), &["entities"]).output);
    assert!(!expected.as_array().unwrap().is_empty());
    let manifest = |folder: &Path| text_of(&folder.join("index/khabar.json"));
    for (number, other) in others {
        change_manifest(made.path(), |manifest| manifest[number] = other(&manifest[number]));
        let before = state_of(made.path());
        let message = "index: made by another version of khabar (keys or names of the gazetteer); \
                       run `khabar index --index index` to bring it up to date";
        for arguments in READING {
            assert_says(&khabar(made.path(), arguments), message);
        }
        assert_eq!(state_of(made.path()), before, "{number}");
        let run = khabar(made.path(), &["index", "--index", "index"]);
        assert!(
            run.assert_code(0).errors.starts_with("index: 6 articles ("),
            "{}",
            run.shown()
        );
        assert_eq!(hits(made.path()), expected, "{number}");
        assert_eq!(khabar(made.path(), &["entities"]).output, names, "{number}");
        let verified = khabar(made.path(), &["verify"]);
        assert!(verified.output.contains("6 articles, sound"), "{}", verified.shown());
    }
    // with paths as without
    change_manifest(made.path(), |manifest| manifest["keys"] = 1.into());
    let before = manifest(made.path());
    let run = khabar(made.path(), &["index", "news"]);
    assert!(
        run.assert_code(0).errors.contains("0 updated, 6 unchanged"),
        "{}",
        run.shown()
    );
    assert_ne!(manifest(made.path()), before);
    assert_eq!(hits(made.path()), expected);
}

/// The engine's commit is there, the side files of it are not: a run was stopped.
#[test]
fn an_index_whose_last_run_was_stopped_says_so() {
    let made = indexed();
    let expected = hits(made.path());
    change_manifest(made.path(), |manifest| {
        manifest["opstamp"] = (manifest["opstamp"].as_u64().unwrap() + 1).into();
    });
    let before = state_of(made.path());
    let message = "index: the last `khabar index` was stopped before its end; run it again with the same paths";
    assert_says(&khabar(made.path(), &["search", "putin"]), message);
    assert_eq!(state_of(made.path()), before);
    khabar(made.path(), &["index"]).assert_code(0);
    assert_eq!(hits(made.path()), expected);
}

#[test]
fn beside_a_writer_an_index_is_read_and_not_written() {
    let made = indexed();
    let expected = hits(made.path());
    let gazetteer = Gazetteer::shipped().unwrap();
    let index = made.path().join("index");
    let writer = Writer::open(&index, &gazetteer).unwrap();
    let before = state_of(made.path());
    assert_eq!(hits(made.path()), expected);
    assert_eq!(Reader::open(&index).unwrap().article_count(), 6);
    for arguments in [&["index"][..], &["index", "news"], &["index", "news", "--quiet"]] {
        let busy = "index: another process is writing to this index; try again when it has ended";
        assert_says(&khabar(made.path(), arguments), busy);
    }
    assert!(matches!(Writer::open(&index, &gazetteer), Err(Error::Busy { .. })));
    assert_eq!(state_of(made.path()), before);
    drop(writer);
    khabar(made.path(), &["index"]).assert_code(0);
    assert_eq!(hits(made.path()), expected);
}

/// The lock is there before the first file of a new index, and it is not searched before its first commit.
#[test]
fn an_index_that_is_being_made_is_busy() {
    let made = folder();
    copy_folder(&project().join("tests/cli/tiny"), &made.path().join("news"));
    let gazetteer = Gazetteer::shipped().unwrap();
    let writer = Writer::open(&made.path().join("index"), &gazetteer).unwrap();
    assert_says(&khabar(made.path(), &["index", "news"]), "another process is writing");
    assert_says(&khabar(made.path(), &["search", "putin"]), "another process is writing");
    drop(writer);
    assert_says(&khabar(made.path(), &["search", "putin"]), "was stopped before its end");
    let run = khabar(made.path(), &["index", "news"]);
    assert!(
        run.assert_code(0).errors.contains("6 articles (6 added"),
        "{}",
        run.shown()
    );
}
