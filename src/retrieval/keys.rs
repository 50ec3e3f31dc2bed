//! Keys of articles: places in the segments of the engine, for as long as an index is open.

use tantivy::DocAddress;

use super::archive::ArticleKey;

/// The key of a place in the segments: keys are in the order of places.
pub(super) fn key(address: DocAddress) -> ArticleKey {
    ArticleKey(u64::from(address.segment_ord) << 32 | u64::from(address.doc_id))
}

/// The place of a key.
pub(super) fn address(key: ArticleKey) -> DocAddress {
    DocAddress::new((key.0 >> 32) as u32, key.0 as u32)
}
