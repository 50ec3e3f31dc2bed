//! Syntax: the text of a query becomes a tree and notices.
//!
//! Takes any text, gives a tree; what it cannot use it passes over and says so with its span. Words stand
//! beside each other (all must match), `"phrases"` and `"phrases"~3`, `-word` and NOT, OR, AND, parentheses,
//! `field:value`, `=word` and `="phrase"` without any expansion, `word*` for a beginning, `word~` and
//! `word~2` for similar words, `word^2` for weight. The Gujarati words અને, અથવા, નહિ are words, unless
//! [`Syntax`] says otherwise. Typed quotes of all kinds are quotes, a danda only divides words.

mod lexer;
mod operators;
mod parser;
mod suffix;
mod told;
mod tree;

pub use self::parser::MAX_WORDS;
use self::parser::Parser;
pub use self::tree::{FilterKind, FilterNode, Parsed, Syntax, Tree, WordNode};

/// Parses a query. Never fails.
///
/// ```
/// use khabar::query::{Syntax, Tree, parse};
/// let parsed = parse("ભૂકંપ -તુર્કી category:world", Syntax::default());
/// assert!(matches!(parsed.tree, Some(Tree::All(parts)) if parts.len() == 3));
/// assert!(parse("(((", Syntax::default()).tree.is_none());
/// ```
#[must_use]
pub fn parse(text: &str, syntax: Syntax) -> Parsed {
    Parser::new(text, syntax).parse()
}
