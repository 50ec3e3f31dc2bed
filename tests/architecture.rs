//! What the source promises about itself (`src/lib.rs`, the table of modules) is read off its lines.
//!
//! Every rule takes source files and gives complaints. It is run on `src`, where it must find nothing, and
//! on made-up files, where it must find the fault and leave the faultless alone: a rule that cannot fail
//! proves nothing. The rules stand in files by what they are about; a list of exceptions holds only what is needed.

use std::path::Path;

use crate::support::{files_below, project, text_of};

mod build;
mod circles;
mod code;
mod engine;
mod files;
mod imports;
mod items;
mod order;
mod world;
use code::{Named, code_of, line_of, names_below, offsets_of_word};

/// A file of `src`.
#[derive(Debug)]
struct Source {
    /// Its path below `src`, with '/'.
    path: String,
    text: String,
    /// The text without comments, strings and test modules; lines stay where they are.
    code: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: code_of(text),
        }
    }

    /// The module of the crate that it belongs to.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The modules around a name that `super` climbs: none for `lib.rs` and `main.rs`.
    fn place(&self) -> Vec<&str> {
        let stem = self.path.strip_suffix(".rs").unwrap();
        let mut place: Vec<&str> = stem.split('/').collect();
        if matches!(place.last(), Some(&("mod" | "lib" | "main"))) {
            place.pop();
        }
        place
    }

    /// The names of this crate that it uses, from the crate's root on, with their lines.
    fn names_of_ours(&self) -> Vec<Named> {
        let mut names = names_below(&self.code, "crate");
        names.extend(names_below(&self.code, "khabar"));
        for mut named in names_below(&self.code, "super") {
            let mut place = self.place();
            place.pop();
            while named.path.first().is_some_and(|part| part == "super") {
                named.path.remove(0);
                place.pop();
            }
            let above = place.iter().map(|part| (*part).to_owned());
            named.path = above.chain(named.path).collect();
            names.push(named);
        }
        names
    }

    fn complaint(&self, line: usize, what: &str) -> String {
        format!("src/{}:{line}: {what}", self.path)
    }
}

fn sources() -> Vec<Source> {
    let src = project().join("src");
    let files = files_below(&src, ".rs");
    assert!(files.len() > 50, "the files of src were not found");
    files
        .iter()
        .map(|file| Source::new(&below(file, &src), &text_of(file)))
        .collect()
}

fn below(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder)
        .unwrap()
        .iter()
        .map(|part| part.to_str().unwrap())
        .collect::<Vec<_>>()
        .join("/")
}

fn is_in(path: &str, places: &[&str]) -> bool {
    places
        .iter()
        .any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)))
}

/// The lines on which a word stands by itself.
fn lines_with_word<'s>(code: &'s str, word: &'s str) -> impl Iterator<Item = usize> + 's {
    let mut lines: Vec<usize> = offsets_of_word(code, word).map(|at| line_of(code, at)).collect();
    lines.dedup();
    lines.into_iter()
}

type Rule = fn(&Source) -> Vec<String>;

#[track_caller]
fn assert_kept(rule: Rule) {
    let complaints: Vec<String> = sources().iter().flat_map(rule).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The rule finds fault with the bad ones, on the line where it stands, and none with the good ones.
#[track_caller]
fn assert_finds(rule: Rule, bad: &[(&str, &str, usize)], good: &[(&str, &str)]) {
    for (path, text, line) in bad {
        let complaints = rule(&Source::new(path, text));
        let place = format!("src/{path}:{line}: ");
        assert!(
            complaints.iter().any(|complaint| complaint.starts_with(&place)),
            "not found at {place}{text:?}: {complaints:?}"
        );
    }
    for (path, text) in good {
        let complaints = rule(&Source::new(path, text));
        assert!(complaints.is_empty(), "{text:?}: {complaints:?}");
    }
}
