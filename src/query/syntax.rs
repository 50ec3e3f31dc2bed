//! Syntax: the text of a query becomes a tree and notices.
//!
//! Takes any text, gives a tree; what it cannot use it passes over and says so with its place. Words stand
//! beside each other (all must match), `"phrases"`, `-word` and NOT, OR, AND, parentheses, `field:value`,
//! `=word` and `="phrase"` without any expansion, `word*` for a beginning, `word^2` for weight. The
//! Gujarati words અને, અથવા, નહિ are words. Typed quotes of all kinds are quotes, a danda ends nothing.

use serde::Serialize;

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

#[derive(Debug, Clone, PartialEq)]
enum Lexeme {
    Open,
    Close,
    Or,
    And,
    Not,
    /// `-` or NOT before an operand; a field, text, whether quoted, exact.
    Operand {
        field: Option<String>,
        text: String,
        quoted: bool,
        exact: bool,
        slop: u32,
        boost: f32,
    },
}

#[derive(Debug, Clone, PartialEq)]
struct Token {
    kind: Lexeme,
    start: usize,
    end: usize,
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

fn lex(text: &str) -> Vec<Token> {
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

enum Target {
    Text(Field),
    Filter(FilterKind),
}

fn field_of(name: &str) -> Option<Target> {
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
            self.notices.push(Notice {
                kind: NoticeKind::Ignored,
                message,
                start: token.start,
                end: token.end,
            });
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
            self.notices.push(Notice {
                kind: NoticeKind::Ignored,
                message,
                start: token.start,
                end: token.end,
            });
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

    fn filter(&mut self, node: FilterNode) -> Option<Tree> {
        if node.value.trim().is_empty() {
            let message = "a field without a value is ignored; write for example country:KP".to_owned();
            self.notices.push(Notice {
                kind: NoticeKind::Ignored,
                message,
                start: node.byte_start,
                end: node.byte_end,
            });
            return None;
        }
        Some(Tree::Filter(node))
    }
}

fn is_filter(field: Option<&str>) -> bool {
    matches!(field.and_then(field_of), Some(Target::Filter(_)))
}
