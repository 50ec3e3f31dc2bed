//! The analyser on one core, and the gazetteer.

use std::sync::Arc;
use std::time::Instant;

use khabar::analysis::{Lexis, tokens};
use khabar::article::Article;
use khabar::entities::{Gazetteer, Recogniser};
use unicode_segmentation::UnicodeSegmentation;

use crate::articles::text_of;
use crate::clock::{median, time};
use crate::report::{Report, Target, milliseconds};

const RUNS: usize = 3;

/// The speed of a piece of work over all text, in MB of text a second of CPU time.
fn speed(articles: &[Article], mut work: impl FnMut(&[Article]) -> usize) -> f64 {
    let bytes: usize = articles.iter().flat_map(text_of).map(str::len).sum();
    let times: Vec<_> = (0..RUNS)
        .map(|_| time(|| std::hint::black_box(work(articles))).1.cpu)
        .collect();
    bytes as f64 / 1e6 / median(&times).as_secs_f64().max(0.001)
}

/// Times the steps of the analyser, each with those before it, and the gazetteer.
pub(crate) fn measure(articles: &[Article], report: &mut Report) -> anyhow::Result<()> {
    let gazetteer = Gazetteer::shipped()?;
    let target = Target::AtLeast(40.0, "MB/s");
    let mut row = |name: &str, speed: f64, target| report.own(name, format!("{speed:.0} MB/s"), speed, target);
    let words = speed(articles, |articles| {
        articles
            .iter()
            .flat_map(text_of)
            .map(|text| text.unicode_words().count())
            .sum()
    });
    row("analyser: words of UAX #29 alone", words, Target::None);
    let forms = speed(articles, |articles| {
        articles
            .iter()
            .flat_map(text_of)
            .flat_map(tokens)
            .map(|token| token.form.len())
            .sum()
    });
    row("analyser: tokens with their forms", forms, target);
    let keys = speed(articles, |articles| with_keys(articles, &mut Lexis::default()));
    row("analyser: and keys, cache empty at the start", keys, target);
    let mut lexis = Lexis::default();
    with_keys(articles, &mut lexis);
    let warm = speed(articles, |articles| with_keys(articles, &mut lexis));
    row("analyser: and keys, all in the lexis", warm, target);
    let entities = speed(articles, |articles| {
        let mut recogniser = Recogniser::new(&gazetteer);
        articles.iter().map(|article| recogniser.mentions(article).len()).sum()
    });
    row(
        "analyser: and mentions of entities, cache empty at the start",
        entities,
        Target::AtLeast(keys / 2.0, "MB/s"),
    );
    gazetteer_times(&gazetteer, report)
}

fn with_keys(articles: &[Article], lexis: &mut Lexis) -> usize {
    articles
        .iter()
        .flat_map(text_of)
        .flat_map(tokens)
        .map(|token| lexis.keys(&token.form).lemmas.len())
        .sum()
}

fn gazetteer_times(gazetteer: &Gazetteer, report: &mut Report) -> anyhow::Result<()> {
    let (entities, names) = gazetteer.len();
    // held by somebody else, as a mapped file is
    let bytes: Arc<[u8]> = gazetteer.as_bytes().into();
    let (mut compile, mut load) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let started = Instant::now();
        std::hint::black_box(Gazetteer::shipped()?);
        compile.push(started.elapsed());
    }
    for _ in 0..9 {
        let started = Instant::now();
        std::hint::black_box(Gazetteer::from_bytes(Arc::clone(&bytes))?);
        load.push(started.elapsed());
    }
    let time = median(&compile).as_secs_f64();
    let what = format!("gazetteer of {entities} entities, {names} names: compiling");
    report.own(&what, milliseconds(time), time * 1e3, Target::None);
    let time = median(&load).as_secs_f64();
    let what = format!("gazetteer of {:.1} MB: loading", bytes.len() as f64 / 1e6);
    report.own(&what, milliseconds(time), time * 1e3, Target::AtMost(10.0, "ms"));
    Ok(())
}
