//! Kinds of words, by what they are made of.

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Gujarati letters.
    Gujarati,
    /// Dotted letter names in Gujarati (સી.આર.), one word.
    Initials,
    /// Latin letters, perhaps with digits behind (T20) or dots between capitals (U.S.).
    Latin,
    /// Devanagari letters.
    Devanagari,
    /// A figure in either digits, grouping commas included.
    Number,
    /// A sign that is read as a word: %, ₹.
    Sign,
    /// A word of any other script.
    Other,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Gujarati,
        Self::Initials,
        Self::Latin,
        Self::Devanagari,
        Self::Number,
        Self::Sign,
        Self::Other,
    ];
}
