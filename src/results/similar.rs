//! Similar articles: what else is told of the same.
//!
//! Takes the id of an article, gives the articles that share most of what it is about: its rare words, in all their
//! inflections, and who and what it mentions. The score of a hit is its likeness, from 0 to 1: its score for these
//! words as a share of the article's own.

use rustc_hash::FxHashMap;
use tantivy::DocAddress;

use super::deadline::Deadline;
use super::evaluate::{Gathered, Scored, gather};
use super::filters::filter_clauses;
use super::mark::Marker;
use super::search::{Limit, Request};
use super::stories::Told;
use super::{Answer, Error, show};
use crate::analysis::{Kind, keys, tokens};
use crate::article::{Article, Field};
use crate::entities::EntityKind;
use crate::index::{Key, Known, Reader};
use crate::query::correct::Corrected;
use crate::query::lower::{Context, every_form};
use crate::query::{Clause, Tier, WordClause};

/// So many words say what an article is about; more make the search slow and the list no better.
const WORDS: usize = 24;

/// A word in the headline counts as often as this many in the body.
const HEADLINE: f32 = 3.0;

/// Articles less alike than this have a few words in common by chance.
const LEAST: f32 = 0.15;

/// The articles like the one with an id, the most alike first. Of the request filters, limit, offset and
/// `stories` count. The time is for the caller to fill in.
///
/// # Errors
/// [`Error::NoArticle`] where no article has the id; those of [`super::search()`] for filters.
pub fn similar(reader: &Reader, id: &str, request: &Request) -> Result<Answer, Error> {
    let corrected = Corrected::new();
    let context = Context {
        known: &reader.vocabulary,
        gazetteer: &reader.gazetteer,
        exact: false,
        translate: false,
        corrected: &corrected,
        is_over: Deadline::never().half(),
    };
    let (own, article, mentions) = show::find(reader, id)?;
    let mut notices = Vec::new();
    let filters = filter_clauses(reader, &request.filters, context, &mut notices)?;
    let words = about(reader, &article, &mentions);
    let marker = Marker::new(&words);
    let plain = gather(reader, words.clone(), Deadline::never())?;
    let most = plain
        .every()
        .iter()
        .find(|scored| scored.address == own)
        .map_or(1.0, |own| own.score);
    let gathered = if filters.is_empty() {
        plain
    } else {
        gather(reader, Clause::All([vec![words], filters].concat()), Deadline::never())?
    };
    let like = alike(&gathered, own, most);
    let (rows, stories, copies) = told(&gathered, like, own, request)?;
    let wanted = match request.limit {
        Limit::Count(count) => request.offset.saturating_add(count),
        Limit::All => usize::MAX,
    };
    let page = request.offset.min(rows.len())..wanted.min(rows.len());
    let total = rows.len() as u64;
    let copies = copies.get(page.clone()).unwrap_or_default();
    let rows = rows.get(page.clone()).unwrap_or_default();
    let mut show = show::Show::new(reader, &marker);
    let mut hits = rows
        .iter()
        .map(|&row| show.hit(row, false))
        .collect::<Result<Vec<_>, _>>()?;
    hits.iter_mut()
        .zip(copies)
        .for_each(|(hit, &copies)| hit.same_story = Some(copies));
    Ok(Answer {
        id: None,
        query: id.to_owned(),
        total,
        last_run: 0,
        stories,
        took_ms: 0.0,
        notices,
        expansions: Vec::new(),
        hits,
    })
}

/// The articles that are alike enough, the most alike first; the article itself left out.
fn alike(gathered: &Gathered<'_>, own: DocAddress, most: f32) -> Vec<Scored> {
    let mut like = gathered.every();
    like.iter_mut()
        .for_each(|scored| scored.score /= most.max(f32::MIN_POSITIVE));
    like.retain(|scored| scored.score >= LEAST && scored.address != own);
    like.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.address.cmp(&b.address)));
    like
}

/// Rows, how many stories they tell and the copies of each; copies of the article itself are no rows then.
type Rows = (Vec<Scored>, Option<u64>, Vec<u64>);

fn told(gathered: &Gathered<'_>, like: Vec<Scored>, own: DocAddress, request: &Request) -> Result<Rows, Error> {
    if !request.stories {
        return Ok((like, None, Vec::new()));
    }
    let mut told = Told::new(gathered)?;
    let own = [Scored {
        address: own,
        score: 1.0,
    }];
    told.count(&own);
    told.tell(&own);
    told.count(&like);
    let rows = told.tell(&like);
    let copies = told.copies(&rows);
    Ok((rows, Some(told.stories() - 1), copies))
}

/// The words and names that say what an article is about.
fn about(reader: &Reader, article: &Article, mentions: &[(EntityKind, String)]) -> Clause {
    let mut counts: FxHashMap<String, (f32, String)> = FxHashMap::default();
    for field in Field::STORY {
        let weight = if field == Field::Headline { HEADLINE } else { 1.0 };
        for token in tokens(field.of(article)).filter(|token| matches!(token.kind, Kind::Gujarati | Kind::Latin)) {
            let word = keys(&token.form);
            if let Some(lemma) = word.lemmas.first().filter(|_| !word.is_stop) {
                let entry = counts.entry(lemma.key.clone());
                entry.or_insert_with(|| (0.0, token.form.into_owned())).0 += weight;
            }
        }
    }
    let mut words: Vec<(f32, WordClause)> = counts
        .into_iter()
        .filter_map(|(lemma, (count, form))| {
            let entries = reader.vocabulary.with_key(&Key::lemma(&lemma));
            let articles: u32 = entries.iter().map(|entry| entry.articles).sum();
            // what no other article has, none can share
            (articles > 1).then(|| {
                let boost = 1.0 + count.ln();
                (boost / articles as f32, every_form(&form, boost, entries, Tier::Exact))
            })
        })
        .collect();
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.label.cmp(&b.1.label)));
    words.truncate(WORDS);
    let names = mentions.iter().map(|(kind, id)| {
        let name = reader.gazetteer.shown_name(*kind, id);
        let mut word = every_form(&name, 1.0, Vec::new(), Tier::Alias);
        word.entities.push((*kind, id.clone()));
        Clause::Word(word)
    });
    Clause::Any(
        words
            .into_iter()
            .map(|(_, word)| Clause::Word(word))
            .chain(names)
            .collect(),
    )
}
