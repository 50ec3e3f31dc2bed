//! A shelf: an archive of about a hundred lines that keeps its articles in memory and reads them all for each question.

use std::collections::{BTreeMap, HashMap, HashSet};

use khabar::analysis::{Lexis, tokens};
use khabar::article::{Article, Field, FieldSet, day_number};
use khabar::entities::{EntityKind, Gazetteer, Recogniser, ids_by_weight};
use khabar::index::word_source::keys_to_hold;
use khabar::index::{Completion, FormEntry, Key, WordSource};
use khabar::query::{Clause, PhraseClause, WordClause};
use khabar::retrieval::archive::{HeadlineWords, Headlines};
use khabar::retrieval::{Archive, ArticleKey, Column, Deadline, Error, ResultPage, Row, Scored, Search, StoredArticle};

/// The forms of one text of an article with their positions.
type Text = (Field, Vec<(u32, String)>);

pub(super) struct Shelf {
    articles: Vec<(StoredArticle, Vec<Text>)>,
    words: Words,
    gazetteer: Gazetteer,
}

#[derive(Default)]
struct Words {
    forms: BTreeMap<String, FormEntry>,
    keys: HashMap<String, Vec<String>>,
}

impl Shelf {
    pub(super) fn new(articles: Vec<Article>) -> Self {
        let gazetteer = Gazetteer::shipped().unwrap();
        let mut recogniser = Recogniser::new(&gazetteer);
        let stored = articles.into_iter().zip(0..).map(|(article, story)| {
            let mentions = recogniser.mentions(&article);
            let entities = EntityKind::ALL.map(|kind| ids_by_weight(&gazetteer, &mentions, kind));
            let texts = Field::ALL
                .into_iter()
                .flat_map(|field| field.texts(&article).map(move |text| (field, text)));
            let forms = |text| {
                tokens(text)
                    .map(|token| (token.position, token.form.into_owned()))
                    .collect()
            };
            let texts = texts.map(|(field, text)| (field, forms(text))).collect();
            (
                StoredArticle {
                    article,
                    entities,
                    story,
                },
                texts,
            )
        });
        let articles: Vec<_> = stored.collect();
        let words = Words::of(&articles);
        Self {
            articles,
            words,
            gazetteer,
        }
    }

    fn holds(&self, at: usize, clause: &Clause) -> bool {
        let (stored, texts) = &self.articles[at];
        let day = stored.article.date.map(day_number);
        match clause {
            Clause::Word(word) => holds_word(stored, texts, word),
            Clause::Entity(kind, ids) => ids.iter().any(|id| stored.ids(*kind).contains(id)),
            Clause::Category(slugs) => stored
                .article
                .category
                .iter()
                .any(|one| slugs.iter().any(|s| s == one.as_str())),
            Clause::Source(source) => stored.article.source.as_ref() == Some(source),
            Clause::Dates(from, to) => {
                day.is_some_and(|day| from.is_none_or(|f| f <= day) && to.is_none_or(|t| day <= t))
            }
            Clause::AddedAfter(run) => *run < 1,
            Clause::All(parts) => parts.iter().all(|part| is_optional(part) || self.holds(at, part)),
            Clause::Any(parts) | Clause::OneOf(parts) => parts.iter().any(|part| self.holds(at, part)),
            Clause::Not(inner) => !self.holds(at, inner),
            Clause::Nothing => false,
        }
    }

    fn rows(&self, search: &Search<'_>, fits: impl Fn(usize) -> bool) -> Vec<Row> {
        let mut found: Vec<usize> = (0..self.articles.len()).filter(|&at| fits(at)).collect();
        found.sort_by_key(|&at| std::cmp::Reverse(self.articles[at].0.article.date));
        let score = if search.has_words { 1.0 } else { 0.0 };
        let row = |at| Row {
            key: ArticleKey(at as u64),
            score,
            copies: None,
            explanation: None,
        };
        found.into_iter().map(row).collect()
    }
}

fn is_optional(clause: &Clause) -> bool {
    matches!(clause, Clause::Word(word) if word.optional)
}

fn holds_word(stored: &StoredArticle, texts: &[Text], word: &WordClause) -> bool {
    let mut asked = texts
        .iter()
        .filter(|(field, _)| word.fields.has(*field))
        .map(|(_, forms)| forms);
    let has_form = |forms: &Vec<(u32, String)>| {
        forms
            .iter()
            .any(|(_, form)| word.slot.forms.iter().any(|wanted| wanted.entry.form == *form))
    };
    let has_run = |forms: &Vec<(u32, String)>| word.phrases.iter().any(|phrase| runs(forms, phrase));
    let is_mentioned = word.entities.iter().any(|(kind, id)| stored.ids(*kind).contains(id));
    is_mentioned || asked.any(|forms| has_form(forms) || has_run(forms))
}

/// Whether a position of each slot follows on one of the slot before.
fn runs(forms: &[(u32, String)], phrase: &PhraseClause) -> bool {
    let places = |slot: usize| {
        let has = move |form: &String| phrase.slots[slot].forms.iter().any(|wanted| wanted.entry.form == *form);
        forms.iter().filter(move |(_, form)| has(form)).map(|(place, _)| *place)
    };
    places(0).any(|first| {
        (1..phrase.slots.len())
            .try_fold(first, |last, slot| {
                places(slot).find(|&place| place > last && place <= last + 1 + phrase.slop)
            })
            .is_some()
    })
}

