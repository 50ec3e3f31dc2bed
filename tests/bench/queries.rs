//! Queries: words of the articles, of all frequencies.

use std::collections::{BTreeMap, HashMap};

use khabar::analysis::sound::of_gujarati;
use khabar::article::Article;
use khabar::script::{Script, script_of};
use unicode_segmentation::UnicodeSegmentation;

use crate::articles::text_of;
use crate::random::Random;

const COUNT: usize = 200;

/// The queries of a run.
pub(crate) struct Queries {
    /// One to three words of one article each.
    pub(crate) gujarati: Vec<String>,
    /// The same as people type them in Latin letters.
    pub(crate) latin: Vec<String>,
}

/// Queries whose words stand in one article, so that each has a hit. A word is drawn by the logarithm
/// of its count: the rare, the middling and the common are drawn equally often.
pub(crate) fn make(articles: &[Article]) -> Queries {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in articles.iter().flat_map(gujarati_words) {
        *counts.entry(word).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1) as f64;
    let mut random = Random::new(23);
    let mut gujarati = Vec::with_capacity(COUNT);
    while gujarati.len() < COUNT && !counts.is_empty() {
        let Some(article) = articles.get(random.below(articles.len())) else {
            break;
        };
        let by_count: BTreeMap<(usize, &str), &str> = gujarati_words(article)
            .map(|word| ((counts.get(word).copied().unwrap_or(1), word), word))
            .collect();
        let words: Vec<&str> = (0..=random.below(3))
            .filter_map(|_| nearest(&by_count, most, &mut random))
            .collect();
        gujarati.push(words.join(" "));
    }
    let latin = gujarati.iter().map(|query| romanised(query)).collect();
    Queries { gujarati, latin }
}

fn gujarati_words(article: &Article) -> impl Iterator<Item = &str> {
    let is_gujarati = |word: &&str| word.chars().all(|c| script_of(c) == Script::Gujarati);
    text_of(article)
        .flat_map(str::unicode_words)
        .filter(move |word| is_gujarati(word) && word.chars().count() > 1)
}

/// The word whose count is the next above a drawn one.
fn nearest<'a>(by_count: &BTreeMap<(usize, &'a str), &'a str>, most: f64, random: &mut Random) -> Option<&'a str> {
    let drawn = most.powf(random.fraction()) as usize;
    let above = by_count.range((drawn, "")..).next();
    above.or_else(|| by_count.last_key_value()).map(|(_, word)| *word)
}

/// The words in Latin letters, with the vowels that are heard.
fn romanised(query: &str) -> String {
    let mut latin = String::new();
    for word in query.split(' ') {
        if !latin.is_empty() {
            latin.push(' ');
        }
        of_gujarati(word)
            .chars()
            .for_each(|sound| latin.push_str(letters(sound)));
    }
    latin
}

/// How a sound is mostly typed.
const fn letters(sound: char) -> &'static str {
    match sound {
        'a' | 'A' => "a",
        'b' => "b",
        'B' => "bh",
        'c' => "ch",
        'C' => "chh",
        'd' => "d",
        'D' => "dh",
        'e' => "e",
        'E' => "ai",
        'f' => "f",
        'g' => "g",
        'G' => "gh",
        'h' => "h",
        'i' => "i",
        'j' => "j",
        'J' => "jh",
        'k' => "k",
        'K' => "kh",
        'l' => "l",
        'm' => "m",
        'n' | 'N' => "n",
        'o' => "o",
        'O' => "au",
        'p' => "p",
        'r' => "r",
        's' => "s",
        't' => "t",
        'T' => "th",
        'u' => "u",
        'v' => "v",
        'X' => "ksh",
        'y' => "y",
        _ => "",
    }
}
