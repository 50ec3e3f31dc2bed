//! Entities: who, which country, where, which body a text is about.
//!
//! Takes articles and the gazetteer, gives mentions with canonical ids. Pure: no I/O. Names are matched
//! over analysed tokens, so that an inflected, respelt or broken name is the same name; the longest name
//! wins. What a short or shared name stands for is decided inside the article, and what stays undecided
//! is no mention. A name that no list has is known by the words around it, and its id is the name itself
//! (રમેશ-ચૌહાણ). How a gazetteer is kept on disk is the index's affair.

mod entity;
pub mod gazetteer;
mod mention;
pub mod recognise;

use crate::analysis::{KEY_VERSION, joined, number};

pub use self::entity::{BodyKind, Entity, EntityKind, Facts};
pub use self::gazetteer::{Bearer, CorrectedError, CorrectionError, Gazetteer, GazetteerError, Strength};
pub use self::mention::{How, Mention};
pub use self::recognise::{
    AnalysedArticle, ArticleLexis, Recogniser, WordNote, article_lexis, ids_by_weight, recognise,
};

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
