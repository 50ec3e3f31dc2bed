//! What was typed, and how badly it spells a Gujarati form.
//!
//! Takes a Latin word once, then Gujarati forms; gives the cost of each: -10 ln p of typing the form so,
//! by the table `data/romanise.tsv` of what each Gujarati unit is typed as. 20 is a common spelling of a
//! common word, 10 a letter still a likely one.

use std::sync::LazyLock;

use super::matching::Matching;
use super::table::Table;

/// What a letter costs that no unit asks for: a vowel, h or y.
const LIGHT: u16 = 30;
/// What any other such letter costs.
const HEAVY: u16 = 60;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("../data/romanise.tsv"), spare));

fn spare(letter: u8) -> u16 {
    match letter {
        b'a' | b'e' | b'i' | b'o' | b'u' | b'h' | b'y' => LIGHT,
        _ => HEAVY,
    }
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
pub struct Typed(Matching);

impl Typed {
    /// Reads a word of letters a to z, see [`super::latin_letters`]; `None` where it is empty, has other
    /// characters or is longer than any word.
    #[must_use]
    pub fn new(latin: &str) -> Option<Self> {
        let is_word = latin.bytes().all(|b| b.is_ascii_lowercase());
        is_word.then(|| Matching::new(latin.as_bytes(), &TABLE))?.map(Self)
    }

    /// How many letters it has.
    #[must_use]
    pub fn letter_count(&self) -> usize {
        self.0.letters().len()
    }

    /// The cost of typing a form so, unless it is more than `bound`.
    pub fn cost(&mut self, form: &str, bound: u32) -> Option<u32> {
        self.0.costs_of(form, bound).whole
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
        self.0.costs_of(form, bound).beginning
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
