//! What can be typed to follow a story: what is like it, what is new.

use super::archive::{FilterArgs, IndexFolder};
use super::formats::{HitFormatArg, TextOrJsonArg};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SimilarArgs {
    /// The id of the article
    pub(in crate::cli) id: String,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    #[command(flatten)]
    pub(in crate::cli) filters: FilterArgs,
    /// How many articles, or `all`
    #[arg(long, value_name = "N|all", default_value = "10")]
    pub(in crate::cli) limit: String,
    /// How many to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(in crate::cli) offset: usize,
    /// Every article, also copies of the article itself and of each other
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = HitFormatArg::Text)]
    pub(in crate::cli) format: HitFormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SaveArgs {
    /// What the search is called; the same name again takes its place
    pub(in crate::cli) name: Option<String>,
    /// The query, as for search
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    #[command(flatten)]
    pub(in crate::cli) filters: FilterArgs,
    /// The first alert tells of all articles that match, not only of those that come from now on
    #[arg(long)]
    pub(in crate::cli) from_start: bool,
    /// Forget the search of this name
    #[arg(long, requires = "name", conflicts_with = "query")]
    pub(in crate::cli) remove: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AlertsArgs {
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    /// Tell the same again next time
    #[arg(long)]
    pub(in crate::cli) keep: bool,
    /// How the alerts are written: JSON has an answer a line
    #[arg(long, value_enum, default_value_t = TextOrJsonArg::Text)]
    pub(in crate::cli) format: TextOrJsonArg,
}