impl Archive for Shelf {
    fn words(&self) -> &dyn WordSource {
        &self.words
    }
    fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
    fn article_count(&self) -> u64 {
        self.articles.len() as u64
    }
    fn last_run(&self) -> Result<u64, Error> {
        Ok(1)
    }
    fn page(&self, search: &Search<'_>) -> Result<ResultPage, Error> {
        let mut rows = self.rows(search, |at| self.holds(at, search.plan));
        let held = rows.len();
        let page = search.request.offset
            ..search
                .request
                .offset
                .saturating_add(search.request.limit.most())
                .min(held);
        rows.truncate(page.end);
        Ok(ResultPage {
            rows: rows.split_off(page.start.min(rows.len())),
            relaxed_from: held.saturating_sub(page.start),
            held: held as u64,
            total: held as u64,
            ..ResultPage::default()
        })
    }
    fn every(&self, plan: &Clause, _: &Deadline<'_>) -> Result<Vec<Scored>, Error> {
        let found = (0..self.articles.len()).filter(|&at| self.holds(at, plan));
        Ok(found
            .map(|at| Scored {
                key: ArticleKey(at as u64),
                score: 1.0,
            })
            .collect())
    }
    fn key_of(&self, id: &str) -> Result<Option<ArticleKey>, Error> {
        let place = self
            .articles
            .iter()
            .position(|(stored, _)| stored.article.id.as_str() == id);
        Ok(place.map(|at| ArticleKey(at as u64)))
    }
    fn article(&self, key: ArticleKey) -> Result<StoredArticle, Error> {
        let stored = self.articles.get(key.0 as usize);
        stored
            .map(|(stored, _)| stored.clone())
            .ok_or_else(|| Error::NoArticle(key.0.to_string()))
    }
    fn all_values(&self, column: Column) -> Result<Vec<(String, u64)>, Error> {
        let keys: Vec<ArticleKey> = (0..self.articles.len()).map(|at| ArticleKey(at as u64)).collect();
        Ok(self.values(column, &keys)?.counts)
    }
    fn headlines(&self, words: HeadlineWords<'_>) -> Result<Headlines, Error> {
        Ok(Headlines {
            pairs: vec![0; words.last.len()],
            newest: Vec::new(),
        })
    }
    fn complete(&self, _: &[String], _: usize, _: usize) -> Result<Vec<Completion>, Error> {
        Ok(Vec::new())
    }
}

impl Words {
    fn of(articles: &[(StoredArticle, Vec<Text>)]) -> Self {
        let mut words = Self::default();
        for (_, texts) in articles {
            let mut seen = HashSet::new();
            for (field, (_, form)) in texts
                .iter()
                .flat_map(|(field, forms)| forms.iter().map(move |form| (field, form)))
            {
                let fields = FieldSet::empty();
                let new = || FormEntry {
                    form: form.clone(),
                    ordinal: 0,
                    articles: 0,
                    fields,
                };
                let entry = words.forms.entry(form.clone()).or_insert_with(new);
                entry.fields.insert((*field).into());
                entry.articles += u32::from(*field != Field::Related && seen.insert(form));
            }
        }
        let mut lexis = Lexis::default();
        for (ordinal, (form, entry)) in (0..).zip(&mut words.forms) {
            entry.ordinal = ordinal;
            for key in keys_to_hold(form, &mut lexis) {
                words
                    .keys
                    .entry(key.as_str().to_owned())
                    .or_default()
                    .push(form.clone());
            }
        }
        words
    }
}

impl WordSource for Words {
    fn form(&self, form: &str) -> Option<FormEntry> {
        self.forms.get(form).cloned()
    }
    fn with_key(&self, key: &Key) -> Vec<FormEntry> {
        let forms = self.keys.get(key.as_str()).into_iter().flatten();
        forms.filter_map(|form| self.form(form)).collect()
    }
    fn with_keys_beginning(&self, key: &Key, limit: usize) -> Vec<FormEntry> {
        let keys = self.keys.iter().filter(|(other, _)| other.starts_with(key.as_str()));
        let forms = keys.flat_map(|(_, forms)| forms).take(limit);
        forms.filter_map(|form| self.form(form)).collect()
    }
    fn starting_with(&self, prefix: &str, limit: usize) -> (Vec<FormEntry>, bool) {
        let all = self.forms.range(prefix.to_owned()..).map(|(_, entry)| entry);
        let mut found: Vec<FormEntry> = all
            .take_while(|entry| entry.form.starts_with(prefix))
            .cloned()
            .collect();
        let more = found.len() > limit;
        found.truncate(limit);
        (found, more)
    }
    fn walk(&self, visit: &mut dyn FnMut(&str, usize) -> Option<usize>) {
        for form in self.forms.keys() {
            if visit(form, 0) == Some(0) {
                return;
            }
        }
    }
}
