//! What can be typed.

mod counting;
mod watching;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::views::{Format, HitFormat};

pub(super) use self::counting::{
    CompareArgs, FacetArg, FacetsArgs, KeywordsArgs, KwicArgs, KwicSortArg, MatchArgs, PeriodArg, TrendArgs,
};
pub(super) use self::watching::{AlertsArgs, SaveArgs, SimilarArgs};

/// Search for Gujarati news: `khabar search putin`.
#[derive(Debug, Parser)]
#[command(name = "khabar", version, about, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Put files or folders of articles into an index; run again to bring it up to date
    Index(IndexArgs),
    /// Rank the articles that match words, names, phrases
    Search(Box<SearchArgs>),
    /// Show one article whole
    Show(ShowArgs),
    /// List the articles that tell of the same as one article
    Similar(SimilarArgs),
    /// Show every step and key of every word
    Analyze(AnalyzeArgs),
    /// Show how a file is read: its parts, and what was set aside by which rule
    Parse(ParseArgs),
    /// Print who and what articles mention, without an index
    Extract(ExtractArgs),
    /// List who and what an index knows, with counts
    Entities(EntitiesArgs),
    /// Count the articles that match by category, person, country, place, organisation, source, month, year
    Facets(FacetsArgs),
    /// Count the articles that match by day, month or year
    Trend(TrendArgs),
    /// Count the articles that match two queries or more, side by side over time
    Compare(CompareArgs),
    /// List the words that are special in the articles that match, against the rest of the index
    Keywords(KeywordsArgs),
    /// Show every place where words stand, with what stands before and behind (concordance)
    Kwic(KwicArgs),
    /// Keep a search, to be told of new stories; without a name the kept ones are listed
    Save(SaveArgs),
    /// Print what is new for each kept search since the last time
    Alerts(AlertsArgs),
    /// Complete what is being typed, in either script: names, words, headlines
    Suggest(SuggestArgs),
    /// Count what an index holds
    Stats(StatsArgs),
    /// Check a whole index
    Verify(StatsArgs),
    /// Run the product's own tests on a file of cases
    Eval(EvalArgs),
}

/// Where the index is.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct IndexFolder {
    /// The folder of the index
    #[arg(long, value_name = "DIR", env = "KHABAR_INDEX", default_value = "index")]
    pub(super) index: PathBuf,
}

/// How articles are read.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct ReadArgs {
    /// Read FIELD of JSON articles from another name (`--map headline=title`); may repeat
    #[arg(long, value_name = "FIELD=NAME")]
    pub(super) map: Vec<String>,
    /// Skip lines longer than this many megabytes
    #[arg(long, value_name = "MB", default_value_t = 64)]
    pub(super) max_line_mb: usize,
}

#[derive(Debug, clap::Args)]
pub(super) struct IndexArgs {
    /// Files or folders of articles (.txt, .json, .jsonl, .ndjson, also .gz and .zst)
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) folder: IndexFolder,
    #[command(flatten)]
    pub(super) read: ReadArgs,
    #[command(flatten)]
    pub(super) names: NamesArgs,
    /// Say nothing but errors
    #[arg(long, short)]
    pub(super) quiet: bool,
}

/// Corrections of the gazetteer.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct NamesArgs {
    /// Add, merge, rename and hide people, places and organisations as this file says; an index keeps it
    #[arg(long, value_name = "FILE.tsv")]
    pub(super) gazetteer: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    Text,
    Json,
    Jsonl,
    Csv,
}

/// How hits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HitFormatArg {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SortArg {
    Relevance,
    Newest,
    Oldest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FallbackArg {
    Auto,
    Never,
}

