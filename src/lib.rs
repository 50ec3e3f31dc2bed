//! Full-text search for Gujarati news.
//!
//! `khabar` (ખબર, news) reads articles from files, analyses their Gujarati and Latin words, finds the
//! people, countries, places and bodies that they mention, and ranks them for queries in either script.
//!
//! ```
//! use khabar::article::{Article, ArticleId};
//! use khabar::{answers::search, entities::Gazetteer, index::{Reader, Writer}, retrieval::Request};
//!
//! let (folder, gazetteer) = (tempfile::tempdir()?, Gazetteer::shipped()?);
//! let mut writer = Writer::open(folder.path(), &gazetteer)?;
//! for (id, headline) in [("a", "પુતિનની ઉત્તર કોરિયા મુલાકાત"), ("b", "ગુજરાતમાં વરસાદની આગાહી"), ("c", "પુટિને શું કહ્યું")] {
//!     let mut article = Article::new(ArticleId::new(id).unwrap_or_default(), "news.jsonl");
//!     article.headline = headline.to_owned();
//!     writer.add(&article, "news.jsonl".as_ref())?;
//! }
//! writer.commit(&Default::default())?;
//! let request = Request { query: "putin".to_owned(), ..Request::default() };
//! let answer = search(&Reader::open(folder.path())?, &request)?;
//! answer.hits.iter().for_each(|hit| println!("{} {}", hit.id, hit.headline));
//! # let mut ids: Vec<&str> = answer.hits.iter().map(|hit| hit.id.as_str()).collect();
//! # ids.sort_unstable();
//! # assert_eq!(ids, ["a", "c"]); // two spellings of one name
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The rest of this page is the architecture; each module says more.
//!
//! # The way of the data
//!
//! ```text
//! corpus -> article -> analysis -> entities -> index -> query -> retrieval -> answers, reports -> evaluation -> views -> cli
//! ```
//!
//! | module | what it does |
//! | --- | --- |
//! | [`script`] | facts about characters |
//! | [`article`] | the article, its categories, dates and sentences |
//! | [`corpus`] | files to articles: formats, page layouts, what was skipped |
//! | [`analysis`] | text to tokens, tokens to keys: repair, segments, spelling fold, lemma, sound |
//! | [`entities`] | text to mentions: gazetteer and its corrections, recognition by lists and patterns, resolution |
//! | [`index`] | articles on disk: postings of forms, the vocabulary with its keys, the manifest |
//! | [`query`] | text to tree to plan: syntax, expansion, lowering |
//! | [`retrieval`] | a request planned over an archive, plan to ordered articles: postings, scores, paging |
//! | [`answers`] | articles to values: hits, snippets, one article whole, what is like it, completions |
//! | [`reports`] | articles counted: facets, trends, keywords, concordance, pages of entities |
//! | [`evaluation`] | case files and judged topics to figures |
//! | [`views`] | values to bytes: text, JSON, CSV, HTML, citations |
//! | [`cli`] | arguments to exit code |
//!
//! A module imports only from those before it in this table; `tests/architecture.rs` holds it to that.
//!
//! # Decisions
//!
//! **One analyser.** An [`analysis::Analyzer`], a list of steps in one order, serves indexing, queries, recognition and marks. An
//! article is analysed once: its tokens, each word known by a number, are read by recognition, by the comparison of
//! stories and by the engine ([`entities::AnalysedArticle`]).
//!
//! **Forms in the postings, keys beside them.** The index holds words as written (repaired, with one kind
//! of digits). Their spelling, lemma and sound keys are made once for each distinct word, in a mapped
//! vocabulary, and a query is expanded over it; see [`index`] for the figures behind this. A better
//! stemmer works on an old index.
//!
//! **One word, one score.** All forms of a word are gathered into one weighted frequency before BM25's
//! curve is applied, and their articles are counted together, so that a rare misspelling does not
//! outrank the word; see [`retrieval`].
//!
//! **The best are looked at twice.** Words alone rank all that matches; of the best 32, nearness of the query's words and newness
//! are added. Nothing is taken off, so that the order behind them stays right and paging is stable.
//!
//! **Stories are decided when they are indexed.** A signature of each text joins nearly the same texts; searches only read a
//! column. Which run of indexing brought an article is kept, too: alerts are a filter on it.
//!
//! **One door to an archive.** Answers and reports ask a trait, [`retrieval::Archive`]; the index of this machine implements it,
//! and so can another engine. The crate tantivy is named in `index` and `retrieval` alone, and no public signature shows it.
//!
//! **Hits stream.** A search gives its hits one by one ([`answers::each_hit`]): an export of everything costs the memory of
//! a page.
//!
//! **The lexicon decides.** A suffix is taken off only where the lexicon has the lemma in a class that
//! takes it; see [`analysis::lemma`]. Unknown words are cut by their endings alone.
//!
//! **Queries never fail.** [`query::parse`] gives a tree and notices for any text.
pub mod answers;
pub mod article;
#[cfg(feature = "cli")]
pub mod cli;
pub mod corpus;
pub mod entities;
pub mod evaluation;
pub mod index;
pub mod query;
pub mod reports;
pub mod retrieval;
pub mod views;

pub use khabar_analysis::{self as analysis, script};
