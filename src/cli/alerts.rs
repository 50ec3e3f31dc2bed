//! `khabar alerts`: what has come for the saved searches since they were told last.

use std::io::Write;

use super::args::{AlertsArgs, TextOrJson};
use super::out::{say, stdout};
use super::{Exit, json, text};
use crate::answers::{Answer, search};
use crate::index::{Reader, saved};
use crate::retrieval::{Archive, Fallback, Filters, Limit, Request, Sort};

pub(super) fn run(args: &AlertsArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let mut searches: Vec<saved::Saved<Filters>> = saved::read(&reader.folder)?;
    if searches.is_empty() {
        say("no searches are saved; save one with `khabar save NAME QUERY`");
    }
    let mut out = stdout();
    let mut exit = Exit::NoHits;
    for saved in &mut searches {
        let answer = search(&reader, &request(saved, args))?;
        if !answer.hits.is_empty() {
            exit = Exit::Done;
        }
        saved.seen = reader.last_run()?;
        match args.format {
            TextOrJson::Json => {
                let (id, answer) = (saved.name.as_str(), &answer);
                json::line(&mut out, &json::Named { id, answer })?;
            }
            TextOrJson::Text => told(&mut out, &saved.name, &answer)?,
        }
    }
    // only what has surely been written has been told
    out.flush()?;
    if !args.keep {
        saved::write(&reader.folder, &searches)?;
    }
    Ok(exit)
}

fn request(saved: &saved::Saved<Filters>, args: &AlertsArgs) -> Request {
    Request {
        query: saved.query.clone(),
        filters: saved.filters.clone(),
        limit: Limit::All,
        sort: Sort::Newest,
        fallback: Fallback::Never,
        // an index made anew counts its runs from the beginning
        added_after: Some(saved.seen),
        stories: args.format == TextOrJson::Text,
        ..Request::default()
    }
}

/// A line for each search with news, and its stories.
fn told(out: &mut impl Write, name: &str, answer: &Answer) -> std::io::Result<()> {
    if answer.hits.is_empty() {
        return Ok(());
    }
    let stories = answer.stories.unwrap_or(answer.total);
    writeln!(out, "{name}: {stories} new")?;
    text::hits(out, &answer.hits, 0)?;
    writeln!(out)
}
