//! Paging: which articles of an answer stand on the page, and in which order.
//!
//! Takes what was gathered for a query, gives the articles of the page. Those that hold every word come first;
//! where they do not fill the page, those that hold some of the words follow.

use std::cmp::Ordering;
use std::collections::HashSet;

use tantivy::DocAddress;

use super::Error;
use super::evaluate::{Gathered, Scored};
use super::ranking::{Gain, SECOND_LOOK, look_again};
use super::search::{Fallback, Limit, Request, Sort};
use super::stories::Told;
use crate::query::{Notice, NoticeKind};

/// One page of articles.
pub(super) struct Page {
    pub(super) scored: Vec<Scored>,
    /// From which place of the page on hits are relaxed.
    pub(super) relaxed_from: usize,
    /// How many articles hold every word; those that hold some where none does.
    pub(super) total: u64,
    /// How many stories these tell, where stories are told once.
    pub(super) stories: Option<u64>,
    /// For each article of the page how many others that match tell its story, where stories are told once.
    pub(super) copies: Vec<u64>,
    /// What the second look added to the best.
    pub(super) gains: Vec<(DocAddress, Gain)>,
}

/// The page that a request asks for; `unscored` where it has no words.
///
/// # Errors
/// Where the index cannot be read.
pub(super) fn page(
    gathered: &Gathered<'_>,
    request: &Request,
    unscored: bool,
    notices: &mut Vec<Notice>,
) -> Result<Page, Error> {
    let mut rows = Rows::new(gathered, request, unscored)?;
    let every = gathered.every();
    let (mut total, held) = (every.len() as u64, every.len());
    let asks_more = request.fallback == Fallback::Auto && gathered.needed_count() > 1;
    let addresses: HashSet<DocAddress> = if asks_more && held < rows.wanted {
        every.iter().map(|scored| scored.address).collect()
    } else {
        HashSet::new()
    };
    rows.add(every)?;
    let full = rows.scored.len();
    let mut stories = rows.told.as_ref().map(Told::stories);
    if asks_more && held < rows.wanted {
        let mut some = gathered.some()?;
        some.retain(|scored| !addresses.contains(&scored.address));
        if !some.is_empty() {
            notices.push(relaxed_notice(held, &request.query));
            let count = some.len() as u64;
            rows.add(some)?;
            if held == 0 {
                total = count;
                stories = rows.told.as_ref().map(Told::stories);
            }
        }
    }
    let scored: Vec<Scored> = rows.scored.into_iter().take(rows.wanted).skip(request.offset).collect();
    Ok(Page {
        copies: rows.told.map(|told| told.copies(&scored)).unwrap_or_default(),
        relaxed_from: full.saturating_sub(request.offset),
        gains: rows.gains,
        scored,
        total,
        stories,
    })
}

/// The rows of an answer from the first on.
struct Rows<'g, 'r> {
    gathered: &'g Gathered<'r>,
    request: &'g Request,
    sort: Sort,
    /// How many rows are wanted, those before the page counted.
    wanted: usize,
    scored: Vec<Scored>,
    gains: Vec<(DocAddress, Gain)>,
    told: Option<Told>,
}

impl<'g, 'r> Rows<'g, 'r> {
    fn new(gathered: &'g Gathered<'r>, request: &'g Request, unscored: bool) -> Result<Self, Error> {
        let is_by_date = unscored && request.sort == Sort::Relevance;
        let told = request.stories.then(|| Told::new(gathered)).transpose()?;
        Ok(Self {
            gathered,
            request,
            sort: if is_by_date { Sort::Newest } else { request.sort },
            wanted: match request.limit {
                Limit::Count(count) => request.offset.saturating_add(count),
                Limit::All => usize::MAX,
            },
            scored: Vec::new(),
            gains: Vec::new(),
            told,
        })
    }

    /// Adds articles behind those that are there.
    fn add(&mut self, mut more: Vec<Scored>) -> Result<(), Error> {
        let missing = self.wanted.saturating_sub(self.scored.len());
        self.gains.extend(self.ordered(&mut more, missing)?);
        let Some(told) = &mut self.told else {
            self.scored.extend(more);
            return Ok(());
        };
        // without a copy each article is its story; with some, rows are taken in order until the page is full
        if !told.count(&more) {
            self.scored.extend(told.tell(&more));
            return Ok(());
        }
        let mut end = if self.sort == Sort::Relevance {
            missing.max(SECOND_LOOK).min(more.len())
        } else {
            more.len()
        };
        let mut firsts = told.tell(more.get(..end).unwrap_or_default());
        while firsts.len() < missing && end < more.len() {
            let rest = more.get_mut(end..).unwrap_or_default();
            let next = foremost(rest, end);
            let chunk = rest.get_mut(..next).unwrap_or_default();
            chunk.sort_unstable_by(by_score);
            untie(chunk, usize::MAX, self.gathered)?;
            firsts.extend(told.tell(chunk));
            end += next;
        }
        self.scored.extend(firsts);
        Ok(())
    }

