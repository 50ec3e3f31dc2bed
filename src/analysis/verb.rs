//! Verb forms: which infinitive a folded form can belong to.
//!
//! Takes a folded word, gives candidate infinitives; whether such a verb exists is for the lexicon, which is asked here only to
//! tell causatives from passives.
//! The paradigms that grammars of Gujarati describe (as Cardona 1965 does): person and number, the
//! perfective in -ય-, participles in -ત-, -ેલ-, -નાર, infinitive in -વ-, the passive in -ા-, and the few
//! suppletive pasts.

use super::class::Class;
use super::lexicon;

/// The rule of forms that no ending explains.
pub(super) const IRREGULAR: &str = "irregular verb";

/// A candidate reading of a verb form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VerbForm {
    /// The folded infinitive.
    pub(super) infinitive: String,
    /// The rule that led to it.
    pub(super) rule: &'static str,
    /// What the reading costs, as in [`super::lemma`].
    pub(super) cost: i32,
}

/// Endings behind every stem.
const AFTER_ANY: [&str; 33] = [
    "વાનિ",
    "વાનો",
    "વાનુ",
    "વાના",
    "વામા",
    "વાથિ",
    "વાને",
    "વાતા",
    "વાય",
    "વુ",
    "વો",
    "વિ",
    "વા",
    "વે",
    "શે",
    "શો",
    "શુ",
    "તો",
    "તા",
    "તિ",
    "તુ",
    "તે",
    "ત",
    "તાનિ",
    "તાને",
    "નાર",
    "નારો",
    "નારિ",
    "નારુ",
    "નારા",
    "નારાઓ",
    "જો",
    "જે",
];

/// Further endings behind a stem that closes with a consonant.
const AFTER_CONSONANT: [&str; 36] = [
    "વામાંથિ",
    "વાતુ",
    "વાતિ",
    "વાતો",
    "્યો",
    "્યા",
    "્યુ",
    "્યે",
    "્યાનો",
    "્યાનુ",
    "્યાનિ",
    "્યાના",
    "્યાથિ",
    "િ",
    "િને",
    "િએ",
    "િશ",
    "િશુ",
    "ે",
    "ો",
    "ુ",
    "તાજ",
    "ેલ",
    "ેલો",
    "ેલિ",
    "ેલુ",
    "ેલા",
    "ેલે",
    "ેલાને",
    "ેલાનિ",
    "ેલાના",
    "ેલાનો",
    "ેલાઓ",
    "ેલાઓને",
    "ેલાઓનિ",
    "ેલાઓના",
];

/// Further endings behind a stem that closes with a vowel (ખા, જો, થા, the passive).
const AFTER_VOWEL: [&str; 40] = [
    "વાયો",
    "વાયુ",
    "વાયા",
    "વાઇ",
    "વાશે",
    "વાયેલા",
    "વાયેલિ",
    "વાયેલુ",
    "વાયેલો",
    "યો",
    "યા",
    "યુ",
    "યે",
    "ઇ",
    "ઇને",
    "ઇએ",
    "ઇશ",
    "ઇશુ",
    "ય",
    "એ",
    "ઓ",
    "ઉ",
    "યેલ",
    "યેલો",
    "યેલિ",
    "યેલુ",
    "યેલા",
    "યેલે",
    "યેલાને",
    "યેલાનિ",
    "યેલાના",
    "યેલાઓ",
    "યેલાઓને",
    "યેલાઓનિ",
    "યેલાઓના",
    "એલ",
    "એલો",
    "એલિ",
    "એલુ",
    "એલા",
];

/// Shortened stems that close with a vowel, the inherent one or a sign, with what their endings begin with: લઈ and
/// ગયો, but neither લા nor ગો; જેલ is a prison and no form of જવું, દવાની is of a medicine, ગવાય is sung. An empty list
/// stands for all endings behind a vowel.
const SHORTENED: [(&str, &str, &[&str]); 10] = [
    ("ગ", "જવુ", &["ય", "ઇ"]),
    ("જા", "જવુ", &[]),
    ("જ", "જવુ", &["વ", "શ", "ત", "ન", "ઇ", "ઉ", "જ"]),
    ("લ", "લેવુ", &["ઇ", "ઉ"]),
    ("લે", "લેવુ", &[]),
    ("દ", "દેવુ", &["ઇ", "ઉ"]),
    ("દે", "દેવુ", &[]),
    ("થ", "થવુ", &[]),
    ("થા", "થવુ", &[]),
    ("મુ", "મરવુ", &[]),
];

