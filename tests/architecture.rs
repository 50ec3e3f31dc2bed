//! What the source promises about itself (`src/lib.rs`, the table of modules) is read off its lines.
//!
//! Every rule takes source files and gives complaints. It is run on `src`, where it must find nothing, and
//! on made-up files, where it must find the fault and leave the faultless alone: a rule that cannot fail
//! proves nothing.

use std::path::Path;

use crate::support::{files_below, project, text_of};

mod build;
mod code;
use code::{Named, code_of, names_below};

/// What each module may use: those that stand before it in the flow, and no others where the flow forks.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("script", &[]),
    ("article", &["script"]),
    ("corpus", &["script", "article"]),
    ("analysis", &["script"]),
    ("entities", &["script", "article", "analysis"]),
    ("index", &["script", "article", "analysis", "entities"]),
    ("query", &["script", "article", "analysis", "entities", "index"]),
    (
        "retrieval",
        &["script", "article", "analysis", "entities", "index", "query"],
    ),
    (
        "answers",
        &[
            "script",
            "article",
            "analysis",
            "entities",
            "index",
            "query",
            "retrieval",
        ],
    ),
    (
        "reports",
        &[
            "script",
            "article",
            "analysis",
            "entities",
            "index",
            "query",
            "retrieval",
        ],
    ),
    (
        "evaluation",
        &[
            "script",
            "article",
            "analysis",
            "entities",
            "index",
            "query",
            "retrieval",
            "answers",
        ],
    ),
    (
        "views",
        &[
            "article",
            "corpus",
            "analysis",
            "entities",
            "index",
            "query",
            "retrieval",
            "answers",
            "reports",
            "evaluation",
        ],
    ),
    (
        "cli",
        &[
            "script",
            "article",
            "corpus",
            "analysis",
            "entities",
            "index",
            "query",
            "retrieval",
            "answers",
            "reports",
            "evaluation",
            "views",
        ],
    ),
    ("main", &["cli"]),
];

/// What `query` may name of `index`: the fields, and what can be asked of an index's words. Not how it is
/// read or written, so that a query can be lowered over a handful of words in memory.
const QUERY_MAY_USE_OF_INDEX: [&str; 5] = ["schema", "words", "FormEntry", "Key", "Known"];

/// Where the engine may be named.
const KNOW_TANTIVY: [&str; 2] = ["index/", "retrieval/"];

/// Where the program may touch the world: files, sockets, environment, clock, terminal.
const TOUCH_THE_WORLD: [&str; 5] = ["corpus/", "index/", "cli/", "main.rs", "build.rs"];

/// The few places beside them, each with the one thing that it may touch.
const TOUCH_ONE_THING: [(&str, &str); 5] = [
    ("answers/search.rs", "std::time::Instant"), // how long a search took
    ("answers/search.rs", "Instant::now"),
    ("evaluation/cases.rs", "std::env::temp_dir"), // the index of the cases, gone when they have run
    ("evaluation/cases.rs", "std::process::id"),   // in the name of that folder, so that two runs do not share it
    ("evaluation/cases.rs", "std::fs::remove_dir_all"),
];

/// Names that say nothing.
const NO_NAMES: [&str; 7] = ["utils", "util", "helpers", "helper", "common", "misc", "shared"];

/// The longest file, in lines, tests left out.
const LONGEST: usize = 400;

/// Longer files, each with the length that it may not pass and why it is one file.
const LONGER: [(&str, usize, &str); 1] = [(
    "analysis/lemma.rs",
    560,
    "the readings of one word are weighed against each other: noun, adjective, verb, unknown",
)];

/// A file of `src`.
#[derive(Debug)]
struct Source {
    /// Its path below `src`, with '/'.
    path: String,
    text: String,
    /// The text without comments, strings and test modules; lines stay where they are.
    code: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: code_of(text),
        }
    }

    /// The module of the crate that it belongs to.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The modules around a name that `super` climbs: none for `lib.rs` and `main.rs`.
    fn place(&self) -> Vec<&str> {
        let stem = self.path.strip_suffix(".rs").unwrap();
        let mut place: Vec<&str> = stem.split('/').collect();
        if matches!(place.last(), Some(&("mod" | "lib" | "main"))) {
            place.pop();
        }
        place
    }

    /// The names of this crate that it uses, from the crate's root on, with their lines.
    fn names_of_ours(&self) -> Vec<Named> {
        let mut names = names_below(&self.code, "crate");
        names.extend(names_below(&self.code, "khabar"));
        for mut named in names_below(&self.code, "super") {
            let mut place = self.place();
            place.pop();
            while named.path.first().is_some_and(|part| part == "super") {
                named.path.remove(0);
                place.pop();
            }
            let above = place.iter().map(|part| (*part).to_owned());
            named.path = above.chain(named.path).collect();
            names.push(named);
        }
        names
    }

    fn complaint(&self, line: usize, what: &str) -> String {
        format!("src/{}:{line}: {what}", self.path)
    }
}

