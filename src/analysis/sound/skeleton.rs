//! Skeletons: the consonants of a word, as loosely as people type them.
//!
//! Takes a Gujarati form, gives its one skeleton; takes a Latin word, gives the skeletons of the forms
//! it may stand for, the likeliest first. Kept are the consonants without breath and place of t and d,
//! an initial vowel as a, initial h and y; left out are all other vowels, h, y, anusvara, and one of a
//! geminate. Measured on the 107,622 spellings of the pairs: with eight skeletons 98 % of the words
//! typed are among 27 candidates of 27,500 words (one skeleton: 78 % among 9).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::unit::{GNYA, KSHA, Kind, slots};

/// The skeleton of a Gujarati form.
///
/// ```
/// use khabar_analysis::sound::skeleton_of_gujarati;
/// assert_eq!(skeleton_of_gujarati("ચૂંટણી"), "ctn");
/// assert_eq!(skeleton_of_gujarati("અમદાવાદ"), "amdvd");
/// ```
#[must_use]
pub fn skeleton_of_gujarati(form: &str) -> String {
    let row = slots(form);
    let mut out = String::with_capacity(row.len());
    let mut after_virama = false;
    for (at, slot) in row.iter().enumerate() {
        let class = match slot.symbol {
            'ઋ' | '\u{0AE0}' | '\u{0AC3}' => "r",
            _ if slot.kind != Kind::Consonant => {
                if at == 0 {
                    "a"
                } else {
                    ""
                }
            }
            'ય' | 'હ' if at > 0 => "",
            symbol => class(symbol),
        };
        if !(after_virama && out.ends_with(class)) {
            out.push_str(class);
        }
        after_virama = slot.bound;
    }
    out
}

fn class(consonant: char) -> &'static str {
    match consonant {
        'ક' | 'ખ' => "k",
        'ગ' | 'ઘ' => "g",
        'ચ' | 'છ' => "c",
        'જ' | 'ઝ' => "j",
        'ટ' | 'ઠ' | 'ત' | 'થ' => "t",
        'ડ' | 'ઢ' | 'દ' | 'ધ' => "d",
        'ણ' | 'ન' | 'ઙ' | 'ઞ' => "n",
        'પ' | 'ફ' => "p",
        'બ' | 'ભ' => "b",
        'મ' => "m",
        'ય' => "y",
        'ર' => "r",
        'લ' | 'ળ' => "l",
        'વ' => "v",
        'શ' | 'ષ' | 'સ' => "s",
        'હ' => "h",
        KSHA => "ks",
        GNYA => "gn",
        _ => "",
    }
}

/// Where a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// Everywhere.
    Any,
    /// At the beginning.
    First,
    /// Not at the beginning.
    Inner,
    /// Before a vowel.
    Open,
    /// At the beginning, before a vowel.
    FirstOpen,
    /// Not at the beginning, before a consonant.
    Closed,
    /// At the end, not at the beginning.
    Last,
    /// Before e, i or y.
    Soft,
}

/// What a letter group may stand for: how many letters are read, the skeleton, what it costs.
pub(super) type Choices = &'static [(usize, &'static str, u16)];

