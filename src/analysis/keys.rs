//! The keys of a form: what spellings, inflections and function words it is known by.

use super::lemma::Lemma;

/// The keys of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The spelling key.
    pub fold: String,
    /// The lemma keys, the best first; never empty.
    pub lemmas: Vec<Lemma>,
    /// Whether it is a function word.
    pub is_stop: bool,
}
