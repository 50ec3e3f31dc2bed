//! Marks: which words of a text the query found.
//!
//! Takes a plan and a text, gives the ranges that matched, each with its word and tier. A mark covers the
//! whole word as it stands in the text, with its ending and in its own script, never a part of a letter.

mod beginnings;
mod marker;
mod mentions;
mod phrase;
mod word_mark;

pub use self::marker::Marker;
pub use self::mentions::add_mentions;
pub use self::word_mark::{PASSAGE_BYTES, WordMark};
