//! Search: a request becomes an answer.
//!
//! Takes what is asked, gives the page of hits. Articles that hold every word come first; where they do
//! not fill the page, those that hold some of them follow, marked as relaxed.

use std::time::Instant;

use super::evaluate::Scored;
use super::explain::explain;
use super::filters::Filters;
use super::matching::{Matching, matching};
use super::paging::{Page, page};
use super::{Answer, Error, Hit, show};
use crate::index::Reader;

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
    let mut hits = Vec::new();
    let mut answer = each_hit(reader, request, |hit| {
        hits.push(hit);
        true
    })?;
    answer.hits = hits;
    Ok(answer)
}

/// Runs a request and gives its hits one after the other, so that an export of a whole index needs no more memory
/// than a page; `take` says whether it wants another. The answer comes without hits.
///
/// # Errors
/// As for [`search`].
pub fn each_hit(reader: &Reader, request: &Request, mut take: impl FnMut(Hit) -> bool) -> Result<Answer, Error> {
    let started = Instant::now();
    if request.filters.is_empty() && request.query.trim().is_empty() {
        return Err(Error::Nothing);
    }
    let matching = matching(reader, request)?;
    let mut notices = matching.notices.clone();
    let page = page(&matching.gathered, request, matching.marker.is_empty(), &mut notices)?;
    let mut show = show::Show::new(reader, &matching.marker);
    for (at, &scored) in page.scored.iter().enumerate() {
        let mut hit = show.hit(scored, at >= page.relaxed_from)?;
        hit.same_story = page.copies.get(at).copied();
        hit.explanation = explanation(&matching, &page, scored, hit.relaxed, request)?;
        if !take(hit) {
            break;
        }
    }
    Ok(Answer {
        id: None,
        query: request.query.clone(),
        total: page.total,
        last_run: matching.gathered.last_run()?,
        stories: page.stories,
        took_ms: started.elapsed().as_secs_f64() * 1000.0,
        notices,
        expansions: matching.expansions,
        hits: Vec::new(),
    })
}

/// The parts of the score of a hit, where they are asked for and it has a score.
fn explanation(
    matching: &Matching<'_>,
    page: &Page,
    scored: Scored,
    relaxed: bool,
    request: &Request,
) -> Result<Option<super::Explanation>, Error> {
    if !request.explain || matching.marker.is_empty() {
        return Ok(None);
    }
    let gain = page.gains.iter().find(|(address, _)| *address == scored.address);
    let gain = gain.map(|&(_, gain)| gain).unwrap_or_default();
    Ok(Some(explain(&matching.gathered, scored, gain, relaxed)?))
}
