//! Asking: a request is read and planned over an archive, then its articles are asked for.
//!
//! Takes a request, gives its page or all articles that match, with what marks its words in a text. Search, facets, trends
//! and concordances all begin here.

use super::archive::{Archive, ArticleKey, ResultPage, Search};
use super::corrections::{corrected_notice, suggest};
use super::deadline::Deadline;
use super::divisions::keep_held;
use super::error::Error;
use super::filters::{filter_clauses, unheard};
use super::request::{Fallback, Filters, Request};
use super::shown::{ShownExpansion, ShownReading, shown_expansions, unsearched};
use crate::query::{
    Allowed, Clause, Context, Corrected, Marker, Notice, Parsed, PlannedWord, Relaxed, Said, Timeout, lower, parse,
};

/// So many readings of a word are told that was read loosely.
const LOOSELY_TOLD: usize = 3;

/// A request planned over an archive.
struct Planned {
    plan: Clause,
    marker: Marker,
    expansions: Vec<ShownExpansion>,
    unsearched: Vec<ShownReading>,
    notices: Vec<Notice>,
    words: Vec<PlannedWord>,
}

/// A request of which articles can be asked.
pub struct Asked<'a> {
    archive: &'a dyn Archive,
    request: &'a Request,
    deadline: &'a Deadline<'a>,
    parsed: Parsed,
    planned: Planned,
    /// By corrected words, for none was found by those typed.
    is_corrected: bool,
    /// Words may be read loosely.
    may_be_loose: bool,
}

impl std::fmt::Debug for Asked<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked")
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

impl<'a> Asked<'a> {
    /// Reads a request and plans it.
    ///
    /// # Errors
    /// [`Error::UnknownFilter`] and [`Error::Date`] for values that mean nothing, [`Error::Engine`] where the archive
    /// cannot be read.
    pub fn new(archive: &'a dyn Archive, request: &'a Request, deadline: &'a Deadline<'a>) -> Result<Self, Error> {
        let parsed = parse(&request.query, request.syntax);
        let mut asked = Self {
            archive,
            request,
            deadline,
            planned: Planned {
                plan: Clause::Nothing,
                marker: Marker::default(),
                expansions: Vec::new(),
                unsearched: Vec::new(),
                notices: Vec::new(),
                words: Vec::new(),
            },
            parsed,
            is_corrected: false,
            may_be_loose: request.relaxes() && !request.no_loose,
        };
        asked.planned = asked.plan(&Corrected::new())?;
        Ok(asked)
    }

    /// Finds the words of the query in a text.
    #[must_use]
    pub const fn marker(&self) -> &Marker {
        &self.planned.marker
    }

    /// What was searched for each word.
    #[must_use]
    pub fn expansions(&self) -> &[ShownExpansion] {
        &self.planned.expansions
    }

    /// Readings of Latin words that were known and not searched.
    #[must_use]
    pub fn unsearched(&self) -> &[ShownReading] {
        &self.planned.unsearched
    }

    /// Whether every article was found by guessed words: corrected, or read loosely.
    #[must_use]
    pub fn is_guessed(&self) -> bool {
        self.is_corrected || self.planned.plan.is_guessed()
    }

