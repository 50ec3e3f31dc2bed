//! What is being typed: words before, and the beginning of one more.
//!
//! Takes the text, gives what completions of it begin with and how badly a completion spells it.

use crate::analysis::sound::{self, Typed};
use crate::analysis::{Kind, Token, fold, tokens};
use crate::index::completions::{List, sound_of};
use crate::index::{FormEntry, Key, WordSource};
use crate::query::{Allowed, Expansion, expand};

/// At most so many words are read; what stands before the last of them is not looked at.
const WORDS: usize = 6;
/// So many skeletons of the word being typed are tried.
const SKELETONS: usize = 6;
/// So many skeletons of each word before it are tried.
const SKELETONS_BEFORE: usize = 3;
/// At most so many beginnings are looked up.
const STARTS: usize = 36;

/// One word as typed.
#[derive(Debug)]
struct TypedWord {
    form: String,
    fold: String,
    /// What compares Latin letters with Gujarati forms.
    spelled: Option<Typed>,
    letters: u32,
}

/// The words as typed, the last one perhaps not to its end.
#[derive(Debug)]
pub(super) struct Typing {
    words: Vec<TypedWord>,
}

impl TypedWord {
    fn new(token: &Token<'_>) -> Self {
        let form = token.form.clone().into_owned();
        let letters = Some(&form)
            .filter(|_| token.kind == Kind::Latin)
            .and_then(|form| sound::latin_letters(form));
        Self {
            fold: fold(&form),
            letters: letters.as_ref().map_or(0, |letters| letters.len() as u32),
            spelled: letters.as_deref().and_then(Typed::new),
            form,
        }
    }

    /// The sounds that the word may have.
    fn sounds(&self, limit: usize) -> Vec<String> {
        match (&self.spelled, sound::latin_letters(&self.form)) {
            (Some(_), Some(letters)) => sound::skeletons_of_latin(&letters, limit),
            _ => vec![sound_of(&self.form)],
        }
    }

    /// The most that a completion may cost.
    fn bound(&self) -> u32 {
        15 + 11 * self.letters
    }

    /// What it costs to take a form for the whole word.
    fn cost(&mut self, form: &str) -> Option<u32> {
        if form == self.form || fold(form) == self.fold {
            return Some(0);
        }
        let bound = self.bound();
        self.spelled.as_mut()?.cost(form, bound)
    }

    /// What it costs to take a form for a word that begins so.
    fn cost_of_beginning(&mut self, form: &str) -> Option<u32> {
        if form.starts_with(&self.form) || fold(form).starts_with(&self.fold) {
            return Some(0);
        }
        let bound = self.bound();
        self.spelled.as_mut()?.cost_of_beginning(form, bound)
    }

    /// The forms of the index that the whole word stands for, the likeliest first: a search reads it so too.
    fn readings(&self, known: &dyn WordSource) -> Vec<FormEntry> {
        let allowed = Allowed {
            translation: true,
            loose: false,
        };
        let mut forms = expand(&self.form, known, false, allowed).forms;
        forms.sort_by(|a, b| {
            let worth = |form: &Expansion| form.weight * (form.entry.articles as f32).ln_1p();
            worth(b).total_cmp(&worth(a))
        });
        forms.into_iter().map(|form| form.entry).collect()
    }
}

/// All forms of a form's lemma.
pub(super) fn mates(form: &str, known: &dyn WordSource) -> Vec<FormEntry> {
    let lemma = crate::analysis::keys(form).lemmas.into_iter().next();
    lemma
        .map(|lemma| known.with_key(&Key::lemma(&lemma.key)))
        .unwrap_or_default()
}

impl Typing {
    /// Reads what was typed; `None` where it holds no word.
    pub(super) fn new(prefix: &str) -> Option<Self> {
        let mut words: Vec<TypedWord> = tokens(prefix).map(|token| TypedWord::new(&token)).collect();
        words.drain(..words.len().saturating_sub(WORDS));
        (!words.is_empty()).then_some(Self { words })
    }

