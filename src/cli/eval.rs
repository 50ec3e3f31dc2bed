//! `khabar eval`: the product's own tests on files of cases, and on judged topics.

use anyhow::{Context as _, bail};

use super::Exit;
use super::args::{EvalArgs, EvalKind};
use super::out::{say, stdout};
use super::search::open_or_build;
use crate::answers::show;
use crate::entities::{EntityKind, Gazetteer, Recogniser};
use crate::evaluation::topics::{self, Collection, Outcome, Scores};
use crate::evaluation::{Error, Report, cases, entities, lemmas};
use crate::index::Reader;
use std::io::Write;
use std::path::Path;

pub(super) fn run(args: &EvalArgs) -> anyhow::Result<Exit> {
    match args.kind {
        EvalKind::Cases => run_files(args, cases::run),
        EvalKind::Lemmas => run_files(args, lemmas::run),
        EvalKind::Entities => run_entities(args),
        EvalKind::Topics => run_topics(args),
    }
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{}: the cases cannot be read", file.display()))
}

fn run_files(args: &EvalArgs, measure: fn(&str) -> Result<Report, Error>) -> anyhow::Result<Exit> {
    let mut report = Report::default();
    for file in &args.files {
        let part = measure(&read(file)?);
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

fn verdict(report: &Report, list: Option<&str>) -> anyhow::Result<Exit> {
    let totals = report.totals();
    let names: Vec<&str> = totals.iter().map(|(measure, ..)| *measure).collect();
    let floors = floors(list, &names)?.unwrap_or_else(|| vec![100.0; totals.len()]);
    let passes = totals
        .iter()
        .zip(&floors)
        .all(|(&(_, passed, of), &floor)| percent(passed, of) >= floor);
    Ok(if passes { Exit::Done } else { Exit::NoHits })
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

fn run_entities(args: &EvalArgs) -> anyhow::Result<Exit> {
    let gazetteer = Gazetteer::shipped()?;
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut scores = entities::Scores::default();
    for file in &args.files {
        let part = entities::run(&read(file)?, &mut recogniser);
        scores.merge(part.with_context(|| file.display().to_string())?);
    }
    let mut out = stdout();
    if args.show {
        scores
            .failures
            .iter()
            .try_for_each(|failure| writeln!(out, "{failure}"))?;
    }
    let head = ["labelled", "found", "precision", "recall", "F1", "id"];
    writeln!(
        out,
        "{:14}{}",
        "per cent",
        head.map(|name| format!("{name:>10}")).join("")
    )?;
    for (name, score) in scores.rows() {
        let shares = [score.precision(), score.recall(), score.f1(), score.ids()];
        let cells = shares.map(|share| format!("{:>10.1}", tenths(share))).join("");
        writeln!(out, "{name:14}{:>10}{:>10}{cells}", score.labelled, score.found)?;
    }
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
    Ok(if passes { Exit::Done } else { Exit::NoHits })
}

fn run_topics(args: &EvalArgs) -> anyhow::Result<Exit> {
    let [topics, judgments] = args.files.as_slice() else {
        bail!("eval topics takes two files: the topics, then the judgments");
    };
    let floor = floor(args.floors.as_deref())?;
    let collection = Collection::read(&read(topics)?, &read(judgments)?)
        .with_context(|| format!("{}, {}", topics.display(), judgments.display()))?;
    let reader = open_or_build(&args.index)?;
    say_what_is_absent(&collection, &reader, &args.index)?;
    let run = collection.run(|query| topics::ask(&reader, query))?;
    let mut out = stdout();
    if args.show {
        run.outcomes
            .iter()
            .try_for_each(|outcome| topic_line(&mut out, outcome))?;
    }
    let head = ["nDCG@10", "P@10", "recall@20", "success@1"];
    writeln!(
        out,
        "{:20} {:>6} {:>9} {:>9} {:>9} {:>9}",
        "per cent", "topics", head[0], head[1], head[2], head[3]
    )?;
    let groups = run.groups();
    for (group, count, scores) in &groups {
        writeln!(out, "{group:20} {count:>6} {}", cells(scores))?;
    }
    out.flush()?;
    // rounded as it is printed, so that a floor copied from the table is met
    let reached = groups.last().is_some_and(|(.., all)| tenths(all.ndcg) >= floor);
    Ok(if reached { Exit::Done } else { Exit::NoHits })
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

/// A share in per cent, to one place.
fn tenths(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}

fn cells(scores: &Scores) -> String {
    [scores.ndcg, scores.precision, scores.recall, scores.success]
        .map(|share| format!("{:>9.1}", tenths(share)))
        .join(" ")
}

fn topic_line(out: &mut impl Write, outcome: &Outcome) -> std::io::Result<()> {
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
