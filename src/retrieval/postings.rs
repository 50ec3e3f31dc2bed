//! Postings: the articles of one segment that hold a word, with how strongly.
//!
//! Takes a word clause and a segment, gives (article, weight) pairs in order. The weight is BM25F's
//! frequency: occurrences in all forms and fields, each with the worth of its form and field, divided by
//! the length of the field. Adding up before the curve is bent is what makes all forms one word.

use std::rc::Rc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocId, DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

use super::accumulator::{Accumulator, Weighted};
use super::deadline::Deadline;
use crate::article::{Field, FieldSet};
use crate::index::schema::TEXT_FIELDS;
use crate::index::{Fields, Reader};
use crate::query::{Expansion, PhraseClause, Slot, WordClause};

/// Weight and length normalisation of each text field, in the order of [`TEXT_FIELDS`]. Chosen by
/// judgment, not fitted: too few topics are judged to fit ten numbers. `tests/relevance` guards them. The length of the body
/// alone was (see `ranking.rs`): at 0.7 long magazine essays stood above short stories.
const FIELD_WEIGHTS: [(f32, f32); 5] = [(3.0, 0.4), (2.5, 0.4), (1.6, 0.6), (1.0, 0.8), (1.0, 0.5)];

/// A phrase asks the clock once in so many articles.
const BETWEEN_CLOCKS: usize = 64;

/// One segment with what searching needs of it.
pub(super) struct Segment<'s> {
    pub(super) reader: &'s SegmentReader,
    pub(super) fields: &'s Fields,
    index: &'s Reader,
    /// Its place in the searcher.
    ordinal: u32,
    text: Vec<TextField>,
    worths: Rc<Worths>,
    deadline: &'s Deadline<'s>,
}

struct TextField {
    inverted: std::sync::Arc<InvertedIndexReader>,
    norms: FieldNormReader,
}

/// What one occurrence is worth in each field, by the number that the engine has for the length of the field.
#[derive(Debug)]
pub(super) struct Worths([[f32; 256]; TEXT_FIELDS.len()]);

impl Worths {
    /// From the mean lengths of the fields.
    pub(super) fn new(averages: &[f32; TEXT_FIELDS.len()]) -> Self {
        let mut worths = [[0.0; 256]; TEXT_FIELDS.len()];
        for ((row, (field_weight, b)), average) in worths.iter_mut().zip(FIELD_WEIGHTS).zip(averages) {
            for (id, worth) in (0u8..=255).zip(row) {
                let length = FieldNormReader::id_to_fieldnorm(id) as f32;
                *worth = field_weight / (1.0 - b + b * length / average.max(1.0));
            }
        }
        Self(worths)
    }
}

impl<'s> Segment<'s> {
    pub(super) fn open(
        index: &'s Reader,
        ordinal: u32,
        worths: &Rc<Worths>,
        deadline: &'s Deadline<'s>,
    ) -> tantivy::Result<Self> {
        let reader = &index.searcher.0.segment_readers()[ordinal as usize];
        let fields = &index.fields;
        let text = TEXT_FIELDS
            .iter()
            .map(|&field| {
                let handle = fields.text(field);
                Ok(TextField {
                    inverted: reader.inverted_index(handle)?,
                    norms: reader.get_fieldnorms_reader(handle)?,
                })
            })
            .collect::<tantivy::Result<Vec<_>>>()?;
        Ok(Self {
            reader,
            fields,
            index,
            ordinal,
            text,
            worths: Rc::clone(worths),
            deadline,
        })
    }

    /// The articles that hold a word in one of its ways.
    pub(super) fn word(&self, word: &WordClause) -> tantivy::Result<Weighted> {
        let mut gathered = Accumulator::new(self.reader.max_doc());
        self.forms(&word.slot, word.fields, &mut gathered)?;
        for phrase in &word.phrases {
            self.phrase(phrase, word.fields, &mut gathered)?;
        }
        let mut weighted = gathered.into_sorted();
        for (kind, id) in &word.entities {
            let mentioned = self.term(Term::from_field_text(self.fields.entity(*kind), id))?;
            weighted = with_mentions(weighted, &mentioned);
        }
        self.keep_alive(&mut weighted);
        Ok(weighted)
    }

    fn forms(&self, slot: &Slot, fields: FieldSet, gathered: &mut Accumulator) -> tantivy::Result<()> {
        for form in &slot.forms {
            for field in (form.entry.fields & fields).fields() {
                let Some(info) = self.term_info(field, form)? else {
                    continue;
                };
                let inverted = &self.text[field as usize].inverted;
                let mut block = inverted.read_block_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
                while block.block_len() > 0 {
                    for (&doc, &count) in block.docs().iter().zip(block.freqs()) {
                        gathered.add(doc, self.worth(field, doc, count, form.weight));
                    }
                    block.advance();
                }
            }
        }
        Ok(())
    }

