//! Pages, and the parts that their lines must play.

use std::fs;
use std::path::{Path, PathBuf};

use khabar::corpus::layout::{Page, Part, parse_page};
use serde_json::Value;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
}

fn parse(file: &Path) -> (String, Page) {
    let text = fs::read_to_string(file).unwrap();
    let page = parse_page(&text);
    (text, page)
}

/// The fields of a page without its lines.
fn fields(page: &Page) -> serde_json::Map<String, Value> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(page) else {
        panic!("a page is an object")
    };
    fields.remove("lines");
    fields
}

#[test]
fn every_page_gives_its_fields() {
    let cases = text_files(&project().join("tests/corpus/pages"));
    assert!(cases.len() > 10);
    for case in cases {
        let found = fields(&parse(&case).1);
        let expected = case.with_extension("json");
        if !expected.exists() && std::env::var_os("KHABAR_BLESS").is_some() {
            fs::write(&expected, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let expected: Value = serde_json::from_slice(&fs::read(&expected).unwrap()).unwrap();
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&found[field], value, "{field} of {}", case.display());
        }
    }
}

/// Lines are in order, slice the text, and nothing but space lies between them and outside of them.
fn assert_complete(name: &str, text: &str, page: &Page) {
    let mut end = 0;
    for line in &page.lines {
        let between = text
            .get(end..line.byte_range.start)
            .unwrap_or_else(|| panic!("{name}: {line:?}"));
        let left_out = between
            .trim_matches(['/', '|', '\u{FEFF}', '\u{200B}'])
            .trim_matches(|c: char| c.is_whitespace() || c.is_control());
        assert!(
            matches!(left_out, "" | "/" | "|"),
            "{name}: lost {between:?} before {line:?}"
        );
        assert!(text.get(line.byte_range.clone()).is_some(), "{name}: {line:?}");
        end = line.byte_range.end;
    }
    assert!(
        text.get(end..)
            .unwrap()
            .chars()
            .all(|c| c.is_whitespace() || c.is_control()),
        "{name}: lost the end"
    );
    let body: Vec<&str> = page
        .body
        .split("\n\n")
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let in_body = page
        .lines
        .iter()
        .filter(|line| matches!(line.part, Part::Paragraph | Part::Subhead));
    assert_eq!(
        in_body.map(|line| line.text.as_str()).collect::<Vec<_>>(),
        body,
        "{name}"
    );
}

#[test]
fn no_line_of_any_page_is_lost() {
    let folders = [
        "tests/corpus/pages",
        "corpus/portal",
        "corpus/newspaper",
        "corpus/print",
        "corpus/labelled",
    ];
    for file in folders.iter().flat_map(|folder| text_files(&project().join(folder))) {
        let (text, page) = parse(&file);
        assert_complete(&file.display().to_string(), &text, &page);
    }
}

#[test]
fn any_scrap_of_a_page_parses() {
    for file in text_files(&project().join("tests/corpus/pages")) {
        let text = fs::read_to_string(&file).unwrap();
        for (at, _) in text.char_indices().step_by(7) {
            let (before, after) = text.split_at(at);
            assert_complete("before", before, &parse_page(before));
            assert_complete("after", after, &parse_page(after));
        }
    }
}

/// Every page of the sample corpus has what its kind must have.
#[test]
fn pages_of_the_sample_corpus_are_whole() {
    for folder in ["portal", "newspaper", "print", "labelled"] {
        for file in text_files(&project().join("corpus").join(folder)) {
            let (_, page) = parse(&file);
            let name = file.display();
            assert!(
                !page.headline.is_empty() && page.headline.len() < 600,
                "{name}: {}",
                page.headline
            );
            assert!(
                page.date.is_some() && page.date_found_in.is_some(),
                "{name} has no date"
            );
            assert!(
                !page.category.is_empty() && page.notes.is_empty(),
                "{name}: {:?}",
                page.notes
            );
            assert!(page.body.lines().count() >= 3, "{name}");
            assert!(!page.related.is_empty(), "{name} has no links");
            assert_eq!(
                page.summary.is_empty(),
                folder == "newspaper" && page.summary.is_empty(),
                "{name}"
            );
            for furniture in [
                "આ પણ વાંચો",
                "વધુ વાંચો",
                "WhatsApp Telegram",
                "ADVERTISEMENT",
                "અનુસંધાન",
                "Copy of",
                "whatsapp ad",
                "સંબંધિત સમાચાર",
            ] {
                assert!(!page.body.contains(furniture), "{name}: {furniture} in the body");
            }
        }
    }
}

/// The page that this project began with; it lies beside the repository and may be absent.
#[test]
fn the_seed_page_comes_out_as_agreed() {
    let seed = project().join("../shared/seed/putin-north-korea.txt");
    if seed.exists() {
        let page = check_portal_page(&seed);
        assert!(page.headline.starts_with("રશિયાના રાષ્ટ્રપતિ પુતિન પહોંચ્યા"));
        assert!(page.headline.ends_with("વ્યક્ત કરી ચિંતા"));
        assert_eq!(page.headline_latin, "Russian President Vladimir Putin");
        assert!(page.body.starts_with("સવારના થોડા સમય પહેલા"));
        assert!(
            page.body
                .contains("\n\nઉત્તર કોરિયા અને રશિયા પ્રતિબંધોનો સામનો કરી રહ્યા છે\n\n")
        );
        assert!(page.body.contains("\n\nઅમેરિકાએ પુતિનની મુલાકાત અંગે ચિંતા વ્યક્ત કરી છે\n\n"));
        assert_eq!(page.body.split("\n\n").count(), 11);
        assert_eq!(page.related.len(), 4);
        for word in ["પત્ની", "હાઈકોર્ટ", "શિમલા", "whatsapp", "કોંગ્રેસ"]
        {
            assert!(
                ![&page.headline, &page.summary, &page.body]
                    .iter()
                    .any(|text| text.contains(word)),
                "{word}"
            );
        }
    }
}

#[test]
fn the_projects_own_portal_page_comes_out_the_same_way() {
    let own = project().join("corpus/portal/putin-north-korea-visit.txt");
    let page = check_portal_page(&own);
    assert!(page.headline_latin.is_ascii() && !page.headline_latin.is_empty());
}

fn check_portal_page(file: &Path) -> Page {
    let (_, page) = parse(file);
    let categories: Vec<&str> = page.category.iter().map(|category| category.as_str()).collect();
    assert_eq!(categories, ["top-stories", "world"]);
    assert_eq!(page.date.unwrap().to_string(), "2024-06-19");
    assert_eq!(page.date_found_in.as_ref().unwrap().part, Part::Caption);
    assert!(!page.body.contains(page.summary.as_str()) && !page.body.contains(page.headline.as_str()));
    assert!(
        page.lines
            .iter()
            .any(|line| line.part == Part::Repeat && line.rule == "repeats the summary")
    );
    assert_eq!(page.lines.iter().filter(|line| line.part == Part::Subhead).count(), 2);
    page
}
