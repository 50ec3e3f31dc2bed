//! Judged topics: how well the ranked articles answer what a reader asked for.
//!
//! Takes topics (`id`, group, query, need) and judgments (topic, article, grade from 0 to 2), both with
//! tabs between and without a header, and for each topic the ids that a search gave, best first. Gives the
//! measures by topic and by group. What is not judged has grade 0. Who searches is left to the caller;
//! [`ask`] is the search that `khabar eval` runs.
//!
//! ```
//! use khabar::evaluation::topics::Collection;
//!
//! let topics = "g1\tgujarati\tભૂકંપમાં મોત\tEarthquakes in which people died\n";
//! let judgments = "g1\tturkey\t2\ng1\tmorocco\t2\ng1\tdrill\t1\n";
//! let collection = Collection::read(topics, judgments)?;
//! let run = collection.run(|_query| Ok(vec!["turkey".into(), "sports".into(), "morocco".into()]))?;
//! let (_, _, all) = run.groups().pop().unwrap_or_default(); // the last row is over all topics
//! assert_eq!(format!("{:.3} {:.3} {:.3}", all.ndcg, all.recall, all.success), "0.834 0.667 1.000");
//! # Ok::<(), khabar::evaluation::Error>(())
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use crate::answers::{Hit, search};
use crate::index::Reader;
use crate::retrieval::{Limit, Request};

/// How many hits of a search are looked at.
pub const DEPTH: usize = 20;

/// How many of them nDCG and precision look at: a page.
const PAGE: usize = 10;

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its group: what kind of query it is.
    pub group: String,
    /// What is typed.
    pub query: String,
    /// What is wanted, in a line.
    pub need: String,
}

/// Topics with their judgments, which fit each other.
#[derive(Debug, Clone)]
pub struct Collection {
    topics: Vec<Topic>,
    grades: BTreeMap<String, BTreeMap<String, u8>>,
}

/// The measures of one topic, or their means over several: shares from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    /// nDCG@10: gain 2^grade - 1, discount log2(rank + 1), over that of the best possible order.
    pub ndcg: f64,
    /// P@10: relevant articles (grade 1 or 2) among the first ten, over ten.
    pub precision: f64,
    /// recall@20: relevant articles among the first twenty, over all relevant ones.
    pub recall: f64,
    /// success@1: whether the first article is relevant.
    pub success: f64,
}

/// How one topic was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The topic.
    pub topic: Topic,
    /// Its measures.
    pub scores: Scores,
    /// The grades of the first [`DEPTH`] hits.
    pub ranked: Vec<u8>,
    /// The relevant articles that are not among them, with their grades.
    pub missed: Vec<(String, u8)>,
}

/// How all topics were answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Run {
    /// One for each topic, in the order of the topics.
    pub outcomes: Vec<Outcome>,
}

impl Collection {
    /// Reads topics and judgments.
    ///
    /// # Errors
    /// Where a row cannot be read or stands twice, a judgment is for no topic, or a topic has no relevant
    /// article, so that no answer to it could be good.
    pub fn read(topics: &str, judgments: &str) -> Result<Self, Error> {
        let topics = read_topics(topics)?;
        let mut grades: BTreeMap<String, BTreeMap<String, u8>> =
            topics.iter().map(|topic| (topic.id.clone(), BTreeMap::new())).collect();
        for (line, [topic, article, grade]) in rows(judgments, "judgments", "topic, article, grade")? {
            let wrong = |what| Error::Judged {
                file: "judgments",
                line,
                what,
            };
            let grade = match grade {
                "0" => 0,
                "1" => 1,
                "2" => 2,
                other => return Err(wrong(format!("‘{other}’ is no grade; write 0, 1 or 2"))),
            };
            let of_topic = grades
                .get_mut(topic)
                .ok_or_else(|| wrong(format!("no topic has the id ‘{topic}’")))?;
            if of_topic.insert(article.to_owned(), grade).is_some() {
                return Err(wrong(format!("‘{article}’ is judged twice for ‘{topic}’")));
            }
        }
        let is_idle = |id: &str| {
            !grades
                .get(id)
                .is_some_and(|of_topic| of_topic.values().any(|grade| *grade > 0))
        };
        match topics.iter().find(|topic| is_idle(&topic.id)) {
            Some(topic) => Err(Error::NoRelevant(topic.id.clone())),
            None => Ok(Self { topics, grades }),
        }
    }

