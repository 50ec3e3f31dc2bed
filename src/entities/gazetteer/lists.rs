//! The shipped lists of the gazetteer, read into rows.
//!
//! Takes the TSV files beside this module, gives entities with their names. Files that a user writes have
//! the same form. A form with a leading `~` is shared or ambiguous.

use super::names::{NameRow, Strength};
use crate::entities::{BodyKind, Entity, EntityKind, Facts};

const COUNTRIES: &str = include_str!("../data/countries.tsv");
const COUNTRY_ALIASES: &str = include_str!("../data/country_aliases.tsv");
const PLACES: &str = include_str!("../data/places.tsv");
const PLACE_ALIASES: &str = include_str!("../data/place_aliases.tsv");
const PEOPLE: &str = include_str!("../data/people.tsv");
const ORGANISATIONS: &str = include_str!("../data/organisations.tsv");

/// Roles of those who stand for their country.
const HEADS: [&str; 2] = ["president", "prime-minister"];

/// All entities of the shipped lists and all their names.
#[must_use]
pub fn shipped() -> (Vec<Entity<String>>, Vec<NameRow>) {
    let mut lists = Lists::default();
    rows(COUNTRIES).for_each(|row| lists.country(&row));
    rows(PLACES).for_each(|row| lists.place(&row));
    rows(PEOPLE).for_each(|row| lists.person(&row));
    rows(ORGANISATIONS).for_each(|row| lists.organisation(&row));
    rows(COUNTRY_ALIASES).for_each(|row| lists.alias(EntityKind::Country, &row));
    rows(PLACE_ALIASES).for_each(|row| lists.alias(EntityKind::Place, &row));
    (lists.entities, lists.names)
}

/// The rows of a list without its comments.
fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

#[derive(Default)]
struct Lists {
    entities: Vec<Entity<String>>,
    names: Vec<NameRow>,
}

fn column<'r>(row: &[&'r str], at: usize) -> &'r str {
    row.get(at).copied().unwrap_or_default()
}

/// An entity whose id, names and country stand in these columns of a row.
fn of_columns(row: &[&str], columns: [usize; 4], facts: Facts<String>) -> Entity<String> {
    let [id, name, name_latin, country] = columns.map(|at| column(row, at).to_owned());
    Entity {
        id,
        name,
        name_latin,
        country,
        stands_for_country: false,
        facts,
    }
}

impl Lists {
    /// Adds an entity with its two names.
    fn entity(&mut self, entity: Entity<String>) {
        let kind = entity.kind();
        self.name(kind, &entity.id, &entity.name, Strength::Name);
        self.name(kind, &entity.id, &entity.name_latin, Strength::Name);
        self.entities.push(entity);
    }

    fn name(&mut self, kind: EntityKind, id: &str, form: &str, strength: Strength) {
        if !form.is_empty() {
            self.names.push(NameRow {
                kind,
                id: id.to_owned(),
                form: form.to_owned(),
                strength,
            });
        }
    }

    fn others(&mut self, kind: EntityKind, id: &str, list: &str) {
        for form in list.split('|').map(str::trim) {
            match form.strip_prefix('~') {
                Some(shared) => self.name(kind, id, shared, Strength::Shared),
                None => self.name(kind, id, form, Strength::Name),
            }
        }
    }

    fn country(&mut self, row: &[&str]) {
        let capital = column(row, 5).to_owned();
        self.entity(Entity {
            country: String::new(),
            ..of_columns(row, [0, 1, 2, 0], Facts::Country { capital })
        });
        self.others(EntityKind::Country, column(row, 0), column(row, 3));
        self.others(EntityKind::Country, column(row, 0), column(row, 4));
    }

    fn place(&mut self, row: &[&str]) {
        let within = column(row, 3).to_owned();
        self.entity(Entity {
            stands_for_country: column(row, 1) == "capital",
            ..of_columns(row, [0, 4, 5, 2], Facts::Place { within })
        });
        self.others(EntityKind::Place, column(row, 0), column(row, 6));
    }

    fn person(&mut self, row: &[&str]) {
        let words = [column(row, 6), column(row, 4)].join("|");
        self.entity(Entity {
            stands_for_country: column(row, 4).split('|').any(|role| HEADS.contains(&role)),
            ..of_columns(row, [0, 1, 2, 5], Facts::Person { words })
        });
        self.others(EntityKind::Person, column(row, 0), column(row, 3));
    }

    fn organisation(&mut self, row: &[&str]) {
        let body = BodyKind::named(column(row, 1));
        self.entity(of_columns(row, [0, 3, 4, 2], Facts::Organisation(body)));
        self.others(EntityKind::Organisation, column(row, 0), column(row, 5));
    }

    /// Other names, adjectives and ambiguous forms; an ambiguous row takes its strength over the same
    /// form in the main list.
    fn alias(&mut self, kind: EntityKind, row: &[&str]) {
        let strength = match column(row, 1) {
            "adjective" => Strength::Adjective,
            "context" => Strength::Shared,
            _ => Strength::Name,
        };
        self.name(kind, column(row, 0), column(row, 2), strength);
    }
}
