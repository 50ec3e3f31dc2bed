//! Lexer: the characters of a query become operators, parentheses and operands.
//!
//! Takes any text, gives its pieces with their places. All kinds of quotes, dashes and full-width signs
//! that keyboards and phones make count as the plain ones. What the pieces mean together is for
//! [`mod@super::syntax`].

use super::syntax::FilterKind;
use crate::entities::{EntityKind, Field};

/// A piece of a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lexeme {
    Open,
    Close,
    Or,
    And,
    Not,
    /// A word or a phrase, with its field and what stands around it.
    Operand {
        field: Option<String>,
        text: String,
        quoted: bool,
        exact: bool,
        slop: u32,
        boost: f32,
    },
}

/// A piece with its bytes in the query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Lexeme,
    pub(super) start: usize,
    pub(super) end: usize,
}

const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{FF02}' | '\u{00AB}' | '\u{00BB}'
    )
}

const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{FF0D}')
}

const fn is_open(c: char) -> bool {
    matches!(c, '(' | '\u{FF08}')
}

const fn is_close(c: char) -> bool {
    matches!(c, ')' | '\u{FF09}')
}

/// White space, control characters and the marks that end a sentence.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{0964}' | '\u{0965}' | ';' | '\u{FF1B}' | '\u{FF0C}')
}

/// The tokens of a query, in order.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut lexer = Lexer { text, at: 0 };
    while let Some(token) = lexer.next_token() {
        tokens.push(token);
    }
    tokens
}

struct Lexer<'q> {
    text: &'q str,
    at: usize,
}

impl<'q> Lexer<'q> {
    fn rest(&self) -> &'q str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    fn next_token(&mut self) -> Option<Token> {
        while let Some(c) = self.peek().filter(|&c| is_gap(c)) {
            self.bump(c);
        }
        let start = self.at;
        let first = self.peek()?;
        let single = match first {
            c if is_open(c) => Some(Lexeme::Open),
            c if is_close(c) => Some(Lexeme::Close),
            c if is_minus(c) && self.rest().chars().nth(1).is_some_and(|n| !is_gap(n) && !is_minus(n)) => {
                Some(Lexeme::Not)
            }
            _ => None,
        };
        let kind = match single {
            Some(kind) => {
                self.bump(first);
                kind
            }
            None => self.operand(),
        };
        Some(Token {
            kind,
            start,
            end: self.at,
        })
    }

    fn operand(&mut self) -> Lexeme {
        let mut exact = self.take_exact();
        let mut field = None;
        if self.peek().is_some_and(is_quote) {
            return self.quoted(field, exact);
        }
        let mut word = self.bare_word();
        if let Some((name, value)) = split_field(&word) {
            field = Some(name.to_owned());
            word = value.to_owned();
            if word.is_empty() && self.peek().is_some_and(|c| is_quote(c) || c == '=') {
                exact |= self.take_exact();
                if self.peek().is_some_and(is_quote) {
                    return self.quoted(field, exact);
                }
                word = self.bare_word();
            }
        }
        match (field.is_none() && !exact, word.as_str()) {
            (true, "OR" | "||" | "|") => Lexeme::Or,
            (true, "AND" | "&&") => Lexeme::And,
            (true, "NOT") => Lexeme::Not,
            _ => {
                let (text, boost) = take_boost(&word);
                Lexeme::Operand {
                    field,
                    text,
                    quoted: false,
                    exact,
                    slop: 0,
                    boost,
                }
            }
        }
    }

    fn take_exact(&mut self) -> bool {
        let is_exact = self.peek() == Some('=');
        if is_exact {
            self.bump('=');
        }
        is_exact
    }

    fn bare_word(&mut self) -> String {
        let mut word = String::new();
        while let Some(c) = self
            .peek()
            .filter(|&c| !is_gap(c) && !is_open(c) && !is_close(c) && !is_quote(c))
        {
            word.push(if c == '\u{FF1A}' { ':' } else { c });
            self.bump(c);
        }
        if word.is_empty()
            && let Some(c) = self.peek()
        {
            self.bump(c);
        }
        word
    }

    /// A phrase up to the next quote or the end, with `~3` and `^2` behind it.
    fn quoted(&mut self, field: Option<String>, exact: bool) -> Lexeme {
        if let Some(open) = self.peek() {
            self.bump(open);
        }
        let rest = self.rest();
        let length = rest.find(is_quote).unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default().to_owned();
        self.at += length;
        if let Some(close) = self.peek() {
            self.bump(close);
        }
        let tail_length = self
            .rest()
            .find(|c: char| !matches!(c, '~' | '^' | '.' | '0'..='9'))
            .unwrap_or(self.rest().len());
        let tail = self.rest().get(..tail_length).unwrap_or_default().to_owned();
        let has_tail = tail.starts_with(['~', '^']);
        if has_tail {
            self.at += tail_length;
        }
        let (before, boost) = take_boost(if has_tail { &tail } else { "" });
        let slop = before.strip_prefix('~').and_then(|n| n.parse().ok()).unwrap_or(0);
        Lexeme::Operand {
            field,
            text,
            quoted: true,
            exact,
            slop,
            boost,
        }
    }
}

/// `word^2.5` is the word and its weight.
fn take_boost(word: &str) -> (String, f32) {
    let parts = word
        .rsplit_once('^')
        .and_then(|(text, weight)| Some((text, weight.parse::<f32>().ok()?)));
    match parts {
        Some((text, weight)) if weight.is_finite() && weight > 0.0 => (text.to_owned(), weight.min(100.0)),
        _ => (word.to_owned(), 1.0),
    }
}

/// A known field name before a colon. Any other colon belongs to the word (દુ:ખ, 10:30).
fn split_field(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once(':')?;
    field_of(name).map(|_| (name, value))
}

/// What a field of the query names.
pub(super) enum Target {
    Text(Field),
    Filter(FilterKind),
}

/// The field or filter of a name; `None` for any other word.
pub(super) fn field_of(name: &str) -> Option<Target> {
    Some(match name.to_ascii_lowercase().as_str() {
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
