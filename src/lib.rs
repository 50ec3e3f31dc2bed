//! khabar
pub mod article;
pub mod script;
pub mod corpus;
pub mod analysis;
pub mod entities;
pub mod index;
pub mod query;
pub mod results;
pub mod evaluation;
pub mod cli;
