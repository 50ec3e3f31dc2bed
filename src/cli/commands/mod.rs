//! The commands, one file each: from its arguments to its exit code.
//!
//! A command makes a request of what was typed, opens what it needs, asks the stage that knows, chooses the
//! view, and says how it ended.

mod alerts;
mod analyze;
mod compare;
mod entities;
mod eval;
mod extract;
mod facets;
mod index;
mod keywords;
mod kwic;
mod parse;
mod save;
mod search;
mod show;
mod similar;
mod stats;
mod suggest;
mod trend;
mod verify;

use super::args::Command;
use super::exit::Exit;

/// Executes a command.
pub(super) fn execute(command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Index(args) => index::execute(&args),
        Command::Search(args) => search::execute(&args),
        Command::Show(args) => show::execute(&args),
        Command::Similar(args) => similar::execute(&args),
        Command::Analyze(args) => analyze::execute(&args),
        Command::Parse(args) => parse::execute(&args),
        Command::Extract(args) => extract::execute(&args),
        Command::Entities(args) => entities::execute(&args),
        Command::Facets(args) => facets::execute(&args),
        Command::Trend(args) => trend::execute(&args),
        Command::Compare(args) => compare::execute(&args),
        Command::Keywords(args) => keywords::execute(&args),
        Command::Kwic(args) => kwic::execute(&args),
        Command::Save(args) => save::execute(&args),
        Command::Alerts(args) => alerts::execute(&args),
        Command::Suggest(args) => suggest::execute(&args),
        Command::Stats(args) => stats::execute(&args),
        Command::Verify(args) => verify::execute(&args),
        Command::Eval(args) => eval::execute(&args),
    }
}
