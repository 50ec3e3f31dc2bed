//! Corrections: what a newsroom adds to the gazetteer, merges, renames and hides.
//!
//! Takes a text file of its own, gives changed lists. Columns stand behind tabs, a line each; `#` begins a
//! remark. Kinds are person, country, place and organisation; other names are parted by `|`, and a leading
//! `~` makes a form that needs evidence in the story.
//!
//! ```text
//! add     person  bhikhabhai-savaliya  ભીખાભાઈ સાવલિયા  Bhikhabhai Savaliya  ભીખાભાઈ|B. Savaliya  IN
//! name    person  vladimir-putin       પુતીન|પૂટિન
//! merge   person  રમેશ-ચૌહાણ            ramesh-chauhan
//! rename  place   chennai              ચેન્નાઈ           Chennai
//! hide    place   galle
//! hide    person  asha-bhosle          આશા
//! ```

use super::error::GazetteerError;
use super::names::{NameRow, Strength};
use super::{Gazetteer, lists};
use crate::entities::{Entity, EntityKind, Facts};

/// A line that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct CorrectionError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, and what to write.
    pub what: String,
}

/// Why a corrected gazetteer cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum CorrectedError {
    /// A line of the corrections.
    #[error(transparent)]
    Line(#[from] CorrectionError),
    /// The map of names.
    #[error(transparent)]
    Gazetteer(#[from] GazetteerError),
}

impl Gazetteer {
    /// The gazetteer of the shipped lists with corrections.
    ///
    /// ```
    /// use khabar::entities::{EntityKind, Gazetteer};
    /// let own = "name\tperson\tvladimir-putin\tક્રેમલિનના વડા";
    /// let gazetteer = Gazetteer::corrected(own)?;
    /// assert_eq!(gazetteer.resolve(EntityKind::Person, "ક્રેમલિનના વડા")[0].id, "vladimir-putin");
    /// # Ok::<(), khabar::entities::CorrectedError>(())
    /// ```
    ///
    /// # Errors
    /// The first line that cannot be followed.
    pub fn corrected(text: &str) -> Result<Self, CorrectedError> {
        let (entities, names) = lists::shipped();
        let mut lists = Lists { entities, names };
        for (line, row) in (1..).zip(text.trim_start_matches('\u{FEFF}').lines()) {
            if !row.trim().is_empty() && !row.starts_with('#') {
                let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
                lists.follow(&cells).map_err(|what| CorrectionError { line, what })?;
            }
        }
        Ok(Self::compile(lists.entities, lists.names)?)
    }
}

struct Lists {
    entities: Vec<Entity<String>>,
    names: Vec<NameRow>,
}

impl Lists {
    fn follow(&mut self, cells: &[&str]) -> Result<(), String> {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let kind = EntityKind::ALL.into_iter().find(|kind| kind.as_str() == cell(1));
        let kind = kind.ok_or_else(|| {
            format!(
                "‘{}’ is no kind; write person, country, place or organisation, with tabs between",
                cell(1)
            )
        })?;
        let (id, third) = (cell(2), cell(3));
        if id.is_empty() {
            return Err("the id is missing; it is the third column".into());
        }
        match cell(0) {
            "add" => self.add(kind, id, [third, cell(4), cell(5), cell(6)]),
            "name" => {
                self.known(kind, id)?;
                self.forms(kind, id, third)
            }
            "merge" => self.merge(kind, id, third),
            "rename" => self.rename(kind, id, third, cell(4)),
            "hide" => self.hide(kind, id, third),
            other => Err(format!(
                "‘{other}’ is no correction; write add, name, merge, rename or hide"
            )),
        }
    }

    fn known(&mut self, kind: EntityKind, id: &str) -> Result<&mut Entity<String>, String> {
        let same = |entity: &&mut Entity<String>| entity.kind() == kind && entity.id == id;
        self.entities.iter_mut().find(same).ok_or_else(|| {
            let kind = kind.as_str();
            format!("no {kind} has the id ‘{id}’; `khabar entities --kind {kind}` lists them, `add` makes one")
        })
    }

    fn add(&mut self, kind: EntityKind, id: &str, cells: [&str; 4]) -> Result<(), String> {
        let [name, name_latin, others, country] = cells;
        if name.is_empty() {
            return Err("the name is missing; it is the fourth column".into());
        }
        if self.known(kind, id).is_ok() {
            return Err(format!("the id ‘{id}’ is there already; write name or rename"));
        }
        self.entities.push(Entity {
            id: id.to_owned(),
            name: name.to_owned(),
            name_latin: name_latin.to_owned(),
            country: country.to_uppercase(),
            stands_for_country: false,
            facts: Facts::unknown(kind),
        });
        [name, name_latin, others].iter().try_for_each(|forms| {
            if forms.is_empty() {
                return Ok(());
            }
            self.forms(kind, id, forms)
        })
    }

    fn forms(&mut self, kind: EntityKind, id: &str, list: &str) -> Result<(), String> {
        if list.is_empty() {
            return Err("the names are missing; they are the fourth column".into());
        }
        let row = |form: &str| {
            let strength = if form.starts_with('~') {
                Strength::Shared
            } else {
                Strength::Name
            };
            NameRow {
                kind,
                id: id.to_owned(),
                form: form.trim_start_matches('~').to_owned(),
                strength,
            }
        };
        self.names
            .extend(list.split('|').map(str::trim).filter(|form| !form.is_empty()).map(row));
        Ok(())
    }

    /// What was `from` is `into`: names of the lists, or a name that a pattern found.
    fn merge(&mut self, kind: EntityKind, from: &str, into: &str) -> Result<(), String> {
        self.known(kind, into)?;
        if from == into {
            return Err(format!("‘{from}’ cannot be merged into itself"));
        }
        if self.known(kind, from).is_err() {
            return self.forms(kind, into, &from.replace('-', " "));
        }
        self.entities
            .retain(|entity| entity.kind() != kind || entity.id != from);
        for row in self.names.iter_mut().filter(|row| row.kind == kind && row.id == from) {
            into.clone_into(&mut row.id);
        }
        Ok(())
    }

    fn rename(&mut self, kind: EntityKind, id: &str, name: &str, name_latin: &str) -> Result<(), String> {
        if name.is_empty() {
            return Err("the new name is missing; it is the fourth column".into());
        }
        let entity = self.known(kind, id)?;
        name.clone_into(&mut entity.name);
        if !name_latin.is_empty() {
            name_latin.clone_into(&mut entity.name_latin);
        }
        self.forms(kind, id, name)
    }

    /// Hides an entity, or one of its names.
    fn hide(&mut self, kind: EntityKind, id: &str, form: &str) -> Result<(), String> {
        self.known(kind, id)?;
        let before = self.names.len();
        self.names
            .retain(|row| row.kind != kind || row.id != id || !form.is_empty() && row.form != form);
        if form.is_empty() {
            self.entities.retain(|entity| entity.kind() != kind || entity.id != id);
        } else if before == self.names.len() {
            return Err(format!("‘{id}’ has no name ‘{form}’"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(gazetteer: &Gazetteer, kind: EntityKind, name: &str) -> Vec<String> {
        gazetteer
            .resolve(kind, name)
            .into_iter()
            .map(|entity| entity.id.to_owned())
            .collect()
    }

    #[test]
    fn entities_are_added_merged_renamed_and_hidden() {
        let own = "# ours\nadd\tperson\tx-savaliya\tભીખાભાઈ સાવલિયા\t\tસાવલિયાદાદા\tin\n\
            merge\tperson\tરમેશ-ચૌહાણિયા\tx-savaliya\nmerge\tperson\tasha-bhosle\tlata-mangeshkar\n\
            hide\tplace\tchennai\nrename\tplace\tsurat\tસૂર્યપુર\t\n";
        let gazetteer = Gazetteer::corrected(own).unwrap();
        assert_eq!(ids(&gazetteer, EntityKind::Person, "સાવલિયાદાદા"), ["x-savaliya"]);
        assert_eq!(ids(&gazetteer, EntityKind::Person, "રમેશ ચૌહાણિયા"), ["x-savaliya"]);
        assert_eq!(ids(&gazetteer, EntityKind::Person, "આશા ભોસલે"), ["lata-mangeshkar"]);
        assert!(ids(&gazetteer, EntityKind::Place, "ચેન્નાઈ").is_empty());
        assert_eq!(gazetteer.name_of(EntityKind::Place, "surat"), Some("સૂર્યપુર"));
        assert_eq!(ids(&gazetteer, EntityKind::Place, "Surat"), ["surat"]);
    }

    #[test]
    fn a_line_that_cannot_be_followed_is_named() {
        let line = |own: &str| match Gazetteer::corrected(own) {
            Err(CorrectedError::Line(error)) => error.line,
            other => panic!("{other:?}"),
        };
        assert_eq!(line("\n\nmerge\tperson\ta\tnobody"), 3);
        assert_eq!(line("add\tthing\tx\ty"), 1);
        assert_eq!(line("#\nfrob\tperson\tx"), 2);
        assert_eq!(line("hide\tperson\tvladimir-putin\tકોઈ"), 1);
    }
}
