//! Plain tantivy: the same articles without any work for the language.
//!
//! Words of UAX #29 in lower case, the text fields of khabar with positions, the same stored and fast
//! fields, zstd, as many threads and as much memory.

use std::path::Path;

use khabar::article::Article;
use khabar::article::day_number;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy::{DocAddress, Index, IndexSettings, Searcher, TantivyDocument, Term};
use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

const TOKENIZER: &str = "words";
const LEMMAS: &str = "lemmas";

/// What a plain index holds of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Design {
    /// Its words.
    Words,
    /// Its words, and their lemma keys in a second field.
    WordsAndLemmas,
}

/// As in khabar's writer: memory of one thread.
const THREAD_BUDGET: usize = 96 << 20;

/// The words of a text in lower case.
#[derive(Clone, Default)]
struct Words(Token);

struct WordStream<'a> {
    words: UnicodeWordIndices<'a>,
    token: &'a mut Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.0.reset();
        WordStream {
            words: text.unicode_word_indices(),
            token: &mut self.0,
        }
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((start, word)) = self.words.next() else {
            return false;
        };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = start;
        self.token.offset_to = start + word.len();
        self.token.text.clear();
        if word.is_ascii() {
            self.token.text.push_str(word);
            self.token.text.make_ascii_lowercase();
        } else {
            self.token.text.extend(word.chars().flat_map(char::to_lowercase));
        }
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// The fields of the plain index.
struct Fields {
    keywords: [Field; 3],
    root: Field,
    text: [Field; 5],
    /// The lemmas of the texts; none in the plain design.
    lemmas: Vec<Field>,
    category: Field,
    date: Field,
    url: Field,
}

const TEXTS: [&str; 5] = ["headline", "headline_latin", "summary", "body", "related"];

fn schema(design: Design) -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing = |tokenizer| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions)
            .set_fieldnorms(true);
        TextOptions::default().set_indexing_options(indexing)
    };
    let text = indexing(TOKENIZER).set_stored();
    let second: &[&str] = if design == Design::WordsAndLemmas { &TEXTS } else { &[] };
    let keyword = || STRING | STORED | FAST;
    let fields = Fields {
        keywords: ["id", "path", "source"].map(|name| builder.add_text_field(name, keyword())),
        root: builder.add_text_field("root", STRING | FAST),
        text: TEXTS.map(|name| builder.add_text_field(name, text.clone())),
        lemmas: second
            .iter()
            .map(|name| builder.add_text_field(&format!("{name}_lemmas"), indexing(LEMMAS)))
            .collect(),
        category: builder.add_text_field("category", keyword()),
        date: builder.add_i64_field("date", INDEXED | FAST | STORED),
        url: builder.add_text_field("url", STORED),
    };
    (builder.build(), fields)
}

fn document(fields: &Fields, article: &Article) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    let source = article.source.as_deref().unwrap_or_default();
    for (field, value) in fields.keywords.iter().zip([article.id.as_str(), &article.path, source]) {
        document.add_text(*field, value);
    }
    document.add_text(fields.root, "bench");
    let texts = [
        &article.headline,
        &article.headline_latin,
        &article.summary,
        &article.body,
    ];
    for (field, text) in fields.text.iter().zip(texts).chain(fields.lemmas.iter().zip(texts)) {
        if !text.is_empty() {
            document.add_text(*field, text);
        }
    }
    article
        .category
        .iter()
        .for_each(|category| document.add_text(fields.category, category.as_str()));
    if let Some(date) = article.date {
        document.add_i64(fields.date, day_number(date));
    }
    document.add_text(fields.url, article.url.as_deref().unwrap_or_default());
    document
}

/// Indexes the articles into an empty folder: one commit, merges waited for.
pub(crate) fn index(articles: &[Article], folder: &Path, design: Design) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    let (schema, fields) = schema(design);
    let settings = IndexSettings {
        docstore_compression: Compressor::Zstd(ZstdCompressor {
            compression_level: Some(3),
        }),
        ..IndexSettings::default()
    };
    let directory = tantivy::directory::MmapDirectory::open(folder)?;
    let index = Index::create(directory, schema, settings)?;
    index.tokenizers().register(TOKENIZER, Words::default());
    index.tokenizers().register(LEMMAS, crate::designs::Lemmas::default());
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get().clamp(1, 8));
    let mut writer = index.writer_with_num_threads::<TantivyDocument>(threads, THREAD_BUDGET * threads)?;
    for article in articles {
        writer.add_document(document(&fields, article))?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}

/// The plain index opened for search.
pub(crate) struct Plain {
    searcher: Searcher,
    fields: [Field; 3],
}

impl Plain {
    /// Opens the index of a folder.
    pub(crate) fn open(folder: &Path, design: Design) -> anyhow::Result<Self> {
        let index = Index::open_in_dir(folder)?;
        let (_, fields) = schema(design);
        let searched = <[Field; 5]>::try_from(fields.lemmas).unwrap_or(fields.text);
        let [headline, _, summary, body, _] = searched;
        Ok(Self {
            searcher: index.reader()?.searcher(),
            fields: [headline, summary, body],
        })
    }

    /// All words in any of the fields; counts the articles and fetches the best ten.
    pub(crate) fn search(&self, query: &str) -> anyhow::Result<usize> {
        let words: Vec<String> = query.unicode_words().map(str::to_lowercase).collect();
        let (hits, count) = self.rank(&words)?;
        for address in hits {
            std::hint::black_box(self.searcher.doc::<TantivyDocument>(address)?);
        }
        Ok(count)
    }

    /// The best ten articles that hold all terms in any of the fields, and how many hold them.
    pub(crate) fn rank(&self, terms: &[String]) -> anyhow::Result<(Vec<DocAddress>, usize)> {
        let words = terms.iter().map(|word| (Occur::Must, self.word(word))).collect();
        let best = TopDocs::with_limit(10).order_by_score();
        let (hits, count) = self.searcher.search(&BooleanQuery::new(words), &(best, Count))?;
        Ok((hits.into_iter().map(|(_, address)| address).collect(), count))
    }

    fn word(&self, word: &str) -> Box<dyn Query> {
        let sides = self.fields.iter().map(|&field| {
            let term = Term::from_field_text(field, word);
            let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
            (Occur::Should, query)
        });
        Box::new(BooleanQuery::new(sides.collect()))
    }
}
