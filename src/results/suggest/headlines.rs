//! Headlines that hold what is being typed.
//!
//! Takes the words that may be meant, gives the newest headlines that hold them and, where words stand
//! before the last, which of the candidates stand together with them.

use std::cmp::Reverse;

use tantivy::schema::{IndexRecordOption, Term, Value};
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED, TantivyDocument};

use super::typing::{Typing, mates};
use super::{Candidate, Error, LOOKED_UP, Suggestion};
use crate::entities::Field;
use crate::index::schema::bit;
use crate::index::{FormEntry, Reader};

/// At most so many articles are looked at for each word.
pub(super) const WALKED: usize = 30_000;
/// At most so many headlines are shown.
const SHOWN: usize = 3;
/// So many articles are read for them: some have the same headline.
const READ: usize = 6;

/// The fields that hold headlines.
const FIELDS: [Field; 2] = [Field::Headline, Field::HeadlineLatin];

/// What the headlines have.
#[derive(Debug, Default)]
pub(super) struct LookedUp {
    /// The candidates with the words before them, the commonest together first.
    pub(super) words: Vec<Suggestion>,
    /// The newest headlines.
    pub(super) headlines: Vec<Suggestion>,
}

/// Looks the words up in the headlines.
pub(super) fn look_up(reader: &Reader, typing: &mut Typing, candidates: &[Candidate]) -> Result<LookedUp, Error> {
    let mut looked_up = LookedUp::default();
    if !typing.is_telling() {
        return Ok(looked_up);
    }
    let before = typing.before(&reader.vocabulary);
    let candidates: Vec<(&str, Vec<FormEntry>)> = candidates
        .iter()
        .take(LOOKED_UP)
        .map(|candidate| (candidate.form.as_str(), mates(&candidate.form, &reader.vocabulary)))
        .collect();
    let mut counts = vec![0; candidates.len()];
    let mut newest: Vec<(Reverse<Option<i64>>, DocAddress)> = Vec::new();
    for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
        let lists = before.iter().map(|(_, forms)| articles(reader, segment, forms));
        let lists = lists.collect::<Result<Vec<_>, Error>>()?;
        let days = segment.fast_fields().i64("date")?;
        for ((_, forms), count) in candidates.iter().zip(&mut counts) {
            let mut docs = articles(reader, segment, forms)?;
            docs.retain(|doc| lists.iter().all(|list| list.binary_search(doc).is_ok()));
            *count += docs.len() as u64;
            newest.extend(docs.into_iter().map(|doc_id| {
                (Reverse(days.first(doc_id)), DocAddress { segment_ord, doc_id })
            }));
        }
    }
    looked_up.words = together(&before, &candidates, &counts);
    looked_up.headlines = read_newest(reader, newest)?;
    Ok(looked_up)
}

/// Which candidates stand together with the words before.
fn together(
    before: &[(String, Vec<FormEntry>)],
    candidates: &[(&str, Vec<FormEntry>)],
    counts: &[u64],
) -> Vec<Suggestion> {
    let first: Vec<&str> = before.iter().map(|(shown, _)| shown.as_str()).collect();
    let mut words: Vec<Suggestion> = candidates
        .iter()
        .zip(counts)
        .filter(|(_, articles)| **articles > 0 && !first.is_empty())
        .map(|((form, _), &articles)| Suggestion {
            text: format!("{} {form}", first.join(" ")),
            kind: "word",
            id: None,
            articles,
        })
        .collect();
    words.sort_by_key(|word| Reverse(word.articles));
    words
}

/// The articles of a segment whose headline holds one of the forms, in order.
fn articles(reader: &Reader, segment: &SegmentReader, forms: &[FormEntry]) -> Result<Vec<DocId>, Error> {
    let mut docs = Vec::new();
    for field in FIELDS {
        let handle = reader.fields.text(field);
        let inverted = segment.inverted_index(handle)?;
        for form in forms.iter().filter(|form| form.fields & (1 << bit(field)) != 0) {
            let term = Term::from_field_text(handle, &form.form);
            let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            while postings.doc() != TERMINATED && docs.len() < WALKED {
                docs.push(postings.doc());
                postings.advance();
            }
        }
    }
    docs.sort_unstable();
    docs.dedup();
    if let Some(alive) = segment.alive_bitset() {
        docs.retain(|&doc| alive.is_alive(doc));
    }
    Ok(docs)
}

/// The headlines of the newest articles, each once.
fn read_newest(
    reader: &Reader,
    mut newest: Vec<(Reverse<Option<i64>>, DocAddress)>,
) -> Result<Vec<Suggestion>, Error> {
    // one article can stand here for each of the words looked up
    let wanted = READ * LOOKED_UP;
    if newest.len() > wanted {
        newest.select_nth_unstable(wanted);
        newest.truncate(wanted);
    }
    newest.sort_unstable();
    newest.dedup();
    let mut shown: Vec<Suggestion> = Vec::new();
    for (_, address) in newest.into_iter().take(READ) {
        let document: TantivyDocument = reader.searcher.0.doc(address)?;
        let first = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
        let headlines = FIELDS.map(|field| first(reader.fields.text(field)).trim());
        let Some(text) = headlines.into_iter().find(|text| !text.is_empty()) else {
            continue;
        };
        if let Some(known) = shown.iter_mut().find(|known| known.text == text) {
            known.articles += 1;
        } else if shown.len() < SHOWN {
            shown.push(Suggestion {
                text: text.to_owned(),
                kind: "headline",
                id: Some(first(reader.fields.id).to_owned()),
                articles: 1,
            });
        }
    }
    Ok(shown)
}
