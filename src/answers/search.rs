//! Search: a request becomes an answer.
//!
//! Takes what is asked, gives the page of hits. Articles that hold every word come first; where they do
//! not fill the page, those that hold some of them follow, marked as relaxed.

use std::time::Instant;

use super::show::Show;
use super::{Answer, Hit};
use crate::retrieval::{Archive, Asked, Deadline, Error, Request};

/// Runs a request.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given, [`Error::UnknownFilter`] and
/// [`Error::Date`] for values that mean nothing, [`Error::Engine`] where the index cannot be read.
pub fn search(archive: &dyn Archive, request: &Request) -> Result<Answer, Error> {
    search_until(archive, request, Deadline::never())
}

/// Runs a request; at the deadline the answer is what was found so far, with a notice. Showing what was
/// found is not cut short.
///
/// # Errors
/// Those of [`search`].
pub fn search_until(archive: &dyn Archive, request: &Request, deadline: &Deadline<'_>) -> Result<Answer, Error> {
    let mut hits = Vec::new();
    let mut answer = each_hit(archive, request, deadline, &mut hits)?;
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
    archive: &dyn Archive,
    request: &Request,
    deadline: &Deadline<'_>,
    sink: &mut impl HitSink,
) -> Result<Answer, Error> {
    let started = Instant::now();
    if request.is_blank() {
        return Err(Error::Nothing);
    }
    let mut asked = Asked::new(archive, request, deadline)?;
    let page = asked.page()?;
    let mut answer = Answer {
        query: request.query.clone(),
        total: page.total,
        stories: page.stories,
        took_ms: 0.0,
        notices: asked.notices(),
        expansions: asked.expansions().to_vec(),
        unsearched: asked.unsearched().to_vec(),
        hits: Vec::new(),
    };
    if !sink.begin(&answer) {
        return Ok(answer);
    }
    let mut show = Show::new(archive, asked.marker());
    for (at, row) in page.rows.into_iter().enumerate() {
        let is_relaxed = asked.is_guessed() || at >= page.relaxed_from;
        if !sink.hit(show.hit(row, is_relaxed)?) {
            break;
        }
    }
    answer.took_ms = started.elapsed().as_secs_f64() * 1000.0;
    Ok(answer)
}
