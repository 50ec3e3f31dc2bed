//! Lemma: every inflected form of a word gets the key of its dictionary form.
//!
//! Takes a folded Gujarati word, gives one or two lemma keys with the class and the rule that decided.
//! The rules are what grammars of Gujarati describe (as Cardona 1965 does): case endings on the
//! oblique, the plural in -ઓ, the agentive -એ that merges into the stem, agreement of variable
//! adjectives, and the tenses, participles and infinitives of verbs. What decides between readings is
//! knowledge of the words: a reading counts only where the lexicon has its lemma with a fitting class,
//! and the commonest wins. A word without any such reading is cut by the endings alone
//! (`stem.rs`), to a bare stem that all its forms share.

use super::class::{Class, Entry};
use super::fold::closed_glide;
use super::honorific;
use super::lexicon;
use super::listed;
use super::stem;
use super::verb;
use crate::script::letter_count;

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
    /// How common the lemma is, see [`Entry`].
    log_count: u8,
}

/// A form of a word as common as this is no name first, whoever is called so (દેશો, બની, રાખી).
const COMMON_WORD: u8 = 10;

/// What such a reading may cost.
const BESIDE_NAME: i32 = 16;

fn is_of_common_word(reading: &Reading) -> bool {
    let is_word = reading
        .lemma
        .class
        .is_some_and(|class| Class::EVERYDAY.contains(&class));
    is_word && reading.log_count >= COMMON_WORD && reading.cost <= BESIDE_NAME
}

/// Case endings and particles behind the oblique, in folded spelling, longest first.
const CLITICS: [&str; 11] = ["માંથિ", "માથિ", "માં", "થિ", "મા", "ને", "નો", "નિ", "નુ", "ના", "તણા"];

/// Endings that make a new word of a noun; the noun is its second key.
const DERIVING: [(&str, &str); 8] = [
    ("વાળા", "વાળુ"),
    ("વાળો", "વાળુ"),
    ("વાળિ", "વાળુ"),
    ("વાળુ", "વાળુ"),
    ("ભર", "ભર"),
    ("પુરવક", "પુરવક"),
    ("ગ્રસત", "ગ્રસત"),
    ("પિડિત", "પિડિત"),
];

/// Postpositions that careless typing joins to their noun, taken off words of the lexicon only.
const POSTPOSITIONS: [&str; 13] = [
    "પરથિ",
    "પર",
    "સુધિના",
    "સુધિનિ",
    "સુધિ",
    "તરફથિ",
    "તરફ",
    "માટે",
    "વગર",
    "વિના",
    "ખાતે",
    "સાથે",
    "સહિત",
];

/// The lemma keys of a folded word, the best reading first; two where a noun with a case ending is also
/// a word of its own (ભાવના: the name, or of the price).
///
/// ```
/// use khabar_analysis::{fold, lemmas};
/// let key = |word: &str| lemmas(&fold(word)).remove(0).key;
/// assert_eq!(key("ખેડૂતોએ"), key("ખેડૂત"));
/// assert_eq!(key("ગયા"), key("જવું"));
/// assert_ne!(key("હાથી"), key("હાથ")); // elephant and hand: a word of the lexicon is not cut
/// ```
#[must_use]
pub fn lemmas(folded: &str) -> Vec<Lemma> {
    let mut readings = Vec::with_capacity(4);
    read_all(folded, &mut readings);
    for plain in without_emphasis(folded) {
        read_all(plain, &mut readings);
    }
    if folded.contains('ય')
        && let Some(closed) = closed_glide(folded)
    {
        read_all(&closed, &mut readings);
    }
    if readings.is_empty() {
        joined_ya(folded).for_each(|joined| read_all(&joined, &mut readings));
    }
    if readings.is_empty() {
        read_compound(folded, &mut readings);
    }
    readings.sort_by_key(|reading| reading.cost);
    if readings.first().is_some_and(|best| best.lemma.rule == NAME)
        && let Some(common) = readings.iter().position(is_of_common_word)
    {
        readings[..=common].rotate_right(1);
    }
    let second = readings
        .iter()
        .skip(1)
        .find(|reading| readings.first().is_some_and(|best| is_second_key(reading, best)));
    let mut keys: Vec<Lemma> = readings
        .first()
        .map(|reading| reading.lemma.clone())
        .into_iter()
        .collect();
    keys.extend(second.map(|reading| reading.lemma.clone()));
    if keys.is_empty() {
        keys.push(Lemma {
            key: unknown_key(folded),
            class: None,
            rule: "unknown word: endings cut",
        });
    }
    keys
}

