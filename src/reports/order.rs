//! Gujarati alphabetical order: that of dictionaries, as CLDR has it.
//!
//! Takes two texts, says which stands first. Gujarati letters stand before Latin ones, anusvara and
//! visarga before the consonants, a joined letter where its parts would stand. Code points alone give
//! another order (ઍ and ઑ, marks before letters) and put Latin letters first.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;

/// `None` only if the compiled data lacked the root order, which they never do.
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let gujarati = icu_locale_core::locale!("gu");
    CollatorBorrowed::try_new(gujarati.into(), CollatorOptions::default()).ok()
});

/// Which of two texts stands first; texts that differ are never equal.
///
/// ```
/// use khabar::reports::order::alphabetical;
/// let mut names = ["Surat", "સુરત", "કંડલા", "કચ્છ", "ઑસ્ટ્રેલિયા", "અમદાવાદ"];
/// names.sort_by(|a, b| alphabetical(a, b));
/// assert_eq!(names, ["અમદાવાદ", "ઑસ્ટ્રેલિયા", "કંડલા", "કચ્છ", "સુરત", "Surat"]);
/// ```
#[must_use]
pub fn alphabetical(a: &str, b: &str) -> Ordering {
    let by_letters = COLLATOR
        .as_ref()
        .map_or(Ordering::Equal, |collator| collator.compare(a, b));
    by_letters.then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_in_order(words: &[&str]) {
        let mut sorted = words.to_vec();
        sorted.reverse();
        sorted.sort_by(|a, b| alphabetical(a, b));
        assert_eq!(sorted, words);
    }

    #[test]
    fn words_stand_as_in_a_dictionary() {
        assert_in_order(&["અંક", "અકબર", "આગ", "ઇસરો", "ઈરાન", "ઉના", "એશિયા", "ઑસ્ટ્રિયા", "ઓખા"]);
        assert_in_order(&["કંસ", "કચ્છ", "કાન", "કીડી", "કેરી", "ક્રિકેટ", "ખબર"]);
    }

    #[test]
    fn gujarati_stands_before_latin_and_figures_before_both() {
        assert_in_order(&["2024", "હવામાન", "IPL", "isro"]);
    }

    #[test]
    fn only_the_same_text_is_equal() {
        assert_eq!(alphabetical("કચ્છ", "કચ્છ"), Ordering::Equal);
        assert_ne!(alphabetical("ક\u{200D}ચ", "કચ"), Ordering::Equal);
    }
}
