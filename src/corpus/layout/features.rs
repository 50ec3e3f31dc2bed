//! What a piece of text shows by itself: words, sentence ends, bullets, sameness.
//!
//! These words serve the rules of a page only. The words that are indexed are cut by the analyser,
//! and nothing that is found here changes the text of an article.

use std::ops::Range;

use crate::article::{CLOSERS, sentence_ends};
use crate::script::{self, ANUSVARA, CANDRABINDU, NUKTA, VISARGA};

/// A word and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Place in bytes of its text.
    pub(super) range: Range<usize>,
    /// The word in a coarse spelling; see [`fold`].
    pub(super) folded: String,
}

impl Word {
    /// Whether the word is of Latin letters and digits.
    pub(super) fn is_latin_or_digits(&self) -> bool {
        self.folded.is_ascii()
    }

    /// Whether the word is digits alone.
    pub(super) fn is_digits(&self) -> bool {
        self.folded.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The words of a text: runs of anything that is neither space nor [ornament](is_ornament).
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (start, c) in text.char_indices() {
        if !is_word_char(c) {
            continue;
        }
        let end = start + c.len_utf8();
        match words.last_mut() {
            Some(last) if last.range.end == start => last.range.end = end,
            _ => words.push(Word {
                range: start..end,
                folded: String::new(),
            }),
        }
    }
    for word in &mut words {
        // a visarga at the end of a word is a colon to most who type it
        let written = text
            .get(word.range.clone())
            .unwrap_or_default()
            .trim_end_matches(VISARGA);
        word.range.end = word.range.start + written.len();
        word.folded = fold(written);
    }
    words.retain(|word| !word.folded.is_empty());
    words
}

/// One spelling for many: lower case, short vowels, no anusvara, no nukta, no joiners, figures of one script.
///
/// Coarser than any search could bear (it makes one of સુર and સૂર), which does no harm to fixed phrases.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    word.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

/// The signs of the Gujarati block first: nearly every character is one, and asking Unicode for its lower case is slow.
fn fold_char(c: char, folded: &mut String) {
    match c {
        NUKTA | ANUSVARA | CANDRABINDU => {}
        '\u{0A88}' => folded.push('\u{0A87}'), // letter ii to i
        '\u{0A8A}' => folded.push('\u{0A89}'), // letter uu to u
        '\u{0A8D}' => folded.push('\u{0A8F}'), // letter candra e to e
        '\u{0A91}' => folded.push('\u{0A93}'), // letter candra o to o
        script::SIGN_II => folded.push(script::SIGN_I),
        script::SIGN_UU => folded.push(script::SIGN_U),
        script::SIGN_CANDRA_E => folded.push(script::SIGN_E),
        script::SIGN_CANDRA_O => folded.push(script::SIGN_O),
        c if script::is_gujarati_letter(c) => folded.push(c),
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        c if script::is_invisible(c) => {}
        c => match script::digit_value(c) {
            Some(digit) => folded.push(char::from(b'0' + digit)),
            None => folded.extend(c.to_lowercase()),
        },
    }
}

fn is_word_char(c: char) -> bool {
    !c.is_whitespace() && !is_ornament(c)
}

/// Punctuation, arrows, boxes, emoji: what a page is decorated with. Joiners belong to words.
pub(super) fn is_ornament(c: char) -> bool {
    if script::is_gujarati_letter(c) {
        return false;
    }
    if script::is_invisible(c) {
        return matches!(c, script::ZWSP | script::BOM);
    }
    c.is_ascii_punctuation()
        || c.is_control()
        || matches!(c, '\u{00A1}'..='\u{00A9}' | '\u{00AB}'..='\u{00B1}' | '\u{00B4}'..='\u{00B8}' | '\u{00BB}'..='\u{00BF}')
        || matches!(
            c,
            '\u{00D7}' | '\u{02D0}' | '\u{0964}' | '\u{0965}' | '\u{0970}' | '\u{0AF0}'
        )
        || matches!(c, '\u{2000}'..='\u{206F}' | '\u{20D0}'..='\u{20FF}' | '\u{2190}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}')
        || matches!(c, '\u{FE00}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
        || matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether there is no letter and no digit.
pub(super) fn is_ornament_only(text: &str) -> bool {
    text.chars().all(|c| !is_word_char(c))
}

const FULL_STOPS: [char; 4] = ['.', '\u{0964}', '\u{0965}', '\u{FF0E}'];

/// Whether the text ends as a sentence of the story does. Headlines end so at most by '?', '!' or '…'.
pub(super) fn ends_with_full_stop(text: &str) -> bool {
    let bare = text.trim_end_matches(CLOSERS).trim_end();
    bare.ends_with(FULL_STOPS) && !bare.ends_with("..")
}

/// Whether the text ends in any mark that ends a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(CLOSERS)
        .trim_end()
        .ends_with(['.', '\u{0964}', '\u{0965}', '?', '!', '\u{2026}'])
}

/// Whether a sentence ends by a full stop before the text does.
pub(super) fn has_inner_full_stop(text: &str) -> bool {
    let is_stop = |end: &usize| *end < text.len() && text.get(..*end).is_some_and(ends_with_full_stop);
    sentence_ends(text).any(|end| is_stop(&end))
}

/// The bullet that opens a list line, with the space after it.
pub(super) fn bullet(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let is_bullet = matches!(
        first,
        '•' | '-'
            | '*'
            | '–'
            | '—'
            | '▪'
            | '●'
            | '►'
            | '▶'
            | '◆'
            | '■'
            | '»'
            | '›'
            | '·'
            | '○'
            | '➤'
            | '→'
            | '✓'
            | '☛'
            | '>'
            | '➢'
            | '◾'
            | '🔴'
    );
    let rest = text
        .get(first.len_utf8()..)?
        .trim_start_matches(|c: char| c.is_whitespace() || c == first);
    (is_bullet && rest.chars().next().is_some_and(|c| !c.is_ascii_digit() || first != '-'))
        .then(|| text.get(..text.len() - rest.len()))
        .flatten()
}

/// A text without space and ornament in the coarse spelling, with the way back to the original.
#[derive(Debug)]
pub(super) struct Squeezed {
    text: String,
    /// For every byte of `text` the end of the character of the original that it came from.
    ends: Vec<usize>,
}

impl Squeezed {
    /// Squeezes a text.
    pub(super) fn new(original: &str) -> Self {
        let mut squeezed = Self {
            text: String::with_capacity(original.len()),
            ends: Vec::with_capacity(original.len()),
        };
        for (start, c) in original.char_indices() {
            if is_word_char(c) && c != VISARGA {
                fold_char(c, &mut squeezed.text);
                squeezed.ends.resize(squeezed.text.len(), start + c.len_utf8());
            }
        }
        squeezed
    }

    /// Whether both texts are the same but for spelling, space and ornament.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        !self.text.is_empty() && self.text == other.text
    }

    /// Whether the text ends with the other and has more before it.
    pub(super) fn ends_with(&self, other: &Self) -> bool {
        !other.text.is_empty() && self.text.len() > other.text.len() && self.text.ends_with(&other.text)
    }

    /// Where in the original text the beginning that equals `other` ends.
    pub(super) fn end_of_opening(&self, other: &Self) -> Option<usize> {
        self.end_after(other, self.text.starts_with(&other.text).then_some(0)?)
    }

    /// Where in the original text the first stretch that equals `other` ends.
    pub(super) fn end_of(&self, other: &Self) -> Option<usize> {
        (!other.text.is_empty()).then_some(())?;
        self.end_after(other, self.text.find(&other.text)?)
    }

    fn end_after(&self, other: &Self, from: usize) -> Option<usize> {
        self.ends.get((from + other.text.len()).checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_a_final_visarga_for_a_colon() {
        let folded: Vec<_> = words("આ પણ વાંચોઃ દુઃખ, સી.આર.")
            .into_iter()
            .map(|word| word.folded)
            .collect();
        assert_eq!(folded, ["આ", "પણ", "વાચો", "દુઃખ", "સિ", "આર"]);
    }

    #[test]
    fn initials_end_no_sentence() {
        assert_eq!(sentence_ends("સી.આર. પાટીલ આવ્યા. ડૉ. શાહ ગયા").count(), 1);
        assert!(has_inner_full_stop("વરસાદ પડ્યો છે. નદી વધી."));
        assert!(!has_inner_full_stop("વરસાદ ક્યારે? જાણો ડૉ. શાહ પાસેથી"));
    }

    #[test]
    fn bullets_are_no_minus_signs() {
        assert_eq!(bullet("- પહેલું"), Some("- "));
        assert_eq!(bullet("-5 ડિગ્રી ઠંડી"), None);
        assert_eq!(bullet("શબ્દ - બીજો"), None);
    }
}
