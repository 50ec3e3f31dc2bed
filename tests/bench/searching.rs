//! Searching: both engines in turn, query by query, warm.

use std::time::{Duration, Instant};

use khabar::index::Reader;
use khabar::query::{Allowed, Clause, Context, Corrected, Syntax, expand, lower, parse};

use khabar::answers::search;
use khabar::reports::facets::{FacetKind, facets};
use khabar::retrieval::{Archive, Deadline, Limit, Request};

use crate::clock::{median, percentile};
use crate::engine::{Design, Plain};
use crate::indexing::Folders;
use crate::queries::Queries;
use crate::report::{Report, Target, milliseconds};

/// Each query is asked so often after a first round that is not counted; its median counts.
const ROUNDS: usize = 7;

fn request(query: &str) -> Request {
    Request {
        query: query.to_owned(),
        ..Request::default()
    }
}

pub(crate) fn timed<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<Duration> {
    let started = Instant::now();
    std::hint::black_box(work()?);
    Ok(started.elapsed())
}

/// The median time of each query; `ask` answers one in both engines. A round asks all of them before the
/// next begins, so that the last answer does not lie ready in a cache of blocks.
pub(crate) fn times(
    queries: &[String],
    mut ask: impl FnMut(&str) -> anyhow::Result<[Duration; 2]>,
) -> anyhow::Result<[Vec<Duration>; 2]> {
    let mut each: Vec<[Vec<Duration>; 2]> = vec![Default::default(); queries.len()];
    for round in 0..=ROUNDS {
        for (query, sides) in queries.iter().zip(&mut each) {
            let took = ask(query)?;
            if round > 0 {
                sides.iter_mut().zip(took).for_each(|(side, took)| side.push(took));
            }
        }
    }
    Ok([0, 1].map(|side: usize| each.iter().map(|sides| median(&sides[side])).collect()))
}

/// Times queries in Gujarati beside plain tantivy, in Latin letters alone, and the expansion of words.
pub(crate) fn measure(folders: &Folders, queries: &Queries, report: &mut Report) -> anyhow::Result<()> {
    let plain = Plain::open(&folders.plain, Design::Words)?;
    let reader = Reader::open(&folders.khabar)?;
    let ask = |query: &str| timed(|| Ok(search(&reader, &request(query))?));
    let both = |query: &str| Ok([timed(|| plain.search(query))?, ask(query)?]);
    let found = times(&queries.gujarati, both)?;
    // the aims are 3 times over 10,000 articles and 4 times over 100,000
    let is_large = reader.article_count() >= 100_000;
    let target = || Target::Times(if is_large { 4.0 } else { 3.0 });
    for (name, share) in [("p50", 0.5), ("p95", 0.95)] {
        let pair = [0, 1].map(|side: usize| percentile(&found[side], share).as_secs_f64());
        report.compare(&format!("search in Gujarati, {name}"), pair, milliseconds, target());
    }
    let with_facets = |query: &str| {
        let counted = |query: &str| {
            search(&reader, &request(query))?;
            Ok(facets(&reader, &request(query), &FacetKind::ALL, Limit::Count(10))?)
        };
        Ok([timed(|| plain.search(query))?, timed(|| counted(query))?])
    };
    let found = times(&queries.gujarati, with_facets)?;
    for (name, share) in [("p50", 0.5), ("p95", 0.95)] {
        let pair = [0, 1].map(|side: usize| percentile(&found[side], share).as_secs_f64());
        let what = format!("search and all facets in Gujarati, {name}");
        report.compare(&what, pair, milliseconds, Target::Times(8.0));
    }
    let [latin, _] = times(&queries.latin, |query| Ok([ask(query)?, Duration::ZERO]))?;
    let p50 = percentile(&latin, 0.5).as_secs_f64();
    report.own(
        "search in Latin letters, p50",
        milliseconds(p50),
        p50 * 1e3,
        Target::AtMost(5.0, "ms"),
    );
    let p95 = percentile(&latin, 0.95).as_secs_f64();
    report.own(
        "search in Latin letters, p95",
        milliseconds(p95),
        p95 * 1e3,
        Target::None,
    );
    if std::env::var_os("KHABAR_BENCH_SLOW").is_some() {
        print_slowest(queries, &found, &latin);
    }
    parts(&reader, queries, report)?;
    expansions(&reader, queries, report)
}