    /// Where a word stands in one field of each of `docs`, which are in order: any of its forms, and any
    /// part of its runs.
    pub(super) fn places(&self, word: &WordClause, field: Field, docs: &[DocId]) -> tantivy::Result<Vec<Vec<u32>>> {
        let mut places = vec![Vec::new(); docs.len()];
        if !word.fields.has(field) {
            return Ok(places);
        }
        let sequences = word.phrases.iter().flat_map(|phrase| &phrase.slots);
        let mut buffer = Vec::new();
        for slot in std::iter::once(&word.slot).chain(sequences) {
            for (mut postings, _) in self.open_slot(slot, field)? {
                for (places, &doc) in places.iter_mut().zip(docs) {
                    if postings.doc() < doc {
                        postings.seek(doc);
                    }
                    if postings.doc() == doc {
                        postings.positions(&mut buffer);
                        places.extend_from_slice(&buffer);
                    }
                }
            }
        }
        places.iter_mut().for_each(|places| places.sort_unstable());
        Ok(places)
    }

    /// What `count` occurrences in a field are worth.
    fn worth(&self, field: Field, doc: DocId, count: u32, weight: f32) -> f32 {
        let text = &self.text[field as usize];
        weight * count as f32 * self.worths.0[field as usize][usize::from(text.norms.fieldnorm_id(doc))]
    }

    fn phrase(&self, phrase: &PhraseClause, fields: FieldSet, gathered: &mut Accumulator) -> tantivy::Result<()> {
        for field in fields.fields() {
            if self.deadline.cuts() {
                break;
            }
            let slots = phrase
                .slots
                .iter()
                .map(|slot| self.open_slot(slot, field))
                .collect::<tantivy::Result<Vec<_>>>()?;
            if slots.iter().all(|slot| !slot.is_empty()) {
                self.phrase_in(field, slots, phrase, gathered);
            }
        }
        Ok(())
    }

    /// The postings of a form in a field; none where the segment lacks it there.
    pub(super) fn open_form(
        &self,
        field: Field,
        form: &Expansion,
        option: IndexRecordOption,
    ) -> tantivy::Result<Option<SegmentPostings>> {
        let info = self.term_info(field, form)?;
        let postings = info.map(|info| {
            self.text[field as usize]
                .inverted
                .read_postings_from_terminfo(&info, option)
        });
        Ok(postings.transpose()?)
    }

    /// Where the postings of a form are.
    fn term_info(&self, field: Field, form: &Expansion) -> tantivy::Result<Option<TermInfo>> {
        let ordinal = form.entry.ordinal;
        if !self.index.term_bitmap.may_hold(self.ordinal as usize, field, ordinal) {
            return Ok(None);
        }
        let info = self.index.terms.get((self.ordinal, field, ordinal), || {
            let term = Term::from_field_text(self.fields.text(field), &form.entry.form);
            self.text[field as usize].inverted.get_term_info(&term)
        });
        Ok(info?)
    }

    fn open_slot(&self, slot: &Slot, field: Field) -> tantivy::Result<Vec<(SegmentPostings, f32)>> {
        let mut lists = Vec::new();
        for form in slot.forms.iter().filter(|form| form.entry.fields.has(field)) {
            lists.extend(
                self.open_form(field, form, IndexRecordOption::WithFreqsAndPositions)?
                    .map(|p| (p, form.weight)),
            );
        }
        Ok(lists)
    }

    /// Walks the slot with the fewest articles and looks the others up there.
    fn phrase_in(
        &self,
        field: Field,
        mut slots: Vec<Vec<(SegmentPostings, f32)>>,
        phrase: &PhraseClause,
        gathered: &mut Accumulator,
    ) {
        let size = |slot: &Vec<(SegmentPostings, f32)>| slot.iter().map(|(p, _)| p.doc_freq()).sum::<u32>();
        let Some(rarest) = (0..slots.len()).min_by_key(|&i| size(&slots[i])) else {
            return;
        };
        let mut docs = Vec::new();
        for (postings, _) in &slots[rarest] {
            let mut walk = postings.clone();
            let mut doc = walk.doc();
            while doc != TERMINATED {
                docs.push(doc);
                doc = walk.advance();
            }
        }
        docs.sort_unstable();
        docs.dedup();
        for (at_doc, doc) in docs.into_iter().enumerate() {
            if at_doc % BETWEEN_CLOCKS == BETWEEN_CLOCKS - 1 && self.deadline.cuts() {
                break;
            }
            let places: Vec<Vec<(u32, f32)>> = slots.iter_mut().map(|slot| positions(slot, doc)).collect();
            let (count, weight) = count_sequences(&places, phrase.slop);
            if count > 0 {
                gathered.add(doc, self.worth(field, doc, count, weight * phrase.tier.weight()));
            }
        }
    }

