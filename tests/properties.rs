//! What holds for every text and every query: signs in any order, emoji, right-to-left letters, control
//! characters. The seed is fixed, so that a run is the same run everywhere.

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;

use khabar::analysis::{Analyzer, Kind, Segment, fold, keys, repair, tokens};
use khabar::answers::{Answer, Mark, search};
use khabar::article::{Article, ArticleId, field};
use khabar::corpus::{self, Options, Record};
use khabar::entities::Gazetteer;
use khabar::index::{Reader, Writer};
use khabar::query::{Syntax, parse};
use khabar::retrieval::{Fallback, Filters, Limit, Request};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::{RngAlgorithm, RngSeed, TestCaseError, TestRng, TestRunner};
use unicode_segmentation::UnicodeSegmentation;

use crate::support::{folder, project};

#[path = "fuzz/src/check.rs"]
mod check;
mod words;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(0x6B68_6162_6172),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Whole letters, as a person types them.
#[rustfmt::skip]
const LETTERS: &[&str] = &[
    "ક", "કા", "કિ", "ર્", "ર", "મો", "દી", "એ", "આ", "અ", "ં", "ત્ર", "ક્ષ", "જ્ઞ", "ઓ", "લા", "ને", "માં",
    "થી", "ૃ", "ઋ", "હ", "ઢ઼",
];

/// Signs and scraps that a text can hold beside letters.
#[rustfmt::skip]
const ODDITIES: &[&str] = &[
    " ", " ", " ", " ", "\n", "\t", "\u{A0}", ".", ",", ":", "-", "–", "'", "’", "\"", "“", "(", ")", "/", "_",
    "।", "%", "₹", "*", "^", "=", "~", "&", "1", "20", "1,00,000", "૨૦૨૪", "२", "５", "3.5", "5G", "T20", "U.S.",
    "સી.આર.", "ડૉ. ", "રૂ.", "દુ:ખ", "IPL", "Modi's", "e\u{301}", "é", "ß", "İ", "ﬁ", "हिंदी", "\u{200D}",
    "\u{200C}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "👩‍👩‍👧", "🇮🇳", "👍🏽", "❤️", "שלום", "سلام",
    "\u{202E}", "\u{2066}", "\u{1B}[31m", "\0", "\u{7}", "\r\n", "ไทย", "日本", "\u{E000}", "\u{10FFFF}",
    "\u{1D165}", "ૐ", "૱", "\u{AF0}", "\u{ABD}",
];

/// What the syntax of queries uses, and what only looks like it.
#[rustfmt::skip]
const OPERATORS: &[&str] = &[
    "\"", "\"", "(", ")", "-", "+", "=", "*", "^", "^2", "^-1", "~", "~3", ":", "OR", "AND", "NOT", " ", " ",
    " ", "country:", "person:", "person:\"", "place:", "org:", "category:", "date:", "from:", "after:",
    "headline:", "related:", "source:", "2024..", "..", "2024-13-45", "[", "]", "{", "}", "\\", "||", "&&", "!",
    "“", "”", "’", "…", "?", "～", "＊", "：", "（", "—", "–", "।", "•", "|", "foo:", "=", "~2^", "summary:=",
];

/// Words of queries.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "પુતિન", "મોદી", "putin", "ઉત્તર કોરિયા", "KP", "world", "ભૂકંપ", "છે", "અને", "અથવા", "નહિ", "અમેરિકાની",
    "2024", "૨૦૨૪", "એન્જિનિયર",
];

/// Whole letters, as a person types them.
fn letters() -> impl Strategy<Value = String> {
    prop::sample::select(LETTERS).prop_map(str::to_owned)
}

/// Signs that a text can hold beside letters.
fn oddities() -> impl Strategy<Value = String> {
    prop::sample::select(ODDITIES).prop_map(str::to_owned)
}