/// The plan of a query.
pub(crate) fn plan(reader: &Reader, query: &str) -> Clause {
    let context = Context {
        known: &reader.vocabulary,
        gazetteer: &reader.gazetteer,
        exact: false,
        allowed: Allowed::default(),
        corrected: &Corrected::new(),
        is_over: &|| false,
    };
    lower(parse(query, Syntax::default()).tree.as_ref(), context)
        .clause
        .unwrap_or(Clause::Nothing)
}

/// The two first parts of a search by themselves: the query to a plan, and the plan to ranked articles. What
/// is left of a search is showing: stored articles, marks and snippets of a page.
fn parts(reader: &Reader, queries: &Queries, report: &mut Report) -> anyhow::Result<()> {
    for (script, queries) in [("Gujarati", &queries.gujarati), ("Latin letters", &queries.latin)] {
        let [planned, gathered] = times(queries, |query| {
            let clause = plan(reader, query);
            let planned = timed(|| Ok(plan(reader, query)))?;
            Ok([planned, timed(|| Ok(reader.every(&clause, Deadline::never())?.len()))?])
        })?;
        for (part, times) in [("query to plan", planned), ("plan to ranked articles", gathered)] {
            let [p50, p95] = [0.5, 0.95].map(|share| milliseconds(percentile(&times, share).as_secs_f64()));
            let what = format!("of it, in {script}: {part}, p50 and p95");
            report.own(&what, format!("{p50}, {p95}"), 0.0, Target::None);
        }
    }
    Ok(())
}

/// The slowest queries on standard error, for the one who looks for the reason.
fn print_slowest(queries: &Queries, found: &[Vec<Duration>; 2], latin: &[Duration]) {
    let [plain, khabar] = found;
    let mut rows: Vec<_> = khabar
        .iter()
        .zip(plain)
        .zip(&queries.gujarati)
        .map(|((k, p), q)| (k, p, q))
        .collect();
    rows.extend(
        latin
            .iter()
            .zip(&queries.latin)
            .map(|(time, query)| (time, &Duration::ZERO, query)),
    );
    rows.sort_unstable_by(|a, b| b.cmp(a));
    for (khabar, plain, query) in rows.into_iter().take(25) {
        eprintln!("khabar {khabar:?}, plain {plain:?}: {query}");
    }
}

/// The expansion of single words over the vocabulary, in either script.
fn expansions(reader: &Reader, queries: &Queries, report: &mut Report) -> anyhow::Result<()> {
    let forms = reader.vocabulary.len();
    for (script, queries) in [("Gujarati", &queries.gujarati), ("Latin", &queries.latin)] {
        let words: Vec<String> = queries
            .iter()
            .flat_map(|query| query.split(' '))
            .map(str::to_owned)
            .collect();
        let [each, _] = times(&words, |word| {
            Ok([
                timed(|| {
                    Ok(expand(
                        word,
                        &reader.vocabulary,
                        false,
                        Allowed {
                            translation: true,
                            loose: true,
                        },
                    ))
                })?,
                Duration::ZERO,
            ])
        })?;
        for (name, share, target) in [("median", 0.5, 2.0), ("p99", 0.99, 10.0)] {
            let time = percentile(&each, share).as_secs_f64();
            let what = format!("expansion of a {script} word over {forms} forms, {name}");
            report.own(&what, milliseconds(time), time * 1e3, Target::AtMost(target, "ms"));
        }
    }
    Ok(())
}
