//! Columns: what articles have in a field, counted without reading the articles.
//!
//! Takes the places of articles, gives how many of them have each value. The engine keeps such fields by
//! column, with a number for each value of a segment: the numbers are counted, and each is turned into
//! its text once.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use tantivy::columnar::StrColumn;
use tantivy::schema::Field as Handle;
use tantivy::{DocAddress, SegmentReader};

use super::archive::{Column, Days, Values};
use super::evaluate::Gathered;
use super::postings::Segment;
use crate::index::Reader;

/// Counts the values of a text column. Addresses stand segment by segment, as a search gives them.
pub(super) fn values(reader: &Reader, name: &'static str, addresses: &[DocAddress]) -> tantivy::Result<Values> {
    let mut counts: FxHashMap<String, u64> = FxHashMap::default();
    let mut without_any = 0;
    for (at, segment, articles) in by_segment(reader, addresses) {
        let Some(column) = reader.columns.texts(at, segment, name)? else {
            without_any += articles.len() as u64;
            continue;
        };
        let (ordinals, tallied, without) = tally(&column, articles);
        without_any += without;
        let mut of_each = tallied.into_iter();
        reader.columns.values((at, name), &column, &ordinals, |value| {
            let count = of_each.next().unwrap_or(0);
            match counts.get_mut(value) {
                Some(known) => *known += count,
                None => {
                    counts.insert(value.to_owned(), count);
                }
            }
        })?;
    }
    Ok(Values {
        counts: counts.into_iter().collect(),
        without: without_any,
    })
}

/// The numbers of the values that some articles have, in order, with their counts; and how many have none. A value twice
/// in one article counts once.
fn tally(column: &StrColumn, articles: &[DocAddress]) -> (Vec<u64>, Vec<u64>, u64) {
    let is_many = articles.len() > column.num_terms() / 64;
    let mut dense = if is_many {
        vec![0u64; column.num_terms()]
    } else {
        Vec::new()
    };
    let mut sparse: Vec<u64> = Vec::new();
    let mut own: Vec<u64> = Vec::new();
    let mut without = 0;
    for address in articles {
        own.clear();
        own.extend(column.term_ords(address.doc_id));
        own.sort_unstable();
        own.dedup();
        without += u64::from(own.is_empty());
        if is_many {
            let places = own.iter().filter_map(|&ordinal| usize::try_from(ordinal).ok());
            places.for_each(|place| dense.get_mut(place).into_iter().for_each(|count| *count += 1));
        } else {
            sparse.append(&mut own);
        }
    }
    let (values, counts) = if is_many {
        (0u64..).zip(dense).filter(|&(_, count)| count > 0).unzip()
    } else {
        sparse.sort_unstable();
        let groups = sparse.chunk_by(|a, b| a == b);
        groups
            .filter_map(|group| Some((*group.first()?, group.len() as u64)))
            .unzip()
    };
    (values, counts, without)
}

/// Counts articles by day.
pub(super) fn days(reader: &Reader, addresses: &[DocAddress]) -> tantivy::Result<Days> {
    let mut counts: FxHashMap<i64, u64> = FxHashMap::default();
    let mut undated = 0;
    for (at, segment, articles) in by_segment(reader, addresses) {
        let column = reader.columns.days(at, segment)?;
        for address in articles {
            match column.first(address.doc_id) {
                Some(day) => *counts.entry(day).or_default() += 1,
                None => undated += 1,
            }
        }
    }
    let counts = counts.into_iter().collect();
    Ok(Days { counts, undated })
}

/// The numbers of the stories of articles.
pub(super) fn stories(reader: &Reader, addresses: &[DocAddress]) -> tantivy::Result<Vec<u64>> {
    let mut stories = Vec::with_capacity(addresses.len());
    for (at, segment, articles) in by_segment(reader, addresses) {
        let column = reader.columns.numbers(at, segment, "story")?;
        let numbers = articles.iter().map(|address| column.first(address.doc_id));
        stories.extend(numbers.map(Option::unwrap_or_default));
    }
    Ok(stories)
}

/// The field of a column.
pub(super) fn handle(reader: &Reader, column: Column) -> Handle {
    match column {
        Column::Category => reader.fields.category,
        Column::Source => reader.fields.source,
        Column::Entity(kind) => reader.fields.entity(kind),
    }
}

/// All values of a column with how many articles have each, in the order of their bytes; replaced articles count until the
/// engine drops them.
pub(super) fn all_values(reader: &Reader, column: Column) -> tantivy::Result<Vec<(String, u64)>> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for segment in reader.searcher.0.segment_readers() {
        let inverted = segment.inverted_index(handle(reader, column))?;
        let mut terms = inverted.terms().stream()?;
        while terms.advance() {
            let value = String::from_utf8_lossy(terms.key()).into_owned();
            *counts.entry(value).or_default() += u64::from(terms.value().doc_freq);
        }
    }
    Ok(counts.into_iter().collect())
}

/// The last run of indexing that added an article.
pub(super) fn last_run(reader: &Reader) -> tantivy::Result<u64> {
    let mut last = 0;
    for (at, segment) in reader.searcher.0.segment_readers().iter().enumerate() {
        let column = reader.columns.numbers(at, segment, "added")?;
        if column.min_value() <= column.max_value() {
            last = last.max(column.max_value());
        }
    }
    Ok(last)
}

fn by_segment<'a>(
    reader: &'a Reader,
    addresses: &'a [DocAddress],
) -> impl Iterator<Item = (usize, &'a SegmentReader, &'a [DocAddress])> {
    addresses
        .chunk_by(|a, b| a.segment_ord == b.segment_ord)
        .filter_map(|articles| {
            let at = articles.first()?.segment_ord as usize;
            Some((at, reader.searcher.0.segment_readers().get(at)?, articles))
        })
}

impl Gathered<'_> {
    /// The columns of story numbers.
    pub(super) fn stories(&self) -> tantivy::Result<Vec<tantivy::columnar::Column<u64>>> {
        self.segments.iter().map(Segment::stories).collect()
    }

    /// The ids of articles.
    pub(super) fn ids(&self) -> tantivy::Result<Ids> {
        let columns = self.segments.iter().map(Segment::ids);
        Ok(Ids(columns.collect::<tantivy::Result<_>>()?))
    }

    /// The newest day of the index, where an article has a date.
    pub(super) fn newest(&self) -> tantivy::Result<Option<i64>> {
        let columns = self.days()?;
        let dated = columns.iter().filter(|column| column.min_value() <= column.max_value());
        Ok(dated.map(tantivy::columnar::Column::max_value).max())
    }

    /// The day number of an article, where it has a date.
    ///
    /// # Errors
    /// Where the column cannot be read.
    pub(super) fn days(&self) -> tantivy::Result<Vec<tantivy::columnar::Column<i64>>> {
        self.segments.iter().map(Segment::dates).collect()
    }
}

/// The columns of ids.
pub(super) struct Ids(Vec<Option<StrColumn>>);

impl Ids {
    /// The id of an article.
    pub(super) fn of(&self, address: DocAddress) -> String {
        let mut id = String::new();
        if let Some(Some(column)) = self.0.get(address.segment_ord as usize)
            && let Some(ordinal) = column.term_ords(address.doc_id).next()
        {
            // a column that cannot be read leaves the order as it is
            column.ord_to_str(ordinal, &mut id).ok();
        }
        id
    }
}
