//! Search: a request becomes an answer.
//!
//! Takes what is asked, gives the page of hits. Articles that hold every word come first; where they do
//! not fill the page, those that hold some of them follow, marked as relaxed.

use std::time::Instant;

use super::evaluate::{Gathered, gather};
use super::explain::explain;
use super::filters::{Filters, filter_clauses};
use super::mark::Marker;
use super::paging::{Page, page};
use super::{Answer, Error, ShownExpansion, show};
use crate::index::Reader;
use crate::query::lower::Context;
use crate::query::{Clause, lower, parse};

/// How many hits are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// At most so many.
    Count(usize),
    /// All of them.
    All,
}

impl Default for Limit {
    /// A page.
    fn default() -> Self {
        Self::Count(10)
    }
}

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By score.
    #[default]
    Relevance,
    /// Newest first, those without a date last.
    Newest,
    /// Oldest first, those without a date last.
    Oldest,
}

/// What happens where too few articles hold every word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fallback {
    /// Nothing.
    Never,
    /// Articles with some of the words follow.
    #[default]
    Auto,
}

/// What is asked; by default the first page by relevance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The query as typed.
    pub query: String,
    /// Filters beside it.
    pub filters: Filters,
    /// How many hits.
    pub limit: Limit,
    /// How many hits are passed over first.
    pub offset: usize,
    /// In which order.
    pub sort: Sort,
    /// What happens where too few hold every word.
    pub fallback: Fallback,
    /// No expansion of any word.
    pub exact: bool,
    /// No translation of English words.
    pub no_translate: bool,
    /// Forms that are not searched, as written.
    pub not_as: Vec<String>,
    /// Old and new articles rank alike.
    pub no_recency: bool,
    /// Each hit comes with the parts of its score.
    pub explain: bool,
    /// Each story once, by its best article.
    pub stories: bool,
}

/// Runs a request.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given, [`Error::UnknownFilter`] and
/// [`Error::Date`] for values that mean nothing, [`Error::Engine`] where the index cannot be read.
pub fn search(reader: &Reader, request: &Request) -> Result<Answer, Error> {
    let started = Instant::now();
    let context = Context {
        known: &reader.vocabulary,
        gazetteer: &reader.gazetteer,
        exact: request.exact,
        translate: request.fallback == Fallback::Auto && !request.no_translate,
    };
    let parsed = parse(&request.query);
    let mut notices = parsed.notices;
    let plan = lower(parsed.tree.as_ref(), context);
    notices.extend(plan.notices);
    let filters = filter_clauses(reader, &request.filters, context, &mut notices)?;
    if plan.clause.is_none() && filters.is_empty() && request.query.trim().is_empty() {
        return Err(Error::Nothing);
    }
    let words = plan.clause.unwrap_or_else(|| {
        if filters.is_empty() {
            Clause::Nothing
        } else {
            Clause::All(Vec::new())
        }
    });
    let words = without(words, &request.not_as);
    let marker = Marker::new(&words);
    let expansions = shown_expansions(&words);
    let clause = joined(words, filters);
    let gathered = gather(reader, &clause)?;
    let page = page(&gathered, request, marker.is_empty(), &mut notices)?;
    let mut hits = show::hits(reader, &page.scored, page.relaxed_from, &marker)?;
    if request.explain && !marker.is_empty() {
        explain_all(&gathered, &page, &mut hits)?;
    }
    for (hit, &copies) in hits.iter_mut().zip(&page.copies) {
        hit.same_story = Some(copies);
    }
    // which segment an article stands in is chance: hits alike in all else stand in the order of their ids
    let is_tied = |a: &super::Hit, b: &super::Hit| {
        (a.relaxed, a.score.to_bits(), &a.date) == (b.relaxed, b.score.to_bits(), &b.date)
    };
    hits.chunk_by_mut(is_tied)
        .for_each(|tied| tied.sort_by(|a, b| a.id.cmp(&b.id)));
    let took_ms = started.elapsed().as_secs_f64() * 1000.0;
    Ok(Answer {
        id: None,
        query: request.query.clone(),
        total: page.total,
        stories: page.stories,
        took_ms,
        notices,
        expansions,
        hits,
    })
}

fn joined(words: Clause, filters: Vec<Clause>) -> Clause {
    if filters.is_empty() {
        return words;
    }
    let mut parts = match words {
        Clause::All(parts) => parts,
        single => vec![single],
    };
    parts.extend(filters);
    Clause::All(parts)
}

/// The clause without the forms that the reader does not want.
fn without(mut clause: Clause, forms: &[String]) -> Clause {
    let unwanted: Vec<String> = forms
        .iter()
        .flat_map(|form| crate::analysis::tokens(form))
        .map(|token| token.form.into_owned())
        .collect();
    if !unwanted.is_empty() {
        drop_forms(&mut clause, &unwanted);
    }
    clause
}

fn drop_forms(clause: &mut Clause, unwanted: &[String]) {
    match clause {
        Clause::Word(word) => {
            let slots =
                std::iter::once(&mut word.slot).chain(word.phrases.iter_mut().flat_map(|phrase| &mut phrase.slots));
            slots.for_each(|slot| slot.forms.retain(|form| !unwanted.contains(&form.entry.form)));
        }
        Clause::All(parts) | Clause::Any(parts) => parts.iter_mut().for_each(|part| drop_forms(part, unwanted)),
        Clause::Not(inner) => drop_forms(inner, unwanted),
        _ => {}
    }
}

/// The parts of the score of each hit.
fn explain_all(gathered: &Gathered<'_>, page: &Page, hits: &mut [super::Hit]) -> Result<(), Error> {
    for ((hit, &scored), at) in hits.iter_mut().zip(&page.scored).zip(0..) {
        let gain = page.gains.iter().find(|(address, _)| *address == scored.address);
        let gain = gain.map(|&(_, gain)| gain).unwrap_or_default();
        hit.explanation = Some(explain(gathered, scored, gain, at >= page.relaxed_from)?);
    }
    Ok(())
}

/// What each word of a plan was searched as.
fn shown_expansions(clause: &Clause) -> Vec<ShownExpansion> {
    let mut shown = Vec::new();
    collect_expansions(clause, &mut shown);
    shown
}

fn collect_expansions(clause: &Clause, shown: &mut Vec<ShownExpansion>) {
    match clause {
        Clause::Word(word) => {
            let slots = std::iter::once(&word.slot).chain(word.phrases.iter().flat_map(|phrase| &phrase.slots));
            for form in slots.flat_map(|slot| &slot.forms) {
                let expansion = ShownExpansion {
                    word: word.label.clone(),
                    form: form.entry.form.clone(),
                    tier: form.tier,
                    articles: form.entry.articles,
                };
                if !shown.contains(&expansion) {
                    shown.push(expansion);
                }
            }
        }
        Clause::All(parts) | Clause::Any(parts) => parts.iter().for_each(|part| collect_expansions(part, shown)),
        _ => {}
    }
}
