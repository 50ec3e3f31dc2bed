//! What can be typed for the commands that count over the articles that match a query.

use clap::ValueEnum;

use super::{FilterArgs, FormatArg, IndexFolder};

/// Which articles are counted: those that hold every word and pass the filters.
#[derive(Debug, Clone, clap::Args)]
pub(in crate::cli) struct MatchArgs {
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    #[command(flatten)]
    pub(in crate::cli) filters: FilterArgs,
    /// Only the words as typed: no inflections, spellings or other script
    #[arg(long)]
    pub(in crate::cli) exact: bool,
    /// Do not translate English words that the index does not know
    #[arg(long)]
    pub(in crate::cli) no_translate: bool,
    /// Do not search this form of a word (see 'also searched as'); may repeat
    #[arg(long, value_name = "FORM")]
    pub(in crate::cli) not_as: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FacetArg {
    Category,
    Person,
    Country,
    Place,
    #[value(alias = "org")]
    Organisation,
    Source,
    Month,
    Year,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct FacetsArgs {
    /// Words as for search; without words or filter the whole index is counted
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) matching: MatchArgs,
    /// By what is counted, several with commas; all kinds by default
    #[arg(long, value_enum, value_name = "KIND,…", value_delimiter = ',')]
    pub(in crate::cli) by: Vec<FacetArg>,
    /// How many values of each kind, or `all`
    #[arg(long, value_name = "N|all", default_value = "10")]
    pub(in crate::cli) limit: String,
    /// How the counts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PeriodArg {
    Day,
    Month,
    Year,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct TrendArgs {
    /// Words as for search
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) matching: MatchArgs,
    /// How time is divided
    #[arg(long, value_enum, default_value_t = PeriodArg::Month)]
    pub(in crate::cli) by: PeriodArg,
    /// How the counts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CompareArgs {
    /// Two queries or more, each in quotes where it has several words
    #[arg(required = true, value_name = "QUERY")]
    pub(in crate::cli) queries: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) matching: MatchArgs,
    /// How time is divided
    #[arg(long, value_enum, default_value_t = PeriodArg::Month)]
    pub(in crate::cli) by: PeriodArg,
    /// How the counts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct KeywordsArgs {
    /// Words as for search
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) matching: MatchArgs,
    /// How many words, or `all`
    #[arg(long, value_name = "N|all", default_value = "30")]
    pub(in crate::cli) limit: String,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum KwicSortArg {
    Left,
    Right,
    Article,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct KwicArgs {
    /// Words as for search
    #[arg(value_name = "WORD")]
    pub(in crate::cli) query: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) matching: MatchArgs,
    /// The order of lines: by the words to the left or right of the word found, or by article
    #[arg(long, value_enum, default_value_t = KwicSortArg::Right)]
    pub(in crate::cli) sort: KwicSortArg,
    /// How many letters are shown on each side
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub(in crate::cli) width: usize,
    /// How many lines, or `all`
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub(in crate::cli) limit: String,
    /// How the lines are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}
