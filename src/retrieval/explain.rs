//! Explanation: why a hit stands where it stands.
//!
//! Takes what was gathered for a query and an article of its answer, gives the parts of its score: for each word
//! where it was found, how rare it is and what it gave, and what nearness and newness added. The parts add up
//! to the score. Words are gathered anew, so this costs about a search for each hit: it is made only when asked for.

use serde::Serialize;
use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet};

use super::evaluate::{Gathered, Ranked};
use super::postings::Segment;
use super::ranking::Gain;
use super::weights;
use crate::query::{Clause, Tier, WordClause};

/// The parts of a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// What each word gave, in the order typed.
    pub words: Vec<WordScore>,
    /// What words near each other added.
    pub nearness: f32,
    /// What the date added.
    pub newness: f32,
}

/// What a word gave to a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WordScore {
    /// The word as typed.
    pub word: String,
    /// In how many articles it stands, in any of its forms.
    pub articles: usize,
    /// How much it says: the rarer, the more.
    pub rarity: f32,
    /// Its occurrences with the worth of their fields and forms, by the length of the fields.
    pub weight: f32,
    /// What it gave: rarity times the bent weight.
    pub score: f32,
    /// Wanted but not needed, and therefore worth less.
    pub optional: bool,
    /// Where it stands; empty where it is known by a mention alone.
    pub found: Vec<Occurrence>,
}

/// A form as often as it stands in a field of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Occurrence {
    /// The form, as the index has it.
    pub form: String,
    /// How it belongs to the word.
    pub tier: Tier,
    /// The field.
    pub field: &'static str,
    /// How often.
    pub count: u32,
}

impl Explanation {
    /// The score that its parts make.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.words.iter().map(|word| word.score).sum::<f32>() + self.nearness + self.newness
    }
}

/// Explains one article of an answer. `gain` is what the second look added; `relaxed` says that some of the
/// words were enough.
///
/// # Errors
/// Where the index cannot be read.
pub(super) fn explain(
    gathered: &Gathered<'_>,
    scored: Ranked,
    gain: Gain,
    relaxed: bool,
) -> tantivy::Result<Explanation> {
    let one = One {
        gathered,
        address: scored.address,
        relaxed,
    };
    let mut words = Vec::new();
    for (clause, needed) in gathered.scoring() {
        let found = if relaxed || !needed {
            one.any(clause)?
        } else {
            one.held(clause)?.unwrap_or_default()
        };
        words.extend(found);
    }
    Ok(Explanation {
        words,
        nearness: gain.near,
        newness: gain.new,
    })
}

/// One article in which words are looked for.
struct One<'g, 'r> {
    gathered: &'g Gathered<'r>,
    address: DocAddress,
    /// Some of the words were enough.
    relaxed: bool,
}

impl One<'_, '_> {
    /// The words of a clause that stand in the article, each by itself.
    fn any(&self, clause: &Clause) -> tantivy::Result<Vec<WordScore>> {
        let words = clause.words();
        let parts: Vec<WordClause> = words.iter().flat_map(|word| word.apart()).collect();
        let parts = parts.iter().filter(|_| self.relaxed);
        let found = words.into_iter().chain(parts).map(|word| self.word(word));
        Ok(found
            .collect::<tantivy::Result<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// The words of a clause by which it matches the article; `None` where it does not.
    fn held(&self, clause: &Clause) -> tantivy::Result<Option<Vec<WordScore>>> {
        let mut all = Vec::new();
        match clause {
            Clause::Word(word) => return Ok(self.word(word)?.map(|word| vec![word])),
            Clause::All(parts) => {
                for part in parts {
                    let is_needed = !matches!(part, Clause::Word(word) if word.optional);
                    match self.held(part)? {
                        Some(found) => all.extend(found),
                        None if is_needed => return Ok(None),
                        None => {}
                    }
                }
            }
            Clause::Any(sides) => {
                let held = sides
                    .iter()
                    .map(|side| self.held(side))
                    .collect::<tantivy::Result<Vec<_>>>()?;
                if held.iter().all(Option::is_none) {
                    return Ok(None);
                }
                all.extend(held.into_iter().flatten().flatten());
            }
            Clause::OneOf(sides) => {
                let held = sides
                    .iter()
                    .map(|side| self.held(side))
                    .collect::<tantivy::Result<Vec<_>>>()?;
                let total = |words: &Vec<WordScore>| words.iter().map(|word| word.score).sum::<f32>();
                let best = held.into_iter().flatten().max_by(|a, b| total(a).total_cmp(&total(b)));
                return Ok(best);
            }
            _ => {}
        }
        Ok(Some(all))
    }

    fn word(&self, word: &WordClause) -> tantivy::Result<Option<WordScore>> {
        let DocAddress { segment_ord, doc_id } = self.address;
        let (articles, weight) = self.weight(word, segment_ord as usize, doc_id)?;
        let Some(weight) = weight else { return Ok(None) };
        let rarity = weights::rarity(self.gathered.count, articles as f32);
        let found = match self.gathered.segments.get(segment_ord as usize) {
            Some(segment) => segment.occurrences(word, doc_id)?,
            None => Vec::new(),
        };
        Ok(Some(WordScore {
            word: word.label.clone(),
            articles,
            rarity,
            weight,
            score: self.score(weights::worth(word, rarity), weight, word.optional),
            optional: word.optional,
            found,
        }))
    }

    fn score(&self, worth: f32, weight: f32, is_optional: bool) -> f32 {
        let score = worth * weights::saturated(weight);
        if self.relaxed && !is_optional {
            weights::present(worth, score)
        } else {
            score
        }
    }

    /// How many articles hold a word, and what it weighs in this one.
    fn weight(&self, word: &WordClause, segment_ord: usize, doc: DocId) -> tantivy::Result<(usize, Option<f32>)> {
        let (mut articles, mut weight) = (0, None);
        for (at, segment) in self.gathered.segments.iter().enumerate() {
            let list = segment.word(word)?;
            articles += list.len();
            if at == segment_ord {
                let place = list.binary_search_by_key(&doc, |&(other, _)| other);
                weight = place.ok().and_then(|place| list.get(place)).map(|&(_, weight)| weight);
            }
        }
        Ok((articles, weight))
    }
}

impl Segment<'_> {
    /// The forms of a word that stand in an article, runs as far as their words stand there at all.
    fn occurrences(&self, word: &WordClause, doc: DocId) -> tantivy::Result<Vec<Occurrence>> {
        let mut found = Vec::new();
        let sequences = word.phrases.iter().flat_map(|phrase| &phrase.slots);
        for form in std::iter::once(&word.slot)
            .chain(sequences)
            .flat_map(|slot| &slot.forms)
        {
            for field in (form.entry.fields & word.fields).fields() {
                let postings = self.open_form(field, form, IndexRecordOption::WithFreqs)?;
                let Some(mut postings) = postings.filter(|postings| postings.doc() <= doc) else {
                    continue;
                };
                if postings.seek(doc) == doc {
                    let occurrence = Occurrence {
                        form: form.entry.form.clone(),
                        tier: form.tier,
                        field: field.as_str(),
                        count: postings.term_freq(),
                    };
                    found.push((field, occurrence));
                }
            }
        }
        found.sort_by_key(|(at, occurrence)| (*at, occurrence.tier));
        Ok(found.into_iter().map(|(_, occurrence)| occurrence).collect())
    }
}
