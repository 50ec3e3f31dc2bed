//! Showing: articles of the index as values.
//!
//! Takes addresses, gives hits and whole articles out of what the index stores.

use tantivy::schema::{Term, Value};
use tantivy::{DocAddress, DocSet, TantivyDocument};

use super::evaluate::Scored;
use super::mark::{Found, Marker};
use super::{Error, Hit, Mark, NamedId, Snippet, Why, snippet};
use crate::article::{Article, ArticleId, Category, Field, date_of_day};
use crate::entities::{EntityKind, Mention, Recogniser};
use crate::index::Reader;

/// An article of the index, whole.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Shown {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// Its mentions.
    pub mentions: Vec<Mention>,
}

/// The article with an id.
///
/// # Errors
/// [`Error::NoArticle`] where no article has the id.
pub fn show(reader: &Reader, id: &str) -> Result<Shown, Error> {
    let document: TantivyDocument = reader.searcher.0.doc(address_of(reader, id)?)?;
    let article = to_article(reader, &document);
    let mentions = Recogniser::new(&reader.gazetteer).mentions(&article);
    Ok(Shown { article, mentions })
}

/// The article with an id, where it is, and the ids that it mentions.
///
/// # Errors
/// [`Error::NoArticle`] where no article has the id.
#[expect(
    clippy::type_complexity,
    reason = "three things of one document, taken apart at once"
)]
pub(super) fn find(reader: &Reader, id: &str) -> Result<(DocAddress, Article, Vec<(EntityKind, String)>), Error> {
    let address = address_of(reader, id)?;
    let document: TantivyDocument = reader.searcher.0.doc(address)?;
    let ids = |kind: EntityKind| {
        texts(&document, reader.fields.entity(kind))
            .into_iter()
            .map(move |id| (kind, id))
    };
    let mentions = EntityKind::ALL.into_iter().flat_map(ids).collect();
    Ok((address, to_article(reader, &document), mentions))
}

fn address_of(reader: &Reader, id: &str) -> Result<DocAddress, Error> {
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
                return Ok(DocAddress { segment_ord, doc_id });
            }
            postings.advance();
        }
    }
    Err(Error::NoArticle(id.to_owned()))
}

fn text(document: &TantivyDocument, field: tantivy::schema::Field) -> String {
    document
        .get_first(field)
        .and_then(|value| value.as_str())
        .unwrap_or_default()
        .to_owned()
}

fn texts(document: &TantivyDocument, field: tantivy::schema::Field) -> Vec<String> {
    document
        .get_all(field)
        .filter_map(|value| value.as_str())
        .map(str::to_owned)
        .collect()
}

/// The stored article.
#[must_use]
pub fn to_article(reader: &Reader, document: &TantivyDocument) -> Article {
    let fields = &reader.fields;
    let mut article = Article {
        id: ArticleId::new(&text(document, fields.id)).unwrap_or_default(),
        path: text(document, fields.path),
        headline: text(document, fields.stored(Field::Headline)),
        headline_latin: text(document, fields.stored(Field::HeadlineLatin)),
        summary: text(document, fields.stored(Field::Summary)),
        body: text(document, fields.stored(Field::Body)),
        related: texts(document, fields.stored(Field::Related)),
        category: texts(document, fields.category)
            .iter()
            .filter_map(|slug| Category::parse(slug))
            .collect(),
        date: document
            .get_first(fields.date)
            .and_then(|value| value.as_i64())
            .and_then(date_of_day),
        url: None,
        source: None,
    };
    let some = |text: String| (!text.is_empty()).then_some(text);
    article.url = some(text(document, fields.url));
    article.source = some(text(document, fields.source));
    article
}

/// Shows articles as hits of one query.
pub(super) struct Show<'s> {
    reader: &'s Reader,
    marker: &'s Marker,
    recogniser: Recogniser<'s>,
}

impl<'s> Show<'s> {
    pub(super) fn new(reader: &'s Reader, marker: &'s Marker) -> Self {
        Self {
            reader,
            marker,
            recogniser: Recogniser::new(&reader.gazetteer),
        }
    }

    /// The hit of an article; `relaxed` where it holds some of the words only.
    pub(super) fn hit(&mut self, scored: Scored, relaxed: bool) -> Result<Hit, Error> {
        let document: TantivyDocument = self.reader.searcher.0.doc(scored.address)?;
        let at = scored.address.segment_ord as usize;
        let segment = self.reader.searcher.0.segment_reader(scored.address.segment_ord);
        let column = self.reader.columns.numbers(at, segment, "story")?;
        let story = column.first(scored.address.doc_id).unwrap_or_default();
        Ok(Hit {
            score: scored.score,
            relaxed,
            story: format!("{story:016x}"),
            ..hit(self.reader, &document, self.marker, &mut self.recogniser)
        })
    }
}

