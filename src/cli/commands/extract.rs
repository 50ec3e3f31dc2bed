//! `khabar extract`: mentions of articles, without an index.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use crate::article::Article;
use crate::cli::args::ExtractArgs;
use crate::cli::exit::Exit;
use crate::cli::out::{say, stdout};
use crate::cli::reading;
use crate::corpus::{self, Record};
use crate::entities::{Gazetteer, Recogniser};
use crate::views::{self, Format};

pub(super) fn execute(args: &ExtractArgs) -> anyhow::Result<Exit> {
    let options = reading::options(&args.read)?;
    let gazetteer = match reading::corrections(&args.names)? {
        Some((_, gazetteer)) => gazetteer,
        None => Gazetteer::shipped()?,
    };
    let format = Format::from(args.format);
    let mut out = stdout();
    views::mentions::begin(&mut out, format)?;
    let mut extraction = Extraction {
        recogniser: Recogniser::new(&gazetteer),
        out,
        format,
        skipped: 0,
        failed: None,
    };
    let (standard_input, files): (Vec<_>, Vec<_>) = args.paths.iter().cloned().partition(|path| path == Path::new("-"));
    if !standard_input.is_empty() {
        let _ = corpus::read_lines("-", &mut std::io::stdin().lock(), &options, &mut |record| {
            extraction.take(record)
        });
    }
    if !files.is_empty() {
        corpus::read(&files, &options, &mut |record| extraction.take(record))?;
    }
    extraction.out.flush()?;
    match extraction.failed {
        Some(error) => Err(error.into()),
        None => Ok(Exit::if_skipped(extraction.skipped)),
    }
}

/// Articles are taken one after the other; the first that cannot be written ends it.
struct Extraction<'g, W: Write> {
    recogniser: Recogniser<'g>,
    out: W,
    format: Format,
    skipped: u64,
    failed: Option<std::io::Error>,
}

impl<W: Write> Extraction<'_, W> {
    fn take(&mut self, record: Record) -> ControlFlow<()> {
        match record {
            Record::Skipped(skipped) => {
                self.skipped += 1;
                say(&format!("skipped: {skipped}"));
            }
            Record::Article { article, .. } => {
                if let Err(error) = self.write(&article) {
                    self.failed = Some(error);
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn write(&mut self, article: &Article) -> std::io::Result<()> {
        let mentions = self.recogniser.mentions(article);
        views::mentions::write(&mut self.out, article.id.as_str(), &mentions, self.format)
    }
}
