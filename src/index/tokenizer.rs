//! Analysed text as the engine takes it: forms, each at its position.
//!
//! Takes a text that was analysed before, gives it as one string with a separator after each position; the engine's tokenizer
//! of all text fields does no more than cut that string. No text is analysed here.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::{Analysed, MAX_FORM_BYTES};
use crate::entities::AnalysedArticle;

/// The name under which the tokenizer is registered.
pub(super) const NAME: &str = "khabar";

/// U+001F UNIT SEPARATOR: stands in no form.
const SEPARATOR: char = '\u{1F}';

/// The forms of a text, each in its position; a position without one is left empty.
pub(super) fn forms_of(text: &Analysed<'_>, article: &AnalysedArticle<'_>) -> String {
    let mut forms = String::with_capacity(text.text.len());
    let mut position = 0;
    for token in &text.tokens {
        while position < token.position {
            forms.push(SEPARATOR);
            position += 1;
        }
        let form = &article.word(token.word).form;
        if form.len() <= MAX_FORM_BYTES {
            forms.push_str(form);
        }
    }
    forms
}

/// The tokenizer of all text fields.
#[derive(Debug, Clone, Default)]
pub(super) struct FormTokenizer {
    token: Token,
}

/// The stream of [`FormTokenizer`].
#[derive(Debug)]
pub(super) struct FormStream<'a> {
    forms: std::str::Split<'a, char>,
    token: &'a mut Token,
}

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = FormStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FormStream<'a> {
        self.token.reset();
        FormStream {
            forms: text.split(SEPARATOR),
            token: &mut self.token,
        }
    }
}

impl TokenStream for FormStream<'_> {
    fn advance(&mut self) -> bool {
        for form in self.forms.by_ref() {
            self.token.position = self.token.position.wrapping_add(1);
            if !form.is_empty() {
                self.token.text.clear();
                self.token.text.push_str(form);
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
