//! The program as a process: from its start to the end of its answer.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use khabar::index::Reader;

use crate::clock::median;
use crate::queries::Queries;
use crate::report::{Report, Target, milliseconds};

const RUNS: usize = 15;

fn run(arguments: &[&str], folder: &Path) -> anyhow::Result<Duration> {
    let started = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_khabar"))
        .args(arguments)
        .env("KHABAR_INDEX", folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .context("khabar does not start")?;
    let took = started.elapsed();
    // a program that fails is fast
    anyhow::ensure!(status.success(), "khabar {}: {status}", arguments.join(" "));
    Ok(took)
}

/// Times `khabar search WORD`, and beside it `khabar --version` and the opening of the index alone.
pub(crate) fn measure(folder: &Path, queries: &Queries, report: &mut Report) -> anyhow::Result<()> {
    let word = queries
        .gujarati
        .iter()
        .find(|query| !query.contains(' '))
        .context("no query")?;
    let latin = queries
        .latin
        .iter()
        .find(|query| !query.contains(' '))
        .context("no query")?;
    for (name, arguments, target) in [
        (
            "khabar search WORD as a process",
            ["search", word.as_str()].as_slice(),
            Target::AtMost(15.0, "ms"),
        ),
        (
            "khabar search LATIN as a process",
            &["search", latin.as_str()],
            Target::AtMost(15.0, "ms"),
        ),
        ("khabar --version as a process", &["--version"], Target::None),
    ] {
        run(arguments, folder)?;
        let times = (0..RUNS)
            .map(|_| run(arguments, folder))
            .collect::<anyhow::Result<Vec<_>>>()?;
        let time = median(&times).as_secs_f64();
        report.own(name, milliseconds(time), time * 1e3, target);
    }
    let open = || -> anyhow::Result<Duration> {
        let started = Instant::now();
        std::hint::black_box(Reader::open(folder)?);
        Ok(started.elapsed())
    };
    let times = (0..RUNS).map(|_| open()).collect::<anyhow::Result<Vec<_>>>()?;
    let time = median(&times).as_secs_f64();
    report.own("opening the index", milliseconds(time), time * 1e3, Target::None);
    Ok(())
}
