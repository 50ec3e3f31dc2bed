//! Syntax: the text of a query becomes a tree and notices.
//!
//! Takes any text, gives a tree; what it cannot use it passes over and says so with its place. Words stand
//! beside each other (all must match), `"phrases"`, `-word` and NOT, OR, AND, parentheses, `field:value`,
//! `=word` and `="phrase"` without any expansion, `word*` for a beginning, `word^2` for weight. The
//! Gujarati words અને, અથવા, નહિ are words. Typed quotes of all kinds are quotes, a danda ends nothing.

use std::ops::Range;

use serde::Serialize;

use super::lexer::{Lexeme, Target, Token, field_of, lex};
use crate::entities::{EntityKind, Field};

/// Parentheses nest at most so deep; deeper ones are passed over.
const MAX_DEPTH: usize = 64;

/// At most so many words of a query are used.
pub const MAX_WORDS: usize = 256;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeKind {
    /// A part of the query that is not used.
    Ignored,
    /// A name that several bear.
    Ambiguous,
    /// A value that is not known.
    Unknown,
    /// Articles with some of the words only, or with corrected words.
    Relaxed,
    /// A limit that was reached.
    Capped,
    /// The time ran out.
    Timeout,
}

/// Something that the reader of an answer should know about the query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// One line, in words.
    pub message: String,
    /// First byte of its place in the query.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl Notice {
    /// A notice about the bytes `place` of the query.
    #[must_use]
    pub const fn new(kind: NoticeKind, message: String, place: Range<usize>) -> Self {
        Self {
            kind,
            message,
            start: place.start,
            end: place.end,
        }
    }
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// A word, or what stands between two spaces.
    Word(WordNode),
    /// A phrase in quotes.
    Phrase(WordNode),
    /// A value of a field that is no text.
    Filter(FilterNode),
    /// All must match.
    All(Vec<Tree>),
    /// One must match.
    Any(Vec<Tree>),
    /// Must not match.
    Not(Box<Tree>),
}

/// A word or phrase as typed.
#[derive(Debug, Clone, PartialEq)]
pub struct WordNode {
    /// The text without quotes and operators.
    pub text: String,
    /// First byte in the query.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
    /// Without any expansion.
    pub exact: bool,
    /// A beginning: `word*`.
    pub prefix: bool,
    /// How many words may stand between those of a phrase.
    pub slop: u32,
    /// The weight, 1 by default.
    pub boost: f32,
    /// The only field to look in.
    pub field: Option<Field>,
}

/// A filter inside a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterNode {
    /// What is filtered.
    pub kind: FilterKind,
    /// The value as typed.
    pub value: String,
    /// First byte in the query.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
}

/// What a filter looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterKind {
    /// Mentions of a kind.
    Entity(EntityKind),
    /// The category.
    Category,
    /// The source.
    Source,
    /// A day, month, year or range.
    Date,
    /// From a date on.
    After,
    /// Up to a date.
    Before,
}

/// A parsed query.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The tree; `None` where nothing is left to look for.
    pub tree: Option<Tree>,
    /// What was passed over.
    pub notices: Vec<Notice>,
}

/// Parses a query. Never fails.
///
/// ```
/// use khabar::query::{Tree, parse};
/// let parsed = parse("ભૂકંપ -તુર્કી category:world");
/// assert!(matches!(parsed.tree, Some(Tree::All(parts)) if parts.len() == 3));
/// assert!(parse("(((").tree.is_none());
/// ```
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        tokens: lex(text),
        at: 0,
        depth: 0,
        words: 0,
        notices: Vec::new(),
        text,
    };
    let mut parts = Vec::new();
    while parser.at < parser.tokens.len() {
        parts.extend(parser.alternatives());
        if matches!(
            parser.peek(),
            Some(Token {
                kind: Lexeme::Close,
                ..
            })
        ) {
            parser.ignore("no parenthesis is open here");
        }
    }
    Parsed {
        tree: all(parts),
        notices: parser.notices,
    }
}

fn all(mut parts: Vec<Tree>) -> Option<Tree> {
    if parts.len() > 1 {
        Some(Tree::All(parts))
    } else {
        parts.pop()
    }
}

