//! The analyser as a tokenizer of the engine: forms out, one a position.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::{Segments, form_of, segments};

/// The name under which the tokenizer is registered.
pub const NAME: &str = "khabar";

/// Forms longer than this many bytes are left out: no word is, and a term has its limit.
pub const MAX_FORM_BYTES: usize = 400;

/// The tokenizer of all text fields.
#[derive(Debug, Clone, Default)]
pub struct FormTokenizer {
    token: Token,
}

/// The stream behind [`FormTokenizer`].
#[derive(Debug)]
pub struct FormStream<'a> {
    text: &'a str,
    segments: Segments<'a>,
    token: &'a mut Token,
}

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = FormStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FormStream<'a> {
        self.token.reset();
        FormStream {
            text,
            segments: segments(text),
            token: &mut self.token,
        }
    }
}

impl TokenStream for FormStream<'_> {
    fn advance(&mut self) -> bool {
        for segment in self.segments.by_ref() {
            self.token.position = self.token.position.wrapping_add(1);
            let Some(word) = self.text.get(segment.byte_start..segment.byte_end) else {
                continue;
            };
            let dot = self.text.as_bytes().get(segment.byte_end) == Some(&b'.');
            let form = form_of(word, segment.kind, dot);
            if form.is_empty() || form.len() > MAX_FORM_BYTES {
                continue;
            }
            self.token.offset_from = segment.byte_start;
            self.token.offset_to = segment.byte_end;
            self.token.text.clear();
            self.token.text.push_str(&form);
            return true;
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
