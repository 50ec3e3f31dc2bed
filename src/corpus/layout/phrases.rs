//! The words by which furniture gives itself away.
//!
//! Reads `data/phrases.tsv` once, and answers whether a run of words is a phrase of some sign.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::features::{Word, words};

/// What a phrase is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhraseKind {
    Ad,
    Agency,
    Ago,
    Asset,
    Byline,
    Call,
    Chrome,
    Clock,
    Continuation,
    Copyright,
    Dated,
    Desk,
    Home,
    ImageExtension,
    ImageName,
    Kicker,
    Link,
    Links,
    Network,
    Photo,
    PhotoBy,
    PhotoKind,
    Section,
    Share,
    Tags,
    Us,
    Weekday,
}

impl PhraseKind {
    /// The sign of a name in the data file.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ad" => Self::Ad,
            "agency" => Self::Agency,
            "ago" => Self::Ago,
            "asset" => Self::Asset,
            "byline" => Self::Byline,
            "call" => Self::Call,
            "chrome" => Self::Chrome,
            "clock" => Self::Clock,
            "continuation" => Self::Continuation,
            "copyright" => Self::Copyright,
            "dated" => Self::Dated,
            "desk" => Self::Desk,
            "home" => Self::Home,
            "image-extension" => Self::ImageExtension,
            "image-name" => Self::ImageName,
            "kicker" => Self::Kicker,
            "link" => Self::Link,
            "links" => Self::Links,
            "network" => Self::Network,
            "photo" => Self::Photo,
            "photo-by" => Self::PhotoBy,
            "photo-kind" => Self::PhotoKind,
            "section" => Self::Section,
            "share" => Self::Share,
            "tags" => Self::Tags,
            "us" => Self::Us,
            "weekday" => Self::Weekday,
            _ => return None,
        })
    }
}

/// A phrase after its first word, and what it is a sign of.
struct Phrase {
    rest: Vec<String>,
    sign: PhraseKind,
}

/// All phrases by their first word.
static PHRASES: LazyLock<HashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (phrase, sign) in rows(include_str!("../data/phrases.tsv")) {
        let mut words = words(phrase).into_iter().map(|word| word.folded);
        if let (Some(first), Some(sign)) = (words.next(), PhraseKind::named(sign)) {
            phrases.entry(first).or_default().push(Phrase {
                rest: words.collect(),
                sign,
            });
        }
    }
    phrases
});

/// The rows of a two-column data file without its header.
pub(super) fn rows(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    data.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
}

/// How many words the longest phrase of this sign takes at the beginning of `words`.
pub(super) fn opening(words: &[Word], sign: PhraseKind) -> Option<usize> {
    let (first, rest) = words.split_first()?;
    let matches = |phrase: &&Phrase| {
        phrase.sign == sign
            && phrase.rest.len() <= rest.len()
            && phrase
                .rest
                .iter()
                .zip(rest)
                .all(|(wanted, word)| *wanted == word.folded)
    };
    PHRASES
        .get(&first.folded)?
        .iter()
        .filter(matches)
        .map(|phrase| phrase.rest.len() + 1)
        .max()
}

/// The first phrase of this sign anywhere, as a range of words.
pub(super) fn find(words: &[Word], sign: PhraseKind) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| Some(at..at + opening(words.get(at..)?, sign)?))
}

/// Whether a phrase of this sign occurs anywhere.
pub(super) fn has(words: &[Word], sign: PhraseKind) -> bool {
    find(words, sign).is_some()
}

/// Whether the words are one phrase of this sign and nothing else.
pub(super) fn is_whole(words: &[Word], sign: PhraseKind) -> bool {
    !words.is_empty() && opening(words, sign) == Some(words.len())
}

/// Whether phrases of these signs and figures cover all words.
pub(super) fn covers(words: &[Word], signs: &[PhraseKind]) -> bool {
    let mut rest = words;
    while let Some(first) = rest.first() {
        let longest = signs.iter().filter_map(|sign| opening(rest, *sign)).max();
        match longest.or_else(|| first.is_digits().then_some(1)) {
            Some(count) => rest = rest.get(count..).unwrap_or_default(),
            None => return false,
        }
    }
    !words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_sign() {
        for (phrase, sign) in rows(include_str!("../data/phrases.tsv")) {
            assert!(PhraseKind::named(sign).is_some(), "{phrase}: {sign}");
            assert!(!words(phrase).is_empty(), "{phrase}");
        }
    }

    #[test]
    fn one_spelling_stands_for_its_variants() {
        for line in ["આ પણ વાંચો", "આ પણ વાચો:", "આ પણ વાંચોઃ", "👉 આ પણ વાંચૉ", "Also Read"]
        {
            assert!(is_whole(&words(line), PhraseKind::Link), "{line}");
        }
    }
}
