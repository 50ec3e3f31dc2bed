//! What came out of a file of cases.

use std::io::{Result, Write};

use super::percent::percent;
use crate::evaluation::Report;

/// Writes a line for each row that failed.
pub(crate) fn failures(out: &mut impl Write, failures: &[String]) -> Result<()> {
    failures.iter().try_for_each(|failure| writeln!(out, "{failure}"))
}

/// Writes the measures of each group, the totals last.
pub(crate) fn table(out: &mut impl Write, report: &Report) -> Result<()> {
    for (group, measure, passed, of) in report.rows() {
        let share = percent(passed, of);
        writeln!(out, "{group:20} {measure:10} {passed}/{of}  {share:.1} %")?;
    }
    Ok(())
}
