//! The rule for the engine: where it may be named.

use super::{Source, assert_finds, assert_kept, is_in, lines_with_word, sources};

/// Where the engine may be named.
const KNOW_TANTIVY: [&str; 2] = ["index/", "results/"];

/// The engine is named in two places.
fn engine(source: &Source) -> Vec<String> {
    if is_in(&source.path, &KNOW_TANTIVY) {
        return Vec::new();
    }
    lines_with_word(&source.code, "tantivy")
        .map(|line| source.complaint(line, "tantivy may be named in index and results only"))
        .collect()
}

#[test]
fn the_engine_is_named_in_two_places() {
    assert_kept(engine);
    let bad = [
        ("entities/mod.rs", "fn f() -> tantivy::Result<()> {}", 1),
        ("query/expand.rs", "//! x\nuse tantivy::Term;", 2),
        ("query/lower.rs", "use tantivy::Term;", 1),
        ("cli/mod.rs", "use tantivy as engine;", 1),
    ];
    let good = [
        ("index/mod.rs", "use tantivy::Index;"),
        ("results/show.rs", "use tantivy::Term;"),
        ("cli/mod.rs", "//! tantivy\nlet a = \"tantivy\"; let not_tantivy = 1;"),
    ];
    assert_finds(engine, &bad, &good);
}

/// The places that do not name the engine any more.
fn needless(sources: &[Source], places: &[&str]) -> Vec<String> {
    let names_it = |source: &Source| lines_with_word(&source.code, "tantivy").next().is_some();
    let is_needed = |place: &str| sources.iter().any(|s| is_in(&s.path, &[place]) && names_it(s));
    places
        .iter()
        .filter(|place| !is_needed(place))
        .map(|place| format!("src/{place} does not name the engine any more; strike it off KNOW_TANTIVY"))
        .collect()
}

#[test]
fn every_place_that_may_name_the_engine_does() {
    assert_eq!(needless(&sources(), &KNOW_TANTIVY), [] as [&str; 0]);
    let made_up = [
        Source::new("a/b.rs", "use tantivy::Term;"),
        Source::new("c.rs", "// tantivy"),
    ];
    assert_eq!(needless(&made_up, &["a/", "a/b.rs"]), [] as [&str; 0]);
    assert_eq!(needless(&made_up, &["a/", "c.rs", "d/"]).len(), 2);
}
