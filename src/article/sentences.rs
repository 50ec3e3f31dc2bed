//! Sentences: where they end.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::script::is_gujarati_letter;

/// Marks that can end a sentence.
const MARKS: [char; 7] = ['.', '\u{FF0E}', '\u{0964}', '\u{0965}', '?', '!', '\u{2026}'];

/// What may stand between the mark and the gap behind it.
pub(crate) const CLOSERS: [char; 8] = ['"', '\'', ')', ']', '\u{201D}', '\u{2019}', '\u{00BB}', '*'];

/// The end of the sentence whose mark stands at byte `at`: behind the mark and the quotes and brackets that it
/// closes. `None` where no mark stands there, or one that ends no sentence: inside a figure or a name (10.30,
/// સી.આર.), or behind an abbreviation (ડૉ. શાહ).
#[must_use]
pub fn sentence_end_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mark = rest.chars().next().filter(|c| MARKS.contains(c))?;
    let closed = rest.get(mark.len_utf8()..)?.trim_start_matches(CLOSERS);
    let is_before_gap = closed.is_empty() || closed.starts_with(char::is_whitespace);
    let before = text.get(..at)?;
    let is_end = is_before_gap && !(mark == '.' && (is_abbreviation(last_word(before)) || is_number_of_list(before)));
    is_end.then_some(text.len() - closed.len())
}

/// The ends of the sentences of a text, in bytes, the last one included where it has its mark.
///
/// ```
/// use khabar::article::sentence_ends;
/// let text = "ડૉ. શાહ 10.30 વાગ્યે આવ્યા છે. સભા શરૂ થઈ?";
/// let ends: Vec<usize> = sentence_ends(text).collect();
/// assert_eq!(&text[..ends[0]], "ડૉ. શાહ 10.30 વાગ્યે આવ્યા છે.");
/// assert_eq!(ends.len(), 2);
/// ```
pub fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(MARKS)
        .filter_map(|(at, _)| sentence_end_at(text, at))
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !is_gujarati_letter(c) && !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
}

/// Whether a line begins with a figure of one or two digits and nothing else: a full stop after it ends no sentence, in either
/// script. A figure at the end of a sentence does (ભારતની વિકેટ 5.).
fn is_number_of_list(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    (1..=2).contains(&line.chars().count()) && line.chars().all(|c| crate::script::digit_value(c).is_some())
}

/// Whether a full stop after this word ends no sentence. How short a word is says nothing: છે and હતા end most.
fn is_abbreviation(word: &str) -> bool {
    static ABBREVIATIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let lines = include_str!("data/abbreviations.tsv").lines();
        lines.filter(|line| !line.starts_with('#')).collect()
    });
    match word.as_bytes() {
        // an initial
        [letter] => letter.is_ascii_alphabetic(),
        [first, ..] if first.is_ascii() => ABBREVIATIONS.contains(word.to_ascii_lowercase().as_str()),
        _ => ABBREVIATIONS.contains(word),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence_ends;

    fn sentences(text: &str) -> usize {
        sentence_ends(text).count()
    }

    #[test]
    fn abbreviations_that_papers_use_daily_end_no_sentence() {
        for text in [
            "મ્યુનિ. કમિશનરે ડે. કલેક્ટરને કહ્યું.",
            "રમેશભાઈ (ઉં. વ. 45) ગુજ. યુનિ. પાસે હતા.",
            "વિ. સં. 2081 ની દ. ગુજરાતની ઘટના છે.",
            "પો. ઇન્સ્પે. પટેલે એપ્રિ. 5 સુધી સમય આપ્યો.",
        ] {
            assert_eq!(sentences(text), 1, "{text}");
        }
    }

    #[test]
    fn one_digit_before_a_full_stop_is_alike_in_both_scripts() {
        assert_eq!(sentences("1. પહેલી વાત છે."), 1);
        assert_eq!(sentences("૧. પહેલી વાત છે."), 1);
        assert_eq!(sentences("ભારતની વિકેટ 5. મેચ પૂરી થઈ."), 2);
        assert_eq!(sentences("ભારતની વિકેટ ૫. મેચ પૂરી થઈ."), 2);
    }
}
