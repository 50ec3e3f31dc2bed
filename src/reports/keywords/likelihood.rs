//! Log-likelihood: how special a word is on one side of two.
//!
//! Takes how much text both sides have and in how many articles a word stands on each, gives G² and the logarithm of the ratio.

use crate::retrieval::archive::Lengths;

/// How many words both sides have, as far as they count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub(super) matching: u64,
    pub(super) others: u64,
}

impl From<Lengths> for Sizes {
    fn from(lengths: Lengths) -> Self {
        Self {
            matching: lengths.inside,
            others: lengths.others,
        }
    }
}

impl Sizes {
    /// G² of a lemma that so many articles have on each side; 0 where it is not over-represented.
    pub(super) fn g2(self, articles: u64, others: u64) -> f64 {
        let (with, with_others) = (articles as f64, others as f64);
        let (here, there) = (self.matching as f64, self.others as f64);
        if with * there <= with_others * here || there <= with_others || here <= with {
            return 0.0;
        }
        let (all, holding) = (here + there, with + with_others);
        let cell = |observed: f64, of_row: f64, of_column: f64| {
            let expected = of_row * of_column / all;
            if observed > 0.0 {
                observed * (observed / expected).ln()
            } else {
                0.0
            }
        };
        2.0 * (cell(with, holding, here)
            + cell(with_others, holding, there)
            + cell(here - with, all - holding, here)
            + cell(there - with_others, all - holding, there))
    }

    pub(super) fn log_ratio(self, articles: u64, others: u64) -> f64 {
        let others = if others == 0 { 0.5 } else { others as f64 };
        (articles as f64 / self.matching.max(1) as f64 / (others / self.others.max(1) as f64)).log2()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g2_is_that_of_the_table_of_four_cells() {
        let sizes = Sizes {
            matching: 20,
            others: 80,
        };
        // by hand: 2·(10·ln(10/3) + 5·ln(5/12) + 10·ln(10/17) + 75·ln(75/68))
        assert!((sizes.g2(10, 5) - 19.409_3).abs() < 0.001, "{}", sizes.g2(10, 5));
        assert_eq!(sizes.g2(2, 8), 0.0);
        assert_eq!(sizes.g2(1, 8), 0.0);
        assert!((sizes.log_ratio(10, 5) - 3.0).abs() < 1e-9);
        assert!((sizes.log_ratio(10, 0) - (0.5f64 / (0.5 / 80.0)).log2()).abs() < 1e-9);
    }
}
