//! Costs: what it takes to make one letter of another, in hundredths of a whole letter.

use std::sync::LazyLock;

use super::keyboard::are_neighbours;
use super::letters::{INHERENT, Letter, VOWEL};
use super::slip::Slip;
use crate::script::VIRAMA;

/// A whole letter.
pub(super) const WHOLE: u16 = 100;
/// Two letters that were swapped.
pub(super) const SWAP: u16 = 70;
/// A nasal more or less.
const NASAL: u16 = 20;
/// The key beside the right one.
const KEY: u16 = 70;
/// A letter typed twice, or once for twice.
pub(super) const DOUBLED: u16 = 40;
/// What a first letter costs more: it is seldom wrong.
const FIRST: u16 = 20;
/// No way from one script to the other.
const NEVER: u16 = 2000;

/// What two characters are apart, by their numbers in their block: worked out once.
struct Table {
    gujarati: Vec<[u16; 128]>,
    latin: Vec<[u16; 128]>,
    vowels: Vec<[u16; 128]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let all = |block: u32, cost: &dyn Fn(char, char) -> u16| {
        let at = |number: u32| char::from_u32(block + number).unwrap_or('\0');
        let row = |own: u32| std::array::from_fn(|other| cost(at(own), at(other as u32)));
        (0..128).map(row).collect()
    };
    let sign = |c: char| if c == '\u{0A80}' { INHERENT } else { c };
    Table {
        gujarati: all(0x0A80, &|a, b| base(a, b).0),
        latin: all(0, &|a, b| base(a, b).0),
        vowels: all(0x0A80, &|a, b| vowel(sign(a), sign(b))),
    }
});

/// The number of a character in its block; the inherent vowel has the first, which no sign has.
fn number(c: char) -> usize {
    if c == INHERENT { 0 } else { u32::from(c) as usize & 0x7F }
}

/// The costs of changing each letter of a word, made once for it.
#[derive(Debug)]
pub(super) struct Costs {
    bases: Vec<&'static [u16; 128]>,
    vowels: Vec<&'static [u16; 128]>,
    drops: Vec<u16>,
}

impl Costs {
    pub(super) fn new(letters: &[Letter]) -> Self {
        let table = &*TABLE;
        let bases = |letter: &Letter| {
            let block = if letter.base.is_ascii() {
                &table.latin
            } else {
                &table.gujarati
            };
            &block[u32::from(letter.base) as usize & 0x7F]
        };
        let drop = |at: usize| add(at.checked_sub(1).map(|before| letters[before]), letters[at]);
        Self {
            bases: letters.iter().map(bases).collect(),
            vowels: letters
                .iter()
                .map(|letter| &table.vowels[number(letter.vowel)])
                .collect(),
            drops: (0..letters.len()).map(drop).collect(),
        }
    }

    /// What it costs that the letter at a position is another one.
    pub(super) fn change(&self, at: usize, own: Letter, other: Letter) -> u16 {
        if own == other {
            return 0;
        }
        let first = if at == 0 && own.base != other.base { FIRST } else { 0 };
        self.base(at, own, other.base) + self.vowels[at][number(other.vowel)] + nasal(own, other) + first
    }

    /// The part of it that the bases make.
    pub(super) fn base(&self, at: usize, own: Letter, other: char) -> u16 {
        if own.base == other {
            return 0;
        }
        let is_gujarati = ('\u{0A80}'..='\u{0AFF}').contains(&other);
        if own.base.is_ascii() != other.is_ascii() || !(other.is_ascii() || is_gujarati) {
            return NEVER;
        }
        self.bases[at][u32::from(other) as usize & 0x7F]
    }

    /// What the letter at a position costs where the other word lacks it.
    pub(super) fn drop_of(&self, at: usize) -> u16 {
        self.drops[at]
    }

    /// What kind of slip it is to take one letter for the other.
    pub(super) fn kind(&self, own: Letter, other: Letter) -> Slip {
        let (cost, kind) = base(own.base, other.base);
        if cost > 0 && cost >= vowel(own.vowel, other.vowel) {
            return kind;
        }
        Slip::Spelling
    }
}

