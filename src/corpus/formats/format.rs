//! A kind of file as the others see it.

use std::io::BufRead;
use std::ops::ControlFlow;

use super::fields::Fields;
use super::position::Position;
use crate::corpus::options::Options;
use crate::corpus::record::Reason;

/// One kind of file.
pub(in crate::corpus) trait Format: Sync {
    /// How the names of such files end, without the dot.
    fn extensions(&self) -> &'static [&'static str];

    /// Reads all articles of a file, one by one, until `emit` breaks off.
    fn read(
        &self,
        source: &mut dyn BufRead,
        options: &Options,
        emit: &mut dyn FnMut(Extracted) -> ControlFlow<()>,
    ) -> ControlFlow<()>;
}

/// What was found at one place of a file.
#[derive(Debug)]
pub(in crate::corpus) struct Extracted {
    /// The place.
    pub(in crate::corpus) position: Position,
    /// The fields of the article there, or why there are none.
    pub(in crate::corpus) fields: Result<Fields, Reason>,
}
