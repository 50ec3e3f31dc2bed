//! `khabar alerts`: what has come for the saved searches since they were told last.

use std::io::Write;

use crate::answers::search;
use crate::cli::args::AlertsArgs;
use crate::cli::exit::Exit;
use crate::cli::out::{say, stdout};
use crate::index::{Reader, saved};
use crate::retrieval::{Archive, Fallback, Filters, Limit, Request, Sort};
use crate::views::{self, Format};

pub(super) fn execute(args: &AlertsArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let mut searches: Vec<saved::Saved<Filters>> = saved::read(&reader.folder)?;
    if searches.is_empty() {
        say("no searches are saved; save one with `khabar save NAME QUERY`");
    }
    let format = Format::from(args.format);
    let mut out = stdout();
    let mut exit = Exit::NoHits;
    for saved in &mut searches {
        let answer = search(&reader, &request(saved, format == Format::Text))?;
        if !answer.hits.is_empty() {
            exit = Exit::Done;
        }
        saved.seen = reader.last_run()?;
        views::alerts::write(&mut out, &saved.name, &answer, format)?;
    }
    // only what has surely been written has been told
    out.flush()?;
    if !args.keep {
        saved::write(&reader.folder, &searches)?;
    }
    Ok(exit)
}

fn request(saved: &saved::Saved<Filters>, stories: bool) -> Request {
    Request {
        query: saved.query.clone(),
        filters: saved.filters.clone(),
        limit: Limit::All,
        sort: Sort::Newest,
        fallback: Fallback::Never,
        // an index made anew counts its runs from the beginning
        added_after: Some(saved.seen),
        stories,
        ..Request::default()
    }
}
