//! `khabar parse`: how a file is read.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use crate::cli::args::ParseArgs;
use crate::cli::exit::Exit;
use crate::cli::out::{say, stdout};
use crate::cli::reading;
use crate::corpus::layout::parse_page;
use crate::corpus::{self, Options, Record};
use crate::views::{self, Format};

pub(super) fn execute(args: &ParseArgs) -> anyhow::Result<Exit> {
    let options = reading::options(&args.read)?;
    let mut out = stdout();
    let mut skipped = 0u64;
    for path in &args.paths {
        let is_page = path.is_file() && path.extension().is_some_and(|extension| extension == "txt");
        if is_page && Format::from(args.format) == Format::Text {
            skipped += page(&mut out, path, &options)?;
        } else {
            skipped += articles(&mut out, path, &options)?;
        }
    }
    out.flush()?;
    Ok(Exit::if_skipped(skipped))
}

/// The lines of a raw page with their parts; gives how many pages could not be read.
fn page(out: &mut impl Write, path: &Path, options: &Options) -> anyhow::Result<u64> {
    if !path.exists() {
        return Err(corpus::Error::NotFound(vec![path.to_owned()]).into());
    }
    let text = match corpus::read_page(path, options) {
        Ok(text) => text,
        Err(skipped) => {
            say(&format!("skipped: {skipped}"));
            return Ok(1);
        }
    };
    views::layout::text(out, &parse_page(&text))?;
    Ok(0)
}

/// Articles as JSON lines; gives how many records were skipped.
fn articles(out: &mut impl Write, path: &Path, options: &Options) -> anyhow::Result<u64> {
    let mut skipped = 0;
    let mut failed = None;
    corpus::read(&[path.to_owned()], options, &mut |record| {
        let written = match record {
            Record::Article { article, notes, .. } => {
                notes
                    .iter()
                    .for_each(|note| say(&format!("note: {}: {note}", article.path)));
                views::json::line(out, &article)
            }
            Record::Skipped(record) => {
                skipped += 1;
                say(&format!("skipped: {record}"));
                Ok(())
            }
        };
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    failed.map_or(Ok(skipped), |error: std::io::Error| Err(error.into()))
}
