//! The program `khabar`: executes the command line, prints the error, gives the exit code.

use std::io::Write;
use std::process::ExitCode;

use khabar::cli::{Exit, execute, is_broken_pipe, message};

fn main() -> ExitCode {
    let exit = match execute() {
        Ok(exit) => exit,
        Err(error) if is_broken_pipe(&error) => Exit::Done,
        Err(error) => {
            let _ = writeln!(std::io::stderr().lock(), "khabar: {}", message(&error));
            Exit::Error
        }
    };
    ExitCode::from(exit as u8)
}
