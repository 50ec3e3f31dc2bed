//! Word lists, the gazetteer and the sample corpus: well formed, and as large as they say.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::ControlFlow;

use khabar::article::Article;
use khabar::corpus::{self, Options, Record};
use khabar::entities::{EntityKind, Gazetteer, Recogniser, ids_by_weight};
use unicode_normalization::is_nfc;

use crate::support::{files_below, project, text_of};

mod codes;

/// What a list must look like.
struct List {
    path: &'static str,
    /// The least and the greatest number of columns.
    columns: (usize, usize),
    /// The columns that together stand once only.
    key: &'static [usize],
    /// Whether its rows stand in the order of their bytes, so that a change shows as one line.
    sorted: bool,
    least: usize,
}

const fn list(path: &'static str, columns: (usize, usize), key: &'static [usize], sorted: bool, least: usize) -> List {
    List {
        path,
        columns,
        key,
        sorted,
        least,
    }
}

/// Every list of the program. A new one is a new line here.
const LISTS: [List; 30] = [
    list("analysis/data/english_sounds.tsv", (3, 3), &[0], true, 100_000),
    list("analysis/data/keep.tsv", (4, 4), &[0, 2], false, 10),
    list("analysis/data/lexicon.tsv", (3, 3), &[0, 1], true, 20_000),
    list("analysis/data/loans.tsv", (4, 4), &[0, 1, 2], false, 500),
    list("analysis/data/name_parts.tsv", (1, 1), &[0], true, 5000),
    list("analysis/data/numbers.tsv", (2, 2), &[0], true, 99),
    list("analysis/data/pronouns.tsv", (2, 2), &[0], true, 10),
    list("analysis/data/readings.tsv", (3, 3), &[0], true, 3),
    list("analysis/data/respell.tsv", (4, 4), &[0], false, 10),
    list("analysis/data/romanise.tsv", (4, 4), &[0, 1, 2], false, 1000),
    list("analysis/data/stop.tsv", (1, 1), &[0], true, 150),
    list("article/data/abbreviations.tsv", (1, 1), &[0], true, 70),
    list("article/data/categories.tsv", (2, 2), &[0], true, 200),
    list("article/data/category_names.tsv", (2, 2), &[0], true, 30),
    list("article/data/months.tsv", (2, 2), &[0], true, 48),
    list("corpus/data/labels.tsv", (2, 2), &[0], true, 60),
    list("corpus/data/phrases.tsv", (2, 2), &[0, 1], true, 300),
    list("entities/data/countries.tsv", (6, 6), &[0], true, 249),
    list("entities/data/country_aliases.tsv", (3, 4), &[0, 1, 2], true, 500),
    list("entities/data/cues.tsv", (3, 3), &[0, 1], true, 9000),
    list("entities/data/organisations.tsv", (6, 6), &[0], true, 400),
    list("entities/data/people.tsv", (7, 7), &[0], true, 1000),
    list("entities/data/place_aliases.tsv", (4, 4), &[0, 2], true, 100),
    list("entities/data/places.tsv", (8, 8), &[0], true, 1000),
    list("query/data/abbreviations.tsv", (2, 2), &[0], true, 400),
    list("query/data/cldr.tsv", (2, 2), &[0], true, 300),
    list("query/data/english.tsv", (2, 2), &[0], true, 6000),
    list("query/data/function_words.tsv", (2, 2), &[0], true, 100),
    list("query/data/irregular.tsv", (2, 2), &[0], true, 250),
    list("query/data/terms.tsv", (2, 2), &[0], true, 1500),
];

