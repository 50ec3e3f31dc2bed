//! Numbers and signs: one form for a figure, whatever digits and commas it was written with.
//!
//! Takes a segment of kind number or sign, gives its form: ASCII digits, no grouping commas, no leading
//! zeros; % is ટકા and ₹ is રૂપિયા, as a reader says them.

use crate::script::digit_value;

/// The form of a figure.
///
/// ```
/// use khabar::analysis::figure;
/// assert_eq!(figure("૧,૦૦,૦૦૦"), "100000");
/// assert_eq!(figure("05"), "5");
/// assert_eq!(figure("000"), "0");
/// ```
#[must_use]
pub fn figure(text: &str) -> String {
    let digits: String = text
        .chars()
        .filter_map(digit_value)
        .map(|d| char::from(b'0' + d))
        .collect();
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() && !digits.is_empty() {
        "0".to_owned()
    } else {
        significant.to_owned()
    }
}

/// The word that a sign stands for.
#[must_use]
pub fn sign_word(text: &str) -> &'static str {
    match text {
        "₹" => "રૂપિયા",
        _ => "ટકા",
    }
}

/// The figure that a Gujarati number word names, where it stands for one (પચ્ચીસ is 25).
///
/// Only whole numbers up to ninety-nine and the round names; એક and બે are left out of use as figures
/// by the caller's choice, since they mostly are no figures in running text.
#[must_use]
pub fn number_word(folded: &str) -> Option<u64> {
    use std::collections::HashMap;
    use std::sync::LazyLock;
    static WORDS: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
        include_str!("data/numbers.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(word, value)| Some((super::fold(word), value.parse().ok()?)))
            .collect()
    });
    WORDS.get(folded).copied()
}