    /// Whether no word stands before the one being typed.
    pub(super) fn is_single(&self) -> bool {
        self.words.len() == 1
    }

    /// The word being typed, without those before.
    pub(super) fn last_alone(&self) -> Self {
        let last = self.words.last();
        let words = last.map(|word| TypedWord {
            form: word.form.clone(),
            fold: word.fold.clone(),
            spelled: sound::latin_letters(&word.form)
                .filter(|_| word.letters > 0)
                .as_deref()
                .and_then(Typed::new),
            letters: word.letters,
        });
        Self {
            words: words.into_iter().collect(),
        }
    }

    /// Whether enough is typed for a headline: more than one letter, or a word before.
    pub(super) fn is_telling(&self) -> bool {
        let letters = |word: &TypedWord| word.form.chars().filter(|&c| !crate::script::is_dependent(c)).count();
        !self.is_single() || self.words.last().is_some_and(|word| letters(word) > 1)
    }

    /// What entries of two lists begin with where they begin with what was typed.
    pub(super) fn starts(&self, by_letters: List, by_sound: List) -> Vec<String> {
        let joined = |key: fn(&TypedWord) -> &str| self.words.iter().map(key).collect::<Vec<_>>().join(" ");
        let mut starts = vec![by_letters.start(&joined(|word| &word.form))];
        let folded = by_letters.start(&joined(|word| &word.fold));
        if !starts.contains(&folded) {
            starts.push(folded);
        }
        if self.words.iter().any(|word| word.letters > 0) {
            starts.extend(self.sounds().iter().map(|sound| by_sound.start(sound)));
        }
        starts
    }

    /// The sounds of all words, the likeliest first.
    fn sounds(&self) -> Vec<String> {
        let mut sounds = vec![String::new()];
        let last = self.words.len() - 1;
        for (at, word) in self.words.iter().enumerate() {
            let more = word.sounds(if at == last { SKELETONS } else { SKELETONS_BEFORE });
            let between = if at == 0 { "" } else { " " };
            sounds = more
                .iter()
                .flat_map(|sound| sounds.iter().map(move |so_far| format!("{so_far}{between}{sound}")))
                .take(STARTS)
                .collect();
        }
        // without any consonant everything would begin so
        sounds.retain(|sound| !sound.is_empty());
        sounds
    }

    /// How badly what was typed spells a form of as many words or more, in tenths of a nat; `None` where
    /// it does not.
    pub(super) fn cost(&mut self, form: &str) -> Option<u32> {
        let last = self.words.len() - 1;
        let mut parts = form.split(' ');
        let mut total = 0;
        for (at, word) in self.words.iter_mut().enumerate() {
            let part = parts.next()?;
            total += if at == last {
                word.cost_of_beginning(part)
            } else {
                word.cost(part)
            }?;
        }
        Some(total)
    }

    /// The forms of the index that begin with the last word or sound like it.
    pub(super) fn forms(&mut self, known: &dyn WordSource, limit: usize) -> Vec<FormEntry> {
        let Some(word) = self.words.last_mut() else {
            return Vec::new();
        };
        let (mut forms, _) = known.starting_with(&word.form, limit);
        if word.letters > 3 {
            for entry in word.readings(known) {
                if word.cost(&entry.form).is_some() && !forms.contains(&entry) {
                    forms.push(entry);
                }
            }
        }
        forms
    }

    /// For each word before the last: how it is shown, and its forms in the index.
    pub(super) fn before(&mut self, known: &dyn WordSource) -> Vec<(String, Vec<FormEntry>)> {
        let count = self.words.len() - 1;
        let words = self.words.iter_mut().take(count);
        words
            .map(|word| {
                let forms = word.readings(known);
                let shown = forms
                    .first()
                    .filter(|_| word.letters > 0)
                    .map_or(&word.form, |entry| &entry.form);
                (shown.clone(), forms)
            })
            .collect()
    }
}
