//! The record: rule numbers and data with the digest of what they gave.
//!
//! Takes the committed rows and those of this program, says where a number was not raised and where the record is old.

use std::fmt::Write as _;

const HEADER: &str =
    "# What rules gave for the samples beside this file. Source: tests/versions.rs, with KHABAR_VERSIONS_RENEW=1.
# Columns: rule number, its value, data, samples, digest
";

/// What one rule number stood for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The name of the rule number.
    pub(super) number: String,
    pub(super) rules: u32,
    /// The hash of the data that the rules read, and the versions that they rest on.
    pub(super) data: String,
    /// The hash of the samples.
    pub(super) samples: String,
    /// The hash of what the rules gave.
    pub(super) digest: String,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The rules give something else under the same number.
    Forgotten,
    /// The record is of other rules, data or samples.
    Outdated,
}

impl Fault {
    pub(super) const fn advice(self) -> &'static str {
        match self {
            Self::Forgotten => {
                "number and data are the committed ones, and yet the rules give something else: raise the number, so that \
                 an index made before is made anew; then run this test with KHABAR_VERSIONS_RENEW=1"
            }
            Self::Outdated => {
                "number, data or samples are not those of tests/versions/record.tsv: run this test with \
                 KHABAR_VERSIONS_RENEW=1 and commit the record"
            }
        }
    }
}

/// The faults of the rows of this program, each with the name of its number.
pub(super) fn faults(committed: &[Row], now: &[Row]) -> Vec<(String, Fault)> {
    now.iter()
        .filter_map(|row| Some((row.number.clone(), fault(committed, row)?)))
        .collect()
}

fn fault(committed: &[Row], now: &Row) -> Option<Fault> {
    let before = committed.iter().find(|row| row.number == now.number);
    let is_same = |row: &&Row| (row.rules, &row.data, &row.samples) == (now.rules, &now.data, &now.samples);
    match before.filter(is_same) {
        None => Some(Fault::Outdated),
        Some(row) => (row.digest != now.digest).then_some(Fault::Forgotten),
    }
}

/// The rows of a record; a line that is none is left out, so that its number is told to be missing.
pub(super) fn read(text: &str) -> Vec<Row> {
    text.lines().filter_map(read_row).collect()
}

fn read_row(line: &str) -> Option<Row> {
    let [number, rules, data, samples, digest] = line.split('\t').collect::<Vec<_>>()[..] else {
        return None;
    };
    Some(Row {
        number: number.to_owned(),
        rules: rules.parse().ok()?,
        data: data.to_owned(),
        samples: samples.to_owned(),
        digest: digest.to_owned(),
    })
}

/// A record of rows.
pub(super) fn write(rows: &[Row]) -> String {
    let mut text = HEADER.to_owned();
    for row in rows {
        let Row {
            number,
            rules,
            data,
            samples,
            digest,
        } = row;
        writeln!(text, "{number}\t{rules}\t{data}\t{samples}\t{digest}").unwrap();
    }
    text
}

#[test]
fn a_forgotten_number_is_told_from_an_old_record() {
    let row = |rules: u32, [data, samples, digest]: [&str; 3]| Row {
        number: "N".to_owned(),
        rules,
        data: data.to_owned(),
        samples: samples.to_owned(),
        digest: digest.to_owned(),
    };
    let committed = [row(1, ["d", "s", "x"])];
    let cases = [
        (row(1, ["d", "s", "x"]), None),
        (row(1, ["d", "s", "y"]), Some(Fault::Forgotten)),
        (row(2, ["d", "s", "y"]), Some(Fault::Outdated)),
        (row(2, ["d", "s", "x"]), Some(Fault::Outdated)),
        (row(1, ["e", "s", "y"]), Some(Fault::Outdated)),
        (row(1, ["e", "s", "x"]), Some(Fault::Outdated)),
        (row(1, ["d", "t", "y"]), Some(Fault::Outdated)),
    ];
    for (now, expected) in cases {
        assert_eq!(fault(&committed, &now), expected, "{now:?}");
        assert_eq!(fault(&[], &now), Some(Fault::Outdated), "no record: {now:?}");
    }
    assert!(Fault::Forgotten.advice().contains("raise the number"));
    assert!(Fault::Outdated.advice().contains("KHABAR_VERSIONS_RENEW=1"));
    assert_eq!(read(&write(&committed)), committed);
    assert!(read("N\t1\td\ts\nN\tone\td\ts\tx\n# N\n").is_empty());
}
