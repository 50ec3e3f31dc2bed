//! What the rules give for the samples, as lines of text or as the bytes of files.

use std::fmt::Write as _;

use khabar::analysis::{Lexis, keys, sound};
use khabar::article::{Article, ArticleId};
use khabar::entities::{Gazetteer, Recogniser};
use khabar::index::word_source::{keys_to_hold, lemma_to_hold};

use crate::support::{folder, khabar, write};

/// The keys of words, a line each: spelling, lemmas with their classes, stop word or not, sound.
pub(super) fn keys_of(words: &[String]) -> String {
    let mut lines = String::new();
    for word in words {
        let keys = keys(word);
        write!(lines, "{word}\t{}\t{}", keys.fold, keys.is_stop).unwrap();
        for lemma in keys.lemmas {
            let class = lemma.class.map_or("-", |class| class.code());
            write!(lines, "\t{} {class}", lemma.key).unwrap();
        }
        let sounds = match sound::latin_letters(word) {
            Some(letters) => sound::skeletons_of_latin(&letters, 4),
            None => vec![sound::skeleton_of_gujarati(word)],
        };
        writeln!(lines, "\t{}", sounds.join(" ")).unwrap();
    }
    lines
}

/// The mentions of passages, a line each.
pub(super) fn mentions_of(passages: &[String]) -> String {
    let gazetteer = Gazetteer::shipped().unwrap();
    let mut recogniser = Recogniser::new(&gazetteer);
    let mut lines = String::new();
    for passage in passages {
        let article = Article {
            body: passage.clone(),
            ..Article::new(ArticleId::new("a").unwrap(), "a")
        };
        let mentions = recogniser.mentions(&article);
        assert!(!mentions.is_empty(), "nothing is recognised in: {passage}");
        for mention in mentions {
            let (kind, how) = (mention.kind.as_str(), mention.how.as_str());
            let (start, end) = (mention.byte_start, mention.byte_end);
            writeln!(lines, "{start}\t{end}\t{kind}\t{}\t{how}", mention.id).unwrap();
        }
    }
    lines
}

/// Under which keys words are held, and the completions of an index of passages. Of `vocabulary.bin` the keys only: the
/// file has the engine's random numbers of segments in it.
pub(super) fn side_files_of(words: &[String], passages: &[String]) -> Vec<u8> {
    let mut lexis = Lexis::default();
    let mut bytes = Vec::new();
    for word in words {
        let held = keys_to_hold(word, &mut lexis);
        let keys: Vec<&str> = held.iter().map(|key| key.as_str()).collect();
        let lemma = lemma_to_hold(word, &mut lexis);
        let line = format!("{word}\t{}\t{lemma:?}\n", keys.join(" "));
        bytes.extend_from_slice(line.as_bytes());
    }
    let folder = folder();
    let lines = (1..).zip(passages).map(|(number, passage)| {
        let article =
            serde_json::json!({"id": format!("passage-{number}"), "title": format!("{number}"), "body": passage});
        format!("{article}\n")
    });
    let articles: String = lines.collect();
    write(&folder.path().join("made/articles.jsonl"), articles.as_bytes());
    khabar(folder.path(), &["index", "made", "--quiet"]).assert_code(0);
    bytes.extend(std::fs::read(folder.path().join("index/completions.bin")).unwrap());
    bytes
}
