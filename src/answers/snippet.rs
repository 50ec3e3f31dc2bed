//! Snippets: the passage of a text that shows best why it matched.
//!
//! Takes a text and its marks, gives a passage of whole words, of whole sentences where they are short,
//! with the marks moved along.

use super::{Mark, Snippet};
use crate::article::sentence_end_at;
use crate::query::{PASSAGE_BYTES, WordMark};

/// About so many letters a passage has; a sign that hangs on a letter counts with it.
const LETTERS: usize = 170;

/// A passage with fewer letters says too little (a sub-head, a cry): it goes on into the next sentence.
const FEW_LETTERS: usize = 40;

/// The best passage of a text.
#[must_use]
pub fn passage(text: &str, found: &[WordMark]) -> Snippet {
    let window = best_window(text, found);
    cut(text, window, found)
}

/// The sentence around the most words of the query, with its neighbours where they are short.
fn best_window(text: &str, found: &[WordMark]) -> (usize, usize) {
    let first = densest(found).map_or(0, |mark| mark.byte_start);
    let start = sentence_start(text, first);
    let mut end = sentence_end(text, first);
    let letters = |from: usize, to: usize| text.get(from..to).map_or(0, |part| letter_starts(part).count());
    let mut count = letters(start, end);
    if count > LETTERS {
        return shorten(text, (start, end), first);
    }
    // a passage leaves its paragraph only where it says too little by itself
    let is_in_paragraph = |end: usize| text.get(end..).is_some_and(|rest| !rest.starts_with('\n'));
    while end < text.len() && (count < FEW_LETTERS || is_in_paragraph(end)) {
        let next = sentence_end(text, end);
        let more = letters(end, next);
        if count + more > LETTERS {
            if count < FEW_LETTERS {
                end = some_letters(text, end, LETTERS - count);
            }
            break;
        }
        count += more;
        end = next;
    }
    trimmed(text, start, end)
}

/// The end of about `count` letters more, between words.
fn some_letters(text: &str, from: usize, count: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    letter_starts(rest)
        .nth(count)
        .map_or(text.len(), |at| last_gap(text, from, from + at))
}

/// The mark with which the passage with the most words, and then the most marks, begins.
fn densest(found: &[WordMark]) -> Option<&WordMark> {
    let score = |at: usize, first: &WordMark| {
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
    (from, some_letters(text, from, LETTERS).min(end))
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

/// Where the sentence around a place begins: behind the last end of a sentence, or of a line, before it.
fn sentence_start(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let end = before
        .char_indices()
        .rev()
        .find_map(|(at, c)| end_at(text, at, c).filter(|&end| end <= place));
    end.map_or(0, |end| skip_space(text, end))
}

/// Where the sentence around a place ends.
fn sentence_end(text: &str, place: usize) -> usize {
    let after = text.get(place..).unwrap_or_default();
    let end = after.char_indices().find_map(|(at, c)| end_at(text, place + at, c));
    end.unwrap_or(text.len())
}

/// The end of a sentence or a line by the character at a place.
fn end_at(text: &str, at: usize, c: char) -> Option<usize> {
    if c == '\n' {
        return Some(at + 1);
    }
    sentence_end_at(text, at)
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

fn cut(text: &str, (start, end): (usize, usize), found: &[WordMark]) -> Snippet {
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
    let mut shown = before.to_owned();
    let mut marks = Vec::new();
    let mut at = start;
    for mark in found
        .iter()
        .filter(|mark| start <= mark.byte_start && mark.byte_end <= end)
    {
        push_line(&mut shown, text.get(at..mark.byte_start).unwrap_or_default());
        let mark_start = shown.len();
        push_line(&mut shown, text.get(mark.byte_start..mark.byte_end).unwrap_or_default());
        marks.push(Mark {
            start: mark_start,
            end: shown.len(),
        });
        at = mark.byte_end;
    }
    push_line(&mut shown, text.get(at..end).unwrap_or_default());
    shown.push_str(after);
    Snippet { text: shown, marks }
}

/// Adds text as one line: a run of white space (the gap between paragraphs) is one space.
fn push_line(line: &mut String, text: &str) {
    for c in text.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
}

fn starts_sentence(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end();
    before.ends_with(['.', '!', '?', '।']) || text.get(..start).is_some_and(|b| b.ends_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Tier;

    /// The passage around the one place of `word`.
    fn passage_of(text: &str, word: &str) -> String {
        let byte_start = text.find(word).unwrap();
        let found = WordMark {
            byte_start,
            byte_end: byte_start + word.len(),
            word: 0,
            tier: Tier::Exact,
        };
        passage(text, &[found]).text
    }

    const LONG: &str = "નદીકાંઠાનાં ગામોમાં પાણી ફરી વળ્યાં હતાં અને લોકોને શાળાઓમાં ખસેડવા પડ્યા હતા, જ્યાં તેમને \
                        ભોજન, દવા અને કપડાં આપવામાં આવ્યાં, એમ જિલ્લા કલેક્ટરે પત્રકારોને જણાવ્યું હતું.";

    #[test]
    fn the_commonest_short_words_end_sentences_and_abbreviations_do_not() {
        let sentence = "આ ઘટનાની જાણ થતાં ડૉ. શાહ મોડી રાત્રે હોસ્પિટલ દોડી આવ્યા છે.";
        let text = format!("{LONG} {sentence} {LONG}");
        assert_eq!(passage_of(&text, "શાહ"), format!("{sentence} {LONG}"));
    }

    #[test]
    fn a_short_sub_head_goes_on_into_the_text_and_a_paragraph_does_not() {
        let shown = passage_of(&format!("પૂરની સ્થિતિ\n\n{LONG}{LONG}"), "પૂરની");
        assert!(shown.starts_with("પૂરની સ્થિતિ નદીકાંઠાનાં ગામોમાં"), "{shown}");
        assert!(shown.ends_with(" …"), "{shown}");
        let paragraph = "ઉપરવાસમાં ભારે વરસાદ પડતાં ડેમના બાર દરવાજા મોડી રાત્રે ખોલવામાં આવ્યા છે.";
        assert_eq!(passage_of(&format!("{paragraph}\n\nપૂરની સ્થિતિ"), "ડેમના"), paragraph);
    }
}
