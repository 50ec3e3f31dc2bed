//! `khabar save`: searches that a newsroom wants to be told of.

use std::io::Write;

use anyhow::bail;

use crate::answers::search;
use crate::cli::args::SaveArgs;
use crate::cli::exit::Exit;
use crate::cli::out::{say, stdout};
use crate::cli::request::filters;
use crate::index::{Reader, saved};
use crate::retrieval::{Archive, Filters, Limit, Request};
use crate::views;

pub(super) fn execute(args: &SaveArgs) -> anyhow::Result<Exit> {
    let reader = Reader::open(&args.folder.index)?;
    let mut searches: Vec<saved::Saved<Filters>> = saved::read(&reader.folder)?;
    let Some(name) = &args.name else {
        return list(&searches);
    };
    let place = searches.iter().position(|saved| saved.name == *name);
    if args.remove {
        let Some(place) = place else {
            bail!("no saved search is called ‘{name}’; `khabar save` lists them");
        };
        searches.remove(place);
        saved::write(&reader.folder, &searches)?;
        return Ok(Exit::Done);
    }
    let query = args.query.join(" ");
    let filters = filters(&args.filters);
    // asked once, so that a wrong filter is told now and not at night
    let answer = search(
        &reader,
        &Request {
            query: query.clone(),
            filters: filters.clone(),
            limit: Limit::Count(0),
            fallback: crate::retrieval::Fallback::Never,
            ..Request::default()
        },
    )?;
    answer
        .notices
        .iter()
        .for_each(|notice| say(&format!("note: {}", views::notices::sentence(notice))));
    let seen = if args.from_start { 0 } else { reader.last_run()? };
    let search = saved::Saved {
        name: name.clone(),
        query,
        filters,
        seen,
    };
    match place.and_then(|place| searches.get_mut(place)) {
        Some(known) => *known = search,
        None => searches.push(search),
    }
    saved::write(&reader.folder, &searches)?;
    let articles = if answer.total == 1 {
        "article matches"
    } else {
        "articles match"
    };
    say(&format!("saved ‘{name}’: {} {articles} now", answer.total));
    Ok(Exit::Done)
}

fn list(searches: &[saved::Saved<Filters>]) -> anyhow::Result<Exit> {
    let mut out = stdout();
    views::saved::write(&mut out, searches)?;
    out.flush()?;
    Ok(Exit::done_if(!searches.is_empty()))
}
