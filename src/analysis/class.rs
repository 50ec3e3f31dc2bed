//! Word classes, as far as inflection tells them apart, and what the lexicon knows of a lemma.

/// The inflection class of a lemma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// Noun that does not change before an ending: પોલીસ, મંત્રી, ભાષા.
    Noun,
    /// Masculine noun in -ો with oblique -ા: છોકરો.
    NounMasculine,
    /// Neuter noun in -ું with oblique -ા: છાપું.
    NounNeuter,
    /// Adjective in -ું that agrees in gender and number: નવું.
    AdjectiveVariable,
    /// Adjective that never changes: સુંદર.
    AdjectiveInvariable,
    /// Verb, given by its infinitive in -વું: કરવું.
    Verb,
    /// Name of a person, place or firm: takes case endings only.
    Name,
    /// Adverb, postposition, conjunction, particle.
    Indeclinable,
    /// Pronoun or determiner.
    Pronoun,
    /// Abbreviation spelled by letter names: સીબીઆઈ.
    Abbreviation,
    /// Word of a name of the gazetteer; a weaker claim than any class above.
    NamePart,
}

impl Class {
    /// All classes, in the order of their bits.
    pub const ALL: [Self; 11] = [
        Self::Noun,
        Self::NounMasculine,
        Self::NounNeuter,
        Self::AdjectiveVariable,
        Self::AdjectiveInvariable,
        Self::Verb,
        Self::Name,
        Self::Indeclinable,
        Self::Pronoun,
        Self::Abbreviation,
        Self::NamePart,
    ];

    /// The classes of words that are no names and no abbreviations.
    pub const EVERYDAY: [Self; 8] = [
        Self::Noun,
        Self::NounMasculine,
        Self::NounNeuter,
        Self::AdjectiveVariable,
        Self::AdjectiveInvariable,
        Self::Verb,
        Self::Indeclinable,
        Self::Pronoun,
    ];

    /// The class that the lexicon writes so.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }

    /// The code of the class in the lexicon.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Noun => "n",
            Self::NounMasculine => "mo",
            Self::NounNeuter => "nu",
            Self::AdjectiveVariable => "av",
            Self::AdjectiveInvariable => "ai",
            Self::Verb => "v",
            Self::Name => "nm",
            Self::Indeclinable => "x",
            Self::Pronoun => "p",
            Self::Abbreviation => "ab",
            Self::NamePart => "gn",
        }
    }

    const fn bit(self) -> u64 {
        1 << self as u8
    }
}

/// What the lexicon knows of one folded lemma: its classes and how common it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Entry {
    classes: u64,
    /// Binary logarithm of the count in the project's corpus counts.
    pub log_count: u8,
}

impl Entry {
    /// Adds a class and a count.
    pub fn add(&mut self, class: Class, count: u64) {
        self.classes |= class.bit();
        let log = u8::try_from(64 - count.leading_zeros()).unwrap_or(64);
        self.log_count = self.log_count.max(log);
    }

    /// Whether the lemma has the class.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether the class is the only one.
    #[must_use]
    pub const fn is_only(self, class: Class) -> bool {
        self.classes == class.bit()
    }

    /// Whether the lemma has one of the classes.
    #[must_use]
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }

    /// The entry as the value of the compiled map.
    #[must_use]
    pub const fn pack(self) -> u64 {
        self.classes | (self.log_count as u64) << 16
    }

    /// The entry of a value of the compiled map.
    #[must_use]
    pub const fn unpack(value: u64) -> Self {
        Self {
            classes: value & 0xFFFF,
            log_count: (value >> 16) as u8,
        }
    }
}
