//! Search: a request becomes an answer.
//!
//! Takes what is asked, gives the page of hits. Articles that hold every word come first; where they do
//! not fill the page, those that hold some of them follow, marked as relaxed.

use std::time::Instant;

use super::correct::{relaxed_notice, suggest};
use super::deadline::Deadline;
use super::evaluate::Scored;
use super::explain::explain;
use super::filters::Filters;
use super::matching::{Asked, Matching};
use super::paging::{Page, page};
use super::{Answer, Error, Hit, show};
use crate::index::Reader;
use crate::query::correct::Corrected;
use crate::query::{Notice, NoticeKind, Syntax, parse};

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
    /// How the query is read.
    pub syntax: Syntax,
    /// Each hit comes with the parts of its score.
    pub explain: bool,
    /// Only articles that came into the index after this run of indexing.
    pub added_after: Option<u64>,
    /// Each story once, by its best article.
    pub stories: bool,
}

/// Runs a request.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given, [`Error::UnknownFilter`] and
/// [`Error::Date`] for values that mean nothing, [`Error::Engine`] where the index cannot be read.
pub fn search(reader: &Reader, request: &Request) -> Result<Answer, Error> {
    search_until(reader, request, Deadline::never())
}

/// Runs a request; at the deadline the answer is what was found so far, with a notice. Showing what was
/// found is not cut short.
///
/// # Errors
/// Those of [`search`].
pub fn search_until(reader: &Reader, request: &Request, deadline: &Deadline<'_>) -> Result<Answer, Error> {
    let mut hits = Vec::new();
    let mut answer = each_hit(reader, request, deadline, &mut hits)?;
    answer.hits = hits;
    Ok(answer)
}

/// What takes the hits of an answer one after the other.
pub trait HitSink {
    /// Sees the answer before its first hit, complete but for hits and time; says whether hits are wanted.
    fn begin(&mut self, _answer: &Answer) -> bool {
        true
    }

    /// Takes a hit; says whether another is wanted.
    fn hit(&mut self, hit: Hit) -> bool;
}

impl HitSink for Vec<Hit> {
    fn hit(&mut self, hit: Hit) -> bool {
        self.push(hit);
        true
    }
}

/// Runs a request and gives its hits one after the other, so that an export of a whole index needs no more memory
/// than a page. The answer comes without hits.
///
/// # Errors
/// Those of [`search`].
pub fn each_hit(
    reader: &Reader,
    request: &Request,
    deadline: &Deadline<'_>,
    sink: &mut impl HitSink,
) -> Result<Answer, Error> {
    let started = Instant::now();
    if request.filters.is_empty() && request.query.trim().is_empty() {
        return Err(Error::Nothing);
    }
    let (found, mut answer) = find(reader, request, deadline)?;
    if !sink.begin(&answer) {
        return Ok(answer);
    }
    let mut show = show::Show::new(reader, &found.matching.marker);
    for (at, &scored) in found.page.scored.iter().enumerate() {
        let is_relaxed = found.is_corrected || at >= found.page.relaxed_from;
        let mut hit = show.hit(scored, is_relaxed)?;
        hit.same_story = found.page.copies.get(at).copied();
        hit.explanation = explanation(&found, scored, at >= found.page.relaxed_from, request)?;
        if !sink.hit(hit) {
            break;
        }
    }
    answer.took_ms = started.elapsed().as_secs_f64() * 1000.0;
    Ok(answer)
}

/// What was found for a request, not yet shown.
struct Found<'r> {
    matching: Matching<'r>,
    page: Page,
    /// By corrected words, for none was found by those typed.
    is_corrected: bool,
}

/// Finds the page of a request, by corrected words where nothing is found by those typed.
fn find<'r>(reader: &'r Reader, request: &Request, deadline: &'r Deadline<'r>) -> Result<(Found<'r>, Answer), Error> {
    let parsed = parse(&request.query, request.syntax);
    let asked = Asked {
        reader,
        request,
        deadline,
        tree: parsed.tree.as_ref(),
    };
    let mut found = paged(&asked, &Corrected::new())?;
    let mut notices = parsed.notices;
    notices.append(&mut found.matching.notices);
    let words = &found.matching.words;
    if let Some(suggested) = suggest(request, words, found.page.total, &reader.vocabulary, deadline.whole()) {
        notices.push(suggested.notice);
        let is_relaxed = found.page.total == 0 && request.fallback == Fallback::Auto && !suggested.corrected.is_empty();
        if is_relaxed && !deadline.cuts() {
            let corrected = paged(&asked, &suggested.corrected)?;
            if corrected.page.total > 0 {
                notices.push(relaxed_notice(&request.query, &suggested.corrected));
                found = Found {
                    is_corrected: true,
                    ..corrected
                };
            }
        }
    }
    if deadline.has_cut() {
        let message = "the time ran out: not all words were looked for everywhere; give more time or fewer words";
        let place = 0..request.query.len();
        notices.push(Notice::new(NoticeKind::Timeout, message.to_owned(), place));
    }
    let answer = Answer {
        id: None,
        query: request.query.clone(),
        total: found.page.total,
        last_run: found.matching.gathered.last_run()?,
        stories: found.page.stories,
        took_ms: 0.0,
        notices,
        expansions: std::mem::take(&mut found.matching.expansions),
        hits: Vec::new(),
    };
    Ok((found, answer))
}

/// What matches, with its page; notices of both.
fn paged<'r>(asked: &Asked<'_, 'r>, corrected: &Corrected) -> Result<Found<'r>, Error> {
    let mut matching = asked.matching(corrected)?;
    let unscored = matching.marker.is_empty();
    let page = page(&matching.gathered, asked.request, unscored, &mut matching.notices)?;
    Ok(Found {
        matching,
        page,
        is_corrected: false,
    })
}

/// The parts of the score of a hit, where they are asked for and it has a score.
fn explanation(
    found: &Found<'_>,
    scored: Scored,
    relaxed: bool,
    request: &Request,
) -> Result<Option<super::Explanation>, Error> {
    if !request.explain || found.matching.marker.is_empty() {
        return Ok(None);
    }
    let gain = found.page.gains.iter().find(|(address, _)| *address == scored.address);
    let gain = gain.map(|&(_, gain)| gain).unwrap_or_default();
    Ok(Some(explain(&found.matching.gathered, scored, gain, relaxed)?))
}
