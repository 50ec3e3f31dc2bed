//! Lists of two columns: a word, and what stands for it with bars between.
//!
//! Takes the text of a list, gives its rows.

/// The rows of a list: the first cell, and the second cut at its bars.
pub(super) fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(english, forms)| (english, forms.split('|').collect()))
}
