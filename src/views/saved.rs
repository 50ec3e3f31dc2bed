//! Saved searches, a line each: name, query, filters as they are typed.

use std::io::{Result, Write};

use crate::index::saved::Saved;
use crate::retrieval::Filters;

/// Writes the list.
pub(crate) fn write(out: &mut impl Write, searches: &[Saved<Filters>]) -> Result<()> {
    searches.iter().try_for_each(|saved| {
        let filters = typed(&saved.filters);
        writeln!(out, "{}\t{}{filters}", saved.name, saved.query)
    })
}

/// Filters as they are typed.
fn typed(filters: &Filters) -> String {
    let lists = [
        ("category", &filters.category),
        ("person", &filters.person),
        ("country", &filters.country),
        ("place", &filters.place),
        ("organisation", &filters.organisation),
    ];
    let dates = [("from", &filters.from), ("to", &filters.to)];
    let listed = lists
        .into_iter()
        .flat_map(|(option, values)| values.iter().map(move |value| format!(" --{option} {value}")));
    let dated = dates
        .into_iter()
        .filter_map(|(option, value)| Some(format!(" --{option} {}", value.as_ref()?)));
    listed.chain(dated).collect()
}
