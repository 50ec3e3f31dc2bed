//! Slips: kinds of difference between what was typed and what was meant, the slightest first.

/// What makes two words differ most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Letters that sound alike: breath, dental or retroflex t and d, kinds of s.
    Sound,
    /// The length of a vowel, a nasal, a wrong or missing vowel sign.
    Spelling,
    /// A neighbouring key, a letter typed twice, left out, too many, or before its time.
    Keyboard,
}
