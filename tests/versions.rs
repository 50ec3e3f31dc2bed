//! Versions tell an index when it must be keyed or made anew: rules cannot change what it holds under an old number.
//!
//! The keys of the words of `versions/words.txt`, the mentions of the passages of `versions/passages.txt` and what an
//! index of them holds beside its postings are compared with digests that are committed (`versions/record.tsv`). The
//! samples are many, not all there is: a change that none of them shows has its number raised by whoever makes it.

mod record;
mod samples;

use std::path::PathBuf;

use khabar::analysis::{FORM_VERSION, KEY_DATA, KEY_RULES, KEY_VERSION};
use khabar::entities::{GAZETTEER_DATA, GAZETTEER_VERSION, RECOGNITION_RULES};
use khabar::index::manifest::{Manifest, VOCABULARY_RULES};
use twox_hash::XxHash3_64;

use self::record::{Fault, Row, faults, read, write};
use self::samples::{keys_of, mentions_of, side_files_of};
use crate::support::{project, text_of};

fn file(name: &str) -> PathBuf {
    project().join("tests/versions").join(name)
}

/// The lines of a file of samples without its comments.
fn samples(name: &str) -> Vec<String> {
    let text = text_of(&file(name));
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

fn digest(text: &[u8]) -> String {
    format!("{:016x}", XxHash3_64::oneshot(text))
}

/// The rows of this program. The data of each is all that decides its digest beside its own rules.
fn rows() -> [Row; 3] {
    let (words, passages) = (samples("words.txt"), samples("passages.txt"));
    assert_eq!((words.len(), passages.len()), (2000, 10), "the samples were not read");
    let [of_words, of_passages] = [&words, &passages].map(|samples| digest(samples.join("\n").as_bytes()));
    [
        Row {
            number: "KEY_RULES".to_owned(),
            rules: KEY_RULES,
            data: format!("{KEY_DATA:016x}"),
            samples: of_words.clone(),
            digest: digest(keys_of(&words).as_bytes()),
        },
        Row {
            number: "RECOGNITION_RULES".to_owned(),
            rules: RECOGNITION_RULES,
            data: format!("{GAZETTEER_DATA:016x}-{KEY_VERSION:016x}-{FORM_VERSION}"),
            samples: of_passages.clone(),
            digest: digest(mentions_of(&passages).as_bytes()),
        },
        Row {
            number: "VOCABULARY_RULES".to_owned(),
            rules: VOCABULARY_RULES,
            data: format!("{GAZETTEER_VERSION:016x}-{FORM_VERSION}"),
            samples: format!("{of_words}-{of_passages}"),
            digest: digest(&side_files_of(&words, &passages)),
        },
    ]
}

#[test]
fn what_an_index_holds_changes_with_its_versions_only() {
    let now = rows();
    let mut found = faults(&read(&text_of(&file("record.tsv"))), &now);
    let is_forgotten = found.iter().any(|(_, fault)| *fault == Fault::Forgotten);
    if std::env::var_os("KHABAR_VERSIONS_RENEW").is_some() && !is_forgotten {
        std::fs::write(file("record.tsv"), write(&now)).unwrap();
        found.clear();
    }
    let told: Vec<String> = found
        .iter()
        .map(|(number, fault)| format!("{number}: {}", fault.advice()))
        .collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

/// The manifest tells an index of other keys, of another vocabulary and of another gazetteer from one of this program.
#[test]
fn an_index_of_another_version_is_not_current() {
    let here = Manifest::current(7);
    assert!(here.is_current(7) && !here.is_current(8));
    let others = [
        Manifest {
            keys: here.keys ^ 1 << 40,
            ..here.clone()
        },
        Manifest {
            vocabulary: VOCABULARY_RULES + 1,
            ..here.clone()
        },
        Manifest {
            gazetteer: here.gazetteer ^ 1 << 40,
            ..here.clone()
        },
    ];
    assert!(others.iter().all(|other| !other.is_current(7)));
    let mut written = serde_json::to_value(&here).unwrap();
    written.as_object_mut().unwrap().remove("vocabulary");
    let of_before: Manifest = serde_json::from_value(written).unwrap();
    assert!(
        !of_before.is_current(7),
        "an index from before the number is keyed anew"
    );
}
