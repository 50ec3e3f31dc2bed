//! What was typed, and how badly it spells a Gujarati form.
//!
//! Takes a Latin word once, then Gujarati forms; gives the cost of each: -10 ln p of typing the form so,
//! by the table `data/romanise.tsv` of what each Gujarati unit is typed as. 20 is a common spelling of a
//! common word, 10 a letter still a likely one.

use std::sync::LazyLock;

use super::unit::{GNYA, INHERENT, KSHA, units};

/// The longest Latin word that is read.
const LONGEST: usize = 40;
/// The most letters that one unit is typed as.
const CHUNK: usize = 4;
/// Symbols times places: see [`number`].
const UNITS: usize = 128 * 32;
/// No way to type the unit so.
const NEVER: u8 = u8::MAX;
/// What a letter costs that no unit asks for: a vowel, h or y.
const LIGHT: u16 = 30;
/// What any other such letter costs.
const HEAVY: u16 = 60;
/// What it costs to leave out a unit that the table does not know.
const UNKNOWN: u8 = 100;

/// Chunks of a unit with their costs; a chunk is its letters, five bits each.
type Chunks = Vec<(u32, u8, u8)>;

/// The table by unit number; a place without rows of its own has those of the unit anywhere.
static TABLE: LazyLock<Vec<Chunks>> = LazyLock::new(|| {
    let mut table: Vec<Chunks> = vec![Vec::new(); UNITS];
    let mut own: Vec<(usize, (u32, u8, u8))> = Vec::new();
    for line in include_str!("../data/romanise.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (symbol, place, letters, cost) = (cell(), cell(), cell(), cell());
        let (Some(symbol), Ok(cost)) = (symbol_of(symbol), cost.parse()) else {
            continue;
        };
        let letters = letters.trim_start_matches('-');
        let row = (pack(letters.as_bytes()), letters.len() as u8, cost);
        match place.bytes().next() {
            Some(b'*') => (0..32).for_each(|place| table[symbol << 5 | place].push(row)),
            Some(place) => own.push((symbol << 5 | usize::from(place & 31), row)),
            None => {}
        }
    }
    for (unit, row) in own {
        match table[unit].iter_mut().find(|known| known.0 == row.0) {
            Some(known) => *known = row,
            None => table[unit].push(row),
        }
    }
    table
});

/// The number of a symbol of the table.
fn symbol_of(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let first = letters.next()?;
    Some(match (first, letters.nth(1)) {
        (_, Some('ષ')) => number(KSHA),
        (_, Some('ઞ')) => number(GNYA),
        _ => number(first),
    })
}

/// The place of a letter in its block; the three symbols that are no letters have unassigned places.
fn number(symbol: char) -> usize {
    match symbol {
        INHERENT => 0x00,
        KSHA => 0x04,
        GNYA => 0x0E,
        _ => symbol as usize & 0x7F,
    }
}

fn pack(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |all, &letter| all << 5 | u32::from(letter & 31))
}

/// A Latin word, ready to be compared with many forms.
///
/// ```
/// use khabar_analysis::sound::Typed;
/// let mut typed = Typed::new("khedut").unwrap();
/// assert!(typed.cost("ખેડૂત", 100).unwrap() < 30);
/// assert!(typed.cost("ખેડા", 60).is_none()); // farther than was asked for
/// ```
#[derive(Debug)]
pub struct Typed {
    letters: Vec<u8>,
    /// For each unit the place of its costs plus one; 0 where not made yet.
    places: Vec<u16>,
    /// Costs of a unit from each letter on, for each length.
    costs: Vec<u8>,
}

impl Typed {
    /// Reads a word of letters a to z, see [`super::latin_letters`]; `None` where it is empty, has other
    /// characters or is longer than any word.
    #[must_use]
    pub fn new(latin: &str) -> Option<Self> {
        let is_word = !latin.is_empty() && latin.len() <= LONGEST && latin.bytes().all(|b| b.is_ascii_lowercase());
        is_word.then(|| Self {
            letters: latin.as_bytes().to_vec(),
            places: vec![0; UNITS],
            costs: Vec::with_capacity(64 * latin.len()),
        })
    }