/// What a letter costs that the other word lacks.
pub(super) fn add(before: Option<Letter>, letter: Letter) -> u16 {
    let first = if before.is_none() { FIRST } else { 0 };
    let is_bound = letter.vowel == VIRAMA;
    let doubled = before.is_some_and(|before| before.base == letter.base);
    let own = match letter.base {
        _ if doubled => DOUBLED,
        'ન' | 'મ' | 'ણ' | 'ઙ' | 'ઞ' if is_bound => 30,
        'h' | 'ય' | 'હ' => 50,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 50,
        VOWEL => 60,
        _ if is_bound => 70,
        _ if letter.base.is_ascii() => 80,
        _ => WHOLE,
    };
    own + first
}

/// What it costs that two letters were swapped, with their vowels (ગુરાજત) or without (ગુરજાત); `None` for
/// two that did not.
pub(super) fn swap(first: Letter, second: Letter, others: (Letter, Letter)) -> Option<u16> {
    let (before, last) = others;
    if first.base != last.base || second.base != before.base || first.base == second.base {
        return None;
    }
    let signs = |a: Letter, b: Letter| vowel(a.vowel, b.vowel) + nasal(a, b);
    let with = signs(first, last) + signs(second, before);
    let without = signs(first, before) + signs(second, last);
    Some(SWAP + with.min(without))
}

fn nasal(own: Letter, other: Letter) -> u16 {
    if own.nasal == other.nasal { 0 } else { NASAL }
}

/// What the vowels of two letters are apart.
fn vowel(own: char, other: char) -> u16 {
    let (a, b) = if own < other { (own, other) } else { (other, own) };
    match (a, b) {
        _ if a == b => 0,
        ('\u{0ABF}', '\u{0AC0}') | ('\u{0AC1}', '\u{0AC2}') => 10,
        ('\u{0AC5}', '\u{0AC7}') | ('\u{0AC9}', '\u{0ACB}') => 10,
        ('\u{0AC7}', '\u{0AC8}') | ('\u{0ACB}', '\u{0ACC}') | ('\u{0AC5}', '\u{0AC8}') => 25,
        (INHERENT, VIRAMA) => 30,
        (INHERENT, _) => 45,
        _ if a == VIRAMA || b == VIRAMA => 65,
        _ if are_neighbours(a, b) => 50,
        _ => 60,
    }
}

/// What two bases are apart, and what kind of slip it is.
fn base(own: char, other: char) -> (u16, Slip) {
    if own == other {
        return (0, Slip::Spelling);
    }
    let (a, b) = if own < other { (own, other) } else { (other, own) };
    let sound = match (a, b) {
        ('શ', 'ષ') => 10,
        ('ણ', 'ન') | ('લ', 'ળ') | ('શ', 'સ') | ('ષ', 'સ') => 20,
        ('જ', 'ઝ') => 30,
        ('ક', 'ખ') | ('ગ', 'ઘ') | ('ચ', 'છ') | ('ટ', 'ઠ') | ('ડ', 'ઢ') | ('ત', 'થ') | ('દ', 'ધ') | ('બ', 'ભ') => {
            35
        }
        ('ટ', 'ત') | ('ઠ', 'થ') | ('ડ', 'દ') | ('ઢ', 'ધ') => 40,
        ('પ', 'ફ') | ('ફ', 'ભ') | ('બ', 'વ') | ('ડ', 'ળ') | ('ડ', 'ર') => 60,
        ('c', 'k') | ('c', 's') | ('s', 'z') | ('v', 'w') | ('i', 'y') | ('k', 'q') | ('j', 'z') => 40,
        ('g', 'j') | ('f', 'p') | ('b', 'v') | ('d', 't') => 60,
        _ if is_latin_vowel(a) && is_latin_vowel(b) => 50,
        _ => WHOLE,
    };
    if are_neighbours(a, b) && KEY < sound {
        return (KEY, Slip::Keyboard);
    }
    let kind = match sound {
        WHOLE => Slip::Keyboard,
        50 => Slip::Spelling,
        _ => Slip::Sound,
    };
    (sound, kind)
}

const fn is_latin_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}
