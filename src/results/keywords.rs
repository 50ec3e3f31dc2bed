//! Keywords: what is special in the articles that match, against the rest of the index.
//!
//! Takes a request, gives lemmas that stand in more of the matching articles than chance would have it,
//! by log-likelihood (Dunning 1993, as Rayson and Garside 2000 use it to compare corpora).
//!
//! **Articles are counted, not occurrences.** A story that says દીપડો thirty times is one story about a
//! leopard; counted by occurrence it would make the word special all alone. An article has a lemma or has
//! it not, so the table of four cells is complete, and G² is taken over all four: with counts of articles
//! the cells 'without' are not so large that they could be left out, as they are with running words.
//!
//! **The counts are exact.** Which lemmas can be special is found by reading the matching articles (at most
//! [`MOST_READ`], evenly spread); in how many articles each stands, on both sides, is then counted in the
//! postings of all its forms. Headline, summary and body count.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED, TantivyDocument};

use super::matching::{Matching, matching};
use super::order::alphabetical;
use super::{Error, Limit, Request, to_article};
use crate::analysis::{KeyCache, fold, is_stop_lemma, tokens};
use crate::entities::Field;
use crate::index::schema::bit;
use crate::index::{Key, Known, Reader};
use crate::query::{Notice, NoticeKind};
use crate::script::{Script, is_consonant, is_independent_vowel, script_of};

/// At most so many articles are read.
pub const MOST_READ: usize = 2_000;
/// A lemma of fewer matching articles says nothing of them together.
const FEWEST: u64 = 2;
/// The critical value of one degree of freedom at one per cent: what is below can be chance.
const LEAST_G2: f64 = 6.63;
/// For each keyword wanted so many lemmas are counted exactly, for the order before that is a rough one.
const COUNTED_FOR_EACH: usize = 10;
const FIELDS: [Field; 3] = [Field::Headline, Field::Summary, Field::Body];

/// A lemma that is special.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Keyword {
    /// The lemma as the matching articles write it, or where they have only other forms the commonest of them.
    pub word: String,
    /// The key that its forms share.
    pub lemma: String,
    /// How many of the matching articles have it.
    pub articles: u64,
    /// How many of the others have it.
    pub others: u64,
    /// The log-likelihood, to a hundredth.
    pub g2: f64,
    /// How many times its share doubles from the others to the matching articles, to a hundredth; where no
    /// other article has it, as if half of one had.
    pub log_ratio: f64,
}

/// What is special in the articles of a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Keywords {
    /// The query as typed.
    pub query: String,
    /// How many articles hold every word.
    pub total: u64,
    /// How many articles of the index do not.
    pub others: u64,
    /// What is counted, [`super::facets::ARTICLES`].
    pub counts: &'static str,
    /// What there is to say about the query and the count.
    pub notices: Vec<Notice>,
    /// The keywords, the most special first.
    pub keywords: Vec<Keyword>,
}

/// The keywords of the articles that match a request, as many as its limit says.
///
/// # Errors
/// As for [`super::search()`].
pub fn keywords(reader: &Reader, request: &Request) -> Result<Keywords, Error> {
    if request.query.trim().is_empty() && request.filters.is_empty() {
        return Err(Error::Nothing);
    }
    let mut found = matching(reader, request)?;
    let addresses = found.addresses();
    let sizes = Sizes {
        matching: addresses.len() as u64,
        others: reader.article_count().saturating_sub(addresses.len() as u64),
    };
    let limit = match request.limit {
        Limit::Count(count) => count,
        Limit::All => usize::MAX,
    };
    found.notices.extend(notice(request, &addresses, sizes));
    let mut cache = KeyCache::default();
    let own = own_lemmas(&found, &mut cache);
    let mut candidates = candidates(reader, &addresses, &own, &mut cache)?;
    candidates.sort_by(|a, b| {
        let rough = |one: &Candidate| one.roughly(reader, &addresses, sizes);
        rough(b).total_cmp(&rough(a))
    });
    candidates.truncate(limit.saturating_mul(COUNTED_FOR_EACH));
    let mut keywords = exact(reader, &addresses, candidates, sizes)?;
    keywords.truncate(limit);
    Ok(Keywords {
        query: request.query.clone(),
        total: sizes.matching,
        others: sizes.others,
        counts: super::facets::ARTICLES,
        notices: found.notices,
        keywords,
    })
}

