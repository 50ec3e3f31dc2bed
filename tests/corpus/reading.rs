//! Ids, formats and fields of good files.

use std::fs;
use std::io::Write;
use std::ops::ControlFlow;

use khabar::corpus::{self, Options};

use super::{read_files, read_with, write};

const PAGE: &str = "નર્મદા ડેમ છલકાયો\n\nસરદાર સરોવર ડેમ આજે છલકાયો છે.";

#[test]
fn ids_are_the_last_folder_and_the_path_below_it() {
    let files: [(&str, &[u8]); 5] = [
        ("world/a.txt", PAGE.as_bytes()),
        (
            "b.jsonl",
            "{\"headline\":\"એક\"}\n\n{\"id\":7,\"body\":\"બે\"}\n".as_bytes(),
        ),
        (
            "c.json",
            "[{\"summary\":\"ત્રણ\"},{\"id\":\"own\",\"body\":\"ચાર\"}]".as_bytes(),
        ),
        ("d.json", "{\"body\":\"પાંચ\"}".as_bytes()),
        ("e.ndjson", "{\"body\":\"છ\"}".as_bytes()),
    ];
    let reading = read_files(&files, &Options::default());
    let expected = [
        "news/b.jsonl:1",
        "7",
        "news/c.json:1",
        "own",
        "news/d.json",
        "news/e.ndjson:1",
        "news/world/a.txt",
    ];
    assert_eq!(reading.ids(), expected);
    assert_eq!(reading.articles.last().unwrap().path, "news/world/a.txt");
    assert_eq!(reading.articles[1].path, "news/b.jsonl");
    assert!(reading.skipped.is_empty());
}

#[test]
fn a_file_given_by_name_takes_the_name_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("news/world/a.txt");
    write(&file, PAGE.as_bytes());
    let dotted = folder.path().join("news/./world/../world/a.txt");
    assert_eq!(read_with(&[file], &Options::default()).ids(), ["world/a.txt"]);
    assert_eq!(read_with(&[dotted], &Options::default()).ids(), ["world/a.txt"]);
    assert_eq!(
        read_with(&[folder.path().join("news/world/..")], &Options::default()).ids(),
        ["news/world/a.txt"]
    );
}

#[test]
fn hidden_files_read_me_files_and_other_kinds_are_passed_over() {
    let files: [(&str, &[u8]); 6] = [
        ("README.md", b"# corpus"),
        ("readme.txt", b"about this folder"),
        (".hidden.txt", PAGE.as_bytes()),
        (".git/a.txt", PAGE.as_bytes()),
        ("picture.png", b"\x89PNG"),
        ("a.TXT", PAGE.as_bytes()),
    ];
    let reading = read_files(&files, &Options::default());
    assert_eq!(reading.ids(), ["news/a.TXT"]);
    assert_eq!((reading.tally.files, reading.tally.passed_over), (1, 3));
}

#[test]
fn compressed_files_are_read_as_what_they_hold() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all("{\"headline\":\"ગઝિપ\"}\n{\"headline\":\"બીજું\"}\n".as_bytes())
        .unwrap();
    let zstd = zstd::encode_all(PAGE.as_bytes(), 1).unwrap();
    let files: [(&str, &[u8]); 2] = [("a.jsonl.gz", &gzip.finish().unwrap()), ("b.txt.zst", &zstd)];
    let reading = read_files(&files, &Options::default());
    assert_eq!(
        reading.ids(),
        ["news/a.jsonl.gz:1", "news/a.jsonl.gz:2", "news/b.txt.zst"]
    );
    assert_eq!(reading.articles[2].headline, "નર્મદા ડેમ છલકાયો");
}

#[test]
fn all_fields_of_the_contract_are_read_and_others_ignored() {
    let line = r#"{"id":"x","headline":" ખબર ","headline_latin":"Khabar","summary":"સાર","body":"લેખ\r\nબીજી લીટી","category":["Tech","મનોરંજન","Tech"],"date":"2024-06-19T08:00:00+05:30","url":"https://e.org","source":"એજન્સી","views":{"n":[1]}}"#;
    let reading = read_files(&[("a.json", line.as_bytes())], &Options::default());
    let article = &reading.articles[0];
    assert_eq!(
        (article.headline.as_str(), article.headline_latin.as_str()),
        ("ખબર", "Khabar")
    );
    assert_eq!(
        (article.summary.as_str(), article.body.as_str()),
        ("સાર", "લેખ\nબીજી લીટી")
    );
    assert_eq!(
        article.category.iter().map(|c| c.as_str()).collect::<Vec<_>>(),
        ["technology", "entertainment"]
    );
    assert_eq!(article.date.unwrap().to_string(), "2024-06-19");
    assert_eq!(
        (article.url.as_deref(), article.source.as_deref()),
        (Some("https://e.org"), Some("એજન્સી"))
    );
    assert!(reading.notes.is_empty());
    let shown = serde_json::to_value(article).unwrap();
    assert_eq!((&shown["id"], &shown["date"]), (&"x".into(), &"2024-06-19".into()));
}

#[test]
fn fields_can_be_read_from_other_names() {
    let mut options = Options::default();
    options.fields.set("headline", "title").unwrap();
    options.fields.set("summary", "title").unwrap();
    let reading = read_files(&[("a.json", r#"{"title":"ખબર","headline":"no"}"#.as_bytes())], &options);
    assert_eq!(
        (
            reading.articles[0].headline.as_str(),
            reading.articles[0].summary.as_str()
        ),
        ("ખબર", "ખબર")
    );
    assert!(options.fields.set("heading", "title").is_err());
}

#[test]
fn utf_16_with_a_mark_is_read() {
    let mut little: Vec<u8> = vec![0xFF, 0xFE];
    little.extend(PAGE.encode_utf16().flat_map(u16::to_le_bytes));
    let mut big: Vec<u8> = vec![0xFE, 0xFF];
    big.extend(
        "{\"headline\":\"ખબર\"}\n{\"headline\":\"બીજી\"}"
            .encode_utf16()
            .flat_map(u16::to_be_bytes),
    );
    let reading = read_files(&[("a.txt", &little), ("b.jsonl", &big)], &Options::default());
    assert_eq!(reading.ids(), ["news/a.txt", "news/b.jsonl:1", "news/b.jsonl:2"]);
    assert_eq!(reading.articles[0].headline, "નર્મદા ડેમ છલકાયો");
}

#[test]
fn reading_stops_where_the_reader_wants_no_more() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.json"),
        r#"[{"body":"1"},{"body":"2"},{"body":"3"}]"#,
    )
    .unwrap();
    fs::write(folder.path().join("b.txt"), PAGE).unwrap();
    let mut count = 0;
    let mut sink = |_| {
        count += 1;
        if count == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    corpus::read(&[folder.path().into()], &Options::default(), &mut sink).unwrap();
    assert_eq!(count, 2);
}

#[test]
fn standard_input_is_read_as_json_lines() {
    let mut ids = Vec::new();
    let mut source = "{\"body\":\"એક\"}\n".as_bytes();
    let flow = corpus::read_lines("-", &mut source, &Options::default(), &mut |record| {
        if let corpus::Record::Article { article, .. } = record {
            ids.push(article.id.to_string());
        }
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    assert_eq!(ids, ["-:1"]);
}
