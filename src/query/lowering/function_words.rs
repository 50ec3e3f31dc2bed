//! Function words of a query in Latin letters: case markers written apart (sona no bhav), postpositions, question words,
//! auxiliary verbs, and English articles and prepositions.
//!
//! Takes a word and its neighbours, says whether it says nothing of a story. Such a word is not looked for: its readings (ની,
//! નીના, એન) would only stand between the reader and the other words. In Gujarati script a marker has one reading, and the
//! analyser's stop words do.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Where a spelling is a function word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// After a word with a meaning: ma is a mother elsewhere, no an English word.
    After,
    /// In any place.
    Any,
    /// Beside words of an English sentence; elsewhere an acronym in small letters.
    Sentence,
}

static WORDS: LazyLock<HashMap<&'static str, Place>> = LazyLock::new(|| {
    let rows = include_str!("../data/function_words.tsv").lines();
    let cells = rows
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'));
    cells
        .map(|(word, place)| match place {
            "after" => (word, Place::After),
            "acronym" => (word, Place::Sentence),
            _ => (word, Place::Any),
        })
        .collect()
});

/// What stands before a pronoun, and what after it.
const BEFORE: [&str; 9] = ["to", "for", "of", "by", "with", "from", "about", "is", "was"];
const AFTER: [&str; 13] = [
    "is", "was", "are", "were", "will", "won", "has", "had", "have", "can", "did", "does", "should",
];

/// What a Latin word is where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A word that is looked for.
    Word,
    /// A function word.
    Function,
    /// An acronym in small letters whose letters are a function word too: us, US.
    Acronym,
}

/// What a Latin form, in small letters, is after and before these; `is_after_word` says whether a word with a meaning stands
/// somewhere before it.
pub(super) fn sense(form: &str, before: Option<&str>, after: Option<&str>, is_after_word: bool) -> Sense {
    let is_function = match WORDS.get(form) {
        Some(Place::After) => is_after_word,
        Some(Place::Any) => true,
        Some(Place::Sentence) => {
            let is_in_sentence = before.is_some_and(|before| BEFORE.contains(&before))
                || after.is_some_and(|after| AFTER.contains(&after));
            return if is_in_sentence {
                Sense::Function
            } else {
                Sense::Acronym
            };
        }
        None => false,
    };
    if is_function { Sense::Function } else { Sense::Word }
}

#[cfg(test)]
mod tests {
    use super::{Sense, sense};

    #[test]
    fn words_have_their_sense_by_their_place() {
        let rows = [
            ("ma", None, None, true, Sense::Function),
            ("ma", None, None, false, Sense::Word),
            ("kyare", None, None, false, Sense::Function),
            ("the", None, None, false, Sense::Function),
            ("varsad", None, None, true, Sense::Word),
            ("us", None, Some("visa"), false, Sense::Acronym),
            ("us", Some("for"), None, true, Sense::Function),
            ("who", None, Some("is"), false, Sense::Function),
            ("who", None, Some("guidelines"), false, Sense::Acronym),
        ];
        for (form, before, after, is_after_word, expected) in rows {
            assert_eq!(sense(form, before, after, is_after_word), expected, "{form}");
        }
    }
}
