//! Expansion: the forms of the index that a query word stands for.
//!
//! Takes a form of the query, asks the vocabulary by its keys, gives forms with their tier: the word
//! itself, its inflections, other spellings, its romanisation in the other script, letter names of an
//! abbreviation. All forms of one word score as one word, the farther tiers a little less.

use serde::Serialize;

use super::letters::add_letter_names;
use super::readings::{add_gujarati_readings, add_latin_readings};
use crate::analysis::{Keys, keys, number_word};
use crate::index::{FormEntry, Key, Known};
use crate::script::{Script, script_of};

/// How a form found belongs to the word typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// The word itself.
    Exact,
    /// An inflection.
    Inflected,
    /// Another accepted spelling.
    Spelling,
    /// The word in the other script.
    Romanised,
    /// Another name.
    Alias,
    /// A corrected word.
    Fuzzy,
}

impl Tier {
    /// What an occurrence in this tier is worth beside an exact one.
    #[must_use]
    pub const fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Inflected => 0.96,
            Self::Spelling => 0.9,
            Self::Romanised | Self::Alias => 0.8,
            Self::Fuzzy => 0.5,
        }
    }

    /// The name of the tier in answers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Inflected => "inflected",
            Self::Spelling => "spelling",
            Self::Romanised => "romanised",
            Self::Alias => "alias",
            Self::Fuzzy => "fuzzy",
        }
    }
}

/// A form that a word stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Expansion {
    /// The form and its counts.
    pub entry: FormEntry,
    /// How it belongs to the word.
    pub tier: Tier,
    /// What an occurrence is worth: the tier's weight, less for a doubtful sound.
    pub weight: f32,
}

/// A reading worth more than this is no guess.
const SURE_READING: f32 = 0.74;

impl Expansion {
    /// Whether it is what was typed in the other script beyond doubt.
    #[must_use]
    pub fn is_sure_reading(&self) -> bool {
        self.tier == Tier::Romanised && self.weight > SURE_READING
    }

    /// A form at the full weight of its tier.
    #[must_use]
    pub const fn new(entry: FormEntry, tier: Tier) -> Self {
        let weight = tier.weight();
        Self { entry, tier, weight }
    }
}

/// All forms of the index with the first lemma of `form`: for કોર્ટ also કોર્ટે and કોર્ટમાં.
pub(in crate::query) fn inflections(form: &str, tier: Tier, known: &dyn Known) -> Vec<Expansion> {
    let lemma = keys(form).lemmas.into_iter().next();
    let entries = lemma
        .map(|lemma| known.with_key(&Key::lemma(&lemma.key)))
        .unwrap_or_default();
    entries.into_iter().map(|entry| Expansion::new(entry, tier)).collect()
}

/// At most so many forms stand for one word; the commonest are kept.
pub const MAX_FORMS: usize = 256;

/// A Latin word of so many letters may be an acronym (IPL, CBI), which stands in the text as it is typed.
const LONGEST_ACRONYM: usize = 3;

/// What the Latin word itself is worth where it is surely the romanisation of a Gujarati one: little more
/// than that, so that `gujarat` is not answered with hashtags first.
const LATIN_BESIDE_READING: f32 = 0.84;

/// The forms of a query word, best tier first; only the form itself where `exact`.
#[must_use]
pub fn expand(form: &str, known: &dyn Known, exact: bool) -> Vec<Expansion> {
    let mut found = Found::default();
    found.extend(known.form(form), Tier::Exact);
    let script = form.chars().next().map_or(Script::Other, script_of);
    if !exact && script != Script::Other {
        let keys = keys(form);
        add_lemmas(form, &keys, known, None, &mut found);
        if script == Script::Gujarati {
            add_latin_readings(form, known, &mut found);
        } else {
            add_gujarati_readings(form, known, &mut found);
        }
        add_letter_names(form, &keys, known, &mut found);
    }
    if !exact {
        add_number_words(form, known, &mut found);
    }
    if script == Script::Latin && form.len() > LONGEST_ACRONYM {
        found.level_latin();
    }
    found.into_sorted()
}

