//! `khabar eval`: the product's own tests on files of cases, and on judged topics.

use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::answers::show;
use crate::cli::args::{EvalArgs, EvalKind};
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::{say, stdout};
use crate::entities::{EntityKind, Gazetteer, Recogniser};
use crate::evaluation::topics::{self, Collection};
use crate::evaluation::{Error, Report, cases, entities, lemmas};
use crate::index::Reader;
use crate::views::evaluation as views;
use crate::views::evaluation::percent::{percent, tenths};

pub(super) fn execute(args: &EvalArgs) -> anyhow::Result<Exit> {
    match args.kind {
        EvalKind::Cases => measure_files(args, cases::score),
        EvalKind::Lemmas => measure_files(args, lemmas::score),
        EvalKind::Entities => measure_entities(args),
        EvalKind::Topics => measure_topics(args),
    }
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{}: the cases cannot be read", file.display()))
}

fn measure_files(args: &EvalArgs, measure: fn(&str) -> Result<Report, Error>) -> anyhow::Result<Exit> {
    let mut report = Report::default();
    for file in &args.files {
        let part = measure(&read(file)?);
        report.merge(part.with_context(|| file.display().to_string())?);
    }
    let mut out = stdout();
    if args.show {
        views::cases::failures(&mut out, &report.failures)?;
    }
    views::cases::table(&mut out, &report)?;
    out.flush()?;
    verdict(&report, args.floors.as_deref())
}

fn verdict(report: &Report, list: Option<&str>) -> anyhow::Result<Exit> {
    let totals = report.totals();
    let names: Vec<&str> = totals.iter().map(|(measure, ..)| *measure).collect();
    let floors = floors(list, &names)?.unwrap_or_else(|| vec![100.0; totals.len()]);
    let passes = totals
        .iter()
        .zip(&floors)
        .all(|(&(_, passed, of), &floor)| percent(passed, of) >= floor);
    Ok(Exit::done_if(passes))
}

/// As many floors as there are measures, in per cent; `None` where none are given.
fn floors(list: Option<&str>, measures: &[&str]) -> anyhow::Result<Option<Vec<f64>>> {
    let Some(list) = list else {
        return Ok(None);
    };
    let floors: Vec<f64> = list
        .split(',')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .with_context(|| format!("--floors {list}: write per cents with commas"))?;
    if floors.len() != measures.len() {
        bail!("--floors needs {} figures: {}", measures.len(), measures.join(", "));
    }
    Ok(Some(floors))
}

fn measure_entities(args: &EvalArgs) -> anyhow::Result<Exit> {
    let gazetteer = Gazetteer::shipped()?;
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut scores = entities::Scores::default();
    for file in &args.files {
        let part = entities::score(&read(file)?, &mut recogniser);
        scores.merge(part.with_context(|| file.display().to_string())?);
    }
    let mut out = stdout();
    if args.show {
        views::cases::failures(&mut out, &scores.failures)?;
    }
    views::entities::table(&mut out, &scores)?;
    out.flush()?;
    let of_kinds = EntityKind::ALL.map(|kind| (kind.as_str(), scores.of(kind).f1()));
    let reached: Vec<(&str, f64)> = of_kinds.into_iter().chain([("ids", scores.all().ids())]).collect();
    let names: Vec<&str> = reached.iter().map(|(name, _)| *name).collect();
    // rounded as they are printed, so that floors copied from the table are met
    let floors = floors(args.floors.as_deref(), &names)?.unwrap_or_else(|| vec![0.0; names.len()]);
    let passes = reached
        .iter()
        .zip(&floors)
        .all(|((_, share), floor)| tenths(*share) >= *floor);
    Ok(Exit::done_if(passes))
}

fn measure_topics(args: &EvalArgs) -> anyhow::Result<Exit> {
    let [topics, judgments] = args.files.as_slice() else {
        bail!("eval topics takes two files: the topics, then the judgments");
    };
    let floor = floor(args.floors.as_deref())?;
    let collection = Collection::read(&read(topics)?, &read(judgments)?)
        .with_context(|| format!("{}, {}", topics.display(), judgments.display()))?;
    let reader = open_or_build(&args.index)?;
    say_what_is_absent(&collection, &reader, &args.index)?;
    let measured = collection.run(|query| topics::ask(&reader, query))?;
    let mut out = stdout();
    if args.show {
        measured
            .outcomes
            .iter()
            .try_for_each(|outcome| views::topics::line(&mut out, outcome))?;
    }
    let groups = measured.groups();
    views::topics::table(&mut out, &groups)?;
    out.flush()?;
    // rounded as it is printed, so that a floor copied from the table is met
    let reached = groups.last().is_some_and(|(.., all)| tenths(all.ndcg) >= floor);
    Ok(Exit::done_if(reached))
}

/// The least nDCG@10 of all topics, in per cent; any will do where none is given.
fn floor(floors: Option<&str>) -> anyhow::Result<f64> {
    let Some(typed) = floors else {
        return Ok(0.0);
    };
    typed
        .parse()
        .ok()
        .filter(|floor: &f64| floor.is_finite())
        .with_context(|| format!("--floors {typed}: write one per cent, the least nDCG@10 over all topics"))
}

/// Judgments of another collection give figures that mean nothing.
fn say_what_is_absent(collection: &Collection, reader: &Reader, folder: &Path) -> anyhow::Result<()> {
    let relevant = collection.relevant();
    let mut absent = 0;
    for id in &relevant {
        match show(reader, id) {
            Ok(_) => {}
            Err(crate::retrieval::Error::NoArticle(_)) => absent += 1,
            Err(error) => return Err(error.into()),
        }
    }
    if absent > 0 {
        say(&format!(
            "{}: {absent} of {} relevant articles are not in this index; is it the one that was judged?",
            folder.display(),
            relevant.len()
        ));
    }
    Ok(())
}
