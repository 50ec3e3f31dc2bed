//! A word measured against others: the least that makes one of the other, and what makes most of it.

use super::costs::{self, Costs, DOUBLED};
use super::letters::{INHERENT, Letter, letters};
use super::slip::Slip;
use crate::script::{Script, VIRAMA, script_of};

/// Words of more letters are not compared.
const LONGEST: usize = 40;

/// A word, ready to be measured against many.
#[derive(Debug)]
pub(in crate::query) struct Measured {
    pub(super) letters: Vec<Letter>,
    pub(super) costs: Costs,
}

impl Measured {
    /// `None` for what is neither Gujarati nor Latin, and for words of more letters than any word has.
    pub(in crate::query) fn new(word: &str) -> Option<Self> {
        let script = script_of(word.chars().next()?);
        if !matches!(script, Script::Gujarati | Script::Latin) || word.len() > 8 * 3 * LONGEST {
            return None;
        }
        let letters = letters(word);
        (!letters.is_empty() && letters.len() <= LONGEST).then(|| Self {
            costs: Costs::new(&letters),
            letters,
        })
    }

    /// How many letters it has.
    pub(in crate::query) const fn len(&self) -> usize {
        self.letters.len()
    }

    /// The distance to another word, and what makes most of it.
    pub(in crate::query) fn slip(&self, other: &str) -> Option<(u32, Slip)> {
        let others = letters(other);
        if others.is_empty() || others.len() > LONGEST {
            return None;
        }
        let width = self.letters.len() + 1;
        let mut rows = self.first_row();
        for at in 0..others.len() {
            self.push_row(&mut rows, &others[..=at], u16::MAX);
        }
        let cost = u32::from(*rows.last()?);
        Some((cost, self.dearest_step(&rows, &others, width)))
    }

    /// What the empty word is apart from each beginning of this one.
    pub(super) fn first_row(&self) -> Vec<u16> {
        let mut row = Vec::with_capacity((self.letters.len() + 1) * 16);
        row.push(0);
        for at in 0..self.letters.len() {
            row.push(row[at] + self.costs.drop_of(at));
        }
        row
    }

    /// Adds the row of the last of `others` to those of the letters before it. Cells that nothing within
    /// `bound` leads to are left too far, without being worked out: most of a row is.
    pub(super) fn push_row(&self, rows: &mut Vec<u16>, others: &[Letter], bound: u16) {
        let Some((&letter, before)) = others.split_last() else {
            return;
        };
        let width = self.letters.len() + 1;
        let start = rows.len();
        let add = costs::add(before.last().copied(), letter);
        rows.push(rows[start - width].saturating_add(add));
        for at in 0..self.letters.len() {
            let within = |cell: usize| rows[cell] <= bound;
            let above = start - width + at;
            let leads = within(above)
                || within(above + 1)
                || within(start + at)
                || (at > 0 && within(above - 1))
                || (others.len() > 1
                    && (within(above - width + 1) || within(above - width) || at > 0 && within(above - width - 1)));
            let least = if leads {
                self.steps(others, at).map(|step| step.cost_after(rows)).min()
            } else {
                None
            };
            rows.push(least.unwrap_or(u16::MAX));
        }
    }

    /// The ways into the cell of the last of `others` and the letter at a position.
    fn steps(&self, others: &[Letter], at: usize) -> impl Iterator<Item = Step> {
        let row = others.len();
        let letter = others[row - 1];
        let before = row.checked_sub(2).map(|before| others[before]);
        let own = self.letters[at];
        let own_before = at.checked_sub(1).map(|before| self.letters[before]);
        let width = self.letters.len() + 1;
        let step = move |cost: u16, up: usize, left: usize, slip: Option<Slip>| Step {
            cost,
            from: (row - up) * width + at + 1 - left,
            slip,
        };
        let change = self.costs.change(at, own, letter);
        let more = step(costs::add(before, letter), 1, 0, Some(Slip::Keyboard));
        let less = step(self.costs.drop_of(at), 0, 1, Some(Slip::Keyboard));
        let swap = before
            .zip(own_before)
            .and_then(|others| costs::swap(others.1, own, (others.0, letter)))
            .map(|cost| step(cost, 2, 2, Some(Slip::Keyboard)));
        let doubled = Some(Slip::Keyboard);
        let merge = before
            .filter(|before| is_doubled(*before, letter))
            .map(|_| step(DOUBLED + change, 2, 1, doubled));
        let split = own_before
            .filter(|before| is_doubled(*before, own))
            .map(|_| step(DOUBLED + change, 1, 2, doubled));
        [
            Some(step(change, 1, 1, None)),
            Some(more),
            Some(less),
            swap,
            merge,
            split,
        ]
        .into_iter()
        .flatten()
    }