    /// The topics, in the order of their file.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The articles that are relevant for some topic, each once.
    #[must_use]
    pub fn relevant(&self) -> BTreeSet<&str> {
        let judged = self.grades.values().flatten();
        judged
            .filter(|(_, grade)| **grade > 0)
            .map(|(article, _)| article.as_str())
            .collect()
    }

    /// Asks every topic's query and measures the ids that come back, best first.
    ///
    /// # Errors
    /// The first error of `answer`.
    pub fn run(&self, mut answer: impl FnMut(&str) -> Result<Vec<String>, Error>) -> Result<Run, Error> {
        let nothing = BTreeMap::new();
        let outcome = |topic: &Topic| {
            let grades = self.grades.get(&topic.id).unwrap_or(&nothing);
            Ok(measured(topic, grades, &answer(&topic.query)?))
        };
        let outcomes = self.topics.iter().map(outcome).collect::<Result<_, Error>>()?;
        Ok(Run { outcomes })
    }
}

impl Run {
    /// Group, number of topics and mean measures, in the order in which the groups first appear; all
    /// topics together last, as the group `all`.
    #[must_use]
    pub fn groups(&self) -> Vec<(String, usize, Scores)> {
        let mut names: Vec<&str> = Vec::new();
        for outcome in &self.outcomes {
            if !names.contains(&outcome.topic.group.as_str()) {
                names.push(&outcome.topic.group);
            }
        }
        let row = |name: &str, is_in: &dyn Fn(&Outcome) -> bool| {
            let scores: Vec<Scores> = self.outcomes.iter().filter(|o| is_in(o)).map(|o| o.scores).collect();
            (name.to_owned(), scores.len(), mean(&scores))
        };
        let mut groups: Vec<_> = names
            .iter()
            .map(|name| row(name, &|outcome| outcome.topic.group == *name))
            .collect();
        groups.push(row("all", &|_| true));
        groups
    }
}

/// The ids of the first [`DEPTH`] articles that an index gives for a query, as `khabar search` does; but
/// those that it ranks alike stand in the order of their ids. In a search they stand as they lie in the
/// index, which several threads write: the same articles would give other figures in the next index.
///
/// # Errors
/// Where the index cannot be read.
pub fn ask(reader: &Reader, query: &str) -> Result<Vec<String>, Error> {
    let request = Request {
        query: query.to_owned(),
        // twice as many, for the ties that reach over the edge
        limit: Limit::Count(2 * DEPTH),
        ..Request::default()
    };
    let mut hits = search(reader, &request)
        .map_err(|error| Error::Search(error.into()))?
        .hits;
    for tied in hits.chunk_by_mut(ranked_alike) {
        tied.sort_by(|a, b| a.id.cmp(&b.id));
    }
    Ok(hits.into_iter().take(DEPTH).map(|hit| hit.id).collect())
}

/// Filters alone score nothing; their hits are ranked by date.
fn ranked_alike(a: &Hit, b: &Hit) -> bool {
    let is_unscored = a.score == 0.0;
    a.relaxed == b.relaxed && a.score.total_cmp(&b.score).is_eq() && (!is_unscored || a.date == b.date)
}

