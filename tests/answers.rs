//! The answers of the program, held fast: what a change of structure must not change.
//!
//! The queries of `answers/queries.tsv` are put to an index of the samples and 2,000 generated articles. For each the
//! JSON of seven commands is compared with a digest that is committed (`answers/digests.tsv`). An answer that is meant to change is
//! renewed with `KHABAR_ANSWERS_RENEW=1`, and the commit says why; `KHABAR_ANSWERS=FOLDER` keeps the JSON itself, to
//! compare that of two programs.

mod articles;
mod commands;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use self::commands::{COMMANDS, Query};
use crate::support::{copy_folder, folder, khabar, project, text_of, write};

/// Generated articles beside the samples.
const GENERATED: usize = 2_000;

fn file(name: &str) -> PathBuf {
    project().join("tests/answers").join(name)
}

fn queries() -> Vec<Query> {
    let text = text_of(&file("queries.tsv"));
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| Query::new(line).unwrap_or_else(|| panic!("three columns: {line}")))
        .collect()
}

/// An index of the samples and the generated articles, in `folder/index`.
fn make_index(folder: &Path) {
    copy_folder(&project().join("corpus"), &folder.join("corpus"));
    write(
        &folder.join("made/articles.jsonl"),
        articles::lines(GENERATED).as_bytes(),
    );
    khabar(folder, &["index", "corpus", "made", "--quiet"]).assert_code(0);
}

/// The rows of digests, in the order of the queries; the work is divided among the cores.
fn digests(folder: &Path, queries: &[Query]) -> Vec<[String; COMMANDS.len()]> {
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let share = queries.len().div_ceil(cores);
    std::thread::scope(|scope| {
        let of_share = |share: &'_ [Query]| {
            let share = share.to_vec();
            scope.spawn(move || share.iter().map(|query| query.digests(folder)).collect::<Vec<_>>())
        };
        let workers: Vec<_> = queries.chunks(share).map(of_share).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

#[test]
fn no_answer_changes_without_a_reason() {
    let folder = folder();
    make_index(folder.path());
    let queries = queries();
    assert!(queries.len() >= 300, "the queries were not read");
    let digests = digests(folder.path(), &queries);
    let mut table = format!("# query and options\t{}\n", COMMANDS.join("\t"));
    for (query, digests) in queries.iter().zip(&digests) {
        writeln!(table, "{query}\t{}", digests.join("\t")).unwrap();
    }
    if std::env::var_os("KHABAR_ANSWERS_RENEW").is_some() {
        std::fs::write(file("digests.tsv"), &table).unwrap();
    }
    let committed = text_of(&file("digests.tsv"));
    let changed: Vec<String> = committed
        .lines()
        .zip(table.lines())
        .filter(|(before, now)| before != now)
        .map(|(before, now)| difference(before, now))
        .collect();
    assert_eq!(
        committed.lines().count(),
        table.lines().count(),
        "as many rows as queries"
    );
    assert!(
        changed.is_empty(),
        "{} of {} queries are answered otherwise:\n{}",
        changed.len(),
        queries.len(),
        changed.join("\n")
    );
}

/// A row that differs: its query, and which commands answer otherwise.
fn difference(before: &str, now: &str) -> String {
    let commands = before
        .split('\t')
        .zip(now.split('\t'))
        .skip(1)
        .zip(COMMANDS)
        .filter(|((before, now), _)| before != now)
        .map(|(_, command)| command);
    let query = now.split('\t').next().unwrap_or_default();
    format!("{query}: {}", commands.collect::<Vec<_>>().join(", "))
}
