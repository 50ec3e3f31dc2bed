//! The lists of the analyser that its version follows.

/// The lists that decide keys, beside the compiled lexicon: the fold keeps and respells words, pronouns have their own
/// lemmas, stop words are marked. `numbers.tsv`, `romanise.tsv`, `loans.tsv` and `english_sounds.tsv`
/// are read for a query alone.
pub(crate) const KEY_LISTS: [&str; 5] = [
    "data/keep.tsv",
    "data/pronouns.tsv",
    "data/readings.tsv",
    "data/respell.tsv",
    "data/stop.tsv",
];
