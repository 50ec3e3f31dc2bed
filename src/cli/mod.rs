//! The command line: one file a subcommand.
//!
//! Takes the arguments, gives an exit code. `Args` is what was typed, the requests that it becomes are
//! what it means. Only here, in `corpus`, in `index` and in `web` does the program touch the world.

mod alerts;
mod analyze;
mod args;
mod care;
mod entities;
mod eval;
mod extract;
mod facets;
mod index;
mod keywords;
mod kwic;
mod matching;
mod out;
mod parse;
mod save;
mod search;
mod show;
mod similar;
mod stats;
mod suggest;
mod trend;
mod verify;

use std::sync::Mutex;

use clap::Parser;

use self::args::{Args, Command};

/// How a run ended, as scripts see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Hits, or done.
    Done = 0,
    /// No hits.
    NoHits = 1,
    /// An error.
    Error = 2,
    /// Done, but some records were skipped.
    Skipped = 3,
}

/// Runs the program on the arguments of the process.
///
/// # Errors
/// What stops the command, as one line with its causes.
pub fn run() -> anyhow::Result<Exit> {
    let args = match Args::try_parse_from(args::typed()) {
        Ok(args) => args,
        Err(message) => {
            let is_help = !message.use_stderr();
            message.print()?;
            return Ok(if is_help { Exit::Done } else { Exit::Error });
        }
    };
    caught(|| dispatch(args.command))
}

/// Runs a command. The engine panics on some damaged files: a reader of news then gets a line that says what
/// to do, and the place, should it have been a fault of the program after all.
fn caught(command: impl FnOnce() -> anyhow::Result<Exit>) -> anyhow::Result<Exit> {
    static PLACE: Mutex<String> = Mutex::new(String::new());
    std::panic::set_hook(Box::new(|panic| {
        if let (Some(at), Ok(mut place)) = (panic.location(), PLACE.lock()) {
            let file = at.file().rsplit(['/', '\\']).next().unwrap_or_default();
            *place = format!("{file}:{}", at.line());
        }
    }));
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(command));
    done.unwrap_or_else(|_| {
        let place = PLACE.lock().map(|place| place.clone()).unwrap_or_default();
        Err(anyhow::anyhow!(
            "a file of the index is damaged; run `khabar verify`, then index the articles into an empty folder (stopped at {place})"
        ))
    })
}

fn dispatch(command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Index(args) => index::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Similar(args) => similar::run(&args),
        Command::Analyze(args) => analyze::run(&args),
        Command::Parse(args) => parse::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Entities(args) => entities::run(&args),
        Command::Facets(args) => facets::run(&args),
        Command::Trend(args) => trend::run(&args),
        Command::Compare(args) => trend::run_compare(&args),
        Command::Keywords(args) => keywords::run(&args),
        Command::Kwic(args) => kwic::run(&args),
        Command::Save(args) => save::run(&args),
        Command::Alerts(args) => alerts::run(&args),
        Command::Suggest(args) => suggest::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Eval(args) => eval::run(&args),
    }
}

/// Whether an error is that nobody reads any more what is printed.
#[must_use]
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// An error with its causes in one line, without terminal escapes: what was typed or read may hold some.
#[must_use]
pub fn message(error: &anyhow::Error) -> String {
    crate::article::readable(&format!("{error:#}")).into_owned()
}
