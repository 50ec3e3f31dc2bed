//! The shipped lists of the gazetteer, read into rows.
//!
//! Takes the TSV files beside this module, gives entities with their names. Files that a user writes have
//! the same form. A form with a leading `~` is shared or ambiguous.

use super::gazetteer::{NameRow, Strength};
use super::{Entity, EntityKind};

const COUNTRIES: &str = include_str!("data/countries.tsv");
const COUNTRY_ALIASES: &str = include_str!("data/country_aliases.tsv");
const PLACES: &str = include_str!("data/places.tsv");
const PLACE_ALIASES: &str = include_str!("data/place_aliases.tsv");
const PEOPLE: &str = include_str!("data/people.tsv");
const ORGANISATIONS: &str = include_str!("data/organisations.tsv");

/// Roles of those who stand for their country.
const HEADS: [&str; 2] = ["president", "prime-minister"];

/// All entities of the shipped lists and all their names.
#[must_use]
pub fn shipped() -> (Vec<Entity>, Vec<NameRow>) {
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
    entities: Vec<Entity>,
    names: Vec<NameRow>,
}

fn column<'r>(row: &[&'r str], at: usize) -> &'r str {
    row.get(at).copied().unwrap_or_default()
}

fn country_code(code: &str) -> Option<String> {
    (!code.is_empty()).then(|| code.to_owned())
}

impl Lists {
    #[expect(clippy::too_many_arguments, reason = "the columns of a row")]
    fn entity(&mut self, kind: EntityKind, id: &str, name: &str, name_latin: &str, country: Option<String>) {
        self.entities.push(Entity {
            kind,
            id: id.to_owned(),
            name: name.to_owned(),
            name_latin: name_latin.to_owned(),
            country,
            stands_for_country: false,
            marks: String::new(),
        });
        self.name(kind, id, name, Strength::Name);
        self.name(kind, id, name_latin, Strength::Name);
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
        let id = column(row, 0);
        self.entity(EntityKind::Country, id, column(row, 1), column(row, 2), None);
        if let Some(country) = self.entities.last_mut() {
            column(row, 5).clone_into(&mut country.marks);
        }
        self.others(EntityKind::Country, id, column(row, 3));
        self.others(EntityKind::Country, id, column(row, 4));
    }

    fn place(&mut self, row: &[&str]) {
        let id = column(row, 0);
        self.entity(
            EntityKind::Place,
            id,
            column(row, 4),
            column(row, 5),
            country_code(column(row, 2)),
        );
        if let Some(place) = self.entities.last_mut() {
            place.stands_for_country = column(row, 1) == "capital";
            column(row, 3).clone_into(&mut place.marks);
        }
        self.others(EntityKind::Place, id, column(row, 6));
    }

    fn person(&mut self, row: &[&str]) {
        let id = column(row, 0);
        self.entity(
            EntityKind::Person,
            id,
            column(row, 1),
            column(row, 2),
            country_code(column(row, 5)),
        );
        if let Some(person) = self.entities.last_mut() {
            person.stands_for_country = column(row, 4).split('|').any(|role| HEADS.contains(&role));
            person.marks = [column(row, 6), column(row, 4)].join("|");
        }
        self.others(EntityKind::Person, id, column(row, 3));
    }

    fn organisation(&mut self, row: &[&str]) {
        let id = column(row, 0);
        self.entity(
            EntityKind::Organisation,
            id,
            column(row, 3),
            column(row, 4),
            country_code(column(row, 2)),
        );
        if let Some(body) = self.entities.last_mut() {
            column(row, 1).clone_into(&mut body.marks);
        }
        self.others(EntityKind::Organisation, id, column(row, 5));
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
