//! Letters: a word as a reader spells it out.

use crate::script::{ANUSVARA, CANDRABINDU, NUKTA, VIRAMA, VISARGA, is_invisible, is_vowel_sign};

/// The base of letters that are vowels alone.
pub(super) const VOWEL: char = 'અ';

/// A letter: a consonant with its vowel and nasal, a vowel, or a Latin letter or digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// The consonant, [`VOWEL`], or the Latin letter.
    pub(super) base: char,
    /// The vowel sign; [`VIRAMA`] for none, `a` for the inherent vowel.
    pub(super) vowel: char,
    /// Anusvara, candrabindu or visarga.
    pub(super) nasal: bool,
}

/// The vowel that no sign is written for.
pub(super) const INHERENT: char = 'a';

/// The letters of a word.
pub(super) fn letters(word: &str) -> Vec<Letter> {
    let mut rest = word;
    let mut all = Vec::with_capacity(word.len() / 3);
    while let Some((letter, length)) = first_letter(rest) {
        all.push(letter);
        rest = rest.get(length..).unwrap_or_default();
    }
    all
}

/// The first letter of a text and its bytes; signs that follow it belong to it.
pub(super) fn first_letter(text: &str) -> Option<(Letter, usize)> {
    let mut characters = text.char_indices();
    let (_, first) = characters.next()?;
    let mut letter = begun(first);
    for (at, c) in characters {
        match c {
            VIRAMA => letter.vowel = VIRAMA,
            ANUSVARA | CANDRABINDU | VISARGA => letter.nasal = true,
            _ if is_vowel_sign(c) => letter.vowel = c,
            NUKTA => {}
            _ if is_invisible(c) => {}
            _ => return Some((letter, at)),
        }
    }
    Some((letter, text.len()))
}

/// The letter that a character begins.
pub(super) fn begun(c: char) -> Letter {
    let vowel = match c {
        'આ' => '\u{0ABE}',
        'ઇ' => '\u{0ABF}',
        'ઈ' => '\u{0AC0}',
        'ઉ' => '\u{0AC1}',
        'ઊ' => '\u{0AC2}',
        'ઋ' => '\u{0AC3}',
        'ઍ' => '\u{0AC5}',
        'એ' => '\u{0AC7}',
        'ઐ' => '\u{0AC8}',
        'ઑ' => '\u{0AC9}',
        'ઓ' => '\u{0ACB}',
        'ઔ' => '\u{0ACC}',
        _ => INHERENT,
    };
    let base = if vowel == INHERENT { c } else { VOWEL };
    Letter {
        base,
        vowel,
        nasal: false,
    }
}
