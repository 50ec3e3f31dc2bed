//! Search: a request becomes an answer.
//!
//! Takes what is asked, gives the page of hits. Articles that hold every word come first; where they do
//! not fill the page, those that hold some of them follow, marked as relaxed.

use std::time::Instant;

use super::correct::{relaxed_notice as corrected_notice, suggest};
use super::deadline::Deadline;
use super::evaluate::{Gathered, Scored, gather};
use super::filters::{Filters, filter_clauses, unheard};
use super::mark::Marker;
use super::{Answer, Error, Hit, ShownExpansion, show};
use crate::index::Reader;
use crate::query::correct::Corrected;
use crate::query::lower::Context;
use crate::query::plan::PlannedWord;
use crate::query::{Clause, Notice, NoticeKind, Syntax, Tier, Tree, lower, parse};

/// How many hits are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// At most so many.
    Count(usize),
    /// All of them.
    All,
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

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// How the query is read.
    pub syntax: Syntax,
}

/// Runs a request, however long it takes.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given, [`Error::UnknownFilter`] and
/// [`Error::Date`] for values that mean nothing, [`Error::Engine`] where the index cannot be read.
pub fn search(reader: &Reader, request: &Request) -> Result<Answer, Error> {
    search_until(reader, request, &Deadline::never())
}

/// Runs a request; at the deadline the answer is what was found so far, with a notice. Showing what was
/// found is not cut short.
///
/// # Errors
/// Those of [`search`].
pub fn search_until(reader: &Reader, request: &Request, deadline: &Deadline<'_>) -> Result<Answer, Error> {
    let started = Instant::now();
    let parsed = parse(&request.query, request.syntax);
    let mut notices = parsed.notices;
    notices.extend(unheard(reader, parsed.tree.as_ref())?);
    let asked = Asked {
        reader,
        request,
        deadline,
        tree: parsed.tree.as_ref(),
    };
    let (mut found, words) = asked.find(&Corrected::new(), &mut notices)?;
    if let Some(suggested) = suggest(request, &words, found.total, &reader.vocabulary, deadline.whole()) {
        notices.push(suggested.notice);
        let is_relaxed = found.total == 0 && request.fallback == Fallback::Auto && !suggested.corrected.is_empty();
        if is_relaxed && !deadline.cuts() {
            let (corrected, _) = asked.find(&suggested.corrected, &mut Vec::new())?;
            if corrected.total > 0 {
                notices.push(corrected_notice(&request.query, &suggested.corrected));
                found = corrected.relaxed();
            }
        }
    }
    if deadline.has_cut() {
        let message = "the time ran out: not all words were looked for everywhere; give more time or fewer words";
        notices.push(Notice::new(
            NoticeKind::Timeout,
            message.to_owned(),
            0..request.query.len(),
        ));
    }
    Ok(Answer {
        id: None,
        query: request.query.clone(),
        total: found.total,
        took_ms: started.elapsed().as_secs_f64() * 1000.0,
        notices,
        expansions: found.expansions,
        hits: found.hits,
    })
}

/// What is asked, read.
struct Asked<'a> {
    reader: &'a Reader,
    request: &'a Request,
    deadline: &'a Deadline<'a>,
    tree: Option<&'a Tree>,
}

/// What one way of searching finds.
struct FoundHits {
    total: u64,
    expansions: Vec<ShownExpansion>,
    hits: Vec<Hit>,
}

impl FoundHits {
    /// The same as hits that do not hold the words as typed.
    fn relaxed(mut self) -> Self {
        self.hits.iter_mut().for_each(|hit| hit.relaxed = true);
        self
    }
}

impl Asked<'_> {
    /// Searches, some words as others; also gives the words for corrections.
    fn find(&self, corrected: &Corrected, notices: &mut Vec<Notice>) -> Result<(FoundHits, Vec<PlannedWord>), Error> {
        let Self { reader, request, .. } = *self;
        let context = Context {
            known: &reader.vocabulary,
            gazetteer: &reader.gazetteer,
            exact: request.exact,
            translate: request.fallback == Fallback::Auto && !request.no_translate,
            corrected,
            is_over: self.deadline.half(),
        };
        let plan = lower(self.tree, context);
        notices.extend(plan.notices);
        let filters = filter_clauses(reader, &request.filters, context, notices)?;
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
        let gathered = gather(reader, &clause, self.deadline)?;
        let page = page(&gathered, request, marker.is_empty(), notices)?;
        let mut hits = show::hits(reader, &page.scored, page.relaxed_from, &marker)?;
        // which segment an article stands in is chance: hits alike in all else stand in the order of their ids
        let is_tied =
            |a: &Hit, b: &Hit| (a.relaxed, a.score.to_bits(), &a.date) == (b.relaxed, b.score.to_bits(), &b.date);
        hits.chunk_by_mut(is_tied)
            .for_each(|tied| tied.sort_by(|a, b| a.id.cmp(&b.id)));
        let total = page.total;
        Ok((
            FoundHits {
                total,
                expansions,
                hits,
            },
            plan.words,
        ))
    }
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

