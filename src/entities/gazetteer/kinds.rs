//! Kinds: what the lists of the gazetteer may say of a name or a word.
//!
//! The build reads this file, too, and refuses a list with a kind that is not here: a mistyped one would else be
//! read as some other, and nobody would see it. A new kind is a new line here, beside the code that reads it.

/// A cue with its strength, the second and third column of `cues.tsv`.
pub const CUES: [(&str, &str); 18] = [
    ("given", "plain"),
    ("given", "word"),
    ("honorific", "apart"),
    ("medium", "sure"),
    ("organisation", "sure"),
    ("other", "sure"),
    ("place", "sure"),
    ("surname", "plain"),
    ("surname", "word"),
    ("thing", "before"),
    ("thing", "behind"),
    ("thing", "between"),
    ("thing", "built"),
    ("thing", "direction"),
    ("thing", "prize"),
    ("thing", "site"),
    ("title", "sure"),
    ("title", "weak"),
];

/// Kinds of bodies, the second column of `organisations.tsv`.
pub const BODIES: [&str; 18] = [
    "agency",
    "app",
    "bank",
    "company",
    "court",
    "government",
    "international",
    "media",
    "militant",
    "military",
    "other",
    "party",
    "religious",
    "sport-body",
    "team",
    "un",
    "union",
    "university",
];

/// Kinds of places, the second column of `places.tsv`.
pub const PLACES: [&str; 6] = ["capital", "city", "district", "region", "state", "taluka"];

/// What a row of `country_aliases.tsv` can be: another name, an adjective, or a form that needs other evidence.
pub const COUNTRY_ALIASES: [&str; 3] = ["adjective", "context", "name"];

/// What a row of `place_aliases.tsv` can be.
pub const PLACE_ALIASES: [&str; 1] = ["context"];
