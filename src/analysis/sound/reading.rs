//! Readings: a word of either script as a row of sounds, for show and for rough nearness.
//!
//! Takes a Gujarati form or a Latin word, gives its sounds. A Gujarati letter is read as it is mostly
//! romanised; a Latin word as it is mostly meant. Search does not rest on it: see [`super::Typed`].

use crate::script::{ANUSVARA, VIRAMA, is_consonant, is_vowel_sign};

/// The sounds of a word: lower-case letters, one a sound.
///
/// Consonants: k g c(=ch) j t d n p f b m y r l v s h, capital K G C J T D P B for aspirates,
/// X for ક્ષ; vowels: a A(=aa) i u e o E(=ai) O(=au); N for anusvara.
pub type Sounds = String;

/// The reading of a Gujarati form, with the inherent vowels that are heard.
///
/// The schwa falls silent at the end of a word, and before a consonant with a vowel where another vowel
/// stands before it (Pandey 1990 for Hindi, the same in Gujarati): ચૂંટણી is cuNTni, not cuNTani.
///
/// ```
/// use khabar_analysis::sound::of_gujarati;
/// assert_eq!(of_gujarati("પુતિન"), "putin");
/// assert_eq!(of_gujarati("અમદાવાદ"), "amdAvAd");
/// ```
#[must_use]
pub fn of_gujarati(form: &str) -> Sounds {
    let letters: Vec<char> = form.chars().collect();
    let mut sounds: Vec<char> = Vec::with_capacity(letters.len() * 2);
    let mut schwas = Vec::new();
    for (at, &c) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied().unwrap_or('\0');
        if is_consonant(c) {
            sounds.extend(consonant(c));
            if !is_vowel_sign(next) && next != VIRAMA {
                schwas.push(sounds.len());
                sounds.push('a');
            }
        } else if let Some(vowel) = vowel(c) {
            sounds.extend(vowel.chars());
        } else if c == ANUSVARA || c == crate::script::CANDRABINDU {
            sounds.push('N');
        }
    }
    silence(&mut sounds, &schwas);
    let mut text: String = sounds.into_iter().filter(|&c| c != '\0').collect();
    text = text
        .replace("kS", "X")
        .replace("jY", "gn")
        .replace('S', "s")
        .replace('Y', "n");
    text
}

/// Takes out the schwas that are not heard.
fn silence(sounds: &mut [char], schwas: &[usize]) {
    let is_vowel = |c: char| matches!(c, 'a' | 'A' | 'i' | 'u' | 'e' | 'o' | 'E' | 'O' | 'N');
    let length = sounds.len();
    for &at in schwas.iter().rev() {
        if at + 1 == length {
            // the only vowel of a word is heard
            if sounds.iter().filter(|&&c| is_vowel(c)).count() > 1 {
                sounds[at] = '\0';
            }
            continue;
        }
        let before = sounds[..at]
            .iter()
            .rev()
            .filter(|&&c| c != '\0')
            .take(2)
            .copied()
            .collect::<Vec<_>>();
        let after = sounds[at + 1..]
            .iter()
            .filter(|&&c| c != '\0')
            .take(2)
            .copied()
            .collect::<Vec<_>>();
        let open_before = before.len() == 2 && !is_vowel(before[0]) && is_vowel(before[1]);
        let open_after = after.len() == 2 && !is_vowel(after[0]) && is_vowel(after[1]);
        if open_before && open_after {
            sounds[at] = '\0';
        }
    }
}

