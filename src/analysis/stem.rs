//! Bare stem: endings cut off a word that the lexicon does not have.
//!
//! Takes a folded word, gives what all its forms have in common, without knowing its class: case
//! endings first, then the vowels of number, gender and person. It is right more often than it is
//! fine: a rare ખાટલો, ખાટલા, ખાટલામાંથી meet, and ખાટલ is no word.

/// Endings, in folded spelling, longest first within a round; a round is one slot of the word.
const ROUNDS: [&[&str]; 3] = [
    &["ય", "જ"],
    &[
        "માંથિ", "માથિ", "માંના", "માંનિ", "માંનુ", "માંનો", "વાળા", "વાળો", "વાળિ", "વાળુ", "ભરમા", "ને", "નો", "નિ", "નુ", "ના", "માં", "મા", "થિ",
    ],
    &[
        "વામા", "વાનો", "વાનુ", "વાનિ", "વાના", "વાથિ", "ાઓએ", "ઓએ", "ોએ", "ાઓ", "ઓ", "એ", "્યો", "્યા", "્યુ", "ેલો", "ેલા", "ેલિ", "ેલુ", "ેલ",
        "ાયો", "ાયુ", "ાયા", "ાયેલા", "ાયેલિ", "ાયેલુ", "ાયેલો", "ાઇ", "ાય", "િને", "િશુ", "િશ", "િએ", "શે", "શો", "વુ", "વો", "વિ", "વા", "તો", "તિ",
        "તુ", "ત", "જો", "જે", "નાર", "ો", "ા", "િ", "ુ", "ે",
    ],
];

/// The bare stem of an unknown word.
#[must_use]
pub fn cut(folded: &str) -> String {
    let mut stem = folded;
    // case endings stack (-માં + -ના, -ઓ + -ને), so their round runs twice
    for endings in [ROUNDS[1], ROUNDS[1], ROUNDS[2]] {
        stem = cut_one(stem, endings).trim_end_matches('\u{0A82}');
    }
    stem.to_owned()
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
    stem.chars().filter(|&c| crate::script::is_consonant(c) || crate::script::is_independent_vowel(c)).count() > 1
        && !stem.ends_with('\u{0ACD}')
}
