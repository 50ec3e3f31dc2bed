//! Lexer: the characters of a query become operators, parentheses and operands.
//!
//! Takes any text, gives its pieces with their spans. Which characters mean the same is said by
//! [`super::operators`], what stands after a word by [`super::suffix`]. What the pieces mean together is for
//! [`super::parser`].

use std::ops::Range;

use super::operators::{
    FIELDS, field_of, is_bar, is_close, is_dash, is_gap, is_leading_gap, is_minus, is_open, is_quote, narrow, narrowed,
};
use super::suffix::{Suffix, suffix_of};
use super::tree::Syntax;
use crate::query::expansion::nearest_latin;
use crate::query::notice::{Ignored, Notice, Said, Unknown};

/// A piece of a query.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lexeme {
    Open,
    Close,
    Or,
    And,
    Not,
    Operand(Operand),
}

/// A word or a phrase, with its field and what stands around it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Operand {
    /// The name of a known field.
    pub(super) field: Option<String>,
    /// The bytes of the text in the query.
    pub(super) text: Range<usize>,
    pub(super) quoted: bool,
    pub(super) exact: bool,
    pub(super) suffix: Suffix,
}

/// A piece with its bytes in the query.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Lexeme,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The tokens of a query, in order, and what there is to say about its operators.
pub(super) fn lex(text: &str, syntax: Syntax) -> (Vec<Token>, Vec<Notice>) {
    let mut tokens = Vec::new();
    let mut lexer = Lexer {
        text,
        at: 0,
        syntax,
        notices: Vec::new(),
    };
    while let Some(token) = lexer.next_token() {
        tokens.push(token);
    }
    (tokens, lexer.notices)
}

