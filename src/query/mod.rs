//! Queries: what was typed becomes a tree of what is looked for.
//!
//! Takes the text of a query, gives a tree and notices ([`syntax`]), then for each word the forms of the
//! index that it stands for ([`expand`]), and for the tree a plan of terms ([`mod@lower`]). Pure, and cannot
//! fail on any text. What it must know of an index's words it asks through [`crate::index::Known`].

pub mod correct;
pub mod dates;
pub mod expand;
pub mod filters;
mod fuzzy;
pub mod joins;
mod ledger;
pub mod letters;
mod lexer;
pub mod lower;
pub mod marking;
mod near;
mod ordinals;
mod parser;
pub mod plan;
mod readings;
mod signs;
mod suffix;
pub mod syntax;
pub mod translate;
mod words;

pub use self::expand::{Expansion, Tier};
pub use self::lower::lower;
pub use self::plan::{Clause, PhraseClause, Plan, Slot, WordClause};
pub use self::syntax::{Notice, NoticeKind, Parsed, Syntax, Tree, parse};
