//! A word with its cues, as patterns and surroundings see it.

use super::cues::Cues;

/// A word as patterns see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct CuedWord {
    /// Its cues.
    pub(super) cues: Cues,
    /// It can be a part of a name at all: Gujarati letters or initials.
    pub(super) is_letters: bool,
    /// Initials (કે.).
    pub(super) is_initial: bool,
    /// One letter with its cued.
    pub(super) is_one_letter: bool,
    /// Figures.
    pub(super) is_number: bool,
    /// Only a space or a full stop stands between it and the word before.
    pub(super) is_joined: bool,
}

impl CuedWord {
    /// Whether it has one of some cues.
    pub(super) fn has(self, cues: Cues) -> bool {
        self.cues.intersects(cues)
    }

    /// Whether it can be a part of a name: nothing says otherwise, or a list of names has it.
    pub(super) fn is_nameable(self) -> bool {
        self.is_letters
            && (!self.has(Cues::COMMON) || self.has(Cues::GIVEN | Cues::SURNAME | Cues::HONOURED) || self.is_initial)
    }

    /// Whether it can only be a first name: listed so, with its honorific, or initials.
    pub(super) fn is_first_name(self) -> bool {
        self.has(Cues::GIVEN | Cues::HONOURED) || self.is_initial
    }

    /// Whether it can be the proper name of a body, before the head.
    pub(super) fn is_proper(self) -> bool {
        let is_nameable = self.is_letters && (self.is_nameable() || self.has(Cues::GIVEN_WORD));
        is_nameable && !self.has(Cues::INFLECTED | Cues::BODY_HEAD | Cues::TITLE)
    }

    /// Whether it ends the name of a body.
    pub(super) fn is_head_of_body(self) -> bool {
        self.has(Cues::BODY_HEAD) && self.is_joined
    }

    /// Whether it stands behind the name of a place.
    pub(super) fn is_head_of_place(self) -> bool {
        self.has(Cues::PLACE_HEAD) && self.is_joined
    }

    /// Whether it is a first name with its honorific.
    pub(super) fn is_honoured(self) -> bool {
        self.has(Cues::HONOURED)
    }

    /// Whether it stands before a name.
    pub(super) fn is_title(self) -> bool {
        self.has(Cues::TITLES) && !self.has(Cues::GIVEN | Cues::SURNAME)
    }

    /// Whether it can stand for a person whom the story names in full elsewhere.
    pub(super) fn can_be_short_form(self) -> bool {
        self.is_letters
            && (!self.has(Cues::COMMON)
                || self.has(Cues::GIVEN | Cues::SURNAME | Cues::GIVEN_WORD | Cues::SURNAME_WORD))
    }

    pub(super) fn is_unknown(self) -> bool {
        self.is_letters
            && !self.has(
                Cues::COMMON
                    | Cues::GIVEN_WORD
                    | Cues::SURNAME_WORD
                    | Cues::TITLE
                    | Cues::WEAK_TITLE
                    | Cues::BODY_HEAD
                    | Cues::PLACE_HEAD,
            )
    }
}
