//! Collecting: the distinct forms of a commit out of the dictionaries of its segments.
//!
//! Takes the engine's searcher, gives the forms in order with their counts, and the bitmap of which dictionary has
//! which of them.

use rustc_hash::FxHashMap;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, InvertedIndexReader, Searcher};

use super::schema::Fields;
use super::schema::TEXT_FIELDS;
use super::term_bitmap::{self, Seen};
use super::word_source::FormEntry;
use crate::article::{Field, FieldSet};

/// The distinct forms of all segments and text fields, in order, and which dictionaries have them.
pub(super) struct DistinctForms {
    pub(super) forms: Vec<FormEntry>,
    pub(super) term_bitmap: Vec<u8>,
}

/// The articles of forms in the fields of one segment that were read before: a form in headline and body of an article
/// stands in one article.
#[derive(Default)]
struct Shared {
    articles: FxHashMap<u32, Vec<DocId>>,
}

impl Shared {
    /// How many articles have a form in this field and in none that was read before. The body is read last and is the
    /// largest: what stands nowhere else is counted there without reading its postings.
    fn new_articles(
        &mut self,
        form: u32,
        (field, dictionary): (Field, &InvertedIndexReader),
        info: &TermInfo,
    ) -> tantivy::Result<u32> {
        let before = self.articles.get(&form);
        if field == Field::Body && before.is_none() {
            return Ok(info.doc_freq);
        }
        let mut new = Vec::with_capacity(info.doc_freq as usize);
        let mut block = dictionary.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
        while block.block_len() > 0 {
            let is_new = |doc: &&DocId| before.is_none_or(|before| before.binary_search(doc).is_err());
            new.extend(block.docs().iter().filter(is_new));
            block.advance();
        }
        let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
        if field != Field::Body {
            let articles = self.articles.entry(form).or_default();
            articles.append(&mut new);
            articles.sort_unstable();
        }
        Ok(count)
    }
}

pub(super) fn distinct_forms(searcher: &Searcher, fields: &Fields) -> tantivy::Result<DistinctForms> {
    let mut numbers: FxHashMap<Vec<u8>, u32> = FxHashMap::default();
    let mut counts: Vec<(u32, FieldSet)> = Vec::new();
    let mut seen = Vec::new();
    for segment in searcher.segment_readers() {
        let mut dictionaries: [Seen; TEXT_FIELDS.len()] = Default::default();
        let mut shared = Shared::default();
        for (field, dictionary) in TEXT_FIELDS.into_iter().zip(&mut dictionaries) {
            let inverted = segment.inverted_index(fields.text(field))?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                let number = match numbers.get(terms.key()) {
                    Some(&number) => number,
                    None => {
                        let number = u32::try_from(counts.len()).unwrap_or(u32::MAX);
                        numbers.insert(terms.key().to_vec(), number);
                        counts.push((0, FieldSet::empty()));
                        number
                    }
                };
                if let Some((articles, fields)) = counts.get_mut(number as usize) {
                    fields.insert(field.into());
                    if field != Field::Related {
                        *articles += shared.new_articles(number, (field, &inverted), terms.value())?;
                    }
                }
                dictionary.push(number);
            }
        }
        seen.push((segment.segment_id(), dictionaries));
    }
    let mut forms: Vec<(String, u32)> = numbers
        .into_iter()
        .map(|(form, number)| (String::from_utf8_lossy(&form).into_owned(), number))
        .collect();
    forms.sort_unstable();
    // from the order of first sight to that of the vocabulary
    let mut ordinals = vec![0u32; forms.len()];
    for (ordinal, &(_, number)) in (0u32..).zip(&forms) {
        if let Some(place) = ordinals.get_mut(number as usize) {
            *place = ordinal;
        }
    }
    for number in seen.iter_mut().flat_map(|(_, dictionaries)| dictionaries).flatten() {
        *number = ordinals.get(*number as usize).copied().unwrap_or_default();
    }
    let term_bitmap = term_bitmap::to_bytes(forms.len(), &seen);
    let forms = (0u32..).zip(forms).map(|(ordinal, (form, number))| {
        let (articles, fields) = counts.get(number as usize).copied().unwrap_or_default();
        FormEntry {
            form,
            ordinal,
            articles,
            fields,
        }
    });
    Ok(DistinctForms {
        forms: forms.collect(),
        term_bitmap,
    })
}