/// Forms collected so far, each with its best tier.
#[derive(Default)]
pub(super) struct Found {
    forms: Vec<Expansion>,
    numbers: std::collections::HashMap<String, usize>,
}

impl Found {
    pub(super) fn extend(&mut self, entries: impl IntoIterator<Item = FormEntry>, tier: Tier) {
        entries
            .into_iter()
            .for_each(|entry| self.add(entry, tier, tier.weight()));
    }

    pub(super) fn add(&mut self, entry: FormEntry, tier: Tier, weight: f32) {
        match self.numbers.get(&entry.form).and_then(|&at| self.forms.get_mut(at)) {
            Some(known) => {
                known.tier = known.tier.min(tier);
                known.weight = known.weight.max(weight);
            }
            None => {
                self.numbers.insert(entry.form.clone(), self.forms.len());
                self.forms.push(Expansion { entry, tier, weight });
            }
        }
    }

    /// Brings the Latin word down to its Gujarati reading where there is a sure one.
    fn level_latin(&mut self) {
        let is_read = self.forms.iter().any(|form| form.is_sure_reading());
        for form in self
            .forms
            .iter_mut()
            .filter(|form| is_read && form.tier < Tier::Romanised)
        {
            form.weight = form.weight.min(LATIN_BESIDE_READING);
        }
    }

    fn into_sorted(mut self) -> Vec<Expansion> {
        self.forms.sort_by(|a, b| {
            a.tier
                .cmp(&b.tier)
                .then(b.entry.articles.cmp(&a.entry.articles))
                .then(a.entry.form.cmp(&b.entry.form))
        });
        self.forms
    }
}

/// Forms with a lemma of the word: other spellings of the form itself, and its inflections. `tier` is set
/// where the word itself was reached by another way already.
pub(super) fn add_lemmas(form: &str, keys: &Keys, known: &dyn Known, tier: Option<(Tier, f32)>, found: &mut Found) {
    for (rank, lemma) in keys.lemmas.iter().enumerate() {
        for entry in known.with_key(&Key::lemma(&lemma.key)) {
            let own = own_tier(form, &keys.fold, &entry.form, &lemma.key);
            let (tier, weight) = tier.unwrap_or((own, own.weight()));
            found.add(entry, tier, if rank == 0 { weight } else { weight * 0.9 });
        }
        // a second reading of a form is a weaker claim: ભાવના for ભાવ
        if rank == 0 {
            for entry in known.with_key(&Key::second_lemma(&lemma.key)) {
                let (tier, weight) = tier.unwrap_or((Tier::Inflected, Tier::Inflected.weight()));
                found.add(entry, tier, weight * 0.8);
            }
        }
    }
}

/// Same fold is another spelling, or none; a fold that does not share its beginning with the lemma as
/// typed is a respelt inflection, which counts as spelling too.
fn own_tier(form: &str, fold: &str, other: &str, lemma: &str) -> Tier {
    if form == other {
        return Tier::Exact;
    }
    let other_fold = crate::analysis::fold(other);
    if other_fold == fold {
        return Tier::Spelling;
    }
    let stem = common_start(form, other);
    let folded_stem = common_start(fold, &other_fold);
    // the letters of the stem agree as written, not only when folded
    if stem + 1 >= folded_stem.min(lemma.chars().count()) {
        Tier::Inflected
    } else {
        Tier::Spelling
    }
}

fn common_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

/// A number word for its figure, and a figure for its words. એક and બે say no number in most texts.
fn add_number_words(form: &str, known: &dyn Known, found: &mut Found) {
    if let Some(value) = number_word(&crate::analysis::fold(form)).filter(|&value| value > 2) {
        found.extend(known.form(&value.to_string()), Tier::Alias);
    } else if let Some(value) = form.parse::<u64>().ok().filter(|&value| value > 2) {
        for word in crate::analysis::words_of_number(value) {
            found.extend(known.with_key(&Key::lemma(word)), Tier::Alias);
        }
    }
}
