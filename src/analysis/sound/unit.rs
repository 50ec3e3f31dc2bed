//! Units: a Gujarati form as the row of things that are typed one after the other.
//!
//! Takes a form, gives its consonants, vowels (the inherent ones too) and nasals, each with its
//! surroundings as the table of costs names them. The same rules stand in `data/generate/romanise.py`,
//! which learns the table: change both.

use crate::script::{ANUSVARA, CANDRABINDU, NUKTA, VIRAMA, VISARGA, is_consonant, is_independent_vowel, is_vowel_sign};

/// The inherent vowel as a symbol.
pub(super) const INHERENT: char = 'a';
/// ક્ષ as a symbol: typed as one letter, x or ksh.
pub(super) const KSHA: char = 'x';
/// જ્ઞ as a symbol: typed gn, gy, jn or dny.
pub(super) const GNYA: char = 'g';

/// What a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A consonant or one of the two conjuncts that are typed as one.
    Consonant,
    /// An inherent vowel.
    Inherent,
    /// A written vowel.
    Vowel,
    /// Anusvara or visarga.
    Nasal,
}

/// A letter of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// The letter, [`INHERENT`], [`KSHA`] or [`GNYA`].
    pub(super) symbol: char,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether a virama follows.
    pub(super) bound: bool,
}

/// A letter with its surroundings: a letter for them, as in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// The letter.
    pub(super) symbol: char,
    /// Its surroundings.
    pub(super) place: u8,
}

/// The letters of a form, inherent vowels among them.
pub(super) fn slots(form: &str) -> Vec<Slot> {
    let mut out = Vec::with_capacity(form.len() / 2);
    let mut letters = form.chars().filter(|&c| c != NUKTA).peekable();
    while let Some(c) = letters.next() {
        let (kind, symbol) = match c {
            _ if is_consonant(c) => (Kind::Consonant, c),
            _ if is_vowel_sign(c) || is_independent_vowel(c) || c == '\u{0AD0}' => (Kind::Vowel, c),
            ANUSVARA | CANDRABINDU => (Kind::Nasal, ANUSVARA),
            VISARGA => (Kind::Nasal, VISARGA),
            _ => continue,
        };
        let bound = kind == Kind::Consonant && letters.next_if_eq(&VIRAMA).is_some();
        push(&mut out, Slot { symbol, kind, bound });
        if kind == Kind::Consonant && !bound && !letters.peek().is_some_and(|&next| is_vowel_sign(next)) {
            out.push(Slot {
                symbol: INHERENT,
                kind: Kind::Inherent,
                bound: false,
            });
        }
    }
    out
}

/// Adds a letter; ક્ષ and જ્ઞ become one.
fn push(out: &mut Vec<Slot>, slot: Slot) {
    if let Some(last) = out.last_mut().filter(|last| last.bound) {
        let whole = match (last.symbol, slot.symbol) {
            ('ક', 'ષ') => Some(KSHA),
            ('જ', 'ઞ') => Some(GNYA),
            _ => None,
        };
        if let Some(symbol) = whole {
            *last = Slot { symbol, ..slot };
            return;
        }
    }
    out.push(slot);
}

/// The units of a form.
pub(super) fn units(form: &str) -> Vec<Unit> {
    let row = slots(form);
    let silent = silent(&row);
    (0..row.len())
        .map(|at| Unit {
            symbol: row[at].symbol,
            place: place(&row, at, silent.get(at).copied().unwrap_or(false)),
        })
        .collect()
}

/// Which inherent vowels are not heard: those between two open syllables, counted from the end (Pandey
/// 1990 for Hindi, the same in Gujarati): ચૂંટણી is chuntni as often as chuntani.
fn silent(row: &[Slot]) -> Vec<bool> {
    let mut gone = vec![false; row.len()];
    for at in (2..row.len()).rev() {
        if row[at].kind != Kind::Inherent {
            continue;
        }
        let heard = |at: usize| {
            row.get(at)
                .is_some_and(|slot| matches!(slot.kind, Kind::Vowel | Kind::Inherent))
                && !gone[at]
        };
        let before = heard(at - 2) && row[at - 1].kind == Kind::Consonant;
        let opens = row
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Consonant && !next.bound);
        let last_is_mute = at + 3 == row.len() && row[at + 2].kind == Kind::Inherent;
        gone[at] = before && opens && heard(at + 2) && !last_is_mute;
    }
    gone
}

fn place(row: &[Slot], at: usize, silent: bool) -> u8 {
    let next = row.get(at + 1);
    match row[at].kind {
        Kind::Consonant => consonant_place(row, at),
        Kind::Inherent => inherent_place(row, at, silent),
        Kind::Vowel => match next {
            None => b'f',
            Some(next) => match next.kind {
                Kind::Nasal if at + 2 == row.len() => b'e',
                Kind::Nasal => b'n',
                Kind::Vowel => b'w',
                _ if next.symbol == 'ય' => b'y',
                _ if at == 0 => b'i',
                _ => b'm',
            },
        },
        Kind::Nasal => match next.map(|next| next.symbol) {
            None => b'f',
            Some('પ' | 'ફ' | 'બ' | 'ભ' | 'મ') => b'p',
            Some('ક' | 'ખ' | 'ગ' | 'ઘ' | KSHA) => b'k',
            Some('ય' | 'ર' | 'લ' | 'વ' | 'શ' | 'ષ' | 'સ' | 'હ' | 'ળ') => b's',
            Some(_) => b't',
        },
    }
}