/// The word with each ય that stands behind an open consonant joined to it: old fonts lost the virama there (રાજય, પડયો).
fn joined_ya(word: &str) -> impl Iterator<Item = String> + '_ {
    let places = word.char_indices().filter(|&(_, c)| c == 'ય').map(|(at, _)| at);
    let split = places.filter_map(|at| word.split_at_checked(at));
    split
        .filter(|(first, _)| first.ends_with(crate::script::is_consonant))
        .map(|(first, rest)| format!("{first}\u{0ACD}{rest}"))
}

/// The bare stem of an unknown word. Where that is a word of the lexicon, the endings cut off were none
/// of that word's (ઝેરું is no form of ઝેર), so the key is marked as another word's.
fn unknown_key(folded: &str) -> String {
    let stem = stem::cut(folded);
    let is_other = stem.len() < folded.len() && lexicon::entry(&stem).is_some();
    if is_other { format!("{stem}~") } else { stem }
}

/// Pronouns are a closed class: no other reading comes near their forms (મને is no form of મન, 'mind').
fn read_pronoun(word: &str, readings: &mut Vec<Reading>) {
    if let Some(lemma) = listed::pronoun(word) {
        push(readings, lemma, Class::Pronoun, PRONOUN, -200, Entry::default());
    }
}

/// Forms that are mostly of another word than the rules take them for; what the rules say is their second key.
fn read_listed(word: &str, readings: &mut Vec<Reading>) {
    let Some(lemma) = listed::lemma(word) else { return };
    let entry = lexicon::entry(lemma).unwrap_or_default();
    if let Some(class) = Class::ALL.into_iter().find(|&class| entry.has(class)) {
        push(readings, lemma, class, LISTED, -150, entry);
    }
}

fn read_all(word: &str, readings: &mut Vec<Reading>) {
    read_pronoun(word, readings);
    read_listed(word, readings);
    read_whole(word, readings);
    read_noun(word, false, 0, readings);
    read_derived(word, readings);
    read_verb(word, readings);
    read_honorific(word, readings);
}

/// The word without an emphatic -ય or -ેય (ચારેય), or a -જ written on to a case ending (ઘરમાંજ).
fn without_emphasis(word: &str) -> impl Iterator<Item = &str> {
    let sign = ['ે', 'ા', 'ુ', 'િ', 'ો'];
    let inclusive = word.strip_suffix("ેય").filter(|base| letter_count(base) > 1);
    let also = word.strip_suffix('ય').map(|base| base.trim_end_matches('\u{0A82}'));
    let also = also.filter(|base| base.ends_with(sign) && letter_count(base) > 1);
    let just = word
        .strip_suffix('જ')
        .map(|base| base.trim_end_matches('\u{0A82}'))
        .filter(|base| {
            let is_case = CLITICS
                .iter()
                .any(|clitic| base.strip_suffix(clitic).is_some_and(|stem| letter_count(stem) > 1));
            let is_adverb = || lexicon::entry(base).is_some_and(|entry| entry.is_only(Class::Indeclinable));
            base.ends_with(sign) && (is_case || is_adverb())
        });
    [inclusive, also, just].into_iter().flatten()
}

/// Noun + -વાળું, -ભર, -પૂર્વક: a word of its own first, then the noun.
fn read_derived(word: &str, readings: &mut Vec<Reading>) {
    let mut tails = vec![word];
    tails.extend(
        CLITICS
            .iter()
            .filter_map(|clitic| word.strip_suffix(clitic))
            .map(|base| base.trim_end_matches('\u{0A82}')),
    );
    // અસરગ્રસ્તોને: the derived word has a plural too
    let plurals: Vec<&str> = tails.iter().filter_map(|tail| tail.strip_suffix('ો')).collect();
    tails.extend(plurals);
    for tail in tails {
        for (ending, lemma) in DERIVING {
            let Some(base) = tail.strip_suffix(ending).filter(|base| letter_count(base) > 1) else {
                continue;
            };
            let base = base.trim_end_matches('\u{0A82}');
            let mut nouns = Vec::new();
            read_noun(base, false, 1, &mut nouns);
            nouns.sort_by_key(|reading| reading.cost);
            let Some(noun) = nouns.into_iter().next() else { continue };
            let key = format!("{}{lemma}", noun.lemma.key);
            push(readings, &key, Class::AdjectiveVariable, DERIVED, 5, Entry::default());
            push(readings, &noun.lemma.key, Class::Noun, CASE, 20, Entry::default());
        }
    }
}

