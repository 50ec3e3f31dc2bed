//! Search: a request becomes an answer.
//!
//! Takes what is asked, gives the page of hits. Articles that hold every word come first; where they do
//! not fill the page, those that hold some of them follow, marked as relaxed.

use std::time::Instant;

use tantivy::DocAddress;

use super::evaluate::{Gathered, Scored, gather};
use super::filters::{Filters, filter_clauses};
use super::mark::Marker;
use super::{Answer, Error, ShownExpansion, show};
use crate::index::Reader;
use crate::query::lower::Context;
use crate::query::{Clause, Notice, NoticeKind, lower, parse};

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
}

/// Runs a request.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given, [`Error::UnknownFilter`] and
/// [`Error::Date`] for values that mean nothing, [`Error::Engine`] where the index cannot be read.
pub fn search(reader: &Reader, request: &Request) -> Result<Answer, Error> {
    let started = Instant::now();
    if request.filters.is_empty() && request.query.trim().is_empty() {
        return Err(Error::Nothing);
    }
    let Matching {
        gathered,
        marker,
        expansions,
        mut notices,
    } = matching(reader, request)?;
    let page = page(&gathered, request, marker.is_empty(), &mut notices)?;
    let mut hits = show::hits(reader, &page.scored, page.relaxed_from, &marker)?;
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
        took_ms,
        notices,
        expansions,
        hits,
    })
}

/// What a request finds before any page is cut out of it.
#[derive(Debug)]
pub struct Matching<'r> {
    /// The gathered plan.
    pub gathered: Gathered<'r>,
    /// Finds the words of the query in a text.
    pub marker: Marker,
    /// What was searched for each word.
    pub expansions: Vec<ShownExpansion>,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
}

impl Matching<'_> {
    /// Where the articles stand that hold every word, segment by segment.
    #[must_use]
    pub fn addresses(&self) -> Vec<DocAddress> {
        let every = self.gathered.every();
        every.into_iter().map(|scored| scored.address).collect()
    }
}

/// The articles that match a request; all of the index where neither words nor filters are given. Limit,
/// offset, sort and relaxing are not looked at.
///
/// # Errors
/// As for [`search`], but [`Error::Nothing`] never.
pub fn matching<'r>(reader: &'r Reader, request: &Request) -> Result<Matching<'r>, Error> {
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
    let is_blank = request.query.trim().is_empty();
    let words = plan.clause.unwrap_or_else(|| {
        if is_blank || !filters.is_empty() {
            Clause::All(Vec::new())
        } else {
            Clause::Nothing
        }
    });
    let words = without(words, &request.not_as);
    let marker = Marker::new(&words);
    let expansions = shown_expansions(&words);
    let gathered = gather(reader, &joined(words, filters))?;
    Ok(Matching {
        gathered,
        marker,
        expansions,
        notices,
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