/// What is wrong with a list.
fn faults(list: &List, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let header: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    let said = header.join(" ").to_lowercase();
    for (word, what) in [("licen", "licence"), ("column", "columns")] {
        // two-column lists name their columns as a<TAB>b
        let is_said = said.contains(word)
            || (word == "column" && (said.contains('\t') || said.contains("<tab>") || list.columns.1 == 1));
        if !is_said {
            faults.push(format!("the header does not name the {what}"));
        }
    }
    let names_source = ["source", "made by", "hand-made", "written for"]
        .iter()
        .any(|word| said.contains(word));
    if !names_source {
        faults.push("the header does not name the source".to_owned());
    }
    if text.contains('\r') || text.starts_with('\u{FEFF}') || !text.ends_with('\n') {
        faults.push("not plain lines: a byte order mark, carriage returns, or no newline at the end".to_owned());
    }
    let rows: Vec<&str> = text.lines().skip(header.len()).collect();
    if rows.len() < list.least {
        faults.push(format!("{} rows; at least {}", rows.len(), list.least));
    }
    let mut seen = HashSet::new();
    let mut before = "";
    for (number, row) in (header.len() + 1..).zip(rows) {
        let mut fault = |what: &str| faults.push(format!("line {number}: {what}: {row}"));
        let cells: Vec<&str> = row.split('\t').collect();
        if cells.len() < list.columns.0 || cells.len() > list.columns.1 {
            fault("wrong number of columns");
        }
        if !is_nfc(row) {
            fault("not NFC");
        }
        if cells[0].is_empty() || row.starts_with('#') {
            fault("no first column");
        }
        if cells.iter().any(|cell| cell.trim() != *cell || cell.contains("  ")) {
            fault("stray spaces");
        }
        if row.chars().any(|c| c.is_control() && c != '\t') {
            fault("a control character");
        }
        let key: Vec<&str> = list
            .key
            .iter()
            .map(|&at| cells.get(at).copied().unwrap_or_default())
            .collect();
        if !seen.insert(key) {
            fault("stands twice");
        }
        if list.sorted && row.split('\t').next() < Some(before) {
            fault("out of order");
        }
        before = cells[0];
    }
    faults
}

