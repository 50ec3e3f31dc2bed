//! Reports: the articles that match are counted and compared.
//!
//! Takes a request and an archive, gives counts by category, entity, source and time, words that are special, every place of
//! a word in its context, who and what is mentioned. Articles that hold some of the words only are not counted.

pub mod entities;
pub mod facets;
pub mod keywords;
pub mod kwic;
pub mod order;
pub mod period;
pub mod profile;
pub mod trend;