fn read_topics(text: &str) -> Result<Vec<Topic>, Error> {
    let mut topics: Vec<Topic> = Vec::new();
    for (line, [id, group, query, need]) in rows(text, "topics", "id, group, query, need")? {
        let what = if topics.iter().any(|topic| topic.id == id) {
            format!("‘{id}’ stands twice")
        } else if query.trim().is_empty() {
            format!("‘{id}’ asks for nothing")
        } else {
            topics.push(Topic {
                id: id.to_owned(),
                group: group.to_owned(),
                query: query.to_owned(),
                need: need.to_owned(),
            });
            continue;
        };
        return Err(Error::Judged {
            file: "topics",
            line,
            what,
        });
    }
    if topics.is_empty() {
        let what = "there is no topic".to_owned();
        return Err(Error::Judged {
            file: "topics",
            line: 1,
            what,
        });
    }
    Ok(topics)
}

/// The rows of a file without a header, each of exactly so many cells, with their line numbers from 1.
fn rows<'t, const N: usize>(
    text: &'t str,
    file: &'static str,
    columns: &str,
) -> Result<Vec<(usize, [&'t str; N])>, Error> {
    let lines = (1..).zip(text.trim_start_matches('\u{FEFF}').lines());
    lines
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(line, row)| {
            let cells: Vec<&str> = row.split('\t').collect();
            let cells = cells.try_into().map_err(|cells: Vec<&str>| Error::Judged {
                file,
                line,
                what: format!("{} columns instead of {N}: {columns}", cells.len()),
            })?;
            Ok((line, cells))
        })
        .collect()
}

fn measured(topic: &Topic, grades: &BTreeMap<String, u8>, hits: &[String]) -> Outcome {
    // an article counts where it stands first
    let mut seen = BTreeSet::new();
    let hits = hits.iter().filter(|hit| seen.insert(hit.as_str())).take(DEPTH);
    let ranked: Vec<u8> = hits.map(|hit| grades.get(hit).copied().unwrap_or(0)).collect();
    let mut missed: Vec<(String, u8)> = grades
        .iter()
        .filter(|(article, grade)| **grade > 0 && !seen.contains(article.as_str()))
        .map(|(article, grade)| (article.clone(), *grade))
        .collect();
    missed.sort_by_key(|(_, grade)| std::cmp::Reverse(*grade));
    Outcome {
        topic: topic.clone(),
        scores: scores(grades, &ranked),
        ranked,
        missed,
    }
}

fn scores(grades: &BTreeMap<String, u8>, ranked: &[u8]) -> Scores {
    let mut best: Vec<u8> = grades.values().copied().collect();
    best.sort_unstable_by_key(|grade| std::cmp::Reverse(*grade));
    let relevant = |grades: &mut dyn Iterator<Item = &u8>| grades.filter(|grade| **grade > 0).count();
    Scores {
        ndcg: share(gain(ranked), gain(&best)),
        precision: share(relevant(&mut ranked.iter().take(PAGE)) as f64, PAGE as f64),
        recall: share(relevant(&mut ranked.iter()) as f64, relevant(&mut best.iter()) as f64),
        success: relevant(&mut ranked.iter().take(1)) as f64,
    }
}

