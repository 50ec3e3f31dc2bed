//! Operators: what the characters of a query mean, as keyboards and phones type them.
//!
//! Takes single characters and names, says what they are for the lexer. All kinds of double quotes are
//! quotes, full-width characters count as the plain ones, and what only ends or divides sentences is a gap.

use super::tree::FilterKind;
use crate::article::Field;
use crate::entities::EntityKind;

/// The plain character of a full-width one; any other character as it is.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// A text with its full-width forms as plain ones.
pub(super) fn narrowed(text: &str) -> String {
    text.chars().map(narrow).collect()
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(narrow(c), '"' | '\u{201C}'..='\u{201F}' | '\u{00AB}' | '\u{00BB}' | '\u{301D}'..='\u{301F}')
}

pub(super) fn is_minus(c: char) -> bool {
    matches!(narrow(c), '-' | '\u{2212}')
}

/// Dashes that phones type, which stand between words and leave nothing out.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}')
}

/// Dashes that end a word: not the short one, which figures and names have inside (2020–21).
const fn is_long_dash(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2015}')
}

pub(super) fn is_open(c: char) -> bool {
    narrow(c) == '('
}

pub(super) fn is_close(c: char) -> bool {
    narrow(c) == ')'
}

pub(super) fn is_bar(c: char) -> bool {
    narrow(c) == '|'
}

/// White space, control characters, and the marks that divide words or end a sentence: danda, semicolon,
/// ellipsis, bullet, the full stop and commas of the other keyboards of a phone.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || is_long_dash(c)
        || matches!(
            narrow(c),
            '\u{0964}'
                | '\u{0965}'
                | ';'
                | '\u{2026}'
                | '\u{2022}'
                | '\u{00B7}'
                | '\u{060C}'
                | '\u{061B}'
                | '\u{061F}'
                | '\u{06D4}'
                | '\u{3001}'
                | '\u{3002}'
        )
}

/// What is passed over before a word: gaps, commas, and invisible marks that come along with copied text.
pub(super) fn is_leading_gap(c: char) -> bool {
    is_gap(c)
        || narrow(c) == ','
        || crate::script::is_invisible(c)
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What a field of the query names.
pub(super) enum Target {
    Text(Field),
    Filter(FilterKind),
}

/// The names of fields that notices tell, one for each field.
pub(super) const FIELDS: [&str; 14] = [
    "headline",
    "headline_latin",
    "summary",
    "body",
    "related",
    "category",
    "person",
    "place",
    "country",
    "org",
    "source",
    "date",
    "after",
    "before",
];

/// The field or filter of a name; `None` for any other word.
pub(super) fn field_of(name: &str) -> Option<Target> {
    Some(match narrowed(name).to_ascii_lowercase().as_str() {
        "headline" | "title" => Target::Text(Field::Headline),
        "headline_latin" => Target::Text(Field::HeadlineLatin),
        "summary" => Target::Text(Field::Summary),
        "body" => Target::Text(Field::Body),
        "related" | "links" => Target::Text(Field::Related),
        "category" => Target::Filter(FilterKind::Category),
        "person" | "people" | "persons" => Target::Filter(FilterKind::Entity(EntityKind::Person)),
        "country" => Target::Filter(FilterKind::Entity(EntityKind::Country)),
        "place" => Target::Filter(FilterKind::Entity(EntityKind::Place)),
        "organisation" | "organization" | "org" => Target::Filter(FilterKind::Entity(EntityKind::Organisation)),
        "source" => Target::Filter(FilterKind::Source),
        "date" => Target::Filter(FilterKind::Date),
        "after" | "from" => Target::Filter(FilterKind::After),
        "before" | "to" => Target::Filter(FilterKind::Before),
        _ => return None,
    })
}
