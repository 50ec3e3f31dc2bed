//! Versions: one number for the data that decides keys, one for the data that decides mentions.
//!
//! Takes what was compiled and the lists, gives the xxh3 of their rows. Comments and code are left out: a remark in a
//! list must not cost every archive an hour, and code that changes keys or mentions has a rule number beside it that is
//! raised by hand (`tests/versions.rs` says when).

use twox_hash::XxHash3_64;

use super::lists::List;

/// The lists of the analyser that decide keys, beside the compiled lexicon: the fold keeps and respells words, pronouns
/// have their own lemmas, stop words are marked. `numbers.tsv` and `romanise.tsv` are read for a query alone.
pub(crate) const KEY_LISTS: [&str; 4] = [
    "src/analysis/data/keep.tsv",
    "src/analysis/data/pronouns.tsv",
    "src/analysis/data/respell.tsv",
    "src/analysis/data/stop.tsv",
];

/// The lists of the gazetteer; all of them decide mentions.
pub(crate) const GAZETTEER_LISTS: [&str; 7] = [
    "src/entities/data/countries.tsv",
    "src/entities/data/country_aliases.tsv",
    "src/entities/data/cues.tsv",
    "src/entities/data/organisations.tsv",
    "src/entities/data/people.tsv",
    "src/entities/data/place_aliases.tsv",
    "src/entities/data/places.tsv",
];

/// Ends a part of what is hashed. No UTF-8 has the byte, so that a row cannot move from one list to the next unseen.
const END: u8 = 0xFF;

/// The hash of compiled bytes and the rows of lists.
pub(crate) fn data_hash(compiled: &[u8], lists: &[List]) -> u64 {
    let mut data = compiled.to_vec();
    data.push(END);
    for list in lists {
        for (_, row) in list.rows() {
            data.extend_from_slice(row.as_bytes());
            data.push(b'\n');
        }
        data.push(END);
    }
    XxHash3_64::oneshot(&data)
}
