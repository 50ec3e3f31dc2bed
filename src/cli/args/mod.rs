//! What can be typed.

mod archive;
mod checking;
mod counting;
mod formats;
mod reading;
mod searching;
mod watching;

use clap::{Parser, Subcommand};

pub(super) use self::archive::FilterArgs;
pub(super) use self::checking::{EvalArgs, EvalKind, StatsArgs};
pub(super) use self::counting::{CompareArgs, EntitiesArgs, FacetsArgs, KeywordsArgs, KwicArgs, MatchArgs, TrendArgs};
pub(super) use self::reading::{AnalyzeArgs, CorrectionsArgs, ExtractArgs, IndexArgs, ParseArgs, ReadArgs};
pub(super) use self::searching::{SearchArgs, ShowArgs, SuggestArgs};
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
