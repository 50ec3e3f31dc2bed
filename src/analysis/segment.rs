//! Segment: text becomes words.
//!
//! Takes any text, gives the byte ranges of its words in order, with what kind each is. Words are those
//! of UAX #29; on top of them come splits that Gujarati news needs: where Latin meets Gujarati (IPLમાં),
//! where a figure meets a suffix (1950-53ના), at dots and colons between whole words (ગયો.પછી), and two
//! joins: dotted letter names are one word (સી.આર.પાટીલ is સીઆર and પાટીલ), and a figure keeps its
//! grouping commas (1,00,000). Gujarati, Devanagari, Latin and digits are read by a loop of our own, which
//! is several times faster than the general algorithm; all other scripts go through
//! [`unicode_segmentation`]. A property test holds the two together.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::figure_length::{digits_length, number_length};
use super::kind::Kind;
use crate::script::{
    Script, VISARGA, digit_value, is_dependent, is_gujarati_letter, is_invisible, length_while, script_of,
};

/// One word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// First byte in the text.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
    /// What it is made of.
    pub kind: Kind,
}

/// The words of `text`, in order, without overlap, each on grapheme boundaries.
///
/// ```
/// use khabar_analysis::segments;
/// let text = "COVID-19ના 1,00,000 કેસ, સી.આર.પાટીલ";
/// let words: Vec<&str> = segments(text).map(|s| &text[s.byte_start..s.byte_end]).collect();
/// assert_eq!(words, ["COVID", "19", "ના", "1,00,000", "કેસ", "સી.આર", "પાટીલ"]);
/// ```
#[must_use]
pub fn segments(text: &str) -> Segments<'_> {
    Segments {
        text,
        at: 0,
        other_until: 0,
        last_end: None,
    }
}

/// The iterator behind [`segments`].
#[derive(Debug, Clone)]
pub struct Segments<'t> {
    text: &'t str,
    at: usize,
    other_until: usize,
    /// The end of the last word.
    last_end: Option<usize>,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        loop {
            let rest = self.text.get(self.at..)?;
            let first = rest.chars().next()?;
            let Some((length, kind)) = self.word_at(rest, first) else {
                self.at += first.len_utf8();
                continue;
            };
            let length = whole_letters(rest, length);
            let Some(byte_start) = self.letter_start(first, kind) else {
                self.at += first.len_utf8();
                continue;
            };
            let segment = Segment {
                byte_start,
                byte_end: self.at + length,
                kind,
            };
            self.at += length;
            self.last_end = Some(self.at);
            return Some(segment);
        }
    }
}

impl Segments<'_> {
    /// Where the letter begins that the word begins in. A sign without its consonant (િવધાન) hangs on the
    /// space before it, which then belongs to the word; one that hangs on another word is passed over.
    fn letter_start(&self, first: char, kind: Kind) -> Option<usize> {
        if kind != Kind::Other && !is_dependent(first) && !is_invisible(first) {
            return Some(self.at);
        }
        let mut cursor = GraphemeCursor::new(self.at, self.text.len(), true);
        if cursor.is_boundary(self.text, 0) != Ok(false) {
            return Some(self.at);
        }
        let start = cursor.prev_boundary(self.text, 0).ok().flatten()?;
        let is_free = self.last_end.is_none_or(|end| end <= start);
        let is_space = self
            .text
            .get(start..)
            .is_some_and(|text| text.starts_with(char::is_whitespace));
        (is_free && is_space).then_some(start)
    }

    fn word_at(&mut self, rest: &str, first: char) -> Option<(usize, Kind)> {
        if self.at < self.other_until {
            return None;
        }
        match script_of(first) {
            Script::Gujarati if digits_length(rest) > 0 => Some(number_length(rest)),
            Script::Gujarati => gujarati_word(rest),
            Script::Latin => Some((latin_length(rest), Kind::Latin)),
            Script::Devanagari if digit_value(first).is_none() => Some((
                length_while(rest, |c| {
                    script_of(c) == Script::Devanagari && digit_value(c).is_none() || is_invisible(c)
                }),
                Kind::Devanagari,
            )),
            _ if digit_value(first).is_some() => Some(number_length(rest)),
            _ => self.other_word(rest, first),
        }
    }

    /// A sign read as a word, or a word of another script by the general algorithm.
    fn other_word(&mut self, rest: &str, first: char) -> Option<(usize, Kind)> {
        if matches!(first, '%' | '₹' | '٪' | '％') {
            return Some((first.len_utf8(), Kind::Sign));
        }
        if first.is_ascii() || first.is_whitespace() || !is_foreign_letter(first) {
            return None;
        }
        let span = length_while(rest, |c| {
            script_of(c) == Script::Other && !c.is_ascii() && !c.is_whitespace()
        });
        let span_text = rest.get(..span)?;
        let (start, word) = span_text.unicode_word_indices().next()?;
        if start > 0 {
            self.other_until = self.at + start;
            return None;
        }
        Some((word.len(), Kind::Other))
    }
}

/// The length up to the end of the letter that `length` falls into: a mark of another script behind a word
/// belongs to its last letter.
fn whole_letters(rest: &str, length: usize) -> usize {
    let next = rest.get(length..).and_then(|tail| tail.chars().next());
    if next.is_none_or(|c| c.is_ascii() || crate::script::is_consonant(c)) {
        return length;
    }
    let mut cursor = GraphemeCursor::new(length, rest.len(), true);
    match cursor.is_boundary(rest, 0) {
        Ok(false) => cursor.next_boundary(rest, 0).ok().flatten().unwrap_or(length),
        _ => length,
    }
}

