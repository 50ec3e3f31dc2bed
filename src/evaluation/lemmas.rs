//! Lemma files: does each form meet its lemma?

use super::{Error, Report, table};
use crate::analysis::{keys, tokens};

/// Runs a file with the columns `form`, `lemma` and `pos`.
///
/// # Errors
/// Where a column is missing.
pub fn score(text: &str) -> Result<Report, Error> {
    let mut report = Report::default();
    for (_, [form, lemma, pos]) in table(text, ["form", "lemma", "pos"])? {
        if form == lemma {
            continue;
        }
        let (a, b) = (key(form), key(lemma));
        report.add(pos, "same", a == b);
        if a != b {
            report.failures.push(format!("{form}\t{lemma}\t{pos}\t{a}\t{b}"));
        }
    }
    Ok(report)
}

fn key(text: &str) -> String {
    let lemma = |form: &str| {
        keys(form)
            .lemmas
            .into_iter()
            .next()
            .map(|lemma| lemma.key)
            .unwrap_or_default()
    };
    tokens(text)
        .map(|token| lemma(&token.form))
        .collect::<Vec<_>>()
        .join(" ")
}
