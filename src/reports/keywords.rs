//! Keywords: what is special in the articles that match, against the rest of the index.
//!
//! Takes a request, gives lemmas that stand in more of the matching articles than chance would have it,
//! by log-likelihood (Dunning 1993, as Rayson and Garside 2000 use it to compare corpora).
//!
//! **A word counts once an article.** A story that says દીપડો thirty times is one story about a leopard;
//! counted by occurrence it would make the word special all alone. What is compared is in how many articles
//! a lemma stands, as a share of all words of its side: who writes more has more of everything.
//!
//! **A long article counts by its head.** News tells first what it is about. Headline, summary and the first
//! 300 words of the body count; a column of thousands of words would bring hundreds that stand nowhere
//! else, and a few columns that match together would fill the list with them.
//!
//! **The counts are exact.** Which lemmas can be special is found by reading the matching articles (at most
//! [`MOST_READ`], evenly spread); in how many articles each stands, on both sides, is then counted in the
//! postings of all its forms.

mod likelihood;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use self::likelihood::Sizes;
use super::order::alphabetical;
use crate::analysis::{Lexis, fold, is_stop_lemma, lemmas, number_word, tokens};
use crate::index::Key;
use crate::query::{Capped, Notice};
use crate::retrieval::archive::telling_words;
use crate::retrieval::{Archive, ArticleKey, Asked, Deadline, Error, Request, ShownExpansion};
use crate::script::{Script, is_consonant, is_independent_vowel, script_of};

/// At most so many articles are read.
pub const MOST_READ: usize = 2_000;
/// A lemma of fewer matching articles says nothing of them together: a twentieth, but within these bounds.
const FEWEST: (u64, u64) = (2, 4);
/// The critical value of one degree of freedom at one per cent: what is below can be chance.
const LEAST_G2: f64 = 6.63;
/// For each keyword wanted so many lemmas are counted exactly, for the order before that is a rough one.
const COUNTED_FOR_EACH: usize = 10;
/// Verbs that stand behind another word for its aspect or its sake (પડી ગયું, જોવા મળ્યું, કરી નાખ્યું), and
/// those by which news reports speech. In a query they are words like others: who types them means them.
const LIGHT_VERBS: [&str; 24] = [
    "આપવું",
    "ઊઠવું",
    "કહેવું",
    "કાઢવું",
    "ચાલવું",
    "જણાવવું",
    "જાણવું",
    "જોવું",
    "દેવું",
    "નાખવું",
    "નીકળવું",
    "પડવું",
    "બનવું",
    "બેસવું",
    "બોલવું",
    "મળવું",
    "માંડવું",
    "મૂકવું",
    "રહેવું",
    "રાખવું",
    "લાગવું",
    "લેવું",
    "શકવું",
    "સમજવું",
];

/// A lemma that is special.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Keyword {
    /// The commonest form in the matching articles, or the dictionary's where that is not much rarer.
    pub word: String,
    /// The key that its forms share.
    pub lemma: String,
    /// How many of the matching articles have it.
    pub articles: u64,
    /// How many of the others have it.
    pub others: u64,
    /// The log-likelihood, to a hundredth.
    pub g2: f64,
    /// How many times its share of all words doubles from the others to the matching articles, to a
    /// hundredth; where no other article has it, as if half of one had.
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
/// [`Error::Nothing`] where neither words nor filters are given; else as for [`Asked::new`].
pub fn keywords(archive: &dyn Archive, request: &Request) -> Result<Keywords, Error> {
    if request.is_blank() {
        return Err(Error::Nothing);
    }
    let mut asked = Asked::new(archive, request, Deadline::never())?;
    let keys = asked.every()?;
    let total = keys.len() as u64;
    let others = archive.article_count().saturating_sub(total);
    let limit = request.limit.most();
    let notices = [asked.notices(), Vec::from_iter(notice(request, &keys, others))].concat();
    let mut lexis = Lexis::default();
    let own = own_lemmas(asked.expansions(), &mut lexis);
    let mut candidates = read(archive, &keys, &own, &mut lexis)?;
    let sizes = Sizes::from(archive.lengths(&keys)?);
    candidates.sort_by_cached_key(|candidate| {
        let rough = candidate.roughly(archive, &keys, sizes);
        // not negative, so that its bits stand in its order
        std::cmp::Reverse(rough.to_bits())
    });
    candidates.truncate(limit.saturating_mul(COUNTED_FOR_EACH));
    let mut keywords = exact(archive, &keys, candidates, sizes)?;
    keywords.truncate(limit);
    Ok(Keywords {
        query: request.query.clone(),
        total,
        others,
        counts: super::facets::ARTICLES,
        notices,
        keywords,
    })
}

fn notice(request: &Request, keys: &[ArticleKey], others: u64) -> Option<Notice> {
    let capped = if keys.is_empty() {
        return None;
    } else if others == 0 {
        Capped::NoOthers
    } else if keys.len() > MOST_READ {
        Capped::Sampled {
            articles: keys.len(),
            step: step(keys),
        }
    } else {
        return None;
    };
    Some(Notice::new(capped, 0..request.query.len()))
}

/// Every so-manieth article is read.
const fn step(keys: &[ArticleKey]) -> usize {
    let step = keys.len().div_ceil(MOST_READ);
    if step == 0 { 1 } else { step }
}

