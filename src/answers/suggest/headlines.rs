//! Words and headlines that go on with what is being typed.
//!
//! Takes the words that may be meant, gives the newest headlines that hold them and, where words stand before the last, those of
//! the candidates that stand together with them.

use std::cmp::Reverse;

use super::suggestion::{Candidate, LOOKED_UP, Suggestion};
use super::typing::{Typing, mates};
use crate::index::FormEntry;
use crate::retrieval::archive::HeadlineWords;
use crate::retrieval::{Archive, Error};

/// How many words are looked up where none stands before.
const ALONE: usize = 6;
/// At most so many headlines are shown.
const SHOWN: usize = 3;

/// What the headlines have.
#[derive(Debug, Default)]
pub(super) struct LookedUp {
    /// The candidates with the words before them, the commonest together first.
    pub(super) words: Vec<Suggestion>,
    /// The newest headlines.
    pub(super) headlines: Vec<Suggestion>,
}

/// Looks the words up in the headlines.
pub(super) fn look_up(archive: &dyn Archive, typing: &mut Typing, candidates: &[Candidate]) -> Result<LookedUp, Error> {
    if !typing.is_telling() {
        return Ok(LookedUp::default());
    }
    let (shown, before): (Vec<String>, Vec<Vec<FormEntry>>) = typing.before(archive.words()).into_iter().unzip();
    let most = if before.is_empty() { ALONE } else { LOOKED_UP };
    let candidates = candidates.get(..most).unwrap_or(candidates);
    let forms: Vec<Vec<FormEntry>> = candidates
        .iter()
        .map(|candidate| mates(&candidate.form, archive.words()))
        .collect();
    let found = archive.headlines(HeadlineWords {
        before: &before,
        last: &forms,
    })?;
    Ok(LookedUp {
        words: pairs(&shown.join(" "), candidates, &found.pairs),
        headlines: each_once(found.newest),
    })
}

/// The candidates that stand together with the words before them, the commonest first.
fn pairs(before: &str, candidates: &[Candidate], counts: &[u64]) -> Vec<Suggestion> {
    let mut words: Vec<Suggestion> = candidates
        .iter()
        .zip(counts)
        .filter(|(_, articles)| **articles > 0)
        .map(|(candidate, &articles)| Suggestion {
            text: format!("{before} {}", candidate.form),
            kind: "word",
            id: None,
            articles,
        })
        .collect();
    words.sort_by_key(|word| Reverse(word.articles));
    words
}

/// Headlines, each once, with how many of the articles have it.
fn each_once(newest: Vec<(Option<i64>, String, String)>) -> Vec<Suggestion> {
    let mut shown: Vec<Suggestion> = Vec::new();
    for (_, id, text) in newest {
        if let Some(known) = shown.iter_mut().find(|known| known.text == text) {
            known.articles += 1;
        } else if shown.len() < SHOWN {
            shown.push(Suggestion {
                text,
                kind: "headline",
                id: Some(id),
                articles: 1,
            });
        }
    }
    shown
}
