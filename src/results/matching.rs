//! Matching: the articles that a request finds, before any page is cut out of them.
//!
//! Takes a request, gives what was gathered for its words and filters, with what marks those words in a text.
//! Search, facets, trends and concordances all begin here.

use tantivy::DocAddress;

use super::deadline::Deadline;
use super::evaluate::{Gathered, gather};
use super::filters::{filter_clauses, unheard};
use super::mark::Marker;
use super::search::{Fallback, Request};
use super::{Error, ShownExpansion};
use crate::index::Reader;
use crate::query::correct::Corrected;
use crate::query::lower::Context;
use crate::query::plan::PlannedWord;
use crate::query::{Clause, Notice, NoticeKind, Tier, Tree, lower, parse};

/// What a request finds before any page is cut out of it.
#[derive(Debug)]
pub struct Matching<'r> {
    /// The gathered plan.
    pub gathered: Gathered<'r>,
    /// Finds the words of the query in a text.
    pub marker: Marker,
    /// What was searched for each word.
    pub expansions: Vec<ShownExpansion>,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
    /// The words of the query that are no names, for corrections.
    pub words: Vec<PlannedWord>,
}

impl Matching<'_> {
    /// Where the articles stand that hold every word, segment by segment.
    #[must_use]
    pub fn addresses(&self) -> Vec<DocAddress> {
        let every = self.gathered.every();
        every.into_iter().map(|scored| scored.address).collect()
    }
}

/// The articles that match a request; all of the index where neither words nor filters are given. Limit,
/// offset, sort and relaxing are not looked at.
///
/// # Errors
/// As for [`super::search()`], but [`Error::Nothing`] never.
pub fn matching<'r>(reader: &'r Reader, request: &Request) -> Result<Matching<'r>, Error> {
    let parsed = parse(&request.query, request.syntax);
    let asked = Asked {
        reader,
        request,
        deadline: Deadline::never(),
        tree: parsed.tree.as_ref(),
    };
    let mut matching = asked.matching(&Corrected::new())?;
    matching.notices.splice(0..0, parsed.notices);
    // a search goes on with articles that hold some of the words; what counts does not, and says so
    if matching.gathered.needed_count() > 1 && matching.gathered.every().is_empty() {
        let message = "no article holds every word, and only those that do are counted".to_owned();
        let place = 0..request.query.len();
        matching.notices.push(Notice::new(NoticeKind::Relaxed, message, place));
    }
    Ok(matching)
}

/// A request with its query read.
pub(super) struct Asked<'a, 'r> {
    pub(super) reader: &'r Reader,
    pub(super) request: &'a Request,
    pub(super) deadline: &'r Deadline<'r>,
    pub(super) tree: Option<&'a Tree>,
}

impl<'r> Asked<'_, 'r> {
    /// The articles that match, some words searched as others; the notices of reading the query left out.
    pub(super) fn matching(&self, corrected: &Corrected) -> Result<Matching<'r>, Error> {
        let Self { reader, request, .. } = *self;
        let context = Context {
            known: &reader.vocabulary,
            gazetteer: &reader.gazetteer,
            exact: request.exact,
            translate: request.fallback == Fallback::Auto && !request.no_translate,
            corrected,
            is_over: self.deadline.half(),
        };
        let mut notices = unheard(reader, self.tree)?;
        let plan = lower(self.tree, context);
        notices.extend(plan.notices);
        let mut filters = filter_clauses(reader, &request.filters, context, &mut notices)?;
        filters.extend(request.added_after.map(Clause::AddedAfter));
        let is_blank = request.query.trim().is_empty();
        let words = plan.clause.unwrap_or_else(|| {
            if is_blank || !filters.is_empty() {
                Clause::All(Vec::new())
            } else {
                Clause::Nothing
            }
        });
        let words = without(words, &request.not_as);
        let marker = Marker::new(&words);
        let expansions = shown_expansions(&words);
        Ok(Matching {
            gathered: gather(reader, joined(words, filters), self.deadline)?,
            marker,
            expansions,
            notices,
            words: plan.words,
        })
    }
}

fn joined(words: Clause, filters: Vec<Clause>) -> Clause {
    if filters.is_empty() {
        return words;
    }
    let mut parts = match words {
        Clause::All(parts) => parts,
        single => vec![single],
    };
    parts.extend(filters);
    Clause::All(parts)
}

/// The clause without the forms that the reader does not want.
fn without(mut clause: Clause, forms: &[String]) -> Clause {
    let unwanted: Vec<String> = forms
        .iter()
        .flat_map(|form| crate::analysis::tokens(form))
        .map(|token| token.form.into_owned())
        .collect();
    if !unwanted.is_empty() {
        drop_forms(&mut clause, &unwanted);
    }
    clause
}

fn drop_forms(clause: &mut Clause, unwanted: &[String]) {
    match clause {
        Clause::Word(word) => {
            let slots =
                std::iter::once(&mut word.slot).chain(word.phrases.iter_mut().flat_map(|phrase| &mut phrase.slots));
            slots.for_each(|slot| slot.forms.retain(|form| !unwanted.contains(&form.entry.form)));
        }
        Clause::All(parts) | Clause::Any(parts) => parts.iter_mut().for_each(|part| drop_forms(part, unwanted)),
        Clause::Not(inner) => drop_forms(inner, unwanted),
        _ => {}
    }
}

/// What each word of a plan was searched as.
fn shown_expansions(clause: &Clause) -> Vec<ShownExpansion> {
    let mut shown = Vec::new();
    collect_expansions(clause, &mut std::collections::HashSet::new(), &mut shown);
    shown
}

fn collect_expansions<'c>(
    clause: &'c Clause,
    seen: &mut std::collections::HashSet<(&'c str, &'c str, Tier)>,
    shown: &mut Vec<ShownExpansion>,
) {
    match clause {
        Clause::Word(word) => {
            let slots = std::iter::once(&word.slot).chain(word.phrases.iter().flat_map(|phrase| &phrase.slots));
            for form in slots.flat_map(|slot| &slot.forms) {
                if seen.insert((&word.label, &form.entry.form, form.tier)) {
                    shown.push(ShownExpansion {
                        word: word.label.clone(),
                        form: form.entry.form.clone(),
                        tier: form.tier,
                        articles: form.entry.articles,
                    });
                }
            }
        }
        Clause::All(parts) | Clause::Any(parts) => {
            parts.iter().for_each(|part| collect_expansions(part, seen, shown));
        }
        _ => {}
    }
}