#[test]
fn every_list_is_well_formed() {
    let src = project().join("src");
    let found: Vec<String> = files_below(&src, ".tsv")
        .iter()
        .map(|file| file.strip_prefix(&src).unwrap().to_str().unwrap().to_owned())
        .collect();
    let listed: Vec<&str> = LISTS.iter().map(|list| list.path).collect();
    assert_eq!(
        found, listed,
        "a list without its line in LISTS, or a line without its list"
    );
    let all: Vec<String> = LISTS
        .iter()
        .flat_map(|list| {
            let faults = faults(list, &text_of(&src.join(list.path)));
            faults
                .into_iter()
                .take(10)
                .map(|fault| format!("src/{}: {fault}", list.path))
        })
        .collect();
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn a_list_with_a_fault_is_told_from_one_without() {
    let list = list("a.tsv", (2, 3), &[0], true, 2);
    let header = "# Words. Source: made up. Licence: MIT.\n# word\tkind\n";
    assert_eq!(faults(&list, &format!("{header}અ\tx\nઆ\ty\tz\n")), Vec::<String>::new());
    let bad = [
        ("અ\tx\nઆ\n", "wrong number of columns"),
        ("અ\tx\nઅ\ty\n", "stands twice"),
        ("આ\tx\nઅ\ty\n", "out of order"),
        ("અ\tx\nઆ \ty\n", "stray spaces"),
        ("અ\tx\n\ty\n", "no first column"),
        ("અ\tx\nक\u{93C}\tकौ\u{1}\n", "control"),
        ("અ\tx\nઆ\te\u{301}\n", "not NFC"),
        ("અ\tx\r\nઆ\ty\n", "carriage returns"),
        ("અ\tx\nઆ\ty", "no newline"),
        ("અ\tx\n", "at least 2"),
    ];
    for (rows, expected) in bad {
        let faults = faults(&list, &format!("{header}{rows}"));
        assert!(
            faults.iter().any(|fault| fault.contains(expected)),
            "{rows:?}: {faults:?}"
        );
    }
    for (header, expected) in [
        ("# Source: x; word\tkind\n", "licence"),
        ("# Licence MIT; word\tkind\n", "source"),
    ] {
        let faults = faults(&list, &format!("{header}અ\tx\nઆ\ty\n"));
        assert!(
            faults.iter().any(|fault| fault.contains(expected)),
            "{header:?}: {faults:?}"
        );
    }
}

fn rows(path: &str) -> Vec<Vec<String>> {
    text_of(&project().join("src").join(path))
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// The second cells of a glossary hold Gujarati, and no word stands in two of the lists.
#[test]
fn glossaries_give_gujarati_and_do_not_overlap() {
    let is_gujarati = |form: &str| {
        form.chars()
            .all(|c| matches!(c, ' ' | '-' | '.' | '0'..='9') || ('\u{A80}'..='\u{AFF}').contains(&c))
    };
    let is_english = |word: &str| word.chars().all(|c| matches!(c, '-' | '\'' | '0'..='9' | 'a'..='z'));
    let mut seen = HashSet::new();
    let mut wrong = Vec::new();
    for list in ["abbreviations", "cldr", "english", "terms"] {
        for row in rows(&format!("query/data/{list}.tsv")) {
            let words: Vec<&str> = row[0].split(' ').collect();
            let forms: Vec<&str> = row[1].split('|').collect();
            let is_counted = match list {
                "terms" => (2..=4).contains(&words.len()),
                _ => words.len() == 1,
            };
            let has_latin = list == "abbreviations";
            let is_right = is_counted
                && words.iter().all(|word| is_english(word))
                && forms.iter().collect::<HashSet<_>>().len() == forms.len()
                && forms.iter().all(|form| {
                    let is_latin = has_latin && form.chars().all(|c| c == ' ' || c.is_ascii_alphabetic());
                    form.trim() == *form && !form.is_empty() && (is_gujarati(form) || is_latin)
                });
            if !is_right || !seen.insert(row[0].clone()) {
                wrong.push(format!("{list}: {}", row.join(" ")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_country_of_iso_3166_is_there() {
    let codes: BTreeSet<&str> = codes::ISO_3166_1.split_whitespace().collect();
    assert_eq!(codes.len(), 249);
    let rows = rows("entities/data/countries.tsv");
    let found: BTreeSet<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    let missing: Vec<&&str> = codes.difference(&found).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for row in &rows {
        assert!(!row[1].is_empty() && !row[2].is_empty(), "{row:?}");
        assert!(
            row[1]
                .chars()
                .all(|c| c == ' ' || c == '-' || ('\u{A80}'..='\u{AFF}').contains(&c)),
            "{row:?}"
        );
    }
}

#[test]
fn rows_that_name_a_country_or_a_place_name_one_that_is_there() {
    let of = |path: &str| -> HashSet<String> { rows(path).iter().map(|row| row[0].clone()).collect() };
    let (countries, places) = (of("entities/data/countries.tsv"), of("entities/data/places.tsv"));
    let named = [
        ("countries.tsv", 5, &places),
        ("country_aliases.tsv", 0, &countries),
        ("organisations.tsv", 2, &countries),
        ("people.tsv", 5, &countries),
        ("place_aliases.tsv", 0, &places),
        ("places.tsv", 2, &countries),
        ("places.tsv", 3, &places),
    ];
    let mut lost = Vec::new();
    for (list, column, known) in named {
        for row in rows(&format!("entities/data/{list}")) {
            lost.extend(
                row[column]
                    .split('|')
                    .filter(|id| !id.is_empty() && !known.contains(*id))
                    .map(|id| format!("{list}: {} of {}", id, row[0])),
            );
        }
    }
    assert!(lost.is_empty(), "\n{}", lost.join("\n"));
}

#[test]
fn ids_are_slugs_and_unique_in_their_kind() {
    let gazetteer = Gazetteer::shipped().unwrap();
    for kind in EntityKind::ALL {
        let mut seen = HashSet::new();
        for entity in gazetteer.entities(kind) {
            assert!(seen.insert(entity.id), "{} twice", entity.id);
            let is_slug = match kind {
                EntityKind::Country => entity.id.len() == 2 && entity.id.bytes().all(|b| b.is_ascii_uppercase()),
                _ => entity
                    .id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            };
            assert!(is_slug, "{}", entity.id);
            assert!(
                !entity.name.is_empty() && !entity.name_latin.is_empty(),
                "{}",
                entity.id
            );
        }
    }
    let count = |kind| gazetteer.entities(kind).count();
    assert!(count(EntityKind::Person) >= 1000);
    assert!(count(EntityKind::Organisation) >= 400);
    assert!(count(EntityKind::Country) >= 249);
    assert!(count(EntityKind::Place) >= 1000);
}

#[test]
fn names_lead_to_their_bearers() {
    let gazetteer = Gazetteer::shipped().unwrap();
    let cases = [
        (EntityKind::Person, "Vladimir Putin", "vladimir-putin"),
        (EntityKind::Person, "vladimir putin", "vladimir-putin"),
        (EntityKind::Person, "પુટિન", "vladimir-putin"),
        (EntityKind::Person, "પુતિન", "vladimir-putin"),
        (EntityKind::Person, "વ્લાદિમીર પુતિન", "vladimir-putin"),
        (EntityKind::Person, "vladimir-putin", "vladimir-putin"),
        (EntityKind::Person, "નરેન્દ્ર મોદી", "narendra-modi"),
        (EntityKind::Person, "Narendra Modi", "narendra-modi"),
        (EntityKind::Country, "KP", "KP"),
        (EntityKind::Country, "kp", "KP"),
        (EntityKind::Country, "DPRK", "KP"),
        (EntityKind::Country, "ઉત્તર કોરિયા", "KP"),
        (EntityKind::Country, "યુએસ", "US"),
        (EntityKind::Country, "અમેરિકા", "US"),
        (EntityKind::Country, "USA", "US"),
        (EntityKind::Place, "અમદાવાદ", "ahmedabad"),
        (EntityKind::Place, "Surat", "surat"),
        (EntityKind::Organisation, "ઇસરો", "isro"),
        (EntityKind::Organisation, "ISRO", "isro"),
    ];
    for (kind, name, id) in cases {
        let found: Vec<String> = gazetteer
            .resolve(kind, name)
            .iter()
            .map(|entity| entity.id.to_owned())
            .collect();
        assert_eq!(found, [id], "{name}");
    }
    assert!(gazetteer.resolve(EntityKind::Person, "કોઈ નહીં એવું").is_empty());
    assert!(gazetteer.resolve(EntityKind::Country, "Vladimir Putin").is_empty());
}

/// A name with a case ending, alone in a text, is the name.
#[test]
fn names_are_found_with_every_case_ending() {
    let names = [
        "ભારત",
        "અમેરિકા",
        "રશિયા",
        "ચીન",
        "જાપાન",
        "પાકિસ્તાન",
        "ઇઝરાયલ",
        "યુક્રેન",
        "ઈરાન",
        "બ્રિટન",
        "ફ્રાન્સ",
        "બાંગ્લાદેશ",
        "શ્રીલંકા",
        "નેપાળ",
        "ઉત્તર કોરિયા",
        "અમદાવાદ",
        "સુરત",
        "દિલ્હી",
        "મુંબઈ",
        "પુતિન",
    ];
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut lost = Vec::new();
    for name in names {
        // defect 13: ભારતની, ભારતનું, અમેરિકાની, રશિયાની, ચીનની, ઈરાનનો, બ્રિટનની are lost
        for ending in ["", "નો", "ની", "નું", "ના", "ને", "માં", "થી", "માંથી", "નાં"]
        {
            let id = khabar::article::ArticleId::new("a").unwrap();
            let article = Article {
                body: format!("{name}{ending}"),
                ..Article::new(id, "a")
            };
            if recogniser.mentions(&article).is_empty() {
                lost.push(article.body);
            }
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}

/// Every name of the lists is known to be its entity's, alone or among others that bear it.
#[test]
fn every_name_of_an_entity_leads_back_to_it() {
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut lost = Vec::new();
    for kind in EntityKind::ALL {
        for entity in gazetteer.entities(kind) {
            for name in [&entity.name, &entity.name_latin] {
                let bearers = gazetteer.bearers(name);
                let is_borne = bearers
                    .iter()
                    .any(|bearer| gazetteer.entity(bearer.entity).as_ref() == Some(&entity));
                if !is_borne {
                    lost.push(format!("{name} ({})", entity.id));
                }
            }
        }
    }
    assert!(
        lost.is_empty(),
        "{} lost: {:?}",
        lost.len(),
        &lost[..lost.len().min(20)]
    );
}

/// A gazetteer kept with an index is the one it was made from.
#[test]
fn a_gazetteer_comes_back_from_its_bytes() {
    let gazetteer = Gazetteer::shipped().unwrap();
    let bytes = gazetteer.as_bytes().to_vec();
    let back = Gazetteer::from_bytes(bytes.clone()).unwrap();
    assert_eq!(back.hash(), gazetteer.hash());
    assert_eq!(back.len(), gazetteer.len());
    assert_eq!(
        back.resolve(EntityKind::Person, "પુટિન"),
        gazetteer.resolve(EntityKind::Person, "પુટિન")
    );
    for cut in [0, 7, 8, 100, bytes.len() / 2] {
        assert!(
            Gazetteer::from_bytes(bytes[..cut].to_vec()).is_err(),
            "cut to {cut} bytes"
        );
    }
}

/// The articles of the sample corpus.
fn sample() -> Vec<Article> {
    let mut articles = Vec::new();
    corpus::read(&[project().join("corpus")], &Options::default(), &mut |record| {
        match record {
            Record::Article { article, notes, .. } => {
                assert!(notes.is_empty(), "{}: {notes:?}", article.path);
                articles.push(*article);
            }
            Record::Skipped(skipped) => panic!("{skipped}"),
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    articles
}

#[test]
fn the_sample_corpus_is_as_large_as_agreed() {
    let articles = sample();
    assert!(articles.len() >= 72, "{} articles", articles.len());
    let ids: HashSet<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids.len(), articles.len(), "an id stands twice");
    let raw = files_below(&project().join("corpus"), ".txt").len();
    assert!(raw >= 40, "{raw} raw pages");
    let categories: BTreeSet<&str> = articles
        .iter()
        .flat_map(|article| &article.category)
        .map(|c| c.as_str())
        .collect();
    assert!(categories.len() >= 12, "{categories:?}");
    for article in &articles {
        let id = article.id.as_str();
        let year = article.date.map(jiff::civil::Date::year);
        assert!(year.is_some_and(|year| (2019..=2026).contains(&year)), "{id}: {year:?}");
        assert!(!article.headline.is_empty() && !article.body.is_empty(), "{id}");
        let words = [&article.summary, &article.body]
            .iter()
            .map(|text| text.split_whitespace().count())
            .sum::<usize>();
        assert!((80..=300).contains(&words), "{id} has {words} words");
    }
}

#[test]
fn the_sample_corpus_is_about_many_people_and_countries() {
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut found: BTreeMap<EntityKind, BTreeSet<String>> = BTreeMap::new();
    for article in sample() {
        let mentions = recogniser.mentions(&article);
        for mention in &mentions {
            let text = mention.field.of(&article);
            let slice = text.get(mention.byte_start..mention.byte_end);
            assert_eq!(
                slice,
                Some(mention.form.as_str()),
                "{}: {mention:?}",
                article.id.as_str()
            );
        }
        for kind in EntityKind::ALL {
            found
                .entry(kind)
                .or_default()
                .extend(ids_by_weight(&gazetteer, &mentions, kind));
        }
    }
    let count = |kind| found[&kind].len();
    assert!(count(EntityKind::Person) >= 80, "{:?}", found[&EntityKind::Person]);
    assert!(count(EntityKind::Country) >= 30, "{:?}", found[&EntityKind::Country]);
    assert!(count(EntityKind::Place) >= 30, "{:?}", found[&EntityKind::Place]);
    assert!(
        count(EntityKind::Organisation) >= 20,
        "{:?}",
        found[&EntityKind::Organisation]
    );
}
