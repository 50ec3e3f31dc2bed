//! How words were read: the forms that were searched for each, and those that were not.
//!
//! Writes both as JSON; of a Latin word with the evidence, how likely it is, and the reason in words.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::query::{Evidence, Reading};
use crate::retrieval::{ShownExpansion, ShownReading};

/// Why a Latin word is read so, in words.
pub(crate) const fn because(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Latin => "it stands in the text in Latin letters",
        Evidence::Name => "it is a name of the gazetteer",
        Evidence::English => "it sounds like the English word",
        Evidence::Translation => "it means the English word",
        Evidence::Romanised => "it is typed so in Latin letters",
        Evidence::Letters => "it is the abbreviation by the names of its letters",
        Evidence::Loose => "it sounds only a little like it",
    }
}

/// Likelihoods are told to hundredths: no more is known of them.
fn hundredths(weight: f32) -> f64 {
    (f64::from(weight) * 100.0).round() / 100.0
}

fn add_reading<S: SerializeStruct>(row: &mut S, reading: Reading) -> Result<(), S::Error> {
    row.serialize_field("reading", &reading.evidence)?;
    row.serialize_field("weight", &hundredths(reading.weight))?;
    row.serialize_field("because", because(reading.evidence))
}

impl Serialize for ShownExpansion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("ShownExpansion", if self.reading.is_some() { 7 } else { 4 })?;
        row.serialize_field("word", &self.word)?;
        row.serialize_field("form", &self.form)?;
        row.serialize_field("tier", &self.tier)?;
        row.serialize_field("articles", &self.articles)?;
        if let Some(reading) = self.reading {
            add_reading(&mut row, reading)?;
        }
        row.end()
    }
}

impl Serialize for ShownReading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("ShownReading", 6)?;
        row.serialize_field("word", &self.word)?;
        row.serialize_field("form", &self.form)?;
        add_reading(&mut row, self.reading)?;
        row.serialize_field("articles", &self.articles)?;
        row.end()
    }
}
