//! Numbers and signs: one form for a figure, whatever digits and commas it was written with.
//!
//! Takes a segment of kind number or sign, gives its form: ASCII digits, no grouping commas, no leading
//! zeros; % is ટકા and ₹ is રૂપિયા, as a reader says them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::script::digit_value;

/// The form of a figure.
///
/// ```
/// use khabar_analysis::figure;
/// assert_eq!(figure("૧,૦૦,૦૦૦"), "100000");
/// assert_eq!(figure("05"), "5");
/// assert_eq!(figure("000"), "0");
/// assert_eq!(figure("૧૦:૩૦"), figure("10.30"));
/// assert_eq!(figure("ર૦ર૪"), "2024"); // the letter for the digit, as converted fonts leave it
/// ```
#[must_use]
pub fn figure(text: &str) -> String {
    let (whole, fraction) = match text.split_once(['.', ':']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| part.chars().filter_map(digit).collect::<String>();
    let all = digits(whole);
    let significant = all.trim_start_matches('0');
    let whole = if significant.is_empty() && !all.is_empty() {
        "0"
    } else {
        significant
    };
    match fraction {
        Some(fraction) => format!("{whole}.{}", digits(fraction)),
        None => whole.to_owned(),
    }
}

/// A digit, or a letter that converted fonts leave for one.
fn digit(c: char) -> Option<char> {
    let value = match c {
        'ર' => 2,
        'પ' => 5,
        _ => digit_value(c)?,
    };
    Some(char::from(b'0' + value))
}

/// The word that a sign stands for.
#[must_use]
pub fn sign_word(text: &str) -> &'static str {
    match text {
        "₹" => "રૂપિયા",
        _ => "ટકા",
    }
}

/// The folded number words with their figures.
static WORDS: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    include_str!("data/numbers.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(word, value)| Some((super::fold(word), value.parse().ok()?)))
        .collect()
});

/// The figure that a folded Gujarati number word names, where it stands for one (પચ્ચીસ is 25).
#[must_use]
pub fn number_word(folded: &str) -> Option<u64> {
    WORDS.get(folded).copied()
}

/// The folded words that name a figure.
pub fn words_of_number(value: u64) -> impl Iterator<Item = &'static str> {
    WORDS
        .iter()
        .filter(move |&(_, &named)| named == value)
        .map(|(word, _)| word.as_str())
}
