//! What is wrong with a file is said in one line, and costs no more than it must.

use std::fs;
use std::ops::ControlFlow;

use khabar::corpus::{self, Options};

use super::{read_files, read_with, write};

/// Files and the one line that each must give.
#[test]
fn each_fault_gives_one_line_with_file_and_place() {
    let cases: [(&str, &[u8], &str); 16] = [
        ("a.txt", b"\xE0\xAA", "a.txt: not text (byte 0 is not UTF-8)"),
        ("a.txt", b"abc\0def", "a.txt: not text (byte 3 is not UTF-8)"),
        ("a.txt", b"", "a.txt: no headline, summary or body"),
        (
            "a.txt",
            b"\xFF\xFEa\x00\x3D\xD8",
            "a.txt: cannot be read (broken UTF-16)",
        ),
        ("a.jsonl", b"{broken\n", "a.jsonl:1: broken JSON (key must be a string"),
        (
            "a.jsonl",
            b"{\"body\":\"x\"} {}\n",
            "a.jsonl:1: broken JSON (trailing characters",
        ),
        (
            "a.jsonl",
            b"\n\"text\"\n",
            "a.jsonl:2: a text where an article was expected",
        ),
        (
            "a.jsonl",
            b"{\"body\":\"\xFF\"}\n",
            "a.jsonl:1: not text (byte 9 is not UTF-8)",
        ),
        (
            "a.jsonl",
            b"\0\0\n\0\0\n\0\0\n",
            "a.jsonl:1: not text (byte 0 is not UTF-8)",
        ),
        ("a.jsonl", b"{}\n", "a.jsonl:1: no headline, summary or body"),
        ("a.jsonl", b"{\"body\": 5}\n", "a.jsonl:1: body is a number, not text"),
        ("a.json", b"", "a.json: broken JSON (EOF while parsing"),
        ("a.json", b"5", "a.json: a number where an article was expected"),
        (
            "a.json",
            b"[{\"body\":null}]",
            "a.json: article 1 of the list: no headline",
        ),
        ("a.json.gz", b"no gzip", "a.json.gz: cannot be read"),
        ("a.txt.zst", b"no zstd", "a.txt.zst: cannot be read"),
    ];
    for (name, content, expected) in cases {
        let reading = read_files(&[(name, content)], &Options::default());
        assert_eq!(reading.skipped.len(), 1, "{name}: {:?}", reading.skipped);
        let line = &reading.skipped[0];
        assert!(line.starts_with(expected) && !line.contains('\n'), "{line}");
        assert!(reading.articles.is_empty());
    }
}

#[test]
fn good_records_go_on_around_bad_ones() {
    let lines = "{\"body\":\"એક\"}\n{broken\n[]\n{\"body\":\"બે\"}\n".as_bytes();
    let list = r#"[{"body":"ત્રણ"}, 5, {"body":"ચાર"}, {"#.as_bytes();
    let reading = read_files(&[("a.jsonl", lines), ("b.json", list)], &Options::default());
    assert_eq!(
        reading.ids(),
        ["news/a.jsonl:1", "news/a.jsonl:4", "news/b.json:1", "news/b.json:3"]
    );
    let places: Vec<&str> = reading
        .skipped
        .iter()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(places, ["a.jsonl:2", "a.jsonl:3", "b.json", "b.json"]);
}

#[test]
fn a_line_over_the_limit_is_skipped_alone() {
    let options = Options {
        max_line_bytes: 40,
        ..Options::default()
    };
    let long = format!(
        "{{\"body\":\"એક\"}}\n{{\"body\":\"{}\"}}\n{{\"body\":\"બે\"}}",
        "x".repeat(200_000)
    );
    let page = "x".repeat(41);
    let reading = read_files(&[("a.jsonl", long.as_bytes()), ("b.txt", page.as_bytes())], &options);
    assert_eq!(reading.ids(), ["news/a.jsonl:1", "news/a.jsonl:3"]);
    assert_eq!(
        reading.skipped,
        [
            "a.jsonl:2: longer than 40 bytes; split it",
            "b.txt: longer than 40 bytes; split it"
        ]
    );
}