fn consonant(c: char) -> Option<char> {
    Some(match c {
        'ક' => 'k',
        'ખ' => 'K',
        'ગ' => 'g',
        'ઘ' => 'G',
        'ઙ' | 'ન' | 'ણ' => 'n',
        'ચ' => 'c',
        'છ' => 'C',
        'જ' => 'j',
        'ઝ' => 'J',
        'ઞ' => 'Y',
        'ટ' | 'ત' => 't',
        'ઠ' | 'થ' => 'T',
        'ડ' | 'દ' => 'd',
        'ઢ' | 'ધ' => 'D',
        'પ' => 'p',
        'ફ' => 'f',
        'બ' => 'b',
        'ભ' => 'B',
        'મ' => 'm',
        'ય' => 'y',
        'ર' => 'r',
        'લ' | 'ળ' => 'l',
        'વ' => 'v',
        'શ' | 'સ' => 's',
        'ષ' => 'S',
        'હ' => 'h',
        _ => return None,
    })
}

fn vowel(c: char) -> Option<&'static str> {
    Some(match c {
        'અ' => "a",
        'આ' | '\u{0ABE}' => "A",
        'ઇ' | 'ઈ' | '\u{0ABF}' | '\u{0AC0}' => "i",
        'ઉ' | 'ઊ' | '\u{0AC1}' | '\u{0AC2}' => "u",
        'ઋ' | '\u{0AC3}' => "ru",
        'એ' | 'ઍ' | '\u{0AC5}' | '\u{0AC7}' => "e",
        'ઐ' | '\u{0AC8}' => "E",
        'ઓ' | 'ઑ' | '\u{0AC9}' | '\u{0ACB}' => "o",
        'ઔ' | '\u{0ACC}' => "O",
        _ => return None,
    })
}

/// Latin letter groups and their sounds, the longest first.
const GROUPS: [(&str, &str); 66] = [
    ("tion", "san"),
    ("dny", "gn"),
    ("chh", "C"),
    ("ksh", "X"),
    ("tch", "c"),
    ("sch", "sk"),
    ("ight", "Ait"),
    ("eau", "o"),
    ("aai", "Ai"),
    ("aau", "Au"),
    ("aa", "A"),
    ("ae", "e"),
    ("ai", "E"),
    ("au", "O"),
    ("ay", "e"),
    ("ee", "i"),
    ("ea", "i"),
    ("ei", "e"),
    ("ey", "e"),
    ("ie", "i"),
    ("ii", "i"),
    ("oo", "u"),
    ("ou", "O"),
    ("ow", "O"),
    ("uu", "u"),
    ("kh", "K"),
    ("gh", "G"),
    ("ch", "c"),
    ("jh", "J"),
    ("th", "T"),
    ("dh", "D"),
    ("ph", "f"),
    ("bh", "B"),
    ("sh", "s"),
    ("zh", "J"),
    ("gn", "gn"),
    ("jn", "gn"),
    ("gy", "gn"),
    ("ck", "k"),
    ("qu", "kv"),
    ("wh", "v"),
    ("a", "a"),
    ("b", "b"),
    ("c", "k"),
    ("d", "d"),
    ("e", "e"),
    ("f", "f"),
    ("g", "g"),
    ("h", "h"),
    ("i", "i"),
    ("j", "j"),
    ("k", "k"),
    ("l", "l"),
    ("m", "m"),
    ("n", "n"),
    ("o", "o"),
    ("p", "p"),
    ("q", "k"),
    ("r", "r"),
    ("s", "s"),
    ("t", "t"),
    ("u", "u"),
    ("v", "v"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "y"),
];

