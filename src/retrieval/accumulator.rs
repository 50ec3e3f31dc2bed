//! Accumulator: weights added up by article.
//!
//! Takes weights in any order, gives one for each article, in order.

use tantivy::DocId;

/// Articles in order, each with a weight.
pub(super) type Weighted = Vec<(DocId, f32)>;

/// Weights added up by article: pairs while they are few, for they are sorted in the end; from a 64th of the articles
/// on, where sorting begins to cost more than clearing, a slot for every article,
/// and a bit for each slot in use, so that the empty ones cost nothing.
pub(super) struct Accumulator {
    pairs: Vec<(DocId, f32)>,
    dense: Vec<f32>,
    used: Vec<u64>,
    max_doc: u32,
}

impl Accumulator {
    pub(super) const fn new(max_doc: u32) -> Self {
        Self {
            pairs: Vec::new(),
            dense: Vec::new(),
            used: Vec::new(),
            max_doc,
        }
    }

    pub(super) fn add(&mut self, doc: DocId, weight: f32) {
        if self.add_dense(doc, weight) {
            return;
        }
        self.pairs.push((doc, weight));
        if self.pairs.len() as u32 > self.max_doc / 64 + 64 {
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

    pub(super) fn into_sorted(mut self) -> Weighted {
        if !self.dense.is_empty() {
            return self.dense_sorted();
        }
        let is_sorted = self.pairs.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
        if !is_sorted {
            // stable: the weights of an article are added in the order in which they came, as a slot has it
            self.pairs.sort_by_key(|&(doc, _)| doc);
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
