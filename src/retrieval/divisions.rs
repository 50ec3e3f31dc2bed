//! Divisions: words that can be written apart, where some article writes them so.
//!
//! Takes a plan, gives it without the runs of halves that stand in no article, and with the count of those that do: what a
//! word merely could fall into (આગાહી into આગા and હી) is neither searched nor shown.

use super::archive::Archive;
use super::deadline::Deadline;
use super::error::Error;
use crate::query::{Clause, PhraseClause, WordClause};

/// Counts the runs of halves of a plan and drops those that no article has.
///
/// # Errors
/// Where the archive cannot be read.
pub(super) fn keep_held(archive: &dyn Archive, clause: &mut Clause, deadline: &Deadline<'_>) -> Result<(), Error> {
    match clause {
        Clause::Word(word) => keep_of_word(archive, word, deadline),
        Clause::All(parts) | Clause::Any(parts) | Clause::OneOf(parts) => {
            parts.iter_mut().try_for_each(|part| keep_held(archive, part, deadline))
        }
        Clause::Not(inner) => keep_held(archive, inner, deadline),
        _ => Ok(()),
    }
}

fn keep_of_word(archive: &dyn Archive, word: &mut WordClause, deadline: &Deadline<'_>) -> Result<(), Error> {
    let mut kept = Vec::with_capacity(word.phrases.len());
    for mut phrase in std::mem::take(&mut word.phrases) {
        // at the deadline nothing more is counted, and what may be held stays
        if phrase.apart.is_some() && !deadline.cuts() {
            let articles = count(archive, word, &phrase, deadline)?;
            if articles == 0 {
                continue;
            }
            phrase.apart.iter_mut().for_each(|apart| apart.articles = articles);
        }
        kept.push(phrase);
    }
    word.phrases = kept;
    Ok(())
}

/// In how many articles a run stands, in the fields of its word.
fn count(
    archive: &dyn Archive,
    word: &WordClause,
    phrase: &PhraseClause,
    deadline: &Deadline<'_>,
) -> Result<u32, Error> {
    let alone = Clause::Word(WordClause {
        phrases: vec![phrase.clone()],
        ..WordClause::named(&word.label, word.fields)
    });
    let held = archive.every(&alone, deadline)?;
    Ok(u32::try_from(held.len()).unwrap_or(u32::MAX))
}
