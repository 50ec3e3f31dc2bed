//! The mentions of articles, one article after the other.

use std::io::{Result, Write};

use serde::Serialize;

use super::{Format, json};
use crate::entities::Mention;

#[derive(Debug, Serialize)]
struct Extracted<'a> {
    id: &'a str,
    mentions: &'a [Mention],
}

/// Writes what stands before the first article: in CSV the header.
pub(crate) fn begin(out: &mut impl Write, format: Format) -> Result<()> {
    if format == Format::Csv {
        csv::Writer::from_writer(out)
            .write_record(["article", "kind", "id", "name", "form", "field", "start", "end", "how"])?;
    }
    Ok(())
}

/// Writes the mentions of the article of an id.
pub(crate) fn write(out: &mut impl Write, id: &str, mentions: &[Mention], format: Format) -> Result<()> {
    match format {
        Format::Csv => rows(out, id, mentions),
        Format::Text => mentions.iter().try_for_each(|mention| {
            let Mention {
                kind, id: entity, form, ..
            } = mention;
            writeln!(out, "{id}\t{}\t{entity}\t{form}", kind.as_str())
        }),
        Format::Json | Format::Jsonl => json::line(out, &Extracted { id, mentions }),
    }
}

fn rows(out: &mut impl Write, id: &str, mentions: &[Mention]) -> Result<()> {
    let mut rows = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    for mention in mentions {
        rows.serialize((
            id,
            mention.kind,
            &mention.id,
            &mention.name,
            &mention.form,
            mention.field,
            mention.byte_start,
            mention.byte_end,
            mention.how,
        ))?;
    }
    rows.flush()
}
