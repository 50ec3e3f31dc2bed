//! Evaluation: a plan run over all segments.
//!
//! Takes a clause, gives articles with scores: those that hold every word, and where asked for those that
//! hold some. Each word is gathered once, and both readings are made of the same lists.

use tantivy::schema::Term;
use tantivy::{DocAddress, DocId};

use super::deadline::Deadline;
use super::postings::{Segment, Weighted};
use crate::index::Reader;
use crate::query::{Clause, WordClause};

/// Where BM25's curve bends: higher counts repeated words for longer.
const K1: f32 = 1.2;

/// An article and its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Where it is.
    pub address: DocAddress,
    /// Its score.
    pub score: f32,
}

/// A clause gathered: one list a segment, with scores.
type Lists = Vec<Weighted>;

/// What a part of a conjunction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A word that must match.
    Needed,
    /// A word that is wanted.
    Wanted,
    /// A filter: must match, does not score.
    Filter,
    /// Must not match.
    Excluded,
}

/// A part of a conjunction with what it matches.
struct Part {
    role: Role,
    lists: Lists,
}

/// A query gathered over the index.
pub struct Gathered<'r> {
    segments: Vec<Segment<'r>>,
    parts: Vec<Part>,
}

impl std::fmt::Debug for Gathered<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gathered")
            .field("parts", &self.parts.len())
            .finish_non_exhaustive()
    }
}

/// Gathers all parts of a clause, or those that the deadline leaves time for; filters always.
///
/// # Errors
/// Where the index cannot be read.
pub fn gather<'r>(reader: &'r Reader, clause: &Clause, deadline: &'r Deadline<'r>) -> tantivy::Result<Gathered<'r>> {
    let searcher = &reader.searcher.0;
    let averages = average_lengths(reader)?;
    let segments = searcher
        .segment_readers()
        .iter()
        .map(|segment| Segment::open(segment, &reader.fields, &averages, deadline))
        .collect::<tantivy::Result<Vec<_>>>()?;
    let count = searcher.num_docs() as f32;
    let evaluation = Evaluation {
        segments: &segments,
        count,
        deadline,
    };
    let clauses: &[Clause] = match clause {
        Clause::All(parts) => parts,
        single => std::slice::from_ref(single),
    };
    let parts = evaluation.parts(clauses)?;
    Ok(Gathered { segments, parts })
}

/// The mean number of tokens in each text field, over the articles that have the field or not.
fn average_lengths(reader: &Reader) -> tantivy::Result<[f32; 5]> {
    let mut averages = [1.0; 5];
    let searcher = &reader.searcher.0;
    let count = searcher.num_docs().max(1) as f32;
    for (average, &field) in averages.iter_mut().zip(&reader.fields.text) {
        let mut total = 0;
        for segment in searcher.segment_readers() {
            total += segment.inverted_index(field)?.total_num_tokens();
        }
        *average = (total as f32 / count).max(1.0);
    }
    Ok(averages)
}

impl Gathered<'_> {
    /// The articles that hold every needed word.
    #[must_use]
    pub fn every(&self) -> Vec<Scored> {
        self.collect(|at, segment| conjunction(&self.parts, at, segment))
    }

    /// The articles that hold some of the words, all filters standing.
    #[must_use]
    pub fn some(&self) -> Vec<Scored> {
        self.collect(|at, _| {
            let words = union(&lists_of(&self.parts, at, &[Role::Needed]));
            let mut needed = lists_of(&self.parts, at, &[Role::Filter]);
            needed.push(&words);
            weighed(intersect(needed, Vec::new), &self.parts, at)
        })
    }

    /// How many words there are that must match.
    #[must_use]
    pub fn needed_count(&self) -> usize {
        self.parts.iter().filter(|part| part.role == Role::Needed).count()
    }

    /// What matches in each segment, over all segments.
    fn collect(&self, matches: impl Fn(usize, &Segment<'_>) -> Weighted) -> Vec<Scored> {
        let mut scored = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            let segment_ord = u32::try_from(at).unwrap_or(u32::MAX);
            scored.extend(matches(at, segment).into_iter().map(|(doc_id, score)| Scored {
                address: DocAddress { segment_ord, doc_id },
                score,
            }));
        }
        scored
    }

    /// The day number of an article, where it has a date.
    ///
    /// # Errors
    /// Where the column cannot be read.
    pub fn days(&self) -> tantivy::Result<Vec<tantivy::columnar::Column<i64>>> {
        self.segments.iter().map(Segment::dates).collect()
    }
}

