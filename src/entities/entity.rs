//! Entities: what a gazetteer knows of a person, a country, a place, a body.
//!
//! The same value serves a list that is being read (`Entity<String>`) and a compiled gazetteer, which lends it (`Entity<&str>`).

use serde::{Deserialize, Serialize};

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A country, also former and disputed ones.
    Country,
    /// A state, district, town or region.
    Place,
    /// A party, ministry, firm, team or other body.
    Organisation,
}

impl EntityKind {
    /// All kinds, in the order in which answers list them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Country, Self::Place, Self::Organisation];

    /// The kind as options and JSON write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Country => "country",
            Self::Place => "place",
            Self::Organisation => "organisation",
        }
    }
}

/// An entry of the gazetteer; `S` is the kind of its strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entity<S> {
    /// Its id: an ISO 3166 code for a country, a Latin slug for all others.
    pub id: S,
    /// Its name as Gujarati newspapers write it.
    pub name: S,
    /// Its English name.
    pub name_latin: S,
    /// The ISO 3166 code of the country that it belongs to; empty where it has none.
    pub country: S,
    /// Whether it counts for that country in the order of a story's countries: its capital, its head of
    /// state or of government.
    pub stands_for_country: bool,
    /// What is known of an entity of its kind.
    pub facts: Facts<S>,
}

impl<S> Entity<S> {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        match self.facts {
            Facts::Person { .. } => EntityKind::Person,
            Facts::Country { .. } => EntityKind::Country,
            Facts::Place { .. } => EntityKind::Place,
            Facts::Organisation(_) => EntityKind::Organisation,
        }
    }
}

/// What is known of an entity beside its names, by its kind. A string is empty where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts<S> {
    /// Of a person.
    Person {
        /// The words that go with the person (party, roles, sport, state), `|` between: as written in a list, as keys in a
        /// compiled gazetteer.
        words: S,
    },
    /// Of a country.
    Country {
        /// The place id of its capital.
        capital: S,
    },
    /// Of a place.
    Place {
        /// The id of the place around it.
        within: S,
    },
    /// Of a body.
    Organisation(BodyKind),
}

impl Facts<String> {
    /// Nothing but the kind.
    #[must_use]
    pub const fn unknown(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person { words: String::new() },
            EntityKind::Country => Self::Country { capital: String::new() },
            EntityKind::Place => Self::Place { within: String::new() },
            EntityKind::Organisation => Self::Organisation(BodyKind::Other),
        }
    }
}

/// What kind of body an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// A political party.
    Party,
    /// A ministry, a department.
    Government,
    /// An agency of a state.
    Agency,
    /// A court of law.
    Court,
    /// A firm.
    Company,
    /// An app, which is a means as often as a firm.
    App,
    /// A bank.
    Bank,
    /// A team of sport.
    Team,
    /// The United Nations and their bodies.
    UnitedNations,
    /// A body of several states.
    International,
    /// A trade union.
    Union,
    /// A university or school.
    University,
    /// A newspaper, a channel.
    Media,
    /// A part of the forces of a state.
    Military,
    /// A temple trust, an order.
    Religious,
    /// An armed group.
    Militant,
    /// A body that governs a sport.
    SportBody,
    /// Any other.
    Other,
}

impl BodyKind {
    /// All kinds with their names in the list of organisations; the order is stored.
    pub const ALL: [(Self, &str); 18] = [
        (Self::Party, "party"),
        (Self::Government, "government"),
        (Self::Agency, "agency"),
        (Self::Court, "court"),
        (Self::Company, "company"),
        (Self::App, "app"),
        (Self::Bank, "bank"),
        (Self::Team, "team"),
        (Self::UnitedNations, "un"),
        (Self::International, "international"),
        (Self::Union, "union"),
        (Self::University, "university"),
        (Self::Media, "media"),
        (Self::Military, "military"),
        (Self::Religious, "religious"),
        (Self::Militant, "militant"),
        (Self::SportBody, "sport-body"),
        (Self::Other, "other"),
    ];

    /// The kind of a name of the list; the build has seen to it that there is no other.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let known = Self::ALL.into_iter().find(|(_, known)| *known == name);
        known.map_or(Self::Other, |(kind, _)| kind)
    }

    /// Whether it acts for its state: then the country named before it is its own.
    #[must_use]
    pub const fn is_of_a_state(self) -> bool {
        matches!(self, Self::Government | Self::Court | Self::Military | Self::Agency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::gazetteer::kinds;

    #[test]
    fn every_kind_of_body_that_the_build_lets_through_is_known() {
        let mut known = BodyKind::ALL.map(|(_, name)| name);
        known.sort_unstable();
        assert_eq!(known, kinds::BODIES);
        assert_eq!(BodyKind::named("sport-body"), BodyKind::SportBody);
    }
}
