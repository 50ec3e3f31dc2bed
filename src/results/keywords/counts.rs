//! The counts behind keywords: how much text both sides have, and in how many articles a lemma stands.
//!
//! Takes the places of the matching articles, gives exact counts out of the postings, as far as a field
//! counts (see [`HEAD`]), and what they say by log-likelihood.

use tantivy::postings::Postings;
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED};

use crate::article::Field;
use crate::index::{Fields, Key, Known, Reader};

/// So many words of a body count.
pub(super) const HEAD: u32 = 300;
/// The fields that count.
pub(super) const FIELDS: [Field; 3] = [Field::Headline, Field::Summary, Field::Body];

/// How many words both sides have, as far as they count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub(super) matching: u64,
    pub(super) others: u64,
}

impl Sizes {
    /// From the lengths that the engine keeps of every field, to an eighth or so.
    pub(super) fn of(reader: &Reader, addresses: &[DocAddress]) -> tantivy::Result<Self> {
        let mut sizes = Self { matching: 0, others: 0 };
        for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
            for field in FIELDS {
                let lengths = segment.get_fieldnorms_reader(reader.fields.text(field))?;
                let most = if field == Field::Body { HEAD } else { u32::MAX };
                for doc_id in segment.doc_ids_alive() {
                    let words = u64::from(lengths.fieldnorm(doc_id).min(most));
                    if addresses.binary_search(&DocAddress { segment_ord, doc_id }).is_ok() {
                        sizes.matching += words;
                    } else {
                        sizes.others += words;
                    }
                }
            }
        }
        Ok(sizes)
    }

    /// G² of a lemma that so many articles have on each side; 0 where it is not over-represented.
    pub(super) fn g2(self, articles: u64, others: u64) -> f64 {
        let (with, with_others) = (articles as f64, others as f64);
        let (here, there) = (self.matching as f64, self.others as f64);
        if with * there <= with_others * here || there <= with_others || here <= with {
            return 0.0;
        }
        let (all, holding) = (here + there, with + with_others);
        let cell = |observed: f64, of_row: f64, of_column: f64| {
            let expected = of_row * of_column / all;
            if observed > 0.0 {
                observed * (observed / expected).ln()
            } else {
                0.0
            }
        };
        2.0 * (cell(with, holding, here)
            + cell(with_others, holding, there)
            + cell(here - with, all - holding, here)
            + cell(there - with_others, all - holding, there))
    }

    pub(super) fn log_ratio(self, articles: u64, others: u64) -> f64 {
        let others = if others == 0 { 0.5 } else { others as f64 };
        (articles as f64 / self.matching.max(1) as f64 / (others / self.others.max(1) as f64)).log2()
    }
}

/// How many of some articles have a lemma in one of its forms, and how many of the index.
pub(super) fn count(reader: &Reader, addresses: &[DocAddress], lemma: &str) -> tantivy::Result<(u64, u64)> {
    let forms = reader.vocabulary.with_key(&Key::lemma(lemma));
    let (mut inside, mut all) = (0, 0);
    for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
        let mut docs: Vec<DocId> = Vec::new();
        for field in FIELDS {
            let forms = forms.iter().filter(|entry| entry.fields.has(field));
            for entry in forms {
                holding(segment, reader.fields, (field, &entry.form), &mut docs)?;
            }
        }
        docs.sort_unstable();
        docs.dedup();
        if let Some(alive) = segment.alive_bitset() {
            docs.retain(|&doc| alive.is_alive(doc));
        }
        let matches = |&doc_id: &DocId| addresses.binary_search(&DocAddress { segment_ord, doc_id }).is_ok();
        inside += docs.iter().copied().filter(|doc| matches(doc)).count() as u64;
        all += docs.len() as u64;
    }
    Ok((inside, all))
}

/// Adds the articles of a segment that hold a form in a field, as far as the field counts.
fn holding(
    segment: &SegmentReader,
    fields: Fields,
    (field, form): (Field, &str),
    docs: &mut Vec<DocId>,
) -> tantivy::Result<()> {
    let is_body = field == Field::Body;
    let option = if is_body {
        IndexRecordOption::WithFreqsAndPositions
    } else {
        IndexRecordOption::Basic
    };
    let term = Term::from_field_text(fields.text(field), form);
    let inverted = segment.inverted_index(term.field())?;
    let Some(mut postings) = inverted.read_postings(&term, option)? else {
        return Ok(());
    };
    let mut places = Vec::new();
    let mut doc = postings.doc();
    while doc != TERMINATED {
        if is_body {
            postings.positions(&mut places);
        }
        if !is_body || places.first().is_some_and(|&first| first < HEAD) {
            docs.push(doc);
        }
        doc = postings.advance();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g2_is_that_of_the_table_of_four_cells() {
        let sizes = Sizes {
            matching: 20,
            others: 80,
        };
        // by hand: 2·(10·ln(10/3) + 5·ln(5/12) + 10·ln(10/17) + 75·ln(75/68))
        assert!((sizes.g2(10, 5) - 19.409_3).abs() < 0.001, "{}", sizes.g2(10, 5));
        assert_eq!(sizes.g2(2, 8), 0.0);
        assert_eq!(sizes.g2(1, 8), 0.0);
        assert!((sizes.log_ratio(10, 5) - 3.0).abs() < 1e-9);
        assert!((sizes.log_ratio(10, 0) - (0.5f64 / (0.5 / 80.0)).log2()).abs() < 1e-9);
    }
}