/// A compound whose last part the lexicon has: only that part is inflected (નદીકિનારે, જીવનવીમા).
fn read_compound(word: &str, readings: &mut Vec<Reading>) {
    let starts = word
        .char_indices()
        .skip(3)
        .filter(|&(_, c)| !crate::script::is_dependent(c))
        .map(|(at, _)| at);
    for at in starts {
        let (Some(first), Some(last)) = (word.get(..at), word.get(at..)) else {
            continue;
        };
        if letter_count(first) < 2 || letter_count(last) < 2 || first.ends_with('\u{0ACD}') {
            continue;
        }
        if lexicon::entry(first).is_none_or(|entry| entry.has(Class::Verb)) {
            continue;
        }
        let mut tails = Vec::new();
        read_whole(last, &mut tails);
        read_noun(last, false, 0, &mut tails);
        tails.sort_by_key(|reading| reading.cost);
        // a rare last part is more likely chance than a compound
        let is_common = |reading: &Reading| lexicon::entry(&reading.lemma.key).is_some_and(|entry| entry.log_count > 5);
        if let Some(tail) = tails.into_iter().next().filter(is_common) {
            let key = format!("{first}{}", tail.lemma.key);
            push(readings, &key, Class::Noun, "compound", tail.cost, Entry::default());
        }
    }
}

/// Whether a reading is believable enough beside the best one: an ending may be taken off a word of the
/// lexicon, a particle may be the form of a noun, and of two cut readings that are about equally good
/// both stand (યુવાનો: of યુવાન, or of યુવા).
fn is_second_key(reading: &Reading, best: &Reading) -> bool {
    if reading.lemma.key == best.lemma.key {
        return false;
    }
    // one ending taken off leaves a word: two taken off leave another's (ભાવનાથી is of ભાવના, and not of ભાવ)
    if best.lemma.rule == CASE && reading.lemma.rule == CASE && best.lemma.key.starts_with(&reading.lemma.key) {
        return false;
    }
    match best.lemma.rule {
        PRONOUN => false,
        LISTED => true,
        WHOLE if best.lemma.class == Some(Class::Indeclinable) => {
            reading.lemma.rule == PLURAL || reading.lemma.rule.starts_with(OBLIQUE) || reading.lemma.rule == AGREEMENT
        }
        // a particle or a number word takes case endings seldom: સોનું is gold, and not 'of a hundred'
        WHOLE | DERIVED => {
            let is_noun = matches!(reading.lemma.rule, CASE | NAME) && reading.lemma.class != Some(Class::Indeclinable);
            // સીમા is a border, and not 'in C'
            is_noun && letter_count(&reading.lemma.key) > 1
        }
        // two verbs are so common that they cost next to nothing: જવાનો is 'to go' in 9 of 14 articles, and soldiers in 5
        verb::IRREGULAR => reading.cost <= best.cost + 24 && reading.lemma.rule == PLURAL,
        _ => reading.cost <= best.cost + 16 || reading.lemma.rule == NAME,
    }
}

const PRONOUN: &str = "pronoun";
const LISTED: &str = "listed form";
const WHOLE: &str = "word of the lexicon";
const CASE: &str = "case ending";
const NAME: &str = "word of a name";
const DERIVED: &str = "derived word";
const OBLIQUE: &str = "oblique";
const PLURAL: &str = "plural";
const AGREEMENT: &str = "agreement";

#[expect(
    clippy::too_many_arguments,
    reason = "a reading has as many parts, and all are known only where it is found"
)]
fn push(readings: &mut Vec<Reading>, key: &str, class: Class, rule: &'static str, cost: i32, entry: Entry) {
    let lemma = Lemma {
        key: key.to_owned(),
        class: Some(class),
        rule,
    };
    readings.push(Reading {
        lemma,
        cost: 2 * cost - i32::from(entry.log_count),
        log_count: entry.log_count,
    });
}

