//! The scene: what recognition knows of an article while it reads it.
//!
//! Takes an analysed article, holds its words with their cues, the names found in it before it is decided whom they mean, and
//! what stands around each.

use super::analysed::AnalysedArticle;
use super::around::Around;
use super::cued::CuedWord;
use super::cues::is_everyday;
use crate::analysis::{Keys, WordId};
use crate::article::{Article, Field};
use crate::entities::{Bearer, Entity, EntityKind, Gazetteer, How, Mention};

/// A name found in a text, before it is decided whom it means.
pub(super) struct Candidate {
    pub(super) bearers: Vec<Bearer>,
    /// What a pattern takes it for where nobody of the gazetteer is meant.
    pub(super) pattern: Option<EntityKind>,
    /// Its words, for short forms of the same scene.
    pub(super) parts: Vec<WordId>,
    /// The word before.
    pub(super) before: Option<WordId>,
    /// The word at once after it, where nothing but a space parts them.
    pub(super) behind: Option<WordId>,
    pub(super) around: Around,
    pub(super) field: Field,
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
}

/// An article and what was found in it.
pub(super) struct Scene<'a> {
    pub(super) article: &'a Article,
    pub(super) candidates: Vec<Candidate>,
    /// All its words.
    pub(super) words: Vec<WordId>,
    /// A tournament is named in it.
    pub(super) has_prize: bool,
}

impl Scene<'_> {
    /// The words of a candidate as they stand.
    pub(super) fn form(&self, candidate: &Candidate) -> &str {
        let text = candidate.field.of(self.article);
        text.get(candidate.byte_start..candidate.byte_end).unwrap_or_default()
    }

    /// The text from one candidate to another of the same field behind it.
    pub(super) fn gap(&self, before: &Candidate, after: &Candidate) -> Option<&str> {
        let text = (before.field == after.field).then(|| before.field.of(self.article))?;
        text.get(before.byte_end..after.byte_start)
    }

    /// The candidate before another and the text between, in the same field.
    pub(super) fn before(&self, at: usize) -> Option<(&Candidate, &str)> {
        let before = self.candidates.get(at.checked_sub(1)?)?;
        Some((before, self.gap(before, self.candidates.get(at)?)?))
    }

    /// The candidate behind another and the text between, in the same field.
    pub(super) fn behind(&self, at: usize) -> Option<(&Candidate, &str)> {
        let behind = self.candidates.get(at + 1)?;
        Some((behind, self.gap(self.candidates.get(at)?, behind)?))
    }
}

/// A token as recognition needs it.
pub(super) struct Word {
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
    /// Its number in the lexis.
    pub(super) word: WordId,
    pub(super) cued: CuedWord,
}

/// What recognition reads: an analysed article and the names.
pub(super) struct Recognition<'a> {
    pub(super) analysed: &'a AnalysedArticle<'a>,
    pub(super) gazetteer: &'a Gazetteer,
}

impl Recognition<'_> {
    /// The keys of a word.
    pub(super) fn keys(&self, word: WordId) -> &Keys {
        &self.analysed.word(word).keys
    }

    /// The lemma key of a word.
    pub(super) fn key_at(&self, word: WordId) -> Option<&str> {
        Some(&self.keys(word).lemmas.first()?.key)
    }

    /// Whether a word is one of everyday in another reading than its first (માના, of the mother).
    pub(super) fn can_be_everyday(&self, word: WordId) -> bool {
        let others = self.keys(word).lemmas.iter().skip(1);
        others.into_iter().any(|lemma| is_everyday(&lemma.key))
    }
}

/// The mention of an entity by a candidate.
pub(super) fn mention(scene: &Scene<'_>, candidate: &Candidate, entity: Entity<&str>, how: How) -> Mention {
    Mention {
        kind: entity.kind(),
        id: entity.id.to_owned(),
        name: entity.name.to_owned(),
        form: scene.form(candidate).to_owned(),
        field: candidate.field,
        byte_start: candidate.byte_start,
        byte_end: candidate.byte_end,
        how,
    }
}
