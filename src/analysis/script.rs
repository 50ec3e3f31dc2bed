//! Facts about Gujarati, Devanagari and Latin characters.
//!
//! Takes single characters, gives their class. Knows nothing of words; whoever needs a rule of the
//! language finds it in the rest of this crate. Rust's own `char::is_alphanumeric` is no help here: it is
//! false for virama and nukta, so that a Gujarati word falls apart at every conjunct.

/// U+0A81 GUJARATI SIGN CANDRABINDU.
pub const CANDRABINDU: char = '\u{0A81}';
/// U+0A82 GUJARATI SIGN ANUSVARA.
pub const ANUSVARA: char = '\u{0A82}';
/// U+0A83 GUJARATI SIGN VISARGA.
pub const VISARGA: char = '\u{0A83}';
/// U+0ABC GUJARATI SIGN NUKTA.
pub const NUKTA: char = '\u{0ABC}';
/// U+0ACD GUJARATI SIGN VIRAMA (halant).
pub const VIRAMA: char = '\u{0ACD}';
/// U+0ABE GUJARATI VOWEL SIGN AA.
pub const SIGN_AA: char = '\u{0ABE}';
/// U+0ABF GUJARATI VOWEL SIGN I.
pub const SIGN_I: char = '\u{0ABF}';
/// U+0AC0 GUJARATI VOWEL SIGN II.
pub const SIGN_II: char = '\u{0AC0}';
/// U+0AC1 GUJARATI VOWEL SIGN U.
pub const SIGN_U: char = '\u{0AC1}';
/// U+0AC2 GUJARATI VOWEL SIGN UU.
pub const SIGN_UU: char = '\u{0AC2}';
/// U+0AC3 GUJARATI VOWEL SIGN VOCALIC R.
pub const SIGN_VOCALIC_R: char = '\u{0AC3}';
/// U+0AC5 GUJARATI VOWEL SIGN CANDRA E.
pub const SIGN_CANDRA_E: char = '\u{0AC5}';
/// U+0AC7 GUJARATI VOWEL SIGN E.
pub const SIGN_E: char = '\u{0AC7}';
/// U+0AC8 GUJARATI VOWEL SIGN AI.
pub const SIGN_AI: char = '\u{0AC8}';
/// U+0AC9 GUJARATI VOWEL SIGN CANDRA O.
pub const SIGN_CANDRA_O: char = '\u{0AC9}';
/// U+0ACB GUJARATI VOWEL SIGN O.
pub const SIGN_O: char = '\u{0ACB}';
/// U+0ACC GUJARATI VOWEL SIGN AU.
pub const SIGN_AU: char = '\u{0ACC}';
/// U+200C ZERO WIDTH NON-JOINER.
pub const ZWNJ: char = '\u{200C}';
/// U+200D ZERO WIDTH JOINER.
pub const ZWJ: char = '\u{200D}';
/// U+200B ZERO WIDTH SPACE.
pub const ZWSP: char = '\u{200B}';
/// U+00AD SOFT HYPHEN.
pub const SOFT_HYPHEN: char = '\u{00AD}';
/// U+FEFF ZERO WIDTH NO-BREAK SPACE (byte order mark).
pub const BOM: char = '\u{FEFF}';
/// U+2060 WORD JOINER.
pub const WORD_JOINER: char = '\u{2060}';

/// The scripts that the analyser tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Gujarati letters, signs and digits.
    Gujarati,
    /// Latin letters with or without marks.
    Latin,
    /// Devanagari letters, signs and digits.
    Devanagari,
    /// Everything else.
    Other,
}

/// The script of one character; ASCII digits and punctuation are [`Script::Other`].
///
/// ```
/// use khabar_analysis::script::{Script, script_of};
/// assert_eq!(script_of('ક'), Script::Gujarati);
/// assert_eq!(script_of('\u{0ACD}'), Script::Gujarati); // virama: no letter for Rust, one for us
/// assert_eq!(script_of('5'), Script::Other);
/// ```
#[must_use]
pub fn script_of(c: char) -> Script {
    match c {
        '\u{0A80}'..='\u{0AFF}' => Script::Gujarati,
        'A'..='Z'
        | 'a'..='z'
        | '\u{00C0}'..='\u{00D6}'
        | '\u{00D8}'..='\u{00F6}'
        | '\u{00F8}'..='\u{024F}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}' => Script::Latin,
        '\u{0900}'..='\u{0963}' | '\u{0966}'..='\u{097F}' => Script::Devanagari,
        _ => Script::Other,
    }
}

/// Whether the character belongs to the Gujarati block and is no digit and no sign of punctuation.
#[must_use]
pub fn is_gujarati_letter(c: char) -> bool {
    matches!(c, '\u{0A81}'..='\u{0AE3}' | '\u{0AF9}'..='\u{0AFF}')
}

/// Whether the character is a Gujarati consonant (ક to હ).
#[must_use]
pub fn is_consonant(c: char) -> bool {
    matches!(c, '\u{0A95}'..='\u{0AB9}' | '\u{0AF9}')
}

/// Whether the character is an independent Gujarati vowel (અ to ઔ, ઋ, ઍ, ઑ).
#[must_use]
pub fn is_independent_vowel(c: char) -> bool {
    matches!(c, '\u{0A85}'..='\u{0A94}' | '\u{0AE0}' | '\u{0AE1}')
}

/// Whether the character is a dependent Gujarati vowel sign (ા to ૌ).
#[must_use]
pub fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{0ABE}'..='\u{0ACC}' | '\u{0AE2}' | '\u{0AE3}')
}

/// Whether the character is anusvara, candrabindu or visarga.
#[must_use]
pub fn is_final_sign(c: char) -> bool {
    matches!(c, CANDRABINDU | ANUSVARA | VISARGA)
}

/// Whether the character must follow another one: vowel sign, nukta, virama or final sign.
#[must_use]
pub fn is_dependent(c: char) -> bool {
    is_vowel_sign(c) || is_final_sign(c) || c == NUKTA || c == VIRAMA || matches!(c, '\u{0AFA}'..='\u{0AFF}')
}

/// Whether the character shows nothing: joiners, zero-width space, soft hyphen, byte order mark.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        ZWNJ | ZWJ | ZWSP | SOFT_HYPHEN | BOM | WORD_JOINER | '\u{200E}' | '\u{200F}'
    )
}

/// The value of an ASCII, Gujarati, Devanagari or full-width digit.
///
/// ```
/// use khabar_analysis::script::digit_value;
/// assert_eq!(digit_value('૭'), Some(7));
/// assert_eq!(digit_value('7'), Some(7));
/// assert_eq!(digit_value('ક'), None);
/// ```
#[must_use]
pub fn digit_value(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0AE6}'..='\u{0AEF}' => '\u{0AE6}',
        '\u{0966}'..='\u{096F}' => '\u{0966}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// The number of characters of `text` in each of Gujarati and Latin script, as (gujarati, latin).
#[must_use]
pub fn count_scripts(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(gujarati, latin), c| match script_of(c) {
        Script::Gujarati => (gujarati + 1, latin),
        Script::Latin => (gujarati, latin + 1),
        _ => (gujarati, latin),
    })
}

/// The bytes at the front of `text` whose characters all fit.
#[must_use]
pub fn length_while(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.char_indices()
        .find(|&(_, c)| !fits(c))
        .map_or(text.len(), |(at, _)| at)
}

/// How many consonants and independent vowels a word has.
#[must_use]
pub fn letter_count(word: &str) -> usize {
    word.chars()
        .filter(|&c| is_consonant(c) || is_independent_vowel(c))
        .count()
}
