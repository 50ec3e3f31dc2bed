//! `khabar extract`: mentions of articles, without an index.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use serde::Serialize;

use super::args::{ExtractArgs, Format};
use super::out::{say, stdout};
use super::{Exit, json};
use crate::article::Article;
use crate::corpus::{self, Record};
use crate::entities::{Gazetteer, Mention, Recogniser};

#[derive(Debug, Serialize)]
struct Extracted<'a> {
    id: &'a str,
    mentions: Vec<Mention>,
}

pub(super) fn run(args: &ExtractArgs) -> anyhow::Result<Exit> {
    let options = super::index::options(&args.read)?;
    let gazetteer = match super::index::corrections(&args.names)? {
        Some((_, gazetteer)) => gazetteer,
        None => Gazetteer::shipped()?,
    };
    let mut view = View {
        recogniser: Recogniser::new(&gazetteer),
        out: stdout(),
        format: args.format,
        skipped: 0,
        failed: None,
    };
    view.begin()?;
    let (standard_input, files): (Vec<_>, Vec<_>) = args.paths.iter().cloned().partition(|path| path == Path::new("-"));
    if !standard_input.is_empty() {
        let _ = corpus::read_lines("-", &mut std::io::stdin().lock(), &options, &mut |record| {
            view.take(record)
        });
    }
    if !files.is_empty() {
        corpus::read(&files, &options, &mut |record| view.take(record))?;
    }
    view.out.flush()?;
    match view.failed {
        Some(error) => Err(error),
        None if view.skipped > 0 => Ok(Exit::Skipped),
        None => Ok(Exit::Done),
    }
}

struct View<'g, W: Write> {
    recogniser: Recogniser<'g>,
    out: W,
    format: Format,
    skipped: u64,
    failed: Option<anyhow::Error>,
}

impl<W: Write> View<'_, W> {
    fn begin(&mut self) -> anyhow::Result<()> {
        if self.format == Format::Csv {
            csv::Writer::from_writer(&mut self.out)
                .write_record(["article", "kind", "id", "name", "form", "field", "start", "end", "how"])?;
        }
        Ok(())
    }

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

    fn write(&mut self, article: &Article) -> anyhow::Result<()> {
        let mentions = self.recogniser.mentions(article);
        match self.format {
            Format::Csv => self.rows(article, &mentions),
            Format::Text => {
                for mention in &mentions {
                    writeln!(
                        self.out,
                        "{}\t{}\t{}\t{}",
                        article.id,
                        mention.kind.as_str(),
                        mention.id,
                        mention.form
                    )?;
                }
                Ok(())
            }
            _ => json::line(
                &mut self.out,
                &Extracted {
                    id: article.id.as_str(),
                    mentions,
                },
            ),
        }
    }

    fn rows(&mut self, article: &Article, mentions: &[Mention]) -> anyhow::Result<()> {
        let mut rows = csv::WriterBuilder::new().has_headers(false).from_writer(&mut self.out);
        for mention in mentions {
            rows.serialize((
                article.id.as_str(),
                mention.kind,
                &mention.id,
                &mention.name,
                &mention.form,
                mention.field,
                mention.byte_start,
                mention.byte_end,
                mention.how,
            ))?;
        }
        rows.flush()?;
        Ok(())
    }
}
