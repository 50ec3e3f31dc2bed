//! Values to bytes: text for a terminal, JSON, CSV, HTML, citations.
//!
//! Takes answers, reports, figures of evaluation and other values of the stages above, and writes them to
//! whatever can be written to. One file a value, with all its formats; beside them the formats themselves and
//! what is written alike everywhere. Nothing here opens, prints or knows what was typed, so that a command and
//! a page of the web show the same.

#![cfg_attr(
    not(feature = "cli"),
    allow(dead_code, unused_imports, reason = "it is the command line that shows them")
)]

pub(crate) mod alerts;
pub(crate) mod answer;
mod chart;
mod citations;
pub(crate) mod comparison;
mod counts;
mod csv;
pub(crate) mod entities;
mod errors;
pub(crate) mod evaluation;
pub(crate) mod facets;
mod format;
pub(crate) mod hits;
mod html;
pub(crate) mod json;
pub(crate) mod keys;
pub(crate) mod keywords;
pub(crate) mod kwic;
pub(crate) mod layout;
pub(crate) mod mentions;
pub(crate) mod notices;
pub(crate) mod profile;
mod readings;
pub(crate) mod saved;
pub(crate) mod show;
pub(crate) mod stats;
pub(crate) mod steps;
pub(crate) mod suggest;
mod table;
mod terminal;
mod text;
pub(crate) mod trend;

pub(crate) use self::format::{Format, HitFormat};
