//! Matching: the articles that a request finds, before any page is cut out of them.
//!
//! Takes a request, gives what was gathered for its words and filters, with what marks those words in a text.
//! Search, facets, trends and concordances all begin here.

use tantivy::DocAddress;

use super::evaluate::{Gathered, gather};
use super::filters::filter_clauses;
use super::mark::Marker;
use super::search::{Fallback, Request};
use super::{Error, ShownExpansion};
use crate::index::Reader;
use crate::query::lower::Context;
use crate::query::{Clause, Notice, lower, parse};

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
    let context = Context {
        known: &reader.vocabulary,
        gazetteer: &reader.gazetteer,
        exact: request.exact,
        translate: request.fallback == Fallback::Auto && !request.no_translate,
    };
    let parsed = parse(&request.query);
    let mut notices = parsed.notices;
    let plan = lower(parsed.tree.as_ref(), context);
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
    let gathered = gather(reader, joined(words, filters))?;
    Ok(Matching {
        gathered,
        marker,
        expansions,
        notices,
    })
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
    collect_expansions(clause, &mut shown);
    shown
}

fn collect_expansions(clause: &Clause, shown: &mut Vec<ShownExpansion>) {
    match clause {
        Clause::Word(word) => {
            let slots = std::iter::once(&word.slot).chain(word.phrases.iter().flat_map(|phrase| &phrase.slots));
            for form in slots.flat_map(|slot| &slot.forms) {
                let expansion = ShownExpansion {
                    word: word.label.clone(),
                    form: form.entry.form.clone(),
                    tier: form.tier,
                    articles: form.entry.articles,
                };
                if !shown.contains(&expansion) {
                    shown.push(expansion);
                }
            }
        }
        Clause::All(parts) | Clause::Any(parts) => parts.iter().for_each(|part| collect_expansions(part, shown)),
        _ => {}
    }
}
