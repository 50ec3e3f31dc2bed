//! What can be typed for the commands that look over an index and over the product itself.

use std::path::PathBuf;

use clap::ValueEnum;

use super::archive::IndexFolder;
use super::formats::FormatArg;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct StatsArgs {
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    /// How the counts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct EvalArgs {
    /// What the files hold
    #[arg(value_enum)]
    pub(in crate::cli) kind: EvalKind,
    /// The files: tab-separated with a header line, or labelled text
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// (topics) The folder of the index that is asked
    #[arg(long, value_name = "DIR", env = "KHABAR_INDEX", default_value = "index")]
    pub(in crate::cli) index: PathBuf,
    /// Print every row that fails; of topics each, with the grades of its hits and what it missed
    #[arg(long)]
    pub(in crate::cli) show: bool,
    /// Least share in per cent, comma-separated, that still counts as passed (cases: M,N,R; lemmas: same; entities: F1 of person, country, place, organisation, then ids; topics: nDCG@10)
    #[arg(long, value_name = "PERCENT,…")]
    pub(in crate::cli) floors: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum EvalKind {
    /// Query and text that must, must not, or may meet: id, group, query, text, expect, why
    Cases,
    /// Forms and their lemma: form, lemma, pos
    Lemmas,
    /// Labelled text: `[form](kind:id)` in sentences, a line each, or in an article with sections
    Entities,
    /// Judged topics, two files: id, group, query, need; topic, article, grade 0-2 (no header lines)
    Topics,
}