/// The first rule that fits decides; costs are tenths of a nat, by order of likelihood.
const RULES: &[(&str, When, Choices)] = &[
    ("u", When::FirstOpen, &[(1, "a", 0), (1, "v", 20), (1, "y", 20)]),
    ("u", When::First, &[(1, "a", 0), (1, "y", 10)]),
    ("o", When::FirstOpen, &[(1, "a", 0), (1, "v", 20)]),
    ("i", When::FirstOpen, &[(1, "a", 0), (1, "y", 20)]),
    ("e", When::First, &[(1, "a", 0), (1, "y", 30), (1, "", 40)]),
    ("a", When::First, &[(1, "a", 0)]),
    ("i", When::First, &[(1, "a", 0)]),
    ("o", When::First, &[(1, "a", 0)]),
    ("u", When::Open, &[(1, "", 0), (1, "v", 25)]),
    ("o", When::Open, &[(1, "", 0), (1, "v", 25)]),
    ("y", When::First, &[(1, "y", 0), (1, "a", 15)]),
    ("h", When::First, &[(1, "h", 0), (1, "a", 30)]),
    ("vh", When::Any, &[(2, "v", 0)]),
    ("wh", When::Any, &[(2, "v", 0)]),
    ("v", When::Inner, &[(1, "v", 0), (1, "", 30), (1, "b", 40)]),
    ("w", When::Inner, &[(1, "v", 0), (1, "", 15)]),
    ("v", When::Any, &[(1, "v", 0), (1, "b", 40)]),
    ("w", When::Any, &[(1, "v", 0)]),
    ("ksh", When::Any, &[(3, "ks", 0)]),
    ("kh", When::Any, &[(2, "k", 0)]),
    ("k", When::Any, &[(1, "k", 0)]),
    ("chh", When::Any, &[(3, "c", 0)]),
    ("cch", When::Any, &[(3, "c", 0)]),
    ("ch", When::Any, &[(2, "c", 0), (2, "k", 20), (2, "s", 30)]),
    ("ck", When::Any, &[(2, "k", 0)]),
    ("cc", When::Any, &[(2, "k", 0), (2, "ks", 15), (2, "c", 20)]),
    ("c", When::Soft, &[(1, "s", 0), (1, "c", 15), (1, "k", 20)]),
    ("c", When::Any, &[(1, "k", 0), (1, "c", 20), (1, "s", 30)]),
    ("qu", When::Any, &[(2, "k", 0), (2, "kv", 10)]),
    ("q", When::Any, &[(1, "k", 0)]),
    ("x", When::First, &[(1, "j", 0), (1, "ks", 5), (1, "s", 20)]),
    ("xh", When::Any, &[(2, "ks", 0)]),
    ("x", When::Any, &[(1, "ks", 0), (1, "gj", 25), (1, "k", 30)]),
    ("gh", When::Any, &[(2, "g", 0), (2, "", 30), (2, "p", 40)]),
    ("gn", When::Any, &[(2, "gn", 0), (2, "n", 30)]),
    ("gy", When::Any, &[(2, "g", 0), (2, "gn", 10), (1, "j", 20)]),
    ("g", When::Soft, &[(1, "g", 0), (1, "j", 10)]),
    ("g", When::Any, &[(1, "g", 0), (1, "j", 35)]),
    ("jn", When::Any, &[(2, "gn", 0), (2, "jn", 10)]),
    ("jh", When::Any, &[(2, "j", 0)]),
    ("j", When::Any, &[(1, "j", 0)]),
    ("dny", When::Any, &[(3, "gn", 0), (3, "dn", 10)]),
    ("dn", When::Any, &[(2, "dn", 0), (2, "gn", 20)]),
    ("dge", When::Any, &[(2, "j", 0), (1, "d", 10)]),
    ("dj", When::Any, &[(2, "j", 0), (1, "d", 10)]),
    ("dh", When::Inner, &[(2, "d", 0), (2, "l", 30)]),
    ("dh", When::Any, &[(2, "d", 0)]),
    ("d", When::Inner, &[(1, "d", 0), (1, "l", 22)]),
    ("d", When::Any, &[(1, "d", 0)]),
    ("zh", When::Any, &[(2, "j", 0), (2, "l", 30)]),
    ("z", When::Any, &[(1, "j", 0), (1, "s", 25)]),
    ("sch", When::Any, &[(3, "sc", 5), (3, "sk", 7), (3, "s", 10)]),
    ("shh", When::Any, &[(3, "s", 0)]),
    ("sh", When::Any, &[(2, "s", 0)]),
    ("sce", When::Any, &[(2, "s", 0), (1, "s", 20)]),
    ("sci", When::Any, &[(2, "s", 0), (1, "s", 20)]),
    ("s", When::Any, &[(1, "s", 0), (1, "j", 25), (1, "c", 45)]),
    ("tch", When::Any, &[(3, "c", 0), (3, "tc", 15)]),
    ("tio", When::Any, &[(2, "s", 5), (1, "t", 5), (2, "c", 30)]),
    ("tia", When::Any, &[(2, "s", 10), (1, "t", 5), (2, "c", 30)]),
    ("th", When::Any, &[(2, "t", 0)]),
    ("tu", When::Any, &[(1, "t", 0), (1, "c", 30)]),
    ("t", When::Last, &[(1, "t", 0), (1, "", 35)]),
    ("t", When::Any, &[(1, "t", 0)]),
    ("ps", When::First, &[(1, "", 5), (1, "p", 5)]),
    ("ph", When::Any, &[(2, "p", 0)]),
    ("p", When::Any, &[(1, "p", 0)]),
    ("f", When::Any, &[(1, "p", 0)]),
    ("bh", When::Any, &[(2, "b", 0), (2, "v", 40)]),
    ("b", When::Any, &[(1, "b", 0), (1, "v", 40)]),
    ("mp", When::Inner, &[(1, "m", 0), (1, "", 7), (1, "n", 25)]),
    ("mb", When::Inner, &[(1, "m", 0), (1, "", 7), (1, "n", 25)]),
    ("np", When::Inner, &[(1, "n", 0), (1, "", 7), (1, "m", 25)]),
    ("nb", When::Inner, &[(1, "n", 0), (1, "", 7), (1, "m", 25)]),
    ("n", When::Closed, &[(1, "n", 0), (1, "", 7)]),
    ("m", When::Closed, &[(1, "m", 0), (1, "", 7)]),
    ("n", When::Last, &[(1, "n", 0), (1, "", 15)]),
    ("m", When::Last, &[(1, "m", 0), (1, "", 15)]),
    ("n", When::Any, &[(1, "n", 0)]),
    ("m", When::Any, &[(1, "m", 0)]),
    ("r", When::Closed, &[(1, "r", 0), (1, "", 35)]),
    ("r", When::Last, &[(1, "r", 0), (1, "", 35)]),
    ("r", When::Any, &[(1, "r", 0)]),
    ("l", When::Closed, &[(1, "l", 0), (1, "", 40)]),
    ("l", When::Any, &[(1, "l", 0)]),
];

