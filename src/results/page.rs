//! The page of an entity: under which spellings, when, beside whom and in which stories it stands.
//!
//! Takes an entity of the index, gives counts over all stories that mention it. Spellings are those of the
//! newest stories only, for they have to be read again.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::entities::Counted;
use super::{Error, Fallback, Filters, Hit, Limit, NamedId, Request, Sort, search, show};
use crate::entities::EntityKind;
use crate::index::Reader;

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
pub struct Story {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub headline: String,
    /// Its day as `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// All there is to tell of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
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
    pub latest: Vec<Story>,
}

/// The page of an entity of the index.
///
/// # Errors
/// Where the index cannot be read.
pub fn page(reader: &Reader, entity: Counted) -> Result<Page, Error> {
    let hits = stories(reader, &entity)?;
    let month = |hit: &Hit| Some(hit.date.as_ref()?.get(..7)?.to_owned());
    let mut months = counts(hits.iter().filter_map(month));
    months.sort_by(|a, b| a.value.cmp(&b.value));
    let categories = hits.iter().flat_map(|hit| hit.category.iter().cloned());
    Ok(Page {
        spellings: spellings(reader, &entity, &hits)?,
        together: together(&entity, &hits),
        categories: most(counts(categories)),
        latest: hits.iter().take(LATEST).map(story).collect(),
        months,
        entity,
    })
}

/// The stories that mention it, the newest first.
fn stories(reader: &Reader, entity: &Counted) -> Result<Vec<Hit>, Error> {
    let mut filters = Filters::default();
    match entity.kind {
        EntityKind::Person => &mut filters.person,
        EntityKind::Country => &mut filters.country,
        EntityKind::Place => &mut filters.place,
        EntityKind::Organisation => &mut filters.organisation,
    }
    .push(entity.id.clone());
    let request = Request {
        query: String::new(),
        filters,
        limit: Limit::All,
        offset: 0,
        sort: Sort::Newest,
        fallback: Fallback::Never,
        exact: false,
        no_translate: true,
        not_as: Vec::new(),
        syntax: crate::query::Syntax::default(),
    };
    Ok(search(reader, &request)?.hits)
}

fn spellings(reader: &Reader, entity: &Counted, hits: &[Hit]) -> Result<Vec<Count>, Error> {
    let mut forms = Vec::new();
    for hit in hits.iter().take(READ_AGAIN) {
        let mentions = show(reader, &hit.id)?.mentions;
        let own = mentions
            .into_iter()
            .filter(|mention| (mention.kind, &mention.id) == (entity.kind, &entity.id));
        forms.extend(own.map(|mention| mention.form));
    }
    Ok(most(counts(forms)))
}

fn together(entity: &Counted, hits: &[Hit]) -> Vec<Companion> {
    let mut counts: HashMap<(EntityKind, &str), (u64, &NamedId)> = HashMap::new();
    for hit in hits {
        for kind in EntityKind::ALL {
            for named in named(hit, kind)
                .iter()
                .filter(|named| (kind, &named.id) != (entity.kind, &entity.id))
            {
                counts.entry((kind, &named.id)).or_insert((0, named)).0 += 1;
            }
        }
    }
    let mut all: Vec<Companion> = counts
        .into_iter()
        .map(|((kind, id), (articles, named))| Companion {
            kind,
            id: id.to_owned(),
            name: named.name.clone(),
            articles,
        })
        .collect();
    all.sort_by(|a, b| {
        b.articles
            .cmp(&a.articles)
            .then_with(|| (a.kind, &a.id).cmp(&(b.kind, &b.id)))
    });
    all.truncate(MOST);
    all
}

const fn named(hit: &Hit, kind: EntityKind) -> &Vec<NamedId> {
    match kind {
        EntityKind::Person => &hit.persons,
        EntityKind::Country => &hit.countries,
        EntityKind::Place => &hit.places,
        EntityKind::Organisation => &hit.organisations,
    }
}

fn story(hit: &Hit) -> Story {
    Story {
        id: hit.id.clone(),
        headline: hit.headline.clone(),
        date: hit.date.clone(),
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

/// The commonest.
fn most(mut counts: Vec<Count>) -> Vec<Count> {
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    counts.truncate(MOST);
    counts
}
