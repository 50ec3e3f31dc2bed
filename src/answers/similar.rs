//! Similar articles: what else is told of the same.
//!
//! Takes the id of an article, gives the articles that share most of what it is about: its rare words, in all their
//! inflections, and who and what it mentions. The score of a hit is its likeness, from 0 to 1: its score for these
//! words as a share of the article's own.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Answer;
use super::show::Show;
use crate::analysis::{Kind, keys, tokens};
use crate::article::Field;
use crate::entities::EntityKind;
use crate::index::Key;
use crate::query::{Clause, Marker, Tier, WordClause, every_form};
use crate::retrieval::{Archive, ArticleKey, Deadline, Error, Request, Row, Scored, StoredArticle, planned_filters};

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
pub fn similar(archive: &dyn Archive, id: &str, request: &Request) -> Result<Answer, Error> {
    let own = archive.key_of(id)?.ok_or_else(|| Error::NoArticle(id.to_owned()))?;
    let stored = archive.article(own)?;
    let (filters, notices) = planned_filters(archive, &request.filters)?;
    let words = about(archive, &stored);
    let marker = Marker::new(&words);
    let plain = archive.every(&words, Deadline::never())?;
    let most = plain
        .iter()
        .find(|scored| scored.key == own)
        .map_or(1.0, |own| own.score);
    let matching = if filters.is_empty() {
        plain
    } else {
        archive.every(&Clause::All([vec![words], filters].concat()), Deadline::never())?
    };
    let (rows, stories) = told(archive, alike(matching, own, most), own, request)?;
    let total = rows.len() as u64;
    let page = rows.into_iter().skip(request.offset).take(request.limit.most());
    let mut show = Show::new(archive, &marker);
    Ok(Answer {
        query: id.to_owned(),
        total,
        stories,
        took_ms: 0.0,
        notices,
        expansions: Vec::new(),
        unsearched: Vec::new(),
        hits: page.map(|row| show.hit(row, false)).collect::<Result<_, _>>()?,
    })
}

/// The articles that are alike enough, the most alike first; the article itself left out.
fn alike(mut like: Vec<Scored>, own: ArticleKey, most: f32) -> Vec<Scored> {
    like.iter_mut()
        .for_each(|scored| scored.score /= most.max(f32::MIN_POSITIVE));
    like.retain(|scored| scored.score >= LEAST && scored.key != own);
    like.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.key.cmp(&b.key)));
    like
}

/// The rows, and how many stories they tell where each is told once: copies of the article itself are no rows then.
fn told(
    archive: &dyn Archive,
    like: Vec<Scored>,
    own: ArticleKey,
    request: &Request,
) -> Result<(Vec<Row>, Option<u64>), Error> {
    let row = |scored: Scored, copies| Row {
        key: scored.key,
        score: scored.score,
        copies,
        explanation: None,
    };
    if !request.stories {
        return Ok((like.into_iter().map(|scored| row(scored, None)).collect(), None));
    }
    let mut keys: Vec<ArticleKey> = like.iter().map(|scored| scored.key).collect();
    keys.sort_unstable();
    let numbers: FxHashMap<ArticleKey, u64> = keys.iter().copied().zip(archive.stories(&keys)?).collect();
    let own_story = archive.stories(&[own])?.first().copied();
    let story_of = |scored: &Scored| numbers.get(&scored.key).copied();
    let mut articles: FxHashMap<Option<u64>, u64> = FxHashMap::default();
    like.iter()
        .for_each(|scored| *articles.entry(story_of(scored)).or_default() += 1);
    let mut seen = FxHashSet::from_iter([own_story]);
    let firsts = like.into_iter().filter(|scored| seen.insert(story_of(scored)));
    let rows: Vec<Row> = firsts
        .map(|scored| row(scored, articles.get(&story_of(&scored)).map(|count| count - 1)))
        .collect();
    let stories = rows.len() as u64;
    Ok((rows, Some(stories)))
}

/// The words and names that say what an article is about.
fn about(archive: &dyn Archive, stored: &StoredArticle) -> Clause {
    let mut counts: FxHashMap<String, (f32, String)> = FxHashMap::default();
    for field in Field::OWN {
        let weight = if field == Field::Headline { HEADLINE } else { 1.0 };
        for token in
            tokens(field.of(&stored.article)).filter(|token| matches!(token.kind, Kind::Gujarati | Kind::Latin))
        {
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
            let entries = archive.words().with_key(&Key::lemma(&lemma));
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
    let mentions = EntityKind::ALL
        .into_iter()
        .flat_map(|kind| stored.ids(kind).iter().map(move |id| (kind, id)));
    let names = mentions.map(|(kind, id)| {
        let name = archive.gazetteer().shown_name(kind, id);
        let mut word = every_form(&name, 1.0, Vec::new(), Tier::Alias);
        word.entities.push((kind, id.clone()));
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
