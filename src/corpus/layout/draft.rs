//! A page on its way through the steps: pieces of lines, decided or open.

use std::ops::Range;

use super::features::{self, Word};
use super::page::Part;
use crate::script;

/// A line or a piece of one.
#[derive(Debug)]
pub(super) struct Unit<'t> {
    /// The line, from 1.
    pub(super) number: u64,
    /// Where the text begins, in bytes of the page.
    pub(super) start: usize,
    /// The text without surrounding space.
    pub(super) text: &'t str,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// Whether it reads as running prose.
    prose: bool,
    /// The part and the rule that gave it, once decided.
    pub(super) decision: Option<(Part, &'static str)>,
}

impl<'t> Unit<'t> {
    /// The piece at this place, which shrinks to its text.
    fn new(number: u64, start: usize, raw: &'t str) -> Self {
        let text = raw.trim_start_matches(is_space);
        let start = start + raw.len() - text.len();
        let text = text.trim_end_matches(is_space);
        let words = features::words(text);
        let prose = reads_as_prose(text, words.len());
        Self {
            number,
            start,
            text,
            words,
            prose,
            decision: None,
        }
    }

    /// A piece of the unit, given in bytes of its text; none where it would be empty.
    fn piece(&self, range: Range<usize>) -> Option<Self> {
        let piece = Self::new(self.number, self.start + range.start, self.text.get(range)?);
        (!piece.text.is_empty()).then_some(piece)
    }

    /// The part, once decided.
    pub(super) fn part(&self) -> Option<Part> {
        self.decision.map(|(part, _)| part)
    }

    /// Whether no step has decided yet.
    pub(super) fn is_open(&self) -> bool {
        self.decision.is_none()
    }

    /// Whether there is any Gujarati letter.
    pub(super) fn has_gujarati(&self) -> bool {
        self.text.chars().any(script::is_gujarati_letter)
    }

    /// Whether the text reads as running prose: more than one sentence, one with its full stop, or a long one.
    pub(super) fn is_prose(&self) -> bool {
        self.prose
    }

    /// Whether the text could be a headline: one breath, no full stop.
    pub(super) fn is_headline_like(&self) -> bool {
        let count = self.words.len();
        (1..=40).contains(&count)
            && !features::ends_with_full_stop(self.text)
            && !features::has_inner_full_stop(self.text)
    }

    /// The signs that stand between the first `count` words and the next one.
    pub(super) fn gap_after(&self, count: usize) -> &'t str {
        let from = count
            .checked_sub(1)
            .and_then(|last| self.words.get(last))
            .map_or(0, |word| word.range.end);
        let to = self.words.get(count).map_or(self.text.len(), |word| word.range.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// Whether a colon, or a visarga typed as one, follows the first `count` words.
    pub(super) fn has_colon_after(&self, count: usize) -> bool {
        has_colon(self.gap_after(count))
    }
}

/// Whether there is a colon, or a sign that is typed as one.
pub(super) fn has_colon(text: &str) -> bool {
    text.contains([':', script::VISARGA, '\u{FF1A}', '\u{02D0}', '='])
}

fn reads_as_prose(text: &str, word_count: usize) -> bool {
    word_count >= 30
        || (features::ends_with_full_stop(text) && word_count >= 5)
        || (features::ends_sentence(text) && word_count >= 14)
        || features::has_inner_full_stop(text)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, script::ZWSP | script::BOM)
}

/// The page.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// Its pieces in order.
    pub(super) units: Vec<Unit<'t>>,
}

impl<'t> Draft<'t> {
    /// A page of which only the empty lines are decided.
    pub(super) fn new(text: &'t str) -> Self {
        let mut draft = Self {
            text,
            units: Vec::new(),
        };
        let mut start = 0;
        for (number, raw) in (1..).zip(lines(text)) {
            let mut unit = Unit::new(number, start, raw);
            if unit.text.is_empty() {
                unit.decision = Some((Part::Blank, "empty line"));
            }
            draft.units.push(unit);
            start += raw.len();
        }
        draft
    }

