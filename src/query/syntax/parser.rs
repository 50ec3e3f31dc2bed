//! Parser: the pieces of a query become a tree.
//!
//! Takes the tokens of [`super::lexer`], gives the tree and the notices. No text
//! makes it fail, run deep or say more than a reader can read.

use std::ops::Range;

use super::lexer::{Lexeme, Operand, Token, lex};
use super::operators::{Target, field_of, narrow, narrowed};
use super::suffix::{MOST_EDITS, MOST_SLOP, Suffix};
use super::told::{shortened, told};
use super::tree::{FilterNode, Parsed, Syntax, Tree, WordNode, all};
use crate::article::Field;
use crate::query::notice::{Capped, Ignored, Notice, Said, Unused};

/// At most this many words of a query are used.
pub const MAX_WORDS: usize = 256;

/// Parentheses nest at most this deep; deeper ones are passed over.
const MAX_DEPTH: usize = 64;

pub(super) struct Parser<'q> {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    words: usize,
    /// The query has more words than are read.
    is_cut: bool,
    notices: Vec<Notice>,
    text: &'q str,
}

impl<'q> Parser<'q> {
    pub(super) fn new(text: &'q str, syntax: Syntax) -> Self {
        let (tokens, notices) = lex(text, syntax);
        Self {
            tokens,
            at: 0,
            depth: 0,
            words: 0,
            is_cut: false,
            notices,
            text,
        }
    }

