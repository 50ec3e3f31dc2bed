//! Queries: what was typed becomes a tree of what is looked for.
//!
//! Takes the text of a query, gives a tree and notices ([`parse`]), then for each word the forms of the
//! index that it stands for ([`expand`]), and for the tree a plan of terms ([`lower`]). Pure, and cannot
//! fail on any text. What it must know of an index's words it asks through [`crate::index::WordSource`].

mod expansion;
mod lowering;
mod marking;
mod notice;
mod plan;
mod syntax;

pub use self::expansion::{
    Allowed, Apart, Corrected, Correction, Evidence, Expansion, LONGEST_TERM, MAX_FORMS, PhraseClause, Reading, Reason,
    Slot, Tier, abbreviation, bases, corrections, expand, term, translations,
};
pub use self::lowering::{Context, every_form, lower, named, parse_period};
pub use self::marking::{Marker, PASSAGE_BYTES, WordMark, add_mentions};
pub use self::notice::{
    Capped, Corrigendum, Ignored, ListedColumn, Notice, NoticeKind, Relaxed, Said, Timeout, Unknown, Unused,
};
pub use self::plan::{Clause, Plan, PlannedWord, WordClause};
pub use self::syntax::{FilterKind, FilterNode, MAX_WORDS, Parsed, Syntax, Tree, WordNode, parse};
