//! Filters beside a query: names become ids, dates become days.

use super::archive::{Archive, Column};
use super::error::Error;
use super::request::Filters;
use crate::article::Category;
use crate::entities::EntityKind;
use crate::query::{Clause, Context, FilterKind, ListedColumn, Notice, Tree, Unknown, named, parse_period};

/// The clauses of filters, and notices of names with several bearers.
pub(super) fn filter_clauses(
    archive: &dyn Archive,
    filters: &Filters,
    context: Context<'_>,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Clause>, Error> {
    let mut clauses = Vec::new();
    if !filters.category.is_empty() {
        let slugs = filters
            .category
            .iter()
            .map(|name| category(archive, name))
            .collect::<Result<_, _>>()?;
        clauses.push(Clause::Category(slugs));
    }
    for kind in EntityKind::ALL {
        let names = filters.of(kind);
        if !names.is_empty() {
            let sides = names
                .iter()
                .map(|name| match id_of_index(archive, kind, name)? {
                    Some(clause) => Ok(clause),
                    None => entity(kind, name, context, notices),
                })
                .collect::<Result<Vec<_>, _>>()?;
            clauses.push(one_of(kind, sides));
        }
    }
    let period = |text: &Option<String>| {
        text.as_ref()
            .map(|text| parse_period(text).ok_or_else(|| Error::Date(text.clone())))
            .transpose()
    };
    let (from, to) = (period(&filters.from)?, period(&filters.to)?);
    if from.is_some() || to.is_some() {
        clauses.push(Clause::Dates(from.map(|(first, _)| first), to.map(|(_, last)| last)));
    }
    Ok(clauses)
}

/// Alternatives of one kind: one clause of ids where all are known.
fn one_of(kind: EntityKind, sides: Vec<Clause>) -> Clause {
    let mut ids = Vec::new();
    let mut others = Vec::new();
    for side in sides {
        match side {
            Clause::Entity(_, more) => ids.extend(more),
            other => others.push(other),
        }
    }
    if others.is_empty() {
        return Clause::Entity(kind, ids);
    }
    if !ids.is_empty() {
        others.push(Clause::Entity(kind, ids));
    }
    Clause::Any(others)
}

/// A category that the table knows, or one that articles of the index have.
fn category(archive: &dyn Archive, name: &str) -> Result<String, Error> {
    if let Some(known) = Category::find(name) {
        return Ok(known.as_str().to_owned());
    }
    let own = Category::parse(name)
        .map(|category| category.as_str().to_owned())
        .unwrap_or_default();
    if !own.is_empty() && archive.has_value(Column::Category, &own)? {
        return Ok(own);
    }
    let nearest = Category::known().join(", ");
    Err(Error::UnknownFilter {
        kind: "category",
        value: name.to_owned(),
        nearest,
    })
}

/// Notices of categories and sources inside a query that no article has.
pub(super) fn unheard(archive: &dyn Archive, tree: Option<&Tree>) -> Result<Vec<Notice>, Error> {
    let mut notices = Vec::new();
    if let Some(tree) = tree {
        add_unheard(archive, tree, &mut notices)?;
    }
    Ok(notices)
}

fn add_unheard(archive: &dyn Archive, tree: &Tree, notices: &mut Vec<Notice>) -> Result<(), Error> {
    let node = match tree {
        Tree::Filter(node) => node,
        Tree::All(parts) | Tree::Any(parts) => {
            return parts.iter().try_for_each(|part| add_unheard(archive, part, notices));
        }
        Tree::Not(inner) => return add_unheard(archive, inner, notices),
        _ => return Ok(()),
    };
    let (column, listed, value) = match node.kind {
        FilterKind::Category => {
            let slug = Category::parse(&node.value).map(|category| category.as_str().to_owned());
            (Column::Category, ListedColumn::Category, slug.unwrap_or_default())
        }
        FilterKind::Source => (Column::Source, ListedColumn::Source, node.value.clone()),
        _ => return Ok(()),
    };
    if !archive.has_value(column, &value)? {
        let (held, has_more) = values(archive, column)?;
        let unknown = Unknown::Value {
            column: listed,
            value: node.value.clone(),
            held,
            has_more,
        };
        notices.push(Notice::new(unknown, node.byte_start..node.byte_end));
    }
    Ok(())
}

/// The values of a column, as many as a notice can tell, and whether there are more.
fn values(archive: &dyn Archive, column: Column) -> Result<(Vec<String>, bool), Error> {
    const MOST: usize = 12;
    let values = archive.all_values(column)?;
    let has_more = values.len() > MOST;
    let told = values.into_iter().take(MOST).map(|(value, _)| value);
    Ok((told.collect(), has_more))
}

/// The clause of an id that a pattern made: no list has it, but articles of the index do (રમેશ-ચૌહાણ).
fn id_of_index(archive: &dyn Archive, kind: EntityKind, id: &str) -> Result<Option<Clause>, Error> {
    let is_made = archive.gazetteer().find(kind, id).is_none() && archive.has_value(Column::Entity(kind), id)?;
    Ok(is_made.then(|| Clause::Entity(kind, vec![id.to_owned()])))
}

fn entity(kind: EntityKind, name: &str, context: Context<'_>, notices: &mut Vec<Notice>) -> Result<Clause, Error> {
    named(kind, name, 0..0, context, notices).ok_or_else(|| Error::UnknownFilter {
        kind: kind.as_str(),
        value: name.to_owned(),
        nearest: nearest_countries(name, context),
    })
}

/// The three countries whose names are nearest by sound.
fn nearest_countries(name: &str, context: Context<'_>) -> String {
    use crate::analysis::sound::{distance, of_gujarati, of_latin};
    let is_latin = name.is_ascii();
    let sounds = if is_latin { of_latin(name) } else { of_gujarati(name) };
    let mut near: Vec<(u32, String)> = context
        .gazetteer
        .entities(EntityKind::Country)
        .map(|country| {
            let other = if is_latin {
                of_latin(country.name_latin)
            } else {
                of_gujarati(country.name)
            };
            (
                distance(&other, &sounds),
                format!("{} {} ({})", country.id, country.name_latin, country.name),
            )
        })
        .collect();
    near.sort();
    near.into_iter()
        .take(3)
        .map(|(_, name)| name)
        .collect::<Vec<_>>()
        .join(", ")
}
