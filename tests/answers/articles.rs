//! Articles made of the sentences of the samples and of the labelled sentences: the same at every run.
//!
//! Sentences are drawn and joined; in some, words change places with words of other sentences, so that the
//! vocabulary grows; every fifteenth article tells an earlier one again, with another headline and a word or
//! two changed.

use serde_json::{Value, json};

use crate::support::{files_below, project, text_of};

#[path = "../bench/random.rs"]
#[expect(dead_code, reason = "the benches draw fractions, too")]
mod random;
use self::random::Random;

const CATEGORIES: [&str; 9] = [
    "world",
    "national",
    "gujarat",
    "politics",
    "business",
    "sports",
    "weather",
    "crime",
    "રમતગમત",
];
const SOURCES: [&str; 4] = ["વિશ્વ ડેસ્ક", "ગુજરાત બ્યુરો", "Desk", ""];
const LATIN: [&str; 8] = [
    "Gujarat rain news",
    "Putin visit Moscow",
    "T20 World Cup final India",
    "Share market Sensex",
    "US election result",
    "Surat diamond",
    "WHO vaccine",
    "ISRO mission",
];

/// So many articles, a line of JSON each.
pub(super) fn lines(count: usize) -> String {
    let sentences = sentences();
    assert!(
        sentences.len() > 900,
        "the sentences were not read: {}",
        sentences.len()
    );
    let mut maker = Maker {
        sentences,
        random: Random::new(41),
        made: Vec::new(),
    };
    for number in 0..count {
        let article = maker.article(number);
        maker.made.push(article);
    }
    maker.made.iter().map(|article| format!("{article}\n")).collect()
}

/// The sentences of the samples (agency articles and the pages' long lines) and of the labelled set.
fn sentences() -> Vec<String> {
    let mut paragraphs = Vec::new();
    for file in files_below(&project().join("corpus"), "") {
        let text = text_of(&file);
        let values = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        paragraphs.extend(values.filter_map(|value| Some(value["body"].as_str()?.to_owned())));
        if file.extension().is_some_and(|ending| ending == "txt") {
            paragraphs.extend(text.lines().map(str::to_owned));
        }
    }
    let labelled = text_of(&project().join("tests/entities/sentences.txt"));
    paragraphs.extend(labelled.lines().filter(|line| !line.starts_with('#')).map(unlabelled));
    let parts = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.split_inclusive(['.', '\n']));
    let long = parts.map(str::trim).filter(|sentence| sentence.split(' ').count() > 4);
    long.map(str::to_owned).collect()
}

/// A sentence without its labels: `[form](kind:id)` is the form.
fn unlabelled(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, labelled)) = rest.split_once('[') {
        let (form, behind) = labelled.split_once("](").unwrap_or((labelled, ""));
        text.push_str(before);
        text.push_str(form);
        rest = behind.split_once(')').map_or("", |(_, behind)| behind);
    }
    text + rest
}

struct Maker {
    sentences: Vec<String>,
    random: Random,
    made: Vec<Value>,
}

impl Maker {
    fn article(&mut self, number: usize) -> Value {
        if number % 15 == 14 {
            return self.copy(number);
        }
        let headline = self.sentence(9);
        let summary = if number.is_multiple_of(4) {
            String::new()
        } else {
            self.sentence(24)
        };
        let body = self.body();
        let mut article =
            json!({"id": format!("made-{number}"), "headline": headline, "summary": summary, "body": body});
        self.date_and_desk(&mut article, number);
        article
    }

    /// What an article has beside its text; some have no date, no source, no category.
    fn date_and_desk(&mut self, article: &mut Value, number: usize) {
        let month = 1 + self.random.below(12);
        let day = 1 + self.random.below(28);
        if number % 9 != 5 {
            article["date"] = format!("{}-{month:02}-{day:02}", 2019 + self.random.below(7)).into();
        }
        if !number.is_multiple_of(7) {
            article["category"] = self.drawn(&CATEGORIES).into();
        }
        article["source"] = self.drawn(&SOURCES).into();
        if number.is_multiple_of(3) {
            article["headline_latin"] = self.drawn(&LATIN).into();
        }
    }

    /// An earlier article with another headline, a day later or so, one word of its text changed.
    fn copy(&mut self, number: usize) -> Value {
        let mut article = self.made[self.random.below(self.made.len())].clone();
        let body = article["body"].as_str().unwrap().to_owned();
        article["id"] = format!("made-{number}").into();
        article["headline"] = self.sentence(8).into();
        article["body"] = body.replacen("હતા", "હતાં", 1).into();
        article
    }

    fn body(&mut self) -> String {
        let mut body = String::new();
        for _ in 0..=self.random.below(4) {
            for _ in 0..=self.random.below(4) {
                body.push_str(&self.sentence(usize::MAX));
                body.push(' ');
            }
            body.push_str("\n\n");
        }
        body
    }

    /// A sentence cut to so many words; every third has a word of another sentence in it.
    fn sentence(&mut self, words: usize) -> String {
        let at = self.random.below(self.sentences.len());
        let other = self.random.below(self.sentences.len());
        let mut all: Vec<&str> = self.sentences[at].split(' ').collect();
        let others: Vec<&str> = self.sentences[other].split(' ').collect();
        if self.random.below(3) == 0 {
            let place = self.random.below(all.len());
            all[place] = others[self.random.below(others.len())];
        }
        all.truncate(words);
        all.join(" ")
    }

    fn drawn(&mut self, values: &[&'static str]) -> &'static str {
        values[self.random.below(values.len())]
    }
}

/// The labelled set is read as text.
#[test]
fn labels_are_taken_out_of_sentences() {
    assert_eq!(
        unlabelled("[રશિયાના](country:RU) નેતા [પુતિન](person:) ગયા."),
        "રશિયાના નેતા પુતિન ગયા."
    );
}
