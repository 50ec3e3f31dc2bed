//! Lemma: every inflected form of a word gets the key of its dictionary form.
//!
//! Takes a folded Gujarati word, gives one or two lemma keys with the class and the rule that decided.
//! The rules are those of the grammars (Cardona 1965, Tisdall 1892, Doctor 2004): case endings on the
//! oblique, the plural in -ઓ, the agentive -એ that merges into the stem, agreement of variable
//! adjectives, and the tenses, participles and infinitives of verbs. What decides between readings is
//! knowledge of the words: a reading counts only where the lexicon has its lemma with a fitting class,
//! and the commonest wins. A word without any such reading is cut by the endings alone
//! ([`super::stem`]), to a bare stem that all its forms share.

use super::class::{Class, Entry};
use super::lexicon;
use super::stem;
use super::verb;

/// A lemma key and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lemma {
    /// The key: the folded lemma, or the bare stem of an unknown word.
    pub key: String,
    /// The class of the lemma, `None` for an unknown word.
    pub class: Option<Class>,
    /// The rule that decided.
    pub rule: &'static str,
}

/// A reading of a word: lemma, class, rule and what it costs to believe in it.
struct Reading {
    lemma: Lemma,
    cost: i32,
}

/// Case endings and particles behind the oblique, in folded spelling, longest first.
const CLITICS: [&str; 18] = [
    "માંથિ", "માથિ", "ભરમા", "પુરવક", "વાળા", "વાળો", "વાળિ", "વાળુ", "માં", "થિ", "મા", "ને", "નો", "નિ", "નુ", "ના", "ય", "જ",
];

/// Honorifics that stand behind names only.
const HONORIFICS: [&str; 6] = ["ભાઇ", "બહેન", "બેન", "જિ", "બા", "શ્રિ"];

/// The lemma keys of a folded word, the best reading first; two where a noun with a case ending is also
/// a word of its own (ભાવના: the name, or of the price).
///
/// ```
/// use khabar::analysis::{fold, lemmas};
/// let key = |word: &str| lemmas(&fold(word)).remove(0).key;
/// assert_eq!(key("ખેડૂતોએ"), key("ખેડૂત"));
/// assert_eq!(key("ગયા"), key("જવું"));
/// assert_ne!(key("હાથી"), key("હાથ")); // elephant and hand: a word of the lexicon is not cut
/// ```
#[must_use]
pub fn lemmas(folded: &str) -> Vec<Lemma> {
    let mut readings = Vec::with_capacity(4);
    read_whole(folded, &mut readings);
    read_noun(folded, 0, &mut readings);
    read_verb(folded, &mut readings);
    read_honorific(folded, &mut readings);
    readings.sort_by_key(|reading| reading.cost);
    let mut keys: Vec<Lemma> = Vec::with_capacity(2);
    for reading in readings {
        if keys.is_empty() || (keys.len() == 1 && is_second_key(&reading, &keys)) {
            keys.push(reading.lemma);
        }
    }
    if keys.is_empty() {
        keys.push(Lemma { key: stem::cut(folded), class: None, rule: "unknown word: endings cut" });
    }
    keys
}

fn is_second_key(reading: &Reading, keys: &[Lemma]) -> bool {
    reading.lemma.rule == CASE && keys.iter().all(|known| known.key != reading.lemma.key && known.rule == WHOLE)
}

const WHOLE: &str = "word of the lexicon";
const CASE: &str = "case ending";

fn push(readings: &mut Vec<Reading>, key: &str, class: Class, rule: &'static str, cost: i32, entry: Entry) {
    let lemma = Lemma { key: key.to_owned(), class: Some(class), rule };
    readings.push(Reading { lemma, cost: cost - i32::from(entry.log_count) });
}

/// The word itself is a lemma. Always the best reading, but for the bare stem of a verb.
fn read_whole(word: &str, readings: &mut Vec<Reading>) {
    let Some(entry) = lexicon::entry(word) else { return };
    for class in Class::ALL {
        if entry.has(class) {
            push(readings, word, class, WHOLE, -100, entry);
            return;
        }
    }
}

/// Noun, name, pronoun or adjective with its endings; `depth` counts the endings already taken off.
fn read_noun(word: &str, depth: i32, readings: &mut Vec<Reading>) {
    read_base(word, depth, readings);
    if depth > 3 {
        return;
    }
    for clitic in CLITICS {
        if let Some(base) = word.strip_suffix(clitic)
            && base.chars().count() > 1
        {
            read_noun(base.trim_end_matches('\u{0A82}'), depth + 1, readings);
        }
    }
}

/// Classes that take case endings as they are.
const DECLINED: [Class; 7] = [
    Class::Noun,
    Class::Name,
    Class::Abbreviation,
    Class::Pronoun,
    Class::AdjectiveInvariable,
    Class::Indeclinable,
    Class::AdjectiveVariable,
];