/// The reading of a Latin word.
///
/// ```
/// use khabar_analysis::sound::of_latin;
/// assert_eq!(of_latin("Putin"), "putin");
/// assert_eq!(of_latin("khedoot"), "Kedut");
/// ```
#[must_use]
pub fn of_latin(word: &str) -> Sounds {
    let lower = word.to_lowercase();
    let mut rest = lower.as_str();
    let mut sounds = String::with_capacity(lower.len());
    while let Some(first) = rest.chars().next() {
        let group = GROUPS.iter().find(|(letters, _)| rest.starts_with(letters));
        match group {
            Some((letters, sound)) => {
                // c before e, i, y is a sibilant: city, police
                let soft = *letters == "c" && rest.get(1..).is_some_and(|after| after.starts_with(['e', 'i', 'y']));
                push_sounds(&mut sounds, if soft { "s" } else { sound });
                rest = rest.get(letters.len()..).unwrap_or_default();
            }
            None => {
                if first == 'z' {
                    push_sounds(&mut sounds, "J");
                }
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    // y is a vowel at the end (modi, mody) and between consonants
    if sounds.len() > 2 && sounds.ends_with('y') {
        sounds.pop();
        sounds.push('i');
    }
    // a silent e of English: police, france
    if lower.len() > 4 && lower.ends_with("ce") {
        sounds.pop();
    }
    sounds
}

/// Doubled letters are one sound.
fn push_sounds(sounds: &mut String, more: &str) {
    for c in more.chars() {
        let doubled = sounds
            .chars()
            .next_back()
            .is_some_and(|last| last == c && is_sound_consonant(c));
        if !doubled {
            sounds.push(c);
        }
    }
}

fn is_sound_consonant(c: char) -> bool {
    !matches!(c, 'a' | 'A' | 'i' | 'u' | 'e' | 'o' | 'E' | 'O')
}

/// How far two readings are apart, in hundredths of a whole consonant.
#[must_use]
pub fn distance(gujarati: &str, latin: &str) -> u32 {
    let a: Vec<char> = gujarati.chars().collect();
    let b: Vec<char> = latin.chars().collect();
    let mut last: Vec<u32> = Vec::with_capacity(b.len() + 1);
    last.push(0);
    for (at, &c) in b.iter().enumerate() {
        last.push(last[at] + skip_cost(c, at + 1 == b.len()));
    }
    for (i, &from) in a.iter().enumerate() {
        let mut row = vec![last[0] + skip_cost(from, i + 1 == a.len())];
        for (j, &to) in b.iter().enumerate() {
            let change = last[j] + change_cost(from, to);
            let skip = last[j + 1] + skip_cost(from, i + 1 == a.len());
            let add = row[j] + skip_cost(to, j + 1 == b.len());
            row.push(change.min(skip).min(add));
        }
        last = row;
    }
    last.last().copied().unwrap_or(0)
}

fn skip_cost(c: char, last: bool) -> u32 {
    match c {
        'a' if last => 12,
        'a' => 15,
        'N' => 20,
        'h' => 30,
        'y' => 40,
        'A' | 'i' | 'u' | 'e' | 'o' | 'E' | 'O' => 60,
        _ => 100,
    }
}

fn change_cost(from: char, to: char) -> u32 {
    if from == to {
        return 0;
    }
    let pair = |x: char, y: char| (from == x && to == y) || (from == y && to == x);
    let cheap = [
        ('a', 'A', 5),
        ('i', 'e', 30),
        ('u', 'o', 30),
        ('E', 'e', 15),
        ('E', 'i', 30),
        ('O', 'o', 15),
        ('O', 'u', 30),
        ('a', 'e', 35),
        ('a', 'o', 35),
        ('a', 'u', 30),
        ('a', 'i', 45),
        ('N', 'n', 3),
        ('N', 'm', 5),
        ('n', 'm', 60),
        ('y', 'i', 20),
        ('E', 'A', 40),
        ('a', 'E', 40),
        ('A', 'e', 45),
        ('A', 'o', 45),
        ('v', 'u', 40),
        ('v', 'o', 40),
        ('j', 'J', 8),
        ('f', 'p', 30),
        ('s', 'c', 60),
        ('k', 'c', 50),
        ('g', 'j', 50),
    ];
    for (x, y, cost) in cheap {
        if pair(x, y) {
            return cost;
        }
    }
    let breath = [('k', 'K'), ('g', 'G'), ('c', 'C'), ('t', 'T'), ('d', 'D'), ('b', 'B')];
    if breath.iter().any(|&(x, y)| pair(x, y)) {
        return 10;
    }
    if is_sound_consonant(from) == is_sound_consonant(to) && !is_sound_consonant(from) {
        60
    } else {
        120
    }
}
