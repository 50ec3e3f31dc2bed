//! What can be asked of the words of an index.
//!
//! Takes a form, gives the keys by which the vocabulary lists it. Queries are expanded through the trait
//! [`WordSource`], so that a test can do with a handful of words in memory.

use serde::Serialize;

use crate::analysis::{Lexis, sound};
use crate::article::FieldSet;
use crate::script::{Script, script_of};

/// A form of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormEntry {
    /// The form.
    pub form: String,
    /// Its number in the order of the vocabulary.
    pub ordinal: u32,
    /// In how many articles it stands; replaced ones count until the engine drops them.
    pub articles: u32,
    /// In which text fields it stands.
    pub fields: FieldSet,
}

/// A key by which the vocabulary lists its forms: a letter for the kind, and the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Key(String);

impl Key {
    /// The key of a form's lemma.
    #[must_use]
    pub fn lemma(key: &str) -> Self {
        Self(format!("L{key}"))
    }

    /// The key of a form's second lemma.
    #[must_use]
    pub fn second_lemma(key: &str) -> Self {
        Self(format!("M{key}"))
    }

    /// The key of a Gujarati form's sound, see [`sound::skeleton_of_gujarati`].
    #[must_use]
    pub fn sound(skeleton: &str) -> Self {
        Self(format!("S{skeleton}"))
    }

    /// The key of the sound of a Gujarati lemma that does not stand in the index itself; it lists one
    /// form of the lemma.
    #[must_use]
    pub fn lemma_sound(skeleton: &str) -> Self {
        Self(format!("T{skeleton}"))
    }

    /// The key of a Latin form's sound, see [`sound::skeletons_of_latin`].
    #[must_use]
    pub fn latin_sound(skeleton: &str) -> Self {
        Self(format!("R{skeleton}"))
    }

    /// The key as the vocabulary holds it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a query must know of an index's words.
pub trait WordSource {
    /// The form, where the index has it.
    fn form(&self, form: &str) -> Option<FormEntry>;
    /// The forms that have a key.
    fn with_key(&self, key: &Key) -> Vec<FormEntry>;
    /// The forms that begin so, at most `limit` in their order, and whether there are more.
    fn starting_with(&self, prefix: &str, limit: usize) -> (Vec<FormEntry>, bool);
    /// The forms that have a key which begins so, at most `limit`, in no order; a form may come twice.
    fn with_keys_beginning(&self, key: &Key, limit: usize) -> Vec<FormEntry>;
    /// Visits the forms in the order of their bytes. `visit` gets a form and how many bytes it shares with
    /// the one visited before it; where it gives a number, all forms that begin with so many bytes of this
    /// one are passed over, with 0 all that follow.
    fn walk(&self, visit: &mut dyn FnMut(&str, usize) -> Option<usize>);
}

/// A Latin form is listed under its likeliest skeletons, at most so many.
const LATIN_SKELETONS: usize = 2;

/// The keys under which the vocabulary lists a form.
#[must_use]
pub fn keys_to_hold<N>(form: &str, lexis: &mut Lexis<N>) -> Vec<Key> {
    let Some(first) = form.chars().next() else {
        return Vec::new();
    };
    let script = script_of(first);
    if script == Script::Other {
        return Vec::new();
    }
    let keys = lexis.keys(form);
    let mut held = Vec::with_capacity(3);
    let mut lemmas = keys.lemmas.iter();
    held.extend(lemmas.next().map(|lemma| Key::lemma(&lemma.key)));
    held.extend(lemmas.map(|lemma| Key::second_lemma(&lemma.key)));
    if script == Script::Gujarati {
        held.push(Key::sound(&sound::skeleton_of_gujarati(form)));
    } else if let Some(letters) = sound::latin_letters(form) {
        let skeletons = sound::skeletons_of_latin(&letters, LATIN_SKELETONS);
        held.extend(skeletons.iter().map(|skeleton| Key::latin_sound(skeleton)));
    }
    held
}

/// The lemma of a Gujarati form, and whether the form is the lemma itself; `None` for other scripts.
#[must_use]
pub fn lemma_to_hold<N>(form: &str, lexis: &mut Lexis<N>) -> Option<(String, bool)> {
    let is_gujarati = form.chars().next().is_some_and(|c| script_of(c) == Script::Gujarati);
    let keys = is_gujarati.then(|| lexis.keys(form))?;
    let lemma = keys.lemmas.first()?;
    Some((lemma.key.clone(), lemma.key == keys.fold))
}
