//! Evaluation: a plan run over all segments.
//!
//! Takes a clause, gives articles with scores: those that hold every word, and where asked for those that
//! hold some. Each word is gathered once, and both readings are made of the same lists.

use std::rc::Rc;

use tantivy::schema::Term;
use tantivy::{DocAddress, DocId};

use super::accumulator::Weighted;
use super::deadline::Deadline;
use super::lists::{add_scores, best_of, intersect, remove, union};
use super::postings::{Segment, Worths};
use super::weights;
use crate::index::Reader;
use crate::query::{Clause, WordClause};

/// An article that was found, and its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    /// Where it is.
    pub(super) address: DocAddress,
    /// Its score.
    pub(super) score: f32,
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
    clause: Clause,
    role: Role,
    lists: Lists,
}

/// A query gathered over the index.
pub(super) struct Gathered<'r> {
    pub(super) segments: Vec<Segment<'r>>,
    parts: Vec<Part>,
    /// How many articles the index has.
    pub(super) count: f32,
    deadline: &'r Deadline<'r>,
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
pub(super) fn gather<'r>(
    reader: &'r Reader,
    clause: Clause,
    deadline: &'r Deadline<'r>,
) -> tantivy::Result<Gathered<'r>> {
    let searcher = &reader.searcher.0;
    let worths = Rc::new(Worths::new(&average_lengths(reader)?));
    let segments = (0u32..)
        .zip(searcher.segment_readers())
        .map(|(ordinal, _)| Segment::open(reader, ordinal, &worths, deadline))
        .collect::<tantivy::Result<Vec<_>>>()?;
    let count = searcher.num_docs() as f32;
    let evaluation = Evaluation {
        segments: &segments,
        count,
        deadline,
    };
    let clauses = match clause {
        Clause::All(parts) => parts,
        single => vec![single],
    };
    let parts = evaluation.parts(clauses)?;
    Ok(Gathered {
        segments,
        parts,
        count,
        deadline,
    })
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
    pub(super) fn every(&self) -> Vec<Ranked> {
        self.over_segments(|at, segment| conjunction(&self.parts, at, segment))
    }

    /// The articles that hold some of the words, all filters standing. Of alternatives that are made of several
    /// words (લોક સભા or લોકસભા) each word counts by itself here.
    ///
    /// # Errors
    /// Where the index cannot be read.
    pub(super) fn some(&self) -> tantivy::Result<Vec<Ranked>> {
        let evaluation = self.evaluation();
        let needed = self.parts.iter().filter(|part| part.role == Role::Needed);
        let held = needed
            .map(|part| evaluation.any_word(&part.clause))
            .collect::<tantivy::Result<Vec<_>>>()?;
        Ok(self.over_segments(|at, _| {
            let words = union(&held.iter().filter_map(|lists| lists.get(at)).collect::<Vec<_>>());
            let mut needed = lists_of(&self.parts, at, &[Role::Filter]);
            needed.push(&words);
            weighed(intersect(&needed, Vec::new), &self.parts, at)
        }))
    }

    /// The words that must match, in the order typed.
    pub(super) fn words(&self) -> Vec<&WordClause> {
        let needed = self.parts.iter().filter(|part| part.role == Role::Needed);
        needed.flat_map(|part| part.clause.as_typed()).collect()
    }

    /// The clauses that score, each with whether it must match.
    pub(super) fn scoring(&self) -> impl Iterator<Item = (&Clause, bool)> {
        let role_of = |part: &&Part| matches!(part.role, Role::Needed | Role::Wanted);
        let scoring = self.parts.iter().filter(role_of);
        scoring.map(|part| (&part.clause, part.role == Role::Needed))
    }

    /// How much a word says by itself; its forms are counted as if no article held two.
    pub(super) fn rarity(&self, word: &WordClause) -> f32 {
        let holding: u64 = word.slot.forms.iter().map(|form| u64::from(form.entry.articles)).sum();
        weights::rarity(self.count, (holding as f32).min(self.count))
    }

    const fn evaluation(&self) -> Evaluation<'_, '_> {
        Evaluation {
            segments: self.segments.as_slice(),
            count: self.count,
            deadline: self.deadline,
        }
    }

    /// How many words there are that must match, those of a name or a term of several counted one by one.
    pub(super) fn needed_count(&self) -> usize {
        let needed = self.parts.iter().filter(|part| part.role == Role::Needed);
        needed.map(|part| part.clause.typed_count()).sum()
    }

    /// What matches in each segment, over all segments.
    fn over_segments(&self, matches: impl Fn(usize, &Segment<'_>) -> Weighted) -> Vec<Ranked> {
        let mut scored = Vec::new();
        for (at, segment) in self.segments.iter().enumerate() {
            let segment_ord = u32::try_from(at).unwrap_or(u32::MAX);
            scored.extend(matches(at, segment).into_iter().map(|(doc_id, score)| Ranked {
                address: DocAddress { segment_ord, doc_id },
                score,
            }));
        }
        scored
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
    fn parts(&self, clauses: Vec<Clause>) -> tantivy::Result<Vec<Part>> {
        let mut parts = Vec::with_capacity(clauses.len());
        let mut left_out = false;
        for clause in clauses {
            if is_filter(&clause) || !self.deadline.cuts() {
                parts.push(self.part(clause)?);
            } else {
                left_out = true;
            }
        }
        if left_out && parts.iter().all(|part| part.role != Role::Needed) {
            parts.push(self.part(Clause::Nothing)?);
        }
        Ok(parts)
    }

    fn part(&self, clause: Clause) -> tantivy::Result<Part> {
        let (role, lists) = match &clause {
            Clause::Not(inner) => (Role::Excluded, self.lists(inner)?),
            Clause::Word(word) if word.optional => (Role::Wanted, self.word(word)?),
            Clause::Word(_) | Clause::Any(_) | Clause::OneOf(_) | Clause::All(_) | Clause::Nothing => {
                (Role::Needed, self.lists(&clause)?)
            }
            filter => (Role::Filter, self.lists(filter)?),
        };
        Ok(Part { clause, role, lists })
    }

    fn lists(&self, clause: &Clause) -> tantivy::Result<Lists> {
        match clause {
            Clause::Word(word) => self.word(word),
            Clause::All(parts) => self.all(parts),
            Clause::Any(parts) => self.joined(parts, union),
            Clause::OneOf(parts) => self.joined(parts, best_of),
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

    /// What any of the parts matches, put together.
    fn joined(&self, parts: &[Clause], together: fn(&[&Weighted]) -> Weighted) -> tantivy::Result<Lists> {
        let sides = parts
            .iter()
            .take_while(|_| !self.deadline.cuts())
            .map(|part| self.lists(part))
            .collect::<tantivy::Result<Vec<_>>>()?;
        Ok(self.by_segment(|at| together(&sides.iter().filter_map(|side| side.get(at)).collect::<Vec<_>>())))
    }

    fn all(&self, parts: &[Clause]) -> tantivy::Result<Lists> {
        let parts = self.parts(parts.to_vec())?;
        Ok(self.by_segment(|at| conjunction(&parts, at, &self.segments[at])))
    }

    fn by_segment(&self, list: impl Fn(usize) -> Weighted) -> Lists {
        (0..self.segments.len()).map(list).collect()
    }

    /// A word with its scores: the article count of all its forms together decides how much it says.
    fn word(&self, word: &WordClause) -> tantivy::Result<Lists> {
        self.scored(word, |_, score| score)
    }

    /// A word with scores that are made of what it is worth and what its occurrences score.
    fn scored(&self, word: &WordClause, score: fn(f32, f32) -> f32) -> tantivy::Result<Lists> {
        let mut lists = self
            .segments
            .iter()
            .map(|segment| segment.word(word))
            .collect::<tantivy::Result<Vec<_>>>()?;
        let holding = lists.iter().map(Vec::len).sum::<usize>() as f32;
        let worth = weights::worth(word, weights::rarity(self.count, holding));
        for (_, weight) in lists.iter_mut().flatten() {
            *weight = score(worth, worth * weights::saturated(*weight));
        }
        Ok(lists)
    }

    /// The articles that hold any word of a clause, or a part of a name.
    fn any_word(&self, clause: &Clause) -> tantivy::Result<Lists> {
        let words = clause.words();
        let parts: Vec<WordClause> = words.iter().flat_map(|word| word.apart()).collect();
        let sides = words
            .into_iter()
            .chain(&parts)
            .map(|word| self.scored(word, weights::present))
            .collect::<tantivy::Result<Vec<_>>>()?;
        Ok(self.by_segment(|at| union(&sides.iter().filter_map(|side| side.get(at)).collect::<Vec<_>>())))
    }
}

/// Whether a clause looks at no words.
const fn is_filter(clause: &Clause) -> bool {
    matches!(
        clause,
        Clause::Entity(..) | Clause::Category(_) | Clause::Source(_) | Clause::Dates(..) | Clause::AddedAfter(_)
    )
}

/// The lists of one segment of the parts with these roles. The part with the fewest articles of the whole index
/// comes first: an order by the lists of the segment would add scores up in another order in each segment, and
/// their last digit would tell how the index was written.
fn lists_of<'p>(parts: &'p [Part], at: usize, roles: &[Role]) -> Vec<&'p Weighted> {
    let mut chosen: Vec<&Part> = parts.iter().filter(|part| roles.contains(&part.role)).collect();
    chosen.sort_by_cached_key(|part| part.lists.iter().map(Vec::len).sum::<usize>());
    chosen.iter().filter_map(|part| part.lists.get(at)).collect()
}

/// The articles of one segment that hold all that is needed and nothing that is excluded.
fn conjunction(parts: &[Part], at: usize, segment: &Segment<'_>) -> Weighted {
    let needed = lists_of(parts, at, &[Role::Needed, Role::Filter]);
    weighed(intersect(&needed, || segment.everything()), parts, at)
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
        Clause::AddedAfter(run) => return segment.added_after(*run),
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