#[test]
fn a_line_of_exactly_the_limit_is_read() {
    let line = "{\"body\":\"x\"}";
    let options = Options {
        max_line_bytes: line.len(),
        ..Options::default()
    };
    let reading = read_files(&[("a.jsonl", format!("{line}\n{line}").as_bytes())], &options);
    assert_eq!(reading.articles.len(), 2, "{:?}", reading.skipped);
}

#[test]
fn wrong_types_and_dates_keep_the_article_and_are_said() {
    let line = r#"{"headline":"ખબર","summary":5,"category":["world",1],"date":"ગઈકાલે","url":{}}"#;
    let reading = read_files(&[("a.jsonl", line.as_bytes())], &Options::default());
    let notes: Vec<String> = reading.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "line 1: summary is a number, left out; write it as text",
            "line 1: category is a list of more than texts, left out; write it as text",
            "line 1: date 'ગઈકાલે' cannot be read, kept without a date; write it as 2024-06-19",
            "line 1: url is an object, left out; write it as text",
        ]
    );
    assert_eq!(reading.articles[0].category.len(), 1);
}

#[test]
fn nothing_that_a_terminal_obeys_gets_through() {
    let page = "ખબર\u{1b}[2J આવી\u{7}\n\nશહેરમાં\u{1b}]0;x\u{7} વરસાદ છે. \u{202e}નદી વધી છે.";
    let json = r#"{"id":"a\u001b[1m","headline":"ખબર\u0007\u009b2J","url":"x\u001b[0m"}"#;
    let reading = read_files(
        &[("a.txt", page.as_bytes()), ("b.json", json.as_bytes())],
        &Options::default(),
    );
    for article in &reading.articles {
        let shown = [
            article.id.as_str(),
            &article.headline,
            &article.body,
            article.url.as_deref().unwrap_or(""),
        ];
        assert!(
            shown
                .iter()
                .all(|text| !text.chars().any(|c| c.is_control() && c != '\n')),
            "{shown:?}"
        );
    }
    assert_eq!(reading.articles[0].headline, "ખબર આવી");
    assert_eq!(reading.articles[1].id.as_str(), "a");
}

#[test]
fn all_paths_that_do_not_exist_are_named_before_any_work() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [
        folder.path().join("one"),
        folder.path().to_owned(),
        folder.path().join("two"),
    ];
    write(&folder.path().join("a.txt"), b"x");
    let error = corpus::read(&paths, &Options::default(), &mut |_| panic!("nothing is read"))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("one") && error.contains("two") && error.starts_with("no such file or folder"),
        "{error}"
    );
}

#[test]
fn a_file_of_an_unknown_kind_given_by_name_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.md");
    write(&file, b"x");
    let reading = read_with(&[file], &Options::default());
    assert!(
        reading.skipped[0].contains("unknown kind of file"),
        "{:?}",
        reading.skipped
    );
}

#[test]
fn the_same_path_twice_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("a.txt"), "ખબર".as_bytes());
    let paths = [folder.path().to_owned(), folder.path().join(".")];
    assert_eq!(read_with(&paths, &Options::default()).articles.len(), 1);
}

#[cfg(unix)]
#[test]
fn loops_and_dead_links_are_survived() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("news");
    write(&root.join("a/a.txt"), "ખબર".as_bytes());
    symlink(&root, root.join("a/loop")).unwrap();
    symlink(folder.path().join("nowhere"), root.join("dead.txt")).unwrap();
    symlink(folder.path().join("nowhere"), root.join("dead.png")).unwrap();
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    write(&folder.path().join("elsewhere/b.txt"), "બીજી ખબર".as_bytes());
    symlink(folder.path().join("elsewhere"), root.join("linked")).unwrap();
    let reading = read_with(&[root], &Options::default());
    assert_eq!(reading.ids(), ["news/a/a.txt", "news/linked/b.txt"]);
    assert_eq!(reading.skipped.len(), 1, "{:?}", reading.skipped);
    assert!(reading.skipped[0].contains("dead.txt: cannot be reached"));
}

#[test]
fn the_reader_may_break_off_at_a_skipped_record() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("a.jsonl"), b"{\n{\n{\n");
    let mut count = 0;
    let mut sink = |_| {
        count += 1;
        ControlFlow::Break(())
    };
    corpus::read(&[folder.path().into()], &Options::default(), &mut sink).unwrap();
    assert_eq!(count, 1);
}
