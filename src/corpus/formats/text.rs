//! Raw pages: one file, one article.

use std::io::BufRead;
use std::ops::ControlFlow;

use super::fields::Fields;
use super::{Format, Found, Position};
use crate::corpus::{Options, decode, layout};

/// `.txt`
pub(super) struct Text;

impl Format for Text {
    fn extensions(&self) -> &'static [&'static str] {
        &["txt"]
    }

    fn read(
        &self,
        source: &mut dyn BufRead,
        options: &Options,
        emit: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let text = decode::whole_text(source, options.max_line_bytes);
        let fields = text.map(|text| Fields::from_page(layout::parse_page(&text)));
        emit(Found {
            position: Position::Whole,
            fields,
        })
    }
}