fn sources() -> Vec<Source> {
    let src = project().join("src");
    let files = files_below(&src, ".rs");
    assert!(files.len() > 50, "the files of src were not found");
    files
        .iter()
        .map(|file| Source::new(&below(file, &src), &text_of(file)))
        .collect()
}

fn below(file: &Path, folder: &Path) -> String {
    file.strip_prefix(folder)
        .unwrap()
        .iter()
        .map(|part| part.to_str().unwrap())
        .collect::<Vec<_>>()
        .join("/")
}

fn is_in(path: &str, places: &[&str]) -> bool {
    places
        .iter()
        .any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)))
}

/// Nothing uses what stands below it.
fn order(source: &Source) -> Vec<String> {
    let module = source.module();
    if matches!(module, "lib" | "build") {
        // declares the modules; the build script is a program of its own, see build.rs beside code.rs
        return Vec::new();
    }
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
        return vec![source.complaint(1, "a module that has no place in the order; give it one in MAY_USE")];
    };
    let is_module = |name: &str| MAY_USE.iter().any(|(module, _)| *module == name);
    let mut complaints = Vec::new();
    for named in source.names_of_ours() {
        let Some(used) = named.path.first().filter(|used| is_module(used)) else {
            continue;
        };
        if used != module && !allowed.contains(&used.as_str()) {
            complaints.push(source.complaint(named.line, &format!("{module} must not use {}", named.path.join("::"))));
        }
        let of_index = named.path.get(1).map_or("*", String::as_str);
        if module == "query" && used == "index" && !QUERY_MAY_USE_OF_INDEX.contains(&of_index) {
            let what = format!(
                "query may use the schema and the words of index, not {}",
                named.path.join("::")
            );
            complaints.push(source.complaint(named.line, &what));
        }
    }
    complaints
}

/// The engine is named in two stages.
fn engine(source: &Source) -> Vec<String> {
    if is_in(&source.path, &KNOW_TANTIVY) {
        return Vec::new();
    }
    lines_with_word(&source.code, "tantivy")
        .map(|line| source.complaint(line, "tantivy may be named in index and retrieval only"))
        .collect()
}

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

/// The lines on which a word stands by itself.
fn lines_with_word<'s>(code: &'s str, word: &'s str) -> impl Iterator<Item = usize> + 's {
    let is_part = |c: char| c == '_' || c.is_ascii_alphanumeric();
    (1..).zip(code.lines()).filter_map(move |(number, line)| {
        let stands = line
            .match_indices(word)
            .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part));
        stands.then_some(number)
    })
}

/// No module hides what it is for behind a name that fits everything.
fn names(source: &Source) -> Vec<String> {
    let in_path = source
        .path
        .split(['/', '.'])
        .filter(|part| NO_NAMES.contains(part))
        .map(|part| (1, part.to_owned()));
    let declared = (1..).zip(source.code.lines()).filter_map(|(number, line)| {
        let name = line.split_once("mod ")?.1.split([';', ' ', '{']).next()?;
        NO_NAMES.contains(&name).then_some((number, name.to_owned()))
    });
    in_path
        .chain(declared)
        .map(|(line, name)| {
            source.complaint(
                line,
                &format!("‘{name}’ says nothing; name the module after its stage or step"),
            )
        })
        .collect()
}

/// Every file says first what it is.
fn opening(source: &Source) -> Vec<String> {
    let says = source
        .text
        .lines()
        .next()
        .is_some_and(|line| line.strip_prefix("//!").is_some_and(|said| said.trim().len() > 10));
    if says {
        Vec::new()
    } else {
        vec![source.complaint(1, "the file must open with //! and what it is for")]
    }
}

/// Files stay short enough to be read.
fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count() - code::test_lines(&source.text);
    let exception = LONGER.iter().find(|(path, ..)| *path == source.path);
    match exception {
        None if lines > LONGEST => {
            vec![source.complaint(lines, &format!("{lines} lines without tests; {LONGEST} are the limit"))]
        }
        Some((_, limit, _)) if lines > *limit => {
            vec![source.complaint(
                lines,
                &format!("{lines} lines without tests; {limit} are agreed for it"),
            )]
        }
        // with room on both sides, so that no line more or less makes the list wrong
        Some(_) if lines < LONGEST - 40 => vec![source.complaint(1, "short again; strike it off the list LONGER")],
        _ => Vec::new(),
    }
}

type Rule = fn(&Source) -> Vec<String>;

