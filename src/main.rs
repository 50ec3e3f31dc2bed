//! The program `khabar`: runs the command line, prints the error, gives the exit code.

use std::io::Write;
use std::process::ExitCode;

use khabar::cli::{Exit, is_broken_pipe, run};

fn main() -> ExitCode {
    let exit = match run() {
        Ok(exit) => exit,
        Err(error) if is_broken_pipe(&error) => Exit::Done,
        Err(error) => {
            // what was typed or read may hold terminal escapes
            let message = format!("{error:#}");
            let _ = writeln!(std::io::stderr().lock(), "khabar: {}", khabar::article::readable(&message));
            Exit::Error
        }
    };
    ExitCode::from(exit as u8)
}
