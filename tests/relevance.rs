//! The judged topics of `tests/relevance` over the sample corpus, against the baseline committed beside them.
//!
//! `baseline.tsv` has nDCG@10 and recall@20 of every topic; a group's figure is the mean of its topics. A fall
//! of a group fails with the topics that fell. A rise does not, but `--nocapture` shows it: remove the file and
//! run with `KHABAR_BLESS=1` to write it anew, so that what was won is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::OnceLock;

use khabar::answers::{search, show};
use khabar::evaluation::topics::{Collection, Run, ask};
use khabar::index::Reader;
use khabar::retrieval::Request;

use crate::support::{folder, khabar, project, text_of};

/// A group may fall by this much: a good article one place lower in one of eight topics is no news.
const MAY_FALL: f64 = 0.01;

/// A rise of more than this is worth a new baseline.
const WORTH_KEEPING: f64 = 0.02;

/// The figures of the baseline, in the order of its columns.
const MEASURES: [&str; 2] = ["nDCG@10", "recall@20"];

/// Topic, group and figures.
type Row = (String, String, [f64; 2]);

fn collection(ending: &str) -> Collection {
    let read = |name: &str| text_of(&project().join(format!("tests/relevance/{name}{ending}.tsv")));
    Collection::read(&read("topics"), &read("qrels")).unwrap_or_else(|e| panic!("{ending}: {e}"))
}

/// The sample corpus, indexed once under the ids that were judged: those of the folder `corpus`.
fn sample() -> &'static Reader {
    static SAMPLE: OnceLock<(tempfile::TempDir, Reader)> = OnceLock::new();
    let (_, reader) = SAMPLE.get_or_init(|| {
        let temporary = folder();
        let index = temporary.path().join("index");
        khabar(
            project(),
            &["index", "corpus", "--quiet", "--index", index.to_str().unwrap()],
        )
        .assert_code(0);
        let reader = Reader::open(&index).unwrap();
        (temporary, reader)
    });
    reader
}

fn rows(run: &Run) -> Vec<Row> {
    run.outcomes
        .iter()
        .map(|outcome| {
            let figures = [outcome.scores.ndcg, outcome.scores.recall];
            (outcome.topic.id.clone(), outcome.topic.group.clone(), figures)
        })
        .collect()
}

fn baseline_of(text: &str) -> Vec<Row> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [topic, group, ndcg, recall] = cells[..] else {
                panic!("{line:?} has not four columns")
            };
            let figures = [ndcg, recall].map(|figure| figure.parse().unwrap());
            (topic.to_owned(), group.to_owned(), figures)
        })
        .collect()
}

fn baseline_from(rows: &[Row]) -> String {
    let mut text = "# topic, group, nDCG@10, recall@20 over corpus/; written by tests/relevance.rs\n".to_owned();
    for (topic, group, [ndcg, recall]) in rows {
        writeln!(text, "{topic}\t{group}\t{ndcg:.4}\t{recall:.4}").unwrap();
    }
    text
}

/// The mean of every group.
fn groups(rows: &[Row]) -> BTreeMap<&str, [f64; 2]> {
    let mut members: BTreeMap<&str, Vec<[f64; 2]>> = BTreeMap::new();
    for (_, group, figures) in rows {
        members.entry(group).or_default().push(*figures);
    }
    let mean = |all: &[[f64; 2]], at: usize| all.iter().map(|figures| figures[at]).sum::<f64>() / all.len() as f64;
    members
        .into_iter()
        .map(|(group, all)| (group, [mean(&all, 0), mean(&all, 1)]))
        .collect()
}

/// What fell and what rose: a line for each group and measure, for a fall with its topics below it.
fn compared(before: &[Row], now: &[Row]) -> (Vec<String>, Vec<String>) {
    let (mut falls, mut rises) = (Vec::new(), Vec::new());
    let (groups_before, groups_now) = (groups(before), groups(now));
    for (group, figures) in &groups_before {
        let now_figures = groups_now.get(group).copied().unwrap_or_default();
        for (at, measure) in MEASURES.iter().enumerate() {
            let (was, is) = (figures[at], now_figures[at]);
            let line = format!("{group}: {measure} {was:.4} -> {is:.4}");
            // 1e-4: what the four places of the file leave open
            if is < was - MAY_FALL - 1e-4 {
                falls.push(line + &fallen(before, now, group, at));
            } else if is > was + WORTH_KEEPING {
                rises.push(line);
            }
        }
    }
    (falls, rises)
}

