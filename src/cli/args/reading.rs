//! What can be typed for the commands that read files and text.

use std::path::PathBuf;

use super::archive::IndexFolder;
use super::formats::FormatArg;

/// How articles are read.
#[derive(Debug, Clone, clap::Args)]
pub(in crate::cli) struct ReadArgs {
    /// Read FIELD of JSON articles from another name (`--map headline=title`); may repeat
    #[arg(long, value_name = "FIELD=NAME")]
    pub(in crate::cli) map: Vec<String>,
    /// Skip lines longer than this many megabytes
    #[arg(long, value_name = "MB", default_value_t = 64)]
    pub(in crate::cli) max_line_mb: usize,
}

/// Corrections of the gazetteer.
#[derive(Debug, Clone, Default, clap::Args)]
pub(in crate::cli) struct CorrectionsArgs {
    /// Add, merge, rename and hide people, places and organisations as this file says; an index keeps it
    #[arg(long, value_name = "FILE.tsv", alias = "gazetteer")]
    pub(in crate::cli) corrections: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct IndexArgs {
    /// Files or folders of articles (.txt, .json, .jsonl, .ndjson, also .gz and .zst); without any, an index that
    /// another version of khabar made is brought up to date
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    #[command(flatten)]
    pub(in crate::cli) read: ReadArgs,
    #[command(flatten)]
    pub(in crate::cli) names: CorrectionsArgs,
    /// Say nothing but errors
    #[arg(long, short)]
    pub(in crate::cli) quiet: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ParseArgs {
    /// Files or folders
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) read: ReadArgs,
    /// How the parts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ExtractArgs {
    /// Files or folders, or `-` for JSON lines on standard input
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) read: ReadArgs,
    #[command(flatten)]
    pub(in crate::cli) names: CorrectionsArgs,
    /// How the mentions are written
    #[arg(long, value_enum, default_value_t = FormatArg::Jsonl)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AnalyzeArgs {
    /// The text
    #[arg(value_name = "TEXT")]
    pub(in crate::cli) text: Vec<String>,
    /// Words on standard input, a line each: the line, a tab, its lemma key
    #[arg(long, conflicts_with = "text")]
    pub(in crate::cli) lemmas: bool,
    /// The same with three keys: exact, spelling fold, lemma
    #[arg(long, conflicts_with_all = ["text", "lemmas"])]
    pub(in crate::cli) keys: bool,
    /// How the steps are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}
