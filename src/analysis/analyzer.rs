//! The analyser: an ordered list of steps that make the form of a token and the keys of a form.
//!
//! Takes a text, gives its tokens with their forms; takes a form, gives its keys. This is the only place where segments
//! become tokens: indexing, queries, recognition and marks ask the same value, and what a full stop after a word
//! means is decided once.

use std::borrow::Cow;

use super::fold::fold;
use super::keys::Keys;
use super::kind::Kind;
use super::latin::{latin_form, latin_lemma};
use super::lemma::{Lemma, lemmas};
use super::number::{figure, sign_word};
use super::repair::repair;
use super::segment::{Segment, Segments, segments};
use super::stop::is_stop;
use crate::script::{Script, VISARGA, is_gujarati_letter, is_invisible, script_of};

/// A word of a text with its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// The form that the index holds.
    pub form: Cow<'t, str>,
    /// First byte in the text.
    pub byte_start: usize,
    /// The byte after the last.
    pub byte_end: usize,
    /// Its number among the segments of the text, from 0; a segment of which no form is left has one, too.
    pub position: u32,
    /// What it is made of.
    pub kind: Kind,
}

/// What a step may look at beside the form: the word as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub struct Written<'t> {
    /// The word.
    pub word: &'t str,
    /// A full stop stands at once after it.
    pub before_dot: bool,
}

/// Changes a form where it stands; most words have nothing to change, and nothing is copied for them.
pub type Change = for<'t> fn(&mut Cow<'t, str>, Written<'t>);

/// What a step does.
#[derive(Clone, Copy)]
enum Work {
    /// Changes the form of a token, never its offsets.
    Form(Change),
    /// Fills in a key of a form.
    Key(fn(&str, &mut Keys)),
}

/// One step of an analyser.
#[derive(Clone, Copy)]
pub struct Step {
    name: &'static str,
    /// A bit for each kind of token that it looks at, asked for every token.
    kinds: u8,
    work: Work,
}

/// The bit of a kind.
const fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}

/// The bits of some kinds.
const fn bits(mut kinds: &[Kind]) -> u8 {
    let mut bits = 0;
    while let [kind, rest @ ..] = kinds {
        bits |= bit(*kind);
        kinds = rest;
    }
    bits
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Step {
    /// A step that changes the forms of tokens of some kinds.
    #[must_use]
    pub const fn of_forms(name: &'static str, kinds: &[Kind], change: Change) -> Self {
        Self {
            name,
            kinds: bits(kinds),
            work: Work::Form(change),
        }
    }

    /// A step that fills in a key of forms.
    #[must_use]
    pub const fn of_keys(name: &'static str, fill: fn(&str, &mut Keys)) -> Self {
        Self {
            name,
            kinds: 0,
            work: Work::Key(fill),
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// The steps in their order. Those before `fold` make the form, which the index holds; the others make keys, once for each
/// distinct form.
pub const STEPS: [Step; 12] = [
    Step::of_forms("bare", &[Kind::Gujarati], |form, _| bare(form)),
    Step::of_forms("devanagari", &[Kind::Devanagari], |form, _| {
        *form = Cow::Owned(from_devanagari(form));
    }),
    Step::of_forms(
        "repair",
        &[Kind::Gujarati, Kind::Initials, Kind::Devanagari],
        |form, _| repaired(form),
    ),
    Step::of_forms("initials", &[Kind::Initials], |form, _| {
        *form = Cow::Owned(joined_initials(form));
    }),
    Step::of_forms("visarga", &[Kind::Gujarati], |form, _| with_visarga(form)),
    Step::of_forms("figure", &[Kind::Number], |form, _| *form = Cow::Owned(figure(form))),
    Step::of_forms("sign", &[Kind::Sign], |form, _| *form = Cow::Borrowed(sign_word(form))),
    Step::of_forms("latin", &[Kind::Latin], |form, _| *form = Cow::Owned(latin_form(form))),
    Step::of_forms("lower", &[Kind::Other], |form, _| {
        *form = Cow::Owned(form.to_lowercase())
    }),
    Step::of_forms("rupees", &[Kind::Gujarati, Kind::Latin], rupees),
    Step::of_keys("fold", fold_key),
    Step::of_keys("lemma", lemma_key),
];

/// The steps that make tokens and keys of a text.
#[derive(Debug, Clone, Copy)]
pub struct Analyzer {
    steps: &'static [Step],
}

impl Default for Analyzer {
    /// [`Analyzer::STANDARD`].
    fn default() -> Self {
        Self::STANDARD
    }
}

impl Analyzer {
    /// The analyser of the index, of queries, of recognition and of marks.
    pub const STANDARD: Self = Self { steps: &STEPS };

    /// An analyser of other steps, to try one alone or to add one.
    ///
    /// ```
    /// use khabar_analysis::{Analyzer, STEPS};
    /// let steps: Vec<&str> = STEPS.iter().map(|step| step.name()).collect();
    /// assert_eq!(steps[2], "repair");
    /// let only_repair = Analyzer::with_steps(&STEPS[2..3]);
    /// assert_eq!(only_repair.tokens("કાેર્ટ ૨૦૨૪").map(|t| t.form.into_owned()).collect::<Vec<_>>(), ["કોર્ટ", "૨૦૨૪"]);
    /// ```
    #[must_use]
    pub const fn with_steps(steps: &'static [Step]) -> Self {
        Self { steps }
    }

    /// The tokens of a text, in order; segments of which no form is left are passed over.
    pub fn tokens<'t>(&self, text: &'t str) -> Tokens<'t> {
        Tokens {
            analyzer: *self,
            text,
            segments: segments(text),
            position: 0,
        }
    }

    /// The form of a segment of a text; empty where nothing is left of it.
    #[must_use]
    pub fn form<'t>(&self, text: &'t str, segment: &Segment) -> Cow<'t, str> {
        let word = text.get(segment.byte_start..segment.byte_end).unwrap_or_default();
        let written = Written {
            word,
            before_dot: text.as_bytes().get(segment.byte_end) == Some(&b'.'),
        };
        let (mut form, kind) = (Cow::Borrowed(word), bit(segment.kind));
        for step in self.steps {
            if step.kinds & kind != 0
                && let Work::Form(change) = step.work
            {
                change(&mut form, written);
            }
        }
        form
    }

    /// The keys of a form.
    #[must_use]
    pub fn keys(&self, form: &str) -> Keys {
        let mut keys = Keys {
            fold: String::new(),
            lemmas: Vec::new(),
            is_stop: false,
        };
        for step in self.steps {
            if let Work::Key(fill) = step.work {
                fill(form, &mut keys);
            }
        }
        keys
    }
}

