//! The rule for the world: files, sockets, environment, clock and terminal belong to the edge.

use super::{Source, assert_finds, assert_kept, is_in, lines_with_word, names_below, sources};

/// Where the program may touch the world: files, sockets, environment, clock, terminal.
const TOUCH_THE_WORLD: [&str; 6] = ["corpus/", "index/", "cli/", "main.rs", "build.rs", "analysis/build.rs"];

/// The few places beside them, each with the one thing that it may touch.
const TOUCH_ONE_THING: [(&str, &str); 5] = [
    ("answers/search.rs", "std::time::Instant"), // how long a search took
    ("answers/search.rs", "Instant::now"),
    ("evaluation/cases.rs", "std::env::temp_dir"), // the index of the cases, gone when they have run
    ("evaluation/cases.rs", "std::process::id"),   // in the name of that folder, so that two runs do not share it
    ("evaluation/cases.rs", "std::fs::remove_dir_all"),
];

/// Files, sockets, environment, clock and terminal belong to the edge.
fn world(source: &Source) -> Vec<String> {
    const PATHS: [&str; 9] = [
        "fs",
        "net",
        "env",
        "process",
        "time",
        "io::stdout",
        "io::stderr",
        "io::stdin",
        "os",
    ];
    const WORDS: [&str; 13] = [
        "println",
        "eprintln",
        "print",
        "eprint",
        "dbg",
        "stdout",
        "stderr",
        "stdin",
        "SystemTime",
        "Instant::now",
        "Zoned::now",
        "Timestamp::now",
        "walkdir",
    ];
    if is_in(&source.path, &TOUCH_THE_WORLD) {
        return Vec::new();
    }
    let is_allowed = |what: &str| {
        TOUCH_ONE_THING
            .iter()
            .any(|(path, thing)| *path == source.path && what == *thing)
    };
    let named = names_below(&source.code, "std").into_iter().filter_map(|named| {
        let path = named.path.join("::");
        let touches = PATHS.iter().any(|p| path == *p || path.starts_with(&format!("{p}::")));
        // a span of time is no clock
        (touches && path != "time::Duration").then_some((named.line, format!("std::{path}")))
    });
    let words = WORDS
        .iter()
        .flat_map(|word| lines_with_word(&source.code, word).map(move |line| (line, (*word).to_owned())));
    named
        .chain(words)
        .filter(|(_, what)| !is_allowed(what))
        .map(|(line, what)| source.complaint(line, &format!("{what}: only corpus, index and cli touch the world")))
        .collect()
}

#[test]
fn only_the_edge_touches_the_world() {
    assert_kept(world);
    let bad = [
        ("analysis/mod.rs", "use std::fs;", 1),
        ("analysis/mod.rs", "use std::{borrow::Cow, fs::File};", 1),
        ("entities/mod.rs", "fn f() {\n    println!(\"x\");\n}", 2),
        ("query/mod.rs", "let home = std::env::var(\"HOME\");", 1),
        ("query/mod.rs", "use std::time::{Duration, SystemTime};", 1),
        ("answers/show.rs", "let t = Instant::now();", 1),
        ("answers/search.rs", "let t = SystemTime::now();", 1),
        ("answers/mod.rs", "std::io::stderr().lock();", 1),
        ("article.rs", "use std::net::TcpStream;", 1),
        ("article/dates.rs", "let today = jiff::Zoned::now();", 1),
        ("evaluation/cases.rs", "std::fs::write(path, text);", 1),
        ("evaluation/mod.rs", "std::env::temp_dir();", 1),
        ("script.rs", "dbg!(c)", 1),
        ("build/versions.rs", "use std::fs;", 1),
    ];
    let good = [
        ("corpus/mod.rs", "use std::fs;"),
        ("index/mod.rs", "use std::fs;"),
        ("cli/out.rs", "std::io::stdout()"),
        ("answers/search.rs", "use std::time::Instant;\nInstant::now()"),
        (
            "evaluation/cases.rs",
            "std::env::temp_dir(); std::fs::remove_dir_all(x)",
        ),
        (
            "answers/mod.rs",
            "use std::time::Duration; use std::io::Error; let printing = 1; // println!",
        ),
        (
            "analysis/mod.rs",
            "#[cfg(test)]\nmod tests {\n    fn f() { println!(\"x\"); }\n}",
        ),
    ];
    assert_finds(world, &bad, &good);
}

#[test]
fn every_exception_to_the_world_rule_is_needed() {
    let sources = sources();
    for (path, thing) in TOUCH_ONE_THING {
        let source = sources.iter().find(|source| source.path == path);
        let last = thing.rsplit("::").next().unwrap();
        assert!(
            source.is_some_and(|source| source.code.contains(last)),
            "src/{path} does not touch {thing} any more; strike it off"
        );
    }
}
