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

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A country, also former and disputed ones.
    Country,
    /// A state, district, town or region.
    Place,
    /// A party, ministry, firm, team or other body.
    Organisation,
}

impl EntityKind {
    /// All kinds, in the order in which answers list them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Country, Self::Place, Self::Organisation];

    /// The kind as options and JSON write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Country => "country",
            Self::Place => "place",
            Self::Organisation => "organisation",
        }
    }
}

/// An entry of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its id: an ISO 3166 code for a country, a Latin slug for all others.
    pub id: String,
    /// Its name as Gujarati newspapers write it.
    pub name: String,
    /// Its English name.
    pub name_latin: String,
    /// The country that it belongs to, where it has one.
    pub country: Option<String>,
    /// Whether it counts for that country in the order of a story's countries: its capital, its head of
    /// state or of government.
    pub stands_for_country: bool,
    /// What else the lists say: the kind of an organisation, the place around a place, the capital of a country, and for a person the words
    /// that go with them and their roles, with `|` between.
    #[serde(skip)]
    pub marks: String,
}

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
