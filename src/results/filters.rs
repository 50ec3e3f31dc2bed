//! Filters beside a query: names become ids, dates become days.

use serde::{Deserialize, Serialize};

use super::Error;
use crate::article::Category;
use crate::entities::EntityKind;
use crate::index::Reader;
use crate::query::dates::parse_period;
use crate::query::filters::named;
use crate::query::lower::Context;
use crate::query::{Clause, Notice};

/// Filters beside the query: values of one list are alternatives, lists all count.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    /// Categories by name or slug.
    pub category: Vec<String>,
    /// Persons by name or id.
    pub person: Vec<String>,
    /// Countries by name or code.
    pub country: Vec<String>,
    /// Places by name or id.
    pub place: Vec<String>,
    /// Organisations by name or id.
    pub organisation: Vec<String>,
    /// First day, month or year.
    pub from: Option<String>,
    /// Last day, month or year.
    pub to: Option<String>,
}

impl Filters {
    /// Whether nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    const fn of(&self, kind: EntityKind) -> &Vec<String> {
        match kind {
            EntityKind::Person => &self.person,
            EntityKind::Country => &self.country,
            EntityKind::Place => &self.place,
            EntityKind::Organisation => &self.organisation,
        }
    }
}

/// The clauses of filters, and notices of names with several bearers.
pub(super) fn filter_clauses(
    reader: &Reader,
    filters: &Filters,
    context: Context<'_>,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Clause>, Error> {
    let mut clauses = Vec::new();
    if !filters.category.is_empty() {
        let slugs = filters
            .category
            .iter()
            .map(|name| category(reader, name))
            .collect::<Result<_, _>>()?;
        clauses.push(Clause::Category(slugs));
    }
    for kind in EntityKind::ALL {
        let names = filters.of(kind);
        if !names.is_empty() {
            let sides = names
                .iter()
                .map(|name| match id_of_index(reader, kind, name)? {
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
fn category(reader: &Reader, name: &str) -> Result<String, Error> {
    if let Some(known) = Category::find(name) {
        return Ok(known.as_str().to_owned());
    }
    let own = Category::parse(name)
        .map(|category| category.as_str().to_owned())
        .unwrap_or_default();
    let term = tantivy::schema::Term::from_field_text(reader.fields.category, &own);
    if !own.is_empty() && reader.searcher.0.doc_freq(&term)? > 0 {
        return Ok(own);
    }
    let nearest = Category::known().join(", ");
    Err(Error::UnknownFilter {
        kind: "category",
        value: name.to_owned(),
        nearest,
    })
}

/// The clause of an id that a pattern made: no list has it, but articles of the index do (રમેશ-ચૌહાણ).
fn id_of_index(reader: &Reader, kind: EntityKind, id: &str) -> Result<Option<Clause>, Error> {
    let term = tantivy::schema::Term::from_field_text(reader.fields.entity(kind), id);
    let is_made = reader.gazetteer.find(kind, id).is_none() && reader.searcher.0.doc_freq(&term)? > 0;
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
                of_latin(&country.name_latin)
            } else {
                of_gujarati(&country.name)
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
