//! Lowering: the tree becomes a plan over the terms of the index.
//!
//! Takes the tree, the vocabulary and the gazetteer, gives clauses: for each word the forms it stands for,
//! for a name of the gazetteer the name and the entity, for words that may be written together or apart
//! both ways. The plan is plain data; `results` runs it.

use super::dates::{parse_period, parse_range};
use super::expand::{Expansion, MAX_FORMS, Tier, expand};
use super::joins;
use super::plan::{Clause, PhraseClause, Plan, Slot, WordClause};
use super::syntax::{FilterKind, FilterNode, Notice, NoticeKind, Tree, WordNode};
use super::translate::translations;
use crate::analysis::{Kind, Token, is_stop, keys, tokens};
use crate::entities::{Entity, EntityKind, Field, Gazetteer, Strength};
use crate::index::schema::bit;
use crate::index::{FormEntry, Key, Known};

/// What lowering asks of its surroundings.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The words of the index.
    pub known: &'c dyn Known,
    /// The names.
    pub gazetteer: &'c Gazetteer,
    /// No expansion at all.
    pub exact: bool,
    /// English words may be translated.
    pub translate: bool,
}

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context")
            .field("exact", &self.exact)
            .finish_non_exhaustive()
    }
}

/// Makes the plan of a tree.
#[must_use]
pub fn lower(tree: Option<&Tree>, context: Context<'_>) -> Plan {
    let mut lowering = Lowering {
        context,
        notices: Vec::new(),
    };
    let clause = tree.map(|tree| lowering.tree(tree));
    Plan {
        clause: clause.map(need_something),
        notices: lowering.notices,
    }
}

/// A query of stop words only needs them all.
fn need_something(mut clause: Clause) -> Clause {
    let words: &mut [Clause] = match &mut clause {
        Clause::All(parts) => parts,
        single => std::slice::from_mut(single),
    };
    if words
        .iter()
        .all(|part| matches!(part, Clause::Word(WordClause { optional: true, .. })))
    {
        for part in words {
            if let Clause::Word(word) = part {
                word.optional = false;
            }
        }
    }
    clause
}

const STORY_FIELDS: u8 =
    1 << bit(Field::Headline) | 1 << bit(Field::HeadlineLatin) | 1 << bit(Field::Summary) | 1 << bit(Field::Body);

/// A token of the query with the node that it came from.
struct QueryToken {
    token: Token<'static>,
    text: String,
    boost: f32,
    /// Glued to the token before: 10.30, G20ની.
    glued: bool,
}

struct Lowering<'c> {
    context: Context<'c>,
    notices: Vec<Notice>,
}