/// The lemmas of all forms that were searched: they are special by the asking.
fn own_lemmas(expansions: &[ShownExpansion], lexis: &mut Lexis) -> FxHashSet<String> {
    let mut own = FxHashSet::default();
    for expansion in expansions {
        for token in tokens(&expansion.form).chain(tokens(&expansion.word)) {
            own.extend(lexis.keys(&token.form).lemmas.iter().map(|lemma| lemma.key.clone()));
        }
    }
    own
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
    /// G² by what the vocabulary says: forms added up, so that others are rather too many.
    fn roughly(&self, archive: &dyn Archive, keys: &[ArticleKey], sizes: Sizes) -> f64 {
        let forms = archive.words().with_key(&Key::lemma(&self.lemma));
        let all: u64 = forms.iter().map(|entry| u64::from(entry.articles)).sum();
        let articles = self.read * step(keys) as u64;
        sizes.g2(articles, all.saturating_sub(articles))
    }

    /// The commonest form; but the word as a dictionary has it, where that is no rare form. Of several the
    /// shortest, the first of the alphabet.
    fn label(&self) -> String {
        let commonest = self.forms.values().max().copied().unwrap_or(0);
        let better = |a: &(&String, &u64), b: &(&String, &u64)| {
            let is_entry = |(form, count): &(&String, &u64)| **count * 4 >= commonest && fold(form) == self.lemma;
            let by_use = is_entry(b).cmp(&is_entry(a)).then_with(|| b.1.cmp(a.1));
            by_use
                .then_with(|| a.0.len().cmp(&b.0.len()))
                .then_with(|| alphabetical(a.0, b.0))
        };
        let best = self.forms.iter().min_by(better);
        best.map_or_else(|| self.lemma.clone(), |(form, _)| form.clone())
    }
}

/// The lemmas of the articles read that can be keywords.
fn read(
    archive: &dyn Archive,
    keys: &[ArticleKey],
    own: &FxHashSet<String>,
    lexis: &mut Lexis,
) -> Result<Vec<Candidate>, Error> {
    let mut candidates = Candidates::default();
    for (number, &key) in (1..).zip(keys.iter().step_by(step(keys))) {
        let forms: FxHashSet<String> = telling_words(&archive.article(key)?.article).into_iter().collect();
        for form in forms {
            if let Some(lemma) = telling_lemma(&form, lexis).filter(|lemma| !own.contains(lemma)) {
                candidates.add(lemma, form, number);
            }
        }
    }
    Ok(candidates.found)
}

#[derive(Debug, Default)]
struct Candidates {
    found: Vec<Candidate>,
    places: FxHashMap<String, usize>,
}

impl Candidates {
    /// Counts a form of a lemma in the article with a number.
    fn add(&mut self, lemma: String, form: String, number: usize) {
        let at = *self.places.entry(lemma).or_insert_with_key(|lemma| {
            self.found.push(Candidate {
                lemma: lemma.clone(),
                ..Candidate::default()
            });
            self.found.len() - 1
        });
        if let Some(candidate) = self.found.get_mut(at) {
            candidate.read += u64::from(candidate.last != number);
            candidate.last = number;
            *candidate.forms.entry(form).or_default() += 1;
        }
    }
}

/// The lemma of a form that can tell one story from another: no function word and none of its inflections,
/// no figure in digits or words, no ending that stands alone.
fn telling_lemma(form: &str, lexis: &mut Lexis) -> Option<String> {
    let is_letter = |&c: &char| match script_of(c) {
        Script::Gujarati => is_consonant(c) || is_independent_vowel(c),
        Script::Latin => true,
        _ => false,
    };
    if form.chars().filter(is_letter).count() < 2 {
        return None;
    }
    let keys = lexis.keys(form);
    let lemma = keys.lemmas.first()?;
    let is_figure = number_word(&keys.fold).is_some();
    let says_nothing = keys.is_stop || is_figure || is_stop_lemma(&lemma.key) || LIGHT.contains(&lemma.key);
    (!says_nothing).then(|| lemma.key.clone())
}

/// The lemmas of [`LIGHT_VERBS`].
static LIGHT: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lemmas = LIGHT_VERBS
        .iter()
        .filter_map(|verb| lemmas(&fold(verb)).into_iter().next());
    lemmas.map(|lemma| lemma.key).collect()
});

/// The keywords among some lemmas, the most special first.
fn exact(
    archive: &dyn Archive,
    keys: &[ArticleKey],
    candidates: Vec<Candidate>,
    sizes: Sizes,
) -> Result<Vec<Keyword>, Error> {
    let fewest = (keys.len() as u64).div_ceil(20).clamp(FEWEST.0, FEWEST.1);
    let round = |figure: f64| (figure * 100.0).round() / 100.0;
    let mut keywords = Vec::new();
    for candidate in candidates {
        let forms = archive.words().with_key(&Key::lemma(&candidate.lemma));
        let (articles, all) = archive.holding(&forms, keys)?;
        let others = all - articles;
        let g2 = sizes.g2(articles, others);
        if articles >= fewest && g2 >= LEAST_G2 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_figures_and_lone_endings_tell_nothing() {
        let mut lexis = Lexis::default();
        for form in [
            "છે",
            "કરવામાં",
            "કર્યાં",
            "અને",
            "જોવા",
            "મળ્યું",
            "કહ્યું",
            "2024",
            "માં",
            "નો",
            "the",
            "a",
        ] {
            assert_eq!(telling_lemma(form, &mut lexis), None, "{form}");
        }
        for form in ["ભૂકંપની", "ટ્રમ્પે", "ipl", "રન"] {
            assert!(telling_lemma(form, &mut lexis).is_some(), "{form}");
        }
    }
}