/// Letters without a rule: inner vowels, y and h.
pub(super) const SILENT: Choices = &[(1, "", 0)];

/// What a doubled consonant costs where both are meant: મેદાનની.
const DOUBLED: u16 = 15;

/// No skeleton that costs more is tried.
const DEAREST: u16 = 60;

/// A beginning of a Latin word with its skeleton; the cheapest first, then the longest.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Begun {
    cost: Reverse<u16>,
    at: usize,
    skeleton: String,
    after_consonant: bool,
}

/// The skeletons of the forms that letters a to z may stand for, at most `limit`, the likeliest first.
///
/// ```
/// use khabar_analysis::sound::{skeleton_of_gujarati, skeletons_of_latin};
/// assert_eq!(skeletons_of_latin("khedut", 1), ["kdt"]);
/// assert!(skeletons_of_latin("chuntani", 4).contains(&skeleton_of_gujarati("ચૂંટણી")));
/// ```
#[must_use]
pub fn skeletons_of_latin(letters: &str, limit: usize) -> Vec<String> {
    likeliest(letters.as_bytes(), limit, choices, |letter| {
        !is_vowel(letter) && letter != b'y'
    })
}

/// The skeletons of a row of letters or sounds, at most `limit`, the likeliest first: `choices` says what stands from a place
/// on, `is_consonant` which letters make a geminate with the one before.
pub(super) fn likeliest(
    letters: &[u8],
    limit: usize,
    choices: fn(&[u8], usize) -> Choices,
    is_consonant: fn(u8) -> bool,
) -> Vec<String> {
    let mut heap = BinaryHeap::from([Begun {
        cost: Reverse(0),
        at: 0,
        skeleton: String::new(),
        after_consonant: false,
    }]);
    let mut found: Vec<String> = Vec::with_capacity(limit.min(64));
    // a word of forty letters must not take forty times as long
    let mut steps = 0;
    while let Some(begun) = heap.pop().filter(|_| found.len() < limit && steps < 2000) {
        steps += 1;
        let Some(&letter) = letters.get(begun.at) else {
            if !found.contains(&begun.skeleton) {
                found.push(begun.skeleton);
            }
            continue;
        };
        for &(count, more, cost) in choices(letters, begun.at) {
            grow(&begun, (count, more, cost), is_consonant(letter), &mut heap);
        }
    }
    found
}

fn grow(begun: &Begun, (count, more, cost): (usize, &str, u16), is_consonant: bool, heap: &mut BinaryHeap<Begun>) {
    let mut add = |more: &str, cost: u16| {
        let cost = begun.cost.0 + cost;
        if cost <= DEAREST {
            heap.push(Begun {
                cost: Reverse(cost),
                at: begun.at + count,
                skeleton: format!("{}{more}", begun.skeleton),
                after_consonant: is_consonant,
            });
        }
    };
    let doubled = more
        .chars()
        .next()
        .filter(|&first| begun.after_consonant && is_consonant && begun.skeleton.ends_with(first));
    match doubled.and_then(|first| more.strip_prefix(first)) {
        Some(rest) => {
            add(rest, cost);
            add(more, cost + DOUBLED);
        }
        None => add(more, cost),
    }
}

fn choices(letters: &[u8], at: usize) -> Choices {
    let rest = letters.get(at..).unwrap_or_default();
    RULES
        .iter()
        .find(|(group, when, _)| rest.starts_with(group.as_bytes()) && holds(*when, rest.get(group.len()), at))
        .map_or(SILENT, |(_, _, choices)| choices)
}

fn holds(when: When, next: Option<&u8>, at: usize) -> bool {
    let open = next.is_some_and(|&next| is_vowel(next));
    match when {
        When::Any => true,
        When::First => at == 0,
        When::Inner => at > 0,
        When::Open => open,
        When::FirstOpen => at == 0 && open,
        When::Closed => at > 0 && next.is_some() && !open,
        When::Last => at > 0 && next.is_none(),
        When::Soft => next.is_some_and(|next| matches!(next, b'e' | b'i' | b'y')),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::{skeleton_of_gujarati, skeletons_of_latin};

    #[test]
    fn spellings_meet_their_words() {
        for (form, latin) in [
            ("વિજ્ઞાન", "vignan"),
            ("લક્ષ્મી", "laxmi"),
            ("ઝેલેન્સ્કી", "zelensky"),
            ("ઝેલેંસ્કી", "zelensky"),
            ("ક્રિકેટ", "cricket"),
            ("મેદાનની", "medanni"),
            ("બચ્ચન", "bachchan"),
            ("વાળ", "vaad"),
            ("પોલીસ", "police"),
            ("યુનિવર્સિટી", "university"),
        ] {
            let skeletons = skeletons_of_latin(latin, 8);
            assert!(
                skeletons.contains(&skeleton_of_gujarati(form)),
                "{form} {latin} {skeletons:?}"
            );
        }
    }
}
