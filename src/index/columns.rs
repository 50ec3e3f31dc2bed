//! Columns opened before: days, runs, stories and ids of articles by their number in a segment.
//!
//! Takes a segment and the name of a column, gives the column; opening one costs some microseconds, and a search with
//! its page wants a dozen. They are opened when they are first asked for.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::SegmentReader;
use tantivy::columnar::{Column, StrColumn};

/// A segment by its place in the searcher, and the name of a column.
pub(crate) type Place = (usize, &'static str);

/// The values of a text column in order, once they have been asked for so often that reading all of them pays.
#[derive(Debug, Default)]
struct Read {
    asked: usize,
    all: Option<Arc<[Box<str>]>>,
}

/// The columns opened since the index was.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    read: Mutex<FxHashMap<Place, Read>>,
    days: Mutex<FxHashMap<Place, Column<i64>>>,
    numbers: Mutex<FxHashMap<Place, Column<u64>>>,
    texts: Mutex<FxHashMap<Place, Option<StrColumn>>>,
}

impl Columns {
    /// The day numbers of a segment's articles.
    pub(crate) fn days(&self, at: usize, segment: &SegmentReader) -> tantivy::Result<Column<i64>> {
        opened(&self.days, (at, "date"), |name| segment.fast_fields().i64(name))
    }

    /// A column of numbers.
    pub(crate) fn numbers(
        &self,
        at: usize,
        segment: &SegmentReader,
        name: &'static str,
    ) -> tantivy::Result<Column<u64>> {
        opened(&self.numbers, (at, name), |name| segment.fast_fields().u64(name))
    }

    /// A column of texts; `None` where no article of the segment has any.
    pub(crate) fn texts(
        &self,
        at: usize,
        segment: &SegmentReader,
        name: &'static str,
    ) -> tantivy::Result<Option<StrColumn>> {
        opened(&self.texts, (at, name), |name| segment.fast_fields().str(name))
    }
}

impl Columns {
    /// The values with some numbers, which are in order. Single values are read from blocks that have to be unpacked, so that
    /// a service that counts again and again has read each many times over: once as many have been asked for as there are,
    /// all are kept.
    pub(crate) fn values(
        &self,
        place: Place,
        column: &StrColumn,
        ordinals: &[u64],
        mut take: impl FnMut(&str),
    ) -> tantivy::Result<()> {
        let mut known = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let read = known.entry(place).or_default();
        read.asked = read.asked.saturating_add(ordinals.len());
        if read.all.is_none() && read.asked > column.num_terms() {
            let mut all = Vec::with_capacity(column.num_terms());
            let every: Vec<u64> = (0u64..).take(column.num_terms()).collect();
            let dictionary = column.dictionary();
            dictionary.sorted_ords_to_term_cb(&every, |text| all.push(String::from_utf8_lossy(text).into()))?;
            read.all = Some(all.into());
        }
        let all = read.all.clone();
        drop(known);
        if let Some(all) = all {
            let values = ordinals
                .iter()
                .filter_map(|&ordinal| all.get(usize::try_from(ordinal).ok()?));
            values.for_each(|value| take(value));
            return Ok(());
        }
        let dictionary = column.dictionary();
        dictionary.sorted_ords_to_term_cb(ordinals, |text| take(&String::from_utf8_lossy(text)))?;
        Ok(())
    }
}

/// The column of a place, opened where it is not yet. Copies of a column share its bytes.
fn opened<C: Clone>(
    known: &Mutex<FxHashMap<Place, C>>,
    place: Place,
    open: impl FnOnce(&str) -> tantivy::Result<C>,
) -> tantivy::Result<C> {
    // nothing is left half done here: what another thread broke off is sound
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(column) = known.get(&place) {
        return Ok(column.clone());
    }
    let column = open(place.1)?;
    known.insert(place, column.clone());
    Ok(column)
}
