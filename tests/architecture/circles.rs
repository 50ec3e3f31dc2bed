//! The rule for the inside of a stage: its files import each other in no circle.
//!
//! A file that hands on what its children define does not import them; one that speaks of it does.

use std::collections::BTreeSet;

use super::code::names_below;
use super::imports::{Modules, Place, place_of, speaks_of, without_uses};
use super::items::without_variants;
use super::{Source, sources};

/// Files that stay in a circle, with the reason; two at most.
const CIRCLES: [(&[&str], &str); 0] = [];

/// An import of one file by another, and its line.
#[derive(Debug)]
struct Import {
    from: usize,
    to: usize,
    line: usize,
}

/// Files of a stage, each of which reaches each other by imports.
#[derive(Debug)]
struct Circle {
    files: Vec<String>,
    complaint: String,
}

/// What a file imports of its own stage.
fn imports(modules: &Modules<'_>, from: usize) -> Vec<Import> {
    let source = &modules.sources[from];
    let code = without_variants(&without_uses(&source.code));
    let mut imports = Vec::new();
    for (path, line) in used(modules, from, &code)
        .into_iter()
        .chain(named(modules, from, &code))
    {
        if let Some(Place {
            file: to,
            item: Some(_),
        }) = modules.find(&path)
        {
            let is_near = modules.sources[to].module() == source.module();
            imports.extend((is_near && to != from).then_some(Import { from, to, line }));
        }
    }
    imports
}

/// The paths of `use`. What is only handed on from below is left out.
fn used(modules: &Modules<'_>, from: usize, code: &str) -> Vec<(Vec<String>, usize)> {
    let place = place_of(&modules.sources[from]);
    let mut used = Vec::new();
    for import in &modules.uses[from] {
        let path = modules.absolute(from, &import.path);
        let is_own = path.as_ref().is_some_and(|path| path.starts_with(&place));
        if !(is_own && import.is_handed_on) || speaks_of(code, &import.name) {
            used.extend(path.map(|path| (path, import.line)));
        }
    }
    used
}

/// The paths in the code itself, below the roots, the modules that it imports and its children.
fn named(modules: &Modules<'_>, from: usize, code: &str) -> Vec<(Vec<String>, usize)> {
    let aliases = modules.uses[from].iter().map(|import| import.name.as_str());
    let roots: BTreeSet<&str> = ["crate", "super", "self"]
        .into_iter()
        .chain(modules.children(from))
        .chain(aliases.filter(|name| !matches!(*name, "*" | "_")))
        .collect();
    let mut found = Vec::new();
    for root in roots {
        for mut named in names_below(code, root) {
            named.path.insert(0, root.to_owned());
            found.extend(modules.absolute(from, &named.path).map(|path| (path, named.line)));
        }
    }
    found
}

fn circles(sources: &[Source]) -> Vec<Circle> {
    let modules = Modules::new(sources);
    let is_in_stage = |file: &usize| !matches!(sources[*file].module(), "lib" | "main");
    let imports: Vec<Import> = (0..sources.len())
        .filter(is_in_stage)
        .flat_map(|file| imports(&modules, file))
        .collect();
    let reached: Vec<BTreeSet<usize>> = (0..sources.len()).map(|file| reached(file, &imports)).collect();
    let mut circles = Vec::new();
    for (first, far) in reached.iter().enumerate() {
        let circle: BTreeSet<usize> = far
            .iter()
            .copied()
            .filter(|&file| reached[file].contains(&first))
            .collect();
        // told once, by the first of its files
        if circle.first() == Some(&first) {
            circles.push(told(sources, &circle, &imports));
        }
    }
    circles
}

/// The files that a file reaches by one import or more.
fn reached(file: usize, imports: &[Import]) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        let next = imports.iter().filter(|import| import.from == file);
        open.extend(next.map(|import| import.to).filter(|&to| reached.insert(to)));
    }
    reached
}

fn told(sources: &[Source], circle: &BTreeSet<usize>, imports: &[Import]) -> Circle {
    let files: Vec<String> = circle.iter().map(|&file| sources[file].path.clone()).collect();
    let mut complaint = format!("src: {} import each other", files.join(", "));
    let mut seen = BTreeSet::new();
    for Import { from, to, line } in imports {
        if circle.contains(from) && circle.contains(to) && seen.insert((from, to)) {
            complaint += &format!("\n    src/{}:{line} -> {}", sources[*from].path, sources[*to].path);
        }
    }
    Circle { files, complaint }
}

/// The exceptions that are no circle any more.
fn needless(circles: &[Circle], exceptions: &[(&[&str], &str)]) -> Vec<String> {
    let is_there = |files: &[&str]| circles.iter().any(|circle| circle.files == files);
    exceptions
        .iter()
        .filter(|(files, reason)| !is_there(files) || reason.is_empty())
        .map(|(files, _)| format!("{}: no circle any more, or no reason; strike it off", files.join(", ")))
        .collect()
}

fn is_known(circle: &Circle) -> bool {
    CIRCLES.iter().any(|(files, _)| circle.files == *files)
}

#[test]
fn the_files_of_a_stage_import_each_other_in_no_circle() {
    let circles = circles(&sources());
    let complaints: Vec<&str> = circles
        .iter()
        .filter(|circle| !is_known(circle))
        .map(|circle| circle.complaint.as_str())
        .collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    let needless = needless(&circles, &CIRCLES);
    assert!(needless.is_empty(), "\n{}", needless.join("\n"));
    assert!(
        CIRCLES.into_iter().count() <= 2,
        "a rule with so many exceptions is none"
    );
}