fn hit(reader: &Reader, document: &TantivyDocument, marker: &Marker, recogniser: &mut Recogniser<'_>) -> Hit {
    let article = to_article(reader, document);
    let marks = field_marks(&article, marker, recogniser);
    let of = |field: Field| {
        marks
            .iter()
            .find(|(other, _)| *other == field)
            .map_or(&[][..], |(_, found)| found.as_slice())
    };
    let named = |kind: EntityKind| named_ids(reader, document, kind);
    Hit {
        score: 0.0,
        relaxed: false,
        headline_marks: of(Field::Headline)
            .iter()
            .map(|found| Mark {
                start: found.byte_start,
                end: found.byte_end,
            })
            .collect(),
        snippet: best_snippet(&article, of(Field::Summary), of(Field::Body)),
        why: why(&article, &marks, marker),
        explanation: None,
        story: String::new(),
        same_story: None,
        persons: named(EntityKind::Person),
        countries: named(EntityKind::Country),
        places: named(EntityKind::Place),
        organisations: named(EntityKind::Organisation),
        id: article.id.as_str().to_owned(),
        path: article.path,
        headline: article.headline,
        headline_latin: article.headline_latin,
        category: article
            .category
            .iter()
            .map(|category| category.as_str().to_owned())
            .collect(),
        date: article.date.map(|date| date.to_string()),
        url: article.url,
        source: article.source,
    }
}

/// What matched in each field.
fn field_marks(article: &Article, marker: &Marker, recogniser: &mut Recogniser<'_>) -> Vec<(Field, Vec<Found>)> {
    let mut marks: Vec<(Field, Vec<Found>)> = Field::STORY
        .iter()
        .map(|&field| {
            let text = field.of(article);
            (
                field,
                if field == Field::Body {
                    marker.find_passage(text)
                } else {
                    marker.find(text)
                },
            )
        })
        .collect();
    add_mentions(&mut marks, article, marker, recogniser);
    marks
}

/// Adds the marks of words that matched by a mention alone: they are found by recognising again.
pub(super) fn add_mentions(
    marks: &mut [(Field, Vec<Found>)],
    article: &Article,
    marker: &Marker,
    recogniser: &mut Recogniser<'_>,
) {
    let is_found = |word: usize, marks: &[(Field, Vec<Found>)]| {
        marks
            .iter()
            .any(|(_, found)| found.iter().any(|mark| mark.word == word))
    };
    let unseen: Vec<(usize, EntityKind, &str)> =
        marker.entities().filter(|&(word, ..)| !is_found(word, marks)).collect();
    if unseen.is_empty() {
        return;
    }
    for mention in recogniser.mentions(article) {
        let Some(&(word, ..)) = unseen
            .iter()
            .find(|&&(_, kind, id)| kind == mention.kind && id == mention.id)
        else {
            continue;
        };
        if let Some((_, found)) = marks.iter_mut().find(|(field, _)| *field == mention.field) {
            let mark = Found {
                word,
                tier: crate::query::Tier::Alias,
                byte_start: mention.byte_start,
                byte_end: mention.byte_end,
            };
            if !found
                .iter()
                .any(|other| other.byte_start < mark.byte_end && mark.byte_start < other.byte_end)
            {
                found.push(mark);
                found.sort_by_key(|mark| mark.byte_start);
            }
        }
    }
}

/// The passage of the body, or of the summary where more words of the query stand there.
fn best_snippet(article: &Article, summary: &[Found], body: &[Found]) -> Snippet {
    let distinct = |found: &[Found]| {
        let mut words: Vec<usize> = found.iter().map(|mark| mark.word).collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    };
    let use_summary = article.body.is_empty() || (!article.summary.is_empty() && distinct(summary) >= distinct(body));
    if use_summary {
        snippet::passage(&article.summary, summary)
    } else {
        snippet::passage(&article.body, body)
    }
}

/// For each word its best form, in the order of the fields.
fn why(article: &Article, marks: &[(Field, Vec<Found>)], marker: &Marker) -> Vec<Why> {
    let mut reasons: Vec<(usize, Why)> = Vec::new();
    for (field, found) in marks {
        let text = field.of(article);
        for mark in found {
            let Some(word) = marker.labels.get(mark.word) else {
                continue;
            };
            let form = text.get(mark.byte_start..mark.byte_end).unwrap_or_default();
            match reasons.iter_mut().find(|(at, _)| *at == mark.word) {
                Some((_, known)) if mark.tier < known.tier => {
                    *known = Why {
                        word: word.clone(),
                        form: form.to_owned(),
                        field: field.as_str(),
                        tier: mark.tier,
                    };
                }
                Some(_) => {}
                None => reasons.push((
                    mark.word,
                    Why {
                        word: word.clone(),
                        form: form.to_owned(),
                        field: field.as_str(),
                        tier: mark.tier,
                    },
                )),
            }
        }
    }
    reasons.into_iter().map(|(_, why)| why).collect()
}

fn named_ids(reader: &Reader, document: &TantivyDocument, kind: EntityKind) -> Vec<NamedId> {
    texts(document, reader.fields.entity(kind))
        .into_iter()
        .map(|id| {
            let name = reader.gazetteer.shown_name(kind, &id);
            NamedId { id, name }
        })
        .collect()
}