struct Parser<'q> {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    words: usize,
    notices: Vec<Notice>,
    text: &'q str,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Passes over the token here and says why.
    fn ignore(&mut self, why: &str) {
        if let Some(token) = self.tokens.get(self.at) {
            let what = self.text.get(token.start..token.end).unwrap_or_default();
            let message = format!("‘{what}’ is ignored: {why}");
            self.notices
                .push(Notice::new(NoticeKind::Ignored, message, token.start..token.end));
            self.at += 1;
        }
    }

    /// Conjunctions with OR between them, up to a closing parenthesis.
    fn alternatives(&mut self) -> Option<Tree> {
        let mut sides = Vec::new();
        loop {
            sides.extend(self.conjunction());
            match self.peek() {
                Some(Token { kind: Lexeme::Or, .. }) => {
                    let is_last = self
                        .tokens
                        .get(self.at + 1)
                        .is_none_or(|next| matches!(next.kind, Lexeme::Close | Lexeme::Or));
                    if sides.is_empty() || is_last {
                        self.ignore("OR needs a word on both sides");
                    } else {
                        self.at += 1;
                    }
                }
                _ => break,
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
                        self.ignore("AND needs a word on both sides");
                    } else {
                        self.at += 1;
                    }
                }
                _ => parts.extend(self.unit()),
            }
        }
        all(parts)
    }

    fn unit(&mut self) -> Option<Tree> {
        match self.peek()?.kind {
            Lexeme::Not => {
                if self
                    .tokens
                    .get(self.at + 1)
                    .is_none_or(|next| matches!(next.kind, Lexeme::Close | Lexeme::Or | Lexeme::And))
                {
                    self.ignore("nothing follows that could be left out");
                    return None;
                }
                self.at += 1;
                self.unit().map(|tree| match tree {
                    Tree::Not(inner) => *inner,
                    tree => Tree::Not(Box::new(tree)),
                })
            }
            Lexeme::Open => self.group(),
            Lexeme::Operand { .. } => self.operand(),
            _ => {
                self.ignore("no operator can stand here");
                None
            }
        }
    }

    fn group(&mut self) -> Option<Tree> {
        if self.depth >= MAX_DEPTH {
            self.ignore("parentheses nest too deep");
            return None;
        }
        let open = self.at;
        self.at += 1;
        self.depth += 1;
        let tree = self.alternatives();
        self.depth -= 1;
        if matches!(
            self.peek(),
            Some(Token {
                kind: Lexeme::Close,
                ..
            })
        ) {
            self.at += 1;
        } else if let Some(token) = self.tokens.get(open) {
            let message = "‘(’ is never closed; read as if it ended with the query".to_owned();
            self.notices
                .push(Notice::new(NoticeKind::Ignored, message, token.start..token.end));
        }
        tree
    }

    fn operand(&mut self) -> Option<Tree> {
        let token = self.peek()?.clone();
        let Lexeme::Operand {
            field,
            text,
            quoted,
            exact,
            slop,
            boost,
        } = token.kind
        else {
            return None;
        };
        if crate::analysis::tokens(&text).next().is_none() && !is_filter(field.as_deref()) {
            self.ignore("it holds no letter or digit");
            return None;
        }
        self.words += 1;
        if self.words > MAX_WORDS {
            self.ignore("the query has too many words");
            return None;
        }
        self.at += 1;
        let (byte_start, byte_end) = (token.start, token.end);
        let field = match field.as_deref().and_then(field_of) {
            Some(Target::Filter(kind)) => {
                return self.filter(FilterNode {
                    kind,
                    value: text,
                    byte_start,
                    byte_end,
                });
            }
            Some(Target::Text(field)) => Some(field),
            None => None,
        };
        let prefix = !quoted && text.len() > 1 && text.ends_with('*');
        let text = if prefix {
            text.trim_end_matches('*').to_owned()
        } else {
            text
        };
        let text = if quoted {
            text
        } else {
            self.without_fuzzy(text, byte_start..byte_end)
        };
        let node = WordNode {
            text,
            byte_start,
            byte_end,
            exact,
            prefix,
            slop,
            boost,
            field,
        };
        Some(if quoted { Tree::Phrase(node) } else { Tree::Word(node) })
    }

    /// The word without the sign by which other engines are asked for similar words: `word~`, `word~2`.
    fn without_fuzzy(&mut self, word: String, place: Range<usize>) -> String {
        let bare = word
            .rsplit_once('~')
            .filter(|(bare, edits)| !bare.is_empty() && edits.bytes().all(|b| b.is_ascii_digit()))
            .map(|(bare, _)| bare.to_owned());
        let Some(bare) = bare else { return word };
        let message = format!("‘~’ behind ‘{bare}’ is ignored: other spellings of a word are found without it");
        self.notices.push(Notice::new(NoticeKind::Ignored, message, place));
        bare
    }

    fn filter(&mut self, node: FilterNode) -> Option<Tree> {
        if node.value.trim().is_empty() {
            let message = "a field without a value is ignored; write for example country:KP".to_owned();
            self.notices.push(Notice::new(
                NoticeKind::Ignored,
                message,
                node.byte_start..node.byte_end,
            ));
            return None;
        }
        Some(Tree::Filter(node))
    }
}

fn is_filter(field: Option<&str>) -> bool {
    matches!(field.and_then(field_of), Some(Target::Filter(_)))
}
