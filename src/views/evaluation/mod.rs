//! Figures of evaluation, in per cent, for people.

pub(crate) mod cases;
pub(crate) mod entities;
pub(crate) mod percent;
pub(crate) mod topics;
