//! An answer in any format of hits.
//!
//! Takes the answer, the format, and how many hits were passed over before its first.

use std::io::{Result, Write};

use super::hits::HitStream;
use super::{HitFormat, html, json, text};
use crate::answers::Answer;

/// Writes an answer.
pub(crate) fn write(out: &mut impl Write, answer: &Answer, format: HitFormat, offset: usize) -> Result<()> {
    match format {
        HitFormat::Text => text::answer(out, answer, offset),
        HitFormat::Json => json::line(out, answer),
        HitFormat::Html => html::answer(out, answer, offset),
        HitFormat::Jsonl | HitFormat::Csv | HitFormat::Bibtex | HitFormat::Ris => {
            if let Ok(mut stream) = HitStream::new(out, format, false)? {
                answer.hits.iter().try_for_each(|hit| stream.hit(hit))?;
                stream.end()?;
            }
            Ok(())
        }
    }
}