/// A run of Gujarati letters, with the dotted letters behind it where it is an abbreviation.
fn gujarati_word(rest: &str) -> Option<(usize, Kind)> {
    let length = gujarati_run(rest)?;
    let word = rest.get(..length)?;
    if let Some(dotted) = initials_length(rest, length) {
        return Some((dotted, Kind::Initials));
    }
    if word.chars().all(|c| is_dependent(c) || is_invisible(c)) {
        // signs without a letter are no word
        return None;
    }
    Some((length, Kind::Gujarati))
}

/// Letters and the invisible characters between them; a colon or visarga inside only where it is visarga.
fn gujarati_run(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next_is_letter = characters.peek().is_some_and(|&(_, n)| is_gujarati_letter(n));
        let belongs = if c == ':' || c == VISARGA {
            next_is_letter && is_visarga_stem(rest.get(..at)?) || c == VISARGA && !next_is_letter
        } else {
            is_gujarati_letter(c) || (is_invisible(c) && end > 0 && (next_is_letter || is_word_joiner(c)))
        };
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
    }
    (end > 0).then_some(end)
}

/// Whether a word of another script can begin with the character; Gujarati never comes here.
#[expect(clippy::disallowed_methods, reason = "asked of other scripts only")]
fn is_foreign_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// Joiners stay with the word that they close, as UAX #29 has it; a zero-width space does not.
fn is_word_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{00AD}' | '\u{2060}' | '\u{FEFF}')
}

/// The stems behind which Sanskrit has a visarga inside a word. Anywhere else a colon between letters
/// is a colon without its space (આ પણ વાંચો:સાવધાન), and a visarga is one typed for it.
fn is_visarga_stem(word: &str) -> bool {
    const STEMS: [&str; 12] = ["દુ", "નિ", "અંત", "પુન", "પ્રાત", "સ્વ", "અત", "અધ", "મન", "તપ", "યશ", "ચતુ"];
    STEMS.contains(&word)
}

/// The names of the Latin letters in Gujarati, and the short forms that are written with dots.
#[expect(clippy::too_many_lines, reason = "a table, a name a line")]
fn is_letter_name(part: &str) -> bool {
    const NAMES: [&str; 58] = [
        "એ",
        "બી",
        "સી",
        "ડી",
        "ઈ",
        "ઇ",
        "એફ",
        "જી",
        "એચ",
        "આઈ",
        "આઇ",
        "જે",
        "કે",
        "એલ",
        "એમ",
        "એન",
        "ઓ",
        "પી",
        "ક્યુ",
        "ક્યૂ",
        "આર",
        "એસ",
        "ટી",
        "યુ",
        "યૂ",
        "વી",
        "ડબલ્યુ",
        "ડબલ્યૂ",
        "ડબ્લ્યુ",
        "એક્સ",
        "વાય",
        "ઝેડ",
        "કિ",
        "મી",
        "મિ",
        "સે",
        "ગ્રા",
        "લિ",
        "પ્રા",
        "સ",
        "વિ",
        "સં",
        "નં",
        "ચો",
        "ફૂ",
        "ફુ",
        "મો",
        "મ",
        "ન",
        "ક",
        "ર",
        "ભ",
        "હ",
        "જ",
        "ચ",
        "પ",
        "બ",
        "દ",
    ];
    NAMES.contains(&part)
}

/// The length of two or more letter names with dots between them, the last dot left out.
fn initials_length(rest: &str, first: usize) -> Option<usize> {
    if !is_letter_name(rest.get(..first)?) {
        return None;
    }
    let mut end = first;
    let mut parts = 1;
    while let Some(gap) = dot_gap(rest.get(end..)?) {
        let tail = rest.get(end + gap..)?;
        let length = length_while(tail, is_gujarati_letter);
        if length == 0 || !is_letter_name(tail.get(..length)?) || (gap > 1 && !tail.get(length..)?.starts_with('.')) {
            break;
        }
        end += gap + length;
        parts += 1;
    }
    (parts > 1).then_some(end)
}

/// The bytes of a dot, or of a dot and one space (સી. આર. પાટીલ).
fn dot_gap(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('.')?;
    Some(if after.starts_with(' ') { 2 } else { 1 })
}

/// Latin letters with marks, apostrophes inside, digits behind, dots between single capitals.
fn latin_length(rest: &str) -> usize {
    if let Some(dotted) = dotted_capitals(rest) {
        return dotted;
    }
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next_is_latin = characters.peek().is_some_and(|&(_, n)| script_of(n) == Script::Latin);
        let belongs = script_of(c) == Script::Latin
            || c.is_ascii_digit()
            || matches!(c, '\u{0300}'..='\u{036F}')
            || (matches!(c, '\'' | '\u{2019}') && next_is_latin)
            || (is_invisible(c) && next_is_latin);
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// The length of `U.S.` or `A.P.J.`: single capitals, each with a dot; the last dot is left out.
fn dotted_capitals(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_uppercase) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
    }
    let last_capital = bytes.get(end).is_some_and(u8::is_ascii_uppercase)
        && !rest
            .get(end + 1..)
            .and_then(|r| r.chars().next())
            .is_some_and(|c| script_of(c) == Script::Latin);
    match (end, last_capital) {
        (2.., true) => Some(end + 1),
        (4.., false) => Some(end - 1),
        _ => None,
    }
}