/// What a word without further case endings can be: direct, oblique, plural or agentive of a lemma.
fn read_base(word: &str, depth: i32, readings: &mut Vec<Reading>) {
    if depth > 0
        && let Some(entry) = lexicon::entry(word)
    {
        let class = DECLINED.into_iter().find(|&class| entry.has(class));
        if let Some(class) = class {
            push(readings, word, class, CASE, 10 * depth, entry);
        } else if entry.has(Class::NounMasculine) {
            push(readings, word, Class::NounMasculine, CASE, 10 * depth + 15, entry);
        }
    }
    read_oblique(word, depth, readings);
    read_ending(word, "ો", depth, readings, "plural");
    read_ending(word, "ે", depth, readings, "agentive or locative");
    if depth == 0 {
        read_ending(word, "સ", depth, readings, "English plural");
    } else {
        read_ending(word, "સ", depth + 1, readings, "English plural");
    }
    for (ending, rule) in [("એ", "agentive"), ("ઓ", "plural"), ("ઓએ", "plural agentive"), ("ોએ", "plural agentive")] {
        let Some(base) = word.strip_suffix(ending) else { continue };
        let base = base.trim_end_matches('\u{0A82}');
        read_plain(base, 10 * depth + 10, readings, rule);
        read_oblique(base, depth + 1, readings);
    }
}

/// The stem before a vowel ending that merges into it: પોલીસ in પોલીસે, કિંમત in કિંમતો.
fn read_ending(word: &str, ending: &str, depth: i32, readings: &mut Vec<Reading>, rule: &'static str) {
    let Some(base) = word.strip_suffix(ending) else { return };
    read_plain(base, 10 * depth + 12, readings, rule);
}

/// A stem that the lexicon has as a noun, name, abbreviation or number.
fn read_plain(base: &str, cost: i32, readings: &mut Vec<Reading>, rule: &'static str) {
    let Some(entry) = lexicon::entry(base) else { return };
    let plain = [Class::Noun, Class::Name, Class::Abbreviation, Class::Pronoun, Class::AdjectiveInvariable];
    if let Some(class) = plain.into_iter().find(|&class| entry.has(class)) {
        push(readings, base, class, rule, cost, entry);
    }
}

/// Lemmas in -ો and -ું by their changed last vowel.
fn read_oblique(word: &str, depth: i32, readings: &mut Vec<Reading>) {
    let Some(last) = word.chars().next_back() else { return };
    if !matches!(last, 'ા' | 'ે' | 'ો' | 'િ' | 'ુ') {
        return;
    }
    let stem = word.strip_suffix(last).unwrap_or(word);
    let cost = 10 * depth + 5;
    if matches!(last, 'ા' | 'ે') {
        changed(stem, "ો", &[Class::NounMasculine], cost, readings, "oblique of a noun in -ો");
        changed(stem, "ુ", &[Class::NounNeuter], cost, readings, "oblique of a noun in -ું");
    }
    if last != 'ુ' {
        changed(stem, "ુ", &[Class::AdjectiveVariable, Class::Pronoun], cost, readings, "agreement");
    }
}

fn changed(stem: &str, vowel: &str, classes: &[Class], cost: i32, readings: &mut Vec<Reading>, rule: &'static str) {
    let lemma = format!("{stem}{vowel}");
    let Some(entry) = lexicon::entry(&lemma) else { return };
    if let Some(&class) = classes.iter().find(|&&class| entry.has(class)) {
        push(readings, &lemma, class, rule, cost, entry);
    }
}

/// Forms of the verbs of the lexicon; case endings stand behind participles and infinitives too.
fn read_verb(word: &str, readings: &mut Vec<Reading>) {
    let has = |infinitive: &str| lexicon::entry(infinitive).filter(|entry| entry.has(Class::Verb));
    for form in verb::readings(word) {
        if let Some(entry) = has(&form.infinitive) {
            push(readings, &form.infinitive, Class::Verb, form.rule, form.cost, entry);
        }
    }
}

/// A name before its honorific: નરેન્દ્રભાઈ, મીનાબાનું. ભાઈ and બેન are taken off unknown names too; જી and
/// બા only off names and words of kinship that the lexicon has (બેનર્જી is no બેનર with જી).
fn read_honorific(word: &str, readings: &mut Vec<Reading>) {
    let mut tails = vec![word];
    for clitic in ["ને", "નો", "નિ", "નુ", "ના", "થિ", "મા", "એ"] {
        tails.extend(word.strip_suffix(clitic));
    }
    for tail in tails {
        for honorific in HONORIFICS {
            let Some(base) = tail.strip_suffix(honorific) else { continue };
            if base.chars().count() < 2 {
                continue;
            }
            let entry = lexicon::entry(base);
            let is_open = matches!(honorific, "ભાઇ" | "બેન" | "બહેન");
            match entry {
                Some(entry) if entry.has(Class::Name) || (honorific == "જિ" && is_kin(base)) => {
                    push(readings, base, Class::Name, "honorific", 8, entry);
                }
                None if is_open && base.chars().count() > 2 => {
                    push(readings, &stem::cut(base), Class::Name, "honorific", 40, Entry::default());
                }
                _ => {}
            }
        }
    }
}

fn is_kin(base: &str) -> bool {
    ["પિતા", "માતા", "દાદા", "કાકા", "મામા", "ગુરુ", "સ્વામિ", "બાપુ", "ગાંધિ", "દિદિ", "નાના"].contains(&base)
}
