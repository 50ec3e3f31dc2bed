//! CSV: any table, and hits, a hit a row.

use std::io::{Result, Write};

use crate::answers::{Hit, NamedId};

const HEADER: [&str; 16] = [
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
    "url",
    "source",
    "story",
];

/// Writes rows under a header.
pub(crate) fn table<const N: usize>(
    out: &mut impl Write,
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<()> {
    let header = header.map(str::to_owned);
    self::rows(out, std::iter::once(header).chain(rows))
}

/// Writes rows, the first of them the header.
pub(crate) fn rows<R>(out: &mut impl Write, rows: impl IntoIterator<Item = R>) -> Result<()>
where
    R: IntoIterator<Item = String>,
{
    let mut writer = csv::Writer::from_writer(out);
    for row in rows {
        writer.write_record(row.into_iter().collect::<Vec<String>>())?;
    }
    writer.flush()
}

/// Hits as rows, written one after the other under a header.
pub(crate) struct HitRows<W: Write>(csv::Writer<W>);

impl<W: Write> HitRows<W> {
    /// Writes the header; `marked` with a byte order mark before it.
    pub(crate) fn new(mut out: W, marked: bool) -> Result<Self> {
        if marked {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(HEADER)?;
        Ok(Self(rows))
    }

    /// Writes a row.
    pub(crate) fn hit(&mut self, hit: &Hit) -> Result<()> {
        let ids = |named: &[NamedId]| {
            let ids: Vec<&str> = named.iter().map(|entity| entity.id.as_str()).collect();
            ids.join("|")
        };
        let written = self.0.write_record([
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
            hit.url.as_deref().unwrap_or_default(),
            hit.source.as_deref().unwrap_or_default(),
            &hit.story,
        ]);
        // as what it is: that nobody reads on is no error
        written.map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => std::io::Error::other(format!("{other:?}")),
        })
    }

    /// Writes what is left.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.0.flush()
    }
}
