//! Headlines that hold what is being typed.
//!
//! Takes the forms of words, gives the newest headlines that hold them and, where words stand before the last, how often
//! each candidate stands together with them. No more postings are walked than a bound allows.

use std::cmp::Reverse;
use std::sync::Arc;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{IndexRecordOption, Term, Value};
use tantivy::{DocAddress, DocId, DocSet, InvertedIndexReader, SegmentReader, TERMINATED, TantivyDocument};

use super::archive::{HeadlineWords, Headlines};
use crate::article::Field;
use crate::index::{FormEntry, Reader};

/// At most so many postings are walked for the words before the last, and for the last: evenly over the
/// segments. A newspaper of a million articles has the commonest words in fewer headlines; where that is
/// not enough, counts are the least there can be.
const WALKED: usize = 80_000;
/// In at most so many headlines it is looked whether two words follow on each other.
const PAIRED: usize = 2_000;
/// So many articles are read for them: some have the same headline.
const READ: usize = 6;

/// The fields that hold headlines.
const FIELDS: [Field; 2] = [Field::Headline, Field::HeadlineLatin];

/// The words of a segment's headlines.
struct Words<'s> {
    segment: &'s SegmentReader,
    fields: [(tantivy::schema::Field, Field, Arc<InvertedIndexReader>); 2],
}

/// Looks words up in the headlines.
pub(super) fn look_up(reader: &Reader, asked: HeadlineWords<'_>) -> tantivy::Result<Headlines> {
    let HeadlineWords { before, last } = asked;
    let mut pairs = vec![0; last.len()];
    let mut newest = Newest::default();
    let segments = reader.searcher.0.segment_readers();
    let share = WALKED / segments.len().max(1);
    let mut paired = PAIRED;
    for (segment_ord, segment) in (0u32..).zip(segments) {
        let words = Words::open(reader, segment)?;
        let together = words.together(before, share)?;
        let days = segment.fast_fields().i64("date")?;
        let first = before.last().map(|forms| words.postings(forms)).transpose()?;
        let mut budget = share;
        for (forms, count) in last.iter().zip(&mut pairs) {
            let lists = words.postings(forms)?;
            let docs = words.articles(lists.clone(), together.as_ref(), &mut budget);
            if let Some(first) = first.as_ref().filter(|_| !docs.is_empty()) {
                *count += count_pairs(first.clone(), lists, &docs, &mut paired);
            }
            for doc_id in docs {
                newest.add(days.first(doc_id), DocAddress { segment_ord, doc_id });
            }
        }
    }
    Ok(Headlines {
        pairs,
        newest: read_newest(reader, newest.take())?,
    })
}

impl<'s> Words<'s> {
    fn open(reader: &Reader, segment: &'s SegmentReader) -> tantivy::Result<Self> {
        let open = |field: Field| -> tantivy::Result<_> {
            let handle = reader.fields.text(field);
            Ok((handle, field, segment.inverted_index(handle)?))
        };
        let [headline, latin] = FIELDS;
        Ok(Self {
            segment,
            fields: [open(headline)?, open(latin)?],
        })
    }

    /// The postings of forms, field by field.
    fn postings(&self, forms: &[FormEntry]) -> tantivy::Result<Vec<SegmentPostings>> {
        let option = IndexRecordOption::WithFreqsAndPositions;
        let mut lists = Vec::new();
        for (handle, field, inverted) in &self.fields {
            for form in forms.iter().filter(|form| form.fields.has(*field)) {
                lists.extend(inverted.read_postings(&Term::from_field_text(*handle, &form.form), option)?);
            }
        }
        Ok(lists)
    }

    /// The articles whose headline holds all words before the last; `None` where there are none.
    fn together(&self, before: &[Vec<FormEntry>], share: usize) -> tantivy::Result<Option<Bits>> {
        let mut together: Option<Bits> = None;
        let mut budget = share;
        for forms in before {
            let docs = self.articles(self.postings(forms)?, together.as_ref(), &mut budget);
            together = Some(Bits::new(&docs, self.segment.max_doc()));
        }
        Ok(together)
    }

