//! Steps of a case, done in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::parse::{Action, Step, Stream};
use crate::support::{Call, Run, copy_folder, files_below, folder, khabar, project, write};

/// Corpora with their indexes, made once and copied into the cases.
#[derive(Default)]
pub(super) struct Given {
    tiny: OnceLock<tempfile::TempDir>,
    sample: OnceLock<tempfile::TempDir>,
}

impl Given {
    fn copy(&self, name: &str, to: &Path) {
        let (cell, from, corpus) = match name {
            "tiny" => (&self.tiny, "tests/cli/tiny", "news"),
            _ => (&self.sample, "corpus", "corpus"),
        };
        let made = cell.get_or_init(|| {
            let made = folder();
            copy_folder(&project().join(from), &made.path().join(corpus));
            khabar(made.path(), &["index", corpus]).assert_code(0);
            made
        });
        copy_folder(made.path(), to);
    }
}

/// A case on its way.
struct Course<'g> {
    given: &'g Given,
    folder: PathBuf,
    environment: Vec<(String, String)>,
    input: Vec<u8>,
    last: Option<Run>,
}

/// Does the steps in a new folder; the first fault ends the case.
pub(super) fn run_steps(steps: &[Step], given: &Given) -> Result<(), String> {
    let folder = folder();
    let mut course = Course {
        given,
        folder: folder.path().canonicalize().unwrap(),
        environment: Vec::new(),
        input: Vec::new(),
        last: None,
    };
    for step in steps {
        course.take(&step.action).map_err(|fault| {
            let run = course.last.as_ref().map(Run::shown).unwrap_or_default();
            format!("{}: {fault}\n{run}", step.line)
        })?;
    }
    Ok(())
}

impl Course<'_> {
    fn take(&mut self, action: &Action) -> Result<(), String> {
        match action {
            Action::Given(name) => self.given.copy(name, &self.folder),
            Action::File(path, content) => write(&self.folder.join(path), content),
            Action::Remove(path) => remove(&self.folder.join(path)),
            Action::Damage(folder, ending) => self.change(folder, ending, |bytes| {
                let middle = bytes.len() / 2;
                bytes[middle] ^= 0xFF;
            }),
            Action::Cut(folder, ending) => self.change(folder, ending, |bytes| bytes.truncate(bytes.len() / 2)),
            Action::Env(name, value) => self.environment.push((name.clone(), self.filled(value))),
            Action::Stdin(bytes) => self.input.clone_from(bytes),
            Action::Run { arguments, closed } => self.run(arguments, *closed),
            check => return self.check(check),
        }
        Ok(())
    }

    fn filled(&self, text: &str) -> String {
        text.replace("{dir}", &self.folder.to_string_lossy())
            .replace("{esc}", "\u{1B}")
            .replace("{bel}", "\u{7}")
    }

    fn change(&self, folder: &str, ending: &str, change: impl Fn(&mut Vec<u8>)) {
        let file = files_below(&self.folder.join(folder), ending).remove(0);
        let mut bytes = fs::read(&file).unwrap();
        change(&mut bytes);
        fs::write(file, bytes).unwrap();
    }

    fn run(&mut self, arguments: &[String], closed: bool) {
        let call = Call {
            folder: self.folder.clone(),
            arguments: arguments.iter().map(|argument| self.filled(argument).into()).collect(),
            environment: self.environment.clone(),
            input: std::mem::take(&mut self.input),
            closed_output: closed,
        };
        self.last = Some(call.run());
    }

    fn check(&self, action: &Action) -> Result<(), String> {
        let run = self.last.as_ref().ok_or("nothing has run")?;
        let of = |stream: Stream| match stream {
            Stream::Output => &run.output,
            Stream::Errors => &run.errors,
        };
        let (holds, what) = match action {
            Action::Exit(codes) => (
                run.code.is_some_and(|code| codes.contains(&code)),
                format!("exit code {codes:?} was expected"),
            ),
            Action::Holds(stream, text) => (
                of(*stream).contains(&self.filled(text)),
                format!("not in {stream:?}: {text}"),
            ),
            Action::Lacks(stream, text) => (
                !of(*stream).contains(&self.filled(text)),
                format!("in {stream:?}: {text}"),
            ),
            Action::Is(stream, text) => (*of(*stream) == self.filled(text), format!("{stream:?} is not\n{text}")),
            Action::Lines(count) => (run.output.lines().count() == *count, format!("not {count} lines")),
            Action::Json(check) => {
                let fault = check.fault(run);
                (fault.is_none(), fault.unwrap_or_default())
            }
            Action::Exists(path) => (self.folder.join(path).exists(), format!("not there: {path}")),
            Action::Absent(path) => (!self.folder.join(path).exists(), format!("still there: {path}")),
            other => return Err(format!("no check: {other:?}")),
        };
        // a program that panics must not pass as one that failed politely
        if run.errors.contains("panicked at") {
            return Err("the program panicked".to_owned());
        }
        if holds { Ok(()) } else { Err(what) }
    }
}

fn remove(path: &Path) {
    if path.is_dir() {
        fs::remove_dir_all(path).unwrap();
    } else {
        fs::remove_file(path).unwrap();
    }
}