    /// Puts the first `wanted` in order, the best of them with a second look; the rest stays as it is.
    fn ordered(&self, scored: &mut [Scored], wanted: usize) -> Result<Vec<(DocAddress, Gain)>, Error> {
        if self.sort != Sort::Relevance {
            by_date(scored, self.sort, self.gathered)?;
            return Ok(Vec::new());
        }
        let end = self.best(scored, SECOND_LOOK)?;
        let best = scored.get_mut(..end).unwrap_or_default();
        let gains = look_again(self.gathered, best, !self.request.no_recency)?;
        best.sort_unstable_by(by_score);
        // where copies are passed over, rows behind the page come onto it
        let untied = if self.told.is_some() { SECOND_LOOK } else { wanted };
        untie(best, untied, self.gathered)?;
        if wanted > end {
            let rest = scored.get_mut(end..).unwrap_or_default();
            let end = foremost(rest, wanted - end);
            let foremost = rest.get_mut(..end).unwrap_or_default();
            foremost.sort_unstable_by(by_score);
            untie(foremost, wanted, self.gathered)?;
        }
        Ok(gains)
    }

    /// Brings the best `count` to the front, in no order; of those that score like the last the first by their ids.
    fn best(&self, scored: &mut [Scored], count: usize) -> Result<usize, Error> {
        let end = foremost(scored, count);
        if end > count {
            let front = scored.get_mut(..end).unwrap_or_default();
            front.sort_unstable_by(by_score);
            let last = front.get(count).map(|scored| scored.score);
            let first_tied = front.partition_point(|scored| last.is_some_and(|last| scored.score > last));
            by_id(front.get_mut(first_tied..).unwrap_or_default(), self.gathered)?;
        }
        Ok(count.min(scored.len()))
    }
}

/// Which segment an article stands in is chance: articles alike in all else stand in the order of their ids, as
/// far as rows are `wanted`.
fn untie(ordered: &mut [Scored], wanted: usize, gathered: &Gathered<'_>) -> Result<(), Error> {
    let mut at = 0;
    for tied in ordered.chunk_by_mut(|a, b| a.score.total_cmp(&b.score).is_eq()) {
        if at >= wanted {
            break;
        }
        at += tied.len();
        by_id(tied, gathered)?;
    }
    Ok(())
}

fn by_score(a: &Scored, b: &Scored) -> Ordering {
    b.score.total_cmp(&a.score)
}

fn relaxed_notice(full: usize, query: &str) -> Notice {
    let message = match full {
        0 => "no article holds every word; those that hold some of them are shown".to_owned(),
        1 => "1 article holds every word; those that hold some of them follow".to_owned(),
        _ => format!("{full} articles hold every word; those that hold some of them follow"),
    };
    Notice::new(NoticeKind::Relaxed, message, 0..query.len())
}

/// Brings the best `wanted` to the front, and with them all that score as much as the last; gives how many.
fn foremost(scored: &mut [Scored], wanted: usize) -> usize {
    if wanted >= scored.len() || wanted == 0 {
        return wanted.min(scored.len());
    }
    let (_, last, _) = scored.select_nth_unstable_by(wanted - 1, |a, b| b.score.total_cmp(&a.score));
    let last = last.score;
    let mut end = wanted;
    for at in wanted..scored.len() {
        if scored.get(at).is_some_and(|other| other.score.total_cmp(&last).is_eq()) {
            scored.swap(end, at);
            end += 1;
        }
    }
    end
}

fn by_date(scored: &mut [Scored], sort: Sort, gathered: &Gathered<'_>) -> Result<(), Error> {
    let days = gathered.days()?;
    let key = |scored: &Scored| {
        let column = days.get(scored.address.segment_ord as usize);
        match (sort, column.and_then(|column| column.first(scored.address.doc_id))) {
            (_, None) => (1, 0),
            (Sort::Oldest, Some(day)) => (0, day),
            (_, Some(day)) => (0, -day),
        }
    };
    scored.sort_by_cached_key(key);
    for tied in scored.chunk_by_mut(|a, b| key(a) == key(b)) {
        by_id(tied, gathered)?;
    }
    Ok(())
}

fn by_id(tied: &mut [Scored], gathered: &Gathered<'_>) -> Result<(), Error> {
    if tied.len() > 1 {
        let ids = gathered.ids()?;
        tied.sort_by_cached_key(|scored| ids.of(scored.address));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_score_like_the_last_come_to_the_front_with_it() {
        let scores = [1.0, 5.0, 2.0, 3.0, 2.0, 2.0, 0.5];
        let mut scored: Vec<Scored> = (0u32..)
            .zip(scores)
            .map(|(doc_id, score)| Scored {
                address: DocAddress { segment_ord: 0, doc_id },
                score,
            })
            .collect();
        assert_eq!(foremost(&mut scored, 3), 5);
        assert!(scored[..5].iter().all(|scored| scored.score >= 2.0));
        assert_eq!(foremost(&mut scored, 0), 0);
        assert_eq!(foremost(&mut scored, 9), 7);
    }
}