fn notice(request: &Request, addresses: &[DocAddress], sizes: Sizes) -> Option<Notice> {
    let message = if sizes.matching == 0 {
        return None;
    } else if sizes.others == 0 {
        "every article of the index matches: there is no rest to compare them with".to_owned()
    } else if addresses.len() > MOST_READ {
        let (all, step) = (addresses.len(), step(addresses));
        format!("{all} articles match: words were looked for in every {step}th of them, and counted in all")
    } else {
        return None;
    };
    Some(Notice::new(NoticeKind::Capped, message, 0..request.query.len()))
}

/// Every so-manieth article is read.
const fn step(addresses: &[DocAddress]) -> usize {
    let step = addresses.len().div_ceil(MOST_READ);
    if step == 0 { 1 } else { step }
}

/// The lemmas of all forms that were searched: they are special by the asking.
fn own_lemmas(found: &Matching<'_>, cache: &mut KeyCache) -> FxHashSet<String> {
    let mut own = FxHashSet::default();
    for expansion in &found.expansions {
        for token in tokens(&expansion.form).chain(tokens(&expansion.word)) {
            own.extend(cache.get(&token.form).lemmas.iter().map(|lemma| lemma.key.clone()));
        }
    }
    own
}

/// How many articles there are on both sides.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    matching: u64,
    others: u64,
}

impl Sizes {
    /// G² of a lemma that so many articles have on each side; 0 where it is not over-represented.
    fn g2(self, articles: u64, others: u64) -> f64 {
        let (with, with_others) = (articles as f64, others as f64);
        let (here, there) = (self.matching as f64, self.others as f64);
        if with * there <= with_others * here {
            return 0.0;
        }
        let (all, holding) = (here + there, with + with_others);
        let cell = |observed: f64, of_row: f64, of_column: f64| {
            let expected = of_row * of_column / all;
            if observed > 0.0 {
                observed * (observed / expected).ln()
            } else {
                0.0
            }
        };
        2.0 * (cell(with, holding, here)
            + cell(with_others, holding, there)
            + cell(here - with, all - holding, here)
            + cell(there - with_others, all - holding, there))
    }

    fn log_ratio(self, articles: u64, others: u64) -> f64 {
        let others = if others == 0 { 0.5 } else { others as f64 };
        (articles as f64 / self.matching as f64 / (others / self.others.max(1) as f64)).log2()
    }
}

/// A lemma of the articles read.
#[derive(Debug, Default)]
struct Candidate {
    lemma: String,
    /// How many of the articles read have it, and the last that was counted.
    read: u64,
    last: usize,
    forms: FxHashMap<String, u64>,
}

impl Candidate {
    /// G² by what the vocabulary says: forms and fields added up, so that others are rather too many.
    fn roughly(&self, reader: &Reader, addresses: &[DocAddress], sizes: Sizes) -> f64 {
        let forms = reader.vocabulary.with_key(&Key::lemma(&self.lemma));
        let all: u64 = forms.iter().map(|entry| u64::from(entry.articles)).sum();
        let articles = (self.read * step(addresses) as u64).min(sizes.matching);
        sizes.g2(articles, all.saturating_sub(articles).min(sizes.others))
    }

    /// The word as a dictionary has it, where the articles read have that form; else their commonest form, of
    /// several the shortest, the first of the alphabet.
    fn label(&self) -> String {
        let better = |a: &(&String, &u64), b: &(&String, &u64)| {
            let is_other = |form: &str| fold(form) != self.lemma;
            is_other(a.0)
                .cmp(&is_other(b.0))
                .then_with(|| b.1.cmp(a.1))
                .then_with(|| a.0.len().cmp(&b.0.len()))
                .then_with(|| alphabetical(a.0, b.0))
        };
        let best = self.forms.iter().min_by(better);
        best.map_or_else(|| self.lemma.clone(), |(form, _)| form.clone())
    }
}

/// The lemmas of the articles read that can be keywords.
fn candidates(
    reader: &Reader,
    addresses: &[DocAddress],
    own: &FxHashSet<String>,
    cache: &mut KeyCache,
) -> Result<Vec<Candidate>, Error> {
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (number, address) in (1..).zip(addresses.iter().step_by(step(addresses))) {
        let document: TantivyDocument = reader.searcher.0.doc(*address)?;
        let article = to_article(reader, &document);
        let mut forms: FxHashSet<String> = FxHashSet::default();
        for field in FIELDS {
            forms.extend(tokens(field.of(&article)).map(|token| token.form.into_owned()));
        }
        for form in forms {
            let Some(lemma) = telling_lemma(&form, cache).filter(|lemma| !own.contains(lemma)) else {
                continue;
            };
            let at = *places.entry(lemma).or_insert_with_key(|lemma| {
                candidates.push(Candidate {
                    lemma: lemma.clone(),
                    ..Candidate::default()
                });
                candidates.len() - 1
            });
            if let Some(candidate) = candidates.get_mut(at) {
                candidate.read += u64::from(candidate.last != number);
                candidate.last = number;
                *candidate.forms.entry(form).or_default() += 1;
            }
        }
    }
    let fewest = if step(addresses) > 1 { 1 } else { FEWEST };
    candidates.retain(|candidate| candidate.read >= fewest);
    Ok(candidates)
}

