//! Correction: words that no article holds, or hardly any, and what they may have been meant to be.
//!
//! Takes the words of a plan and how much was found, gives one suggestion: the whole query with these words
//! corrected, and the words that are searched for them where nothing else is found. Names of the gazetteer
//! are right as they are.

use super::request::Request;
use crate::analysis::{keys, lexicon};
use crate::index::WordSource;
use crate::query::{Corrected, Correction, Corrigendum, Notice, PlannedWord, Relaxed, Said, corrections};

/// A word in more articles is right as it is.
const RARE: u32 = 5;

/// A word that some articles hold is only doubted where another is so many times as common.
const TIMES_AS_COMMON: u32 = 50;

/// A word is searched as so many others at most.
const SEARCHED: usize = 3;

/// Corrections that are so much farther than the best one are not searched, in hundredths of a letter.
const BEHIND: u32 = 30;

/// At most so many words of a query are corrected.
const MOST_WORDS: usize = 8;

/// A corrected query.
pub(super) struct Suggested {
    /// The suggestion as a notice.
    pub(super) notice: Notice,
    /// What to search the words as that no article holds.
    pub(super) corrected: Corrected,
}

/// What may be meant instead of a query that found `total` articles.
pub(super) fn suggest(
    request: &Request,
    words: &[PlannedWord],
    total: u64,
    known: &dyn WordSource,
    is_over: &dyn Fn() -> bool,
) -> Option<Suggested> {
    let mut found: Vec<(&PlannedWord, Vec<Correction>)> = Vec::new();
    // looking for near words costs more than a search: a word that finds something is not doubted
    let is_unheard = |word: &&PlannedWord| word.articles == 0 && (!word.has_sequences || total == 0);
    let is_rare = |word: &&PlannedWord| total == 0 && (1..=RARE).contains(&word.articles);
    let doubtful = words
        .iter()
        .filter(|word| (is_unheard(word) || is_rare(word)) && !is_right(&word.form));
    for word in doubtful.take(MOST_WORDS) {
        let mut near = corrections(&word.form, known, is_over);
        let least = word.articles.saturating_mul(TIMES_AS_COMMON);
        near.retain(|correction| correction.articles >= least);
        if !near.is_empty() {
            found.push((word, near));
        }
    }
    found.sort_by_key(|(word, _)| word.span.start);
    found.dedup_by(|later, earlier| later.0.span.start < earlier.0.span.end);
    Some(Suggested {
        notice: notice(&request.query, &found)?,
        corrected: searched(found),
    })
}

/// Whether a word is one of the language as it is written: that no article has it is no slip (શતક).
fn is_right(form: &str) -> bool {
    let keys = keys(form);
    lexicon::entry(&keys.fold).is_some() || keys.lemmas.first().is_some_and(|lemma| lemma.class.is_some())
}

/// The whole query with the best correction of each word, and why.
fn notice(query: &str, found: &[(&PlannedWord, Vec<Correction>)]) -> Option<Notice> {
    let (first, last) = (found.first()?, found.last()?);
    let mut corrected = String::with_capacity(query.len());
    let mut words = Vec::with_capacity(found.len());
    let mut at = 0;
    for (word, corrections) in found {
        let best = corrections.first()?;
        corrected.push_str(query.get(at..word.span.start)?);
        corrected.push_str(&best.form);
        at = word.span.end;
        words.push(Corrigendum {
            typed: query.get(word.span.clone())?.to_owned(),
            form: best.form.clone(),
            reason: best.reason,
        });
    }
    corrected.push_str(query.get(at..)?);
    let suggestion = Said::Suggestion {
        query: corrected,
        words,
    };
    Some(Notice::new(suggestion, first.0.span.start..last.0.span.end))
}

/// The corrections that are searched: of words that no article holds, the best and those that are about as
/// near.
fn searched(found: Vec<(&PlannedWord, Vec<Correction>)>) -> Corrected {
    let unheard = found.into_iter().filter(|(word, _)| word.articles == 0);
    unheard
        .map(|(word, mut near)| {
            let best = near.first().map_or(0, |correction| correction.cost);
            near.retain(|correction| correction.cost <= best + BEHIND);
            near.truncate(SEARCHED);
            (word.form.clone(), near)
        })
        .collect()
}

/// What was done where corrected words were searched.
pub(super) fn corrected_notice(query: &str, corrected: &Corrected) -> Notice {
    let forms = |near: &[Correction]| near.iter().map(|correction| correction.form.clone()).collect();
    let words = corrected.iter().map(|(form, near)| (form.clone(), forms(near)));
    Notice::new(Relaxed::Corrected(words.collect()), 0..query.len())
}
