//! Paging: which articles of an answer stand on the page, and in which order.
//!
//! Takes what was gathered for a query, gives the articles of the page. Those that hold every word come first;
//! where they do not fill the page, those that hold some of the words follow.

use std::cmp::Ordering;
use std::collections::HashSet;

use tantivy::DocAddress;

use super::archive::{ResultPage, Row, Search};
use super::evaluate::{Gathered, Ranked, gather};
use super::explain::explain;
use super::keys::key;
use super::ranking::{Gain, SECOND_LOOK, look_again};
use super::request::{Request, Sort};
use super::stories::Told;
use crate::index::Reader;

/// The page that a search asks for.
///
/// # Errors
/// Where the index cannot be read.
pub(super) fn page(reader: &Reader, search: &Search<'_>) -> tantivy::Result<ResultPage> {
    let request = search.request;
    let gathered = gather(reader, search.plan.clone(), search.deadline)?;
    let mut rows = Rows::new(&gathered, request, !search.has_words)?;
    let every = gathered.every();
    let held = every.len();
    let asks_more = request.relaxes() && gathered.needed_count() > 1;
    let addresses: HashSet<DocAddress> = if asks_more && held < rows.wanted {
        every.iter().map(|found| found.address).collect()
    } else {
        HashSet::new()
    };
    rows.add(every)?;
    let mut page = ResultPage {
        relaxed_from: rows.found.len().saturating_sub(request.offset),
        held: held as u64,
        total: held as u64,
        stories: rows.told.as_ref().map(Told::stories),
        ..ResultPage::default()
    };
    if asks_more && held < rows.wanted {
        let mut some = gathered.some()?;
        some.retain(|found| !addresses.contains(&found.address));
        let count = some.len() as u64;
        page.is_relaxed = count > 0;
        rows.add(some)?;
        if held == 0 && count > 0 {
            page.total = count;
            page.stories = rows.told.as_ref().map(Told::stories);
        }
    }
    page.rows = rows.of_page(search, page.relaxed_from)?;
    Ok(page)
}

/// The rows of an answer from the first on.
struct Rows<'g, 'r> {
    gathered: &'g Gathered<'r>,
    request: &'g Request,
    sort: Sort,
    /// How many rows are wanted, those before the page counted.
    wanted: usize,
    found: Vec<Ranked>,
    gains: Vec<(DocAddress, Gain)>,
    told: Option<Told>,
}

impl<'g, 'r> Rows<'g, 'r> {
    fn new(gathered: &'g Gathered<'r>, request: &'g Request, unscored: bool) -> tantivy::Result<Self> {
        let is_by_date = unscored && request.sort == Sort::Relevance;
        let told = request.stories.then(|| Told::new(gathered)).transpose()?;
        Ok(Self {
            gathered,
            request,
            sort: if is_by_date { Sort::Newest } else { request.sort },
            wanted: request.offset.saturating_add(request.limit.most()),
            found: Vec::new(),
            gains: Vec::new(),
            told,
        })
    }

    /// Adds articles behind those that are there.
    fn add(&mut self, mut more: Vec<Ranked>) -> tantivy::Result<()> {
        let missing = self.wanted.saturating_sub(self.found.len());
        self.gains.extend(self.ordered(&mut more, missing)?);
        let Some(told) = &mut self.told else {
            self.found.extend(more);
            return Ok(());
        };
        // without a copy each article is its story; with some, rows are taken in order until the page is full
        if !told.count(&more) {
            self.found.extend(told.tell(&more));
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
        self.found.extend(firsts);
        Ok(())
    }

    /// The rows that stand on the page.
    fn of_page(self, search: &Search<'_>, relaxed_from: usize) -> tantivy::Result<Vec<Row>> {
        let found: Vec<Ranked> = self
            .found
            .into_iter()
            .take(self.wanted)
            .skip(self.request.offset)
            .collect();
        let mut copies = self
            .told
            .map(|told| told.copies(&found))
            .unwrap_or_default()
            .into_iter();
        let is_explained = self.request.explain && search.has_words;
        let row = |(at, found): (usize, Ranked)| {
            let gain = self.gains.iter().find(|(address, _)| *address == found.address);
            let gain = gain.map(|&(_, gain)| gain).unwrap_or_default();
            Ok(Row {
                key: key(found.address),
                score: found.score,
                copies: copies.next(),
                explanation: is_explained
                    .then(|| explain(self.gathered, found, gain, at >= relaxed_from))
                    .transpose()?,
            })
        };
        found.into_iter().enumerate().map(row).collect()
    }

    /// Puts the first `wanted` in order, the best of them with a second look; the rest stays as it is.
    fn ordered(&self, scored: &mut [Ranked], wanted: usize) -> tantivy::Result<Vec<(DocAddress, Gain)>> {
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
    fn best(&self, scored: &mut [Ranked], count: usize) -> tantivy::Result<usize> {
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
fn untie(ordered: &mut [Ranked], wanted: usize, gathered: &Gathered<'_>) -> tantivy::Result<()> {
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

fn by_score(a: &Ranked, b: &Ranked) -> Ordering {
    b.score.total_cmp(&a.score)
}

/// Brings the best `wanted` to the front, and with them all that score as much as the last; gives how many.
fn foremost(scored: &mut [Ranked], wanted: usize) -> usize {
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

fn by_date(scored: &mut [Ranked], sort: Sort, gathered: &Gathered<'_>) -> tantivy::Result<()> {
    let days = gathered.days()?;
    let key = |scored: &Ranked| {
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

fn by_id(tied: &mut [Ranked], gathered: &Gathered<'_>) -> tantivy::Result<()> {
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
        let mut scored: Vec<Ranked> = (0u32..)
            .zip(scores)
            .map(|(doc_id, score)| Ranked {
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
