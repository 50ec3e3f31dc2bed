//! Where an import leads: from the `use` lines of the files to the file that defines an item.

use std::collections::HashMap;

use super::Source;
use super::code::{blanked, names_at, offsets_of_word};

/// A name that a file gets by `use`.
#[derive(Debug)]
pub(super) struct Use {
    /// As it is written, from its first part on.
    pub(super) path: Vec<String>,
    /// What the file calls it.
    pub(super) name: String,
    pub(super) line: usize,
    /// It has `pub`, with or without a range.
    pub(super) is_handed_on: bool,
    /// It has `pub` alone.
    pub(super) is_public: bool,
}

/// The `use` lines of a file, each name by itself.
pub(super) fn uses(code: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    for (start, _) in statements(code) {
        let before = code[..start].trim_end();
        let before = before.rsplit([';', '{', '}', ']']).next().unwrap_or_default().trim();
        for named in names_at(code, start + "use ".len()) {
            uses.push(Use {
                path: named.path,
                name: named.name,
                line: named.line,
                is_handed_on: before.starts_with("pub"),
                is_public: before == "pub",
            });
        }
    }
    uses
}

/// From `use` to its semicolon; `use<'a>` of a signature is none.
fn statements(code: &str) -> Vec<(usize, usize)> {
    offsets_of_word(code, "use")
        .filter(|at| code[at + "use".len()..].starts_with(' '))
        .filter_map(|at| Some((at, at + code[at..].find(';')? + 1)))
        .collect()
}

/// The code without `use` lines and without the ranges of `pub(in …)`, which import nothing.
pub(super) fn without_uses(code: &str) -> String {
    let ranges = code
        .match_indices("(in ")
        .filter_map(|(at, _)| Some((at, at + code[at..].find(')')?)));
    blanked(code, statements(code).into_iter().chain(ranges))
}

/// Where a path leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which of the files.
    pub(super) file: usize,
    /// The item that the file defines; none where the path names the module itself.
    pub(super) item: Option<String>,
}

/// The modules of the crate, with what each gets by `use`.
#[derive(Debug)]
pub(super) struct Modules<'s> {
    pub(super) sources: &'s [Source],
    pub(super) uses: Vec<Vec<Use>>,
    files: HashMap<Vec<String>, usize>,
}

impl<'s> Modules<'s> {
    pub(super) fn new(sources: &'s [Source]) -> Self {
        // main.rs is the root of another crate
        let of_the_crate = (0..sources.len()).filter(|&file| sources[file].path != "main.rs");
        Self {
            sources,
            uses: sources.iter().map(|source| uses(&source.code)).collect(),
            files: of_the_crate.map(|file| (place_of(&sources[file]), file)).collect(),
        }
    }

    pub(super) fn file(&self, module: &[String]) -> Option<usize> {
        self.files.get(module).copied()
    }

    /// The names of the modules that stand right below a file.
    pub(super) fn children(&self, file: usize) -> Vec<&str> {
        let place = place_of(&self.sources[file]);
        let is_child = |module: &&Vec<String>| module.len() == place.len() + 1 && module.starts_with(&place);
        let children = self.files.keys().filter(is_child);
        children
            .filter_map(|module| module.last())
            .map(String::as_str)
            .collect()
    }

    /// A path of a file, from the root of the crate on; none for paths of other crates.
    pub(super) fn absolute(&self, file: usize, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut place = place_of(&self.sources[file]);
        match first.as_str() {
            "crate" => place.clear(),
            "self" => {}
            "super" => {
                place.pop();
                let climbs = rest.iter().take_while(|part| *part == "super").count();
                place.truncate(place.len().saturating_sub(climbs));
                return Some(joined(place, &rest[climbs..]));
            }
            child if self.children(file).contains(&child) => return Some(joined(place, path)),
            alias => {
                let of_alias = |u: &&Use| u.name == alias && u.path[0] != alias;
                let import = self.uses[file].iter().find(of_alias)?;
                return Some(joined(self.absolute(file, &import.path)?, rest));
            }
        }
        Some(joined(place, rest))
    }

    /// Where a path from the root of the crate on leads, through what the modules on its way hand on.
    pub(super) fn find(&self, path: &[String]) -> Option<Place> {
        self.find_within(path, 8)
    }

    /// The steps are counted, since made-up files may hand on in a circle.
    fn find_within(&self, path: &[String], steps: usize) -> Option<Place> {
        let depth = (0..=path.len())
            .rev()
            .find(|&depth| self.files.contains_key(&path[..depth]))?;
        let file = self.files[&path[..depth]];
        let Some(item) = path.get(depth) else {
            let namesake = self.namesake(path).filter(|_| steps > 0);
            return namesake.map_or(Some(Place { file, item: None }), |item| {
                self.find_within(&item, steps - 1)
            });
        };
        if declares_module(&self.sources[file].code, item) {
            // compiled by #[path] from elsewhere
            return None;
        }
        let Some(import) = self.uses[file].iter().find(|import| import.name == *item) else {
            let item = Some(item.clone());
            return Some(Place { file, item });
        };
        let target = joined(self.absolute(file, &import.path)?, &path[depth + 1..]);
        if steps == 0 {
            None
        } else {
            self.find_within(&target, steps - 1)
        }
    }

