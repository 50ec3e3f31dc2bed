//! The lexicon: lemmas with their inflection class.
//!
//! Compiled by the build from `data/lexicon.tsv` (written for this project: each lemma of the commoner
//! words of the corpus, classed by reading) and from the words of names, `data/name_parts.tsv`, which are a
//! weaker claim. Looked up by folded lemma. Without the feature `lexicon` it is empty.

use std::sync::LazyLock;

use super::class::Entry;

static MAP: LazyLock<Option<fst::Map<&'static [u8]>>> =
    LazyLock::new(|| fst::Map::new(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.fst")).as_slice()).ok());

/// What the lexicon knows of a folded lemma; `None` where it does not have it.
#[must_use]
pub fn entry(folded: &str) -> Option<Entry> {
    MAP.as_ref()?.get(folded).map(Entry::unpack)
}
