//! Files to articles: pages and what must come out of them, and every kind of bad input.
//!
//! A new page is a new pair of files in `pages/`: `NAME.txt`, and `NAME.json` with those fields of the
//! parsed page that the case is about. `KHABAR_BLESS=1` writes the fields of a page that has no JSON yet.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod bad_input;
mod pages;
mod reading;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use khabar::article::Article;
use khabar::corpus::{self, Note, Options, Record, Tally};

/// What a reading gave.
#[derive(Default)]
struct Reading {
    articles: Vec<Article>,
    notes: Vec<Note>,
    /// Skipped records as they are shown, with the path of the folder cut off.
    skipped: Vec<String>,
    tally: Tally,
}

impl Reading {
    fn ids(&self) -> Vec<&str> {
        self.articles.iter().map(|article| article.id.as_str()).collect()
    }
}

/// Reads paths with these options.
fn read_with(paths: &[PathBuf], options: &Options) -> Reading {
    let mut reading = Reading::default();
    let tally = corpus::read(paths, options, &mut |record| {
        match record {
            Record::Article { article, notes, .. } => {
                reading.articles.push(*article);
                reading.notes.extend(notes);
            }
            Record::Skipped(skipped) => reading.skipped.push(skipped.to_string()),
        }
        ControlFlow::Continue(())
    });
    reading.tally = tally.unwrap();
    reading
}

/// Reads a folder `news` with these files.
fn read_files(files: &[(&str, &[u8])], options: &Options) -> Reading {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("news");
    fs::create_dir(&root).unwrap();
    for (name, content) in files {
        write(&root.join(name), content);
    }
    let mut reading = read_with(std::slice::from_ref(&root), options);
    for skipped in &mut reading.skipped {
        *skipped = skipped.replace(&format!("{}/", root.display()), "");
    }
    reading
}

fn write(file: &Path, content: &[u8]) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, content).unwrap();
}
