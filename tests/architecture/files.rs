//! The rules for a file as such: its name, its first line, its length.

use super::{Source, assert_finds, assert_kept, code, sources};

/// Names that say nothing.
const NO_NAMES: [&str; 7] = ["utils", "util", "helpers", "helper", "common", "misc", "shared"];

/// The longest file, in lines, tests left out.
const LONGEST: usize = 400;

/// Longer files, each with the length that it may not pass and why it is one file.
const LONGER: [(&str, usize, &str); 1] = [(
    "analysis/lemma.rs",
    560,
    "the readings of one word are weighed against each other: noun, adjective, verb, unknown",
)];

/// No module hides what it is for behind a name that fits everything.
fn names(source: &Source) -> Vec<String> {
    let in_path = source
        .path
        .split(['/', '.'])
        .filter(|part| NO_NAMES.contains(part))
        .map(|part| (1, part.to_owned()));
    let declared = (1..).zip(source.code.lines()).filter_map(|(number, line)| {
        let name = line.split_once("mod ")?.1.split([';', ' ', '{']).next()?;
        NO_NAMES.contains(&name).then_some((number, name.to_owned()))
    });
    in_path
        .chain(declared)
        .map(|(line, name)| {
            source.complaint(
                line,
                &format!("‘{name}’ says nothing; name the module after its stage or step"),
            )
        })
        .collect()
}

/// Every file says first what it is.
fn opening(source: &Source) -> Vec<String> {
    let says = source
        .text
        .lines()
        .next()
        .is_some_and(|line| line.strip_prefix("//!").is_some_and(|said| said.trim().len() > 10));
    if says {
        Vec::new()
    } else {
        vec![source.complaint(1, "the file must open with //! and what it is for")]
    }
}

/// Files stay short enough to be read.
fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count() - code::test_lines(&source.text);
    let exception = LONGER.iter().find(|(path, ..)| *path == source.path);
    match exception {
        None if lines > LONGEST => {
            vec![source.complaint(lines, &format!("{lines} lines without tests; {LONGEST} are the limit"))]
        }
        Some((_, limit, _)) if lines > *limit => {
            vec![source.complaint(
                lines,
                &format!("{lines} lines without tests; {limit} are agreed for it"),
            )]
        }
        // with room on both sides, so that no line more or less makes the list wrong
        Some(_) if lines < LONGEST - 40 => vec![source.complaint(1, "short again; strike it off the list LONGER")],
        _ => Vec::new(),
    }
}

#[test]
fn names_say_what_is_inside() {
    assert_kept(names);
    let bad = [
        ("query/utils.rs", "//! x", 1),
        ("helpers/mod.rs", "//! x", 1),
        ("query/mod.rs", "\npub(crate) mod common;", 2),
        ("query/mod.rs", "mod misc {", 1),
    ];
    let good = [("query/mod.rs", "mod commons;\n// mod utils;\nfn helpers() {}")];
    assert_finds(names, &bad, &good);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    assert_kept(opening);
    let bad = [
        ("a.rs", "use std::fmt;\n//! late", 1),
        ("a.rs", "", 1),
        ("a.rs", "//!\nuse x;", 1),
        ("a.rs", "// a plain comment about the file", 1),
    ];
    assert_finds(opening, &bad, &[("a.rs", "//! What the file is for.")]);
}

#[test]
fn files_are_short_enough_to_be_read() {
    assert_kept(length);
    let long = "//! x\n".repeat(LONGEST + 1);
    let tests = format!(
        "{}#[cfg(test)]\nmod tests {{\n{}}}\n",
        "x\n".repeat(LONGEST),
        "// y\n".repeat(50)
    );
    let (path, limit, _) = LONGER[0];
    let agreed = "x\n".repeat(limit);
    let over = "x\n".repeat(limit + 1);
    assert_finds(
        length,
        &[("a.rs", &long, LONGEST + 1), (path, &over, limit + 1), (path, "x", 1)],
        &[("a.rs", &tests), (path, &agreed)],
    );
}

#[test]
fn every_longer_file_is_there() {
    let sources = sources();
    for (path, ..) in LONGER {
        let is_there = sources.iter().any(|source| source.path == path);
        assert!(is_there, "src/{path} is gone; strike it off the list LONGER");
    }
}
