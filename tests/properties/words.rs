//! Our words against those of UAX #29.

use khabar::analysis::{Kind, Segment, segments};
use khabar::script::{Script, digit_value, is_dependent, is_invisible, script_of};
use proptest::test_runner::TestCaseError;
use unicode_segmentation::UnicodeSegmentation;

/// What stands at a side of a boundary.
#[derive(Debug, PartialEq, Eq)]
enum Class {
    /// A digit; ASCII digits end at those of another script behind Latin letters (a0૩).
    Digit {
        ascii: bool,
    },
    Letter(Script),
    /// Dots, colons, quotes and joiners.
    Sign,
}

fn class(c: char) -> Class {
    match script_of(c) {
        _ if digit_value(c).is_some() => Class::Digit { ascii: c.is_ascii() },
        Script::Other => Class::Sign,
        script => Class::Letter(script),
    }
}

fn fail(what: &str, text: &str, at: usize) -> TestCaseError {
    let ours: Vec<&str> = segments(text).map(|s| &text[s.byte_start..s.byte_end]).collect();
    TestCaseError::fail(format!("{what} at {at} of {text:?}; words {ours:?}"))
}

/// Our boundaries are those of UAX #29, but for the joins and the splits that `analysis::segment` names.
pub(super) fn check(text: &str) -> Result<(), TestCaseError> {
    let ours: Vec<Segment> = segments(text).collect();
    for (bound, _) in text.split_word_bound_indices() {
        let inside = ours.iter().find(|s| s.byte_start < bound && bound < s.byte_end);
        if inside.is_some_and(|segment| !is_named_join(text, bound, segment)) {
            return Err(fail("a word goes over a boundary of UAX #29", text, bound));
        }
    }
    for (start, word) in text.split_word_bound_indices() {
        let end = start + word.len();
        for segment in &ours {
            for cut in [segment.byte_start, segment.byte_end] {
                if start < cut && cut < end && !is_named_split(text, cut) {
                    return Err(fail("a word of UAX #29 is cut", text, cut));
                }
            }
        }
    }
    for (at, c) in text.char_indices() {
        let is_letter = class(c) != Class::Sign && !is_dependent(c);
        if is_letter && !ours.iter().any(|s| s.byte_start <= at && at < s.byte_end) {
            return Err(fail("a letter is in no word", text, at));
        }
    }
    Ok(())
}

/// Dotted letter names with a space (સી. આર), apostrophes in Latin words (T20's), the point of a figure
/// (૧૦:૩૦, ૩ર.૫ with a letter for a digit), invisible characters inside a word, and a sign that was
/// typed before its letter (િવધાન), which repair can put right only if both are one word.
fn is_named_join(text: &str, bound: usize, segment: &Segment) -> bool {
    let (before, after) = sides(text, bound);
    let is_apostrophe = |c| matches!(c, '\'' | '\u{2019}');
    let is_point = |c| matches!(c, '.' | ':' | ',');
    segment.kind == Kind::Initials
        || (segment.kind == Kind::Latin && (is_apostrophe(before) || is_apostrophe(after)))
        || (segment.kind == Kind::Number && (is_point(before) || is_point(after)))
        || is_invisible(before)
        || is_invisible(after)
        || is_dependent(before)
}

/// Where scripts or digits and letters meet, and at signs.
fn is_named_split(text: &str, cut: usize) -> bool {
    let (sign, after) = sides(text, cut);
    // a sign belongs to the letter that it hangs on, of whatever script (aા)
    let base = text[..cut].chars().rev().find(|&c| !is_dependent(c)).unwrap_or(' ');
    let hangs_on_another = is_dependent(sign) && class(base) != class(sign);
    let (before, after) = (class(base), class(after));
    hangs_on_another || before != after || before == Class::Sign
}

fn sides(text: &str, at: usize) -> (char, char) {
    (
        text[..at].chars().next_back().unwrap_or(' '),
        text[at..].chars().next().unwrap_or(' '),
    )
}

#[test]
fn named_joins_and_splits_and_no_others_pass() {
    for text in [
        "IPLમાં",
        "1950-53ના",
        "ગયો.પછી",
        "સી. આર. પાટીલ",
        "1,00,000 કેસ",
        "ક\u{200B}ર",
        "U.S. don’t",
        "નવી દિલ્હી",
    ] {
        check(text).unwrap();
    }
    let segment = |kind| Segment {
        byte_start: 0,
        byte_end: 7,
        kind,
    };
    assert!(!is_named_join("ક ર", 3, &segment(Kind::Gujarati)));
    assert!(is_named_join("ક ર", 3, &segment(Kind::Initials)));
    assert!(!is_named_split("કરમ", 3));
    assert!(is_named_split("કa", 3));
}
