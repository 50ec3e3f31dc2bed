//! A table of costs: what each Gujarati unit stands for, and how dear that is.
//!
//! Takes the text of a list of units, surroundings, chunks and costs (`data/romanise.tsv` of letters, `data/loans.tsv` of
//! English sounds), gives for each unit the chunks that it may stand for. Costs are tenths of a nat.

use super::unit::{GNYA, INHERENT, KSHA};

/// The most letters or sounds that one unit stands for.
pub(super) const CHUNK: usize = 4;
/// Symbols times places: see [`number`].
pub(super) const UNITS: usize = 128 * 32;
/// What it costs to leave out a unit that the table does not know.
const UNKNOWN: u8 = 100;

/// Letters or sounds that a unit stands for, and what that costs; the chunk is its bytes, eight bits each.
#[derive(Debug, Clone, Copy)]
struct Row {
    chunk: u32,
    length: u8,
    cost: u8,
}

/// The costs of all units.
#[derive(Debug)]
pub(super) struct Table {
    /// By unit number; a place without rows of its own has those of the unit anywhere.
    units: Vec<Vec<Row>>,
    /// What a letter costs that no unit asks for.
    spare: fn(u8) -> u16,
}

impl Table {
    /// Reads a list; lines that are none of its rows are passed over.
    pub(super) fn parse(text: &str, spare: fn(u8) -> u16) -> Self {
        let mut units: Vec<Vec<Row>> = vec![Vec::new(); UNITS];
        let mut own: Vec<(usize, Row)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            let (symbol, place, letters, cost) = (cell(), cell(), cell(), cell());
            let (Some(symbol), Ok(cost)) = (symbol_of(symbol), cost.parse()) else {
                continue;
            };
            let letters = letters.trim_start_matches('-').as_bytes();
            let (chunk, length) = (pack(letters), letters.len() as u8);
            let row = Row { chunk, length, cost };
            match place.bytes().next() {
                Some(b'*') => (0..32).for_each(|place| units[symbol << 5 | place].push(row)),
                Some(place) => own.push((symbol << 5 | usize::from(place & 31), row)),
                None => {}
            }
        }
        for (unit, row) in own {
            let known = units[unit]
                .iter_mut()
                .find(|known| (known.chunk, known.length) == (row.chunk, row.length));
            match known {
                Some(known) => *known = row,
                None => units[unit].push(row),
            }
        }
        Self { units, spare }
    }

    /// What it costs that a unit stands for these letters; `None` where it never does. A unit may be left out at a price.
    pub(super) fn cost(&self, unit: usize, letters: &[u8]) -> Option<u8> {
        let (chunk, length) = (pack(letters), letters.len());
        let rows = self.units.get(unit).map_or(&[][..], Vec::as_slice);
        let known = rows
            .iter()
            .find(|row| row.chunk == chunk && usize::from(row.length) == length);
        known.map(|row| row.cost).or((length == 0).then_some(UNKNOWN))
    }

    /// What a letter costs that no unit asks for.
    pub(super) fn spare(&self, letter: u8) -> u16 {
        (self.spare)(letter)
    }
}

/// The number of a unit: its symbol and its place.
pub(super) fn number(symbol: char, place: u8) -> usize {
    symbol_number(symbol) << 5 | usize::from(place & 31)
}

/// The number of a symbol of the table.
fn symbol_of(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let first = letters.next()?;
    Some(symbol_number(match letters.nth(1) {
        Some('ષ') => KSHA,
        Some('ઞ') => GNYA,
        _ => first,
    }))
}

/// The place of a letter in its block; the three symbols that are no letters have unassigned places.
fn symbol_number(symbol: char) -> usize {
    match symbol {
        INHERENT => 0x00,
        KSHA => 0x04,
        GNYA => 0x0E,
        _ => symbol as usize & 0x7F,
    }
}

fn pack(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |all, &letter| all << 8 | u32::from(letter))
}
