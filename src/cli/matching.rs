//! What the commands that count have in common: the request, and the exit code.

use super::Exit;
use super::args::MatchArgs;
use super::search::filters;
use crate::retrieval::{Limit, Request};

/// The request for all articles that hold every word, with words as `khabar search` reads them by default.
pub(super) fn request(query: String, args: &MatchArgs) -> Request {
    Request {
        query,
        filters: filters(&args.filters),
        limit: Limit::All,
        exact: args.exact,
        no_translate: args.no_translate,
        not_as: args.not_as.clone(),
        ..Request::default()
    }
}

/// The exit code for so many articles.
pub(super) const fn exit(total: u64) -> Exit {
    if total == 0 { Exit::NoHits } else { Exit::Done }
}
