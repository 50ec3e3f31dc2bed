//! Inflection keeps a word together: every form that the class of a word takes shares a key with it.

use std::collections::BTreeMap;

use khabar::analysis::{closed_glide, fold, keys};

use crate::support::project;

/// Case endings, as written after any stem.
const CASES: [&str; 9] = ["ને", "નો", "ની", "નું", "ના", "માં", "માંથી", "થી", "નાં"];

/// Endings of verbs behind a consonant, of each tense and participle the commonest.
const OF_VERBS: [&str; 16] = [
    "વું",
    "વા",
    "વાની",
    "વાનો",
    "શે",
    "તો",
    "તી",
    "તા",
    "નાર",
    "્યો",
    "્યા",
    "્યું",
    "ી",
    "ે",
    "ેલા",
    "ીને",
];

fn is_consonant(c: char) -> bool {
    ('ક'..='હ').contains(&c)
}

/// The forms of a lemma, by its class.
fn forms(lemma: &str, class: &str) -> Vec<String> {
    let with = |stem: &str, endings: &[&str]| -> Vec<String> {
        endings.iter().map(|ending| format!("{stem}{ending}")).collect()
    };
    let ends_in_consonant = lemma.ends_with(is_consonant);
    match class {
        "n" | "nm" | "ab" => {
            let mut forms = with(lemma, &CASES);
            let number: &[&str] = if ends_in_consonant {
                &["ે", "ો", "ોને", "ોની", "ોમાં"]
            } else {
                &["એ", "ઓ", "ઓને", "ઓની", "ઓમાં"]
            };
            forms.extend(with(lemma, number));
            forms
        }
        "mo" => lemma.strip_suffix('ો').map_or_else(Vec::new, |stem| {
            let oblique = format!("{stem}ા");
            let mut forms = with(&oblique, &CASES);
            forms.extend([oblique, format!("{stem}ે")]);
            forms
        }),
        "nu" => lemma.strip_suffix("ું").map_or_else(Vec::new, |stem| {
            let oblique = format!("{stem}ા");
            let mut forms = with(&oblique, &CASES);
            forms.extend([oblique, format!("{stem}ાં")]);
            forms
        }),
        "av" => lemma
            .strip_suffix("ું")
            .map_or_else(Vec::new, |stem| with(stem, &["ો", "ી", "ા", "ે", "ાં"])),
        "v" => match lemma.strip_suffix("વું") {
            Some(stem) if stem.ends_with(is_consonant) && !stem.ends_with('હ') => with(stem, &OF_VERBS),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether a form has a key of its word.
fn meets(form: &str, lemma: &str) -> bool {
    let of_lemma = keys(lemma).lemmas;
    keys(form)
        .lemmas
        .iter()
        .any(|key| of_lemma.iter().any(|other| other.key == key.key))
}

/// Stems whose forms are written like those of another word: ચાયના is China, સમ્માન honour.
const AMBIGUOUS: [&str; 2] = ["ચાય", "સમ્મા"];

/// The forms of a stem that takes endings as it is, whose spelling key does not begin with the stem's.
fn torn(stem: &str) -> Vec<String> {
    let key = fold(stem);
    let is_whole = |form: &String| {
        let of_form = fold(form);
        of_form.starts_with(&key) || closed_glide(&of_form).is_some_and(|closed| closed.starts_with(&key))
    };
    let torn = forms(stem, "n").into_iter().filter(|form| !is_whole(form));
    torn.map(|form| format!("{form} of {stem}")).collect()
}

#[test]
fn the_spelling_key_of_a_stem_begins_that_of_its_forms() {
    let lexicon = std::fs::read_to_string(project().join("src/analysis/data/lexicon.tsv")).unwrap();
    let mut apart = Vec::new();
    for line in lexicon.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        if let (Some(stem), Some("n" | "nm" | "ab")) = (columns.next(), columns.next()) {
            // a sign at the end of a stem is lost before some endings: માઁ
            let ends_in_sign = stem.ends_with(['\u{ACD}', '\u{A82}', '\u{A81}']);
            apart.extend(
                torn(stem)
                    .into_iter()
                    .filter(|_| !ends_in_sign && !AMBIGUOUS.contains(&stem)),
            );
        }
    }
    assert!(apart.is_empty(), "{}: {}", apart.len(), apart.join("; "));
}

/// What random stems are made of.
#[rustfmt::skip]
const SYLLABLES: [&str; 24] = [
    "ક", "કા", "ગોય", "લ", "પંચા", "ય", "ત", "ત્ર", "ક્રુ", "સ્ત", "ન્ન", "મ્મ", "લ્લા", "ર્ક", "ડ્ડુ", "ની", "બૃ", "ચ્ચ", "ઓય", "આ", "મો", "દ્ધ", "ખે", "હ",
];

#[test]
fn endings_keep_random_stems_whole() {
    let mut state = 20_261_201_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut apart = Vec::new();
    for _ in 0..20_000 {
        let count = 2 + next(3);
        let stem: String = (0..count).map(|_| SYLLABLES[next(SYLLABLES.len())]).collect();
        apart.extend(torn(&stem));
    }
    assert!(
        apart.is_empty(),
        "{}: {}",
        apart.len(),
        apart.iter().take(40).cloned().collect::<Vec<_>>().join("; ")
    );
}

/// At most so many forms of a class, in per cent, are read as another word before their own: ચોરી is theft before it is of ચોરવું.
const MOST_APART: [(&str, f64); 7] = [
    ("ab", 1.2),
    ("av", 0.9),
    ("mo", 1.0),
    ("n", 0.6),
    ("nm", 0.6),
    ("nu", 0.6),
    ("v", 1.0),
];

#[test]
fn every_form_of_a_word_of_the_lexicon_has_its_key() {
    let lexicon = std::fs::read_to_string(project().join("src/analysis/data/lexicon.tsv")).unwrap();
    let mut apart: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lexicon.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(lemma), Some(class)) = (columns.next(), columns.next()) else {
            continue;
        };
        for form in forms(lemma, class) {
            *of.entry(class).or_default() += 1;
            if !meets(&form, lemma) {
                apart.entry(class).or_default().push(format!("{form} of {lemma}"));
            }
        }
    }
    for (class, count) in of {
        let failed = apart.get(class).map_or(&[][..], Vec::as_slice);
        let most = MOST_APART
            .iter()
            .find(|(of, _)| *of == class)
            .map_or(0.0, |(_, most)| *most);
        let share = 100.0 * failed.len() as f64 / count as f64;
        assert!(
            share <= most,
            "{class}: {share:.2} % of {count} apart, at most {most}: {}",
            failed.join("; ")
        );
    }
}