    /// The places of all units that are still open, in order.
    pub(super) fn open(&self) -> Vec<usize> {
        (0..self.units.len())
            .filter(|at| self.units.get(*at).is_some_and(Unit::is_open))
            .collect()
    }

    /// Gives a unit its part.
    pub(super) fn decide(&mut self, at: usize, part: Part, rule: &'static str) {
        if let Some(unit) = self.units.get_mut(at) {
            unit.decision = Some((part, rule));
        }
    }

    /// Cuts a unit in two and leaves out what lies between, given in bytes of its text. Whether there are two now:
    /// a piece that would be empty is not made.
    pub(super) fn cut(&mut self, at: usize, gap: Range<usize>) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        let left = unit.piece(0..gap.start);
        let right = unit.piece(gap.end..unit.text.len());
        let (Some(left), Some(right)) = (left, right) else {
            return false;
        };
        self.units.splice(at..=at, [left, right]);
        true
    }

    /// Cuts a unit at all these places, given in order and in bytes of its text.
    pub(super) fn cut_at_all(&mut self, at: usize, places: &[usize]) {
        let Some(unit) = self.units.get(at) else { return };
        let starts = [0].into_iter().chain(places.iter().copied());
        let ends = places.iter().copied().chain([unit.text.len()]);
        let pieces: Vec<_> = starts
            .zip(ends)
            .filter_map(|(start, end)| unit.piece(start..end))
            .collect();
        self.units.splice(at..=at, pieces);
    }

    /// Makes one unit of several that follow each other.
    pub(super) fn join(&mut self, units: Range<usize>) {
        let ends = units
            .clone()
            .filter_map(|at| self.units.get(at))
            .map(|unit| unit.start + unit.text.len());
        let Some((end, first)) = ends.max().zip(self.units.get_mut(units.start)) else {
            return;
        };
        if let Some(raw) = self.text.get(first.start..end) {
            *first = Unit::new(first.number, first.start, raw);
            self.units.drain(units.start + 1..units.end);
        }
    }

    /// Whether any unit plays this part.
    pub(super) fn has(&self, part: Part) -> bool {
        self.units.iter().any(|unit| unit.part() == Some(part))
    }

    /// The last open unit that reads as prose.
    pub(super) fn last_prose(&self) -> Option<usize> {
        self.units.iter().rposition(|unit| unit.is_open() && unit.is_prose())
    }

    /// Whether an open unit after this one reads as prose.
    pub(super) fn has_prose_after(&self, at: usize) -> bool {
        self.last_prose() > Some(at)
    }
}

/// The lines of a text with their ends, whatever system they come from.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends = ['\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}'];
        let end = match rest.char_indices().find(|(_, c)| ends.contains(c)) {
            Some((at, '\r')) if rest.get(at..)?.starts_with("\r\n") => at + 2,
            Some((at, c)) => at + c.len_utf8(),
            None => rest.len(),
        };
        let (line, after) = rest.split_at_checked(end)?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_slice_the_page() {
        let text = "\u{FEFF}એક \r\n\r બે\u{2028}ત્રણ";
        let draft = Draft::new(text);
        let read: Vec<_> = draft.units.iter().map(|unit| (unit.number, unit.text)).collect();
        assert_eq!(read, [(1, "એક"), (2, ""), (3, "બે"), (4, "ત્રણ")]);
        assert!(
            draft
                .units
                .iter()
                .all(|unit| text.get(unit.start..unit.start + unit.text.len()) == Some(unit.text))
        );
    }

    #[test]
    fn a_cut_leaves_no_empty_piece() {
        let mut draft = Draft::new("Latin/ ગુજરાતી");
        assert!(!draft.cut(0, 0..0));
        assert!(draft.cut(0, 5..6));
        assert_eq!(
            draft.units.iter().map(|unit| unit.text).collect::<Vec<_>>(),
            ["Latin", "ગુજરાતી"]
        );
    }
}
