//! Search: the words of a vocabulary within a distance.
//!
//! The forms are visited in their order, and what two share at the front is compared once. Where a beginning
//! is too far already, all forms that begin so are passed over: of half a million forms some thousands are
//! looked at.

use super::costs::{DOUBLED, SWAP, add};
use super::letters::{Letter, begun, first_letter};
use super::measured::Measured;
use crate::index::WordSource;
use crate::script::VIRAMA;

/// The forms within `bound` of a word, the nearest first, itself left out; `is_over` ends the search early.
pub(in crate::query) fn nearest(
    word: &Measured,
    bound: u32,
    known: &dyn WordSource,
    is_over: &dyn Fn() -> bool,
) -> Vec<(u32, String)> {
    let mut search = Search {
        word,
        bound: u16::try_from(bound).unwrap_or(u16::MAX),
        letters: Vec::new(),
        ends: Vec::new(),
        rows: word.first_row(),
        found: Vec::new(),
        is_over,
        steps: 0,
    };
    known.walk(&mut |form, shared| search.visit(form, shared));
    let mut found = search.found;
    found.sort();
    found
}

struct Search<'s> {
    word: &'s Measured,
    bound: u16,
    /// The letters of the form at hand, and where each ends.
    letters: Vec<Letter>,
    ends: Vec<usize>,
    /// A row for the empty word and one for each letter.
    rows: Vec<u16>,
    found: Vec<(u32, String)>,
    is_over: &'s dyn Fn() -> bool,
    steps: u32,
}

/// The clock is asked once in this many forms.
const BETWEEN_CLOCKS: u32 = 1024;

impl Search<'_> {
    /// Looks at a form that has `shared` bytes of the one before; gives how many of its bytes lead nowhere.
    fn visit(&mut self, form: &str, shared: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps.is_multiple_of(BETWEEN_CLOCKS) && (self.is_over)() {
            // every form begins with nothing
            return Some(0);
        }
        self.keep(form, shared);
        let mut at = self.ends.last().copied().unwrap_or(0);
        while let Some(rest) = form.get(at..).filter(|rest| !rest.is_empty()) {
            let (letter, length) = first_letter(rest)?;
            if let Some(dead) = self.push(rest, letter, at + length) {
                return Some(at + dead);
            }
            at += length;
        }
        let cost = *self.rows.last()?;
        if cost > 0 && cost <= self.bound {
            self.found.push((u32::from(cost), form.to_owned()));
        }
        None
    }

    /// Drops the letters that the form does not share: one is shared where the next letter's first character
    /// is, for no sign can follow it then.
    fn keep(&mut self, form: &str, shared: usize) {
        while let Some(&end) = self.ends.last() {
            let next = form.get(end..).and_then(|rest| rest.chars().next());
            if next.is_some_and(|next| end + next.len_utf8() <= shared) {
                break;
            }
            self.pop();
        }
    }

    fn pop(&mut self) {
        self.ends.pop();
        self.letters.pop();
        let width = self.word.len() + 1;
        self.rows.truncate((self.ends.len() + 1) * width);
    }

    /// Adds a letter; gives the bytes of `rest` that lead nowhere, where they do.
    fn push(&mut self, rest: &str, letter: Letter, end: usize) -> Option<usize> {
        self.letters.push(letter);
        self.ends.push(end);
        self.word.push_row(&mut self.rows, &self.letters, self.bound);
        if self.is_alive() {
            return None;
        }
        self.pop();
        let base = rest.chars().next()?;
        if !self.can_live(begun(base)) {
            return Some(base.len_utf8());
        }
        let length = first_letter(rest)?.1;
        let next = rest.get(length..).and_then(|rest| rest.chars().next())?;
        Some(length + next.len_utf8())
    }

    /// Whether a form that goes on from here can be within the bound.
    fn is_alive(&self) -> bool {
        let width = self.word.len() + 1;
        let last = self.rows.len() - width;
        if self.rows[last..].iter().any(|&cost| cost <= self.bound) {
            return true;
        }
        // the first of two letters that were swapped
        let Some(before) = last.checked_sub(width) else {
            return false;
        };
        let letter = self.letters.last().copied();
        let own = &self.word.letters;
        (1..own.len()).any(|at| {
            letter.is_some_and(|letter| own[at].base == letter.base)
                && self.rows[before + at - 1].saturating_add(SWAP) <= self.bound
        })
    }

    /// Whether any letter with this base can be alive, whatever its vowel is.
    fn can_live(&self, begun: Letter) -> bool {
        let bound = letter_with(begun, VIRAMA);
        let before = self.letters.last().copied();
        let least_add = add(before, begun).min(add(before, bound));
        let width = self.word.len() + 1;
        let rows = self.rows.len();
        let last = &self.rows[rows - width..];
        let earlier = rows
            .checked_sub(2 * width)
            .map(|start| &self.rows[start..start + width]);
        let within = |cost: u16, more: u16| cost.saturating_add(more) <= self.bound;
        let own = &self.word.letters;
        let lives = |at: usize| {
            let is_second = at > 0
                && own[at - 1].base == begun.base
                && before.is_some_and(|before| before.base == own[at].base)
                && earlier.is_some_and(|earlier| within(earlier[at - 1], SWAP));
            let is_first = at > 0 && own[at].base == begun.base && within(last[at - 1], SWAP);
            let is_doubled = own[at].base == begun.base
                && (at > 0 && own[at - 1].base == begun.base && within(last[at - 1], DOUBLED)
                    || before.is_some_and(|before| before.base == begun.base)
                        && earlier.is_some_and(|earlier| within(earlier[at], DOUBLED)));
            is_doubled || is_first || is_second || within(last[at], self.word.costs.base(at, own[at], begun.base))
        };
        last.iter().any(|&cost| within(cost, least_add)) || (0..own.len()).any(lives)
    }
}

const fn letter_with(letter: Letter, vowel: char) -> Letter {
    Letter { vowel, ..letter }
}

/// The nearest of some Latin words.
pub(in crate::query) fn nearest_latin<'w>(word: &str, words: &[&'w str]) -> &'w str {
    let measured = Measured::new(word);
    let distance = |other: &&&str| {
        measured
            .as_ref()
            .and_then(|measured| measured.slip(other))
            .map_or(u32::MAX, |(cost, _)| cost)
    };
    words.iter().min_by_key(distance).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest_latin;

    #[test]
    fn the_nearest_field_is_found() {
        let fields = ["headline", "summary", "body", "person"];
        assert_eq!(nearest_latin("hedline", &fields), "headline");
        assert_eq!(nearest_latin("persom", &fields), "person");
    }
}
