//! `khabar search`: one query, or a file of them.

use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::Exit;
use super::args::{FallbackArg, FilterArgs, SearchArgs, SortArg};
use super::care::CareArgs;
use super::out::{raw_stdout, say, stdout};
use crate::answers::{Answer, Hit, HitSink};
use crate::corpus::Options;
use crate::index::{Reader, manifest, reader};
use crate::retrieval::{Fallback, Filters, Limit, Request, Sort};
use crate::views::hits::HitStream;
use crate::views::{self, HitFormat, json};

pub(super) fn run(args: &SearchArgs) -> anyhow::Result<Exit> {
    let request = request(args)?;
    if let Some(file) = &args.queries {
        return run_batch(args, file, &request);
    }
    if request.query.trim().is_empty() && request.filters.is_empty() {
        return Err(crate::retrieval::Error::Nothing.into());
    }
    let reader = open_or_build(&args.folder.index)?;
    let format = HitFormat::from(args.format);
    let stream = match HitStream::new(stdout(), format, args.bom)? {
        Ok(stream) => stream,
        Err(out) => {
            let answer = args.care.search(&reader, &request)?;
            if !args.care.passes(&answer, None) {
                return Ok(Exit::Error);
            }
            return write(out, &answer, format, request.offset);
        }
    };
    let mut export = Export {
        stream,
        care: &args.care,
        passes: true,
        count: 0,
        written: Ok(()),
    };
    let answer = args.care.each_hit(&reader, &request, &mut export)?;
    export.written?;
    if !export.passes {
        return Ok(Exit::Error);
    }
    export.stream.end()?;
    Ok(if export.count == 0 { exit(&answer) } else { Exit::Done })
}

/// Writes hits as they come.
struct Export<'a, W: Write> {
    stream: HitStream<W>,
    care: &'a CareArgs,
    passes: bool,
    count: usize,
    written: std::io::Result<()>,
}

impl<W: Write> HitSink for Export<'_, W> {
    fn begin(&mut self, answer: &Answer) -> bool {
        self.passes = self.care.passes(answer, None);
        self.passes
    }

    fn hit(&mut self, hit: Hit) -> bool {
        self.count += 1;
        self.written = self.stream.hit(&hit);
        self.written.is_ok()
    }
}

/// Writes an answer in a format, and all of it.
pub(super) fn write(mut out: impl Write, answer: &Answer, format: HitFormat, offset: usize) -> anyhow::Result<Exit> {
    views::answer::write(&mut out, answer, format, offset)?;
    out.flush()?;
    Ok(exit(answer))
}

fn exit(answer: &Answer) -> Exit {
    if answer.hits.is_empty() && answer.total == 0 {
        Exit::NoHits
    } else {
        Exit::Done
    }
}

/// Answers every line of a file, in order, an answer a line.
fn run_batch(args: &SearchArgs, file: &Path, request: &Request) -> anyhow::Result<Exit> {
    if !matches!(args.format.into(), HitFormat::Text | HitFormat::Json | HitFormat::Jsonl) {
        bail!("--queries answers in JSON lines; leave out --format (csv, html, bibtex and ris are for one query)");
    }
    let bytes = std::fs::read(file).with_context(|| format!("{}: the queries cannot be read", file.display()))?;
    let lines = String::from_utf8(bytes).with_context(|| format!("{}: the queries are not UTF-8", file.display()))?;
    let reader = open_or_build(&args.folder.index)?;
    let mut out = raw_stdout();
    let mut found = false;
    let mut passed = Vec::new();
    let mut passes = true;
    for line in lines.trim_start_matches('\u{FEFF}').lines() {
        let (id, query) = line.split_once('\t').unwrap_or((line, ""));
        let answer = batch_answer(&reader, args, request, query)?;
        found |= !answer.hits.is_empty();
        passes &= args.care.passes(&answer, Some(id));
        // nothing is printed before it is known that every query passes
        if args.care.strict {
            passed.push((id, answer));
        } else {
            json::line(&mut out, &json::Named { id, answer: &answer })?;
        }
    }
    if !passes {
        return Ok(Exit::Error);
    }
    for (id, answer) in &passed {
        json::line(&mut out, &json::Named { id, answer })?;
    }
    out.flush()?;
    Ok(if found { Exit::Done } else { Exit::NoHits })
}

/// A query without any word is answered too, with nothing.
fn batch_answer(reader: &Reader, args: &SearchArgs, request: &Request, query: &str) -> anyhow::Result<Answer> {
    let request = Request {
        query: query.to_owned(),
        ..request.clone()
    };
    match args.care.search(reader, &request) {
        Err(crate::retrieval::Error::Nothing) => Ok(Answer {
            query: request.query,
            ..Answer::default()
        }),
        answer => Ok(answer?),
    }
}

/// Opens the index; where there is none, builds one from the folder `corpus` beside it.
pub(super) fn open_or_build(folder: &Path) -> anyhow::Result<Reader> {
    if !reader::exists(folder) && manifest::is_vacant(folder)?.is_none() {
        let beside = folder.parent().unwrap_or(Path::new("")).join("corpus");
        if beside.is_dir() {
            say(&format!(
                "{}: no index yet; building one from {}",
                folder.display(),
                beside.display()
            ));
            super::index::build(
                &[beside],
                folder,
                &Options::default(),
                &super::args::NamesArgs::default(),
                false,
            )?;
        }
    }
    Ok(Reader::open(folder)?)
}

fn request(args: &SearchArgs) -> anyhow::Result<Request> {
    Ok(Request {
        query: args.query.join(" "),
        filters: filters(&args.filters),
        limit: limit(&args.limit)?,
        offset: args.offset,
        sort: match args.sort {
            SortArg::Relevance => Sort::Relevance,
            SortArg::Newest => Sort::Newest,
            SortArg::Oldest => Sort::Oldest,
        },
        fallback: if args.fallback == FallbackArg::Never {
            Fallback::Never
        } else {
            Fallback::Auto
        },
        exact: args.exact,
        no_translate: args.no_translate,
        not_as: args.not_as.clone(),
        no_recency: args.no_recency,
        explain: args.explain,
        added_after: None,
        stories: args.stories
            || (matches!(args.format.into(), HitFormat::Text | HitFormat::Html) && args.queries.is_none() && !args.all),
        syntax: args.care.syntax(),
    })
}

/// What `--limit` says.
pub(super) fn limit(typed: &str) -> anyhow::Result<Limit> {
    if typed == "all" {
        return Ok(Limit::All);
    }
    let count = typed
        .parse()
        .with_context(|| format!("--limit {typed}: write a number or `all`"))?;
    Ok(Limit::Count(count))
}

pub(super) fn filters(args: &FilterArgs) -> Filters {
    let FilterArgs {
        category,
        person,
        country,
        place,
        organisation,
        from,
        to,
    } = args.clone();
    Filters {
        category,
        person,
        country,
        place,
        organisation,
        from,
        to,
    }
}