    /// The articles of one keyword term, in order.
    pub(super) fn term(&self, term: Term) -> tantivy::Result<Vec<DocId>> {
        let inverted = self.reader.inverted_index(term.field())?;
        let mut docs = Vec::new();
        if let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::Basic)? {
            let mut doc = postings.doc();
            while doc != TERMINATED {
                docs.push(doc);
                doc = postings.advance();
            }
        }
        Ok(docs)
    }

    pub(super) fn keep_alive(&self, weighted: &mut Weighted) {
        if let Some(alive) = self.reader.alive_bitset() {
            weighted.retain(|&(doc, _)| alive.is_alive(doc));
        }
    }

    /// All articles that are there.
    pub(super) fn everything(&self) -> Weighted {
        self.reader.doc_ids_alive().map(|doc| (doc, 0.0)).collect()
    }

    /// The articles with a date in a range of day numbers.
    pub(super) fn dated(&self, from: Option<i64>, to: Option<i64>) -> tantivy::Result<Weighted> {
        let dates = self.dates()?;
        let fits = |day: i64| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
        Ok(self
            .everything()
            .into_iter()
            .filter(|&(doc, _)| dates.first(doc).is_some_and(fits))
            .collect())
    }

    /// The articles that came after a run of indexing.
    pub(super) fn added_after(&self, run: u64) -> tantivy::Result<Weighted> {
        let runs = self.runs()?;
        let is_new = |doc: DocId| runs.first(doc).is_some_and(|added| added > run);
        Ok(self.everything().into_iter().filter(|&(doc, _)| is_new(doc)).collect())
    }

    /// The column of the runs in which articles came.
    pub(super) fn runs(&self) -> tantivy::Result<tantivy::columnar::Column<u64>> {
        self.index.columns.numbers(self.ordinal as usize, self.reader, "added")
    }

    /// The column of story numbers.
    pub(super) fn stories(&self) -> tantivy::Result<tantivy::columnar::Column<u64>> {
        self.index.columns.numbers(self.ordinal as usize, self.reader, "story")
    }

    /// The column of ids.
    pub(super) fn ids(&self) -> tantivy::Result<Option<tantivy::columnar::StrColumn>> {
        self.index.columns.texts(self.ordinal as usize, self.reader, "id")
    }

    /// The column of day numbers.
    pub(super) fn dates(&self) -> tantivy::Result<tantivy::columnar::Column<i64>> {
        self.index.columns.days(self.ordinal as usize, self.reader)
    }
}

/// The positions of a slot's forms in one article, in order.
fn positions(slot: &mut [(SegmentPostings, f32)], doc: DocId) -> Vec<(u32, f32)> {
    let mut places = Vec::new();
    let mut buffer = Vec::new();
    for (postings, weight) in slot {
        if postings.doc() < doc {
            postings.seek(doc);
        }
        if postings.doc() == doc {
            postings.positions(&mut buffer);
            places.extend(buffer.iter().map(|&place| (place, *weight)));
        }
    }
    places.sort_unstable_by_key(|&(place, _)| place);
    places
}

/// How many runs take one position of each slot in order, at most `slop` words between two; and the
/// weight of the best.
fn count_sequences(places: &[Vec<(u32, f32)>], slop: u32) -> (u32, f32) {
    let Some((first, rest)) = places.split_first() else {
        return (0, 0.0);
    };
    let mut best = 0.0f32;
    let mut count = 0;
    for &(start, weight) in first {
        let mut last = start;
        let mut total = weight;
        let complete = rest.iter().all(|slot| {
            let next = slot
                .iter()
                .find(|&&(place, _)| place > last && place <= last + 1 + slop);
            if let Some(&(place, weight)) = next {
                last = place;
                total += weight;
            }
            next.is_some()
        });
        if complete {
            count += 1;
            best = best.max(total / places.len() as f32);
        }
    }
    (count, best)
}

/// A mention counts as one occurrence of another name, where no name of the word was found in the text.
fn with_mentions(weighted: Weighted, mentioned: &[DocId]) -> Weighted {
    let alias = crate::query::Tier::Alias.weight();
    let mut merged = Vec::with_capacity(weighted.len() + mentioned.len());
    let mut rest = weighted.into_iter().peekable();
    for &doc in mentioned {
        while let Some(&(earlier, weight)) = rest.peek().filter(|(earlier, _)| *earlier < doc) {
            merged.push((earlier, weight));
            rest.next();
        }
        match rest.peek() {
            Some(&(same, weight)) if same == doc => {
                merged.push((doc, weight.max(alias)));
                rest.next();
            }
            _ => merged.push((doc, alias)),
        }
    }
    merged.extend(rest);
    merged
}
