use std::path::Path;

use khabar::entities::{EntityKind, Gazetteer, Recogniser};
use khabar::evaluation::entities::{Scores, run};

/// F1 in per cent that no change may fall below, in the order of [`EntityKind::ALL`]; then the share of right ids.
const FLOORS: [f64; 4] = [88.0, 95.0, 90.0, 84.0];
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
        scores.merge(run(&text, &mut recogniser).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
    }
    assert!(scores.all().labelled > 1500, "the labels were not read");
    for (kind, floor) in EntityKind::ALL.into_iter().zip(FLOORS) {
        let f1 = 100.0 * scores.kinds[&kind].f1();
        assert!(f1 >= floor, "{}: F1 {f1:.1} is below {floor}", kind.as_str());
    }
    let ids = 100.0 * scores.all().ids();
    assert!(ids >= RIGHT_IDS, "right ids: {ids:.1} %");
}
