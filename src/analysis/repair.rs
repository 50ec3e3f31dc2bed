//! Repair: broken sequences of code points become the letters that were meant.
//!
//! Takes one word as it stands in the text, gives the word as a careful keyboard would have written
//! it. The text itself is never changed; only the token's form is. Sources: Unicode's do-not-emit list,
//! the pairs of Lucene's `IndicNormalizer`, and what the converted legacy fonts of Gujarati dailies
//! leave behind (કાેર્ટ for કોર્ટ).

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::script::{
    ANUSVARA, CANDRABINDU, NUKTA, SIGN_AA, SIGN_AI, SIGN_AU, SIGN_CANDRA_E, SIGN_CANDRA_O, SIGN_E, SIGN_I, SIGN_O,
    VIRAMA, is_consonant, is_dependent, is_final_sign, is_independent_vowel, is_invisible, is_vowel_sign,
};

/// The repaired form of a word, and how many places were mended.
///
/// Repairing twice is repairing once. A sound word is borrowed, not copied.
///
/// ```
/// use khabar_analysis::repair;
/// assert_eq!(repair("કાેર્ટ"), ("કોર્ટ".into(), 1)); // sign AA and sign E typed for sign O
/// assert_eq!(repair("અોફિસ"), ("ઓફિસ".into(), 1));
/// assert_eq!(repair("િવધાન"), ("વિધાન".into(), 1)); // the sign stood before its consonant
/// assert_eq!(repair("પોલીસ"), ("પોલીસ".into(), 0));
/// ```
#[must_use]
pub fn repair(word: &str) -> (Cow<'_, str>, usize) {
    if is_sound(word) {
        return (Cow::Borrowed(word), 0);
    }
    let mut letters: Vec<char> = if is_nfc_quick(word.chars()) == IsNormalized::Yes {
        word.chars().collect()
    } else {
        word.nfc().collect()
    };
    let before = letters.len();
    letters.retain(|&c| !is_invisible(c));
    let mut repairs = before - letters.len();
    // every pass mends one place and none makes the word longer, so this ends
    while let Some(mended) = mend_once(&letters) {
        letters = mended;
        repairs += 1;
    }
    let repaired: String = letters.into_iter().collect();
    if repaired == word {
        (Cow::Borrowed(word), 0)
    } else {
        (Cow::Owned(repaired), repairs.max(1))
    }
}

/// Whether no rule below can apply; reads each character once and keeps the previous one.
fn is_sound(word: &str) -> bool {
    let mut previous = '\0';
    for c in word.chars() {
        if is_invisible(c) || is_suspicious(previous, c) {
            return false;
        }
        previous = c;
    }
    // Gujarati has no composed letters, and what could stand in the wrong order (a nukta) is suspicious
    true
}

/// Whether `c` may not follow `previous` in a word.
fn is_suspicious(previous: char, c: char) -> bool {
    if !is_dependent(c) {
        return c == '\u{0AF0}' && previous == '\0';
    }
    let carries_vowel = is_vowel_sign(previous) || is_independent_vowel(previous);
    match c {
        NUKTA => true,
        VIRAMA => !is_consonant(previous) && previous != NUKTA,
        _ if is_vowel_sign(c) => carries_vowel || !(is_consonant(previous) || previous == NUKTA),
        _ => !(is_consonant(previous) || carries_vowel || previous == NUKTA),
    }
}

fn mend_once(letters: &[char]) -> Option<Vec<char>> {
    let mut previous = '\0';
    for (at, &c) in letters.iter().enumerate() {
        if is_suspicious(previous, c)
            && let Some((from, to, with)) = mend_at(letters, at, previous, c)
        {
            let mut mended = Vec::with_capacity(letters.len());
            mended.extend_from_slice(letters.get(..from)?);
            mended.extend(with);
            mended.extend_from_slice(letters.get(to..)?);
            return Some(mended);
        }
        previous = c;
    }
    None
}

