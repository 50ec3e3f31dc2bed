//! Keyboards: which keys are neighbours.
//!
//! Takes two characters, says whether a finger can take the one for the other: on `InScript`, on the grid of
//! the alphabet that phones show, or where Gujarati is typed by Latin letters, on QWERTY.

/// Rows of keys from the top, without and with shift; a dot where there is no letter.
type Layout = [&'static [&'static str]; 3];

const QWERTY: Layout = [&["qwertyuiop"], &["asdfghjkl"], &["zxcvbnm"]];

const INSCRIPT: Layout = [
    &["\u{ACC}\u{AC8}\u{ABE}\u{AC0}\u{AC2}બહગદજડ", "ઔઐઆઈઊભઙઘધઝઢ"],
    &["\u{ACB}\u{AC7}\u{ACD}\u{ABF}\u{AC1}પરકતચટ", "ઓએઅઇઉફ.ખથછઠ"],
    &[".\u{AC5}\u{A82}મનવલસ", "..\u{A81}ણ..ળશષ"],
];

/// The grid of the alphabet as phones show it, a row at a time: only neighbours in a row are taken.
const GRID: [&str; 6] = ["કખગઘઙ", "ચછજઝઞ", "ટઠડઢણ", "તથદધન", "પફબભમ", "યરલવશષસહળ"];

/// The Latin letter by which a Gujarati consonant is mostly typed.
fn typed_by(c: char) -> Option<char> {
    Some(match c {
        'ક' | 'ખ' => 'k',
        'ગ' | 'ઘ' => 'g',
        'ચ' | 'છ' => 'c',
        'જ' => 'j',
        'ઝ' => 'z',
        'ટ' | 'ઠ' | 'ત' | 'થ' => 't',
        'ડ' | 'ઢ' | 'દ' | 'ધ' => 'd',
        'ણ' | 'ન' => 'n',
        'પ' => 'p',
        'ફ' => 'f',
        'બ' | 'ભ' => 'b',
        'મ' => 'm',
        'ય' => 'y',
        'ર' => 'r',
        'લ' | 'ળ' => 'l',
        'વ' => 'v',
        'શ' | 'ષ' | 'સ' => 's',
        'હ' => 'h',
        _ => return None,
    })
}

/// Whether the keys of two characters are neighbours, or one key with and without shift.
pub(super) fn are_neighbours(a: char, b: char) -> bool {
    if a.is_ascii() || b.is_ascii() {
        return on(&QWERTY, a, b);
    }
    let by_latin = matches!((typed_by(a), typed_by(b)), (Some(a), Some(b)) if a != b && on(&QWERTY, a, b));
    by_latin || on(&INSCRIPT, a, b) || in_grid(a, b)
}

/// What a word of letters a to z can be where one slip is undone: a letter less, two swapped, a
/// neighbouring key, a letter more between two.
pub(in crate::query) fn slips(letters: &str) -> Vec<String> {
    const ALL: &str = "abcdefghijklmnopqrstuvwxyz";
    let typed: Vec<char> = letters.chars().collect();
    let mut all = std::collections::BTreeSet::new();
    let mut add = |from: usize, to: usize, middle: &[char]| {
        let parts = [typed.get(..from), Some(middle), typed.get(to..)];
        all.insert(parts.into_iter().flatten().flatten().collect::<String>());
    };
    for (at, &letter) in typed.iter().enumerate() {
        add(at, at + 1, &[]);
        if let Some(&next) = typed.get(at + 1) {
            add(at, at + 2, &[next, letter]);
        }
        for other in ALL.chars().filter(|&other| on(&QWERTY, letter, other)) {
            add(at, at + 1, &[other]);
        }
        for more in ALL.chars() {
            add(at + 1, at + 1, &[more]);
        }
    }
    all.remove(letters);
    all.into_iter().collect()
}

fn on(layout: &Layout, a: char, b: char) -> bool {
    match (key_at(layout, a), key_at(layout, b)) {
        (Some((row, x)), Some((other, y))) if row == other => x.abs_diff(y) <= 4,
        (Some((row, x)), Some((other, y))) => row.abs_diff(other) == 1 && x.abs_diff(y) <= 3,
        _ => false,
    }
}

/// The row of a key and its column there in quarters of a key: the rows are shifted against each other.
fn key_at(layout: &Layout, c: char) -> Option<(usize, usize)> {
    const SHIFTED: [usize; 3] = [0, 1, 3];
    layout
        .iter()
        .zip(SHIFTED)
        .enumerate()
        .find_map(|(row, (keys, shifted))| {
            let column = keys
                .iter()
                .find_map(|keys| keys.chars().position(|key| key == c && key != '.'))?;
            Some((row, 4 * column + shifted))
        })
}

fn in_grid(a: char, b: char) -> bool {
    GRID.iter().any(|row| {
        let at = |c| row.chars().position(|letter| letter == c);
        matches!((at(a), at(b)), (Some(a), Some(b)) if a.abs_diff(b) == 1)
    })
}

#[cfg(test)]
mod tests {
    use super::are_neighbours;

    #[test]
    fn neighbours_are_those_of_the_keyboards() {
        for (a, b) in [
            ('a', 's'),
            ('a', 'q'),
            ('g', 'h'),
            ('n', 'j'),
            ('ર', 'ક'),
            ('ક', 'ખ'),
            ('પ', 'ફ'),
            ('\u{AC0}', '\u{AC2}'),
        ] {
            assert!(are_neighbours(a, b) && are_neighbours(b, a), "{a} {b}");
        }
        for (a, b) in [('a', 'd'), ('q', 'p'), ('ર', 'ષ'), ('પ', 'ચ'), ('a', 'ક'), ('ર', 'q')] {
            assert!(!are_neighbours(a, b), "{a} {b}");
        }
    }
}
