//! `khabar similar`: what else tells of the same.

use std::io::Write;

use crate::answers::similar;
use crate::cli::args::SimilarArgs;
use crate::cli::exit::Exit;
use crate::cli::out::stdout;
use crate::cli::request::{filters, limit};
use crate::index::Reader;
use crate::retrieval::Request;
use crate::views::{self, HitFormat};

pub(super) fn execute(args: &SimilarArgs) -> anyhow::Result<Exit> {
    let format = HitFormat::from(args.format);
    let request = Request {
        filters: filters(&args.filters),
        limit: limit(&args.limit)?,
        offset: args.offset,
        stories: matches!(format, HitFormat::Text | HitFormat::Html) && !args.all,
        ..Request::default()
    };
    let reader = Reader::open(&args.folder.index)?;
    let started = std::time::Instant::now();
    let mut answer = similar(&reader, &args.id, &request)?;
    answer.took_ms = started.elapsed().as_secs_f64() * 1000.0;
    let mut out = stdout();
    views::answer::write(&mut out, &answer, format, request.offset)?;
    out.flush()?;
    Ok(Exit::of_answer(&answer))
}
