//! Listed forms: the lemmas of forms that no rule of inflection finds, or finds wrongly.
//!
//! Takes a folded form, gives its folded lemma.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold;

/// Rows of a list; comment lines are passed over.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = list.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t'))
}

/// The pronoun that a form is of.
pub(super) fn pronoun(word: &str) -> Option<&'static str> {
    static FORMS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let mut forms = HashMap::new();
        for (lemma, beginnings) in rows(include_str!("data/pronouns.tsv")) {
            let lemma = fold(lemma);
            for form in beginnings.split('|').flat_map(forms_of_pronoun) {
                forms.entry(form).or_insert_with(|| lemma.clone());
            }
        }
        forms
    });
    FORMS.get(word).map(String::as_str)
}

/// The forms with one beginning; after a hyphen an ending must follow.
fn forms_of_pronoun(beginning: &str) -> Vec<String> {
    let stem = beginning.trim_end_matches('-');
    let itself = (stem == beginning).then_some("");
    let endings = ["ો", "ી", "ું", "ા", "ે", "ાથી", "ામાં", "ાને"];
    let all = itself.into_iter().chain(endings);
    all.map(|ending| fold(&format!("{stem}{ending}"))).collect()
}

/// The lemma that a form is mostly of (`data/readings.tsv`).
pub(super) fn lemma(word: &str) -> Option<&'static str> {
    static FORMS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let lemma = |rest: &str| fold(rest.split('\t').next().unwrap_or_default());
        let forms = rows(include_str!("data/readings.tsv"));
        forms.map(|(form, rest)| (fold(form), lemma(rest))).collect()
    });
    FORMS.get(word).map(String::as_str)
}
