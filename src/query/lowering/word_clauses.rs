//! Plain words: names, single words, and words that may be written together or apart.
//!
//! Takes the words of a query that stand after each other without operators, gives their clauses: the
//! longest name of the gazetteer first, then what is written without a space, then single words with the
//! word that they may make together with the next. What operators do is for [`super::phrases`].

use super::context::Context;
use super::dates::year_of;
use super::limits::Limits;
use super::query_tokens::{QueryToken, forms, initials_count, is_acronym, label, sequence_tokens, span_of};
use super::slots::{LONGEST_FORM, flatten, itself, one_of, slot, word_clause};
use super::terms;
use crate::analysis::{Kind, Token, tokens};
use crate::entities::{Entity, Strength};
use crate::query::expansion::{
    Evidence, Expansion, PhraseClause, Slot, Tier, abbreviation, compounds, inflections, is_english, joined, ordinals,
    translations,
};
use crate::query::plan::{Clause, WordClause};
use crate::query::syntax::WordNode;

/// The most words that a name is looked for in.
const LONGEST_NAME: usize = 6;

/// At most this many names of several words are searched for one.
const MOST_NAMES: usize = 4;

/// What another name is worth beside the one that is typed in Latin letters, in whatever inflection: irak is ઇરાકની before
/// મેસોપોટેમિયા.
const OTHER_NAME: f32 = 0.9;

/// The clause of a sequence of plain words; `is_after_word` says whether a word of the query stands before it.
pub(super) fn words(nodes: &[WordNode], is_after_word: bool, context: Context<'_>, limits: &mut Limits) -> Clause {
    let query = sequence_tokens(nodes, is_after_word);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut at = 0;
    while let Some(part) = query.get(at) {
        if !limits.is_open(context.is_over, &part.span) || part.token.form.len() > LONGEST_FORM {
            clauses.push(Clause::Word(as_typed(part, context)));
            at += 1;
            continue;
        }
        let mut words = Words { context, limits };
        let name = words.name_at(&query, at);
        if name.is_none() && part.is_passed_over {
            at += 1;
            continue;
        }
        let (clause, count) = words
            .term_at(&query, at, name.as_ref().map_or(1, |(_, count)| *count))
            .or(name)
            .or_else(|| words.adjacent_at(&query, at))
            .or_else(|| words.joined_at(&query, at))
            .or_else(|| words.joined_latin_at(&query, at))
            .or_else(|| words.year(part))
            .unwrap_or_else(|| (Clause::Word(words.single(part)), 1));
        if let (1, Clause::Word(word)) = (count, &clause) {
            limits.plan(&part.token.form, word);
        }
        limits.enter(&part.text, &clause, &part.span);
        clauses.push(clause);
        at += count;
    }
    flatten(clauses)
}

/// A word without anything that it could stand for.
fn as_typed(part: &QueryToken, context: Context<'_>) -> WordClause {
    WordClause {
        slot: itself(&part.token.form, context),
        optional: part.is_stop,
        span: part.span.clone(),
        ..word_clause(&part.text, part.boost)
    }
}

/// A name is surer than any sound.
fn shut_out_loose(slot: &mut Slot) {
    let (loose, sure) = std::mem::take(&mut slot.forms)
        .into_iter()
        .partition(Expansion::is_loose);
    slot.forms = sure;
    slot.unsearched.splice(0..0, loose);
}

/// What a term means is listed: its words one by one mean something else (chief minister is no વડા પ્રધાન).
fn shut_out_translations(slot: &mut Slot) {
    let is_translation = |form: &Expansion| {
        form.reading
            .is_some_and(|reading| reading.evidence == Evidence::Translation)
    };
    slot.forms.retain(|form| !is_translation(form));
}

struct Words<'w, 'c> {
    context: Context<'c>,
    limits: &'w mut Limits,
}

