//! The case files of `tests/analysis/cases`: what must meet, must not, and must rank below.
//!
//! A file is one theme, a row one case; `khabar eval cases FILE --show` lists the rows that fail. The
//! floors below are what the program reaches today; raise them with it.

#[path = "analysis/inflections.rs"]
mod inflections;

use khabar::evaluation::{Report, cases};

use crate::support::project;

/// Least shares in per cent: must match, must not match, ranking.
const FLOORS: [(&str, f64); 3] = [("must match", 97.5), ("must not", 98.7), ("ranking", 100.0)];

fn report() -> Report {
    let folder = project().join("tests/analysis/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut report = Report::default();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        report.merge(cases::score(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display())));
    }
    report
}

#[test]
fn the_cases_hold_as_before() {
    let report = report();
    let totals = report.totals();
    assert!(totals.iter().map(|(_, _, of)| of).sum::<usize>() >= 400, "{totals:?}");
    for (measure, floor) in FLOORS {
        let (_, passed, of) = totals.iter().find(|(name, ..)| *name == measure).copied().unwrap();
        let share = 100.0 * passed as f64 / of as f64;
        assert!(
            share >= floor,
            "{measure}: {share:.1} % of {of}, floor {floor}\n{}",
            report.failures.join("\n")
        );
    }
}

#[test]
fn a_wrong_case_fails() {
    let header = "id\tgroup\tquery\ttext\texpect\twhy\n";
    let report = cases::score(&format!(
        "{header}X1\tg\tહાથ\tહાથી દોડ્યો\tM\tno\nX2\tg\tપોલીસ\tપોલીસે\tN\tno\n"
    ))
    .unwrap();
    assert_eq!(report.failures.len(), 2, "{report:?}");
    assert!(cases::score("id\tquery\nA\tb\n").is_err());
}
