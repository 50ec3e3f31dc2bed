//! The limits of one lowering: what is left of them, and what there is to say.
//!
//! The forms that a query stands for are limited, altogether and for each word, and so is the time that they are
//! looked for. Whatever a limit cuts is told with its span.

use std::ops::Range;

use crate::query::expansion::{Expansion, MAX_FORMS, PhraseClause, Slot};
use crate::query::notice::{Capped, Notice, Said, Timeout};
use crate::query::plan::{Clause, PlannedWord, WordClause};
use crate::script::{Script, script_of};

/// A query stands for at most this many forms. 256 words with all their inflections stay below it.
const MAX_FORMS_OF_QUERY: usize = 16_000;

/// For at most this many words of a query similar ones are looked for: each costs a walk over the vocabulary.
const MAX_SIMILAR: usize = 24;

/// Notices, and what is left of the limits.
#[derive(Debug)]
pub(super) struct Limits {
    pub(super) notices: Vec<Notice>,
    /// The single words, for corrections.
    pub(super) words: Vec<PlannedWord>,
    /// Words must not match here: nobody wants them corrected.
    pub(super) is_excluded: bool,
    forms_left: usize,
    similar: usize,
    /// The word at hand stands for more forms than are searched.
    is_cut: bool,
    /// Nothing more is expanded.
    is_closed: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            notices: Vec::new(),
            words: Vec::new(),
            is_excluded: false,
            forms_left: MAX_FORMS_OF_QUERY,
            similar: 0,
            is_cut: false,
            is_closed: false,
        }
    }
}

impl Limits {
    pub(super) fn say(&mut self, said: impl Into<Said>, span: Range<usize>) {
        self.notices.push(Notice::new(said, span));
    }

    /// Notes a word that is no name and no function word.
    pub(super) fn plan(&mut self, form: &str, word: &WordClause) {
        if self.is_excluded || word.optional || !word.entities.is_empty() {
            return;
        }
        self.plan_slot(form, &word.slot, word.span.clone());
        if let Some(planned) = self.words.last_mut() {
            planned.has_sequences = !word.phrases.is_empty();
        }
    }

    /// Notes a word of a phrase.
    pub(super) fn plan_slot(&mut self, form: &str, slot: &Slot, span: Range<usize>) {
        if !self.is_excluded {
            // Latin words that sound like a Gujarati one do not make it one that is right: પાકિસ્તન, Pakistan
            let script = form.chars().next().map(script_of);
            let is_own = |other: &&Expansion| {
                script != Some(Script::Gujarati) || other.entry.form.chars().next().map(script_of) == script
            };
            let articles = slot
                .forms
                .iter()
                .filter(|other| !other.is_loose())
                .filter(is_own)
                .map(|form| form.entry.articles)
                .sum();
            let form = form.to_owned();
            self.words.push(PlannedWord {
                form,
                articles,
                has_sequences: false,
                span,
            });
        }
    }

    /// Leaves the best forms of a word.
    pub(super) fn cut(&mut self, forms: &mut Vec<Expansion>) {
        self.is_cut |= forms.len() > MAX_FORMS;
        forms.truncate(MAX_FORMS);
    }

    /// Whether similar words are looked for once more; the first time that they are not is told.
    pub(super) fn takes_similar(&mut self, span: &Range<usize>) -> bool {
        self.similar += 1;
        if self.similar == MAX_SIMILAR + 1 {
            self.say(Capped::SimilarWords(MAX_SIMILAR), span.clone());
        }
        self.similar <= MAX_SIMILAR
    }

    /// Enters a word that was lowered: tells what was cut of it, and counts its forms.
    pub(super) fn enter(&mut self, word: &str, clause: &Clause, span: &Range<usize>) {
        if std::mem::take(&mut self.is_cut) {
            self.say(Capped::FormsOfWord(word.to_owned(), MAX_FORMS), span.clone());
        }
        self.forms_left = self.forms_left.saturating_sub(count(clause));
    }

    /// Whether words are still expanded. The first one that is not, is told: from here on words stand for
    /// themselves (the notice says whether the time or the forms ran out).
    pub(super) fn is_open(&mut self, is_over: &dyn Fn() -> bool, span: &Range<usize>) -> bool {
        if self.is_closed {
            return false;
        }
        let is_late = is_over();
        if !is_late && self.forms_left > 0 {
            return true;
        }
        self.is_closed = true;
        let said = if is_late {
            Said::Timeout(Timeout::Expanding)
        } else {
            Said::Capped(Capped::FormsOfQuery(MAX_FORMS_OF_QUERY))
        };
        self.say(said, span.clone());
        false
    }
}

/// How many forms a clause has.
fn count(clause: &Clause) -> usize {
    match clause {
        Clause::Word(word) => count_word(word),
        Clause::All(parts) | Clause::Any(parts) | Clause::OneOf(parts) => parts.iter().map(count).sum(),
        Clause::Not(inner) => count(inner),
        _ => 0,
    }
}

fn count_word(word: &WordClause) -> usize {
    let of_phrase = |phrase: &PhraseClause| phrase.slots.iter().map(|slot| slot.forms.len()).sum::<usize>();
    word.slot.forms.len() + word.phrases.iter().map(of_phrase).sum::<usize>()
}
