//! The rules for the order of the stages: what each may use of the others.

use std::collections::BTreeSet;

use super::{Source, assert_finds, assert_kept, project, sources, text_of};

/// What each module may use: those that stand before it in the flow, and no others where the flow forks.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("script", &[]),
    ("article", &["script"]),
    ("corpus", &["script", "article"]),
    ("analysis", &["script"]),
    ("entities", &["script", "article", "analysis"]),
    ("index", &["script", "article", "analysis", "entities"]),
    ("query", &["script", "article", "analysis", "entities", "index"]),
    ("retrieval", &["article", "analysis", "entities", "index", "query"]),
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
        &["article", "analysis", "entities", "index", "retrieval", "answers"],
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

/// What `query` may name of `index`: what can be asked of an index's words. Not its fields, and not how it is
/// read or written, so that a query can be lowered over a handful of words in memory.
const QUERY_MAY_USE_OF_INDEX: [&str; 3] = ["FormEntry", "Key", "WordSource"];

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
            let what = format!("query may ask for the words of index, not {}", named.path.join("::"));
            complaints.push(source.complaint(named.line, &what));
        }
    }
    complaints
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
                "use crate::{\n    script::VIRAMA,\n    index::{Key, WordSource},\n};",
                3,
            ),
            ("entities/mod.rs", "fn f() { let x = crate::retrieval::search(1); }", 1),
            ("index/writer.rs", "use super::super::cli::Exit;", 1),
            ("index/mod.rs", "use super::query::parse;", 1),
            ("query/lower.rs", "use crate::index::Reader;", 1),
            ("query/lower.rs", "use crate::index;", 1),
            ("query/lower.rs", "use crate::index::schema::Fields;", 1),
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
            ("query/mod.rs", "use crate::index::{WordSource, Key};"),
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

/// What a module uses of others, as `module other`, and the names that `query` takes of `index`, as `query index::name`.
fn used(sources: &[Source]) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for source in sources {
        for named in source.names_of_ours() {
            used.insert(format!("{} {}", source.module(), named.path[0]));
            if let [stage, name, ..] = &named.path[..] {
                used.insert(format!("{} {stage}::{name}", source.module()));
            }
        }
    }
    used
}

/// What is allowed and not used.
fn needless(sources: &[Source], may_use: &[(&str, &[&str])], of_index: &[&str]) -> Vec<String> {
    let used = used(sources);
    let edges = may_use
        .iter()
        .flat_map(|(module, others)| others.iter().map(move |other| format!("{module} {other}")));
    let names = of_index.iter().map(|name| format!("query index::{name}"));
    edges.chain(names).filter(|edge| !used.contains(edge)).collect()
}

#[test]
fn what_is_allowed_is_used() {
    let needless_today = needless(&sources(), &MAY_USE, &QUERY_MAY_USE_OF_INDEX);
    assert!(
        needless_today.is_empty(),
        "allowed and not used; strike them off: {needless_today:#?}"
    );
    let made_up = [
        Source::new("query/mod.rs", "use crate::{index::{Key, words::W}, script};"),
        Source::new("index/mod.rs", "//! [`crate::article`]\nuse super::script::C;"),
    ];
    let may_use: [(&str, &[&str]); 2] = [
        ("index", &["script", "article"]),
        ("query", &["index", "script", "entities"]),
    ];
    let expected = ["index article", "query entities", "query index::Known"];
    assert_eq!(needless(&made_up, &may_use, &["Key", "words", "Known"]), expected);
}