    pub(super) fn parse(mut self) -> Parsed {
        let mut parts = Vec::new();
        while self.at < self.tokens.len() {
            parts.extend(self.alternatives());
            if self.stands_at(self.at, |kind| *kind == Lexeme::Close) {
                self.ignore(Unused::NoneOpen);
            }
        }
        Parsed {
            tree: all(parts),
            notices: told(self.notices),
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Whether a token is there and of this kind.
    fn stands_at(&self, at: usize, is: impl Fn(&Lexeme) -> bool) -> bool {
        self.tokens.get(at).is_some_and(|token| is(&token.kind))
    }

    fn notice(&mut self, said: impl Into<Said>, span: Range<usize>) {
        self.notices.push(Notice::new(said, span));
    }

    /// Passes over the token here and says why.
    fn ignore(&mut self, why: Unused) {
        if let Some(token) = self.tokens.get(self.at) {
            let span = token.start..token.end;
            let part = shortened(self.text.get(span.clone()).unwrap_or_default());
            self.notice(Ignored::Part { part, why }, span);
            self.at += 1;
        }
    }

    /// Conjunctions with OR between them, up to a closing parenthesis.
    fn alternatives(&mut self) -> Option<Tree> {
        let mut sides = Vec::new();
        loop {
            sides.extend(self.conjunction());
            if !self.stands_at(self.at, |kind| *kind == Lexeme::Or) {
                break;
            }
            let goes_on = self.stands_at(self.at + 1, |next| !matches!(next, Lexeme::Close | Lexeme::Or));
            if sides.is_empty() || !goes_on {
                self.ignore(Unused::LoneOr);
            } else {
                self.at += 1;
            }
        }
        if sides.len() > 1 {
            Some(Tree::Any(sides))
        } else {
            sides.pop()
        }
    }

    fn conjunction(&mut self) -> Option<Tree> {
        let mut parts = Vec::new();
        while let Some(token) = self.peek() {
            match token.kind {
                Lexeme::Or | Lexeme::Close => break,
                Lexeme::And => {
                    if parts.is_empty() || self.tokens.get(self.at + 1).is_none() {
                        self.ignore(Unused::LoneAnd);
                    } else {
                        self.at += 1;
                    }
                }
                _ => parts.extend(self.unit()),
            }
        }
        all(parts)
    }

    /// An operand or a group, with the NOTs before it: two of them are none.
    fn unit(&mut self) -> Option<Tree> {
        let mut excluded = false;
        while self.stands_at(self.at, |kind| *kind == Lexeme::Not) {
            let goes_on = self.stands_at(self.at + 1, |next| {
                !matches!(next, Lexeme::Close | Lexeme::Or | Lexeme::And)
            });
            if !goes_on {
                self.ignore(Unused::LoneNot);
                return None;
            }
            self.at += 1;
            excluded = !excluded;
        }
        let tree = match self.peek()?.kind {
            Lexeme::Open => self.group(),
            Lexeme::Operand(_) => self.operand(),
            _ => {
                self.ignore(Unused::NoWordHere);
                None
            }
        }?;
        Some(match tree {
            Tree::Not(inner) if excluded => *inner,
            tree if excluded => Tree::Not(Box::new(tree)),
            tree => tree,
        })
    }

    fn group(&mut self) -> Option<Tree> {
        if self.depth >= MAX_DEPTH {
            self.ignore(Unused::TooDeep);
            return None;
        }
        let open = self.at;
        self.at += 1;
        self.depth += 1;
        let tree = self.alternatives();
        self.depth -= 1;
        if self.stands_at(self.at, |kind| *kind == Lexeme::Close) {
            self.at += 1;
        } else if let Some(token) = self.tokens.get(open).filter(|_| !self.is_cut) {
            let span = token.start..token.end;
            self.notice(Ignored::OpenParenthesis, span);
        }
        tree
    }

    fn operand(&mut self) -> Option<Tree> {
        let token = self.peek()?;
        let (span, Lexeme::Operand(operand)) = (token.start..token.end, token.kind.clone()) else {
            return None;
        };
        let target = operand.field.as_deref().and_then(field_of);
        let text = self.text.get(operand.text.clone()).unwrap_or_default();
        let is_filter = matches!(target, Some(Target::Filter(_)));
        let count = crate::analysis::tokens(text).take(MAX_WORDS + 1).count();
        if count == 0 && !is_filter {
            self.ignore(match target {
                Some(_) if text.trim().is_empty() => Unused::NoValue,
                _ => Unused::NoLetter,
            });
            return None;
        }
        let Some(text) = self.within_words(text, count.max(1), operand.text.start) else {
            self.at = self.tokens.len();
            return None;
        };
        self.at += 1;
        self.say_suffix(&operand.suffix, &span);
        match target {
            Some(Target::Filter(kind)) => self.filter(FilterNode {
                kind,
                value: narrowed(text),
                byte_start: span.start,
                byte_end: span.end,
            }),
            Some(Target::Text(field)) => Some(self.word(text, &operand, Some(field), span)),
            None => Some(self.word(text, &operand, None, span)),
        }
    }

    /// As much of an operand as the query may have; `None` where nothing more is read.
    fn within_words(&mut self, text: &'q str, count: usize, text_start: usize) -> Option<&'q str> {
        let left = MAX_WORDS - self.words;
        self.words += count.min(left);
        if count <= left {
            return Some(text);
        }
        let last = crate::analysis::tokens(text).take(left).last();
        let end = last.map_or(0, |token| token.byte_end);
        self.notice(Capped::Words(MAX_WORDS), text_start + end..self.text.len());
        self.is_cut = true;
        self.tokens.truncate(self.at + 1);
        text.get(..end).filter(|_| end > 0)
    }

    /// What is wrong with the operators after an operand, and which limits they pass.
    fn say_suffix(&mut self, suffix: &Suffix, span: &Range<usize>) {
        if let Some(wrong) = &suffix.wrong {
            self.notice(wrong.clone(), span.clone());
        }
        if let Some(capped) = &suffix.capped {
            self.notice(capped.clone(), span.clone());
        }
    }

    fn word(&mut self, text: &str, operand: &Operand, field: Option<Field>, span: Range<usize>) -> Tree {
        let suffix = &operand.suffix;
        let near = suffix.near.unwrap_or(0);
        let mut node = WordNode {
            text: text.to_owned(),
            byte_start: span.start,
            byte_end: span.end,
            text_start: operand.text.start,
            exact: operand.exact,
            prefix: suffix.prefix,
            near: 0,
            slop: 0,
            boost: suffix.boost.unwrap_or(1.0),
            field,
        };
        if operand.quoted {
            if text.chars().any(|c| narrow(c) == '*') {
                self.notice(Ignored::InnerAsterisk, span.clone());
            }
            node.slop = self.at_most(near, MOST_SLOP, Capped::Slop, &span);
            return Tree::Phrase(node);
        }
        if near > 0 && (node.exact || node.prefix) {
            self.notice(Ignored::SimilarBesideOperator, span);
        } else {
            node.near = self.at_most(near, MOST_EDITS, Capped::Edits, &span);
            if text.chars().any(|c| narrow(c) == '*') {
                self.notice(Ignored::InnerAsterisk, span);
            }
        }
        Tree::Word(node)
    }

    fn at_most(&mut self, number: u32, most: u32, capped: fn(u32) -> Capped, span: &Range<usize>) -> u32 {
        if number > most {
            self.notice(capped(most), span.clone());
        }
        number.min(most)
    }

    fn filter(&mut self, node: FilterNode) -> Option<Tree> {
        if node.value.trim().is_empty() {
            self.notice(Ignored::FieldWithoutValue, node.byte_start..node.byte_end);
            return None;
        }
        Some(Tree::Filter(node))
    }
}
