//! Divisions: words that can be written apart, where some article writes them so.
//!
//! Takes a plan, gives it without the runs of halves that stand in no article, and with the count of those that do: what a
//! word merely could fall into (આગાહી into આગા and હી) is neither searched nor shown.

use super::archive::Archive;
use super::deadline::Deadline;
use super::error::Error;
use crate::query::{Apart, Clause, PhraseClause, Slot, WordClause};

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
            phrase.apart = Some(shown(archive, word, &phrase, articles, deadline)?);
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

/// How a run is shown: as typed, with the articles that write it so; where none does, in its commonest forms, with all that
/// hold it.
fn shown(
    archive: &dyn Archive,
    word: &WordClause,
    phrase: &PhraseClause,
    articles: u32,
    deadline: &Deadline<'_>,
) -> Result<Apart, Error> {
    let typed = phrase.apart.as_ref().map_or("", |apart| &apart.text);
    let mut as_typed = phrase.clone();
    for (slot, half) in as_typed.slots.iter_mut().zip(typed.split(' ')) {
        slot.forms.retain(|form| form.entry.form == half);
    }
    let count = if as_typed.slots.iter().all(|slot| !slot.forms.is_empty()) {
        count(archive, word, &as_typed, deadline)?
    } else {
        0
    };
    if count > 0 {
        return Ok(Apart {
            text: typed.to_owned(),
            articles: count,
        });
    }
    let commonest = |slot: &Slot| {
        slot.forms
            .iter()
            .max_by_key(|form| form.entry.articles)
            .map(|form| form.entry.form.clone())
    };
    let text = phrase.slots.iter().filter_map(commonest).collect::<Vec<_>>().join(" ");
    Ok(Apart { text, articles })
}
