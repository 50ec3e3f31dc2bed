//! Case files: a query and a text that must meet, must not, or may meet below a whole-word hit.
//!
//! Takes the columns `id`, `group`, `query`, `text`, `expect` (M, N or R), makes one article of every
//! text, runs every query without fallback.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use super::{Error, Report, table};
use crate::answers::search;
use crate::article::{Article, ArticleId};
use crate::entities::Gazetteer;
use crate::index::{Reader, Writer};
use crate::retrieval::{Archive, Fallback, Limit, Request};

/// Runs a case file in a folder of its own under the system's temporary one.
///
/// # Errors
/// Where a column is missing, an expectation is unknown, or the cases cannot be indexed.
pub fn score(text: &str) -> Result<Report, Error> {
    let rows = table(text, ["id", "group", "query", "text", "expect"])?;
    for (line, [.., expect]) in &rows {
        if !matches!(*expect, "M" | "N" | "R") {
            return Err(Error::Expectation {
                line: *line,
                value: (*expect).to_owned(),
            });
        }
    }
    let cases: Vec<[&str; 5]> = rows.into_iter().map(|(_, row)| row).collect();
    let mut hasher = std::hash::DefaultHasher::new();
    std::hash::Hash::hash(&(text, std::process::id()), &mut hasher);
    let folder = std::env::temp_dir().join(format!("khabar-cases-{:016x}", std::hash::Hasher::finish(&hasher)));
    let report = run_in(&folder, &cases);
    std::fs::remove_dir_all(&folder).ok();
    report
}

fn run_in(folder: &Path, cases: &[[&str; 5]]) -> Result<Report, Error> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| Error::Run(error);
    let texts: BTreeSet<&str> = cases.iter().map(|[_, _, _, text, _]| *text).collect();
    let exact: BTreeSet<&str> = cases
        .iter()
        .filter(|[.., expect]| *expect == "R")
        .map(|[_, _, query, ..]| *query)
        .collect();
    let gazetteer = Gazetteer::shipped().map_err(|e| failed(e.into()))?;
    let mut writer = Writer::open(folder, &gazetteer).map_err(|e| failed(e.into()))?;
    for (kind, bodies) in [("text", &texts), ("exact", &exact)] {
        for (number, body) in bodies.iter().enumerate() {
            let Some(id) = ArticleId::new(&format!("{kind}-{number}")) else {
                continue;
            };
            let article = Article {
                body: (*body).to_owned(),
                ..Article::new(id, "cases")
            };
            writer.add(&article, folder).map_err(|e| failed(e.into()))?;
        }
    }
    writer
        .commit(&std::collections::HashSet::new())
        .map_err(|e| failed(e.into()))?;
    let reader = Reader::open(folder).map_err(|e| failed(e.into()))?;
    let place = |set: &BTreeSet<&str>, kind: &str, body: &str| {
        set.iter()
            .position(|other| *other == body)
            .map(|at| format!("{kind}-{at}"))
    };
    let mut report = Report::default();
    let mut answers: HashMap<&str, Vec<String>> = HashMap::new();
    for [id, group, query, body, expect] in cases {
        if !answers.contains_key(query) {
            answers.insert(query, hits(&reader, query).map_err(|e| failed(e.into()))?);
        }
        let got = answers.get(query).map(Vec::as_slice).unwrap_or_default();
        let rank = |id: Option<String>| id.and_then(|id| got.iter().position(|hit| *hit == id));
        let here = rank(place(&texts, "text", body));
        let top = rank(place(&exact, "exact", query));
        let (measure, passed) = match *expect {
            "M" => ("must match", here.is_some()),
            "N" => ("must not", here.is_none()),
            _ => ("ranking", top.is_some_and(|top| here.is_none_or(|here| top < here))),
        };
        report.add(group, measure, passed);
        if !passed {
            report
                .failures
                .push(format!("{id}\t{group}\t{expect}\t{query}\t{body}"));
        }
    }
    Ok(report)
}

fn hits(archive: &dyn Archive, query: &str) -> Result<Vec<String>, crate::retrieval::Error> {
    let request = Request {
        query: query.to_owned(),
        limit: Limit::Count(1000),
        fallback: Fallback::Never,
        ..Request::default()
    };
    Ok(search(archive, &request)?.hits.into_iter().map(|hit| hit.id).collect())
}
