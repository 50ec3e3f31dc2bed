//! Requests of what is typed: what several commands have in common of them.

use anyhow::Context as _;

use super::args::{FilterArgs, MatchArgs};
use crate::retrieval::{Filters, Limit, Request};

/// The request for all articles that hold every word, with words as `khabar search` reads them by default.
pub(super) fn counted(query: String, args: &MatchArgs) -> Request {
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

/// The filters that are typed.
pub(super) fn filters(args: &FilterArgs) -> Filters {
    let FilterArgs {
        category,
        person,
        country,
        place,
        organisation,
        from,
        to,
    } = args.clone();
    Filters {
        category,
        person,
        country,
        place,
        organisation,
        from,
        to,
    }
}

/// What `--limit` says.
pub(super) fn limit(typed: &str) -> anyhow::Result<Limit> {
    if typed == "all" {
        return Ok(Limit::All);
    }
    let count = typed
        .parse()
        .with_context(|| format!("--limit {typed}: write a number or `all`"))?;
    Ok(Limit::Count(count))
}
