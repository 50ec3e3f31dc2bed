//! Evaluation: how good the answers are, measured on files that a reader can check.
//!
//! Takes the text of a case file, gives a report by group; or topics with judgments, and gives measures of
//! the ranking. The files are in `tests/`; anyone can write more.

pub mod cases;
pub mod entities;
pub mod lemmas;
pub mod topics;

use std::collections::BTreeMap;

/// What can be wrong with a case file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A column is missing.
    #[error("line {line}: the column ‘{column}’ is missing; the first line names the columns, with tabs between")]
    Column {
        /// The line, from 1.
        line: usize,
        /// The column.
        column: &'static str,
    },
    /// A value that means nothing.
    #[error("line {line}: ‘{value}’ is no expectation; write M, N or R")]
    Expectation {
        /// The line, from 1.
        line: usize,
        /// The value.
        value: String,
    },
    /// A row of topics or judgments that cannot be used.
    #[error("{file}, line {line}: {what}")]
    Judged {
        /// `topics` or `judgments`.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// A labelled text that cannot be read.
    #[error("line {line}: {what}")]
    Label {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// A topic that no answer can satisfy.
    #[error("the topic ‘{0}’ has no relevant article; judge one, or leave the topic out")]
    NoRelevant(String),
    /// A query could not be answered.
    #[error("the topics cannot be searched")]
    Search(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The cases could not be run.
    #[error("the cases cannot be indexed")]
    Run(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What came out, by group and measure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    counts: BTreeMap<(String, &'static str), (usize, usize)>,
    /// A line for each row that failed.
    pub failures: Vec<String>,
}

impl Report {
    /// Counts a row.
    pub fn add(&mut self, group: &str, measure: &'static str, passed: bool) {
        let count = self.counts.entry((group.to_owned(), measure)).or_default();
        count.0 += usize::from(passed);
        count.1 += 1;
    }

    /// Adds another report.
    pub fn merge(&mut self, other: Self) {
        for (key, (passed, of)) in other.counts {
            let count = self.counts.entry(key).or_default();
            count.0 += passed;
            count.1 += of;
        }
        self.failures.extend(other.failures);
    }

    /// Group, measure, passed, of; the totals last.
    #[must_use]
    pub fn rows(&self) -> Vec<(String, &'static str, usize, usize)> {
        let mut rows: Vec<_> = self
            .counts
            .iter()
            .map(|((group, measure), &(passed, of))| (group.clone(), *measure, passed, of))
            .collect();
        rows.extend(
            self.totals()
                .into_iter()
                .map(|(measure, passed, of)| ("all".to_owned(), measure, passed, of)),
        );
        rows
    }

    /// Measure, passed, of, over all groups.
    #[must_use]
    pub fn totals(&self) -> Vec<(&'static str, usize, usize)> {
        let mut totals: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
        for ((_, measure), (passed, of)) in &self.counts {
            let total = totals.entry(measure).or_default();
            total.0 += passed;
            total.1 += of;
        }
        totals
            .into_iter()
            .map(|(measure, (passed, of))| (measure, passed, of))
            .collect()
    }
}

/// The rows of a tab-separated file by the columns asked for, with their line numbers.
fn table<'t, const N: usize>(text: &'t str, columns: [&'static str; N]) -> Result<Vec<(usize, [&'t str; N])>, Error> {
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let Some((_, header)) = lines.next() else {
        return Ok(Vec::new());
    };
    let names: Vec<&str> = header.split('\t').collect();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        *place = names
            .iter()
            .position(|name| *name == column)
            .ok_or(Error::Column { line: 1, column })?;
    }
    lines
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            let mut row = [""; N];
            for ((cell, place), column) in row.iter_mut().zip(places).zip(columns) {
                *cell = cells
                    .get(place)
                    .copied()
                    .ok_or(Error::Column { line: at + 1, column })?;
            }
            Ok((at + 1, row))
        })
        .collect()
}