    /// The kind of the dearest step on the cheapest way through the rows.
    fn dearest_step(&self, rows: &[u16], others: &[Letter], width: usize) -> Slip {
        let (mut i, mut j) = (others.len(), self.letters.len());
        let mut dearest = (0, Slip::Spelling);
        while i > 0 && j > 0 {
            let here = rows[i * width + j];
            let Some(step) = self
                .steps(&others[..i], j - 1)
                .find(|step| step.cost_after(rows) == here)
            else {
                break;
            };
            let kind = step
                .slip
                .unwrap_or_else(|| self.costs.kind(self.letters[j - 1], others[i - 1]));
            if step.cost > dearest.0 {
                dearest = (step.cost, kind);
            }
            (i, j) = (step.from / width, step.from % width);
        }
        // what is left at the front is letters too many or too few
        if rows[i * width + j] > dearest.0 {
            return Slip::Keyboard;
        }
        dearest.1
    }
}

/// A way from one cell of the rows to another.
struct Step {
    cost: u16,
    from: usize,
    /// What kind of slip it is; `None` for one letter instead of another.
    slip: Option<Slip>,
}

impl Step {
    #[inline]
    fn cost_after(&self, rows: &[u16]) -> u16 {
        rows[self.from].saturating_add(self.cost)
    }
}

/// Whether a key was pressed twice before the sign of its vowel was: ગુજરરાત.
fn is_doubled(first: Letter, second: Letter) -> bool {
    first.base == second.base && !first.nasal && matches!(first.vowel, INHERENT | VIRAMA)
}

#[cfg(test)]
mod tests {
    use super::{Measured, Slip};

    fn slip(a: &str, b: &str) -> (u32, Slip) {
        Measured::new(a).and_then(|word| word.slip(b)).unwrap()
    }

    #[test]
    fn letters_are_compared_not_code_points() {
        assert_eq!(slip("ગુજરાત", "ગુજરાત").0, 0);
        // a vowel of another length, then a nasal, then a letter that sounds alike, then a wrong sign
        let rising = [
            slip("મોદિ", "મોદી"),
            slip("ચૂટણી", "ચૂંટણી"),
            slip("ખેડૂટ", "ખેડૂત"),
            slip("ગુજરેત", "ગુજરાત"),
            slip("ગુજલાત", "ગુજરાત"),
        ];
        assert!(rising.windows(2).all(|pair| pair[0].0 < pair[1].0), "{rising:?}");
        // a letter less is one letter, however many code points it has
        assert_eq!(slip("ગુજર", "ગુજરાત").0, slip("ગુજર", "ગુજરત").0 + slip("ગુજરત", "ગુજરાત").0);
        // letters that were swapped are one slip
        assert!(slip("ગુરજાત", "ગુજરાત").0 < 2 * slip("ગુલરાત", "ગુજરાત").0);
    }

    #[test]
    fn the_distance_is_the_same_both_ways() {
        for (a, b) in [
            ("મોદિ", "મોદી"),
            ("ગુરજાત", "ગુજરાત"),
            ("પોલીસ", "પોલિસસ"),
            ("putin", "puttn"),
            ("modi", "mdoi"),
        ] {
            assert_eq!(slip(a, b).0, slip(b, a).0, "{a} {b}");
        }
    }

    #[test]
    fn the_reason_is_the_dearest_step() {
        for (typed, meant, reason) in [
            ("મોદિ", "મોદી", Slip::Spelling),
            ("સરકર", "સરકાર", Slip::Spelling),
            ("ચૂટણી", "ચૂંટણી", Slip::Spelling),
            ("સિક્ષક", "શિક્ષક", Slip::Sound),
            ("ખેડૂટ", "ખેડૂત", Slip::Sound),
            ("ગુજપાત", "ગુજરાત", Slip::Keyboard), // પ stands beside ર on InScript
            ("ગુજરરાત", "ગુજરાત", Slip::Keyboard),
            ("ગુરજાત", "ગુજરાત", Slip::Keyboard),
            ("puttn", "putin", Slip::Keyboard),
            ("kriket", "criket", Slip::Sound),
        ] {
            assert_eq!(slip(typed, meant).1, reason, "{typed} {meant} {:?}", slip(typed, meant));
        }
    }

    #[test]
    fn a_neighbouring_key_is_nearer_than_a_far_one() {
        assert!(slip("puton", "putin").0 < slip("putzn", "putin").0);
        assert!(slip("ગુજપાત", "ગુજરાત").0 < slip("ગુજભાત", "ગુજરાત").0);
    }

    #[test]
    fn nothing_is_compared_with_what_is_no_word() {
        assert!(Measured::new("2024").is_none());
        assert!(Measured::new("").is_none());
        assert!(Measured::new(&"ક".repeat(5000)).is_none());
        assert!(Measured::new("મોદી").unwrap().slip(&"ક".repeat(5000)).is_none());
    }
}