/// The word itself is a lemma. Always the best reading, but for the bare stem of a verb.
fn read_whole(word: &str, readings: &mut Vec<Reading>) {
    let Some(entry) = lexicon::entry(word) else { return };
    if entry.is_only(Class::NamePart) {
        push(readings, word, Class::NamePart, NAME, 0, entry);
    } else if let Some(class) = Class::ALL.into_iter().find(|&class| entry.has(class)) {
        let active = (class == Class::Verb).then(|| active_of(word)).flatten();
        push(readings, active.as_deref().unwrap_or(word), class, WHOLE, -100, entry);
    }
}

/// Noun, name, pronoun or adjective with its endings; `depth` counts the endings already taken off.
///
/// `neuter` says that an anusvara stood before the ending taken off (છાપાંથી): only -ું words have it.
fn read_noun(word: &str, neuter: bool, depth: i32, readings: &mut Vec<Reading>) {
    read_base(word, neuter, depth, readings);
    if depth > 3 {
        return;
    }
    for clitic in CLITICS {
        if let Some(base) = word.strip_suffix(clitic)
            && base.chars().count() > 1
        {
            let bare = base.trim_end_matches('\u{0A82}');
            read_noun(bare, bare.len() < base.len(), depth + 1, readings);
        }
    }
    if depth == 0 {
        for postposition in POSTPOSITIONS {
            if let Some(base) = word.strip_suffix(postposition).filter(|base| letter_count(base) > 1) {
                read_base(base.trim_end_matches('\u{0A82}'), false, 2, readings);
            }
        }
    }
}

/// Classes that take case endings as they are.
const DECLINED: [Class; 8] = [
    Class::Noun,
    Class::Name,
    Class::Abbreviation,
    Class::Pronoun,
    Class::AdjectiveInvariable,
    Class::Indeclinable,
    Class::AdjectiveVariable,
    Class::NamePart,
];

/// What a word without further case endings can be: direct, oblique, plural or agentive of a lemma.
fn read_base(word: &str, neuter: bool, depth: i32, readings: &mut Vec<Reading>) {
    if depth > 0
        && let Some(entry) = lexicon::entry(word)
    {
        if let Some(class) = DECLINED.into_iter().find(|&class| entry.has(class)) {
            push(readings, word, class, CASE, 10 * depth + short_cost(word), entry);
        } else if entry.has_any(&[Class::NounMasculine, Class::NounNeuter]) {
            // a plural that is written like the lemma (ભાડોને), or a loan in -ો that never changes
            push(readings, word, Class::NounMasculine, CASE, 10 * depth + 15, entry);
        }
    }
    read_oblique(word, neuter, depth, readings);
    for (ending, rule) in [("ો", PLURAL), ("ે", "agentive or locative")] {
        if let Some(base) = word.strip_suffix(ending) {
            // -નો may be the genitive or the end of a plural (મકાનો): how common the words are decides. So may -ને be the end of
            // a name (બાઇડને)
            let is_name = || lexicon::entry(base).is_some_and(|entry| entry.has_any(&[Class::Name, Class::NamePart]));
            let is_close = base.ends_with('ન') && (rule == PLURAL || is_name());
            let cost = match rule {
                // the plural of a noun before the imperative of its verb, unless the verb is the commoner (વિચારો, but કરો)
                PLURAL if depth == 0 && !base.ends_with('ન') => 11,
                _ if is_close => 10,
                _ => 12,
            };
            read_plain(base, 10 * depth + cost, readings, rule);
        }
    }
    for base in ["સ", "સે"].iter().filter_map(|ending| word.strip_suffix(ending)) {
        // a known word in S is no plural before the agentive: આરએસએસે, હેરિસે
        let is_word = || {
            word.strip_suffix('ે')
                .is_some_and(|whole| lexicon::entry(whole).is_some())
        };
        if letter_count(base) < 2 || base.ends_with('એ') || is_word() {
            continue;
        }
        let cost = if letter_count(base) > 2 { 2 } else { 12 };
        read_plain(base, 10 * depth + cost, readings, "English plural");
    }
    for (ending, rule) in [
        ("એ", "agentive"),
        ("ઓ", PLURAL),
        ("ઓએ", "plural agentive"),
        ("ોએ", "plural agentive"),
    ] {
        let Some(base) = word.strip_suffix(ending) else {
            continue;
        };
        let bare = base.trim_end_matches('\u{0A82}');
        read_plain(bare, 10 * depth + 10, readings, rule);
        read_oblique(bare, bare.len() < base.len(), depth + 1, readings);
    }
}

