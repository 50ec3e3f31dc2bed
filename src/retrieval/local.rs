//! The index of this machine as an archive.
//!
//! Takes what [`Archive`] asks, gives it out of the engine's postings, columns and stored articles. Here keys become places in
//! segments and the engine's failures become errors.

use tantivy::schema::{Term, Value};
use tantivy::{DocAddress, DocSet, TantivyDocument};

use super::archive::{
    Archive, ArticleKey, Column, Days, HeadlineWords, Headlines, Lengths, ResultPage, Scored, Search, StoredArticle,
    Values,
};
use super::deadline::Deadline;
use super::error::Error;
use super::keys::{address, key};
use super::{column_counts, evaluate, headlines, paging, word_counts};
use crate::article::{Article, ArticleId, Category, Field, date_of_day};
use crate::entities::{EntityKind, Gazetteer};
use crate::index::{Completion, EngineError, FormEntry, Reader, WordSource};
use crate::query::Clause;

fn addresses(keys: &[ArticleKey]) -> Vec<DocAddress> {
    keys.iter().map(|&key| address(key)).collect()
}

/// The engine's failure as an error.
pub(super) fn failed(failure: tantivy::TantivyError) -> Error {
    Error::Engine(EngineError::new(failure))
}

impl Archive for Reader {
    fn words(&self) -> &dyn WordSource {
        &self.vocabulary
    }

    fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    fn article_count(&self) -> u64 {
        self.searcher.0.num_docs()
    }

    fn last_run(&self) -> Result<u64, Error> {
        column_counts::last_run(self).map_err(failed)
    }

    fn page(&self, search: &Search<'_>) -> Result<ResultPage, Error> {
        paging::page(self, search).map_err(failed)
    }

    fn every(&self, plan: &Clause, deadline: &Deadline<'_>) -> Result<Vec<Scored>, Error> {
        let gathered = evaluate::gather(self, plan.clone(), deadline).map_err(failed)?;
        let every = gathered.every().into_iter();
        Ok(every
            .map(|found| Scored {
                key: key(found.address),
                score: found.score,
            })
            .collect())
    }

    fn key_of(&self, id: &str) -> Result<Option<ArticleKey>, Error> {
        Ok(address_of(self, id).map_err(failed)?.map(key))
    }

    fn article(&self, key: ArticleKey) -> Result<StoredArticle, Error> {
        stored(self, address(key)).map_err(failed)
    }

    fn all_values(&self, column: Column) -> Result<Vec<(String, u64)>, Error> {
        column_counts::all_values(self, column).map_err(failed)
    }

    fn headlines(&self, words: HeadlineWords<'_>) -> Result<Headlines, Error> {
        headlines::look_up(self, words).map_err(failed)
    }

    fn complete(&self, starts: &[String], limit: usize, steps: usize) -> Result<Vec<Completion>, Error> {
        Ok(self.completions()?.commonest(starts, limit, steps))
    }

    fn has_value(&self, column: Column, value: &str) -> Result<bool, Error> {
        let term = Term::from_field_text(column_counts::handle(self, column), value);
        Ok(self.searcher.0.doc_freq(&term).map_err(failed)? > 0)
    }

    fn stories(&self, keys: &[ArticleKey]) -> Result<Vec<u64>, Error> {
        column_counts::stories(self, &addresses(keys)).map_err(failed)
    }

    fn values(&self, column: Column, keys: &[ArticleKey]) -> Result<Values, Error> {
        column_counts::values(self, column.as_str(), &addresses(keys)).map_err(failed)
    }

    fn days(&self, keys: &[ArticleKey]) -> Result<Days, Error> {
        column_counts::days(self, &addresses(keys)).map_err(failed)
    }

    fn lengths(&self, keys: &[ArticleKey]) -> Result<Lengths, Error> {
        word_counts::lengths(self, &addresses(keys)).map_err(failed)
    }

    fn holding(&self, forms: &[FormEntry], keys: &[ArticleKey]) -> Result<(u64, u64), Error> {
        word_counts::holding(self, forms, &addresses(keys)).map_err(failed)
    }
}

fn address_of(reader: &Reader, id: &str) -> tantivy::Result<Option<DocAddress>> {
    let term = Term::from_field_text(reader.fields.id, id);
    for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
        let inverted = segment.inverted_index(reader.fields.id)?;
        let Some(mut postings) = inverted.read_postings(&term, tantivy::schema::IndexRecordOption::Basic)? else {
            continue;
        };
        let is_alive = |doc: u32| segment.alive_bitset().is_none_or(|alive| alive.is_alive(doc));
        while postings.doc() != tantivy::TERMINATED {
            if is_alive(postings.doc()) {
                let doc_id = postings.doc();
                return Ok(Some(DocAddress { segment_ord, doc_id }));
            }
            postings.advance();
        }
    }
    Ok(None)
}

fn stored(reader: &Reader, address: DocAddress) -> tantivy::Result<StoredArticle> {
    let segments = reader.searcher.0.segment_readers();
    let at = address.segment_ord as usize;
    let segment = segments
        .get(at)
        .ok_or_else(|| tantivy::TantivyError::InvalidArgument("a key of another archive".to_owned()))?;
    let story = reader.columns.numbers(at, segment, "story")?.first(address.doc_id);
    let document: TantivyDocument = reader.searcher.0.doc(address)?;
    Ok(StoredArticle {
        article: to_article(reader, &document),
        entities: EntityKind::ALL.map(|kind| texts(&document, reader.fields.entity(kind))),
        story: story.unwrap_or_default(),
    })
}

fn text(document: &TantivyDocument, field: tantivy::schema::Field) -> String {
    let first = document.get_first(field);
    first.and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

fn texts(document: &TantivyDocument, field: tantivy::schema::Field) -> Vec<String> {
    document
        .get_all(field)
        .filter_map(|value| value.as_str())
        .map(str::to_owned)
        .collect()
}

/// The stored article.
fn to_article(reader: &Reader, document: &TantivyDocument) -> Article {
    let fields = &reader.fields;
    let stored = |field: Field| text(document, fields.stored(field));
    let some = |text: String| (!text.is_empty()).then_some(text);
    Article {
        id: ArticleId::new(&text(document, fields.id)).unwrap_or_default(),
        path: text(document, fields.path),
        headline: stored(Field::Headline),
        headline_latin: stored(Field::HeadlineLatin),
        summary: stored(Field::Summary),
        body: stored(Field::Body),
        related: texts(document, fields.stored(Field::Related)),
        category: texts(document, fields.category)
            .iter()
            .filter_map(|slug| Category::parse(slug))
            .collect(),
        date: document
            .get_first(fields.date)
            .and_then(|value| value.as_i64())
            .and_then(date_of_day),
        url: some(text(document, fields.url)),
        source: some(text(document, fields.source)),
    }
}
