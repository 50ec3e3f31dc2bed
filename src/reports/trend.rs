//! Trends: how many articles match, day by day, month by month or year by year.
//!
//! Takes one query or several, gives counts for periods that follow each other without a gap, each with
//! its share of all articles of the period. The share is of the articles that pass `--from` and `--to`:
//! where a range begins in the middle of a month, the month counts from there for both.

use std::ops::RangeInclusive;

use serde::Serialize;

use super::facets::ARTICLES;
use super::period::{Period, Times};
use crate::query::Notice;
use crate::retrieval::{Archive, ArticleKey, Asked, Deadline, Error, Filters, Request};

/// A period with its counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodCount {
    /// `2024-06-19`, `2024-06` or `2024`.
    pub period: String,
    /// How many articles match.
    pub articles: u64,
    /// How many articles of the index there are in it.
    pub total: u64,
    /// How many of a thousand articles match, to a hundredth; 0 where there are no articles at all.
    pub per_thousand: f64,
}

/// A query over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trend {
    /// The query as typed.
    pub query: String,
    /// How time is divided.
    pub by: Period,
    /// What is counted, [`ARTICLES`].
    pub counts: &'static str,
    /// How many articles hold every word.
    pub total: u64,
    /// How many of them have no date, and are in no period.
    pub undated: u64,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
    /// From the first article that matches to the last, or from and to the ends that the filters set.
    pub periods: Vec<PeriodCount>,
}

/// Several queries over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// How time is divided.
    pub by: Period,
    /// What is counted, [`ARTICLES`].
    pub counts: &'static str,
    /// The queries, in the order in which they were given.
    pub queries: Vec<Compared>,
    /// In how many articles two of them stand, and all of them.
    pub together: Vec<Together>,
    /// The counts.
    pub periods: Vec<ComparedPeriod>,
}

/// One query of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    /// The query as typed.
    pub query: String,
    /// How many articles hold every word.
    pub total: u64,
    /// How many of them have no date, and are in no period.
    pub undated: u64,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
}

/// Queries that match the same articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Together {
    /// The queries as typed.
    pub queries: Vec<String>,
    /// How many articles all of them match.
    pub articles: u64,
}

/// A period with the counts of each query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedPeriod {
    /// `2024-06-19`, `2024-06` or `2024`.
    pub period: String,
    /// How many articles of the index there are in it.
    pub total: u64,
    /// For each query how many articles match.
    pub articles: Vec<u64>,
    /// For each query how many of a thousand, as in [`PeriodCount`].
    pub per_thousand: Vec<f64>,
}

/// Counts the articles that match a request, period by period.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given; else as for [`Asked::new`].
pub fn trend(archive: &dyn Archive, request: &Request, by: Period) -> Result<Trend, Error> {
    let counted = Counted::of(archive, request, by)?;
    let whole = whole(archive, request, by)?;
    let periods = numbers(std::slice::from_ref(&counted), &whole, &request.filters).map(|number| {
        let (articles, total) = (counted.times.at(number), whole.at(number));
        PeriodCount {
            period: by.name(number),
            articles,
            total,
            per_thousand: per_thousand(articles, total),
        }
    });
    Ok(Trend {
        query: request.query.clone(),
        by,
        counts: ARTICLES,
        total: counted.keys.len() as u64,
        undated: counted.times.undated,
        periods: periods.collect(),
        notices: counted.notices,
    })
}

/// Counts the articles that match each of some requests with the same filters, period by period.
///
/// # Errors
/// [`Error::Nothing`] where neither words nor filters are given; else as for [`Asked::new`].
pub fn compare(archive: &dyn Archive, requests: &[Request], by: Period) -> Result<Comparison, Error> {
    let counted = requests
        .iter()
        .map(|request| Counted::of(archive, request, by))
        .collect::<Result<Vec<_>, _>>()?;
    let Some(first) = requests.first() else {
        return Err(Error::Nothing);
    };
    let whole = whole(archive, first, by)?;
    let periods = numbers(&counted, &whole, &first.filters).map(|number| {
        let total = whole.at(number);
        let articles: Vec<u64> = counted.iter().map(|one| one.times.at(number)).collect();
        ComparedPeriod {
            period: by.name(number),
            total,
            per_thousand: articles.iter().map(|&count| per_thousand(count, total)).collect(),
            articles,
        }
    });
    Ok(Comparison {
        by,
        counts: ARTICLES,
        periods: periods.collect(),
        together: together(requests, &counted),
        queries: requests
            .iter()
            .zip(counted)
            .map(|(request, counted)| Compared {
                query: request.query.clone(),
                total: counted.keys.len() as u64,
                undated: counted.times.undated,
                notices: counted.notices,
            })
            .collect(),
    })
}

