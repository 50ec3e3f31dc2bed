//! Postings: the articles of one segment that hold a word, with how strongly.
//!
//! Takes a word clause and a segment, gives (article, weight) pairs in order. The weight is BM25F's
//! frequency: occurrences in all forms and fields, each with the worth of its form and field, divided by
//! the length of the field. Adding up before the curve is bent is what makes all forms one word.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocId, DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

use super::deadline::Deadline;
use crate::index::Fields;
use crate::index::schema::TEXT_FIELDS;
use crate::query::{Expansion, PhraseClause, Slot, WordClause};

/// Weight and length normalisation of each text field, in the order of [`TEXT_FIELDS`]. Chosen by
/// judgment, not fitted: too few topics are judged to fit ten numbers. `tests/relevance` guards them.
const FIELD_WEIGHTS: [(f32, f32); 5] = [(3.0, 0.4), (2.5, 0.4), (1.6, 0.6), (1.0, 0.7), (1.0, 0.5)];

/// A phrase asks the clock once in so many articles.
const BETWEEN_CLOCKS: usize = 64;

/// Articles in order, each with a weight.
pub(super) type Weighted = Vec<(DocId, f32)>;

/// One segment with what searching needs of it.
pub(super) struct Segment<'s> {
    pub(super) reader: &'s SegmentReader,
    pub(super) fields: &'s Fields,
    text: Vec<TextField>,
    deadline: &'s Deadline<'s>,
}

struct TextField {
    inverted: std::sync::Arc<InvertedIndexReader>,
    norms: FieldNormReader,
    average: f32,
}

impl<'s> Segment<'s> {
    pub(super) fn open(
        reader: &'s SegmentReader,
        fields: &'s Fields,
        averages: &[f32; 5],
        deadline: &'s Deadline<'s>,
    ) -> tantivy::Result<Self> {
        let text = TEXT_FIELDS
            .iter()
            .zip(averages)
            .map(|(&field, &average)| {
                let handle = fields.text(field);
                Ok(TextField {
                    inverted: reader.inverted_index(handle)?,
                    norms: reader.get_fieldnorms_reader(handle)?,
                    average,
                })
            })
            .collect::<tantivy::Result<Vec<_>>>()?;
        Ok(Self {
            reader,
            fields,
            text,
            deadline,
        })
    }