/// Any text: code points of the Gujarati block in any order, letters, oddities, any character at all.
fn text() -> impl Strategy<Value = String> {
    let block = prop::char::range('\u{A80}', '\u{AFF}').prop_map(String::from);
    let piece = prop_oneof![
        4 => letters(),
        3 => block,
        3 => oddities(),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Gujarati, Latin and digits with the usual punctuation: what our own loop of words reads.
fn plain_text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "ા", "િ", "ી", "ુ", "ૂ", "ે", "ો", "ં", "્", "઼", "ક", "ર", "મ", "અ", "ઇ", "સી", "આર", "a", "Z", "é", "B", "0", "7",
        "૩", "૯", " ", " ", ".", ",", ":", "'", "’", "-", "\u{200D}", "\u{200C}", "\u{200B}", "\"", "(", "!", "\n",
    ]);
    prop::collection::vec(sign, 0..30).prop_map(|signs| signs.concat())
}

/// Queries: operators in any order around words and any text.
fn query() -> impl Strategy<Value = String> {
    let operator = prop::sample::select(OPERATORS).prop_map(str::to_owned);
    let word = prop::sample::select(WORDS).prop_map(str::to_owned);
    let piece = prop_oneof![4 => operator, 3 => word, 1 => text()];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// Queries with some of their bytes changed.
fn query_bytes() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4);
    (query(), changes).prop_map(|(query, changes)| {
        let mut bytes = query.into_bytes();
        for (at, byte) in changes.into_iter().filter(|_| !bytes.is_empty()).collect::<Vec<_>>() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

/// The byte offsets between letters as a reader sees them.
fn grapheme_bounds(text: &str) -> HashSet<usize> {
    text.grapheme_indices(true)
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

proptest! {
    #![proptest_config(config(1500))]

    // defect 3: a word ends inside a letter where a sign of another script follows (1\u{FE0F}\u{20E3}, IPLં)
    #[test]
    fn offsets_slice_the_text_in_order_between_letters(text in text()) {
        let bounds = grapheme_bounds(&text);
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.byte_start >= end && token.byte_start < token.byte_end, "{token:?}");
            end = token.byte_end;
            let word = text.get(token.byte_start..token.byte_end);
            prop_assert!(word.is_some(), "{token:?}");
            prop_assert!(bounds.contains(&token.byte_start) && bounds.contains(&token.byte_end), "cuts a letter: {token:?}");
            // nothing decides the form but the word and a full stop after it
            let dot = if text[end..].starts_with('.') { "." } else { "" };
            prop_assert_eq!(&token.form, &form_alone(word.unwrap(), dot, token.kind));
        }
        prop_assert!(end <= text.len());
    }

    #[test]
    fn repairing_twice_is_repairing_once(text in text()) {
        let (once, _) = repair(&text);
        let (twice, count) = repair(&once);
        prop_assert_eq!(&once, &twice);
        prop_assert_eq!(count, 0);
    }

    // defect 4: ત્રૃ folds to ત્ર્ર, that to ત્ર
    #[test]
    fn folding_a_key_again_changes_nothing(text in text()) {
        for token in tokens(&text) {
            let once = fold(&token.form);
            prop_assert_eq!(fold(&once), once, "{}", token.form);
        }
    }

    // defect 5: signs and joiners alone are a word with an empty form
    #[test]
    fn every_word_has_keys(text in text()) {
        for token in tokens(&text) {
            prop_assert!(!token.form.is_empty(), "{token:?}");
            let keys = keys(&token.form);
            prop_assert!(!keys.lemmas.is_empty(), "{token:?}");
            prop_assert!(keys.lemmas.iter().all(|lemma| !lemma.key.is_empty()), "{token:?}: {keys:?}");
            prop_assert!(!keys.fold.is_empty(), "{token:?}");
        }
    }

    #[test]
    fn words_are_those_of_unicode_and_the_named_splits(text in plain_text()) {
        words::check(&text)?;
    }

    #[test]
    fn any_query_parses_to_a_tree_and_notices_within_it(text in query()) {
        for notice in parse(&text, Syntax::default()).notices {
            prop_assert!(notice.start <= notice.end && text.get(notice.start..notice.end).is_some(), "{notice:?}");
            let message = serde_json::to_value(&notice).unwrap()["message"].take();
            prop_assert!(message.as_str().is_some_and(|message| !message.is_empty()), "{notice:?}");
        }
    }

    // the same that the fuzz target checks, for ten minutes
    #[test]
    fn any_bytes_are_a_query(bytes in query_bytes()) {
        check::check(&bytes);
    }

    #[test]
    fn fields_hold_nothing_that_a_terminal_obeys(text in text()) {
        let clean = field(&text);
        prop_assert!(!clean.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{clean:?}");
        prop_assert_eq!(field(&clean), clean);
    }
}

/// A small index: the sample corpus, and articles of random text.
struct Small {
    reader: Reader,
    articles: Vec<Article>,
    _folder: tempfile::TempDir,
}

impl Small {
    fn build() -> Self {
        let mut articles = Vec::new();
        corpus::read(&[project().join("corpus")], &Options::default(), &mut |record| {
            if let Record::Article { article, .. } = record {
                articles.push(*article);
            }
            ControlFlow::Continue(())
        })
        .unwrap();
        let mut runner = TestRunner::new_with_rng(config(1), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        for number in 0..60 {
            articles.push(random_article(number, &mut runner));
        }
        let folder = folder();
        let gazetteer = Gazetteer::shipped().unwrap();
        let mut writer = Writer::open(&folder.path().join("index"), &gazetteer).unwrap();
        for article in &articles {
            writer.add(article, folder.path()).unwrap();
        }
        writer.commit(&HashSet::new()).unwrap();
        Self {
            reader: Reader::open(&folder.path().join("index")).unwrap(),
            articles,
            _folder: folder,
        }
    }

    fn search(&self, query: &str, fallback: Fallback, limit: Limit) -> Answer {
        let request = Request {
            query: query.to_owned(),
            filters: Filters {
                // so that an empty query is a search, too
                from: Some("1900".to_owned()),
                ..Filters::default()
            },
            limit,
            fallback,
            ..Request::default()
        };
        search(&self.reader, &request).unwrap_or_else(|e| panic!("{query:?}: {e}"))
    }
}

fn random_article(number: usize, runner: &mut TestRunner) -> Article {
    use proptest::strategy::ValueTree;
    let mut some = || field(&text().new_tree(runner).unwrap().current());
    let id = ArticleId::new(&format!("random-{number}")).unwrap();
    Article {
        headline: some(),
        summary: some(),
        body: format!("{}\n\n{}", some(), some()),
        date: Some(jiff::civil::date(2024, 1, 1)),
        ..Article::new(id, "random")
    }
}

/// Marks are in order, inside, apart.
fn check_marks(text: &str, marks: &[Mark]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for mark in marks {
        prop_assert!(
            mark.start >= end && mark.start < mark.end && text.get(mark.start..mark.end).is_some(),
            "{marks:?} in {text:?}"
        );
        end = mark.end;
    }
    Ok(())
}

/// What holds for every answer.
fn check_answer(query: &str, answer: &Answer) -> Result<(), TestCaseError> {
    prop_assert_eq!(&answer.query, query);
    prop_assert!(answer.total >= answer.hits.iter().filter(|hit| !hit.relaxed).count() as u64);
    for notice in &answer.notices {
        prop_assert!(query.get(notice.start..notice.end).is_some(), "{query:?}: {notice:?}");
    }
    for hit in &answer.hits {
        prop_assert!(hit.score.is_finite() && hit.score >= 0.0, "{query:?}: {}", hit.score);
        check_marks(&hit.headline, &hit.headline_marks)?;
        check_marks(&hit.snippet.text, &hit.snippet.marks)?;
    }
    Ok(())
}

#[test]
fn any_query_is_answered() {
    let small = Small::build();
    let mut runner = TestRunner::new(config(400));
    let queries = (query(), prop_oneof![Just(Fallback::Auto), Just(Fallback::Never)]);
    runner
        .run(&queries, |(query, fallback)| {
            check_answer(&query, &small.search(&query, fallback, Limit::Count(5)))
        })
        .unwrap_or_else(|e| panic!("{e}"));
}

// defect 3: so do marks
#[test]
fn no_mark_cuts_a_letter() {
    let small = Small::build();
    let mut cut = Vec::new();
    for article in &small.articles {
        for token in tokens(&article.body).take(40) {
            let word = &article.body[token.byte_start..token.byte_end];
            let answer = small.search(word, Fallback::Never, Limit::Count(3));
            for hit in &answer.hits {
                for (text, marks) in [
                    (&hit.headline, &hit.headline_marks),
                    (&hit.snippet.text, &hit.snippet.marks),
                ] {
                    let bounds = grapheme_bounds(text);
                    let is_whole = |mark: &&Mark| bounds.contains(&mark.start) && bounds.contains(&mark.end);
                    cut.extend(
                        marks
                            .iter()
                            .filter(|mark| !is_whole(mark))
                            .map(|mark| format!("{:?} for {word:?} in {text:?}", &text[mark.start..mark.end])),
                    );
                }
            }
        }
    }
    cut.sort();
    cut.dedup();
    assert!(
        cut.is_empty(),
        "{} marks\n{}",
        cut.len(),
        cut[..cut.len().min(10)].join("\n")
    );
}

/// Words that the syntax of queries takes for itself.
fn is_operator(word: &str) -> bool {
    matches!(word, "AND" | "OR" | "NOT")
}

/// The form of a word that stands alone, with what is after it.
fn form_alone(word: &str, after: &str, kind: Kind) -> String {
    let text = format!("{word}{after}");
    let segment = Segment {
        byte_start: 0,
        byte_end: word.len(),
        kind,
    };
    Analyzer::STANDARD.form(&text, &segment).into_owned()
}

// defect 5: a word with an empty form cannot be found
#[test]
fn every_indexed_word_finds_its_article() {
    let small = Small::build();
    let mut homes: BTreeMap<String, (String, HashSet<&str>)> = BTreeMap::new();
    for article in &small.articles {
        for text in [&article.headline, &article.summary, &article.body] {
            for token in tokens(text) {
                // a shortened word is known by its dot (રૂ. is રૂપિયા)
                let dot = usize::from(text[token.byte_end..].starts_with("."));
                let is_by_dot = form_alone(&text[token.byte_start..token.byte_end], "", token.kind) != token.form;
                let word = &text[token.byte_start..token.byte_end + if is_by_dot { dot } else { 0 }];
                let known = homes
                    .entry(token.form.into_owned())
                    .or_insert_with(|| (word.to_owned(), HashSet::new()));
                known.1.insert(article.id.as_str());
            }
        }
    }
    assert!(homes.len() > 3000, "{} words", homes.len());
    let mut lost = Vec::new();
    // every third word, and all of the random articles, whose words are the oddest
    let chosen = homes
        .iter()
        .enumerate()
        .filter(|(at, (_, (_, ids)))| at % 3 == 0 || ids.iter().any(|id| id.starts_with("random")));
    for (_, (form, (word, ids))) in chosen {
        if is_operator(word) || word.contains(char::is_whitespace) || tokens(word).count() != 1 {
            continue;
        }
        let answer = small.search(word, Fallback::Never, Limit::All);
        check_answer(word, &answer).unwrap_or_else(|e| panic!("{e}"));
        let found: HashSet<&str> = answer.hits.iter().map(|hit| hit.id.as_str()).collect();
        if !ids.is_subset(&found) {
            lost.push(format!(
                "{word:?} (form {form:?}): not in {:?}",
                ids.difference(&found).next()
            ));
        }
    }
    assert!(
        lost.is_empty(),
        "{} lost\n{}",
        lost.len(),
        lost[..lost.len().min(30)].join("\n")
    );
}
