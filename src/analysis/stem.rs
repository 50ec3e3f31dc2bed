//! Bare stem: endings cut off a word that the lexicon does not have.
//!
//! Takes a folded word, gives what all its forms have in common, without knowing its class: case
//! endings first, then the vowels of number, gender and person. It is right more often than it is
//! fine: a rare ખાટલો, ખાટલા, ખાટલામાંથી meet, and ખાટલ is no word.

/// Case endings, in folded spelling, longest first.
const CASES: &[&str] = &[
    "માંથિ",
    "માથિ",
    "માંના",
    "માંનિ",
    "માંનુ",
    "માંનો",
    "ને",
    "નો",
    "નિ",
    "નુ",
    "ના",
    "માં",
    "મા",
    "થિ",
];

/// Number and agentive behind a vowel, participles and tenses of verbs.
const FORMS: &[&str] = &[
    "વામા",
    "વાનો",
    "વાનુ",
    "વાનિ",
    "વાના",
    "વાથિ",
    "ઓએ",
    "ોએ",
    "ઓ",
    "એ",
    "્યો",
    "્યા",
    "્યુ",
    "ેલો",
    "ેલા",
    "ેલિ",
    "ેલુ",
    "ેલ",
    "ાયો",
    "ાયુ",
    "ાયા",
    "ાયેલા",
    "ાયેલિ",
    "ાયેલુ",
    "ાયેલો",
    "ાય",
    "િને",
    "િશુ",
    "િશ",
    "શે",
    "શો",
    "વુ",
    "વો",
    "વા",
    "વે",
    "તો",
    "તુ",
    "જો",
    "જે",
];

/// The vowels of gender and number. ી stays: rare words in -ી are mostly feminine nouns.
const VOWELS: &[&str] = &["ો", "ા", "ુ", "ે"];

/// The bare stem of an unknown word.
///
/// Its forms share it even where it is no word itself: ખાટલો and ખાટલામાંથી give ખાટલ.
#[must_use]
pub(super) fn cut(folded: &str) -> String {
    let mut stem = folded;
    // case endings stack (-માં + -ના, -ઓ + -ને), so their round runs twice
    for endings in [CASES, CASES, FORMS, VOWELS] {
        stem = cut_one(stem, endings).trim_end_matches('\u{0A82}');
    }
    // the causative -આવ- loses its વ before the endings of a vowel
    let stem = if stem.ends_with("ાવ") {
        stem.strip_suffix('વ').unwrap_or(stem)
    } else {
        stem
    };
    stem.strip_suffix('ા')
        .filter(|bare| is_long_enough(bare))
        .unwrap_or(stem)
        .to_owned()
}

fn cut_one<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    for ending in endings {
        if let Some(stem) = word.strip_suffix(ending)
            && is_long_enough(stem)
        {
            return stem;
        }
    }
    word
}

/// At least two letters remain, or one and its vowel sign with more than a bare consonant.
fn is_long_enough(stem: &str) -> bool {
    stem.chars()
        .filter(|&c| crate::script::is_consonant(c) || crate::script::is_independent_vowel(c))
        .count()
        > 1
        && !stem.ends_with('\u{0ACD}')
}