struct Lexer<'q> {
    text: &'q str,
    at: usize,
    syntax: Syntax,
    notices: Vec<Notice>,
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

    fn notice(&mut self, said: impl Into<Said>, span: Range<usize>) {
        self.notices.push(Notice::new(said, span));
    }

    /// Passes over what stands between words.
    fn skip_gaps(&mut self) {
        while let Some(c) = self.peek() {
            if is_dash(c) {
                let span = self.at..self.at + c.len_utf8();
                let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
                self.bump(c);
                let is_free = before.is_none_or(|before| is_leading_gap(before) || is_open(before));
                if is_free && self.peek().is_some_and(|next| !is_leading_gap(next) && !is_dash(next)) {
                    self.notice(Ignored::Dash(c), span);
                }
            } else if is_leading_gap(c) {
                self.bump(c);
            } else {
                break;
            }
        }
    }

    fn next_token(&mut self) -> Option<Token> {
        self.skip_gaps();
        let start = self.at;
        let first = self.peek()?;
        let single = match first {
            c if is_open(c) => Some(Lexeme::Open),
            c if is_close(c) => Some(Lexeme::Close),
            c if is_minus(c) && self.rest().chars().nth(1).is_some_and(|n| !is_gap(n) && !is_minus(n)) => {
                Some(Lexeme::Not)
            }
            c if is_bar(c) => {
                while self.rest().chars().nth(1).is_some_and(is_bar) {
                    self.bump(c);
                }
                Some(Lexeme::Or)
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
        let field = self.take_field();
        if field.is_some() {
            exact |= self.take_exact();
        }
        if self.peek().is_some_and(is_quote) {
            return Lexeme::Operand(self.quoted(field, exact));
        }
        let span = self.bare_word();
        let word = self.text.get(span.clone()).unwrap_or_default();
        if let Some(operator) = self.operator(word).filter(|_| field.is_none() && !exact) {
            return operator;
        }
        let suffix = suffix_of(word);
        Lexeme::Operand(Operand {
            field,
            text: span.start..span.start + suffix.length,
            quoted: false,
            exact,
            suffix,
        })
    }

    /// The operator that a word is.
    fn operator(&self, word: &str) -> Option<Lexeme> {
        match narrowed(word).as_str() {
            "OR" => return Some(Lexeme::Or),
            "AND" | "&&" => return Some(Lexeme::And),
            "NOT" => return Some(Lexeme::Not),
            _ => {}
        }
        // કે means "that" as often as "or": it stays a word
        match word {
            _ if !self.syntax.gujarati_operators => None,
            "અથવા" => Some(Lexeme::Or),
            "અને" | "તથા" => Some(Lexeme::And),
            "નહિ" | "નહીં" | "નહિં" | "નહી" => Some(Lexeme::Not),
            _ => None,
        }
    }

    fn take_exact(&mut self) -> bool {
        let equals = self.peek().filter(|&c| narrow(c) == '=');
        equals.into_iter().for_each(|c| self.bump(c));
        equals.is_some()
    }

    /// A known field name and its colon. Any other colon belongs to the word (દુ:ખ, 10:30); a Latin word
    /// before one that names no field is told.
    fn take_field(&mut self) -> Option<String> {
        let rest = self.rest();
        let length = rest.find(|c| !is_field_letter(narrow(c)))?;
        let colon = rest.get(length..)?.chars().next().filter(|&c| narrow(c) == ':')?;
        let name = narrowed(rest.get(..length)?);
        let end = self.at + length + colon.len_utf8();
        if field_of(&name).is_some() {
            self.at = end;
            return Some(name);
        }
        let is_address = self.text.get(end..).is_some_and(|value| value.starts_with('/'));
        if length > 1 && !is_address && self.text.get(end..)?.chars().next().is_some_and(|c| !is_gap(c)) {
            let nearest = nearest_latin(&name.to_lowercase(), &FIELDS);
            let unknown = Unknown::Field {
                name,
                nearest,
                fields: &FIELDS,
            };
            self.notice(unknown, self.at..end);
        }
        None
    }

    /// The bytes of a word: up to a gap, a parenthesis, a quote, a bar, a comma that divides no figure, or
    /// the colon after a name that is no field.
    fn bare_word(&mut self) -> Range<usize> {
        let start = self.at;
        let mut last = ' ';
        while let Some(c) = self.peek() {
            let next = self.rest().chars().nth(1).unwrap_or(' ');
            let divides = match narrow(c) {
                ',' => crate::script::digit_value(last).is_none() || crate::script::digit_value(next).is_none(),
                ':' => self.text.get(start..self.at).is_some_and(is_field_name) && narrow(next) != '/',
                _ => is_gap(c) || is_open(c) || is_close(c) || is_quote(c) || is_bar(c),
            };
            if divides {
                break;
            }
            self.bump(c);
            last = c;
        }
        let end = self.at;
        match self.peek() {
            Some(colon) if end > start && narrow(colon) == ':' => self.bump(colon),
            Some(c) if end == start => {
                self.bump(c);
                return start..self.at;
            }
            _ => {}
        }
        start..end
    }

    /// A phrase up to the next quote or the end, with `~3` and `^2` after it.
    fn quoted(&mut self, field: Option<String>, exact: bool) -> Operand {
        let open = self.at;
        self.peek().into_iter().for_each(|c| self.bump(c));
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(is_quote).unwrap_or(rest.len());
        self.at += length;
        match self.peek() {
            Some(close) => self.bump(close),
            None => self.notice(Ignored::OpenQuote, open..start),
        }
        let tail_length = self
            .rest()
            .find(|c: char| !matches!(narrow(c), '~' | '^' | '.' | '-' | '0'..='9'))
            .unwrap_or(self.rest().len());
        let tail = self.rest().get(..tail_length).unwrap_or_default();
        let mut suffix = Suffix::default();
        if tail.chars().next().is_some_and(|c| matches!(narrow(c), '~' | '^')) {
            suffix = suffix_of(tail);
            self.at += tail_length;
        }
        Operand {
            field,
            text: start..start + length,
            quoted: true,
            exact,
            suffix,
        }
    }
}

const fn is_field_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

/// Whether a text could be the name of a field: two Latin letters or more.
fn is_field_name(text: &str) -> bool {
    text.len() > 1 && text.chars().all(|c| is_field_letter(narrow(c)))
}
