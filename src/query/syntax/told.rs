//! What is told of a query: the notices of its parser, few enough and short enough to be read.

use crate::query::notice::{Ignored, Notice};

/// At most this many parts that are ignored are told one by one.
const MAX_TOLD: usize = 32;

/// The notices, in the order of the query, the many last ones as one.
pub(super) fn told(mut notices: Vec<Notice>) -> Vec<Notice> {
    notices.sort_by_key(|notice| notice.start);
    if notices.len() > MAX_TOLD + 1 {
        let rest = notices.split_off(MAX_TOLD);
        let start = rest.first().map_or(0, |notice| notice.start);
        let end = rest.iter().map(|notice| notice.end).max().unwrap_or(start);
        notices.push(Notice::new(Ignored::More(rest.len()), start..end));
    }
    notices
}

/// A part of a query as a notice shows it.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