/// The lemma of a form that can tell one story from another: no function word and none of its inflections,
/// no figure, no ending that stands alone.
fn telling_lemma(form: &str, cache: &mut KeyCache) -> Option<String> {
    let is_letter = |&c: &char| match script_of(c) {
        Script::Gujarati => is_consonant(c) || is_independent_vowel(c),
        Script::Latin => true,
        _ => false,
    };
    if form.chars().filter(is_letter).count() < 2 {
        return None;
    }
    let keys = cache.get(form);
    let lemma = keys.lemmas.first()?;
    (!keys.is_stop && !is_stop_lemma(&lemma.key)).then(|| lemma.key.clone())
}

/// The keywords among some lemmas, the most special first.
fn exact(
    reader: &Reader,
    addresses: &[DocAddress],
    candidates: Vec<Candidate>,
    sizes: Sizes,
) -> Result<Vec<Keyword>, Error> {
    let round = |figure: f64| (figure * 100.0).round() / 100.0;
    let mut keywords = Vec::new();
    for candidate in candidates {
        let (articles, all) = count(reader, addresses, &candidate.lemma)?;
        let others = all - articles;
        let g2 = sizes.g2(articles, others);
        if articles >= FEWEST && g2 >= LEAST_G2 {
            keywords.push(Keyword {
                word: candidate.label(),
                articles,
                others,
                g2: round(g2),
                log_ratio: round(sizes.log_ratio(articles, others)),
                lemma: candidate.lemma,
            });
        }
    }
    keywords.sort_by(|a, b| b.g2.total_cmp(&a.g2).then_with(|| alphabetical(&a.word, &b.word)));
    Ok(keywords)
}

/// How many of some articles have a lemma in one of its forms, and how many of the index.
fn count(reader: &Reader, addresses: &[DocAddress], lemma: &str) -> tantivy::Result<(u64, u64)> {
    let forms = reader.vocabulary.with_key(&Key::lemma(lemma));
    let (mut inside, mut all) = (0, 0);
    for (segment_ord, segment) in (0u32..).zip(reader.searcher.0.segment_readers()) {
        let mut docs: Vec<DocId> = Vec::new();
        for field in FIELDS {
            let forms = forms.iter().filter(|entry| entry.fields & (1 << bit(field)) != 0);
            let terms = forms.map(|entry| Term::from_field_text(reader.fields.text(field), &entry.form));
            terms
                .into_iter()
                .try_for_each(|term| holding(segment, &term, &mut docs))?;
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

/// Adds the articles of a segment that hold a term.
fn holding(segment: &SegmentReader, term: &Term, docs: &mut Vec<DocId>) -> tantivy::Result<()> {
    let inverted = segment.inverted_index(term.field())?;
    if let Some(mut postings) = inverted.read_postings(term, IndexRecordOption::Basic)? {
        let mut doc = postings.doc();
        while doc != TERMINATED {
            docs.push(doc);
            doc = postings.advance();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g2_is_that_of_the_table_of_four_cells() {
        let sizes = Sizes {
            matching: 20,
            others: 80,
        };
        // by hand: 2·(10·ln(10/3) + 5·ln(5/12) + 10·ln(10/17) + 75·ln(75/68))
        assert!((sizes.g2(10, 5) - 19.409_3).abs() < 0.001, "{}", sizes.g2(10, 5));
        assert_eq!(sizes.g2(2, 8), 0.0);
        assert_eq!(sizes.g2(1, 8), 0.0);
        assert!((sizes.log_ratio(10, 5) - 3.0).abs() < 1e-9);
        assert!((sizes.log_ratio(10, 0) - (0.5f64 / (0.5 / 80.0)).log2()).abs() < 1e-9);
    }

    #[test]
    fn function_words_figures_and_lone_endings_tell_nothing() {
        let mut cache = KeyCache::default();
        for form in ["છે", "કરવામાં", "કર્યાં", "અને", "2024", "માં", "નો", "the", "a"]
        {
            assert_eq!(telling_lemma(form, &mut cache), None, "{form}");
        }
        for form in ["ભૂકંપની", "ટ્રમ્પે", "ipl", "રન"] {
            assert!(telling_lemma(form, &mut cache).is_some(), "{form}");
        }
    }
}
