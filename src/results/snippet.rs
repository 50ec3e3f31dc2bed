//! Snippets: the passage of a text that shows best why it matched.
//!
//! Takes a text and its marks, gives a passage of whole words, of whole sentences where they are short,
//! with the marks moved along.

use super::mark::{Found, PASSAGE_BYTES};
use super::{Mark, Snippet};

/// About so many letters a passage has; a sign that hangs on a letter counts with it.
const LETTERS: usize = 170;

/// The best passage of a text.
#[must_use]
pub fn passage(text: &str, found: &[Found]) -> Snippet {
    let window = best_window(text, found);
    cut(text, window, found)
}

/// The sentence around the most words of the query, with its neighbours where they are short.
fn best_window(text: &str, found: &[Found]) -> (usize, usize) {
    let first = densest(found).map_or(0, |mark| mark.byte_start);
    let start = sentence_start(text, first);
    let mut end = sentence_end(text, first);
    let letters = |from: usize, to: usize| text.get(from..to).map_or(0, |part| letter_starts(part).count());
    let mut count = letters(start, end);
    if count > LETTERS {
        return shorten(text, (start, end), first);
    }
    while end < text.len() {
        let next = sentence_end(text, end);
        count += letters(end, next);
        if count > LETTERS {
            break;
        }
        end = next;
    }
    trimmed(text, start, end)
}

/// The mark with which the passage with the most words, and then the most marks, begins.
fn densest(found: &[Found]) -> Option<&Found> {
    let score = |at: usize, first: &Found| {
        let inside = found.get(at..).unwrap_or_default().iter();
        let inside = inside.take_while(|mark| mark.byte_end < first.byte_start + PASSAGE_BYTES);
        let mut words: Vec<usize> = inside.map(|mark| mark.word).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        (words.len(), count.min(4), std::cmp::Reverse(at))
    };
    found
        .iter()
        .enumerate()
        .max_by_key(|(at, mark)| score(*at, mark))
        .map(|(_, mark)| mark)
}

/// A part of a long sentence: from a little before the first mark on, on word boundaries.
fn shorten(text: &str, (start, end): (usize, usize), first: usize) -> (usize, usize) {
    let before: Vec<usize> = letter_starts(text.get(start..first).unwrap_or_default())
        .map(|at| start + at)
        .collect();
    let wanted = before
        .len()
        .checked_sub(LETTERS / 4)
        .and_then(|at| before.get(at))
        .copied()
        .unwrap_or(start);
    let from = if wanted == start {
        start
    } else {
        next_gap(text, wanted, first)
    };
    let until = letter_starts(text.get(from..end).unwrap_or_default())
        .nth(LETTERS)
        .map_or(end, |at| from + at);
    let to = if until == end { end } else { last_gap(text, from, until) };
    (from, to)
}

/// Where letters begin. A passage is only cut at white space, so this may count a conjunct as two.
fn letter_starts(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .filter(|&(_, c)| !crate::script::is_dependent(c))
        .map(|(at, _)| at)
}

fn next_gap(text: &str, from: usize, limit: usize) -> usize {
    let gap = text.get(from..limit).and_then(|part| part.find(char::is_whitespace));
    gap.map_or(limit, |at| from + at + 1)
}

fn last_gap(text: &str, from: usize, until: usize) -> usize {
    let gap = text.get(from..until).and_then(|part| part.rfind(char::is_whitespace));
    // a run without any space is kept whole rather than cut inside a letter
    gap.map_or_else(
        || {
            text.get(until..)
                .and_then(|part| part.find(char::is_whitespace))
                .map_or(text.len(), |at| until + at)
        },
        |at| from + at,
    )
}

/// Where the sentence around a place begins: behind the last end of a sentence before it.
fn sentence_start(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let end = before
        .char_indices()
        .rev()
        .find(|&(at, c)| is_sentence_end(text, at, c));
    end.map_or(0, |(at, c)| skip_space(text, at + c.len_utf8()))
}

/// Where the sentence around a place ends.
fn sentence_end(text: &str, place: usize) -> usize {
    let after = text.get(place..).unwrap_or_default();
    let end = after
        .char_indices()
        .find(|&(at, c)| is_sentence_end(text, place + at, c));
    end.map_or(text.len(), |(at, c)| place + at + c.len_utf8())
}

/// A sentence ends at a full stop, danda, question or exclamation mark with a space behind it, or with its
/// line. A stop behind a word of two letters or fewer (ડૉ., રૂ., કિ.મી.) ends none.
fn is_sentence_end(text: &str, at: usize, c: char) -> bool {
    let is_before_gap = || {
        text.get(at + c.len_utf8()..)
            .is_none_or(|rest| rest.chars().next().is_none_or(char::is_whitespace))
    };
    match c {
        '\n' => true,
        '?' | '!' | '।' => is_before_gap(),
        '.' => is_before_gap() && !is_short_word(text.get(..at).unwrap_or_default()),
        _ => false,
    }
}

/// Whether the last word of a text has two letters or fewer.
fn is_short_word(text: &str) -> bool {
    let word = text.chars().rev().take_while(|c| !c.is_whitespace());
    word.filter(|&c| !crate::script::is_dependent(c) && c != '.')
        .take(3)
        .count()
        < 3
}

fn skip_space(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + (rest.len() - rest.trim_start().len())
}

fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let part = text.get(start..end).unwrap_or_default();
    (
        skip_space(text, start).min(end),
        start + part.trim_end().len().max(skip_space(text, start).min(end) - start),
    )
}

fn cut(text: &str, (start, end): (usize, usize), found: &[Found]) -> Snippet {
    let passage = text.get(start..end).unwrap_or_default();
    let before = if start > 0 && !starts_sentence(text, start) {
        "… "
    } else {
        ""
    };
    let after = if end < text.len() && !passage.ends_with(['.', '!', '?', '।']) {
        " …"
    } else {
        ""
    };
    let marks = found
        .iter()
        .filter(|mark| start <= mark.byte_start && mark.byte_end <= end)
        .map(|mark| Mark {
            start: mark.byte_start - start + before.len(),
            end: mark.byte_end - start + before.len(),
        })
        .collect();
    // a line break inside a passage is shown as a space; both are one byte, so marks stay
    Snippet {
        text: format!("{before}{}{after}", passage.replace(['\n', '\t', '\r'], " ")),
        marks,
    }
}

fn starts_sentence(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end();
    before.ends_with(['.', '!', '?', '।']) || text.get(..start).is_some_and(|b| b.ends_with('\n'))
}
