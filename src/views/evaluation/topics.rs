//! How well judged topics were answered.

use std::io::{Result, Write};

use super::percent::tenths;
use crate::evaluation::topics::{Outcome, Scores};

/// Writes a topic with the grades of its hits and what it missed.
pub(crate) fn line(out: &mut impl Write, outcome: &Outcome) -> Result<()> {
    let grades: Vec<String> = outcome.ranked.iter().map(u8::to_string).collect();
    let missed: Vec<String> = outcome
        .missed
        .iter()
        .map(|(id, grade)| format!("{id} ({grade})"))
        .collect();
    let topic = &outcome.topic;
    writeln!(
        out,
        "{}\t{}\t{:.3}\t{:.3}\t{}\t{}\t{}",
        topic.id,
        topic.group,
        outcome.scores.ndcg,
        outcome.scores.recall,
        topic.query,
        grades.join(" "),
        missed.join(", ")
    )
}

/// Writes the mean measures of each group.
pub(crate) fn table(out: &mut impl Write, groups: &[(String, usize, Scores)]) -> Result<()> {
    let head = ["nDCG@10", "P@10", "recall@20", "success@1"];
    writeln!(
        out,
        "{:20} {:>6} {:>9} {:>9} {:>9} {:>9}",
        "per cent", "topics", head[0], head[1], head[2], head[3]
    )?;
    groups
        .iter()
        .try_for_each(|(group, count, scores)| writeln!(out, "{group:20} {count:>6} {}", cells(scores)))
}

fn cells(scores: &Scores) -> String {
    [scores.ndcg, scores.precision, scores.recall, scores.success]
        .map(|share| format!("{:>9.1}", tenths(share)))
        .join(" ")
}
