//! What can be typed for the commands that find articles and show them.

use std::path::PathBuf;

use clap::ValueEnum;

use super::archive::{FilterArgs, IndexFolder};
use super::formats::{FormatArg, HitFormatArg, TextOrJsonArg};
use crate::cli::query_options::QueryOptions;
use crate::retrieval::{Fallback, Sort};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SearchArgs {
    /// Words, "phrases", -word, OR, (…), field:word
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    #[command(flatten)]
    pub(in crate::cli) filters: FilterArgs,
    /// How many hits, or `all`
    #[arg(long, value_name = "N|all", default_value = "10")]
    pub(in crate::cli) limit: String,
    /// How many hits to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) offset: usize,
    /// The order of hits
    #[arg(long, value_enum, default_value_t = SortArg::Relevance)]
    pub(in crate::cli) sort: SortArg,
    /// What follows where too few articles hold every word
    #[arg(long, value_enum, default_value_t = FallbackArg::Auto)]
    pub(in crate::cli) fallback: FallbackArg,
    /// Only the words as typed: no inflections, spellings or other script
    #[arg(long)]
    pub(in crate::cli) exact: bool,
    /// Do not translate English words
    #[arg(long)]
    pub(in crate::cli) no_translate: bool,
    /// Do not read Latin words by a sound that is only similar
    #[arg(long)]
    pub(in crate::cli) no_loose: bool,
    /// With `--limit all`: add the articles that hold only some of the words
    #[arg(long)]
    pub(in crate::cli) relaxed: bool,
    /// Rank old and new articles alike: without this the newest of the index get up to a twentieth more,
    /// half of that after 180 days
    #[arg(long)]
    pub(in crate::cli) no_recency: bool,
    /// Each story once, by its best article: the rule for text
    #[arg(long, conflicts_with = "all")]
    pub(in crate::cli) stories: bool,
    /// Every article, also where several tell one story in nearly the same words: the rule for JSON and CSV
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// Say for each hit how its score came about
    #[arg(long)]
    pub(in crate::cli) explain: bool,
    /// Do not search this form of a word (see 'also searched as'); may repeat
    #[arg(long, value_name = "FORM")]
    pub(in crate::cli) not_as: Vec<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = HitFormatArg::Text)]
    pub(in crate::cli) format: HitFormatArg,
    /// Begin CSV with a byte order mark, as spreadsheets want it
    #[arg(long)]
    pub(in crate::cli) bom: bool,
    #[command(flatten)]
    pub(in crate::cli) options: QueryOptions,
    /// Answer every line `id<TAB>query` of a file
    #[arg(long, value_name = "FILE.tsv", conflicts_with = "query")]
    pub(in crate::cli) queries: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SortArg {
    Relevance,
    Newest,
    Oldest,
}

impl From<SortArg> for Sort {
    fn from(typed: SortArg) -> Self {
        match typed {
            SortArg::Relevance => Self::Relevance,
            SortArg::Newest => Self::Newest,
            SortArg::Oldest => Self::Oldest,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FallbackArg {
    Auto,
    Never,
}

impl From<FallbackArg> for Fallback {
    fn from(typed: FallbackArg) -> Self {
        match typed {
            FallbackArg::Auto => Self::Auto,
            FallbackArg::Never => Self::Never,
        }
    }
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ShowArgs {
    /// The id of the article
    pub(in crate::cli) id: String,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    /// How the article is written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SuggestArgs {
    /// What was typed so far; its last word is the one being typed
    #[arg(required = true, value_name = "PREFIX")]
    pub(in crate::cli) prefix: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(in crate::cli) limit: usize,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = TextOrJsonArg::Text)]
    pub(in crate::cli) format: TextOrJsonArg,
}
