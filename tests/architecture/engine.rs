//! The rules for the engine: where it may be named, and that no public signature shows a type of it.

use super::code::{is_part_of_word, offsets_of_word};
use super::imports::{Modules, Place, declares_module, place_of};
use super::items::{Shown, is_declared_public, shown};
use super::{Source, assert_finds, assert_kept, is_in, lines_with_word, sources};

/// Where the engine may be named.
const KNOW_TANTIVY: [&str; 2] = ["index/", "retrieval/"];

/// The engine is named in two places.
fn engine(source: &Source) -> Vec<String> {
    if is_in(&source.path, &KNOW_TANTIVY) {
        return Vec::new();
    }
    lines_with_word(&source.code, "tantivy")
        .map(|line| source.complaint(line, "tantivy may be named in index and retrieval only"))
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
        ("retrieval/postings.rs", "use tantivy::Term;"),
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

/// The names by which a file knows the engine: the crate, what it imports of it, its own other names for that.
fn names_of_engine<'m>(modules: &'m Modules<'_>, file: usize) -> Vec<&'m str> {
    let of_engine = modules.uses[file].iter().filter(|import| import.path[0] == "tantivy");
    let mut names: Vec<&str> = of_engine.map(|import| import.name.as_str()).collect();
    names.push("tantivy");
    for line in modules.sources[file].code.lines().filter(|line| !line.starts_with(' ')) {
        let declared = line.split_once("type ").and_then(|(_, rest)| rest.split_once('='));
        if let Some((name, _)) = declared.filter(|(_, meant)| shows(meant, &names)) {
            names.push(name.split('<').next().unwrap_or(name).trim());
        }
    }
    names
}

/// A signature has one of the names. A module or the crate counts where a path begins with it.
fn shows(signature: &str, names: &[&str]) -> bool {
    names.iter().any(|name| {
        let is_path = name.starts_with(|c: char| c.is_ascii_lowercase());
        offsets_of_word(signature, name).any(|at| {
            let is_begun = !signature[..at].ends_with("::");
            is_begun && (!is_path || signature[at + name.len()..].starts_with("::"))
        })
    })
}

/// No public item shows a type of the engine, so that another engine changes no caller.
fn signatures(sources: &[Source]) -> Vec<(String, String)> {
    let modules = Modules::new(sources);
    let mut found = Vec::new();
    for (file, source) in sources.iter().enumerate() {
        let names = names_of_engine(&modules, file);
        for item in shown(&source.code).iter().filter(|item| shows(&item.signature, &names)) {
            if is_seen(&modules, file, item) {
                let subject = subject(item);
                let what = source.complaint(item.line, &format!("{subject} is public and shows the engine"));
                found.push((format!("{} {subject}", source.path), what));
            }
        }
    }
    found
}

/// `Owner::name`, `name`, or the head of an `impl`.
fn subject(item: &Shown<'_>) -> String {
    match item.owner {
        _ if item.name == "impl" => item.signature.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(owner) if owner != item.name => format!("{owner}::{}", item.name),
        _ => item.name.to_owned(),
    }
}

fn is_seen(modules: &Modules<'_>, file: usize, item: &Shown<'_>) -> bool {
    if item.name == "impl" {
        // seen where all that it speaks of is: the type may be the engine's, and ours what it is made of
        let mut words = item
            .signature
            .split(|c| !is_part_of_word(c))
            .filter(|word| !word.is_empty());
        return words.all(|word| is_public(modules, file, word));
    }
    let place = place_of(&modules.sources[file]);
    item.owner
        .map_or_else(|| is_open(modules, &place), |owner| is_public(modules, file, owner))
}

/// An item can be named from outside: where it is defined, or where it is handed on.
fn is_public(modules: &Modules<'_>, file: usize, item: &str) -> bool {
    let Some(is_declared_public) = is_declared_public(&modules.sources[file].code, item) else {
        // another file defines it; what no file defines is taken for public
        let path = modules.absolute(file, &[item.to_owned()]);
        let defined = path.and_then(|path| modules.find(&path));
        let elsewhere = defined.filter(|place| place.file != file);
        return elsewhere.is_none_or(|place| place.item.is_none_or(|item| is_public(modules, place.file, &item)));
    };
    is_declared_public && (is_open(modules, &place_of(&modules.sources[file])) || is_handed_on(modules, file, item))
}

fn is_handed_on(modules: &Modules<'_>, file: usize, item: &str) -> bool {
    let leads_here = |other: usize, path: &[String]| {
        let place = modules.absolute(other, path).and_then(|path| modules.find(&path));
        let item = Some(item.to_owned());
        place == Some(Place { file, item })
            || place
                == Some(Place {
                    file,
                    item: Some("*".to_owned()),
                })
    };
    (0..modules.sources.len()).any(|other| {
        let mut public = modules.uses[other].iter().filter(|import| import.is_public);
        is_open(modules, &place_of(&modules.sources[other])) && public.any(|import| leads_here(other, &import.path))
    })
}

/// Each module on the way from the root is declared `pub`. A parent that is not there is taken for open.
fn is_open(modules: &Modules<'_>, module: &[String]) -> bool {
    (1..=module.len()).all(|depth| {
        let Some(parent) = modules.file(&module[..depth - 1]) else {
            return true;
        };
        let (code, name) = (&modules.sources[parent].code, &module[depth - 1]);
        let is_open = code.lines().any(|line| line.trim() == format!("pub mod {name};"));
        is_open || !declares_module(code, name)
    })
}

#[test]
fn no_public_signature_shows_the_engine() {
    let found = signatures(&sources());
    let complaints: Vec<&str> = found.iter().map(|(_, complaint)| complaint.as_str()).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The rule on one file of the index, with a parent.
fn shown_by(parent: &str, text: &str) -> Vec<String> {
    let files = [
        ("lib.rs", "pub mod index;"),
        ("index/mod.rs", parent),
        ("index/a.rs", text),
    ];
    let sources = files.map(|(path, text)| Source::new(path, text));
    signatures(&sources).into_iter().map(|(key, _)| key).collect()
}

#[test]
fn a_public_signature_with_the_engine_is_found() {
    const IMPORTS: &str = "use tantivy::schema::{Field as Handle, Schema};\nuse tantivy::{postings, Searcher};\n";
    let bad = [
        ("pub fn f(a: u8) -> tantivy::Result<()> {}", "f"),
        ("pub fn f<T>(\n    a: &[Schema; 2],\n) -> u8 where T: B {}", "f"),
        ("pub const fn f(a: Handle) {}", "f"),
        ("pub fn f(a: postings::TermInfo) {}", "f"),
        ("pub fn f<S: AsRef<Schema>>() {}", "f"),
        (
            "pub struct A;\nimpl A {\n    pub fn f(&self) -> &Searcher { b }\n}",
            "A::f",
        ),
        ("pub struct A<'a> {\n    b: u8,\n    pub c: &'a Searcher,\n}", "A::c"),
        ("pub struct A(u8, pub Schema);", "A::0"),
        ("pub struct A<T: Into<Schema>>(T);", "A"),
        ("pub enum A {\n    B,\n    C(#[from] tantivy::TantivyError),\n}", "A"),
        ("pub enum A { B { c: Vec<Handle> } }", "A"),
        ("pub type A = Vec<Handle>;", "A"),
        ("pub const A: Handle = b();", "A"),
        ("pub static A: Option<Schema> = None;", "A"),
        ("pub trait A {\n    fn b(&self) -> Handle;\n}", "A"),
        (
            "pub struct A;\nimpl From<tantivy::TantivyError> for A {}",
            "impl From<tantivy::TantivyError> for A",
        ),
        ("type Own = Option<Handle>;\npub fn f(a: Own) {}", "f"),
        ("pub struct A;\nimpl From<A> for Schema {}", "impl From<A> for Schema"),
        ("pub use tantivy::Term;", "use"),
    ];
    for (text, subject) in bad {
        let found = shown_by("pub mod a;", &format!("{IMPORTS}{text}"));
        assert_eq!(found, [format!("index/a.rs {subject}")], "{text}");
    }
    let again = [
        "mod a;\npub use self::a::f;",
        "pub(crate) mod a;\npub use a::{f as g};",
        "mod a;\npub use self::a::*;",
    ];
    for parent in again {
        assert_eq!(
            shown_by(parent, "pub fn f(a: tantivy::Term) {}"),
            ["index/a.rs f"],
            "{parent}"
        );
    }
}

#[test]
fn a_signature_that_hides_the_engine_is_left_alone() {
    const IMPORTS: &str = "use crate::article::Field;\nuse tantivy::schema::{self, Field as Handle, Schema};\n";
    let good = [
        "pub fn f(a: Field, schema: u8) -> u8 { Schema::new(); a }",
        "pub(crate) fn f(a: Schema) {}\npub(super) struct A { b: Handle }\npub(in crate::index) type B = Handle;",
        "pub struct A {\n    b: Schema,\n    pub c: u8,\n    pub(crate) d: Handle,\n}",
        "pub struct A(Schema, pub u8);",
        "pub enum A { Schema, Handle(u8) }",
        "pub const A: u8 = Schema::B;",
        "pub trait A {\n    fn b(&self) -> u8 { Schema::new() }\n}",
        "pub(crate) struct A;\nimpl A {\n    pub fn f(&self) -> Schema { b }\n}\nimpl From<Schema> for A {}",
        "struct A;\nimpl From<Schema> for A {}\nimpl From<A> for Schema {}\nfn f(a: Handle) {}",
        "/// pub fn f(a: Schema) {}\npub fn f() {}\n#[cfg(test)]\nmod tests {\n    pub fn g(a: Schema) {}\n}",
        "pub fn f(a: other::Schema) {}",
        "pub(crate) use tantivy::Term;",
    ];
    for text in good {
        let found = shown_by("pub mod a;", &format!("{IMPORTS}{text}"));
        assert_eq!(found, [] as [&str; 0], "{text}");
    }
    let hidden = [
        "mod a;",
        "pub(crate) mod a;\npub use self::a::g;",
        "mod a;\npub(crate) use self::a::f;",
    ];
    for parent in hidden {
        assert_eq!(
            shown_by(parent, "pub fn f(a: tantivy::Term) {}"),
            [] as [&str; 0],
            "{parent}"
        );
    }
}
