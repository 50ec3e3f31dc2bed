//! The CSV view: a hit a row.

use std::io::Write;

use crate::results::{Hit, NamedId};

const HEADER: [&str; 13] = [
    "id",
    "path",
    "score",
    "relaxed",
    "date",
    "category",
    "headline",
    "headline_latin",
    "snippet",
    "persons",
    "countries",
    "places",
    "organisations",
];

/// Writes rows under a header.
pub(super) fn table<const N: usize>(
    out: &mut impl Write,
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> anyhow::Result<()> {
    let header = header.map(str::to_owned);
    self::rows(out, std::iter::once(header).chain(rows))
}

/// Writes rows, the first of them the header.
pub(super) fn rows<R>(out: &mut impl Write, rows: impl IntoIterator<Item = R>) -> anyhow::Result<()>
where
    R: IntoIterator<Item = String>,
{
    let mut writer = csv::Writer::from_writer(out);
    for row in rows {
        writer.write_record(row.into_iter().collect::<Vec<String>>())?;
    }
    writer.flush()?;
    Ok(())
}

/// Writes hits as rows under a header.
pub(super) fn hits(out: &mut impl Write, hits: &[Hit]) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER)?;
    for hit in hits {
        let ids = |named: &[NamedId]| {
            named
                .iter()
                .map(|entity| entity.id.as_str())
                .collect::<Vec<_>>()
                .join("|")
        };
        rows.write_record([
            hit.id.as_str(),
            &hit.path,
            &hit.score.to_string(),
            &hit.relaxed.to_string(),
            hit.date.as_deref().unwrap_or_default(),
            &hit.category.join("|"),
            &hit.headline,
            &hit.headline_latin,
            &hit.snippet.text,
            &ids(&hit.persons),
            &ids(&hit.countries),
            &ids(&hit.places),
            &ids(&hit.organisations),
        ])?;
    }
    rows.flush()?;
    Ok(())
}
