//! Raw pages: one file, one article.

use std::io::BufRead;
use std::ops::ControlFlow;

use super::fields::Fields;
use super::format::{Extracted, Format};
use super::position::Position;
use crate::corpus::options::Options;
use crate::corpus::{decode, layout};

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
        emit: &mut dyn FnMut(Extracted) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let text = decode::whole_text(source, options.max_line_bytes);
        let fields = text.map(|text| Fields::from_page(layout::parse_page(&text)));
        emit(Extracted {
            position: Position::Whole,
            fields,
        })
    }
}
