//! The choice between claims: which readings of a Latin word are searched.
//!
//! Takes all claims that the whole index bears out, gives those that are searched and those that are not. This is the one
//! place where it is decided.

use super::claim::{Claim, Grade};
use crate::query::expansion::evidence::Evidence;

/// Words of at most this many letters are not read loosely: everything sounds a little like them.
const SHORT: usize = 3;

/// A reading so much less likely than the likeliest is not searched: where it is rare, it would stand above it. Of 4,000
/// romanised spellings three in a thousand are lost, and a query has 6.0 hits for 6.2.
const UNLIKELY: f32 = 0.05;

/// Divides the claims of a word of so many letters into those that are searched and the others.
///
/// A surer reading shuts out those that are less sure. That the word stands in the text in Latin letters shuts out only loose
/// readings: a hashtag does not say that the word has no Gujarati form.
pub(super) fn choose(claims: Vec<Claim>, letters: usize, may_be_loose: bool) -> (Vec<Claim>, Vec<Claim>) {
    let is_latin = |claim: &Claim| claim.evidence == Evidence::Latin;
    let surest = claims
        .iter()
        .filter(|claim| !is_latin(claim))
        .map(|claim| claim.grade)
        .min();
    let stands_in_latin = claims.iter().any(is_latin);
    let shuts_out_loose = stands_in_latin || letters <= SHORT || !may_be_loose;
    let limit = surest.filter(|&grade| grade != Grade::Loose || !shuts_out_loose);
    let is_open =
        |claim: &Claim| !claim.is_silent && !is_latin(claim) && limit.is_some_and(|limit| claim.grade <= limit);
    let open = claims.iter().filter(|claim| is_open(claim));
    let least = UNLIKELY * open.map(|claim| claim.weight).fold(0.0, f32::max);
    claims
        .into_iter()
        .partition(|claim| (is_latin(claim) && !claim.is_silent) || (is_open(claim) && claim.weight >= least))
}

#[cfg(test)]
mod tests {
    use super::super::claim::{Claim, Grade};
    use super::{UNLIKELY, choose};
    use crate::query::expansion::evidence::Evidence;
    use crate::query::expansion::form::Tier;

    fn claim(&(evidence, grade): &(Evidence, Grade)) -> Claim {
        Claim {
            evidence,
            grade,
            weight: 1.0,
            tier: Tier::Romanised,
            forms: Vec::new(),
            has_mates: false,
            is_silent: false,
        }
    }

    #[test]
    fn evidence_becomes_chosen_readings() {
        use Evidence::{English, Latin, Loose, Romanised, Translation};
        use Grade::{Fair, Sure};
        const GUESS: (Evidence, Grade) = (Loose, Grade::Loose);
        // word, letters, what is claimed, whether loose readings are allowed, what is searched
        type Row<'a> = (&'a str, usize, &'a [(Evidence, Grade)], bool, &'a [Evidence]);
        let rows: [Row<'_>; 10] = [
            ("train ટ્રેન ત્રણ", 5, &[(English, Sure), GUESS], true, &[English]),
            ("rain વરસાદ રણ", 4, &[(Translation, Sure), GUESS], true, &[Translation]),
            (
                "man મેન મન",
                3,
                &[(English, Sure), (Romanised, Sure)],
                true,
                &[English, Romanised],
            ),
            ("same સામે", 4, &[(Romanised, Fair), GUESS], true, &[Romanised]),
            (
                "same સેમ સામે",
                4,
                &[(English, Sure), (Romanised, Fair)],
                true,
                &[English],
            ),
            ("kevin કેવીન", 5, &[GUESS], true, &[Loose]),
            ("kevin, --no-loose", 5, &[GUESS], false, &[]),
            ("sun શું", 3, &[GUESS], true, &[]),
            ("zepto zepto ઝપટ", 5, &[(Latin, Sure), GUESS], true, &[Latin]),
            (
                "same same સામે",
                4,
                &[(Latin, Sure), (Romanised, Fair)],
                true,
                &[Latin, Romanised],
            ),
        ];
        for (word, letters, claims, may_be_loose, expected) in rows {
            let (chosen, _) = choose(claims.iter().map(claim).collect(), letters, may_be_loose);
            let chosen: Vec<Evidence> = chosen.iter().map(|claim| claim.evidence).collect();
            assert_eq!(chosen, expected, "{word}");
        }
    }

    #[test]
    fn a_reading_far_less_likely_than_another_is_not_searched() {
        let mut drum = claim(&(Evidence::Romanised, Grade::Sure));
        drum.weight = UNLIKELY / 2.0;
        let (chosen, others) = choose(vec![claim(&(Evidence::Romanised, Grade::Sure)), drum], 4, true);
        assert_eq!((chosen.len(), others.len()), (1, 1));
    }

    #[test]
    fn silent_evidence_shuts_out_and_is_not_searched() {
        let mut translation = claim(&(Evidence::Translation, Grade::Sure));
        translation.is_silent = true;
        let (chosen, others) = choose(vec![translation, claim(&(Evidence::Romanised, Grade::Fair))], 4, true);
        assert!(chosen.is_empty());
        assert_eq!(others.len(), 2);
    }
}