impl<'c> Words<'_, 'c> {
    /// The longest name of the gazetteer that begins here. A name of several words counts as one word.
    fn name_at(&mut self, query: &[QueryToken], at: usize) -> Option<(Clause, usize)> {
        let longest = (query.len() - at).min(LONGEST_NAME);
        for count in (1..=longest).rev() {
            let sequence = query.get(at..at + count)?;
            if matches!(sequence, [single] if single.is_stop) {
                continue;
            }
            let text = label(sequence);
            let mut entities = self.named_by(&forms(sequence));
            if entities.is_empty() {
                entities = self.named_by_sound(sequence);
            }
            if !entities.is_empty() {
                return Some((self.name_clause(sequence, &text, &entities), count));
            }
        }
        None
    }

    /// The entities of which this is surely the name.
    fn named_by(&self, text: &str) -> Vec<Entity<&'c str>> {
        let bearers = self.context.gazetteer.bearers(text);
        let sure = bearers.iter().filter(|bearer| bearer.strength == Strength::Name);
        sure.filter_map(|bearer| self.context.gazetteer.entity(bearer.entity))
            .collect()
    }

    /// The entities whose Gujarati name is typed so in Latin letters.
    fn named_by_sound(&self, sequence: &[QueryToken]) -> Vec<Entity<&'c str>> {
        if sequence.iter().any(|part| part.token.kind != Kind::Latin) {
            return Vec::new();
        }
        let words: Vec<&str> = sequence.iter().map(|part| part.token.form.as_ref()).collect();
        // a common English word is no name that only sounds so
        if matches!(words.as_slice(), [single] if is_english(single)) {
            return Vec::new();
        }
        let bearers = self.context.gazetteer.sounding_like(&words);
        bearers
            .iter()
            .filter_map(|bearer| self.context.gazetteer.entity(bearer.entity))
            .collect()
    }

    fn name_clause(&mut self, sequence: &[QueryToken], text: &str, entities: &[Entity<&str>]) -> Clause {
        let mut word = self.sequence_clause(sequence, text);
        if let Some(whole) = word.phrases.first() {
            let labels = sequence.iter().map(|part| part.text.clone());
            word.parts = labels.zip(whole.slots.iter().cloned()).collect();
        }
        if let [single] = sequence {
            self.add_split(&single.token, &mut word);
        }
        for entity in entities {
            word.entities.push((entity.kind(), entity.id.to_owned()));
            self.add_aliases(*entity, text, sequence.len(), &mut word);
        }
        if !word.is_guessed() {
            let of_phrases = word.phrases.iter_mut().flat_map(|phrase| &mut phrase.slots);
            let slots = std::iter::once(&mut word.slot).chain(of_phrases);
            slots.for_each(shut_out_loose);
        }
        Clause::Word(word)
    }

    /// Tokens as one word: the token, or all after each other and written together.
    fn sequence_clause(&mut self, sequence: &[QueryToken], text: &str) -> WordClause {
        let mut word = word_clause(text, sequence.first().map_or(1.0, |part| part.boost));
        word.span = span_of(sequence);
        if let [single] = sequence {
            word.slot = slot(&single.token.form, self.context, self.limits);
            return word;
        }
        let slots: Vec<Slot> = sequence
            .iter()
            .map(|part| slot(&part.token.form, self.context, self.limits))
            .collect();
        word.phrases.push(PhraseClause {
            slots,
            slop: 0,
            tier: Tier::Exact,
            apart: None,
        });
        word.slot.forms = self.together(sequence);
        word
    }

    /// The other names of an entity: they mark what matched, and find a name that the recogniser left undecided. Of several
    /// words those are searched that have as many as were typed: narendra modi is નરેન્દ્ર મોદી, each word in all its forms.
    fn add_aliases(&mut self, entity: Entity<&str>, text: &str, count: usize, word: &mut WordClause) {
        let is_latin = text.is_ascii();
        let of_name = |form: Expansion| {
            let share = if is_latin { OTHER_NAME } else { 1.0 };
            let weight = share * form.weight;
            Expansion { weight, ..form.named() }
        };
        let names = self.context.gazetteer.forms(entity.kind(), entity.id);
        for name in names.filter(|name| *name != text) {
            let parts: Vec<Token<'_>> = tokens(name).collect();
            if let [single] = parts.as_slice() {
                let forms = inflections(&single.form, Tier::Alias, self.context.known);
                self.add_new(forms.into_iter().map(of_name), word);
            } else if parts.len() == count && word.phrases.len() < MOST_NAMES {
                word.phrases.extend(self.name_phrase(&parts));
            }
        }
    }

    /// A name of several words after each other; `None` where the index lacks one of them.
    fn name_phrase(&self, parts: &[Token<'_>]) -> Option<PhraseClause> {
        let slot = |part: &Token<'_>| {
            let forms = inflections(&part.form, Tier::Alias, self.context.known);
            Slot::from(forms.into_iter().map(Expansion::named).collect::<Vec<_>>())
        };
        let slots: Vec<Slot> = parts.iter().map(slot).collect();
        let is_whole = slots.iter().all(|slot| !slot.forms.is_empty());
        is_whole.then_some(PhraseClause {
            slots,
            slop: 0,
            tier: Tier::Alias,
            apart: None,
        })
    }

    /// Tokens written without a space between are a phrase: 10.30, GJ-01, G20ની. Function words adjacent to
    /// them are left out.
    fn adjacent_at(&mut self, query: &[QueryToken], at: usize) -> Option<(Clause, usize)> {
        let count = 1 + query.get(at + 1..)?.iter().take_while(|part| part.is_adjacent).count();
        let sequence = query.get(at..at + count)?;
        if let [figure, ending] = sequence
            && figure.token.kind == Kind::Number
            && ordinals::is_ending(&ending.token.form)
        {
            return Some((self.ordinal(sequence, figure), count));
        }
        let needed: Vec<QueryToken> = sequence.iter().filter(|part| !part.is_stop).cloned().collect();
        (needed.len() > 1).then(|| (Clause::Word(self.sequence_clause(&needed, &label(&needed))), count))
    }

    /// A figure with the ending of an ordinal: 8મા, 8th.
    fn ordinal(&self, sequence: &[QueryToken], figure: &QueryToken) -> Clause {
        let mut word = word_clause(
            &sequence.iter().map(|part| part.text.as_str()).collect::<String>(),
            figure.boost,
        );
        word.span = figure.span.start..sequence.last().map_or(figure.span.end, |last| last.span.end);
        (word.slot.forms, word.phrases) = ordinals::of_figure(&figure.token.form, self.context.known);
        Clause::Word(word)
    }

    /// Words that the index also has written as one: apart, each needed, or together.
    fn joined_at(&mut self, query: &[QueryToken], at: usize) -> Option<(Clause, usize)> {
        let initials = initials_count(query, at);
        let sequence = query.get(at..at + initials.max(2))?;
        let [first, rest @ ..] = sequence else { return None };
        if rest.first()?.is_adjacent || (initials < 2 && sequence.iter().any(|part| part.is_stop)) {
            return None;
        }
        let mut joined = word_clause(&label(sequence), first.boost);
        joined.span = span_of(sequence);
        joined.slot.forms = self.together(sequence);
        if joined.slot.forms.is_empty() {
            return None;
        }
        let apart = sequence.iter().map(|part| Clause::Word(self.single(part))).collect();
        Some((one_of(vec![Clause::All(apart), Clause::Word(joined)]), sequence.len()))
    }

    /// A figure that can be a year: an article holds it that has it in its text, or was published in it.
    fn year(&mut self, part: &QueryToken) -> Option<(Clause, usize)> {
        if part.token.kind != Kind::Number {
            return None;
        }
        let (first, last) = year_of(&part.token.form)?;
        let in_text = Clause::Word(self.single(part));
        Some((Clause::Any(vec![in_text, Clause::Dates(Some(first), Some(last))]), 1))
    }

    /// An English term of more words than `count`: what it means in Gujarati, or its words after each other.
    fn term_at(&mut self, query: &[QueryToken], at: usize, count: usize) -> Option<(Clause, usize)> {
        let (phrases, length) = terms::term_at(query, at).filter(|_| self.context.allowed.translation)?;
        let sequence = query.get(at..at + length).filter(|_| length > count)?;
        let mut sides = terms::translated(sequence, phrases, self.context);
        if sides.is_empty() {
            return None;
        }
        let needed: Vec<QueryToken> = sequence.iter().filter(|part| !part.is_passed_over).cloned().collect();
        let mut together = self.sequence_clause(&needed, &label(sequence));
        let of_phrases = together.phrases.iter_mut().flat_map(|phrase| &mut phrase.slots);
        of_phrases.for_each(shut_out_translations);
        together.parts = needed
            .iter()
            .map(|part| (part.text.clone(), slot(&part.token.form, self.context, self.limits)))
            .collect();
        if let [first, last] = needed.as_slice() {
            together
                .slot
                .forms
                .extend(joined(&first.token.form, &last.token.form, self.context.known));
        }
        sides.push(Clause::Word(together));
        Some((one_of(sides), length))
    }

    /// Two Latin words that papers write as one (share bajar): apart, each needed, or together.
    fn joined_latin_at(&mut self, query: &[QueryToken], at: usize) -> Option<(Clause, usize)> {
        let [first, last] = query.get(at..at + 2)? else {
            return None;
        };
        let is_latin = |part: &QueryToken| part.token.kind == Kind::Latin && !part.is_stop;
        if last.is_adjacent || !is_latin(first) || !is_latin(last) {
            return None;
        }
        let forms = joined(&first.token.form, &last.token.form, self.context.known);
        if forms.is_empty() {
            return None;
        }
        let sequence = [first.clone(), last.clone()];
        let mut together = word_clause(&label(&sequence), first.boost);
        together.span = span_of(&sequence);
        self.add_new(forms, &mut together);
        let apart = vec![Clause::Word(self.single(first)), Clause::Word(self.single(last))];
        Some((one_of(vec![Clause::All(apart), Clause::Word(together)]), 2))
    }

    fn single(&mut self, part: &QueryToken) -> WordClause {
        let mut word = word_clause(&part.text, part.boost);
        word.slot = slot(&part.token.form, self.context, self.limits);
        if is_acronym(part) && word.slot.forms.iter().any(|form| form.tier == Tier::Exact) {
            word.slot.forms.retain(|form| form.tier != Tier::Romanised);
        }
        word.optional = part.is_stop;
        word.span = part.span.clone();
        self.add_split(&part.token, &mut word);
        word.phrases
            .extend(ordinals::of_word(&part.token.form, self.context.known));
        if self.context.allowed.translation && part.token.kind == Kind::Latin {
            self.add_translated_phrases(&part.token.form, &mut word);
        }
        word
    }

    /// The Gujarati words of an English one where they are several (ગેરકાયદે બાંધકામ).
    fn add_translated_phrases(&self, form: &str, word: &mut WordClause) {
        for gujarati in translations(form).iter().chain(abbreviation(form)) {
            let slots: Vec<Slot> = tokens(gujarati)
                .map(|part| {
                    let forms = inflections(&part.form, Tier::Alias, self.context.known).into_iter();
                    let forms: Vec<Expansion> = forms.map(Expansion::meant).collect();
                    forms.into()
                })
                .collect();
            if slots.len() > 1 {
                word.phrases.push(PhraseClause {
                    slots,
                    slop: 0,
                    tier: Tier::Alias,
                    apart: None,
                });
            }
        }
    }

    /// The parts written together, where the index has such a word.
    fn together(&self, sequence: &[QueryToken]) -> Vec<Expansion> {
        let tokens: Vec<&Token<'_>> = sequence.iter().map(|part| &part.token).collect();
        let text: String = sequence.iter().map(|part| part.text.as_str()).collect();
        compounds::together(&tokens, &text, self.context.known)
    }

    /// Adds forms that the word does not stand for yet.
    fn add_new(&mut self, forms: impl IntoIterator<Item = Expansion>, word: &mut WordClause) {
        for found in forms {
            if !word.slot.forms.iter().any(|form| form.entry.form == found.entry.form) {
                word.slot.forms.push(found);
            }
        }
        self.limits.cut(&mut word.slot.forms);
    }

    /// The word written apart, where the index has both parts.
    fn add_split(&self, token: &Token<'_>, word: &mut WordClause) {
        word.phrases.extend(compounds::apart(token, self.context.known));
    }
}