    /// `fold::fold` for the module `fold` whose parent hands on a function of its name.
    fn namesake(&self, module: &[String]) -> Option<Vec<String>> {
        let (name, parent) = module.split_last()?;
        let parent = self.file(parent)?;
        let import = self.uses[parent].iter().find(|import| import.name == *name)?;
        self.absolute(parent, &import.path).filter(|path| path != module)
    }
}

/// The module that a file is.
pub(super) fn place_of(source: &Source) -> Vec<String> {
    source.place().into_iter().map(str::to_owned).collect()
}

fn joined(mut place: Vec<String>, rest: &[String]) -> Vec<String> {
    place.extend(rest.iter().filter(|part| *part != "self").cloned());
    place
}

pub(super) fn declares_module(code: &str, name: &str) -> bool {
    offsets_of_word(code, name).any(|at| code[..at].ends_with("mod ") && code[at + name.len()..].starts_with(';'))
}

/// The code speaks of a name that it got by `use`, as a type or by calling or handing over the function.
pub(super) fn speaks_of(code: &str, name: &str) -> bool {
    offsets_of_word(code, name).any(|at| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let is_function = name.starts_with(|c: char| c.is_ascii_lowercase());
        let is_called = after.starts_with('(') && !before.ends_with("fn ");
        let is_argument = before.ends_with(['(', ' ']) && after.starts_with(')');
        !before.ends_with([':', '.']) && (!is_function || is_called || is_argument)
    })
}

#[test]
fn imports_are_told_with_their_names() {
    let code = "use a::{b as c, d::{self, E}};\npub use f::G;\npub(super) use self::h;\nfn i() -> impl J + use<'k> {}";
    let told: Vec<String> = uses(code)
        .iter()
        .map(|u| {
            format!(
                "{} {}:{} {} {}",
                u.name,
                u.path.join("."),
                u.line,
                u.is_handed_on,
                u.is_public
            )
        })
        .collect();
    let expected = [
        "c a.b:1 false false",
        "d a.d.self:1 false false",
        "E a.d.E:1 false false",
        "G f.G:2 true true",
        "h self.h:3 true false",
    ];
    assert_eq!(told, expected);
    assert_eq!(
        without_uses("use a::b;\npub(in crate::c) d").trim(),
        "pub            ) d"
    );
}

#[test]
fn a_name_is_followed_to_the_file_that_defines_it() {
    let files = [
        (
            "a/mod.rs",
            "mod b;\npub mod c;\npub use self::b::{Item as Thing, b};\nuse crate::z::Other;\nenum Own {}\nmod gone;",
        ),
        ("a/b.rs", "pub struct Item;\npub fn b() {}"),
        ("a/c.rs", "use super::b as d;"),
    ];
    let sources = files.map(|(path, text)| Source::new(path, text));
    let modules = Modules::new(&sources);
    let find = |file: usize, path: &str| {
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        let place = modules.find(&modules.absolute(file, &path)?)?;
        Some(format!(
            "{} {}",
            sources[place.file].path,
            place.item.unwrap_or_default()
        ))
    };
    let told = |file: usize, path: &str| find(file, path).unwrap_or_default();
    assert_eq!(told(2, "super::Thing"), "a/b.rs Item");
    assert_eq!(told(2, "super::Own"), "a/mod.rs Own");
    assert_eq!(told(2, "crate::a::c"), "a/c.rs ");
    assert_eq!(told(2, "d::Item::new"), "a/b.rs Item");
    assert_eq!(told(2, "super::b"), "a/b.rs b");
    assert_eq!(told(0, "b::Item"), "a/b.rs Item");
    for nowhere in ["super::Other", "super::gone::X", "std::fmt", "serde"] {
        assert_eq!(find(2, nowhere), None, "{nowhere}");
    }
}

#[test]
fn speaking_of_a_name_is_more_than_to_hold_it() {
    for code in ["fn a(b: Key) {}", "fold(text)", "map(fold)", "Key::new()"] {
        assert!(speaks_of(code, "Key") || speaks_of(code, "fold"), "{code}");
    }
    for code in ["Error::Key", "fold: String", "self.fold(a)", "fn fold() {}", "Keys"] {
        assert!(!speaks_of(code, "Key") && !speaks_of(code, "fold"), "{code}");
    }
}
