//! Where a word's keys are held: beside the postings, as khabar does, or in postings of their own.
//!
//! The other design is plain tantivy with a second field of lemma keys beside each text field, positions
//! and all; a query then looks its lemmas up there. Both are built over the same articles, so that the
//! decision in `src/index/mod.rs` rests on figures of this table. The first column of the last rows is the
//! design with lemma fields; it ranks by the first lemma alone, khabar by spellings and sounds too.

use std::path::Path;
use std::vec::IntoIter;

use khabar::analysis::{Lexis, keys, tokens};
use khabar::article::Article;
use khabar::entities::Gazetteer;
use khabar::index::{Reader, Writer};
use khabar::retrieval::{Archive, Deadline};

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::clock::{median, percentile, time};
use crate::engine::{Design, Plain, index};
use crate::queries::Queries;
use crate::report::{Report, Target, milliseconds, seconds};
use crate::searching::{plan, timed, times};

const RUNS: usize = 3;

/// Lemma keys as tokens, one a position, made through a lexis as khabar's are.
#[derive(Default)]
pub(crate) struct Lemmas {
    lexis: Lexis,
}

impl Clone for Lemmas {
    /// A lexis is each thread's own.
    fn clone(&self) -> Self {
        Self::default()
    }
}

pub(crate) struct LemmaStream {
    keys: IntoIter<(String, usize, usize)>,
    token: Token,
}

impl Tokenizer for Lemmas {
    type TokenStream<'a> = LemmaStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LemmaStream {
        let keys: Vec<_> = tokens(text)
            .map(|token| {
                (
                    first_lemma(self.lexis.keys(&token.form)),
                    token.byte_start,
                    token.byte_end,
                )
            })
            .collect();
        LemmaStream {
            keys: keys.into_iter(),
            token: Token::default(),
        }
    }
}

fn first_lemma(keys: &khabar::analysis::Keys) -> String {
    keys.lemmas.first().map(|lemma| lemma.key.clone()).unwrap_or_default()
}

impl TokenStream for LemmaStream {
    fn advance(&mut self) -> bool {
        let Some((key, start, end)) = self.keys.next() else {
            return false;
        };
        self.token.text = key;
        self.token.offset_from = start;
        self.token.offset_to = end;
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// The lemma keys of a query's words.
fn lemmas_of(query: &str) -> Vec<String> {
    tokens(query).map(|token| first_lemma(&keys(&token.form))).collect()
}

/// khabar's postings and vocabulary without the work of entities: an empty gazetteer.
fn forms_and_vocabulary(articles: &[Article], folder: &Path) -> anyhow::Result<()> {
    let nobody = Gazetteer::compile(Vec::new(), Vec::new())?;
    let mut writer = Writer::open(folder, &nobody)?;
    for article in articles {
        writer.add(article, Path::new("bench"))?;
    }
    writer.commit(&std::collections::HashSet::new())?;
    Ok(())
}

/// Builds plain, plain with lemma fields, and khabar without entities in turn; then searches the second.
pub(crate) fn measure(articles: &[Article], queries: &Queries, report: &mut Report) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let places = ["plain", "lemmas", "khabar"].map(|name| folder.path().join(name));
    let mut took: [Vec<std::time::Duration>; 3] = Default::default();
    for _ in 0..RUNS {
        for (design, place) in places.iter().enumerate() {
            std::fs::remove_dir_all(place).ok();
            let (done, time) = time(|| match design {
                0 => index(articles, place, Design::Words),
                1 => index(articles, place, Design::WordsAndLemmas),
                _ => forms_and_vocabulary(articles, place),
            });
            done?;
            took[design].push(time.cpu);
        }
    }
    let cpu = [0, 1, 2].map(|design: usize| median(&took[design]).as_secs_f64());
    let sizes = places
        .each_ref()
        .map(|place| crate::indexing::size(place).unwrap_or(0) as f64);
    let megabytes = |bytes: f64| format!("{:.1} MB", bytes / 1e6);
    for (at, name) in [
        (1, "lemmas in fields of their own"),
        (2, "forms and a vocabulary, no entities"),
    ] {
        report.compare(
            &format!("{name}: index, CPU time"),
            [cpu[0], cpu[at]],
            seconds,
            Target::None,
        );
        report.compare(&format!("{name}: size"), [sizes[0], sizes[at]], megabytes, Target::None);
    }
    let lemmas = Plain::open(&places[1], Design::WordsAndLemmas)?;
    let khabar = Reader::open(&places[2])?;
    let found = times(&queries.gujarati, |query| {
        let asked = lemmas_of(query);
        let plan = plan(&khabar, query);
        let ranked = timed(|| lemmas.rank(&asked))?;
        Ok([ranked, timed(|| Ok(khabar.every(&plan, Deadline::never())?.len()))?])
    })?;
    for (name, share) in [("p50", 0.5), ("p95", 0.95)] {
        let pair = [0, 1].map(|side: usize| percentile(&found[side], share).as_secs_f64());
        let what = format!("terms to ranked articles, {name}: lemmas in fields, forms and a vocabulary");
        report.compare(&what, pair, milliseconds, Target::None);
    }
    Ok(())
}