fn made_up(files: &[(&str, &str)]) -> Vec<Source> {
    files.iter().map(|(path, text)| Source::new(path, text)).collect()
}

#[track_caller]
fn assert_circle(expected: &[&str], files: &[(&str, &str)]) {
    let found = circles(&made_up(files));
    let told: Vec<&Vec<String>> = found.iter().map(|circle| &circle.files).collect();
    assert_eq!(told.len(), usize::from(!expected.is_empty()), "{told:?} {files:?}");
    assert!(told.iter().all(|files| *files == expected), "{told:?} {files:?}");
}

#[test]
fn a_circle_is_found() {
    let two = ["a/b.rs", "a/c.rs"];
    assert_circle(
        &two,
        &[
            ("a/b.rs", "use super::c::C;"),
            ("a/c.rs", "use crate::a::b::{B, self as x};"),
        ],
    );
    assert_circle(
        &two,
        &[
            ("a/b.rs", "use super::{c, d};\nfn f() { c::g() }"),
            ("a/c.rs", "fn g() { super::b::f() }"),
        ],
    );
    assert_circle(
        &["a/b.rs", "a/c.rs", "a/d.rs"],
        &[
            ("a/b.rs", "use super::c::C;"),
            ("a/c.rs", "use super::{e, d::D};"),
            ("a/d.rs", "use crate::{z::Z, a::{e::E, b::B}};"),
            ("a/e.rs", "struct E;"),
        ],
    );
}

#[test]
fn a_circle_is_found_through_what_the_parent_hands_on() {
    let (b, c) = (("a/b.rs", "use super::C;"), ("a/c.rs", "use super::Other;"));
    for parent in ["a/mod.rs", "a.rs"] {
        assert_circle(
            &["a/b.rs", "a/c.rs"],
            &[b, c, (parent, "mod b;\npub use self::{b::B as Other, c::C};")],
        );
        assert_circle(
            &["a/b.rs", "a/c.rs"],
            &[
                b,
                c,
                (
                    parent,
                    "mod b;\nmod c;\nuse b::Other;\nuse self::c::C;\nfn f() { b::g() }",
                ),
            ],
        );
    }
    let deep = ("a/d/mod.rs", "mod e;\npub(super) use e::E;");
    assert_circle(
        &["a/b.rs", "a/d/e.rs"],
        &[
            ("a/b.rs", "use super::d;\nfn f(e: d::E) {}"),
            deep,
            ("a/d/e.rs", "use super::super::b::B;"),
        ],
    );
}

#[test]
fn a_circle_of_parent_and_child_is_found() {
    let child = ("a/b.rs", "use super::Error;");
    for parent in [
        "pub enum Error {}\nmod b;\nfn f() { b::g() }",
        "pub enum Error {}\nuse self::b::B;",
        "pub enum Error {}\npub use self::b::B;\nfn f(b: B) {}",
        "pub enum Error {}\npub(crate) use b::g;\nfn f() { g() }",
    ] {
        assert_circle(&["a/b.rs", "a/mod.rs"], &[child, ("a/mod.rs", parent)]);
    }
}

#[test]
fn what_is_no_circle_is_left_alone() {
    let parent = (
        "a/mod.rs",
        "mod b;\nmod c;\npub use self::{b::B, c::C};\npub enum Error { B, C(u8) }",
    );
    assert_circle(
        &[],
        &[
            parent,
            ("a/b.rs", "use super::{C, Error};"),
            ("a/c.rs", "use super::Error;"),
        ],
    );
    let calls = ("a/mod.rs", "mod b;\nmod c;\nuse b::B;\nfn f() { c::g() }");
    assert_circle(
        &[],
        &[
            calls,
            ("a/b.rs", "use super::c::C;"),
            ("a/c.rs", "//! [`super::b`]\nuse crate::z::Z;"),
        ],
    );
    let tests = "struct B;\n#[cfg(test)]\nmod tests {\n    use super::super::c::C;\n}";
    assert_circle(&[], &[("a/b.rs", tests), ("a/c.rs", "use super::b::B;")]);
    assert_circle(
        &[],
        &[
            ("a/b.rs", "pub(in crate::a::c) fn f() {}"),
            ("a/c.rs", "use super::b::f;"),
        ],
    );
    assert_circle(
        &[],
        &[
            ("a/mod.rs", "mod b;\nuse crate::z::Z;\nfn f() { b::g() }"),
            ("a/b.rs", "use super::Z;"),
        ],
    );
    // the order of the stages is another rule's
    assert_circle(
        &[],
        &[
            ("a/b.rs", "use crate::c::D;"),
            ("c/d.rs", "use crate::a::b::B;"),
            ("c.rs", "pub use d::D;"),
        ],
    );
}

#[test]
fn an_exception_that_is_no_circle_is_told() {
    let files = made_up(&[("a/b.rs", "use super::c::C;"), ("a/c.rs", "use super::b::B;")]);
    let found = circles(&files);
    assert_eq!(needless(&found, &[(&["a/b.rs", "a/c.rs"], "reason")]), [] as [&str; 0]);
    assert_eq!(needless(&found, &[(&["a/b.rs", "a/c.rs"], "")]).len(), 1);
    assert_eq!(needless(&found, &[(&["a/b.rs", "a/d.rs"], "reason")]).len(), 1);
}