struct Evaluation<'e, 'r> {
    segments: &'e [Segment<'r>],
    count: f32,
    deadline: &'e Deadline<'e>,
}

impl Evaluation<'_, '_> {
    /// The parts of a conjunction. At the deadline the words that are left are left out; where that is all of
    /// them, nothing is found rather than everything.
    fn parts(&self, clauses: &[Clause]) -> tantivy::Result<Vec<Part>> {
        let mut parts = Vec::with_capacity(clauses.len());
        let mut left_out = false;
        for clause in clauses {
            if is_filter(clause) || !self.deadline.cuts() {
                parts.push(self.part(clause)?);
            } else {
                left_out = true;
            }
        }
        if left_out && parts.iter().all(|part| part.role != Role::Needed) {
            parts.push(self.part(&Clause::Nothing)?);
        }
        Ok(parts)
    }

    fn part(&self, clause: &Clause) -> tantivy::Result<Part> {
        let (role, lists) = match clause {
            Clause::Not(inner) => (Role::Excluded, self.lists(inner)?),
            Clause::Word(word) if word.optional => (Role::Wanted, self.word(word)?),
            Clause::Word(_) | Clause::Any(_) | Clause::All(_) | Clause::Nothing => (Role::Needed, self.lists(clause)?),
            filter => (Role::Filter, self.lists(filter)?),
        };
        Ok(Part { role, lists })
    }

    fn lists(&self, clause: &Clause) -> tantivy::Result<Lists> {
        match clause {
            Clause::Word(word) => self.word(word),
            Clause::All(parts) => self.all(parts),
            Clause::Any(parts) => {
                let sides = parts
                    .iter()
                    .take_while(|_| !self.deadline.cuts())
                    .map(|part| self.lists(part))
                    .collect::<tantivy::Result<Vec<_>>>()?;
                Ok(self.by_segment(|at| union(&sides.iter().filter_map(|side| side.get(at)).collect::<Vec<_>>())))
            }
            Clause::Not(inner) => {
                let excluded = self.lists(inner)?;
                Ok(self.by_segment(|at| {
                    let mut all = self.segments[at].everything();
                    excluded
                        .get(at)
                        .into_iter()
                        .for_each(|excluded| remove(&mut all, excluded));
                    all
                }))
            }
            Clause::Nothing => Ok(vec![Vec::new(); self.segments.len()]),
            filter => self.segments.iter().map(|segment| filtered(segment, filter)).collect(),
        }
    }

    fn all(&self, parts: &[Clause]) -> tantivy::Result<Lists> {
        let parts = self.parts(parts)?;
        Ok(self.by_segment(|at| conjunction(&parts, at, &self.segments[at])))
    }

    fn by_segment(&self, list: impl Fn(usize) -> Weighted) -> Lists {
        (0..self.segments.len()).map(list).collect()
    }

    /// A word with its scores: the article count of all its forms together decides how much it says.
    fn word(&self, word: &WordClause) -> tantivy::Result<Lists> {
        let mut lists = self
            .segments
            .iter()
            .map(|segment| segment.word(word))
            .collect::<tantivy::Result<Vec<_>>>()?;
        let holding = lists.iter().map(Vec::len).sum::<usize>() as f32;
        let rarity = (1.0 + (self.count - holding + 0.5) / (holding + 0.5)).ln();
        for (_, weight) in lists.iter_mut().flatten() {
            *weight = word.boost * rarity * *weight * (K1 + 1.0) / (*weight + K1);
        }
        Ok(lists)
    }
}

/// Whether a clause looks at no words.
const fn is_filter(clause: &Clause) -> bool {
    matches!(
        clause,
        Clause::Entity(..) | Clause::Category(_) | Clause::Source(_) | Clause::Dates(..)
    )
}

/// The lists of one segment of the parts with these roles.
fn lists_of<'p>(parts: &'p [Part], at: usize, roles: &[Role]) -> Vec<&'p Weighted> {
    parts
        .iter()
        .filter(|part| roles.contains(&part.role))
        .filter_map(|part| part.lists.get(at))
        .collect()
}

/// The articles of one segment that hold all that is needed and nothing that is excluded.
fn conjunction(parts: &[Part], at: usize, segment: &Segment<'_>) -> Weighted {
    let needed = lists_of(parts, at, &[Role::Needed, Role::Filter]);
    weighed(intersect(needed, || segment.everything()), parts, at)
}

