//! Retrieval: a request is planned over an archive, and the archive gives the articles that match, in order.
//!
//! Takes a [`Request`], gives a [`ResultPage`] of articles or all of them ([`Asked`]). What can be asked of an archive is the trait
//! [`Archive`]; the index of this machine answers it out of postings and columns. With `index` this is the only stage that
//! names the engine, and no signature of either shows it. The deadline is given to it.

mod accumulator;
pub mod archive;
mod asking;
mod column_counts;
mod corrections;
mod deadline;
mod divisions;
mod error;
mod evaluate;
mod explain;
mod filters;
mod headlines;
mod keys;
mod lists;
mod local;
mod paging;
mod postings;
mod proximity;
mod ranking;
mod request;
mod shown;
mod stories;
mod weights;
mod word_counts;

pub use self::archive::{Archive, ArticleKey, Column, ResultPage, Row, Scored, Search, StoredArticle};
pub use self::asking::{Asked, planned_filters};
pub use self::deadline::Deadline;
pub use self::error::Error;
pub use self::explain::{Explanation, Occurrence, WordScore};
pub use self::request::{Fallback, Filters, Limit, Request, Sort};
pub use self::shown::{ShownExpansion, ShownReading};