    /// What there is to say about the query.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        [self.parsed.notices.as_slice(), &self.planned.notices].concat()
    }

    /// The page of the request, by corrected words where nothing is found by those typed; at the deadline what was found so
    /// far, with a notice.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn page(&mut self) -> Result<ResultPage, Error> {
        let mut page = self.page_as_planned()?;
        let whole = self.deadline.whole();
        if let Some(suggested) = suggest(
            self.request,
            &self.planned.words,
            page.total,
            self.archive.words(),
            whole,
        ) {
            self.planned.notices.push(suggested.notice);
            let can_be_relaxed = self.request.relaxes() && !suggested.corrected.is_empty();
            if page.total == 0 && can_be_relaxed && !self.deadline.cuts() {
                page = self.corrected_page(page, &suggested.corrected)?;
            }
        }
        if self.deadline.has_cut() {
            self.planned.notices.push(self.notice(Timeout::Searching));
        }
        Ok(page)
    }

    /// The articles that hold every word, in the order of their keys; the whole archive where neither words nor filters are
    /// given. Limit, offset, sort and relaxing are not looked at.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub fn every(&mut self) -> Result<Vec<ArticleKey>, Error> {
        // what is counted holds the words, and a guess does not
        if self.planned.plan.is_guessed() {
            self.may_be_loose = false;
            self.planned = self.plan(&Corrected::new())?;
        }
        let every = self.archive.every(&self.planned.plan, self.deadline)?;
        // a search goes on with articles that hold some of the words; what counts does not, and says so
        if self.planned.plan.needed_count() > 1 && every.is_empty() {
            self.planned.notices.push(self.notice(Relaxed::NoneCounted));
        }
        Ok(every.into_iter().map(|scored| scored.key).collect())
    }

    /// A notice about the whole query.
    fn notice(&self, said: impl Into<Said>) -> Notice {
        Notice::new(said, 0..self.request.query.len())
    }

    /// What is told where words are only read loosely.
    fn loosely(&self) -> Option<Notice> {
        let guessed = self.planned.plan.words().into_iter().filter(|word| word.is_guessed());
        let words: Vec<(String, Vec<String>)> = guessed
            .map(|word| {
                let forms = word.slot.forms.iter().map(|form| form.entry.form.clone());
                (word.label.clone(), forms.take(LOOSELY_TOLD).collect())
            })
            .collect();
        (!words.is_empty()).then(|| self.notice(Relaxed::Loosely(words)))
    }

    fn page_as_planned(&mut self) -> Result<ResultPage, Error> {
        if self.planned.plan.is_guessed() {
            let notice = self.loosely();
            self.planned.notices.extend(notice);
        }
        let page = self.archive.page(&Search {
            plan: &self.planned.plan,
            has_words: !self.planned.marker.is_empty(),
            request: self.request,
            deadline: self.deadline,
        })?;
        let is_left_out = self.request.fallback == Fallback::Auto && !self.request.relaxes();
        if is_left_out && page.total == 0 && self.planned.plan.needed_count() > 1 {
            self.planned.notices.push(self.notice(Relaxed::LeftOut));
        }
        if page.is_relaxed {
            self.planned.notices.push(self.notice(Relaxed::SomeWords(page.held)));
        }
        Ok(page)
    }

    /// The page of corrected words, where it has any article; else the page as it was.
    fn corrected_page(&mut self, page: ResultPage, corrected: &Corrected) -> Result<ResultPage, Error> {
        let again = self.plan(corrected)?;
        let typed = std::mem::replace(&mut self.planned, again);
        let corrected_page = self.page_as_planned()?;
        if corrected_page.total == 0 {
            self.planned = typed;
            return Ok(page);
        }
        // what was said of the words typed stays said; what the corrected ones bring says nothing of the query
        self.planned.notices = typed.notices;
        self.planned
            .notices
            .push(corrected_notice(&self.request.query, corrected));
        self.is_corrected = true;
        Ok(corrected_page)
    }

    /// The plan of the request, some words searched as others; the notices of reading the query left out.
    fn plan(&self, corrected: &Corrected) -> Result<Planned, Error> {
        let Self { archive, request, .. } = *self;
        let context = Context {
            known: archive.words(),
            gazetteer: archive.gazetteer(),
            exact: request.exact,
            allowed: Allowed {
                translation: request.fallback == Fallback::Auto && !request.no_translate,
                loose: self.may_be_loose,
            },
            corrected,
            is_over: self.deadline.half(),
        };
        let tree = self.parsed.tree.as_ref();
        let mut notices = unheard(archive, tree)?;
        let plan = lower(tree, context);
        notices.extend(plan.notices);
        let mut filters = filter_clauses(archive, &request.filters, context, &mut notices)?;
        filters.extend(request.added_after.map(Clause::AddedAfter));
        let is_blank = request.query.trim().is_empty();
        let words = plan.clause.unwrap_or_else(|| {
            if is_blank || !filters.is_empty() {
                Clause::All(Vec::new())
            } else {
                Clause::Nothing
            }
        });
        let mut words = without(words, &request.not_as);
        keep_held(archive, &mut words, self.deadline)?;
        Ok(Planned {
            marker: Marker::new(&words),
            expansions: shown_expansions(&words),
            unsearched: unsearched(&words),
            plan: joined(words, filters),
            notices,
            words: plan.words,
        })
    }
}

/// The clauses of filters alone, over an archive, with notices of names that several bear.
///
/// # Errors
/// As for [`Asked::new`].
pub fn planned_filters(archive: &dyn Archive, filters: &Filters) -> Result<(Vec<Clause>, Vec<Notice>), Error> {
    let corrected = Corrected::new();
    let context = Context {
        known: archive.words(),
        gazetteer: archive.gazetteer(),
        exact: false,
        allowed: Allowed::default(),
        corrected: &corrected,
        is_over: Deadline::never().half(),
    };
    let mut notices = Vec::new();
    let clauses = filter_clauses(archive, filters, context, &mut notices)?;
    Ok((clauses, notices))
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
        Clause::All(parts) | Clause::Any(parts) | Clause::OneOf(parts) => {
            parts.iter_mut().for_each(|part| drop_forms(part, unwanted))
        }
        Clause::Not(inner) => drop_forms(inner, unwanted),
        _ => {}
    }
}
