//! A row of letters or sounds beside Gujarati forms: how dearly each form stands for it.
//!
//! Takes the row and a [`Table`] once, then forms; gives the cost of each, the least over all ways to share the row out among
//! the units of the form. What a unit costs at each letter is worked out at its first sight and kept.

use super::table::{CHUNK, Table, UNITS, number};
use super::unit::units;

/// The longest row that is read.
pub(super) const LONGEST: usize = 40;
/// The unit cannot stand for so many letters.
const NEVER: u8 = u8::MAX;

/// The least costs of a form, `None` where they are more than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Costs {
    /// Of the whole form.
    pub(super) whole: Option<u32>,
    /// Of the beginning that suits best.
    pub(super) beginning: Option<u32>,
}

/// A row of letters, ready to be compared with many forms.
#[derive(Debug, Clone)]
pub(super) struct Matching {
    table: &'static Table,
    letters: Vec<u8>,
    /// For each unit the place of its costs plus one; 0 where not made yet.
    places: Vec<u16>,
    /// Costs of a unit from each letter on, for each length.
    costs: Vec<u8>,
}

impl Matching {
    /// Takes a row; `None` where it is empty or longer than any word.
    pub(super) fn new(letters: &[u8], table: &'static Table) -> Option<Self> {
        (1..=LONGEST).contains(&letters.len()).then(|| Self {
            table,
            letters: letters.to_vec(),
            places: vec![0; UNITS],
            costs: Vec::with_capacity(64 * letters.len()),
        })
    }

    /// The row itself.
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// The costs of a form and of the beginning that suits best, unless they are more than `bound`.
    pub(super) fn costs_of(&mut self, form: &str, bound: u32) -> Costs {
        let length = self.letters.len();
        let mut row = [u16::MAX; LONGEST + 1];
        row[0] = 0;
        self.insert(&mut row);
        let mut best = u16::MAX;
        let within = |cost: u16| Some(u32::from(cost)).filter(|&cost| cost <= bound);
        for unit in units(form) {
            let start = self.place(number(unit.symbol, unit.place));
            let mut next = [u16::MAX; LONGEST + 1];
            for (at, &so_far) in row.iter().enumerate().take(length + 1) {
                if u32::from(so_far) > bound {
                    continue;
                }
                let costs = &self.costs[start + at * (CHUNK + 1)..][..=CHUNK];
                for (&cost, to) in costs.iter().zip(&mut next[at..]) {
                    if cost != NEVER {
                        *to = (*to).min(so_far.saturating_add(u16::from(cost)));
                    }
                }
            }
            self.insert(&mut next);
            row = next;
            best = best.min(row[length]);
            if row[..=length].iter().all(|&cost| u32::from(cost) > bound) {
                return Costs {
                    whole: None,
                    beginning: within(best),
                };
            }
        }
        Costs {
            whole: within(row[length]),
            beginning: within(best),
        }
    }

    /// Letters that no unit asks for.
    fn insert(&self, row: &mut [u16; LONGEST + 1]) {
        for (at, &letter) in self.letters.iter().enumerate() {
            row[at + 1] = row[at + 1].min(row[at].saturating_add(self.table.spare(letter)));
        }
    }

    /// Where the costs of a unit stand; made at its first sight.
    fn place(&mut self, unit: usize) -> usize {
        let block = (self.letters.len() + 1) * (CHUNK + 1);
        if let Some(known) = self.places[unit].checked_sub(1) {
            return usize::from(known) * block;
        }
        let start = self.costs.len();
        self.costs.resize(start + block, NEVER);
        self.places[unit] = (start / block + 1) as u16;
        for at in 0..=self.letters.len() {
            let costs = &mut self.costs[start + at * (CHUNK + 1)..][..=CHUNK];
            let rest = &self.letters[at..];
            for (count, cost) in costs.iter_mut().enumerate().take(rest.len() + 1) {
                *cost = self.table.cost(unit, &rest[..count]).unwrap_or(NEVER);
            }
        }
        start
    }
}