#[track_caller]
fn assert_kept(rule: Rule) {
    let complaints: Vec<String> = sources().iter().flat_map(rule).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The rule finds fault with the bad ones, on the line where it stands, and none with the good ones.
#[track_caller]
fn assert_finds(rule: Rule, bad: &[(&str, &str, usize)], good: &[(&str, &str)]) {
    for (path, text, line) in bad {
        let complaints = rule(&Source::new(path, text));
        let place = format!("src/{path}:{line}: ");
        assert!(
            complaints.iter().any(|complaint| complaint.starts_with(&place)),
            "not found at {place}{text:?}: {complaints:?}"
        );
    }
    for (path, text) in good {
        let complaints = rule(&Source::new(path, text));
        assert!(complaints.is_empty(), "{text:?}: {complaints:?}");
    }
}

// defect 9: query/dates.rs takes `day_number` from index::writer
#[test]
fn nothing_uses_what_stands_below_it() {
    assert_kept(order);
}

#[test]
fn the_order_is_told_from_its_breach() {
    assert_finds(
        order,
        &[
            ("script.rs", "//! x\nuse crate::article::Article;", 2),
            ("analysis/fold.rs", "use crate::corpus::Record;", 1),
            ("corpus/walk.rs", "use crate::analysis::tokens;", 1),
            ("analysis/mod.rs", "\n\nuse crate::{script, entities::Mention};", 3),
            (
                "analysis/mod.rs",
                "use crate::{\n    script::VIRAMA,\n    index::{Key, Known},\n};",
                3,
            ),
            ("entities/mod.rs", "fn f() { let x = crate::answers::search(1); }", 1),
            ("index/writer.rs", "use super::super::cli::Exit;", 1),
            ("index/mod.rs", "use super::query::parse;", 1),
            ("query/lower.rs", "use crate::index::Reader;", 1),
            ("query/lower.rs", "use crate::index;", 1),
            ("answers/mod.rs", "use crate::evaluation as e;", 1),
            ("answers/mod.rs", "use crate::reports::facets;", 1),
            ("main.rs", "use khabar::index::Writer;", 1),
            ("web/mod.rs", "use crate::cli::Exit;", 1),
        ],
        &[
            (
                "index/writer.rs",
                "use super::manifest;\nuse super::super::entities::Field;\nuse crate::article::Article;",
            ),
            ("query/mod.rs", "use crate::index::{Known, words::Key};"),
            (
                "analysis/mod.rs",
                "// use crate::index::Reader;\n/// [`crate::cli`]\nconst A: &str = \"crate::cli::run\";",
            ),
            (
                "analysis/mod.rs",
                "#[cfg(test)]\nmod tests {\n    use crate::index::Reader;\n}",
            ),
            ("lib.rs", "pub mod cli;"),
            ("build/lexicon.rs", "use super::fold::fold;"),
        ],
    );
}

#[test]
fn the_engine_is_named_in_two_stages() {
    assert_kept(engine);
    let bad = [
        ("entities/mod.rs", "fn f() -> tantivy::Result<()> {}", 1),
        ("query/expand.rs", "//! x\nuse tantivy::Term;", 2),
        ("answers/show.rs", "use tantivy::Term;", 1),
        ("cli/mod.rs", "use tantivy as engine;", 1),
    ];
    let good = [
        ("index/mod.rs", "use tantivy::Index;"),
        ("retrieval/postings.rs", "use tantivy::Term;"),
        ("cli/mod.rs", "//! tantivy\nlet a = \"tantivy\"; let not_tantivy = 1;"),
    ];
    assert_finds(engine, &bad, &good);
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

#[test]
fn names_say_what_is_inside() {
    assert_kept(names);
    let bad = [
        ("query/utils.rs", "//! x", 1),
        ("helpers/mod.rs", "//! x", 1),
        ("query/mod.rs", "\npub(crate) mod common;", 2),
        ("query/mod.rs", "mod misc {", 1),
    ];
    let good = [("query/mod.rs", "mod commons;\n// mod utils;\nfn helpers() {}")];
    assert_finds(names, &bad, &good);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    assert_kept(opening);
    let bad = [
        ("a.rs", "use std::fmt;\n//! late", 1),
        ("a.rs", "", 1),
        ("a.rs", "//!\nuse x;", 1),
        ("a.rs", "// a plain comment about the file", 1),
    ];
    assert_finds(opening, &bad, &[("a.rs", "//! What the file is for.")]);
}

#[test]
fn files_are_short_enough_to_be_read() {
    assert_kept(length);
    let long = "//! x\n".repeat(LONGEST + 1);
    let tests = format!(
        "{}#[cfg(test)]\nmod tests {{\n{}}}\n",
        "x\n".repeat(LONGEST),
        "// y\n".repeat(50)
    );
    let (path, limit, _) = LONGER[0];
    let agreed = "x\n".repeat(limit);
    let over = "x\n".repeat(limit + 1);
    assert_finds(
        length,
        &[("a.rs", &long, LONGEST + 1), (path, &over, limit + 1), (path, "x", 1)],
        &[("a.rs", &tests), (path, &agreed)],
    );
}

/// The crate's page lists the modules in the order that is enforced here.
#[test]
fn the_table_of_modules_is_the_order() {
    let page = text_of(&project().join("src/lib.rs"));
    let listed: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("//! | [`")?.split('`').next())
        .collect();
    let enforced: Vec<&str> = MAY_USE
        .iter()
        .map(|(module, _)| *module)
        .filter(|m| *m != "main")
        .collect();
    assert_eq!(listed, enforced);
    for (at, (module, used)) in MAY_USE.iter().enumerate() {
        let above: Vec<&str> = MAY_USE[..at].iter().map(|(module, _)| *module).collect();
        assert!(
            used.iter().all(|used| above.contains(used)),
            "{module} uses what is below it"
        );
    }
}
