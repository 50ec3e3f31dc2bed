//! `khabar eval`: the product's own tests on files of cases.

use anyhow::{Context as _, bail};

use super::Exit;
use super::args::{EvalArgs, EvalKind};
use super::out::stdout;
use crate::evaluation::{Report, cases, lemmas};
use std::io::Write;

pub(super) fn run(args: &EvalArgs) -> anyhow::Result<Exit> {
    let mut report = Report::default();
    for file in &args.files {
        let text =
            std::fs::read_to_string(file).with_context(|| format!("{}: the cases cannot be read", file.display()))?;
        let part = match args.kind {
            EvalKind::Cases => cases::run(&text),
            EvalKind::Lemmas => lemmas::run(&text),
        };
        report.merge(part.with_context(|| file.display().to_string())?);
    }
    let mut out = stdout();
    if args.show {
        report
            .failures
            .iter()
            .try_for_each(|failure| writeln!(out, "{failure}"))?;
    }
    for (group, measure, passed, of) in report.rows() {
        writeln!(
            out,
            "{group:20} {measure:10} {passed}/{of}  {:.1} %",
            percent(passed, of)
        )?;
    }
    out.flush()?;
    verdict(&report, args.floors.as_deref())
}

fn percent(passed: usize, of: usize) -> f64 {
    if of == 0 {
        100.0
    } else {
        100.0 * passed as f64 / of as f64
    }
}

fn verdict(report: &Report, floors: Option<&str>) -> anyhow::Result<Exit> {
    let totals = report.totals();
    let floors: Vec<f64> = match floors {
        Some(list) => list
            .split(',')
            .map(str::parse)
            .collect::<Result<_, _>>()
            .with_context(|| format!("--floors {list}: write per cents with commas"))?,
        None => vec![100.0; totals.len()],
    };
    if floors.len() != totals.len() {
        bail!(
            "--floors needs {} figures: {}",
            totals.len(),
            totals
                .iter()
                .map(|(measure, ..)| *measure)
                .collect::<Vec<_>>()
                .join(", ")
        );
    }
    let passes = totals
        .iter()
        .zip(&floors)
        .all(|(&(_, passed, of), &floor)| percent(passed, of) >= floor);
    Ok(if passes { Exit::Done } else { Exit::NoHits })
}
