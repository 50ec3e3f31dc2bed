//! Entities: who, which country, where, which body a text is about.
//!
//! Takes articles and the gazetteer, gives mentions with canonical ids. Pure: no I/O. Names are matched
//! over analysed tokens, so that an inflected, respelt or broken name is the same name; the longest name
//! wins. What a short or shared name stands for is decided inside the article, and what stays undecided
//! is no mention. A name that no list has is known by the words around it, and its id is the name itself
//! (રમેશ-ચૌહાણ). How a gazetteer is kept on disk is the index's affair.

mod analysed;
mod beginnings;
mod compile;
mod corrections;
mod cues;
mod entity;
mod everyday;
pub mod gazetteer;
pub mod kinds;
pub mod lists;
mod lookup;
mod patterns;
pub mod recognise;
mod resolve;
mod short_forms;
mod sounding;
mod spans;
mod store;
mod surroundings;
mod unlisted;
mod words;

use serde::{Deserialize, Serialize};

use crate::analysis::{KEY_VERSION, joined, number};
use crate::article::Field;

pub use self::analysed::{AnalysedArticle, ArticleLexis, WordNote, article_lexis};
pub use self::corrections::{CorrectedError, CorrectionError};
pub use self::entity::{BodyKind, Entity, EntityKind, Facts};
pub use self::gazetteer::{Bearer, Gazetteer, GazetteerError, Strength};
pub use self::recognise::{Recogniser, recognise};
pub use self::resolve::ids_by_weight;

/// The number of the rules that recognise: how names are matched, decided and known by pattern, and how a gazetteer is
/// laid out. Raise it whenever code changes which mentions a text has; a list needs no raising, for [`GAZETTEER_DATA`]
/// follows it. `tests/versions.rs` fails where it was forgotten.
pub const RECOGNITION_RULES: u32 = 1;

/// The hash of the rows of all lists of the gazetteer, without their comments. Made by the build
/// (`src/build/versions.rs`), never by hand.
pub const GAZETTEER_DATA: u64 = number(env!("KHABAR_GAZETTEER_DATA"));

/// The version of the mentions, of [`GAZETTEER_DATA`], [`RECOGNITION_RULES`] and the keys that recognition rests on: where
/// it differs, the same text can get other mentions, and articles are indexed anew.
pub const GAZETTEER_VERSION: u64 = joined(joined(GAZETTEER_DATA, KEY_VERSION), RECOGNITION_RULES as u64);

/// How a mention was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// By a name of the gazetteer.
    Gazetteer,
    /// By a pattern of titles, honorifics and surnames.
    Pattern,
    /// By a short form that stands for a name of the same story.
    Inferred,
}

impl How {
    /// How as JSON writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gazetteer => "gazetteer",
            Self::Pattern => "pattern",
            Self::Inferred => "inferred",
        }
    }
}

/// One place of a text that names an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// What is named.
    pub kind: EntityKind,
    /// The id of what is named.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The words as they stand in the text.
    pub form: String,
    /// The field of the article.
    pub field: Field,
    /// First byte in the field.
    #[serde(rename = "start")]
    pub byte_start: usize,
    /// The byte behind the last.
    #[serde(rename = "end")]
    pub byte_end: usize,
    /// How it was found.
    pub how: How,
}