fn fallen(before: &[Row], now: &[Row], wanted: &str, at: usize) -> String {
    let mut lines = String::new();
    for (topic, _, was) in before.iter().filter(|(_, group, _)| group == wanted) {
        let is = now.iter().find(|(id, ..)| id == topic).map_or(0.0, |(.., is)| is[at]);
        if is < was[at] - 1e-4 {
            write!(lines, "\n    {topic}: {:.4} -> {is:.4}", was[at]).unwrap();
        }
    }
    lines
}

#[test]
fn no_group_falls_below_the_baseline() {
    let collection = collection("");
    let run = collection.run(|query| ask(sample(), query)).unwrap();
    let now = rows(&run);
    let file = project().join("tests/relevance/baseline.tsv");
    if !file.exists() && std::env::var_os("KHABAR_BLESS").is_some() {
        std::fs::write(&file, baseline_from(&now)).unwrap();
    }
    let before = baseline_of(&text_of(&file));
    let names = |rows: &[Row]| {
        rows.iter()
            .map(|(topic, group, _)| (topic.clone(), group.clone()))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(
        names(&before),
        names(&now),
        "the baseline is of other topics; write it anew"
    );
    let (falls, rises) = compared(&before, &now);
    for rise in rises {
        println!("a new baseline would keep {rise}");
    }
    assert!(
        falls.is_empty(),
        "\n{}\n\nkhabar eval topics tests/relevance/topics.tsv tests/relevance/qrels.tsv --show tells what was missed",
        falls.join("\n")
    );
}

#[test]
fn the_parts_of_every_score_add_up_to_it() {
    let mut explained = 0;
    for topic in collection("").topics() {
        let request = Request {
            query: topic.query.clone(),
            explain: true,
            ..Request::default()
        };
        for hit in search(sample(), &request).unwrap().hits {
            let Some(explanation) = hit.explanation else { continue };
            let total = explanation.total();
            assert!(
                (total - hit.score).abs() < 1e-3,
                "{}, {}: {total} is not {}",
                topic.query,
                hit.id,
                hit.score
            );
            explained += 1;
        }
    }
    assert!(explained > 200, "{explained}");
}

#[test]
fn a_fall_is_told_with_its_topics_and_a_rise_is_not_one() {
    let row = |topic: &str, group: &str, figures| (topic.to_owned(), group.to_owned(), figures);
    let before = [
        row("a1", "a", [0.8, 1.0]),
        row("a2", "a", [1.0, 1.0]),
        row("b1", "b", [0.5, 0.5]),
    ];
    assert_eq!(baseline_of(&baseline_from(&before)), before);
    assert_eq!(compared(&before, &before), (Vec::new(), Vec::new()));
    let mut now = before.clone();
    now[0].2[0] = 0.785; // the group by 0.0075
    assert_eq!(compared(&before, &now), (Vec::new(), Vec::new()));
    now[0].2[0] = 0.7;
    now[2].2[1] = 0.6;
    let (falls, rises) = compared(&before, &now);
    assert_eq!(falls, ["a: nDCG@10 0.9000 -> 0.8500\n    a1: 0.8000 -> 0.7000"]);
    assert_eq!(rises, ["b: recall@20 0.5000 -> 0.6000"]);
    now[1].2[1] = 0.9;
    assert_eq!(compared(&before, &now).0.len(), 2);
}

#[test]
fn what_was_judged_is_in_the_sample_corpus() {
    let collection = collection("");
    let absent: Vec<&str> = collection
        .relevant()
        .into_iter()
        .filter(|id| show(sample(), id).is_err())
        .collect();
    assert!(absent.is_empty(), "{absent:?}");
}

#[test]
fn both_collections_have_the_groups_that_their_readme_names() {
    let readme = text_of(&project().join("tests/relevance/README.md"));
    for (ending, of_each) in [("", 8), ("-news", 10)] {
        let collection = collection(ending);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for topic in collection.topics() {
            *counts.entry(&topic.group).or_default() += 1;
            assert!(!topic.need.is_empty(), "{} has no need", topic.id);
        }
        assert_eq!(counts.len(), 5, "{counts:?}");
        for (group, count) in counts {
            assert_eq!(count, of_each, "{group}");
            assert!(readme.contains(&format!("`{group}`")), "{group}");
        }
    }
}