/// Filters: the same one twice means either, different ones mean both.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct FilterArgs {
    /// Only this category (world, રમતગમત, …); may repeat
    #[arg(long, value_name = "C")]
    pub(super) category: Vec<String>,
    /// Only stories that mention this person, by any name in either script or by id; may repeat
    #[arg(long, value_name = "P")]
    pub(super) person: Vec<String>,
    /// Only stories that mention this country, by name or ISO code; may repeat
    #[arg(long, value_name = "C")]
    pub(super) country: Vec<String>,
    /// Only stories that mention this place; may repeat
    #[arg(long, value_name = "P")]
    pub(super) place: Vec<String>,
    /// Only stories that mention this organisation; may repeat
    #[arg(long, value_name = "O", visible_alias = "org")]
    pub(super) organisation: Vec<String>,
    /// From this day, month or year on
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    /// Up to this day, month or year
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct SearchArgs {
    /// Words, "phrases", -word, OR, (…), field:word
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[command(flatten)]
    pub(super) folder: IndexFolder,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    /// How many hits, or `all`
    #[arg(long, value_name = "N|all", default_value = "10")]
    pub(super) limit: String,
    /// How many hits to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(super) offset: usize,
    /// The order of hits
    #[arg(long, value_enum, default_value_t = SortArg::Relevance)]
    pub(super) sort: SortArg,
    /// What follows where too few articles hold every word
    #[arg(long, value_enum, default_value_t = FallbackArg::Auto)]
    pub(super) fallback: FallbackArg,
    /// Only the words as typed: no inflections, spellings or other script
    #[arg(long)]
    pub(super) exact: bool,
    /// Do not translate English words that the index does not know
    #[arg(long)]
    pub(super) no_translate: bool,
    /// Rank old and new articles alike: without this the newest of the index get up to a twentieth more,
    /// half of that after 180 days
    #[arg(long)]
    pub(super) no_recency: bool,
    /// Each story once, by its best article: the rule for text
    #[arg(long, conflicts_with = "all")]
    pub(super) stories: bool,
    /// Every article, also where several tell one story in nearly the same words: the rule for JSON and CSV
    #[arg(long)]
    pub(super) all: bool,
    /// Say for each hit how its score came about
    #[arg(long)]
    pub(super) explain: bool,
    /// Do not search this form of a word (see 'also searched as'); may repeat
    #[arg(long, value_name = "FORM")]
    pub(super) not_as: Vec<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = HitFormatArg::Text)]
    pub(super) format: HitFormatArg,
    /// Begin CSV with a byte order mark, as spreadsheets want it
    #[arg(long)]
    pub(super) bom: bool,
    #[command(flatten)]
    pub(super) care: super::care::CareArgs,
    /// Answer every line `id<TAB>query` of a file
    #[arg(long, value_name = "FILE.tsv", conflicts_with = "query")]
    pub(super) queries: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    /// The id of the article
    pub(super) id: String,
    #[command(flatten)]
    pub(super) folder: IndexFolder,
    /// How the article is written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(super) struct AnalyzeArgs {
    /// The text
    #[arg(value_name = "TEXT")]
    pub(super) text: Vec<String>,
    /// Words on standard input, a line each: the line, a tab, its lemma key
    #[arg(long, conflicts_with = "text")]
    pub(super) lemmas: bool,
    /// The same with three keys: exact, spelling fold, lemma
    #[arg(long, conflicts_with_all = ["text", "lemmas"])]
    pub(super) keys: bool,
    /// How the steps are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(super) struct ParseArgs {
    /// Files or folders
    #[arg(required = true, value_name = "FILE")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) read: ReadArgs,
    /// How the parts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExtractArgs {
    /// Files or folders, or `-` for JSON lines on standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) read: ReadArgs,
    #[command(flatten)]
    pub(super) names: NamesArgs,
    /// How the mentions are written
    #[arg(long, value_enum, default_value_t = FormatArg::Jsonl)]
    pub(super) format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    Person,
    Country,
    Place,
    Organisation,
}

#[derive(Debug, clap::Args)]
pub(super) struct EntitiesArgs {
    /// A name or id; without one the commonest are listed
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) folder: IndexFolder,
    /// Propose merges for names that no list has and that sound like others, as lines for --gazetteer
    #[arg(long, conflicts_with = "name")]
    pub(super) learn: bool,
    /// Only this kind
    #[arg(long, value_enum)]
    pub(super) kind: Option<KindArg>,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub(super) limit: usize,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TextOrJsonArg {
    Text,
    Json,
}

#[derive(Debug, clap::Args)]
pub(super) struct SuggestArgs {
    /// What was typed so far; its last word is the one being typed
    #[arg(required = true, value_name = "PREFIX")]
    pub(super) prefix: Vec<String>,
    #[command(flatten)]
    pub(super) folder: IndexFolder,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(super) limit: usize,
    /// How the list is written
    #[arg(long, value_enum, default_value_t = TextOrJsonArg::Text)]
    pub(super) format: TextOrJsonArg,
}

#[derive(Debug, clap::Args)]
pub(super) struct StatsArgs {
    #[command(flatten)]
    pub(super) folder: IndexFolder,
    /// How the counts are written
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum EvalKind {
    /// Query and text that must, must not, or may meet: id, group, query, text, expect, why
    Cases,
    /// Forms and their lemma: form, lemma, pos
    Lemmas,
    /// Labelled text: `[form](kind:id)` in sentences, a line each, or in an article with sections
    Entities,
    /// Judged topics, two files: id, group, query, need; topic, article, grade 0-2 (no header lines)
    Topics,
}

#[derive(Debug, clap::Args)]
pub(super) struct EvalArgs {
    /// What the files hold
    #[arg(value_enum)]
    pub(super) kind: EvalKind,
    /// The files: tab-separated with a header line, or labelled text
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// (topics) The folder of the index that is asked
    #[arg(long, value_name = "DIR", env = "KHABAR_INDEX", default_value = "index")]
    pub(super) index: PathBuf,
    /// Print every row that fails; of topics each, with the grades of its hits and what it missed
    #[arg(long)]
    pub(super) show: bool,
    /// Least share in per cent, comma-separated, that still counts as passed (cases: M,N,R; lemmas: same; entities: F1 of person, country, place, organisation, then ids; topics: nDCG@10)
    #[arg(long, value_name = "PERCENT,…")]
    pub(super) floors: Option<String>,
}

/// The arguments of the process, with `-word` of a query told apart from options: a single hyphen before
/// more than one letter is the minus sign of the query language, which the parser reads alike. Options of
/// one letter and long ones stay what they are.
pub(super) fn typed() -> Vec<std::ffi::OsString> {
    std::env::args_os()
        .map(|argument| minus_word(&argument).map_or(argument, Into::into))
        .collect()
}

fn minus_word(argument: &std::ffi::OsStr) -> Option<String> {
    let word = argument.to_str()?.strip_prefix('-')?;
    let is_word = !word.starts_with('-') && word.chars().nth(1).is_some();
    is_word.then(|| format!("\u{2212}{word}"))
}
