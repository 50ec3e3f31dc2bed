//! Suggestions: what is being typed, completed.
//!
//! Takes the beginning of a name, word or headline in either script, gives completions with the count of
//! their articles: names first, then words, then headlines. The last word is the one being typed, those
//! before it must match. Nothing here grows with the index: names and words come from
//! [`crate::index::Completions`], the commonest first, and of the postings of headlines no more than 80,000
//! are walked for the words before the last, and as many for the last.

mod headlines;
mod suggestion;
mod typing;

use std::collections::HashSet;

use serde::Serialize;

pub use self::suggestion::Suggestion;
use self::suggestion::{Candidate, LOOKED_UP};
use self::typing::Typing;
use crate::analysis::keys;
use crate::entities::EntityKind;
use crate::entities::gazetteer::name_keys;
use crate::index::completions::{List, Part};
use crate::index::{Completion, FormEntry, Key, WordSource};
use crate::retrieval::{Archive, Error};

/// How many completions are weighed where their spelling has to be compared.
const WEIGHED: usize = 250;
/// How many bytes of completions are walked for one list.
const STEPS: usize = 60_000;
/// How many forms are looked at that begin as typed where the commonest words are too few.
const FORMS: usize = 128;
/// A completion is left out where it spells what was typed so much worse than the best (tenths of a nat).
const BEHIND: u32 = 30;
/// What is suggested for a beginning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestions {
    /// The beginning as typed.
    pub prefix: String,
    /// Names, words, headlines.
    pub suggestions: Vec<Suggestion>,
}

/// Completes what was typed.
///
/// # Errors
/// Where the index cannot be read.
pub fn suggest(archive: &dyn Archive, prefix: &str, limit: usize) -> Result<Suggestions, Error> {
    let mut answer = Suggestions {
        prefix: prefix.to_owned(),
        suggestions: Vec::new(),
    };
    let Some(mut typing) = Typing::new(prefix) else {
        return Ok(answer);
    };
    let total = archive.article_count();
    let names = names(archive, &mut typing, limit)?;
    let candidates = words(archive, &mut typing, limit.max(LOOKED_UP))?;
    let looked_up = headlines::look_up(archive, &mut typing, &candidates)?;
    let mut words = if typing.is_single() {
        candidates
            .into_iter()
            .map(|candidate| candidate.into_suggestion(total))
            .collect()
    } else {
        looked_up.words
    };
    let mut headlines = looked_up.headlines;
    let mut seen: HashSet<Vec<String>> = names.iter().map(|name| name_keys(&name.text)).collect();
    words.retain(|word| seen.insert(name_keys(&word.text)));
    headlines.retain(|headline| seen.insert(name_keys(&headline.text)));
    answer.suggestions = laid_out(names, words, headlines, limit);
    Ok(answer)
}

/// Names, words, headlines; however many names there are, a fifth of the places is for words and a third
/// for headlines where there are some.
fn laid_out(
    mut names: Vec<Suggestion>,
    mut words: Vec<Suggestion>,
    mut headlines: Vec<Suggestion>,
    limit: usize,
) -> Vec<Suggestion> {
    let for_headlines = headlines.len().min(limit / 3);
    let for_words = words.len().min(limit / 5);
    names.truncate(limit - for_headlines - for_words);
    words.truncate(limit - for_headlines - names.len());
    headlines.truncate(limit - names.len() - words.len());
    names.into_iter().chain(words).chain(headlines).collect()
}

fn names(archive: &dyn Archive, typing: &mut Typing, limit: usize) -> Result<Vec<Suggestion>, Error> {
    let starts = typing.starts(List::Names, List::NamesBySound);
    let mut seen = HashSet::new();
    let completions = archive.complete(&starts, WEIGHED, STEPS)?;
    let names = weighed(completions, typing)
        .into_iter()
        .filter_map(|Completion { entity, articles, .. }| {
            let (kind, id, _) = entity?;
            if !seen.insert((kind, id.clone())) {
                return None;
            }
            let text = archive.gazetteer().name_of(kind, &id)?.to_owned();
            Some(named(kind, id, text, articles))
        })
        .take(limit);
    Ok(names.collect())
}

const fn named(kind: EntityKind, id: String, text: String, articles: u64) -> Suggestion {
    Suggestion {
        text,
        kind: kind.as_str(),
        id: Some(id),
        articles,
    }
}

/// Completions that spell what was typed, by how often they are met times how likely they are typed so.
fn weighed(completions: Vec<Completion>, typing: &mut Typing) -> Vec<Completion> {
    let mut costed: Vec<(u32, Completion)> = completions
        .into_iter()
        .filter_map(|completion| Some((typing.cost(&completion.form)?, completion)))
        .collect();
    let best = costed.iter().map(|(cost, _)| *cost).min().unwrap_or(0);
    costed.retain(|(cost, _)| *cost <= best + BEHIND);
    let weight = |(cost, completion): &(u32, Completion)| {
        let part = completion.entity.as_ref().map_or(Part::Whole, |(_, _, part)| *part);
        (completion.articles as f64).ln() - f64::from(*cost + cost_of(part)) / 10.0
    };
    costed.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then_with(|| a.1.form.cmp(&b.1.form)));
    costed.into_iter().map(|(_, completion)| completion).collect()
}

/// What it costs to mean an entity by a part of its name, or by another (tenths of a nat): શાહ is more
/// often શાહરૂખ than somebody called so by the third of his names.
const fn cost_of(part: Part) -> u32 {
    match part {
        Part::Whole => 0,
        Part::Rest => 8,
        Part::Other => 30,
    }
}

/// What the last word can become, the likeliest first.
fn words(archive: &dyn Archive, typing: &mut Typing, limit: usize) -> Result<Vec<Candidate>, Error> {
    let mut last = typing.last_alone();
    let starts = last.starts(List::Words, List::WordsBySound);
    let mut found: Vec<Candidate> = Vec::new();
    for completion in weighed(archive.complete(&starts, WEIGHED, STEPS)?, &mut last) {
        if found.len() < limit && found.iter().all(|known| known.form != completion.form) {
            found.push(Candidate {
                form: completion.form,
                articles: completion.articles,
            });
        }
    }
    if found.len() < limit {
        add_forms(archive.words(), &mut last, &mut found);
    }
    found.truncate(limit);
    Ok(found)
}

/// Forms that begin as typed where their lemma is shown as another form, or not listed: an inflected word
/// typed nearly to its end, a word of one article.
fn add_forms(known: &dyn WordSource, last: &mut Typing, found: &mut Vec<Candidate>) {
    let lemma_of = |form: &str| keys(form).lemmas.into_iter().next().map(|lemma| lemma.key);
    let mut seen: HashSet<String> = found.iter().filter_map(|candidate| lemma_of(&candidate.form)).collect();
    let mut forms = last.forms(known, FORMS);
    forms.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.form.cmp(&b.form)));
    for FormEntry { form, articles, .. } in forms {
        let keys = keys(&form);
        let Some(lemma) = keys.lemmas.first().filter(|_| !keys.is_stop && articles > 0) else {
            continue;
        };
        if !seen.insert(lemma.key.clone()) {
            continue;
        }
        let mates = known.with_key(&Key::lemma(&lemma.key));
        let articles = mates.iter().map(|mate| u64::from(mate.articles)).sum();
        found.push(Candidate { form, articles });
    }
}
