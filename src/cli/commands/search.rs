//! `khabar search`: one query, or a file of them.

use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::answers::{Answer, Hit, HitSink};
use crate::cli::args::SearchArgs;
use crate::cli::exit::Exit;
use crate::cli::opening::open_or_build;
use crate::cli::out::{raw_stdout, stdout};
use crate::cli::query_options::{QueryOptions, say_notice};
use crate::cli::request::{filters, limit};
use crate::index::Reader;
use crate::retrieval::Request;
use crate::views::hits::HitStream;
use crate::views::{self, HitFormat, json};

pub(super) fn execute(args: &SearchArgs) -> anyhow::Result<Exit> {
    let request = request_of(args)?;
    if let Some(file) = &args.queries {
        return answer_each_line(args, file, &request);
    }
    if request.query.trim().is_empty() && request.filters.is_empty() {
        return Err(crate::retrieval::Error::Nothing.into());
    }
    let reader = open_or_build(&args.folder.index)?;
    let format = HitFormat::from(args.format);
    let stream = match HitStream::new(stdout(), format, args.bom)? {
        Ok(stream) => stream,
        Err(mut out) => {
            let answer = args.options.search(&reader, &request)?;
            if !args.options.passes(&answer, None) {
                return Ok(Exit::Error);
            }
            views::answer::write(&mut out, &answer, format, request.offset)?;
            out.flush()?;
            return Ok(Exit::of_answer(&answer));
        }
    };
    let mut export = Export {
        stream,
        options: &args.options,
        passes: true,
        count: 0,
        written: Ok(()),
    };
    let answer = args.options.each_hit(&reader, &request, &mut export)?;
    export.written?;
    if !export.passes {
        return Ok(Exit::Error);
    }
    export.stream.end()?;
    Ok(if export.count == 0 {
        // the formats that hold nothing but hits cannot say why there are none
        answer.notices.iter().for_each(say_notice);
        Exit::of_answer(&answer)
    } else {
        Exit::Done
    })
}

/// Writes hits as they come.
struct Export<'a, W: Write> {
    stream: HitStream<W>,
    options: &'a QueryOptions,
    passes: bool,
    count: usize,
    written: std::io::Result<()>,
}

impl<W: Write> HitSink for Export<'_, W> {
    fn begin(&mut self, answer: &Answer) -> bool {
        self.passes = self.options.passes(answer, None);
        self.passes
    }

    fn hit(&mut self, hit: Hit) -> bool {
        self.count += 1;
        self.written = self.stream.hit(&hit);
        self.written.is_ok()
    }
}

/// Answers every line of a file, in order, an answer a line.
fn answer_each_line(args: &SearchArgs, file: &Path, request: &Request) -> anyhow::Result<Exit> {
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
        passes &= args.options.passes(&answer, Some(id));
        // nothing is printed before it is known that every query passes
        if args.options.strict {
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
    Ok(Exit::done_if(found))
}

/// A query without any word is answered too, with nothing.
fn batch_answer(reader: &Reader, args: &SearchArgs, request: &Request, query: &str) -> anyhow::Result<Answer> {
    let request = Request {
        query: query.to_owned(),
        ..request.clone()
    };
    match args.options.search(reader, &request) {
        Err(crate::retrieval::Error::Nothing) => Ok(Answer {
            query: request.query,
            ..Answer::default()
        }),
        answer => Ok(answer?),
    }
}

fn request_of(args: &SearchArgs) -> anyhow::Result<Request> {
    Ok(Request {
        query: args.query.join(" "),
        filters: filters(&args.filters),
        limit: limit(&args.limit)?,
        offset: args.offset,
        sort: args.sort.into(),
        fallback: args.fallback.into(),
        exact: args.exact,
        no_translate: args.no_translate,
        no_loose: args.no_loose,
        relaxed: args.relaxed,
        not_as: args.not_as.clone(),
        no_recency: args.no_recency,
        explain: args.explain,
        added_after: None,
        stories: args.stories
            || (matches!(args.format.into(), HitFormat::Text | HitFormat::Html) && args.queries.is_none() && !args.all),
        syntax: args.options.syntax(),
    })
}