/// The iterator of [`Analyzer::tokens`].
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    analyzer: Analyzer,
    text: &'t str,
    segments: Segments<'t>,
    position: u32,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let segment = self.segments.next()?;
            let position = self.position;
            self.position += 1;
            let form = self.analyzer.form(self.text, &segment);
            if !form.is_empty() {
                return Some(Token {
                    form,
                    byte_start: segment.byte_start,
                    byte_end: segment.byte_end,
                    position,
                    kind: segment.kind,
                });
            }
        }
    }
}

/// The tokens of a text, in order, by the standard analyser.
///
/// ```
/// use khabar_analysis::tokens;
/// let forms: Vec<String> = tokens("IPL-2024માં ₹૫૦૦નો").map(|t| t.form.into_owned()).collect();
/// assert_eq!(forms, ["ipl", "2024", "માં", "રૂપિયા", "500", "નો"]);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Analyzer::STANDARD.tokens(text)
}

/// The keys of a form, by the standard analyser.
///
/// ```
/// use khabar_analysis::keys;
/// assert_eq!(keys("પોલીસે").lemmas[0].key, keys("પોલિસ").lemmas[0].key);
/// ```
#[must_use]
pub fn keys(form: &str) -> Keys {
    Analyzer::STANDARD.keys(form)
}

/// A Gujarati word without the space that a sign at its beginning hangs on, and without the visarga at its end, which
/// is a colon.
fn bare(form: &mut Cow<'_, str>) {
    let start = form.trim_start_matches(|c| !is_gujarati_letter(c) && !is_invisible(c));
    let end = start.trim_end_matches(VISARGA);
    let (first, length) = (form.len() - start.len(), end.len());
    if length < form.len() {
        match form {
            Cow::Borrowed(word) => *word = word.get(first..first + length).unwrap_or_default(),
            Cow::Owned(word) => *word = word.get(first..first + length).unwrap_or_default().to_owned(),
        }
    }
}

/// Devanagari letters map one to one onto Gujarati: the blocks are laid out alike.
fn from_devanagari(word: &str) -> String {
    word.chars()
        .filter(|&c| !is_invisible(c))
        .map(|c| match c {
            '\u{0900}'..='\u{097F}' => char::from_u32(u32::from(c) + 0x180).unwrap_or(c),
            _ => c,
        })
        .collect()
}

fn repaired(form: &mut Cow<'_, str>) {
    if let Cow::Owned(mended) = repair(form).0 {
        *form = Cow::Owned(mended);
    }
}

/// Dotted letter names without their dots.
fn joined_initials(word: &str) -> String {
    word.chars().filter(|&c| c != '.' && c != ' ').collect()
}

/// A colon inside a word was typed for the visarga.
fn with_visarga(form: &mut Cow<'_, str>) {
    if form.contains(':') {
        *form = Cow::Owned(form.replace(':', "\u{0A83}"));
    }
}

/// રૂ. and Rs. are the word that a reader says.
fn rupees<'t>(form: &mut Cow<'t, str>, written: Written<'t>) {
    const SHORT: [&str; 7] = ["રૂ", "રુ", "રૂા", "રુા", "Rs", "rs", "RS"];
    if written.before_dot && SHORT.contains(&written.word) {
        *form = Cow::Borrowed("રૂપિયા");
    }
}

fn is_gujarati(form: &str) -> bool {
    form.chars().next().is_some_and(|c| script_of(c) == Script::Gujarati)
}

/// The spelling key; Latin words and figures are their own. With it is known what is a function word.
fn fold_key(form: &str, keys: &mut Keys) {
    keys.fold = if is_gujarati(form) { fold(form) } else { form.to_owned() };
    keys.is_stop = is_stop(&keys.fold);
}

/// The lemma keys, made of the spelling key.
fn lemma_key(form: &str, keys: &mut Keys) {
    keys.lemmas = if is_gujarati(form) {
        lemmas(&keys.fold)
    } else {
        vec![Lemma {
            key: latin_lemma(form),
            class: None,
            rule: "Latin word or figure",
        }]
    };
}
