//! Reading a Latin word: which words of the index it stands for, decided by evidence.
//!
//! Takes a Latin form, gives the forms that are searched for it, each with its evidence and weight, and the readings that were
//! known and are not searched. Every kind of evidence makes claims (`romanised`, `translation`, letters); [`choose`] alone
//! decides between them, over the whole index, so that a filter changes no word's meaning.

mod bases;
mod candidate;
mod choose;
mod claim;
mod english;
mod joined;
mod romanised;
mod slips;
mod translation;

pub use self::bases::bases;
use self::candidate::{Candidate, Sounding, lemma_of};
use self::choose::choose;
use self::claim::{Claim, Grade};
pub(in crate::query) use self::joined::joined;
use self::romanised::ENDINGS;
pub(super) use self::romanised::Spelled;
pub(super) use self::slips::slipped_readings;
pub(super) use self::translation::english_words;
pub use self::translation::{LONGEST_TERM, abbreviation, term, translations};
use super::candidates::Candidates;
use super::evidence::Evidence;
use super::form::{Expansion, Tier};
use super::lemmas::add_lemmas;
use super::letters::names_of_letters;
use super::slot::Slot;
use crate::analysis::{Keys, keys, sound, tokens};
use crate::index::{FormEntry, Key, WordSource};

/// What readings may take part; by default only sure ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct Allowed {
    /// Translations.
    pub translation: bool,
    /// Loose readings.
    pub loose: bool,
}

/// At most this many readings are told that are not searched.
const MOST_UNSEARCHED: usize = 8;

/// Those less likely than this are not told.
const LEAST_TOLD: f32 = 0.005;

/// A translation is this much less likely to be meant than the one before it in the list: gold is ગોલ્ડ or સોનું, and then સુવર્ણ.
const NEXT_TRANSLATION: f32 = 0.85;

/// How likely letters that are an abbreviation are meant by their names, and by what they stand for.
const LETTERS: f32 = 0.95;
const LONG_FORM: f32 = 0.9;

/// Reads a Latin word.
pub(super) fn read(form: &str, known: &dyn WordSource, allowed: Allowed) -> Slot {
    let keys = keys(form);
    let mut claims = latin_claims(form, &keys, known);
    let Some(letters) = sound::latin_letters(form).filter(|letters| letters.len() > 1) else {
        return shown(form, choose(claims, 0, false), &mut None, known);
    };
    claims.extend(letter_claims(form, known));
    claims.extend(long_forms(form, known));
    let translated = translation_claims(form, known, allowed.translation);
    let is_english = is_english(&letters);
    claims.extend(english::claims(&letters, known));
    claims.extend(translated);
    // capitals are left to acronyms whose small letters are an English word (US): nobody types a Gujarati word so
    let is_acronym = form.bytes().any(|letter| letter.is_ascii_uppercase());
    let mut spelled = Spelled::new(&letters).filter(|_| !is_acronym);
    if let Some(spelled) = &mut spelled {
        claims.extend(romanised::claims(spelled, is_english, known));
    }
    if claims.iter().all(|claim| claim.grade == Grade::Loose) {
        claims.extend(stem_claims(&letters, known));
    } else if !is_english && claims.iter().all(is_of_stem) {
        claims.extend(english_stem_claims(&letters, known));
    }
    let divided = choose(claims, letters.len(), allowed.loose);
    shown(form, divided, &mut spelled, known)
}

/// Whether a claim is loose, or of what was typed without its ending.
fn is_of_stem(claim: &Claim) -> bool {
    claim.grade == Grade::Loose || claim.forms.first().is_some_and(|first| first.is_lemma)
}

/// A common English word with a Gujarati case ending, where another word with an ending stands in the index too: trainma is
/// ટ્રેન before ટ્રૈન.
fn english_stem_claims(letters: &str, known: &dyn WordSource) -> Vec<Claim> {
    let stems = ENDINGS.iter().filter_map(|ending| letters.strip_suffix(ending));
    let mut common = stems.filter(|stem| stem.len() > 2 && english::is_common(stem));
    common
        .next()
        .map(|stem| english::claims(stem, known))
        .unwrap_or_default()
}

/// Whether letters are an English word that people type: common, or in the glossary.
#[must_use]
pub(in crate::query) fn is_english(letters: &str) -> bool {
    english::is_common(letters) || !translations(letters).is_empty()
}

