//! Facets: how the articles that match a query divide by category, entity, source and time.
//!
//! Takes a request, gives counts over all articles that hold every word; none of them is read. Articles
//! with some of the words only are not counted.

use serde::{Serialize, Serializer};

use super::order::alphabetical;
use super::period::{Period, Times};
use crate::article::Category;
use crate::entities::EntityKind;
use crate::query::Notice;
use crate::retrieval::archive::Values;
use crate::retrieval::{Archive, ArticleKey, Asked, Column, Deadline, Error, Limit, Request};

/// By what articles are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetKind {
    /// By category.
    Category,
    /// By who or what is mentioned.
    Entity(EntityKind),
    /// By who published them.
    Source,
    /// By month or year.
    Time(Period),
}

impl FacetKind {
    /// All kinds, in the order in which answers list them.
    pub const ALL: [Self; 8] = [
        Self::Category,
        Self::Entity(EntityKind::Person),
        Self::Entity(EntityKind::Country),
        Self::Entity(EntityKind::Place),
        Self::Entity(EntityKind::Organisation),
        Self::Source,
        Self::Time(Period::Month),
        Self::Time(Period::Year),
    ];

    /// The kind as options and JSON write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Entity(kind) => kind.as_str(),
            Self::Source => "source",
            Self::Time(period) => period.as_str(),
        }
    }
}

/// A value with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The slug, id, source or period.
    pub id: String,
    /// Its name in Gujarati, where it has one; else the id.
    pub name: String,
    /// How many of the articles have it.
    pub articles: u64,
}

/// The counts of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// By what is counted; the key in JSON.
    #[serde(skip)]
    pub by: FacetKind,
    /// How many different values the articles have.
    pub distinct: usize,
    /// How many articles have none.
    pub without: u64,
    /// The commonest values, ties in alphabetical order; of periods the newest.
    pub values: Vec<FacetValue>,
}

/// What is counted: articles, each copy of a story by itself.
pub const ARTICLES: &str = "articles";

/// All counts for a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// The query as typed.
    pub query: String,
    /// How many articles hold every word.
    pub total: u64,
    /// What is counted, [`ARTICLES`].
    pub counts: &'static str,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
    /// The counts, a key of JSON for each kind.
    #[serde(serialize_with = "by_kind")]
    pub facets: Vec<Facet>,
}

fn by_kind<S: Serializer>(facets: &[Facet], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(facets.iter().map(|facet| (facet.by.as_str(), facet)))
}

/// Counts the articles that match a request, over the whole index where nothing is asked; at most `limit`
/// values of each kind are told.
///
/// # Errors
/// As for [`Asked::new`].
pub fn facets(archive: &dyn Archive, request: &Request, kinds: &[FacetKind], limit: Limit) -> Result<Facets, Error> {
    let mut asked = Asked::new(archive, request, Deadline::never())?;
    let keys = asked.every()?;
    let facets = kinds
        .iter()
        .map(|&by| facet(archive, by, &keys, limit))
        .collect::<Result<_, _>>()?;
    Ok(Facets {
        query: request.query.clone(),
        total: keys.len() as u64,
        counts: ARTICLES,
        notices: asked.notices(),
        facets,
    })
}

/// The counts of one kind over some articles.
pub(super) fn facet(archive: &dyn Archive, by: FacetKind, keys: &[ArticleKey], limit: Limit) -> Result<Facet, Error> {
    let limit = limit.most();
    let column = match by {
        FacetKind::Time(period) => return periods(archive, period, keys, limit),
        FacetKind::Category => Column::Category,
        FacetKind::Source => Column::Source,
        FacetKind::Entity(kind) => Column::Entity(kind),
    };
    let Values { counts, without } = archive.values(column, keys)?;
    Ok(Facet {
        by,
        distinct: counts.len(),
        without,
        values: commonest(counts, limit, |id| shown_name(archive, by, id)),
    })
}

/// The counts of periods, the newest first.
fn periods(archive: &dyn Archive, period: Period, keys: &[ArticleKey], limit: usize) -> Result<Facet, Error> {
    let Times { counts, undated } = Times::of(archive, period, keys)?;
    let value = |(&number, &articles): (&i64, &u64)| FacetValue {
        id: period.name(number),
        name: period.name(number),
        articles,
    };
    Ok(Facet {
        by: FacetKind::Time(period),
        distinct: counts.len(),
        without: undated,
        values: counts.iter().rev().take(limit).map(value).collect(),
    })
}

/// The commonest values, named. Only those that can be among them are, for a name costs more than a count.
fn commonest(mut counts: Vec<(String, u64)>, limit: usize, name: impl Fn(&str) -> String) -> Vec<FacetValue> {
    if limit == 0 {
        return Vec::new();
    }
    if limit < counts.len() {
        let (_, &mut (_, least), _) = counts.select_nth_unstable_by(limit - 1, |a, b| b.1.cmp(&a.1));
        counts.retain(|&(_, count)| count >= least);
    }
    let mut named: Vec<FacetValue> = counts
        .into_iter()
        .map(|(id, articles)| FacetValue {
            name: name(&id),
            id,
            articles,
        })
        .collect();
    named.sort_by(|a, b| {
        let by_name = || alphabetical(&a.name, &b.name).then_with(|| a.id.cmp(&b.id));
        b.articles.cmp(&a.articles).then_with(by_name)
    });
    named.truncate(limit);
    named
}

fn shown_name(archive: &dyn Archive, by: FacetKind, id: &str) -> String {
    match by {
        FacetKind::Entity(kind) => archive.gazetteer().shown_name(kind, id),
        FacetKind::Category => Category::gujarati_name(id).unwrap_or(id).to_owned(),
        FacetKind::Source | FacetKind::Time(_) => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_stand_in_alphabetical_order_also_where_the_limit_cuts_them() {
        let counts = || {
            [("સુરત", 2), ("કચ્છ", 1), ("અમરેલી", 1), ("કંડલા", 1), ("ઊના", 1)]
                .map(|(id, count)| (id.to_owned(), count))
                .to_vec()
        };
        let ids = |limit| -> Vec<String> {
            commonest(counts(), limit, str::to_owned)
                .into_iter()
                .map(|value| value.id)
                .collect()
        };
        assert_eq!(ids(3), ["સુરત", "અમરેલી", "ઊના"]);
        assert_eq!(ids(usize::MAX), ["સુરત", "અમરેલી", "ઊના", "કંડલા", "કચ્છ"]);
        assert!(ids(0).is_empty());
    }
}
