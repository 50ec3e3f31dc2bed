//! Suffixes: what stands after a word or a phrase: `word*`, `word~`, `word~2`, `word^2`, `"…"~3`.
//!
//! Takes the end of an operand, gives what it asks for and how many bytes are left of the operand. What
//! cannot be used is said, and taken off all the same.

use super::operators::{narrow, narrowed};
use crate::query::notice::{Capped, Ignored};

/// Similar words differ in at most this many letters.
pub(super) const MOST_EDITS: u32 = 2;

/// The highest weight of a word.
const MOST_BOOST: u16 = 100;

/// At most this many words may stand between those of a phrase.
pub(super) const MOST_SLOP: u32 = 100;

/// What stands after an operand.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Suffix {
    /// How many bytes stand before it.
    pub(super) length: usize,
    /// The weight.
    pub(super) boost: Option<f32>,
    /// The number after `~`; 1 where there is none.
    pub(super) near: Option<u32>,
    /// `*` at the end.
    pub(super) prefix: bool,
    /// What is wrong with it.
    pub(super) wrong: Option<Ignored>,
    /// A limit that it passes.
    pub(super) capped: Option<Capped>,
}

/// Reads the suffixes of an operand, the last first.
pub(super) fn suffix_of(operand: &str) -> Suffix {
    let mut suffix = Suffix {
        length: operand.len(),
        ..Suffix::default()
    };
    while let Some(rest) = operand.get(..suffix.length) {
        let Some((at, operator)) = rest.char_indices().rev().find(|&(_, c)| !is_number(narrow(c))) else {
            break;
        };
        let tail = narrowed(rest.get(at + operator.len_utf8()..).unwrap_or_default());
        match narrow(operator) {
            '^' => suffix.boost(&tail),
            '~' => suffix.near(&tail),
            '*' if tail.is_empty() && !suffix.prefix && at > 0 => suffix.prefix = true,
            '*' if tail.is_empty() && suffix.prefix => {}
            _ => break,
        }
        suffix.length = at;
    }
    suffix
}

const fn is_number(c: char) -> bool {
    matches!(c, '0'..='9' | '.' | '-' | '+')
}

impl Suffix {
    fn boost(&mut self, tail: &str) {
        match tail.parse::<f32>() {
            Ok(weight) if weight.is_finite() && weight > 0.0 => {
                let most = f32::from(MOST_BOOST);
                if weight > most {
                    self.capped = Some(Capped::Weight(MOST_BOOST));
                }
                self.boost.get_or_insert(weight.min(most));
            }
            _ => self.wrong = Some(Ignored::Weight(tail.to_owned())),
        }
    }

    fn near(&mut self, tail: &str) {
        if tail.is_empty() {
            self.near.get_or_insert(1);
            return;
        }
        match tail.parse::<f32>() {
            Ok(number) if number >= 0.0 => {
                // other engines write the likeness as a share: word~0.8
                let number = if number > 0.0 && number < 1.0 { 1.0 } else { number };
                self.near.get_or_insert(number.min(1e6) as u32);
            }
            _ => self.wrong = Some(Ignored::Edits(tail.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Suffix, suffix_of};

    #[test]
    fn suffixes_are_read_from_the_end() {
        let plain = |length| Suffix {
            length,
            ..Suffix::default()
        };
        assert_eq!(suffix_of("modi"), plain(4));
        assert_eq!(suffix_of("10.30"), plain(5));
        assert_eq!(suffix_of("GJ-01"), plain(5));
        assert_eq!(
            suffix_of("modi~2^1.5"),
            Suffix {
                near: Some(2),
                boost: Some(1.5),
                ..plain(4)
            }
        );
        assert_eq!(suffix_of("modi^2~").near, Some(1));
        assert_eq!(
            suffix_of("modi**"),
            Suffix {
                prefix: true,
                ..plain(4)
            }
        );
        assert_eq!(suffix_of("ક＊＾２").length, 3);
        assert_eq!(suffix_of("ક＊＾２").boost, Some(2.0));
        assert_eq!(suffix_of("modi~0.8").near, Some(1));
        assert_eq!(suffix_of("*"), plain(1));
        for wrong in ["modi^-1", "modi^", "modi^0", "modi~-1", "modi~1.2.3"] {
            let suffix = suffix_of(wrong);
            assert!(suffix.wrong.is_some() && suffix.length == 4, "{wrong} {suffix:?}");
        }
        assert!(suffix_of("modi^1000").capped.is_some());
    }
}