/// What was found, with the scores of what is wanted and without what is excluded.
fn weighed(mut found: Weighted, parts: &[Part], at: usize) -> Weighted {
    for wanted in lists_of(parts, at, &[Role::Wanted]) {
        add_scores(&mut found, wanted);
    }
    for excluded in lists_of(parts, at, &[Role::Excluded]) {
        remove(&mut found, excluded);
    }
    found
}

fn filtered(segment: &Segment<'_>, clause: &Clause) -> tantivy::Result<Weighted> {
    let fields = segment.fields;
    let terms = match clause {
        Clause::Entity(kind, ids) => ids
            .iter()
            .map(|id| Term::from_field_text(fields.entity(*kind), id))
            .collect(),
        Clause::Category(slugs) => slugs
            .iter()
            .map(|slug| Term::from_field_text(fields.category, slug))
            .collect(),
        Clause::Source(source) => vec![Term::from_field_text(fields.source, source)],
        Clause::Dates(from, to) => return segment.dated(*from, *to),
        _ => Vec::new(),
    };
    let mut docs: Vec<DocId> = Vec::new();
    for term in terms {
        docs.extend(segment.term(term)?);
    }
    docs.sort_unstable();
    docs.dedup();
    let mut weighted: Weighted = docs.into_iter().map(|doc| (doc, 0.0)).collect();
    segment.keep_alive(&mut weighted);
    Ok(weighted)
}

/// The articles that stand in every list, scores added up; `everything` where there is no list.
fn intersect(mut lists: Vec<&Weighted>, everything: impl Fn() -> Weighted) -> Weighted {
    lists.sort_by_key(|list| list.len());
    let Some((first, rest)) = lists.split_first() else {
        return everything();
    };
    let mut found: Weighted = (*first).clone();
    for list in rest {
        let mut from = 0;
        found.retain_mut(|(doc, score)| {
            let tail = list.get(from..).unwrap_or_default();
            from += gallop(tail, *doc);
            match list.get(from) {
                Some(&(other, more)) if other == *doc => {
                    *score += more;
                    true
                }
                _ => false,
            }
        });
    }
    found
}

/// How many entries at the front stand before `doc`: steps that double, then halving.
fn gallop(list: &[(DocId, f32)], doc: DocId) -> usize {
    let mut bound = 1;
    while list.get(bound).is_some_and(|&(other, _)| other < doc) {
        bound *= 2;
    }
    let window = list.get(..list.len().min(bound + 1)).unwrap_or_default();
    window.partition_point(|&(other, _)| other < doc)
}

/// The articles that stand in any list, scores added up.
fn union(lists: &[&Weighted]) -> Weighted {
    if let [single] = lists {
        return (*single).clone();
    }
    let count: usize = lists.iter().map(|list| list.len()).sum();
    let end = lists
        .iter()
        .filter_map(|list| list.last())
        .map(|&(doc, _)| doc as usize + 1)
        .max();
    if let Some(end) = end.filter(|&end| count > end / 4) {
        return dense_union(lists, end);
    }
    let mut all: Weighted = lists.iter().flat_map(|list| list.iter().copied()).collect();
    all.sort_by_key(|&(doc, _)| doc);
    all.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 += later.1;
        }
        same
    });
    all
}

/// The same where many lists hold many articles: a slot for each of the first `end` articles, no sorting.
fn dense_union(lists: &[&Weighted], end: usize) -> Weighted {
    let mut sums: Vec<Option<f32>> = vec![None; end];
    for &(doc, score) in lists.iter().flat_map(|list| list.iter()) {
        if let Some(sum) = sums.get_mut(doc as usize) {
            *sum = Some(sum.map_or(score, |sum| sum + score));
        }
    }
    (0..).zip(sums).filter_map(|(doc, sum)| Some((doc, sum?))).collect()
}

fn add_scores(found: &mut Weighted, wanted: &Weighted) {
    let mut from = 0;
    for (doc, score) in found {
        from += gallop(wanted.get(from..).unwrap_or_default(), *doc);
        if let Some(&(other, more)) = wanted.get(from)
            && other == *doc
        {
            *score += more;
        }
    }
}

fn remove(found: &mut Weighted, excluded: &Weighted) {
    found.retain(|(doc, _)| excluded.binary_search_by_key(doc, |&(other, _)| other).is_err());
}