    /// The articles whose headline holds one of the words, each once; of `among` only, where it is given.
    fn articles(&self, lists: Vec<SegmentPostings>, among: Option<&Bits>, budget: &mut usize) -> Vec<DocId> {
        let alive = self.segment.alive_bitset();
        let fits =
            |doc: DocId| among.is_none_or(|among| among.has(doc)) && alive.is_none_or(|alive| alive.is_alive(doc));
        let mut docs = Vec::new();
        for mut postings in lists {
            while postings.doc() != TERMINATED && *budget > 0 {
                docs.extend(Some(postings.doc()).filter(|&doc| fits(doc)));
                postings.advance();
                *budget -= 1;
            }
        }
        // where no word stands before, nothing is counted, and the newest are told apart later
        if among.is_some() {
            docs.sort_unstable();
            docs.dedup();
        }
        docs
    }
}

/// In how many of the articles a form of `last` follows right on one of `first`.
fn count_pairs(
    mut first: Vec<SegmentPostings>,
    mut last: Vec<SegmentPostings>,
    docs: &[DocId],
    paired: &mut usize,
) -> u64 {
    let docs = docs.get(..*paired).unwrap_or(docs);
    *paired -= docs.len();
    let is_pair = |doc: DocId| {
        let starts = positions(&mut first, doc);
        let mut ends = positions(&mut last, doc).into_iter();
        ends.any(|at| at > 0 && starts.contains(&(at - 1)))
    };
    docs.iter().copied().map(is_pair).map(u64::from).sum()
}

/// Articles of a segment, a bit each.
struct Bits(Vec<u64>);

impl Bits {
    fn new(docs: &[DocId], max_doc: DocId) -> Self {
        let mut bits = vec![0; max_doc as usize / 64 + 1];
        for &doc in docs {
            if let Some(word) = bits.get_mut(doc as usize / 64) {
                *word |= 1 << (doc % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, doc: DocId) -> bool {
        self.0
            .get(doc as usize / 64)
            .is_some_and(|word| word & (1 << (doc % 64)) != 0)
    }
}

/// An article by its day, the newest first, those without one last.
type Dated = (Reverse<Option<i64>>, DocAddress);

/// The newest articles so far.
#[derive(Default)]
struct Newest(Vec<Dated>);

impl Newest {
    /// One article can come up for each of the words looked up.
    const WANTED: usize = READ * 16;

    fn add(&mut self, day: Option<i64>, address: DocAddress) {
        self.0.push((Reverse(day), address));
        if self.0.len() >= 8 * Self::WANTED {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.0.len() > Self::WANTED {
            self.0.select_nth_unstable(Self::WANTED);
            self.0.truncate(Self::WANTED);
        }
    }

    /// The newest, each once.
    fn take(mut self) -> Vec<Dated> {
        self.cut();
        self.0.sort_unstable();
        self.0.dedup();
        self.0
    }
}

fn positions(lists: &mut [SegmentPostings], doc: DocId) -> Vec<u32> {
    let mut all = Vec::new();
    let mut buffer = Vec::new();
    for postings in lists {
        if postings.doc() < doc {
            postings.seek(doc);
        }
        if postings.doc() == doc {
            postings.positions(&mut buffer);
            all.extend_from_slice(&buffer);
        }
    }
    all
}

/// The headlines of the newest articles.
fn read_newest(reader: &Reader, newest: Vec<Dated>) -> tantivy::Result<Vec<(Option<i64>, String, String)>> {
    let mut read = Vec::new();
    for (day, address) in newest.into_iter().take(READ) {
        let document: TantivyDocument = reader.searcher.0.doc(address)?;
        let first = |field| {
            let first = document.get_first(field);
            first.and_then(|value| value.as_str()).unwrap_or_default()
        };
        let headlines = FIELDS.map(|field| first(reader.fields.stored(field)).trim().to_owned());
        let text = headlines.into_iter().find(|text| !text.is_empty());
        read.extend(text.map(|text| (day, first(reader.fields.id).to_owned(), text)));
    }
    // articles of one day by id, whatever segment they are in
    read.sort_unstable();
    Ok(read.into_iter().map(|(day, id, text)| (day.0, id, text)).collect())
}