/// What replaces which range around the suspicious character, `None` where it is to stay.
fn mend_at(letters: &[char], at: usize, previous: char, c: char) -> Option<(usize, usize, Vec<char>)> {
    let before = at.saturating_sub(1);
    if previous == '\0' {
        return Some((
            at,
            at + 1 + leading_cluster(letters, at, c),
            leading_sign(letters, at, c),
        ));
    }
    if c == NUKTA {
        // a nukta belongs to a consonant; elsewhere it is a slip of the hand
        return (!is_consonant(previous)).then(|| (at, at + 1, vec![]));
    }
    if let Some(joined) = joined_vowel(previous, c) {
        return Some((before, at + 1, vec![joined]));
    }
    if is_final_sign(previous) && is_vowel_sign(c) {
        return Some((before, at + 1, vec![c, previous]));
    }
    if previous == VIRAMA && is_vowel_sign(c) {
        return Some((before, at + 1, vec![c]));
    }
    // two signs that make no letter together: the later one corrects the earlier
    if is_vowel_sign(previous) && is_vowel_sign(c) {
        return Some((before, at + 1, vec![c]));
    }
    let stray =
        (is_final_sign(previous) && is_final_sign(c)) || c == VIRAMA || (previous == VIRAMA && is_final_sign(c));
    stray.then(|| (at, at + 1, vec![]))
}

/// The letter that two vowels typed one after the other were meant to be.
fn joined_vowel(first: char, second: char) -> Option<char> {
    Some(match (first, second) {
        (SIGN_AA, SIGN_E) | (SIGN_E, SIGN_AA) => SIGN_O,
        (SIGN_AA, SIGN_AI) | (SIGN_AI, SIGN_AA) => SIGN_AU,
        (SIGN_AA, SIGN_CANDRA_E) | (SIGN_CANDRA_E, SIGN_AA) => SIGN_CANDRA_O,
        ('અ', SIGN_AA) => 'આ',
        ('અ' | 'આ', SIGN_O) | ('આ', SIGN_E) => 'ઓ',
        ('અ', SIGN_E) | ('એ', SIGN_E) => 'એ',
        ('અ', SIGN_AI) | ('એ', SIGN_AI) => 'ઐ',
        ('અ' | 'આ', SIGN_AU) | ('આ', SIGN_AI) => 'ઔ',
        ('અ' | 'એ', SIGN_CANDRA_E) => 'ઍ',
        ('અ' | 'આ', SIGN_CANDRA_O) | ('આ', SIGN_CANDRA_E) => 'ઑ',
        ('ઇ' | 'ઈ', SIGN_I | '\u{0AC0}') => 'ઈ',
        ('ઉ' | 'ઊ', '\u{0AC1}' | '\u{0AC2}') => 'ઊ',
        (CANDRABINDU | ANUSVARA, ANUSVARA | CANDRABINDU) => ANUSVARA,
        _ if first == second => first,
        _ => return None,
    })
}

/// How many characters after a leading sign it must jump over: one consonant with its conjuncts.
fn leading_cluster(letters: &[char], at: usize, c: char) -> usize {
    if c != SIGN_I {
        return 0;
    }
    let mut taken = 0;
    while letters.get(at + 1 + taken).copied().is_some_and(is_consonant) {
        taken += 1;
        if letters.get(at + 1 + taken) == Some(&NUKTA) {
            taken += 1;
        }
        if letters.get(at + 1 + taken) != Some(&VIRAMA) {
            break;
        }
        taken += 1;
    }
    taken
}

/// A leading sign I goes behind its consonant; any other leading sign has lost its letter and goes.
fn leading_sign(letters: &[char], at: usize, c: char) -> Vec<char> {
    let taken = leading_cluster(letters, at, c);
    let mut moved: Vec<char> = letters.get(at + 1..at + 1 + taken).unwrap_or_default().to_vec();
    if taken > 0 {
        moved.push(c);
    }
    moved
}