/// Countries before 'you will give': all of 21 read in the news. Not દેશે, which is mostly the light verb (વધારી દેશે).
const COUNTRIES: &str = "દેશો";

/// Suppletive perfective stems, which close with a consonant: લીધો, બેઠેલા.
const SUPPLETIVE: [(&str, &str); 11] = [
    ("લિધ", "લેવુ"),
    ("દિધ", "દેવુ"),
    ("કિધ", "કરવુ"),
    ("ખાધ", "ખાવુ"),
    ("પિધ", "પિવુ"),
    ("બિધ", "બિવુ"),
    ("બેઠ", "બેસવુ"),
    ("પેઠ", "પેસવુ"),
    ("નાઠ", "નાસવુ"),
    ("સુત", "સુવુ"),
    ("દિઠ", "દેખવુ"),
];

/// Endings of the suppletive stems.
const PERFECTIVE: [&str; 15] = [
    "ો",
    "ા",
    "િ",
    "ુ",
    "ે",
    "ેલ",
    "ેલો",
    "ેલા",
    "ેલિ",
    "ેલુ",
    "ાનો",
    "ાનિ",
    "ાનુ",
    "ાના",
    "ાથિ",
];

/// The participle in -યા with case endings, of the shortened stems and the passive only: થયાની and કરાયાની, but છાયાની is of છાયા.
const PARTICIPLE: [&str; 5] = ["યાનો", "યાનિ", "યાનુ", "યાના", "યાથિ"];

/// Forms that no ending explains, with their infinitive.
const WHOLE_FORMS: [(&str, &str); 22] = [
    ("છે", "હોવુ"),
    ("છો", "હોવુ"),
    ("છુ", "હોવુ"),
    ("છિએ", "હોવુ"),
    ("હતો", "હોવુ"),
    ("હતિ", "હોવુ"),
    ("હતુ", "હોવુ"),
    ("હતા", "હોવુ"),
    ("હશે", "હોવુ"),
    ("હશો", "હોવુ"),
    ("નથિ", "હોવુ"),
    ("નહોતો", "હોવુ"),
    ("નહોતિ", "હોવુ"),
    ("નહોતુ", "હોવુ"),
    ("નહોતા", "હોવુ"),
    ("હોત", "હોવુ"),
    ("લો", "લેવુ"),
    ("લે", "લેવુ"),
    ("દો", "દેવુ"),
    ("દે", "દેવુ"),
    ("જા", "જવુ"),
    ("થા", "થવુ"),
];

/// The infinitives that `word` can be a form of.
#[must_use]
pub(super) fn readings(word: &str) -> Vec<VerbForm> {
    let mut found = Vec::new();
    read_irregular(word, &mut found);
    for ending in AFTER_ANY.into_iter().chain(AFTER_CONSONANT) {
        if let Some(stem) = stem_before(word, ending)
            && !ends_in_vowel(stem)
            && !is_shortened(stem)
        {
            add(&mut found, stem, "verb form", 10);
            read_open_stem(stem, ending, &mut found);
        }
    }
    for ending in AFTER_ANY.into_iter().chain(AFTER_VOWEL) {
        if let Some(stem) = stem_before(word, ending)
            && ends_in_vowel(stem)
            && !is_causative(stem, ending)
        {
            add(&mut found, stem, "verb form", 10);
            if !matches!(ending, "જે" | "જો" | "ત") {
                read_passive(stem, &mut found);
            }
        }
    }
    for ending in PARTICIPLE {
        if let Some(stem) = stem_before(word, ending) {
            read_passive(stem, &mut found);
        }
    }
    if word == COUNTRIES {
        found.iter_mut().for_each(|reading| reading.cost += 50);
    }
    found
}