/// One letter is little to recognise a noun by: માને is a verb form before it is મા + ને.
fn short_cost(word: &str) -> i32 {
    if letter_count(word) < 2 { 9 } else { 0 }
}

/// A stem that the lexicon has as a noun, name, abbreviation or number.
fn read_plain(base: &str, cost: i32, readings: &mut Vec<Reading>, rule: &'static str) {
    let Some(entry) = lexicon::entry(base) else { return };
    // a word that stands in names too (ખેડૂત) is a noun first
    let plain = [
        Class::Noun,
        Class::Name,
        Class::Abbreviation,
        Class::Pronoun,
        Class::AdjectiveInvariable,
        Class::NamePart,
    ];
    if let Some(class) = plain.into_iter().find(|&class| entry.has(class)) {
        push(readings, base, class, rule, cost + short_cost(base), entry);
    }
}

/// Lemmas in -ો and -ું by their changed last vowel.
fn read_oblique(word: &str, neuter: bool, depth: i32, readings: &mut Vec<Reading>) {
    let Some(last) = word.chars().next_back() else { return };
    if !matches!(last, 'ા' | 'ે' | 'ો' | 'િ' | 'ુ') {
        return;
    }
    let stem = word.strip_suffix(last).unwrap_or(word);
    let cost = 10 * depth + 5;
    if matches!(last, 'ા' | 'ે') && !neuter {
        changed(
            stem,
            "ો",
            &[Class::NounMasculine],
            cost,
            readings,
            "oblique: noun in -ો",
        );
    }
    if matches!(last, 'ા' | 'ે') {
        changed(stem, "ુ", &[Class::NounNeuter], cost, readings, "oblique: noun in -ું");
    }
    if last == 'ા' || (last != 'ુ' && depth == 0) {
        // તો, તે, તા are no forms of તું, which agrees with nothing
        let classes = [Class::AdjectiveVariable, Class::Pronoun];
        let agreeing = if letter_count(stem) > 1 {
            &classes[..]
        } else {
            &classes[..1]
        };
        changed(stem, "ુ", agreeing, cost, readings, AGREEMENT);
    }
}

#[expect(clippy::too_many_arguments, reason = "as for push")]
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
    // the agent in -નાર and the participle in -ેલ are declined like nouns
    let declined = CLITICS.iter().filter_map(|clitic| word.strip_suffix(clitic));
    let declined = declined.filter(|base| {
        ["નાર", "નારા", "નારાઓ", "ેલ", "ેલા", "ેલાં"]
            .iter()
            .any(|ending| base.ends_with(ending))
    });
    for form in std::iter::once(word).chain(declined).flat_map(verb::readings) {
        if let Some(entry) = has(&form.infinitive) {
            let active = active_of(&form.infinitive);
            push(
                readings,
                active.as_deref().unwrap_or(&form.infinitive),
                Class::Verb,
                form.rule,
                form.cost,
                entry,
            );
        }
    }
}

/// The active verb of a passive infinitive, where the lexicon has it: પકડાવું is a form of પકડવું.
fn active_of(infinitive: &str) -> Option<String> {
    let stem = infinitive
        .strip_suffix("વુ")?
        .strip_suffix('ા')
        .filter(|stem| letter_count(stem) > 1)?;
    verb::active_stems(stem)
        .map(|active| format!("{active}વુ"))
        .find(|verb| lexicon::entry(verb).is_some_and(|entry| entry.has(Class::Verb)))
}

/// A name before its honorific, or after it: નરેન્દ્રભાઈ, મીનાબાનું, શ્રીરામે.
fn read_honorific(word: &str, readings: &mut Vec<Reading>) {
    if let Some(name) = word.strip_prefix("શ્રિ").filter(|name| letter_count(name) > 1) {
        let mut names = Vec::new();
        read_noun(name, false, 1, &mut names);
        names.retain(|reading| matches!(reading.lemma.class, Some(Class::Name)));
        readings.extend(names);
    }
    let tails = CLITICS
        .iter()
        .chain(&["એ"])
        .filter_map(|clitic| word.strip_suffix(clitic));
    for tail in std::iter::once(word).chain(tails) {
        for title in honorific::HONORIFICS {
            let base = tail.strip_suffix(title).filter(|base| base.chars().count() > 1);
            if let Some((key, cost, entry)) = base.and_then(|base| honorific::honoured(base, title)) {
                push(readings, &key, Class::Name, "honorific", cost, entry);
            }
        }
    }
}
