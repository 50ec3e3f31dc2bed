//! The command line.
//!
//! Takes the arguments, gives an exit code. `commands` has a file for each subcommand; the files beside it are
//! what commands have in common. `Args` is what was typed, the requests that it becomes are what it means.
//! Only here, in `corpus`, in `index` and in `web` does the program touch the world.

mod args;
mod commands;
mod exit;
mod indexing;
mod opening;
mod out;
mod query_options;
mod reading;
mod request;

use std::sync::Mutex;

use clap::Parser;

use self::args::Args;
pub use self::exit::Exit;

/// Executes the program on the arguments of the process.
///
/// # Errors
/// What stops the command, as one line with its causes.
pub fn execute() -> anyhow::Result<Exit> {
    let args = match Args::try_parse_from(args::typed()) {
        Ok(args) => args,
        Err(message) => {
            let is_help = !message.use_stderr();
            message.print()?;
            return Ok(if is_help { Exit::Done } else { Exit::Error });
        }
    };
    caught(|| commands::execute(args.command))
}

/// Executes a command. The engine panics on some damaged files: a reader of news then gets a line that says what
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
