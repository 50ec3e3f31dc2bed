//! One door: what answers and reports ask of an archive, another archive can answer too.
//!
//! A shelf of articles in memory (`archive/shelf.rs`) and an index of the same samples are asked the same; which articles match, and
//! all counts over them, are alike. Ranking is each archive's own.

mod shelf;

use std::collections::{BTreeSet, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

use khabar::answers::{search, show, similar};
use khabar::article::Article;
use khabar::corpus::{self, Options, Record};
use khabar::entities::Gazetteer;
use khabar::index::{Reader, Writer};
use khabar::reports::facets::{FacetKind, facets};
use khabar::reports::keywords::keywords;
use khabar::reports::kwic::{KwicSort, kwic};
use khabar::reports::period::Period;
use khabar::reports::trend::trend;
use khabar::retrieval::{Archive, Fallback, Filters, Limit, Request};

use self::shelf::Shelf;
use crate::support::{folder, project};

const QUERIES: [&str; 12] = [
    "ભૂકંપ",
    "ખેડૂત",
    "modi",
    "chuntani parinam",
    "\"ઉત્તર કોરિયા\"",
    "\"પુતિન કિમ\"~5",
    "વરસાદ -ગુજરાત",
    "(સુરત OR વડોદરા) પૂર",
    "country:KP",
    "headline:ચૂંટણી",
    "date:2024-06 ભારત",
    "ગુજરા*",
];

fn samples() -> Vec<Article> {
    let mut articles = Vec::new();
    corpus::read(&[project().join("corpus")], &Options::default(), &mut |record| {
        if let Record::Article { article, .. } = record {
            articles.push(*article);
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(articles.len() > 80, "the samples were not read");
    articles
}

/// The same articles in an index and on a shelf.
fn both(folder: &Path) -> (Reader, Shelf) {
    let articles = samples();
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut writer = Writer::open(folder, &gazetteer).unwrap();
    for article in &articles {
        writer.add(article, Path::new("corpus")).unwrap();
    }
    writer.commit(&HashSet::new()).unwrap();
    (Reader::open(folder).unwrap(), Shelf::new(articles))
}

fn request(query: &str) -> Request {
    Request {
        query: query.to_owned(),
        limit: Limit::All,
        fallback: Fallback::Never,
        ..Request::default()
    }
}

fn ids(archive: &dyn Archive, request: &Request) -> BTreeSet<String> {
    let hits = search(archive, request).unwrap().hits;
    hits.into_iter().map(|hit| hit.id).collect()
}

#[test]
fn another_archive_answers_alike() {
    let folder = folder();
    let (index, shelf) = both(&folder.path().join("index"));
    let kinds = &FacetKind::ALL;
    for query in QUERIES {
        let request = request(query);
        let found = ids(&index, &request);
        assert!(!found.is_empty(), "{query} finds nothing");
        assert_eq!(found, ids(&shelf, &request), "{query}");
        let counted = [&index as &dyn Archive, &shelf].map(|one| facets(one, &request, kinds, Limit::All).unwrap());
        assert_eq!(counted[0], counted[1], "{query}");
        let over_time = [&index as &dyn Archive, &shelf].map(|one| trend(one, &request, Period::Month).unwrap());
        assert_eq!(over_time[0], over_time[1], "{query}");
    }
    // special words are counted in all articles for each candidate: once is enough on a shelf
    let special = [&index as &dyn Archive, &shelf].map(|one| keywords(one, &request("પુતિન")).unwrap().keywords);
    let words = special.map(|words| {
        words
            .into_iter()
            .map(|word| (word.lemma, word.articles, word.others))
            .collect::<Vec<_>>()
    });
    assert!(words[0].len() > 5, "{:?}", words[0]);
    assert_eq!(
        words[0].iter().collect::<BTreeSet<_>>(),
        words[1].iter().collect::<BTreeSet<_>>()
    );
    for query in ["ભૂકંપ", "modi", "\"ઉત્તર કોરિયા\""] {
        let request = request(query);
        let lines = [&index as &dyn Archive, &shelf].map(|one| kwic(one, &request, KwicSort::Right, 30).unwrap());
        assert_eq!(lines[0], lines[1], "{query}");
    }
}

#[test]
fn another_archive_shows_alike_and_tells_what_is_not_there() {
    let folder = folder();
    let (index, shelf) = both(&folder.path().join("index"));
    for id in ["world-biden-withdraws", "g20-delhi-summit-2023"] {
        assert_eq!(show(&index, id).unwrap(), show(&shelf, id).unwrap());
        let like = similar(&shelf, id, &request("")).unwrap();
        assert!(like.hits.iter().all(|hit| hit.id != id), "{id} is like itself");
    }
    let nobody = Request {
        filters: Filters {
            category: vec!["no such category".into()],
            ..Filters::default()
        },
        ..request("")
    };
    let said = [&index as &dyn Archive, &shelf].map(|one| search(one, &nobody).unwrap_err().to_string());
    assert_eq!(said[0], said[1]);
    assert!(show(&shelf, "nobody").is_err());
}