    /// How many letters it has.
    #[must_use]
    pub fn letter_count(&self) -> usize {
        self.letters.len()
    }

    /// The cost of typing a form so, unless it is more than `bound`.
    pub fn cost(&mut self, form: &str, bound: u32) -> Option<u32> {
        self.costs_of(form, bound).0
    }

    /// The cost of typing so the beginning of a form that suits best, unless it is more than `bound`.
    ///
    /// ```
    /// use khabar_analysis::sound::Typed;
    /// let mut typed = Typed::new("narendr").unwrap();
    /// assert!(typed.cost_of_beginning("નરેન્દ્રભાઈ", 60).is_some());
    /// assert!(typed.cost("નરેન્દ્રભાઈ", 60).is_none());
    /// ```
    pub fn cost_of_beginning(&mut self, form: &str, bound: u32) -> Option<u32> {
        self.costs_of(form, bound).1
    }

    /// The costs of the form and of the beginning that suits best.
    fn costs_of(&mut self, form: &str, bound: u32) -> (Option<u32>, Option<u32>) {
        let length = self.letters.len();
        let mut row = [u16::MAX; LONGEST + 1];
        row[0] = 0;
        self.insert(&mut row);
        let mut best = u16::MAX;
        let within = |cost: u16| Some(u32::from(cost)).filter(|&cost| cost <= bound);
        for unit in units(form) {
            let start = self.place(number(unit.symbol) << 5 | usize::from(unit.place & 31));
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
                return (None, within(best));
            }
        }
        (within(row[length]), within(best))
    }

    /// Letters that no unit asks for.
    fn insert(&self, row: &mut [u16; LONGEST + 1]) {
        for (at, letter) in self.letters.iter().enumerate() {
            let cost = match letter {
                b'a' | b'e' | b'i' | b'o' | b'u' | b'h' | b'y' => LIGHT,
                _ => HEAVY,
            };
            row[at + 1] = row[at + 1].min(row[at].saturating_add(cost));
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
        let chunks = &TABLE[unit];
        let leaves_out = chunks.iter().find(|row| row.1 == 0).map_or(UNKNOWN, |row| row.2);
        for at in 0..=self.letters.len() {
            let costs = &mut self.costs[start + at * (CHUNK + 1)..][..=CHUNK];
            costs[0] = leaves_out;
            let rest = &self.letters[at..];
            for (count, cost) in costs.iter_mut().enumerate().take(rest.len() + 1).skip(1) {
                let here = pack(&rest[..count]);
                let known = chunks.iter().find(|row| row.0 == here && usize::from(row.1) == count);
                *cost = known.map_or(NEVER, |row| row.2);
            }
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use super::Typed;

    fn cost(form: &str, latin: &str) -> u32 {
        Typed::new(latin).and_then(|mut typed| typed.cost(form, 1000)).unwrap()
    }

    #[test]
    fn human_spellings_are_cheap() {
        for (form, latin) in [
            ("ગુજરાત", "gujarat"),
            ("અમદાવાદ", "amdavad"),
            ("ચૂંટણી", "chuntani"),
            ("વિજ્ઞાન", "vignan"),
            ("લક્ષ્મી", "laxmi"),
        ] {
            assert!(
                cost(form, latin) <= 9 * latin.len() as u32,
                "{form} {latin} {}",
                cost(form, latin)
            );
        }
    }

    #[test]
    fn the_right_word_is_nearer() {
        assert!(cost("મોદી", "modi") < cost("મુદ્દો", "modi"));
        assert!(cost("વાત", "vaat") < cost("વતી", "vaat"));
        assert!(cost("મત", "met") > 40);
    }
}
