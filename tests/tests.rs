//! The tests of khabar, one target: what the program does as its users meet it, and what the source
//! promises about itself. Tests of one function stand beside the function.
//!
//! Nothing here needs the network, another program, or a file outside of the repository.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that cannot set itself up has failed"
)]

/// What the analyser must match and must not (`tests/analysis/cases`).
mod analysis;
/// Hundreds of queries are answered as they were (`tests/answers`).
mod answers;
/// The source keeps the order of its modules, its names and its sizes.
mod architecture;
/// An archive of a hundred lines in the place of the index.
mod archive;
/// The build refuses unknown kinds, and versions follow the data (`src/build`).
mod build;
/// The program from outside: a case file each (`tests/cli/*.case`).
mod cli;
/// Files to articles: pages, formats, bad input.
mod corpus;
/// Word lists, the gazetteer and the sample corpus are well formed and large enough.
mod data;
/// Labelled mentions are found (`tests/entities`).
mod entities;
/// Each text is read once while indexing.
mod indexing;
/// What holds for every text and every query.
mod properties;
/// The README tells the truth: its commands print what it shows.
mod readme;
/// Judged topics rank as well as the committed baseline says.
mod relevance;
/// Searches only read; `khabar index` without paths brings an index up to date, one run at a time.
mod renewal;
/// Temporary folders, tiny corpora, the built program, failures that show everything.
mod support;
/// Rules that change what an index holds have their number raised (`tests/versions`).
mod versions;