/// One page of articles.
struct Page {
    scored: Vec<Scored>,
    /// From which place of the page on hits are relaxed.
    relaxed_from: usize,
    total: u64,
}

fn page(gathered: &Gathered<'_>, request: &Request, unscored: bool, notices: &mut Vec<Notice>) -> Result<Page, Error> {
    let mut every = gathered.every();
    let sort = if unscored && request.sort == Sort::Relevance {
        Sort::Newest
    } else {
        request.sort
    };
    let wanted = match request.limit {
        Limit::Count(count) => request.offset.saturating_add(count),
        Limit::All => usize::MAX,
    };
    let mut total = every.len() as u64;
    let full = every.len();
    order(&mut every, sort, wanted, gathered)?;
    if request.fallback == Fallback::Auto && full < wanted && gathered.needed_count() > 1 {
        let mut some = gathered.some();
        let held: std::collections::HashSet<_> = every.iter().map(|scored| scored.address).collect();
        some.retain(|scored| !held.contains(&scored.address));
        order(&mut some, sort, wanted - full, gathered)?;
        if !some.is_empty() {
            if full == 0 {
                total = some.len() as u64;
            }
            notices.push(relaxed_notice(full, &request.query));
        }
        every.truncate(full);
        every.extend(some);
    }
    let scored: Vec<Scored> = every.into_iter().take(wanted).skip(request.offset).collect();
    Ok(Page {
        scored,
        relaxed_from: full.saturating_sub(request.offset),
        total,
    })
}

fn relaxed_notice(full: usize, query: &str) -> Notice {
    let message = if full == 0 {
        "no article holds every word; those that hold some of them are shown".to_owned()
    } else {
        format!("{full} articles hold every word; those that hold some of them follow")
    };
    Notice::new(NoticeKind::Relaxed, message, 0..query.len())
}

/// Puts the first `wanted` in order; the rest stays as it is.
fn order(scored: &mut [Scored], sort: Sort, wanted: usize, gathered: &Gathered<'_>) -> Result<(), Error> {
    if sort == Sort::Relevance {
        let by_score = |a: &Scored, b: &Scored| b.score.total_cmp(&a.score).then(a.address.cmp(&b.address));
        if wanted < scored.len() && wanted > 0 {
            scored.select_nth_unstable_by(wanted - 1, by_score);
        }
        let end = wanted.min(scored.len());
        scored[..end].sort_unstable_by(by_score);
        return Ok(());
    }
    let days = gathered.days()?;
    let day = |scored: &Scored| {
        days.get(scored.address.segment_ord as usize)
            .and_then(|column| column.first(scored.address.doc_id))
    };
    scored.sort_by_cached_key(|scored| {
        let key = match (sort, day(scored)) {
            (_, None) => (1, 0),
            (Sort::Oldest, Some(day)) => (0, day),
            (_, Some(day)) => (0, -day),
        };
        (key, scored.address)
    });
    Ok(())
}

/// What each word of a plan was searched as.
fn shown_expansions(clause: &Clause) -> Vec<ShownExpansion> {
    let mut shown = Vec::new();
    collect_expansions(clause, &mut std::collections::HashSet::new(), &mut shown);
    shown
}

fn collect_expansions<'c>(
    clause: &'c Clause,
    seen: &mut std::collections::HashSet<(&'c str, &'c str, Tier)>,
    shown: &mut Vec<ShownExpansion>,
) {
    match clause {
        Clause::Word(word) => {
            let slots = std::iter::once(&word.slot).chain(word.phrases.iter().flat_map(|phrase| &phrase.slots));
            for form in slots.flat_map(|slot| &slot.forms) {
                if seen.insert((&word.label, &form.entry.form, form.tier)) {
                    shown.push(ShownExpansion {
                        word: word.label.clone(),
                        form: form.entry.form.clone(),
                        tier: form.tier,
                        articles: form.entry.articles,
                    });
                }
            }
        }
        Clause::All(parts) | Clause::Any(parts) => {
            parts.iter().for_each(|part| collect_expansions(part, seen, shown));
        }
        _ => {}
    }
}
