//! How well the mentions of labelled texts were found.

use std::io::{Result, Write};

use super::percent::tenths;
use crate::evaluation::entities::Scores;

/// Writes a row for each kind, then one for all.
pub(crate) fn table(out: &mut impl Write, scores: &Scores) -> Result<()> {
    let head = ["labelled", "found", "precision", "recall", "F1", "id"];
    let cells = head.map(|name| format!("{name:>10}")).join("");
    writeln!(out, "{:14}{cells}", "per cent")?;
    for (name, score) in scores.rows() {
        let shares = [score.precision(), score.recall(), score.f1(), score.ids()];
        let cells = shares.map(|share| format!("{:>10.1}", tenths(share))).join("");
        writeln!(out, "{name:14}{:>10}{:>10}{cells}", score.labelled, score.found)?;
    }
    Ok(())
}
