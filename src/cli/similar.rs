//! `khabar similar`: what else tells of the same.

use super::Exit;
use super::args::SimilarArgs;
use super::out::stdout;
use super::search::{filters, limit, write};
use crate::answers::similar;
use crate::index::Reader;
use crate::retrieval::Request;
use crate::views::HitFormat;

pub(super) fn run(args: &SimilarArgs) -> anyhow::Result<Exit> {
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
    write(stdout(), &answer, format, request.offset)
}
