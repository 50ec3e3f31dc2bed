//! Mentions as marks: where an entity that the query names stands by another word.
//!
//! Takes the marks of an article, recognises its names again, adds a mark for each that a word of the query means.

use super::marker::Marker;
use super::word_mark::WordMark;
use crate::article::{Article, Field};
use crate::entities::{EntityKind, Recogniser};
use crate::query::expansion::Tier;

/// Adds the marks of words that matched by a mention alone: they are found by recognising again.
pub fn add_mentions(
    marks: &mut [(Field, Vec<WordMark>)],
    article: &Article,
    marker: &Marker,
    recogniser: &mut Recogniser<'_>,
) {
    let is_found = |word: usize, marks: &[(Field, Vec<WordMark>)]| {
        marks
            .iter()
            .any(|(_, found)| found.iter().any(|mark| mark.word == word))
    };
    let unseen: Vec<(usize, EntityKind, &str)> =
        marker.entities().filter(|&(word, ..)| !is_found(word, marks)).collect();
    if unseen.is_empty() {
        return;
    }
    for mention in recogniser.mentions(article) {
        let Some(&(word, ..)) = unseen
            .iter()
            .find(|&&(_, kind, id)| kind == mention.kind && id == mention.id)
        else {
            continue;
        };
        if let Some((_, found)) = marks.iter_mut().find(|(field, _)| *field == mention.field) {
            let mark = WordMark {
                word,
                tier: Tier::Alias,
                byte_start: mention.byte_start,
                byte_end: mention.byte_end,
            };
            if !found
                .iter()
                .any(|other| other.byte_start < mark.byte_end && mark.byte_start < other.byte_end)
            {
                found.push(mark);
                found.sort_by_key(|mark| mark.byte_start);
            }
        }
    }
}