impl Lowering<'_> {
    fn tree(&mut self, tree: &Tree) -> Clause {
        match tree {
            Tree::Word(node) if is_plain(node, self.context.exact) => self.words(std::slice::from_ref(node)),
            Tree::Word(node) if node.prefix => self.prefix(node),
            Tree::Word(node) | Tree::Phrase(node) => self.phrase(node),
            Tree::Filter(node) => self.filter(node),
            Tree::All(parts) => self.conjunction(parts),
            Tree::Any(parts) => Clause::Any(parts.iter().map(|part| need_something(self.tree(part))).collect()),
            Tree::Not(inner) => Clause::Not(Box::new(need_something(self.tree(inner)))),
        }
    }

    /// Runs of plain words are lowered together, so that names and joins over several words are seen.
    fn conjunction(&mut self, parts: &[Tree]) -> Clause {
        let mut clauses = Vec::with_capacity(parts.len());
        let mut run: Vec<WordNode> = Vec::new();
        for part in parts {
            match part {
                Tree::Word(node) if is_plain(node, self.context.exact) => run.push(node.clone()),
                other => {
                    self.end_run(&mut run, &mut clauses);
                    let clause = self.tree(other);
                    clauses.push(clause);
                }
            }
        }
        self.end_run(&mut run, &mut clauses);
        flatten(clauses)
    }

    fn end_run(&mut self, run: &mut Vec<WordNode>, clauses: &mut Vec<Clause>) {
        if !run.is_empty() {
            let words = std::mem::take(run);
            clauses.push(self.words(&words));
        }
    }

    /// Plain words: names of the gazetteer first, then single words with their joins.
    fn words(&mut self, nodes: &[WordNode]) -> Clause {
        let query: Vec<QueryToken> = nodes.iter().flat_map(query_tokens).collect();
        let mut clauses: Vec<Clause> = Vec::new();
        let mut at = 0;
        while at < query.len() {
            let (clause, count) = self
                .name_at(&query, at)
                .or_else(|| self.glued_at(&query, at))
                .unwrap_or_else(|| self.word_at(&query, at));
            clauses.push(clause);
            at += count.max(1);
        }
        flatten(clauses)
    }

    /// The longest name of the gazetteer that begins here. A name of several words counts as one word.
    fn name_at(&self, query: &[QueryToken], at: usize) -> Option<(Clause, usize)> {
        let longest = (query.len() - at).min(6);
        for count in (1..=longest).rev() {
            let run = query.get(at..at + count)?;
            if count == 1 && is_stop(&keys(&run[0].token.form).fold) {
                continue;
            }
            let text = run.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
            let mut entities = self.named_by(&text);
            if entities.is_empty() {
                entities = self.named_by_sound(run);
            }
            if entities.is_empty() {
                continue;
            }
            return Some((self.name_clause(run, &text, &entities), count));
        }
        None
    }

    /// The entities of which this is surely the name.
    fn named_by(&self, text: &str) -> Vec<Entity> {
        let bearers = self.context.gazetteer.bearers(text);
        let sure = bearers.iter().filter(|bearer| bearer.strength == Strength::Name);
        sure.filter_map(|bearer| self.context.gazetteer.entity(bearer.entity))
            .collect()
    }

    /// The entities whose Gujarati name is typed so in Latin letters.
    fn named_by_sound(&self, run: &[QueryToken]) -> Vec<Entity> {
        if run.iter().any(|part| part.token.kind != Kind::Latin) {
            return Vec::new();
        }
        let words: Vec<&str> = run.iter().map(|part| part.token.form.as_ref()).collect();
        let bearers = self.context.gazetteer.sounding_like(&words);
        bearers
            .iter()
            .filter_map(|bearer| self.context.gazetteer.entity(bearer.entity))
            .collect()
    }

    fn name_clause(&self, run: &[QueryToken], text: &str, entities: &[Entity]) -> Clause {
        let mut word = self.word_clause(text, run.first().map_or(1.0, |part| part.boost));
        let slots: Vec<Slot> = run.iter().map(|part| self.slot(&part.token.form)).collect();
        match <[Slot; 1]>::try_from(slots) {
            Ok([slot]) => word.slot = slot,
            Err(slots) => {
                word.phrases.push(PhraseClause {
                    slots,
                    slop: 0,
                    tier: Tier::Exact,
                });
                self.add_joined(&run.iter().collect::<Vec<_>>(), &mut word);
            }
        }
        if let [single] = run {
            self.add_split(&single.token, &mut word);
        }
        for entity in entities {
            word.entities.push((entity.kind, entity.id.clone()));
            self.add_aliases(entity, text, &mut word);
        }
        Clause::Word(word)
    }

    /// The other names of an entity, as runs of words: they mark what matched, and find a name that the
    /// recogniser left undecided.
    fn add_aliases(&self, entity: &Entity, text: &str, word: &mut WordClause) {
        for form in self.context.gazetteer.forms(entity.kind, &entity.id) {
            if form == text {
                continue;
            }
            let parts: Vec<Token<'_>> = tokens(form).collect();
            if let [single] = parts.as_slice() {
                let keys = keys(&single.form);
                let found = keys
                    .lemmas
                    .first()
                    .map(|lemma| self.context.known.with_key(&Key::lemma(&lemma.key)))
                    .unwrap_or_default();
                for entry in found {
                    if !word.slot.forms.iter().any(|known| known.entry.form == entry.form) {
                        word.slot.forms.push(Expansion {
                            entry,
                            tier: Tier::Alias,
                            weight: Tier::Alias.weight(),
                        });
                    }
                }
            }
        }
        word.slot.forms.truncate(MAX_FORMS);
    }

    /// Tokens written without a space between are a phrase: 10.30, GJ-01, G20ની.
    fn glued_at(&self, query: &[QueryToken], at: usize) -> Option<(Clause, usize)> {
        let count = 1 + query.get(at + 1..)?.iter().take_while(|part| part.glued).count();
        let needed: Vec<&QueryToken> = query
            .get(at..at + count)?
            .iter()
            .filter(|part| !is_stop(&keys(&part.token.form).fold))
            .collect();
        if needed.len() < 2 {
            return None;
        }
        let label: String = needed
            .iter()
            .map(|part| part.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let mut word = self.word_clause(&label, needed.first().map_or(1.0, |part| part.boost));
        let slots: Vec<Slot> = needed.iter().map(|part| self.slot(&part.token.form)).collect();
        word.phrases.push(PhraseClause {
            slots,
            slop: 0,
            tier: Tier::Exact,
        });
        self.add_joined(&needed, &mut word);
        Some((Clause::Word(word), count))
    }

    /// One word; with the next one where both together are a word of the index too.
    fn word_at(&self, query: &[QueryToken], at: usize) -> (Clause, usize) {
        let Some(part) = query.get(at) else {
            return (Clause::Nothing, 1);
        };
        let first = self.single(part);
        let Some(next) = query.get(at + 1).filter(|next| !next.glued) else {
            return (Clause::Word(first), 1);
        };
        let initials = initials_run(query, at);
        let parts: Vec<&QueryToken> = query.get(at..at + initials.max(2)).unwrap_or_default().iter().collect();
        let mut joined = self.word_clause(
            &parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" "),
            part.boost,
        );
        self.add_joined(&parts, &mut joined);
        let is_joinable =
            !joined.slot.forms.is_empty() && (initials > 1 || !(first.optional || self.single(next).optional));
        if !is_joinable {
            return (Clause::Word(first), 1);
        }
        let apart = parts.iter().map(|part| Clause::Word(self.single(part))).collect();
        (Clause::Any(vec![Clause::All(apart), Clause::Word(joined)]), parts.len())
    }

    fn single(&self, part: &QueryToken) -> WordClause {
        let mut word = self.word_clause(&part.text, part.boost);
        word.slot = self.slot(&part.token.form);
        word.optional = is_stop(&keys(&part.token.form).fold);
        self.add_split(&part.token, &mut word);
        let is_unread = word.slot.forms.is_empty() && word.phrases.is_empty();
        if self.context.translate && is_unread && part.token.kind == Kind::Latin {
            self.add_translations(&part.token.form, &mut word);
        }
        word
    }

    /// The Gujarati words of an English one that the index knows in no other way.
    fn add_translations(&self, form: &str, word: &mut WordClause) {
        for gujarati in translations(form) {
            let parts: Vec<Token<'_>> = tokens(gujarati).collect();
            let mut slots: Vec<Slot> = parts
                .iter()
                .map(|part| Slot {
                    forms: alias_forms(self.lemma_forms(&part.form)),
                })
                .collect();
            if slots.len() > 1 {
                word.phrases.push(PhraseClause {
                    slots,
                    slop: 0,
                    tier: Tier::Alias,
                });
            } else if let Some(slot) = slots.pop() {
                word.slot.forms.extend(slot.forms);
            }
        }
        word.slot.forms.truncate(MAX_FORMS);
    }

    fn lemma_forms(&self, form: &str) -> Vec<FormEntry> {
        let lemma = keys(form).lemmas.into_iter().next();
        lemma
            .map(|lemma| self.context.known.with_key(&Key::lemma(&lemma.key)))
            .unwrap_or_default()
    }

    fn word_clause(&self, label: &str, boost: f32) -> WordClause {
        WordClause {
            label: label.to_owned(),
            slot: Slot::default(),
            phrases: Vec::new(),
            entities: Vec::new(),
            fields: STORY_FIELDS,
            boost,
            optional: false,
        }
    }

    fn slot(&self, form: &str) -> Slot {
        let mut forms = expand(form, self.context.known, self.context.exact);
        forms.truncate(MAX_FORMS);
        Slot { forms }
    }

    /// The parts written together, where the index has such a word.
    fn add_joined(&self, parts: &[&QueryToken], word: &mut WordClause) {
        let tokens: Vec<&Token<'_>> = parts.iter().map(|part| &part.token).collect();
        let text: String = parts.iter().map(|part| part.text.as_str()).collect();
        word.slot
            .forms
            .extend(joins::together(&tokens, &text, self.context.known));
    }

    /// The word written apart, where the index has both parts.
    fn add_split(&self, token: &Token<'_>, word: &mut WordClause) {
        if !self.context.exact {
            word.phrases.extend(joins::apart(token, self.context.known));
        }
    }

    /// A phrase in quotes, a word with `=`, or a word of one field.
    fn phrase(&mut self, node: &WordNode) -> Clause {
        let exact = node.exact || self.context.exact;
        let parts: Vec<Token<'_>> = tokens(&node.text).collect();
        let mut slots: Vec<Slot> = parts
            .iter()
            .map(|token| Slot {
                forms: self.expand_for(&token.form, exact),
            })
            .collect();
        let mut word = self.word_clause(&node.text, node.boost);
        if let Some(field) = node.field {
            word.fields = 1 << bit(field);
        }
        match slots.len() {
            0 => return Clause::Nothing,
            1 => word.slot = slots.pop().unwrap_or_default(),
            _ => word.phrases.push(PhraseClause {
                slots,
                slop: node.slop,
                tier: Tier::Exact,
            }),
        }
        Clause::Word(word)
    }

    fn expand_for(&self, form: &str, exact: bool) -> Vec<Expansion> {
        let mut forms = expand(form, self.context.known, exact);
        forms.truncate(MAX_FORMS);
        forms
    }

    /// A beginning: the commonest forms that begin so.
    fn prefix(&mut self, node: &WordNode) -> Clause {
        let Some(token) = tokens(&node.text).last() else {
            return Clause::Nothing;
        };
        let (mut entries, more): (Vec<FormEntry>, bool) = self.context.known.starting_with(&token.form, 20 * MAX_FORMS);
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.articles));
        if more || entries.len() > MAX_FORMS {
            let message = format!(
                "‘{}*’ begins more words than are searched: the {MAX_FORMS} commonest are; write more letters",
                node.text
            );
            self.notices.push(Notice {
                kind: NoticeKind::Capped,
                message,
                start: node.byte_start,
                end: node.byte_end,
            });
        }
        entries.truncate(MAX_FORMS);
        let mut word = self.word_clause(&node.text, node.boost);
        if let Some(field) = node.field {
            word.fields = 1 << bit(field);
        }
        word.slot.forms = entries
            .into_iter()
            .map(|entry| Expansion {
                entry,
                tier: Tier::Exact,
                weight: 1.0,
            })
            .collect();
        Clause::Word(word)
    }

    fn filter(&mut self, node: &FilterNode) -> Clause {
        match node.kind {
            FilterKind::Entity(kind) => self.entity_filter(kind, node),
            FilterKind::Category => match crate::article::Category::parse(&node.value) {
                Some(category) => Clause::Category(vec![category.as_str().to_owned()]),
                None => Clause::Nothing,
            },
            FilterKind::Source => Clause::Source(node.value.clone()),
            FilterKind::Date | FilterKind::After | FilterKind::Before => self.date_filter(node),
        }
    }

    fn entity_filter(&mut self, kind: EntityKind, node: &FilterNode) -> Clause {
        let entities = self.context.gazetteer.resolve(kind, &node.value);
        if entities.len() > 1 {
            let names: Vec<&str> = entities.iter().map(|entity| entity.name.as_str()).collect();
            let message = format!("‘{}’ can mean {}; all are searched", node.value, names.join(", "));
            self.notices.push(Notice {
                kind: NoticeKind::Ambiguous,
                message,
                start: node.byte_start,
                end: node.byte_end,
            });
        }
        if !entities.is_empty() {
            return Clause::Entity(kind, entities.into_iter().map(|entity| entity.id.clone()).collect());
        }
        let what = kind.as_str();
        if kind == EntityKind::Country {
            let message = format!("no country is called ‘{}’: nothing can match it", node.value);
            self.notices.push(Notice {
                kind: NoticeKind::Unknown,
                message,
                start: node.byte_start,
                end: node.byte_end,
            });
            return Clause::Nothing;
        }
        let message = format!(
            "‘{}’ is no {what} of the gazetteer: searched as a name in the text",
            node.value
        );
        self.notices.push(Notice {
            kind: NoticeKind::Unknown,
            message,
            start: node.byte_start,
            end: node.byte_end,
        });
        name_search(&node.value, self)
    }

    fn date_filter(&mut self, node: &FilterNode) -> Clause {
        let range = match node.kind {
            FilterKind::After => parse_period(&node.value).map(|(from, _)| (Some(from), None)),
            FilterKind::Before => parse_period(&node.value).map(|(_, to)| (None, Some(to))),
            _ => parse_range(&node.value),
        };
        match range {
            Some((from, to)) => Clause::Dates(from, to),
            None => {
                let message = format!("‘{}’ is no date; write 2024, 2024-06 or 2024-06-19", node.value);
                self.notices.push(Notice {
                    kind: NoticeKind::Ignored,
                    message,
                    start: node.byte_start,
                    end: node.byte_end,
                });
                Clause::All(Vec::new())
            }
        }
    }
}

