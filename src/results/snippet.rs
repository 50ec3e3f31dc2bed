//! Snippets: the passage of a text that shows best why it matched.
//!
//! Takes a text and its marks, gives a passage of whole words, of whole sentences where they are short,
//! with the marks moved along.

use super::mark::Found;
use super::{Mark, Snippet};

/// About so many letters a passage has; a sign that hangs on a letter counts with it.
const LETTERS: usize = 170;

/// The best passage of a text.
#[must_use]
pub fn passage(text: &str, found: &[Found]) -> Snippet {
    let window = best_window(text, found);
    cut(text, window, found)
}

/// A range of sentences or of words around the most words of the query.
fn best_window(text: &str, found: &[Found]) -> (usize, usize) {
    let sentences = sentences(text);
    let score = |&(start, end): &(usize, usize)| {
        let inside: Vec<&Found> = found
            .iter()
            .filter(|mark| start <= mark.byte_start && mark.byte_end <= end)
            .collect();
        let mut words: Vec<usize> = inside.iter().map(|mark| mark.word).collect();
        words.sort_unstable();
        words.dedup();
        words.len() * 10 + inside.len().min(5)
    };
    let best = sentences
        .iter()
        .enumerate()
        .max_by_key(|(at, sentence)| (score(sentence), std::cmp::Reverse(*at)));
    let Some((at, &(start, end))) = best else { return (0, 0) };
    let letters = |from: usize, to: usize| text.get(from..to).map_or(0, |part| letter_starts(part).count());
    if letters(start, end) > LETTERS {
        return shorten(text, (start, end), found);
    }
    // short sentences take their neighbours with them
    let mut end = end;
    for &(_, next_end) in sentences.get(at + 1..).unwrap_or_default() {
        if letters(start, next_end) > LETTERS {
            break;
        }
        end = next_end;
    }
    (start, end)
}

/// A part of a long sentence: from a little before the first mark on, on word boundaries.
fn shorten(text: &str, (start, end): (usize, usize), found: &[Found]) -> (usize, usize) {
    let first = found
        .iter()
        .find(|mark| start <= mark.byte_start && mark.byte_end <= end)
        .map_or(start, |mark| mark.byte_start);
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

/// The sentences of a text as byte ranges: they end at a full stop, danda, question or exclamation mark
/// with a space behind it, or with their line. A stop behind a short word (ડૉ., રૂ., કિ.મી.) ends none.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut letters_of_word = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let before_gap = characters.peek().is_none_or(|&(_, next)| next.is_whitespace());
        let ends = match c {
            '\n' => true,
            '?' | '!' | '।' => before_gap,
            '.' => before_gap && letters_of_word > 2,
            _ => false,
        };
        if c.is_whitespace() {
            letters_of_word = 0;
        } else if !crate::script::is_dependent(c) && c != '.' {
            letters_of_word += 1;
        }
        if ends {
            push_trimmed(text, start, end, &mut ranges);
            start = end;
        }
    }
    push_trimmed(text, start, text.len(), &mut ranges);
    ranges
}

fn push_trimmed(text: &str, start: usize, end: usize, ranges: &mut Vec<(usize, usize)>) {
    let Some(part) = text.get(start..end) else { return };
    let from = start + part.len() - part.trim_start().len();
    let to = end - (part.len() - part.trim_end().len());
    if from < to {
        ranges.push((from, to));
    }
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
