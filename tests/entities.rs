use std::path::Path;

use khabar::article::{Article, ArticleId};
use khabar::entities::{EntityKind, Gazetteer, Recogniser};
use khabar::evaluation::entities::{Scores, score};

/// F1 in per cent that no change may fall below, in the order of [`EntityKind::ALL`]; then the share of right ids.
const FLOORS: [f64; 4] = [90.0, 97.0, 91.0, 84.0];
const RIGHT_IDS: f64 = 99.0;

#[test]
fn labelled_mentions_are_found_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/entities");
    let articles = std::fs::read_dir(folder.join("articles")).unwrap();
    let mut files: Vec<_> = articles.map(|entry| entry.unwrap().path()).collect();
    files.push(folder.join("sentences.txt"));
    files.sort();
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut scores = Scores::default();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        scores.merge(score(&text, &mut recogniser).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
    }
    assert!(scores.all().labelled > 1500, "the labels were not read");
    for (kind, floor) in EntityKind::ALL.into_iter().zip(FLOORS) {
        let f1 = 100.0 * scores.kinds[&kind].f1();
        assert!(f1 >= floor, "{}: F1 {f1:.1} is below {floor}", kind.as_str());
    }
    let ids = 100.0 * scores.all().ids();
    assert!(ids >= RIGHT_IDS, "right ids: {ids:.1} %");
}

/// What is said of a form in a text: the kinds and ids of its mentions, `-` for none.
fn said_of(recogniser: &mut Recogniser<'_>, form: &str, text: &str) -> String {
    let article = Article {
        body: text.to_owned(),
        ..Article::new(ArticleId::new("a").unwrap(), "a")
    };
    let mentions = recogniser.mentions(&article).into_iter();
    let mut said: Vec<String> = mentions
        .filter(|mention| mention.form == form)
        .map(|mention| format!("{}:{}", mention.kind.as_str(), mention.id))
        .collect();
    said.dedup();
    if said.is_empty() {
        "-".to_owned()
    } else {
        said.join(" ")
    }
}

#[test]
fn what_a_word_can_mean_besides_is_told_by_the_text() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/entities/ambiguity.txt");
    let text = std::fs::read_to_string(file).unwrap();
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut wrong = Vec::new();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        let [expected, form, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}");
        };
        assert!(text.contains(form), "the form is not in the text: {line}");
        let said = said_of(&mut recogniser, form, text);
        if said != expected {
            wrong.push(format!("{said} instead of {line}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
