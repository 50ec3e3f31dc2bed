//! The tokens of plain words, as names and compounds are looked for in them.
//!
//! Takes a word of the tree, gives its tokens with their bytes in the query; takes a sequence of tokens, says what is known
//! of it from its letters alone.

use std::ops::Range;

use super::function_words::{Sense, sense};
use super::slots::LONGEST_FORM;
use crate::analysis::{Kind, Token, is_stop, keys, tokens};
use crate::query::expansion::is_letter_name;
use crate::query::syntax::WordNode;

/// A token of the query with the node that it came from.
#[derive(Clone)]
pub(super) struct QueryToken {
    pub(super) token: Token<'static>,
    pub(super) text: String,
    pub(super) boost: f32,
    /// Glued to the token before: 10.30, G20ની.
    pub(super) is_adjacent: bool,
    /// A function word, wanted but not needed.
    pub(super) is_stop: bool,
    /// A function word in Latin letters, not looked for beside other words.
    pub(super) is_passed_over: bool,
    /// Its bytes in the query.
    pub(super) span: Range<usize>,
}

/// The bytes of a sequence in the query.
pub(super) fn span_of(sequence: &[QueryToken]) -> Range<usize> {
    let start = sequence.first().map_or(0, |part| part.span.start);
    start..sequence.last().map_or(start, |part| part.span.end)
}

/// Whether a word is typed as an acronym is: a few capitals. It stands in the text so, or by the names of its letters, and
/// is no word of the other script.
pub(super) fn is_acronym(part: &QueryToken) -> bool {
    (2..=4).contains(&part.text.len()) && part.text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The forms of the words, with spaces between.
pub(super) fn forms(sequence: &[QueryToken]) -> String {
    let forms = sequence.iter().map(|part| part.token.form.as_ref());
    forms.collect::<Vec<_>>().join(" ")
}

/// The words as typed, with spaces between.
pub(super) fn label(sequence: &[QueryToken]) -> String {
    sequence
        .iter()
        .map(|part| part.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The tokens of words that stand after each other, function words marked; `is_after_word` says whether a word stands before
/// them.
pub(super) fn sequence_tokens(nodes: &[WordNode], mut is_after_word: bool) -> Vec<QueryToken> {
    let mut query: Vec<QueryToken> = nodes.iter().flat_map(query_tokens).collect();
    for at in 0..query.len() {
        let sense = latin_sense(&query, at, is_after_word);
        let Some(part) = query.get_mut(at) else { break };
        if let Some(sense) = sense {
            part.is_stop = sense == Sense::Function;
            part.is_passed_over = part.is_stop;
        }
        if sense == Some(Sense::Acronym) {
            part.token.form = part.token.form.to_ascii_uppercase().into();
        }
        is_after_word |= !part.is_stop;
    }
    // a query of nothing else looks for them (kem che)
    if !is_after_word {
        query.iter_mut().for_each(|part| part.is_passed_over = false);
    }
    query
}

/// What a Latin word is in its place; `None` for other words, and for acronyms in capitals.
fn latin_sense(query: &[QueryToken], at: usize, is_after_word: bool) -> Option<Sense> {
    let part = query.get(at)?;
    let form_at = |at: usize| query.get(at).map(|part| part.token.form.as_ref());
    (part.token.kind == Kind::Latin && !is_acronym(part)).then(|| {
        let before = at.checked_sub(1).and_then(form_at);
        sense(&part.token.form, before, form_at(at + 1), is_after_word)
    })
}

fn query_tokens(node: &WordNode) -> Vec<QueryToken> {
    let mut last_kind = None;
    tokens(&node.text)
        .map(|token| {
            let text = node
                .text
                .get(token.byte_start..token.byte_end)
                .unwrap_or_default()
                .to_owned();
            // a sign is a word of its own on either side of its figure
            let is_adjacent = last_kind.is_some_and(|kind| kind != Kind::Sign) && token.kind != Kind::Sign;
            last_kind = Some(token.kind);
            let owned = Token {
                form: token.form.into_owned().into(),
                byte_start: token.byte_start,
                byte_end: token.byte_end,
                position: token.position,
                kind: token.kind,
            };
            let start = node.text_start + token.byte_start;
            QueryToken {
                is_stop: owned.form.len() <= LONGEST_FORM && is_stop(&keys(&owned.form).fold),
                is_passed_over: false,
                span: start..start + text.len(),
                token: owned,
                text,
                boost: node.boost,
                is_adjacent,
            }
        })
        .collect()
}

/// How many tokens from here on are single letter names (સી આર પાટીલ has two).
pub(super) fn initials_count(query: &[QueryToken], at: usize) -> usize {
    let is_initial = |part: &&QueryToken| {
        part.token.kind == Kind::Gujarati
            && part
                .token
                .form
                .chars()
                .filter(|&c| !crate::script::is_dependent(c))
                .count()
                <= 2
            && is_letter_name(&part.token.form)
    };
    query
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(is_initial)
        .count()
}
