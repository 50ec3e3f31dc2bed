//! The program from outside. A case is a file `cases/NAME.case`, read from top to bottom in a new folder:
//!
//! ```text
//! # what the case shows
//! given: tiny                     the small corpus in news/ and its index in index/ (sample: corpus/ and index/)
//! file: news/a.jsonl              a file; its lines follow, each behind "| " ({mb}: a megabyte of letters)
//! | {"headline": "ખબર"}
//! bytes: news/bad.txt             the same with \xNN, \u{N}, \n, \r, \t, \0, \\ and no newline at the end
//! | \xE0\xAA
//! remove: news/a.jsonl            a file or folder less
//! damage: index .store            a byte changed in the file of a folder that ends so (cut: half of it gone)
//! env: KHABAR_INDEX=here          a variable for the runs that follow
//! stdin:                          the input of the next run, as for bytes
//! | વાંચો\n
//! run: search --format json 'a b' a call (closed: with a standard output that nobody reads)
//! exit: 0                         every call needs its exit code (0|2: either)
//! stdout: text                    is in standard output; also stderr
//! stdout lacks: text              is not in it; also stderr
//! stdout is:                      all of it, lines behind "| "; also stderr
//! lines: 3                        so many lines of standard output
//! json: /hits/*/id = ["a", "b"]   a JSON pointer, `*` for all; `2/…` in the second line, `*/…` in each;
//!                                 = != >= <= > <, has, lacks, count, is TYPE, keys, all VALUE, rises, falls
//! exists: index/meta.json         a file is there (absent: is not)
//! ```
//!
//! `{dir}` in a value is the folder of the case, `{esc}` and `{bel}` are what a terminal obeys. `KHABAR_CASE=name` runs one case alone.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{files_below, project};

mod checks;
mod parse;
mod steps;

pub(crate) use parse::split;
use parse::{Step, steps_of};
use steps::{Given, run_steps};

fn cases() -> Vec<(String, Vec<Step>)> {
    let wanted = std::env::var("KHABAR_CASE").ok();
    let files = files_below(&project().join("tests/cli/cases"), ".case");
    let name = |file: &Path| file.file_stem().unwrap().to_string_lossy().into_owned();
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| wanted == name);
    files
        .iter()
        .filter(|file| is_wanted(&name(file)))
        .map(|file| {
            let text = crate::support::text_of(file);
            let steps = steps_of(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            (name(file), steps)
        })
        .collect()
}

#[test]
fn every_case_holds() {
    let given = Given::default();
    let cases = cases();
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some((name, steps)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(failure) = run_steps(steps, &given) {
                        failures.lock().unwrap().push(format!("{name}.case:{failure}"));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap();
    failures.sort();
    assert!(
        failures.is_empty(),
        "{} of {} cases\n\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n\n")
    );
}

/// The runner sees what is wrong: each of these cases must fail, at this line and for this reason.
#[test]
fn a_case_that_does_not_hold_fails() {
    let given = Given::default();
    let failing = [
        ("run: --version\nexit: 1", "2: exit code"),
        ("run: --version\nexit: 0\nstdout: nonsense", "3: "),
        ("run: --version\nexit: 0\nstdout lacks: khabar", "3: "),
        ("run: --version\nexit: 0\nstderr: khabar", "3: "),
        ("run: --version\nexit: 0\nstdout is:\n| khabar", "3: "),
        ("run: --version\nexit: 0\nlines: 2", "3: "),
        ("run: --version\nexit: 0\nexists: nothing", "3: "),
        ("run: --version\nexit: 0\njson: /a = 1", "3: "),
        (
            "run: analyze --format json મોદી\nexit: 0\njson: /0/kind = \"latin\"",
            "3: ",
        ),
        (
            "run: analyze --format json મોદી\nexit: 0\njson: /1/kind is string",
            "3: ",
        ),
        (
            "run: analyze --format json મોદી\nexit: 0\njson: /*/kind all \"latin\"",
            "3: ",
        ),
        ("run: analyze --format json મોદી\nexit: 0\njson: / count 2", "3: "),
        (
            "run: analyze --format json ક મોદી\nexit: 0\njson: /*/start falls",
            "3: ",
        ),
        ("run: analyze --format json મોદી\nexit: 0\njson: /0 keys text", "3: "),
        ("run: analyze --format json મોદી\nexit: 0\njson: /0/start > 0", "3: "),
    ];
    for (case, reason) in failing {
        let failure = run_steps(&steps_of(case).unwrap(), &given).expect_err(case);
        assert!(failure.starts_with(reason), "{case:?}: {failure}");
    }
    run_steps(
        &steps_of(
            "run: analyze --format json ક મોદી\nexit: 0\njson: /*/start rises\njson: / count 2\njson: /1/start = 4",
        )
        .unwrap(),
        &given,
    )
    .unwrap();
}

#[test]
fn a_case_that_cannot_be_read_is_an_error() {
    let broken = [
        ("run: stats", "1: no exit code"),
        ("exit: 0", "1: nothing has run"),
        ("run: stats\nexit: 0\nstdut: x", "3: unknown"),
        ("run: stats\nexit: 0\njson: /a == 1", "3: unknown"),
        ("run: stats\nexit: 0\njson: /a = {", "3: "),
        ("| x", "1: "),
        ("run: 'x\nexit: 0", "1: a quote"),
        ("given: nothing", "1: "),
        ("nonsense", "1: "),
        ("bytes: a\n| \\q", "1: "),
    ];
    for (case, reason) in broken {
        let error = steps_of(case).err().unwrap_or_default();
        assert!(error.starts_with(reason), "{case:?}: {error:?}");
    }
}
