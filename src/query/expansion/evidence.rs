//! Evidence: why a form stands for a Latin word, and how likely it is what was meant.

use serde::Serialize;

/// Why a Latin word is read so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// It stands in the text in these letters.
    Latin,
    /// It is a name of the gazetteer.
    Name,
    /// It is an English word, and sounds so.
    English,
    /// It is an English word, and means this.
    Translation,
    /// It is how the Gujarati word is typed.
    Romanised,
    /// It is an abbreviation, and these are its letters.
    Letters,
    /// It only sounds a little like it.
    Loose,
}

/// How a form that was read belongs to the Latin word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Why.
    pub evidence: Evidence,
    /// How likely it is what was meant, from 0 to 1.
    pub weight: f32,
}
