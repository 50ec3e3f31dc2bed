//! `khabar search`: one query, or a file of them.

use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::args::{FallbackArg, FilterArgs, Format, SearchArgs, SortArg};
use super::out::{raw_stdout, say, stdout};
use super::{Exit, csv, json, text};
use crate::corpus::Options;
use crate::index::{Reader, manifest, reader};
use crate::results::{Answer, Fallback, Filters, Limit, Request, Sort};

pub(super) fn run(args: &SearchArgs) -> anyhow::Result<Exit> {
    let request = request(args)?;
    if let Some(file) = &args.queries {
        return run_batch(args, file, &request);
    }
    if request.query.trim().is_empty() && request.filters.is_empty() {
        return Err(crate::results::Error::Nothing.into());
    }
    let reader = open_or_build(&args.folder.index)?;
    let answer = args.care.search(&reader, &request)?;
    if !args.care.passes(&answer) {
        return Ok(Exit::Error);
    }
    let mut out = stdout();
    match args.format {
        Format::Text => text::answer(&mut out, &answer, request.offset)?,
        Format::Json => json::line(&mut out, &answer)?,
        Format::Jsonl => answer.hits.iter().try_for_each(|hit| json::line(&mut out, hit))?,
        Format::Csv => csv::hits(&mut out, &answer.hits)?,
    }
    out.flush()?;
    Ok(exit(&answer))
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
    if args.format == Format::Csv {
        bail!("--queries answers in JSON lines; leave out --format csv");
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
        let answer = batch_answer(&reader, args, request, (id, query))?;
        found |= !answer.hits.is_empty();
        passes &= args.care.passes(&answer);
        // nothing is printed before it is known that every query passes
        if args.care.strict {
            passed.push(answer);
        } else {
            json::line(&mut out, &answer)?;
        }
    }
    if !passes {
        return Ok(Exit::Error);
    }
    passed.iter().try_for_each(|answer| json::line(&mut out, answer))?;
    out.flush()?;
    Ok(if found { Exit::Done } else { Exit::NoHits })
}

/// A query without any word is answered too, with nothing.
fn batch_answer(
    reader: &Reader,
    args: &SearchArgs,
    request: &Request,
    (id, query): (&str, &str),
) -> anyhow::Result<Answer> {
    let request = Request {
        query: query.to_owned(),
        ..request.clone()
    };
    let mut answer = match args.care.search(reader, &request) {
        Ok(answer) => answer,
        Err(crate::results::Error::Nothing) => {
            let query = query.to_owned();
            Answer {
                id: None,
                query,
                total: 0,
                took_ms: 0.0,
                notices: Vec::new(),
                expansions: Vec::new(),
                hits: Vec::new(),
            }
        }
        Err(error) => return Err(error.into()),
    };
    answer.id = Some(id.to_owned());
    Ok(answer)
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
    let limit = match args.limit.as_str() {
        "all" => Limit::All,
        count => Limit::Count(
            count
                .parse()
                .with_context(|| format!("--limit {count}: write a number or `all`"))?,
        ),
    };
    Ok(Request {
        query: args.query.join(" "),
        filters: filters(&args.filters),
        limit,
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
        syntax: args.care.syntax(),
    })
}

fn filters(args: &FilterArgs) -> Filters {
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
