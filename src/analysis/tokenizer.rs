//! The analyser as a tokenizer of tantivy: forms out, one a position.
//!
//! Takes a text, gives its forms with their offsets. What a search needs beside them, the keys of a form, is
//! [`crate::Analyzer::keys`].

use tantivy_tokenizer_api::{Token, TokenStream, Tokenizer};

use crate::{Analyzer, MAX_FORM_BYTES, Tokens};

/// A tokenizer of forms.
///
/// ```
/// use khabar_analysis::tokenizer::FormTokenizer;
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
/// let mut tokenizer = FormTokenizer::default();
/// let mut stream = tokenizer.token_stream("IPL-2024માં રૂ.૫૦૦");
/// let mut forms = Vec::new();
/// stream.process(&mut |token| forms.push((token.position, token.text.clone())));
/// assert_eq!(forms[0], (0, "ipl".to_owned()));
/// assert_eq!(forms[3], (3, "રૂપિયા".to_owned())); // what a reader says
/// ```
#[derive(Debug, Clone, Default)]
pub struct FormTokenizer {
    analyzer: Analyzer,
    token: Token,
}

/// The stream of [`FormTokenizer`].
#[derive(Debug)]
pub struct FormStream<'a> {
    tokens: Tokens<'a>,
    token: &'a mut Token,
}

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = FormStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FormStream<'a> {
        self.token.reset();
        FormStream {
            tokens: self.analyzer.tokens(text),
            token: &mut self.token,
        }
    }
}

impl TokenStream for FormStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(token) = self.tokens.by_ref().find(|token| token.form.len() <= MAX_FORM_BYTES) else {
            return false;
        };
        self.token.position = token.position as usize;
        self.token.offset_from = token.byte_start;
        self.token.offset_to = token.byte_end;
        self.token.text.clear();
        self.token.text.push_str(&token.form);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
