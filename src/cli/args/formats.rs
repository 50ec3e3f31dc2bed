//! The formats that can be typed.

use clap::ValueEnum;

use crate::views::{Format, HitFormat};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FormatArg {
    Text,
    Json,
    Jsonl,
    Csv,
}

/// How hits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum HitFormatArg {
    Text,
    /// One answer
    Json,
    /// A hit a line
    Jsonl,
    /// A hit a row
    Csv,
    /// A page for a browser
    Html,
    /// Citations for `BibLaTeX`
    Bibtex,
    /// Citations for reference managers
    Ris,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TextOrJsonArg {
    Text,
    Json,
}

impl From<FormatArg> for Format {
    fn from(typed: FormatArg) -> Self {
        match typed {
            FormatArg::Text => Self::Text,
            FormatArg::Json => Self::Json,
            FormatArg::Jsonl => Self::Jsonl,
            FormatArg::Csv => Self::Csv,
        }
    }
}

impl From<TextOrJsonArg> for Format {
    fn from(typed: TextOrJsonArg) -> Self {
        match typed {
            TextOrJsonArg::Text => Self::Text,
            TextOrJsonArg::Json => Self::Json,
        }
    }
}

impl From<HitFormatArg> for HitFormat {
    fn from(typed: HitFormatArg) -> Self {
        match typed {
            HitFormatArg::Text => Self::Text,
            HitFormatArg::Json => Self::Json,
            HitFormatArg::Jsonl => Self::Jsonl,
            HitFormatArg::Csv => Self::Csv,
            HitFormatArg::Html => Self::Html,
            HitFormatArg::Bibtex => Self::Bibtex,
            HitFormatArg::Ris => Self::Ris,
        }
    }
}
