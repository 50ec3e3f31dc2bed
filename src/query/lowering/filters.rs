//! Filters: a field with a value becomes ids or days.
//!
//! Takes what stands after `person:`, `country:`, `date:` and their like, in a query or beside it, gives
//! clauses and notices. A name that several bear stands for all of them; a person, place or organisation
//! that the gazetteer lacks is searched as a name in the text (country:, whose list is closed, is not).

use std::ops::Range;

use super::context::Context;
use super::dates::{parse_period, parse_range};
use super::phrases::unknown_name;
use crate::article::Category;
use crate::entities::EntityKind;
use crate::query::notice::{Ignored, Notice, Said, Unknown};
use crate::query::plan::Clause;
use crate::query::syntax::{FilterKind, FilterNode};

/// The clause of a filter inside a query; `None` where it is ignored.
pub(super) fn filter(node: &FilterNode, context: Context<'_>, notices: &mut Vec<Notice>) -> Option<Clause> {
    let span = node.byte_start..node.byte_end;
    match node.kind {
        FilterKind::Entity(kind) => {
            let clause = named(kind, &node.value, span.clone(), context, notices);
            Some(clause.unwrap_or_else(|| {
                notices.push(Notice::new(Unknown::Name(kind, node.value.clone()), span));
                Clause::Nothing
            }))
        }
        FilterKind::Category => Some(match Category::parse(&node.value) {
            Some(category) => Clause::Category(vec![category.as_str().to_owned()]),
            None => Clause::Nothing,
        }),
        FilterKind::Source => Some(Clause::Source(node.value.clone())),
        FilterKind::Date | FilterKind::After | FilterKind::Before => {
            let dates = dates(node);
            match dates {
                None => {
                    notices.push(Notice::new(Ignored::Date(node.value.clone()), span));
                }
                Some(Clause::Dates(Some(first), Some(last))) if first > last => {
                    notices.push(Notice::new(Unknown::Backwards(node.value.clone()), span));
                }
                Some(_) => {}
            }
            dates
        }
    }
}

fn dates(node: &FilterNode) -> Option<Clause> {
    let (from, to) = match node.kind {
        FilterKind::After => (Some(parse_period(&node.value)?.0), None),
        FilterKind::Before => (None, Some(parse_period(&node.value)?.1)),
        _ => parse_range(&node.value)?,
    };
    Some(Clause::Dates(from, to))
}

/// The clause of a name: its bearers, or for a name that the gazetteer lacks the name in the text, with a
/// notice at `span` (bytes of the query). `None` for a country that does not exist.
///
/// `person:મોદી` stands for every Modi of the gazetteer, and a notice says who they are.
pub fn named(
    kind: EntityKind,
    name: &str,
    span: Range<usize>,
    context: Context<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Clause> {
    let entities = context.gazetteer.resolve(kind, name);
    if entities.is_empty() {
        if kind == EntityKind::Country {
            return None;
        }
        notices.push(Notice::new(Unknown::NameInText(kind, name.to_owned()), span.clone()));
        return Some(unknown_name(name, span, context, notices));
    }
    if entities.len() > 1 {
        let bearer = |entity: &crate::entities::Entity<&str>| (entity.name.to_owned(), entity.id.to_owned());
        let ambiguous = Said::Ambiguous {
            name: name.to_owned(),
            bearers: entities.iter().map(bearer).collect(),
        };
        notices.push(Notice::new(ambiguous, span));
    }
    Some(Clause::Entity(
        kind,
        entities.into_iter().map(|entity| entity.id.to_owned()).collect(),
    ))
}
