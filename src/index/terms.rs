//! Terms looked up before: where the postings of a form are.
//!
//! Takes a segment, a field and a form, remembers what the segment's dictionary said. A form is looked up at least twice in
//! a search, and news is searched by the same words again and again; a look here spares a walk through the dictionary.

use std::sync::{Mutex, PoisonError};

use crate::article::Field;
use rustc_hash::FxHashMap;
use tantivy::postings::TermInfo;

/// At most so many are remembered; then it begins anew. About four megabytes.
const CAPACITY: usize = 1 << 16;

/// A segment by its place in the searcher, a field, a form by its number.
pub(crate) type Place = (u32, Field, u32);

/// The terms looked up since the index was opened.
#[derive(Debug, Default)]
pub(crate) struct Terms(Mutex<FxHashMap<Place, Option<TermInfo>>>);

impl Terms {
    /// What is known of a place, or what `look_up` says of it.
    pub(crate) fn get<E>(
        &self,
        place: Place,
        look_up: impl FnOnce() -> Result<Option<TermInfo>, E>,
    ) -> Result<Option<TermInfo>, E> {
        // nothing is left half done here: what another thread broke off is sound
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(info) = known.get(&place) {
            return Ok(info.clone());
        }
        let info = look_up()?;
        if known.len() >= CAPACITY {
            known.clear();
        }
        known.insert(place, info.clone());
        Ok(info)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_looked_up_once() {
        let terms = Terms::default();
        let info = TermInfo {
            doc_freq: 3,
            ..TermInfo::default()
        };
        assert_eq!(
            terms.get((0, Field::Body, 2), || Ok::<_, ()>(Some(info.clone()))),
            Ok(Some(info.clone()))
        );
        assert_eq!(terms.get((0, Field::Body, 2), || Err(())), Ok(Some(info)));
        assert_eq!(terms.get((1, Field::Body, 2), || Err(())), Err(()));
    }
}
