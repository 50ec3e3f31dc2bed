//! The profile of an entity: under which spellings, when, beside whom and in which stories it stands.
//!
//! Takes an entity of the index, gives counts over all stories that mention it. Spellings are those of the
//! newest stories only, for they have to be read again.

use std::collections::BTreeMap;

use serde::Serialize;

use super::entities::Counted;
use super::facets::{FacetKind, FacetValue, facet};
use super::order::alphabetical;
use super::period::Period;
use crate::entities::{EntityKind, Recogniser};
use crate::retrieval::{Archive, Asked, Deadline, Error, Fallback, Filters, Limit, Request, Sort, StoredArticle};

/// Spellings are taken from at most so many stories.
const READ_AGAIN: usize = 200;
/// At most so many companions, spellings and categories are told; stories fewer.
const MOST: usize = 12;
const LATEST: usize = 5;

/// A value with in how many stories it stands; a spelling with how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// What is counted.
    pub value: String,
    /// How often.
    pub count: u64,
}

/// Another entity of the same stories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Companion {
    /// What it is.
    pub kind: EntityKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In how many of the stories.
    pub articles: u64,
}

/// A story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Latest {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub headline: String,
    /// Its day as `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// All there is to tell of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// The entity and in how many articles it stands.
    #[serde(flatten)]
    pub entity: Counted,
    /// The words by which the newest stories name it, the commonest first.
    pub spellings: Vec<Count>,
    /// Stories by month (`YYYY-MM`), the oldest first; months without one are left out.
    pub months: Vec<Count>,
    /// Whom and what it stands together with, the commonest first.
    pub together: Vec<Companion>,
    /// Categories, the commonest first.
    pub categories: Vec<Count>,
    /// The newest stories.
    pub latest: Vec<Latest>,
}

/// The profile of an entity of an archive.
///
/// # Errors
/// Where the archive cannot be read.
pub fn profile(archive: &dyn Archive, entity: Counted) -> Result<Profile, Error> {
    let request = mentioning(&entity);
    let mut asked = Asked::new(archive, &request, Deadline::never())?;
    let keys = asked.every()?;
    let newest = asked.page()?.rows.into_iter().map(|row| archive.article(row.key));
    let newest = newest.collect::<Result<Vec<_>, _>>()?;
    let of = |kind, limit| facet(archive, kind, &keys, limit);
    let count = |value: FacetValue| Count {
        value: value.id,
        count: value.articles,
    };
    let months = of(FacetKind::Time(Period::Month), Limit::All)?.values;
    let categories = of(FacetKind::Category, Limit::Count(MOST))?.values;
    let mut together = Vec::new();
    for kind in EntityKind::ALL {
        // one more, for the entity itself is among them
        let values = of(FacetKind::Entity(kind), Limit::Count(MOST + 1))?.values;
        together.extend(values.into_iter().map(|value| Companion {
            kind,
            id: value.id,
            name: value.name,
            articles: value.articles,
        }));
    }
    Ok(Profile {
        spellings: spellings(archive, &entity, &newest),
        months: months.into_iter().rev().map(count).collect(),
        together: commonest(together, &entity),
        categories: categories.into_iter().map(count).collect(),
        latest: newest.iter().take(LATEST).map(latest).collect(),
        entity,
    })
}

/// The request for the articles that mention it, the newest first.
fn mentioning(entity: &Counted) -> Request {
    let mut filters = Filters::default();
    match entity.kind {
        EntityKind::Person => &mut filters.person,
        EntityKind::Country => &mut filters.country,
        EntityKind::Place => &mut filters.place,
        EntityKind::Organisation => &mut filters.organisation,
    }
    .push(entity.id.clone());
    Request {
        query: String::new(),
        filters,
        limit: Limit::Count(READ_AGAIN),
        sort: Sort::Newest,
        fallback: Fallback::Never,
        no_translate: true,
        ..Request::default()
    }
}

/// The words by which articles name it.
fn spellings(archive: &dyn Archive, entity: &Counted, articles: &[StoredArticle]) -> Vec<Count> {
    let mut recogniser = Recogniser::new(archive.gazetteer());
    let mentions = articles.iter().flat_map(|stored| recogniser.mentions(&stored.article));
    let own = mentions.filter(|mention| (mention.kind, &mention.id) == (entity.kind, &entity.id));
    most(counts(own.map(|mention| mention.form)))
}

/// The commonest of all kinds, the entity itself left out; ties in alphabetical order.
fn commonest(mut all: Vec<Companion>, entity: &Counted) -> Vec<Companion> {
    all.retain(|other| (other.kind, &other.id) != (entity.kind, &entity.id));
    all.sort_by(|a, b| {
        let by_name = || alphabetical(&a.name, &b.name).then_with(|| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        b.articles.cmp(&a.articles).then_with(by_name)
    });
    all.truncate(MOST);
    all
}

fn latest(stored: &StoredArticle) -> Latest {
    Latest {
        id: stored.article.id.as_str().to_owned(),
        headline: stored.article.headline.clone(),
        date: stored.article.date.map(|date| date.to_string()),
    }
}

fn counts(values: impl IntoIterator<Item = String>) -> Vec<Count> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    values
        .into_iter()
        .for_each(|value| *counts.entry(value).or_default() += 1);
    counts
        .into_iter()
        .map(|(value, count)| Count { value, count })
        .collect()
}

/// The commonest, ties in alphabetical order.
fn most(mut counts: Vec<Count>) -> Vec<Count> {
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| alphabetical(&a.value, &b.value)));
    counts.truncate(MOST);
    counts
}
