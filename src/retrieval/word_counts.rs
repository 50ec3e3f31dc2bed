//! Word counts: how much text articles have, and how many hold a word where it tells what they are about.
//!
//! Takes the places of some articles, gives exact counts out of the postings, as far as a field counts (see [`HEAD`]).

use tantivy::postings::Postings;
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED};

use super::archive::{HEAD, Lengths, TELLING_FIELDS};
use crate::article::Field;
use crate::index::{FormEntry, Reader};

/// From the lengths that the engine keeps of every field, to an eighth or so.
pub(super) fn lengths(reader: &Reader, addresses: &[DocAddress]) -> tantivy::Result<Lengths> {
    let mut lengths = Lengths { inside: 0, others: 0 };
    for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
        for field in TELLING_FIELDS {
            let norms = segment.get_fieldnorms_reader(reader.fields.text(field))?;
            let most = if field == Field::Body { HEAD } else { u32::MAX };
            for doc_id in segment.doc_ids_alive() {
                let words = u64::from(norms.fieldnorm(doc_id).min(most));
                if addresses.binary_search(&DocAddress { segment_ord, doc_id }).is_ok() {
                    lengths.inside += words;
                } else {
                    lengths.others += words;
                }
            }
        }
    }
    Ok(lengths)
}

/// How many of some articles hold one of the forms, and how many of the index.
pub(super) fn holding(reader: &Reader, forms: &[FormEntry], addresses: &[DocAddress]) -> tantivy::Result<(u64, u64)> {
    let (mut inside, mut all) = (0, 0);
    for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
        let mut docs: Vec<DocId> = Vec::new();
        for field in TELLING_FIELDS {
            for entry in forms.iter().filter(|entry| entry.fields.has(field)) {
                let term = Term::from_field_text(reader.fields.text(field), &entry.form);
                add_holding(segment, &term, field == Field::Body, &mut docs)?;
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

/// Adds the articles of a segment that hold a term, of a body in its head.
fn add_holding(segment: &SegmentReader, term: &Term, is_body: bool, docs: &mut Vec<DocId>) -> tantivy::Result<()> {
    let option = if is_body {
        IndexRecordOption::WithFreqsAndPositions
    } else {
        IndexRecordOption::Basic
    };
    let inverted = segment.inverted_index(term.field())?;
    let Some(mut postings) = inverted.read_postings(term, option)? else {
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