    /// The articles that hold a word in one of its ways.
    pub(super) fn word(&self, word: &WordClause) -> tantivy::Result<Weighted> {
        let mut gathered = Gathered::new(self.reader.max_doc());
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

    fn forms(&self, slot: &Slot, fields: u8, gathered: &mut Gathered) -> tantivy::Result<()> {
        for form in &slot.forms {
            for (at, text) in self.text_fields(form, fields) {
                let Some(mut postings) = open(text, self.handle(at), form, IndexRecordOption::WithFreqs)? else {
                    continue;
                };
                let mut doc = postings.doc();
                while doc != TERMINATED {
                    gathered.add(doc, self.worth(at, doc, postings.term_freq(), form.weight));
                    doc = postings.advance();
                }
            }
        }
        Ok(())
    }

    fn handle(&self, at: usize) -> tantivy::schema::Field {
        self.fields.text[at]
    }

    /// The fields, of those asked for, in which the index has the form.
    fn text_fields(&self, form: &Expansion, fields: u8) -> impl Iterator<Item = (usize, &TextField)> {
        let mask = form.entry.fields & fields;
        self.text
            .iter()
            .enumerate()
            .filter(move |(at, _)| mask & (1 << at) != 0)
    }

    /// What `count` occurrences in a field are worth.
    fn worth(&self, at: usize, doc: DocId, count: u32, weight: f32) -> f32 {
        let (field_weight, b) = FIELD_WEIGHTS[at];
        let text = &self.text[at];
        let length = text.norms.fieldnorm(doc) as f32;
        field_weight * weight * count as f32 / (1.0 - b + b * length / text.average.max(1.0))
    }

    fn phrase(&self, phrase: &PhraseClause, fields: u8, gathered: &mut Gathered) -> tantivy::Result<()> {
        for at in (0..self.text.len()).filter(|at| fields & (1 << at) != 0) {
            if self.deadline.cuts() {
                break;
            }
            let slots = phrase
                .slots
                .iter()
                .map(|slot| self.open_slot(slot, at))
                .collect::<tantivy::Result<Vec<_>>>()?;
            if slots.iter().all(|slot| !slot.is_empty()) {
                self.phrase_in(at, slots, phrase, gathered);
            }
        }
        Ok(())
    }

    fn open_slot(&self, slot: &Slot, at: usize) -> tantivy::Result<Vec<(SegmentPostings, f32)>> {
        let mut lists = Vec::new();
        for form in slot.forms.iter().filter(|form| form.entry.fields & (1 << at) != 0) {
            let text = &self.text[at];
            lists.extend(
                open(text, self.handle(at), form, IndexRecordOption::WithFreqsAndPositions)?.map(|p| (p, form.weight)),
            );
        }
        Ok(lists)
    }

    /// Walks the slot with the fewest articles and looks the others up there.
    fn phrase_in(
        &self,
        at: usize,
        mut slots: Vec<Vec<(SegmentPostings, f32)>>,
        phrase: &PhraseClause,
        gathered: &mut Gathered,
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
            let (count, weight) = count_runs(&places, phrase.slop);
            if count > 0 {
                gathered.add(doc, self.worth(at, doc, count, weight * phrase.tier.weight()));
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

    /// The column of day numbers.
    pub(super) fn dates(&self) -> tantivy::Result<tantivy::columnar::Column<i64>> {
        self.reader.fast_fields().i64("date")
    }
}

fn open(
    text: &TextField,
    field: tantivy::schema::Field,
    form: &Expansion,
    option: IndexRecordOption,
) -> tantivy::Result<Option<SegmentPostings>> {
    Ok(text
        .inverted
        .read_postings(&Term::from_field_text(field, &form.entry.form), option)?)
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
fn count_runs(places: &[Vec<(u32, f32)>], slop: u32) -> (u32, f32) {
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

/// Weights added up by article: pairs while they are few; when they are many a slot for every article,
/// and a bit for each slot in use, so that the empty ones cost nothing.
struct Gathered {
    pairs: Vec<(DocId, f32)>,
    dense: Vec<f32>,
    used: Vec<u64>,
    max_doc: u32,
}

impl Gathered {
    const fn new(max_doc: u32) -> Self {
        Self {
            pairs: Vec::new(),
            dense: Vec::new(),
            used: Vec::new(),
            max_doc,
        }
    }

    fn add(&mut self, doc: DocId, weight: f32) {
        if self.add_dense(doc, weight) {
            return;
        }
        self.pairs.push((doc, weight));
        if self.pairs.len() as u32 > self.max_doc / 8 + 64 {
            self.dense = vec![0.0; self.max_doc as usize];
            self.used = vec![0; self.max_doc as usize / 64 + 1];
            for (doc, weight) in std::mem::take(&mut self.pairs) {
                self.add_dense(doc, weight);
            }
        }
    }

    fn add_dense(&mut self, doc: DocId, weight: f32) -> bool {
        let Some(slot) = self.dense.get_mut(doc as usize) else {
            return false;
        };
        *slot += weight;
        if let Some(word) = self.used.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
        true
    }

    fn into_sorted(mut self) -> Weighted {
        if !self.dense.is_empty() {
            return self.dense_sorted();
        }
        let is_sorted = self.pairs.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
        if !is_sorted {
            self.pairs.sort_unstable_by_key(|&(doc, _)| doc);
            self.pairs.dedup_by(|later, earlier| {
                let same = later.0 == earlier.0;
                if same {
                    earlier.1 += later.1;
                }
                same
            });
        }
        self.pairs
    }

    fn dense_sorted(&self) -> Weighted {
        let mut sorted = Vec::with_capacity(self.used.iter().map(|word| word.count_ones() as usize).sum());
        for (start, &word) in (0u32..).step_by(64).zip(&self.used) {
            let mut rest = word;
            while rest != 0 {
                let doc = start + rest.trailing_zeros();
                sorted.extend(self.dense.get(doc as usize).map(|&weight| (doc, weight)));
                rest &= rest - 1;
            }
        }
        sorted
    }
}
