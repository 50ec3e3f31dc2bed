//! What the tests share: folders that go away with their test, small corpora, the built program, and
//! assertions whose failure shows the command with everything it printed.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the repository.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A new empty folder.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// The text of a file; a failure names the file.
pub(crate) fn text_of(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// Writes a file with the folders above it.
pub(crate) fn write(file: &Path, content: &[u8]) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, content).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
}

/// All files below a folder whose name ends so, sorted.
pub(crate) fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file() && entry.file_name().to_string_lossy().ends_with(ending))
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.sort();
    files
}

/// Copies a folder with everything below it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in files_below(from, "") {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, &target).unwrap();
    }
}

/// A call of the program, not yet made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Call {
    /// The working directory.
    pub(crate) folder: PathBuf,
    /// The arguments behind `khabar`.
    pub(crate) arguments: Vec<OsString>,
    /// Variables beside an environment that has neither `KHABAR_*` nor `NO_COLOR`.
    pub(crate) environment: Vec<(String, String)>,
    /// What stands on standard input.
    pub(crate) input: Vec<u8>,
    /// Whether the reader of standard output has gone before the program begins.
    pub(crate) closed_output: bool,
}

/// What a call gave.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    command: String,
    /// The exit code; `None` where a signal ended the program.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) output: String,
    /// Standard error.
    pub(crate) errors: String,
}

impl Call {
    /// A call in a folder.
    pub(crate) fn new(folder: &Path, arguments: &[&str]) -> Self {
        Self {
            folder: folder.to_owned(),
            arguments: arguments.iter().map(OsString::from).collect(),
            ..Self::default()
        }
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_khabar"));
        command
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env_remove("KHABAR_INDEX")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env_remove("RUST_BACKTRACE")
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if self.closed_output {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            command.stdout(writer);
        }
        let mut child = command.spawn().unwrap();
        let mut standard_input = child.stdin.take().unwrap();
        let input = self.input.clone();
        // a thread of its own: the program may print more than a pipe holds before it has read everything
        let feeder = std::thread::spawn(move || drop(standard_input.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        Run {
            command: self.to_string(),
            code: output.status.code(),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl std::fmt::Display for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, value) in &self.environment {
            write!(f, "{name}={value} ")?;
        }
        f.write_str("khabar")?;
        self.arguments
            .iter()
            .try_for_each(|argument| write!(f, " {:?}", argument.to_string_lossy()))
    }
}

/// At most so many characters of an output are shown.
const SHOWN: usize = 4000;

impl Run {
    /// Command, exit code and both outputs, for the message of a failure.
    pub(crate) fn shown(&self) -> String {
        let mut shown = format!("$ {}\nexit code: {:?}\n", self.command, self.code);
        for (name, text) in [("stdout", &self.output), ("stderr", &self.errors)] {
            let start: String = text.chars().take(SHOWN).collect();
            let more = if start.len() < text.len() { "\n[cut]" } else { "" };
            write!(shown, "--- {name}\n{start}{more}\n").unwrap();
        }
        shown
    }

    /// Fails where the program ended otherwise.
    #[track_caller]
    pub(crate) fn assert_code(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "\n{}", self.shown());
        self
    }
}

/// Runs the program with these arguments in a folder.
pub(crate) fn khabar(folder: &Path, arguments: &[&str]) -> Run {
    Call::new(folder, arguments).run()
}
