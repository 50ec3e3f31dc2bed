//! Showing: articles of the index as values.
//!
//! Takes addresses, gives hits and whole articles out of what the index stores.

use super::{Hit, Mark, NamedId, Snippet, Why, snippet};
use crate::article::{Article, Field};
use crate::entities::{EntityKind, Gazetteer, Mention, Recogniser};
use crate::query::{Marker, WordMark, add_mentions};
use crate::retrieval::{Archive, Error, Row};

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
pub fn show(archive: &dyn Archive, id: &str) -> Result<Shown, Error> {
    let key = archive.key_of(id)?.ok_or_else(|| Error::NoArticle(id.to_owned()))?;
    let article = archive.article(key)?.article;
    let mentions = Recogniser::new(archive.gazetteer()).mentions(&article);
    Ok(Shown { article, mentions })
}

/// Shows articles as hits of one query.
pub(super) struct Show<'s> {
    archive: &'s dyn Archive,
    marker: &'s Marker,
    recogniser: Recogniser<'s>,
}

impl<'s> Show<'s> {
    pub(super) fn new(archive: &'s dyn Archive, marker: &'s Marker) -> Self {
        Self {
            archive,
            marker,
            recogniser: Recogniser::new(archive.gazetteer()),
        }
    }

    /// The hit of an article; `relaxed` where it holds some of the words only.
    pub(super) fn hit(&mut self, row: Row, relaxed: bool) -> Result<Hit, Error> {
        let stored = self.archive.article(row.key)?;
        let named = |kind: EntityKind| named_ids(self.archive.gazetteer(), kind, stored.ids(kind));
        let [persons, countries, places, organisations] = EntityKind::ALL.map(named);
        let article = stored.article;
        let marks = field_marks(&article, self.marker, &mut self.recogniser);
        let of = |field: Field| {
            let found = marks.iter().find(|(other, _)| *other == field);
            found.map_or(&[][..], |(_, found)| found.as_slice())
        };
        Ok(Hit {
            score: row.score,
            relaxed,
            story: format!("{:016x}", stored.story),
            same_story: row.copies,
            explanation: row.explanation,
            headline_marks: of(Field::Headline).iter().map(Mark::of).collect(),
            snippet: best_snippet(&article, of(Field::Summary), of(Field::Body)),
            why: why(&article, &marks, self.marker),
            persons,
            countries,
            places,
            organisations,
            id: article.id.as_str().to_owned(),
            path: article.path,
            headline: article.headline,
            headline_latin: article.headline_latin,
            category: article.category.iter().map(|one| one.as_str().to_owned()).collect(),
            date: article.date.map(|date| date.to_string()),
            url: article.url,
            source: article.source,
        })
    }
}

/// What matched in each field.
fn field_marks(article: &Article, marker: &Marker, recogniser: &mut Recogniser<'_>) -> Vec<(Field, Vec<WordMark>)> {
    let mut marks: Vec<(Field, Vec<WordMark>)> = Field::OWN
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

/// The passage of the body, or of the summary where more words of the query stand there.
fn best_snippet(article: &Article, summary: &[WordMark], body: &[WordMark]) -> Snippet {
    let distinct = |found: &[WordMark]| {
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
fn why(article: &Article, marks: &[(Field, Vec<WordMark>)], marker: &Marker) -> Vec<Why> {
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

fn named_ids(gazetteer: &Gazetteer, kind: EntityKind, ids: &[String]) -> Vec<NamedId> {
    let named = ids.iter().map(|id| NamedId {
        name: gazetteer.shown_name(kind, id),
        id: id.clone(),
    });
    named.collect()
}