/// What one request matches.
struct Counted {
    keys: Vec<ArticleKey>,
    times: Times,
    notices: Vec<Notice>,
}

impl Counted {
    fn of(archive: &dyn Archive, request: &Request, by: Period) -> Result<Self, Error> {
        if request.is_blank() {
            return Err(Error::Nothing);
        }
        let mut asked = Asked::new(archive, request, Deadline::never())?;
        let keys = asked.every()?;
        Ok(Self {
            times: Times::of(archive, by, &keys)?,
            keys,
            notices: asked.notices(),
        })
    }
}

/// All articles of the range of time that the filters set.
fn whole(archive: &dyn Archive, request: &Request, by: Period) -> Result<Times, Error> {
    let everything = Request {
        query: String::new(),
        filters: Filters {
            from: request.filters.from.clone(),
            to: request.filters.to.clone(),
            ..Filters::default()
        },
        ..request.clone()
    };
    let keys = Asked::new(archive, &everything, Deadline::never())?.every()?;
    Times::of(archive, by, &keys)
}

/// The periods to tell of. An end that a filter sets is told of as far as the index reaches.
fn numbers(counted: &[Counted], whole: &Times, filters: &Filters) -> RangeInclusive<i64> {
    let mut matched = counted.iter().flat_map(|one| one.times.counts.keys().copied());
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    matched.by_ref().for_each(|number| {
        first = first.min(number);
        last = last.max(number);
    });
    if filters.from.is_some() {
        first = whole.counts.keys().next().copied().unwrap_or(first);
    }
    if filters.to.is_some() {
        last = whole.counts.keys().next_back().copied().unwrap_or(last);
    }
    first..=last
}

fn per_thousand(articles: u64, total: u64) -> f64 {
    if total == 0 {
        return 0.0;
    }
    (articles as f64 * 100_000.0 / total as f64).round() / 100.0
}

/// The pairs, and all where there are more than two.
fn together(requests: &[Request], counted: &[Counted]) -> Vec<Together> {
    let count = requests.len();
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| vec![one, other]));
    let all = (count > 2).then(|| (0..count).collect());
    pairs
        .chain(all)
        .map(|places| {
            let lists = places.iter().filter_map(|&at| counted.get(at));
            Together {
                queries: places
                    .iter()
                    .filter_map(|&at| Some(requests.get(at)?.query.clone()))
                    .collect(),
                articles: in_all(lists.map(|one| one.keys.as_slice())),
            }
        })
        .collect()
}

/// How many articles stand in every list; each list is in order.
fn in_all<'a>(mut lists: impl Iterator<Item = &'a [ArticleKey]>) -> u64 {
    let first = lists.next().unwrap_or_default().to_vec();
    let common = lists.fold(first, |mut common, list| {
        common.retain(|key| list.binary_search(key).is_ok());
        common
    });
    common.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_a_thousand_and_of_nothing_they_are_none() {
        assert_eq!(per_thousand(1, 3), 333.33);
        assert_eq!(per_thousand(3, 3), 1000.0);
        assert_eq!(per_thousand(0, 0), 0.0);
    }

    #[test]
    fn articles_of_every_list_are_counted() {
        let list = |docs: &[u32]| -> Vec<ArticleKey> { docs.iter().map(|&doc| ArticleKey(u64::from(doc))).collect() };
        let lists = [list(&[1, 3, 5, 7]), list(&[3, 4, 5]), list(&[0, 5])];
        assert_eq!(in_all(lists[..2].iter().map(Vec::as_slice)), 2);
        assert_eq!(in_all(lists.iter().map(Vec::as_slice)), 1);
    }
}
