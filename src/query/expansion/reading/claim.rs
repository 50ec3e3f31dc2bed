//! Claims: what a Latin word may stand for, and on what evidence.

use super::candidate::Candidate;
use crate::query::expansion::evidence::{Evidence, Reading};
use crate::query::expansion::form::Tier;

/// How surely a claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// It is meant wherever the index has it.
    Sure,
    /// It is meant where nothing surer stands in the index.
    Fair,
    /// It may be meant where nothing else stands in the index, and its hits are relaxed.
    Loose,
}

/// One word of the index that a Latin word may stand for.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) evidence: Evidence,
    pub(super) grade: Grade,
    /// How likely it is what was meant, from 0 to 1.
    pub(super) weight: f32,
    pub(super) tier: Tier,
    /// Its forms that were found, each with what it costs.
    pub(super) forms: Vec<Candidate>,
    /// Whether the other forms of its lemma are searched too.
    pub(super) has_mates: bool,
    /// Evidence that is weighed, but not searched.
    pub(super) is_silent: bool,
}

impl Claim {
    /// How its forms belong to the word.
    pub(super) const fn reading(&self) -> Reading {
        Reading {
            evidence: self.evidence,
            weight: self.weight,
        }
    }
}