/// An English word or an abbreviation with a Gujarati case ending: trainma, iplni. The longest ending counts that leaves one.
fn stem_claims(letters: &str, known: &dyn WordSource) -> Vec<Claim> {
    let stems = ENDINGS.iter().filter_map(|ending| letters.strip_suffix(ending));
    let mut claims = stems.filter(|stem| stem.len() > 1).map(|stem| {
        let mut claims = english::claims(stem, known);
        // bu-no is no abbreviation: one that takes endings is listed, or stands in the text in Latin letters
        if !abbreviation(stem).is_empty() || known.form(stem).is_some() {
            claims.extend(letter_claims(stem, known));
        }
        for form in claims.iter_mut().flat_map(|claim| &mut claim.forms) {
            form.is_lemma = true;
        }
        claims.extend(latin_claims(stem, &keys(stem), known).into_iter().map(|claim| Claim {
            tier: Tier::Inflected,
            ..claim
        }));
        claims
    });
    claims.find(|claims| !claims.is_empty()).unwrap_or_default()
}

/// The word as it stands in the text, and other forms of the English word.
fn latin_claims(form: &str, keys: &Keys, known: &dyn WordSource) -> Vec<Claim> {
    let mut found = Candidates::default();
    found.extend(known.form(form), Tier::Exact);
    // us, who: an acronym that is an English function word keeps its capitals in the index
    found.extend(
        known
            .form(&form.to_ascii_uppercase())
            .filter(|entry| entry.form != form),
        Tier::Spelling,
    );
    add_lemmas(form, keys, known, None, &mut found);
    let claim = |found: Expansion| Claim {
        tier: found.tier,
        ..sure(Evidence::Latin, found.weight, vec![found.entry])
    };
    found.into_sorted().into_iter().map(claim).collect()
}

/// A sure claim of these forms.
fn sure(evidence: Evidence, weight: f32, entries: Vec<FormEntry>) -> Claim {
    let form = |entry| Candidate {
        cost: 0,
        entry,
        is_lemma: false,
    };
    Claim {
        evidence,
        grade: Grade::Sure,
        weight,
        tier: Tier::Alias,
        forms: entries.into_iter().map(form).collect(),
        has_mates: false,
        is_silent: false,
    }
}

/// An abbreviation by the names of its letters: cbi, સીબીઆઈ.
fn letter_claims(form: &str, known: &dyn WordSource) -> Option<Claim> {
    let names = names_of_letters(form)?;
    let mut found = Candidates::default();
    add_lemmas(&names, &keys(&names), known, None, &mut found);
    // એમએ is MA, and no form of એમ
    let fold = keys(&names).fold;
    let is_its_own = |form: &Expansion| lemma_of(&form.entry.form).is_some_and(|lemma| lemma == fold);
    let entries: Vec<FormEntry> = found
        .into_sorted()
        .into_iter()
        .filter(is_its_own)
        .map(|form| form.entry)
        .collect();
    (!entries.is_empty()).then(|| sure(Evidence::Letters, LETTERS, entries))
}

/// What an abbreviation stands for, where that is one word: cm, મુખ્યમંત્રી.
fn long_forms(form: &str, known: &dyn WordSource) -> Vec<Claim> {
    let entries = abbreviation(form).iter().map(|long| inflections_of(long, known));
    let held = entries.filter(|entries| !entries.is_empty());
    held.map(|entries| sure(Evidence::Letters, LONG_FORM, entries))
        .collect()
}

/// The Gujarati words of an English one that are one word.
fn translation_claims(form: &str, known: &dyn WordSource, is_allowed: bool) -> Vec<Claim> {
    let mut weight = 0.9;
    let mut claims = Vec::new();
    for gujarati in translations(form) {
        let entries = inflections_of(gujarati, known);
        if !entries.is_empty() {
            let mut claim = sure(Evidence::Translation, weight, entries);
            claim.is_silent = !is_allowed;
            claims.push(claim);
        }
        weight *= NEXT_TRANSLATION;
    }
    claims
}

/// All forms of a word's lemma; none for several words.
fn inflections_of(word: &str, known: &dyn WordSource) -> Vec<FormEntry> {
    let mut parts = tokens(word);
    let (Some(first), None) = (parts.next(), parts.next()) else {
        return Vec::new();
    };
    let lemma = lemma_of(&first.form);
    lemma
        .map(|lemma| known.with_key(&Key::lemma(&lemma)))
        .unwrap_or_default()
}

/// Other forms of a word read are worth less the farther they are from what was typed; those farther than this the same.
const FAR: u32 = 200;

