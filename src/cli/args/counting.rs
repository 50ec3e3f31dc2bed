//! What can be typed for the commands that count: over the articles that match a query, and who is mentioned.

use clap::ValueEnum;

use super::archive::{FilterArgs, IndexFolder};
use super::formats::FormatArg;
use crate::entities::EntityKind;
use crate::reports::facets::FacetKind;
use crate::reports::kwic::KwicSort;
use crate::reports::period::Period;

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
    /// Do not translate English words
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

impl From<FacetArg> for FacetKind {
    fn from(typed: FacetArg) -> Self {
        match typed {
            FacetArg::Category => Self::Category,
            FacetArg::Person => Self::Entity(EntityKind::Person),
            FacetArg::Country => Self::Entity(EntityKind::Country),
            FacetArg::Place => Self::Entity(EntityKind::Place),
            FacetArg::Organisation => Self::Entity(EntityKind::Organisation),
            FacetArg::Source => Self::Source,
            FacetArg::Month => Self::Time(Period::Month),
            FacetArg::Year => Self::Time(Period::Year),
        }
    }
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

impl From<PeriodArg> for Period {
    fn from(typed: PeriodArg) -> Self {
        match typed {
            PeriodArg::Day => Self::Day,
            PeriodArg::Month => Self::Month,
            PeriodArg::Year => Self::Year,
        }
    }
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

impl From<KwicSortArg> for KwicSort {
    fn from(typed: KwicSortArg) -> Self {
        match typed {
            KwicSortArg::Left => Self::Left,
            KwicSortArg::Right => Self::Right,
            KwicSortArg::Article => Self::Article,
        }
    }
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

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct EntitiesArgs {
    /// A name or id; without one the commonest are listed
    pub(in crate::cli) name: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) folder: IndexFolder,
    /// Propose merges for names that no list has and that sound like others, as lines for --corrections
    #[arg(long, conflicts_with = "name")]
    pub(in crate::cli) learn: bool,
    /// Only this kind
    #[arg(long, value_enum)]
    pub(in crate::cli) kind: Option<KindArg>,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub(in crate::cli) limit: usize,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(in crate::cli) format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum KindArg {
    Person,
    Country,
    Place,
    Organisation,
}

impl From<KindArg> for EntityKind {
    fn from(typed: KindArg) -> Self {
        match typed {
            KindArg::Person => Self::Person,
            KindArg::Country => Self::Country,
            KindArg::Place => Self::Place,
            KindArg::Organisation => Self::Organisation,
        }
    }
}
