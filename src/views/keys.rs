//! The keys of the words of a line, for programs that join on them.

use std::io::{Result, Write};

use crate::analysis::Keys;

/// Writes a line, a tab, its lemma key; with `all` the three keys exact, fold, lemma. The keys of several words
/// have spaces between.
pub(crate) fn line(out: &mut impl Write, line: &str, words: &[(String, Keys)], all: bool) -> Result<()> {
    let join = |key: &dyn Fn(&(String, Keys)) -> String| words.iter().map(key).collect::<Vec<_>>().join(" ");
    let lemma = join(&|(_, keys)| keys.lemmas.first().map_or_else(String::new, |lemma| lemma.key.clone()));
    if all {
        let (exact, fold) = (join(&|(form, _)| form.clone()), join(&|(_, keys)| keys.fold.clone()));
        writeln!(out, "{line}\t{exact}\t{fold}\t{lemma}")
    } else {
        writeln!(out, "{line}\t{lemma}")
    }
}