fn consonant_place(row: &[Slot], at: usize) -> u8 {
    let slot = row[at];
    let next = row.get(at + 1);
    let before = at.checked_sub(1).map(|before| row[before]);
    if slot.bound {
        return match next {
            Some(next) if same_place(slot.symbol, next.symbol) => b'g',
            _ => b'c',
        };
    }
    match before {
        None => b'i',
        Some(before) if before.kind == Kind::Consonant => {
            if same_place(before.symbol, slot.symbol) {
                b'h'
            } else {
                b'k'
            }
        }
        Some(_) if at + 2 == row.len() && next.is_some_and(|next| next.kind == Kind::Inherent) => b'f',
        Some(_) => b'v',
    }
}

fn inherent_place(row: &[Slot], at: usize, silent: bool) -> u8 {
    let Some(next) = row.get(at + 1) else {
        return if row.len() > 2 { b'f' } else { b'o' };
    };
    let symbol = next.symbol;
    match next.kind {
        _ if silent && matches!(symbol, 'ય' | 'હ') => b't',
        _ if silent => b's',
        Kind::Nasal => b'n',
        Kind::Vowel => b'w',
        _ if symbol == 'ય' => b'y',
        _ if symbol == 'હ' => b'h',
        _ if symbol == 'વ' => b'v',
        _ if at == 1 => b'i',
        _ => b'o',
    }
}

/// Whether two consonants make a geminate, aspirated or not: ચ્ચ, ચ્છ, દ્ધ.
fn same_place(a: char, b: char) -> bool {
    let first = |c| match c {
        KSHA => 'ક',
        GNYA => 'જ',
        _ => c,
    };
    let (a, b) = (first(a), first(b));
    a == b || matches!((row_of(a), row_of(b)), (Some(x), Some(y)) if x == y)
}

/// The row of the alphabet that a stop stands in.
fn row_of(c: char) -> Option<u8> {
    match c {
        'ક' | 'ખ' | 'ગ' | 'ઘ' => Some(0),
        'ચ' | 'છ' | 'જ' | 'ઝ' => Some(1),
        'ટ' | 'ઠ' | 'ડ' | 'ઢ' => Some(2),
        'ત' | 'થ' | 'દ' | 'ધ' => Some(3),
        'પ' | 'ફ' | 'બ' | 'ભ' => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::units;

    fn shown(form: &str) -> String {
        let units: Vec<String> = units(form)
            .iter()
            .map(|unit| format!("{}{}", unit.symbol, char::from(unit.place)))
            .collect();
        units.join(" ")
    }

    /// What `generate/romanise.py` gives for the same words.
    #[test]
    fn units_are_those_of_the_generator() {
        for (form, wanted) in [
            ("સરકાર", "સi ai રv as કv ાm રf af"),
            ("ચૂંટણી", "ચi ૂn ંt ટv ao ણv ીf"),
            ("ક્ષત્રિય", "xi ai તc રk િy યf af"),
            ("જ્ઞાનના", "gi ાm નv as નv ાf"),
            ("બચ્ચન", "બi ai ચg ચh ao નf af"),
            ("રમત", "રi ai મv ao તf af"),
            ("કહેવાય", "કi ah હv ેm વv ાy યf af"),
            ("સંસ્થા", "સi an ંs સc થk ાf"),
            ("લક્ષ્મી", "લi ai xc મk ીf"),
            ("ઋષભ", "ઋi ષv ao ભf af"),
            ("વિશ્વ", "વi િm શc વk af"),
            ("નંબર", "નi an ંp બv ao રf af"),
            ("ગુજરાતમાં", "ગi ુm જv as રv ાm તv as મv ાe ંf"),
            ("બ્રહ્મા", "બc રk ah હc મk ાf"),
            ("પક્કડ", "પi ai કg કh ao ડf af"),
            ("ભાઈઓ", "ભi ાw ઈw ઓf"),
            ("સિંહ", "સi િn ંs હf af"),
            ("દુઃખ", "દi ુn ઃk ખf af"),
            ("ન", "નi ao"),
            ("ખેડૂતોએ", "ખi ેm ડv ૂm તv ોw એf"),
            ("પ્રજ્ઞા", "પc રk ao gv ાf"),
            ("નવસારી", "નi av વv as સv ાm રv ીf"),
            ("ઑફિસ", "ઑi ફv િm સf af"),
            ("સમય", "સi ai મv ay યf af"),
            ("અક્ષય", "અi xv ay યf af"),
        ] {
            assert_eq!(shown(form), wanted, "{form}");
        }
    }
}
