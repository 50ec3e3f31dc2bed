//! The rule for the build script: it is read with the files that it compiles by path.
//!
//! `build.rs` is the root of a program of its own, so that `crate::` and `super::` in a file below `build` name what
//! `build.rs` declares. A file of the crate that it compiles must stand alone there: it may name `script` and itself only.

use super::{Named, Source, assert_finds, assert_kept, project, text_of};

/// Modules that a file of the crate may name where the build compiles it.
const STANDS_FOR_ITSELF: &str = "script";

/// The build scripts: the folder of their package, below `src`.
const PACKAGES: [&str; 2] = ["", "analysis/"];

/// The folder of the package whose build script a file belongs to.
fn package_of(path: &str) -> Option<&'static str> {
    let is_of_build = |path: &str| path == "build.rs" || path.starts_with("build/");
    let mut packages = PACKAGES.into_iter();
    packages.find(|package| path.strip_prefix(package).is_some_and(is_of_build))
}

fn is_of_build(path: &str) -> bool {
    package_of(path).is_some()
}

/// The paths of `#[path = "…"]`, with their lines.
fn paths(text: &str) -> Vec<(usize, &str)> {
    let path_of = |line| {
        let rest: &str = str::strip_prefix(line, "#[path = \"")?;
        rest.strip_suffix("\"]")
    };
    (1..)
        .zip(text.lines())
        .filter_map(|(number, line)| Some((number, path_of(line.trim())?)))
        .collect()
}

/// A file that the build compiles is there, and names nothing that the build does not have.
fn compiled(path: &str) -> Option<String> {
    let file = project().join("src").join(path);
    if !file.is_file() {
        return Some("no such file".to_owned());
    }
    let source = Source::new(path, &text_of(&file));
    let foreign = source
        .names_of_ours()
        .into_iter()
        .find(|named| !may_name(&source, named));
    foreign.map(|named| format!("it names {}, which the build does not have", named.path.join("::")))
}

fn may_name(source: &Source, named: &Named) -> bool {
    is_of_build(&source.path) || named.path[0] == STANDS_FOR_ITSELF || source.place() == named.path[..1]
}

fn build(source: &Source) -> Vec<String> {
    let Some(package) = package_of(&source.path) else {
        return Vec::new();
    };
    let compiled = paths(&source.text).into_iter().filter_map(|(line, path)| {
        let what = compiled(&format!("{package}{path}"))?;
        Some(source.complaint(line, &format!("{path} cannot be compiled here: {what}")))
    });
    let root = text_of(&project().join("src").join(package).join("build.rs"));
    let declared: Vec<&str> = root
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    let names = source.names_of_ours().into_iter().filter_map(|named| {
        // `super` of build/x.rs is read as the module build
        let folder: Vec<String> = [package, "build"].join("").split('/').map(str::to_owned).collect();
        let path = named.path.strip_prefix(folder.as_slice()).unwrap_or(&named.path);
        let is_declared = declared.contains(&path[0].as_str());
        (!is_declared).then(|| source.complaint(named.line, &format!("build.rs does not declare {}", path.join("::"))))
    });
    compiled.chain(names).collect()
}

#[test]
fn the_build_has_what_it_names() {
    for (package, least) in PACKAGES.into_iter().zip([3, 4]) {
        let root = text_of(&project().join("src").join(package).join("build.rs"));
        assert!(
            paths(&root).len() >= least,
            "the paths of {package}build.rs were not read"
        );
    }
    assert_kept(build);
    let bad = [
        ("build.rs", "//! x\n#[path = \"analysis/nowhere.rs\"]\nmod nowhere;", 2),
        ("analysis/build.rs", "#[path = \"lexicon.rs\"]\nmod lexicon;", 1),
        ("build.rs", "#[path = \"entities/recognise/cues.rs\"]\nmod cues;", 1),
        ("analysis/build/lexicon.rs", "//! x\n\nuse super::stem::stem;", 3),
        ("build/lists.rs", "use crate::{kinds, analysis::tokens};", 1),
        ("build/lists.rs", "    #[path = \"no.rs\"]", 1),
    ];
    let good = [
        (
            "analysis/build.rs",
            "#[path = \"fold.rs\"]\nmod fold;\n// #[path = \"no.rs\"]",
        ),
        (
            "analysis/build/lexicon.rs",
            "use super::class::Class;\nuse crate::script;",
        ),
        ("analysis/lib.rs", "use super::stem::stem;"),
    ];
    assert_finds(build, &bad, &good);
}