/// A name that the gazetteer lacks, searched as a phrase.
fn name_search(name: &str, lowering: &mut Lowering<'_>) -> Clause {
    let node = WordNode {
        text: name.to_owned(),
        byte_start: 0,
        byte_end: 0,
        exact: false,
        prefix: false,
        slop: 0,
        boost: 1.0,
        field: None,
    };
    lowering.phrase(&node)
}

/// The clause for a name that a filter gave and the gazetteer lacks.
#[must_use]
pub fn unknown_name(name: &str, context: Context<'_>) -> Clause {
    name_search(
        name,
        &mut Lowering {
            context,
            notices: Vec::new(),
        },
    )
}

fn alias_forms(entries: Vec<FormEntry>) -> Vec<Expansion> {
    let alias = |entry| Expansion {
        entry,
        tier: Tier::Alias,
        weight: Tier::Alias.weight(),
    };
    entries.into_iter().map(alias).collect()
}

fn is_plain(node: &WordNode, exact: bool) -> bool {
    !node.exact && !exact && !node.prefix && node.field.is_none()
}

fn flatten(clauses: Vec<Clause>) -> Clause {
    let mut flat = Vec::with_capacity(clauses.len());
    for clause in clauses {
        match clause {
            Clause::All(parts) => flat.extend(parts),
            other => flat.push(other),
        }
    }
    if flat.len() == 1 {
        flat.pop().unwrap_or(Clause::Nothing)
    } else {
        Clause::All(flat)
    }
}

fn query_tokens(node: &WordNode) -> Vec<QueryToken> {
    let mut last_kind = None;
    tokens(&node.text)
        .map(|token| {
            let text = node
                .text
                .get(token.byte_start..token.byte_end)
                .unwrap_or_default()
                .to_owned();
            // a sign is a word of its own on either side of its figure
            let glued = last_kind.is_some_and(|kind| kind != Kind::Sign) && token.kind != Kind::Sign;
            last_kind = Some(token.kind);
            let owned = Token {
                form: token.form.into_owned().into(),
                byte_start: token.byte_start,
                byte_end: token.byte_end,
                kind: token.kind,
                tight: token.tight,
            };
            QueryToken {
                token: owned,
                text,
                boost: node.boost,
                glued,
            }
        })
        .collect()
}

/// How many tokens from here on are single letter names (સી આર પાટીલ has two).
fn initials_run(query: &[QueryToken], at: usize) -> usize {
    let is_initial = |part: &&QueryToken| {
        part.token.kind == Kind::Gujarati
            && part
                .token
                .form
                .chars()
                .filter(|&c| !crate::script::is_dependent(c))
                .count()
                <= 2
            && super::letters::is_letter_name(&part.token.form)
    };
    query
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(is_initial)
        .count()
}
