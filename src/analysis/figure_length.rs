//! How far a figure goes: digits of either script, grouping commas, a fraction, the letters of a model.
//!
//! Takes the rest of a text, gives the bytes of the figure at its front.

use super::kind::Kind;
use crate::script::{Script, digit_value, is_gujarati_letter, length_while, script_of};

/// Digits of one figure: grouping commas (Indian and Western) belong to it, and a fraction or the minutes
/// of a time (6.5, 10.30, ૧૦:૩૦); other dots and hyphens do not. A short run of capitals behind it does
/// too (5G, 3D).
pub(super) fn number_length(rest: &str) -> (usize, Kind) {
    let plain = digits_length(rest);
    let length = fraction_length(rest, grouped_length(rest, plain));
    let tail = rest.get(length..).unwrap_or_default();
    let letters = length_while(tail, |c| script_of(c) == Script::Latin);
    let is_model = (1..=2).contains(&letters) && tail.bytes().take(letters).all(|b| b.is_ascii_uppercase());
    if is_model {
        (length + letters, Kind::Latin)
    } else {
        (length, Kind::Number)
    }
}

/// The bytes of a run of digits. Converted fonts leave the letters ર and પ for the digits ૨ and ૫ that look
/// like them (ર૦ર૪): they are digits where a Gujarati digit stands beside them and no letter behind.
pub(super) fn digits_length(rest: &str) -> usize {
    let mut end = 0;
    let mut gujarati = false;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map_or(' ', |&(_, next)| next);
        let looks_so = matches!(c, 'ર' | 'પ') && (is_gujarati_digit(next) || (gujarati && is_digit_end(next)));
        if digit_value(c).is_none() && !looks_so {
            break;
        }
        gujarati |= is_gujarati_digit(c);
        end = at + c.len_utf8();
    }
    end
}

const fn is_gujarati_digit(c: char) -> bool {
    matches!(c, '\u{0AE6}'..='\u{0AEF}')
}

/// Whether a figure can end before this character, or go on with a letter that looks like a digit.
fn is_digit_end(next: char) -> bool {
    matches!(next, 'ર' | 'પ') || !is_gujarati_letter(next)
}

/// Adds one point or colon and one or two digits, where nothing of the kind follows (a date has two points).
fn fraction_length(rest: &str, whole: usize) -> usize {
    let tail = rest.get(whole..).unwrap_or_default();
    let Some(fraction) = tail.strip_prefix(['.', ':']) else {
        return whole;
    };
    let length = length_while(fraction, |c| digit_value(c).is_some());
    let count = fraction.get(..length).map_or(0, |digits| digits.chars().count());
    let mut behind = fraction.get(length..).unwrap_or_default().chars();
    let goes_on =
        matches!(behind.next(), Some('.' | ':' | '-' | '/')) && behind.next().is_some_and(|c| digit_value(c).is_some());
    if (1..=2).contains(&count) && !goes_on {
        whole + 1 + length
    } else {
        whole
    }
}

/// Adds `,` and groups of two or three digits while the last group has three.
fn grouped_length(rest: &str, plain: usize) -> usize {
    let digits = |text: &str| text.chars().take_while(|&c| digit_value(c).is_some()).count();
    if digits(rest) > 3 {
        return plain;
    }
    let (mut end, mut whole) = (plain, plain);
    while let Some(group) = rest.get(end..).and_then(|r| r.strip_prefix(',')) {
        let count = digits(group);
        if !(2..=3).contains(&count) {
            break;
        }
        end += 1 + length_while(group, |c| digit_value(c).is_some());
        if count == 3 {
            whole = end;
        }
    }
    if whole == end { end } else { plain }
}