fn stem_before<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    word.strip_suffix(ending)
        .filter(|stem| !stem.is_empty() && !stem.ends_with('\u{0ACD}'))
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.chars()
        .next_back()
        .is_some_and(|c| !crate::script::is_consonant(c))
}

fn add(found: &mut Vec<VerbForm>, stem: &str, rule: &'static str, cost: i32) {
    found.push(VerbForm {
        infinitive: format!("{stem}વુ"),
        rule,
        cost,
    });
}

fn read_irregular(word: &str, found: &mut Vec<VerbForm>) {
    let whole = WHOLE_FORMS.iter().filter(|(form, _)| *form == word);
    let suppletive = SUPPLETIVE.iter().filter(|(stem, _)| {
        word.strip_prefix(stem)
            .is_some_and(|ending| PERFECTIVE.contains(&ending))
    });
    let shortened = SHORTENED.iter().filter(|(stem, _, beginnings)| {
        word.strip_prefix(stem).is_some_and(|ending| {
            let fits = beginnings.is_empty() || beginnings.iter().any(|first| ending.starts_with(first));
            fits && (AFTER_ANY.contains(&ending) || AFTER_VOWEL.contains(&ending) || PARTICIPLE.contains(&ending))
        })
    });
    let infinitives = whole.chain(suppletive).map(|(_, infinitive)| infinitive);
    found.extend(
        infinitives
            .chain(shortened.map(|(_, infinitive, _)| infinitive))
            .map(|infinitive| VerbForm {
                infinitive: (*infinitive).to_owned(),
                rule: IRREGULAR,
                cost: 4,
            }),
    );
}

/// Stems in -હે lose their vowel before some endings: કહ્યું, રહી, કહેવું.
fn read_open_stem(stem: &str, ending: &str, found: &mut Vec<VerbForm>) {
    let opens = ending.starts_with('\u{0ACD}')
        || ending.starts_with('િ')
        || ending.starts_with('ે')
        || ending == "ો"
        || ending == "ુ";
    if opens && stem.ends_with('હ') {
        add(found, &format!("{stem}ે"), "verb in -હેવું", 9);
    }
}

/// Whether one consonant is all that is left of a stem: those verbs have endings of their own (`SHORTENED`), and થેલા are bags.
fn is_shortened(stem: &str) -> bool {
    SHORTENED.iter().any(|(shortened, ..)| *shortened == stem)
}

/// Whether a stem in -ા with an ending in વ- is the causative in -આવવું, a word of its own: લગાવી is of લગાવવું, and no passive of
/// લાગવું. The infinitive in -વું, -વા may be either.
fn is_causative(stem: &str, ending: &str) -> bool {
    let is_infinitive = ending == "વુ" || (ending.starts_with("વા") && AFTER_ANY.contains(&ending));
    ending.starts_with('વ')
        && !is_infinitive
        && lexicon::entry(&format!("{stem}વવુ")).is_some_and(|entry| entry.has(Class::Verb))
}

/// A passive form by its active verb.
fn read_passive(stem: &str, found: &mut Vec<VerbForm>) {
    let Some(base) = stem.strip_suffix('ા').filter(|base| !base.is_empty()) else {
        return;
    };
    for (rank, active) in (0..).zip(active_stems(base)) {
        add(found, &active, "passive", 14 + rank);
    }
}

/// The active stems that a passive can be made of, its -ા taken off, the likeliest first: આ in the stem
/// is shortened (અપાય, આપવું), a vowel takes વ in between (લેવાય, લેવું).
pub(super) fn active_stems(base: &str) -> impl Iterator<Item = String> + use<> {
    let mut letters = base.chars();
    let first = letters.next().unwrap_or_default();
    let rest = letters.as_str();
    let lengthened = if first == 'અ' {
        Some(format!("આ{rest}"))
    } else if crate::script::is_consonant(first)
        && rest
            .chars()
            .next()
            .is_some_and(|c| crate::script::is_consonant(c) || c == '\u{0A82}')
    {
        Some(format!("{first}ા{rest}"))
    } else {
        None
    };
    let behind_vowel = base
        .strip_suffix('વ')
        .filter(|vowel| ends_in_vowel(vowel))
        .map(str::to_owned);
    lengthened.into_iter().chain([base.to_owned()]).chain(behind_vowel)
}
