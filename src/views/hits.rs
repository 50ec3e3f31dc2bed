//! Hits one after the other: the formats in which an export of any length needs no more memory than a page.

use std::io::{Result, Write};

use super::{HitFormat, citations, csv, json};
use crate::answers::Hit;

/// Writes hits in a format that has one after the other.
pub(crate) enum HitStream<W: Write> {
    Lines(W),
    Rows(Box<csv::HitRows<W>>),
    Bibtex(W),
    Ris(W),
}

impl<W: Write> HitStream<W> {
    /// A stream of a format; gives the output back for the formats that need a whole answer.
    pub(crate) fn new(out: W, format: HitFormat, marked: bool) -> Result<std::result::Result<Self, W>> {
        Ok(match format {
            HitFormat::Text | HitFormat::Json | HitFormat::Html => Err(out),
            HitFormat::Jsonl => Ok(Self::Lines(out)),
            HitFormat::Csv => Ok(Self::Rows(Box::new(csv::HitRows::new(out, marked)?))),
            HitFormat::Bibtex => Ok(Self::Bibtex(out)),
            HitFormat::Ris => Ok(Self::Ris(out)),
        })
    }

    /// Writes a hit.
    pub(crate) fn hit(&mut self, hit: &Hit) -> Result<()> {
        match self {
            Self::Lines(out) => json::line(out, hit),
            Self::Rows(rows) => rows.hit(hit),
            Self::Bibtex(out) => citations::bibtex(out, hit),
            Self::Ris(out) => citations::ris(out, hit),
        }
    }

    /// Writes what is left.
    pub(crate) fn end(&mut self) -> Result<()> {
        match self {
            Self::Rows(rows) => rows.end(),
            Self::Lines(out) | Self::Bibtex(out) | Self::Ris(out) => out.flush(),
        }
    }
}