/// The discounted gain of a page. The gain is exponential, so that three articles that mention a thing do
/// not make up for one about it (Burges et al., 2005).
fn gain(grades: &[u8]) -> f64 {
    (1u32..)
        .zip(grades.iter().take(PAGE))
        .map(|(rank, grade)| (2f64.powi(i32::from(*grade)) - 1.0) / f64::from(rank + 1).log2())
        .sum()
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn mean(scores: &[Scores]) -> Scores {
    let over = |measure: fn(&Scores) -> f64| share(scores.iter().map(measure).sum(), scores.len() as f64);
    Scores {
        ndcg: over(|scores| scores.ndcg),
        precision: over(|scores| scores.precision),
        recall: over(|scores| scores.recall),
        success: over(|scores| scores.success),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOPICS: &str = "t1\ta\tએક\tone\nt2\tb\tબે\ttwo\n";
    const JUDGMENTS: &str = "t1\tx\t2\nt1\ty\t1\nt1\tz\t0\nt2\tx\t1\n";

    fn answered(hits: &[&str]) -> Outcome {
        let collection = Collection::read(TOPICS, JUDGMENTS).unwrap();
        let hits: Vec<String> = hits.iter().map(|hit| (*hit).to_owned()).collect();
        collection.run(|_| Ok(hits.clone())).unwrap().outcomes.remove(0)
    }

    #[track_caller]
    fn assert_scores(hits: &[&str], [ndcg, precision, recall, success]: [f64; 4]) {
        let scores = answered(hits).scores;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-4;
        assert!(
            near(scores.ndcg, ndcg)
                && near(scores.precision, precision)
                && near(scores.recall, recall)
                && near(scores.success, success),
            "{hits:?}: {scores:?}"
        );
    }

    #[test]
    fn the_measures_by_hand() {
        // the ideal: 3/log2(2) + 1/log2(3) = 3.63093
        assert_scores(&["x", "y"], [1.0, 0.2, 1.0, 1.0]);
        assert_scores(&["y", "x"], [(1.0 + 3.0 / 3f64.log2()) / 3.630_93, 0.2, 1.0, 1.0]);
        assert_scores(&["z", "other", "x"], [1.5 / 3.630_93, 0.1, 0.5, 0.0]);
        assert_scores(&[], [0.0; 4]);
        // the same article twice is one article
        assert_scores(&["x", "x", "y"], [1.0, 0.2, 1.0, 1.0]);
    }

    #[test]
    fn a_page_is_ten_and_recall_looks_at_twenty() {
        let mut hits: Vec<String> = (0..10).map(|n| format!("n{n}")).collect();
        hits.push("x".to_owned());
        let hits_11: Vec<&str> = hits.iter().map(String::as_str).collect();
        assert_scores(&hits_11, [0.0, 0.0, 0.5, 0.0]);
        let late: Vec<String> = (0..20).map(|n| format!("n{n}")).chain(["x".to_owned()]).collect();
        let late: Vec<&str> = late.iter().map(String::as_str).collect();
        assert_scores(&late, [0.0; 4]);
        assert_eq!(answered(&late).missed, [("x".to_owned(), 2), ("y".to_owned(), 1)]);
    }

    #[test]
    fn groups_are_means_and_all_comes_last() {
        let collection = Collection::read(TOPICS, JUDGMENTS).unwrap();
        let run = collection
            .run(|query| {
                Ok(if query == "એક" {
                    vec!["x".into(), "y".into()]
                } else {
                    Vec::new()
                })
            })
            .unwrap();
        let rows: Vec<_> = run
            .groups()
            .into_iter()
            .map(|(name, of, s)| (name, of, s.ndcg, s.recall))
            .collect();
        assert_eq!(
            rows,
            [
                ("a".to_owned(), 1, 1.0, 1.0),
                ("b".to_owned(), 1, 0.0, 0.0),
                ("all".to_owned(), 2, 0.5, 0.5)
            ]
        );
    }

    #[test]
    fn what_does_not_fit_is_said_with_its_line() {
        for (topics, judgments, said) in [
            ("t1\ta\tએક\n", "", "topics, line 1: 3 columns"),
            ("", "", "topics, line 1: there is no topic"),
            ("t1\ta\t \tone\n", "", "topics, line 1: ‘t1’ asks for nothing"),
            (
                "t1\ta\tએક\tone\nt1\ta\tબે\ttwo\n",
                "",
                "topics, line 2: ‘t1’ stands twice",
            ),
            (TOPICS, "t1\tx\t3\n", "judgments, line 1: ‘3’ is no grade"),
            (TOPICS, "# by hand\nt9\tx\t1\n", "judgments, line 2: no topic"),
            (TOPICS, "t1\tx\t1\nt1\tx\t2\n", "judgments, line 2: ‘x’ is judged twice"),
            (TOPICS, "t1\tx\t1\nt2\tx\t0\n", "the topic ‘t2’ has no relevant article"),
        ] {
            let error = Collection::read(topics, judgments).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
