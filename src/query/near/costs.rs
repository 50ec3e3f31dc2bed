//! Costs: what it takes to make one letter of another, in hundredths of a whole letter.

use super::Slip;
use super::keyboard::are_neighbours;
use super::letters::{INHERENT, Letter, VOWEL};
use crate::script::VIRAMA;

/// A whole letter.
pub(super) const WHOLE: u16 = 100;
/// Two letters that changed places.
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

/// The costs of changing each letter of a word, made once for it.
#[derive(Debug)]
pub(super) struct Costs {
    /// For each letter, by the place of the other base in its block.
    bases: Vec<[u16; 128]>,
}

impl Costs {
    pub(super) fn new(letters: &[Letter]) -> Self {
        let row = |letter: &Letter| {
            let block = if letter.base.is_ascii() { 0 } else { 0x0A80 };
            let mut row = [WHOLE; 128];
            for (place, cost) in (0u32..).zip(&mut row) {
                let other = char::from_u32(block + place).unwrap_or('\0');
                *cost = base(letter.base, other).0;
            }
            row
        };
        Self {
            bases: letters.iter().map(row).collect(),
        }
    }

    /// What it costs that the letter at a place is another one.
    pub(super) fn change(&self, at: usize, own: Letter, other: Letter) -> u16 {
        if own == other {
            return 0;
        }
        let first = if at == 0 && own.base != other.base { FIRST } else { 0 };
        self.base(at, own, other.base) + vowel(own, other) + nasal(own, other) + first
    }

    /// The part of it that the bases make.
    pub(super) fn base(&self, at: usize, own: Letter, other: char) -> u16 {
        if own.base == other {
            return 0;
        }
        if own.base.is_ascii() != other.is_ascii() {
            return NEVER;
        }
        let place = u32::from(other) & 0x7F;
        self.bases
            .get(at)
            .and_then(|row| row.get(place as usize))
            .copied()
            .unwrap_or(WHOLE)
    }

    /// What the letter at a place costs where the other word lacks it.
    pub(super) fn drop_of(&self, letters: &[Letter], at: usize) -> u16 {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        letters.get(at).map_or(WHOLE, |&letter| add(before, letter))
    }

    /// What kind of slip it is to take one letter for the other.
    pub(super) fn kind(&self, own: Letter, other: Letter) -> Slip {
        let (cost, kind) = base(own.base, other.base);
        if cost > 0 && cost >= vowel(own, other) {
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

/// What it costs that two letters changed places, with their vowels (ગુરાજત) or without (ગુરજાત); `None` for
/// two that did not.
pub(super) fn swap(first: Letter, second: Letter, others: (Letter, Letter)) -> Option<u16> {
    let (before, last) = others;
    if first.base != last.base || second.base != before.base || first.base == second.base {
        return None;
    }
    let signs = |a, b| vowel(a, b) + nasal(a, b);
    let with = signs(first, last) + signs(second, before);
    let without = signs(first, before) + signs(second, last);
    Some(SWAP + with.min(without))
}

fn nasal(own: Letter, other: Letter) -> u16 {
    if own.nasal == other.nasal { 0 } else { NASAL }
}

/// What the vowels of two letters are apart.
fn vowel(own: Letter, other: Letter) -> u16 {
    let (a, b) = if own.vowel < other.vowel {
        (own.vowel, other.vowel)
    } else {
        (other.vowel, own.vowel)
    };
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
