//! The fields of an article as files give them, and how they become one.

use serde_json::Value;

use super::position::Position;
use crate::article::{self, Article, ArticleId, Category, find_date};
use crate::corpus::layout::Page;
use crate::corpus::record::{Note, Reason, Remark};

pub(super) const FIELD_COUNT: usize = 9;

/// The fields of the contract, in its order.
const FIELDS: [&str; FIELD_COUNT] = [
    "id",
    "headline",
    "headline_latin",
    "summary",
    "body",
    "category",
    "date",
    "url",
    "source",
];

/// Under which name each field stands in JSON files; at first under its own.
///
/// ```
/// use khabar::corpus::FieldNames;
/// let mut names = FieldNames::default();
/// names.set("headline", "title")?;
/// assert!(names.set("titel", "title").unwrap_err().to_string().contains("headline"));
/// # Ok::<(), khabar::corpus::UnknownField>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldNames([String; FIELD_COUNT]);

impl Default for FieldNames {
    fn default() -> Self {
        Self(FIELDS.map(str::to_owned))
    }
}

impl FieldNames {
    /// Reads `field` from `name` instead of its own name.
    ///
    /// # Errors
    ///
    /// There is no such field; the error names those there are.
    pub fn set(&mut self, field: &str, name: &str) -> Result<(), UnknownField> {
        let at = FIELDS.iter().position(|known| *known == field);
        let slot = at
            .and_then(|at| self.0.get_mut(at))
            .ok_or_else(|| UnknownField(field.to_owned()))?;
        name.clone_into(slot);
        Ok(())
    }

    /// The first field that is read from this name.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|known| known == name)
    }

    /// The name under which a field of the contract stands.
    fn name(&self, field: &'static str) -> &str {
        let at = FIELDS.iter().position(|known| *known == field);
        at.and_then(|at| self.0.get(at)).map_or(field, String::as_str)
    }
}

/// A field that the contract does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no field '{0}'; the fields are {list}", list = FIELDS.join(", "))]
pub struct UnknownField(String);

/// What an object held under the names that were asked for.
pub(super) struct RawRecord {
    pub(super) values: [Option<Value>; FIELD_COUNT],
}

/// The fields of an article that has no place in a corpus yet.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Fields {
    id: Option<String>,
    headline: String,
    headline_latin: String,
    summary: String,
    body: String,
    related: Vec<String>,
    category: Vec<Category>,
    date: Option<jiff::civil::Date>,
    url: Option<String>,
    source: Option<String>,
    notes: Vec<Note>,
}

impl Fields {
    /// The fields of a raw page.
    pub(super) fn from_page(page: Page) -> Self {
        Self {
            id: None,
            headline: page.headline,
            headline_latin: page.headline_latin,
            summary: page.summary,
            body: page.body,
            related: page.related,
            category: page.category,
            date: page.date,
            url: page.url,
            source: page.source,
            notes: page.notes,
        }
    }

    /// The fields of a JSON object. What has the wrong type is left out and said.
    pub(super) fn from_json(record: RawRecord, names: &FieldNames) -> Self {
        let mut reading = Reading {
            record,
            names,
            notes: Vec::new(),
        };
        Self {
            id: reading.id(),
            headline: reading.text("headline").unwrap_or_default(),
            headline_latin: reading.text("headline_latin").unwrap_or_default(),
            summary: reading.text("summary").unwrap_or_default(),
            body: reading.text("body").unwrap_or_default(),
            related: Vec::new(),
            category: reading.category(),
            date: reading.date(),
            url: reading.text("url"),
            source: reading.text("source"),
            notes: reading.notes,
        }
    }

    /// The article, named by its own id or by path and position.
    pub(in crate::corpus) fn into_article(
        self,
        path: &str,
        position: Position,
    ) -> Result<(Article, Vec<Note>), Reason> {
        let given = self.id.as_deref().and_then(ArticleId::new);
        let derived = || match position {
            Position::Whole => ArticleId::new(path),
            Position::Line(number) | Position::Item(number) => ArticleId::new(&format!("{path}:{number}")),
        };
        let article = Article {
            headline: self.headline,
            headline_latin: self.headline_latin,
            summary: self.summary,
            body: self.body,
            related: self.related,
            category: self.category,
            date: self.date,
            url: self.url,
            source: self.source,
            ..Article::new(given.or_else(derived).ok_or(Reason::Empty)?, path)
        };
        if article.is_empty() {
            return Err(self.notes.into_iter().find_map(wrong_text).unwrap_or(Reason::Empty));
        }
        let line = if let Position::Line(line) = position {
            Some(line)
        } else {
            None
        };
        let notes = self
            .notes
            .into_iter()
            .map(|note| Note {
                line: note.line.or(line),
                ..note
            })
            .collect();
        Ok((article, notes))
    }
}

/// The wrong type that left an article without text, if that was the reason.
fn wrong_text(note: Note) -> Option<Reason> {
    match note.remark {
        Remark::WrongType { field, found } => Some(Reason::WrongType { field, found }),
        Remark::UnreadDate { .. } => None,
    }
}

/// A JSON object on its way to fields.
struct Reading<'n> {
    record: RawRecord,
    names: &'n FieldNames,
    notes: Vec<Note>,
}

impl Reading<'_> {
    /// The value of a field; `null` counts as absent. Two fields may be read from one name, so it is not taken out.
    fn value(&self, field: &'static str) -> Option<&Value> {
        let at = self.names.position(self.names.name(field))?;
        self.record.values.get(at)?.as_ref().filter(|value| !value.is_null())
    }

    fn text(&mut self, field: &'static str) -> Option<String> {
        let (text, wrong) = match self.value(field)? {
            Value::String(text) => (Some(article::field(text)), None),
            other => (None, Some(kind(other))),
        };
        wrong.into_iter().for_each(|found| self.note_wrong_type(field, found));
        text.filter(|text| !text.is_empty())
    }

    fn id(&mut self) -> Option<String> {
        match self.value("id") {
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => self.text("id"),
        }
    }

    fn category(&mut self) -> Vec<Category> {
        let Some(Value::Array(names)) = self.value("category") else {
            return self
                .text("category")
                .and_then(|name| Category::parse(&name))
                .into_iter()
                .collect();
        };
        let mut categories: Vec<Category> = Vec::with_capacity(names.len());
        for category in names.iter().filter_map(Value::as_str).filter_map(Category::parse) {
            if !categories.contains(&category) {
                categories.push(category);
            }
        }
        if let Some(found) = names
            .iter()
            .find(|name| !name.is_string())
            .map(|_| "a list of more than texts")
        {
            self.note_wrong_type("category", found);
        }
        categories
    }

    fn date(&mut self) -> Option<jiff::civil::Date> {
        let text = self.text("date")?;
        let date = find_date(&text).map(|found| found.date);
        if date.is_none() {
            self.notes.push(Note {
                line: None,
                remark: Remark::UnreadDate { text },
            });
        }
        date
    }

    fn note_wrong_type(&mut self, field: &'static str, found: &'static str) {
        let field = self.names.name(field).to_owned();
        self.notes.push(Note {
            line: None,
            remark: Remark::WrongType { field, found },
        });
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