/// What another form of a word read is worth beside the one typed: at most, and how much less where it is far.
const MATE: f32 = 0.9;
const FAR_MATE_LESS: f32 = 0.15;

/// What a form is worth that only stands for its lemma, or for a word with another ending.
const FOR_LEMMA: f32 = 0.8;

/// How a likelihood bends into a worth: 1 would be in proportion, 0 would make all readings equal. Fitted on typed needs and
/// romanised words; between 0.3 and 0.5 little changes.
const BEND: f32 = 0.35;

/// What the Latin word itself is worth where it surely stands for a Gujarati one: little more than that, so that `gujarat` is
/// not answered with hashtags first.
const LATIN_BESIDE_READING: f32 = 0.84;

/// A Latin word of at most this many letters may be an acronym (IPL, CBI), which stands in the text as it is typed.
const LONGEST_ACRONYM: usize = 3;

/// The forms of claims that are searched and of those that are not.
fn shown(
    form: &str,
    (chosen, others): (Vec<Claim>, Vec<Claim>),
    spelled: &mut Option<Spelled>,
    known: &dyn WordSource,
) -> Slot {
    let of_others = || chosen.iter().filter(|claim| claim.evidence != Evidence::Latin);
    let mut worths = Worths {
        likeliest: of_others().map(|claim| claim.weight).fold(f32::MIN_POSITIVE, f32::max),
        levels_latin: form.len() > LONGEST_ACRONYM && of_others().any(|claim| claim.grade == Grade::Sure),
        spelled,
    };
    let mut found = Candidates::default();
    for claim in &chosen {
        add(claim, &mut worths, known, &mut found);
    }
    let is_searched = |other: &Expansion| found.has(&other.entry.form);
    let others = others.into_iter().filter_map(not_searched);
    let mut unsearched: Vec<Expansion> = others
        .filter(|other| other.likelihood() >= LEAST_TOLD && !is_searched(other))
        .collect();
    unsearched.sort_by(|a, b| b.likelihood().total_cmp(&a.likelihood()));
    unsearched.truncate(MOST_UNSEARCHED);
    Slot {
        forms: found.into_sorted(),
        unsearched,
    }
}

/// The likeliest form of a claim that is not searched.
fn not_searched(claim: Claim) -> Option<Expansion> {
    let reading = Some(claim.reading());
    let best = claim.forms.into_iter().next()?;
    Some(Expansion {
        entry: best.entry,
        tier: claim.tier,
        weight: 0.0,
        reading,
    })
}

/// What claims are worth beside each other.
struct Worths<'s> {
    /// How likely the likeliest is.
    likeliest: f32,
    /// Latin letters are worth no more than a sure reading.
    levels_latin: bool,
    spelled: &'s mut Option<Spelled>,
}

impl Worths<'_> {
    /// What a claim is worth beside the likeliest: it bends, so that of two readings one three times as likely does not bury
    /// the other.
    fn of(&self, claim: &Claim) -> f32 {
        match claim.evidence {
            Evidence::Latin if self.levels_latin => claim.weight.min(LATIN_BESIDE_READING),
            Evidence::Latin => claim.weight,
            _ => claim.tier.weight() * (claim.weight / self.likeliest).powf(BEND),
        }
    }

    /// How near another form of a word read is to what was typed.
    fn nearness(&mut self, mate: &str) -> f32 {
        let far = self.spelled.as_mut().and_then(|spelled| spelled.cost(mate, FAR));
        MATE - FAR_MATE_LESS * far.unwrap_or(FAR) as f32 / FAR as f32
    }
}

/// Adds the forms of a claim.
fn add(claim: &Claim, worths: &mut Worths<'_>, known: &dyn WordSource, found: &mut Candidates) {
    let reading = Some(claim.reading());
    let worth = worths.of(claim);
    let first = claim.forms.first();
    let lemma = first
        .filter(|_| claim.has_mates)
        .and_then(|first| lemma_of(&first.entry.form));
    let mates = lemma
        .map(|lemma| known.with_key(&Key::lemma(&lemma)))
        .unwrap_or_default();
    for mate in mates {
        let nearness = worths.nearness(&mate.form);
        found.add_read(mate, claim.tier, worth * nearness, reading);
    }
    let least = first.map_or(0, |first| first.cost);
    for Candidate { entry, is_lemma, cost } in &claim.forms {
        let nearness = (if *is_lemma { FOR_LEMMA } else { 1.0 }) - (cost - least) as f32 / FAR as f32;
        found.add_read(entry.clone(), claim.tier, worth * nearness, reading);
    }
}
