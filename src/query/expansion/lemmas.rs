//! Inflections: forms of the index that share a lemma with a word.
//!
//! Takes a form, gives the forms with its lemmas, and says for each whether it is the word, an inflection or another
//! spelling.

use super::candidates::Candidates;
use super::form::{Expansion, Tier};
use crate::analysis::{Keys, keys};
use crate::index::{Key, WordSource};

/// All forms of the index with the first lemma of `form`: for કોર્ટ also કોર્ટે and કોર્ટમાં.
pub(in crate::query) fn inflections(form: &str, tier: Tier, known: &dyn WordSource) -> Vec<Expansion> {
    let lemma = keys(form).lemmas.into_iter().next();
    let entries = lemma
        .map(|lemma| known.with_key(&Key::lemma(&lemma.key)))
        .unwrap_or_default();
    entries.into_iter().map(|entry| Expansion::new(entry, tier)).collect()
}

/// Forms with a lemma of the word: other spellings of the form itself, and its inflections. `tier` is set
/// where the word itself was reached by another way already.
pub(super) fn add_lemmas(
    form: &str,
    keys: &Keys,
    known: &dyn WordSource,
    tier: Option<(Tier, f32)>,
    found: &mut Candidates,
) {
    for (rank, lemma) in keys.lemmas.iter().enumerate() {
        for entry in known.with_key(&Key::lemma(&lemma.key)) {
            let own = own_tier(form, &keys.fold, &entry.form, &lemma.key);
            let (tier, weight) = tier.unwrap_or((own, own.weight()));
            found.add(entry, tier, if rank == 0 { weight } else { weight * 0.9 });
        }
        // a second reading of a form is a weaker claim: ભાવના for ભાવ
        if rank == 0 {
            for entry in known.with_key(&Key::second_lemma(&lemma.key)) {
                let (tier, weight) = tier.unwrap_or((Tier::Inflected, Tier::Inflected.weight()));
                found.add(entry, tier, weight * 0.8);
            }
        }
    }
}

/// Same fold is another spelling, or none; a fold that does not share its beginning with the lemma as
/// typed is a respelt inflection, which counts as spelling too.
fn own_tier(form: &str, fold: &str, other: &str, lemma: &str) -> Tier {
    if form == other {
        return Tier::Exact;
    }
    let other_fold = crate::analysis::fold(other);
    if other_fold == fold {
        return Tier::Spelling;
    }
    let stem = common_start(form, other);
    let folded_stem = common_start(fold, &other_fold);
    // the letters of the stem agree as written, not only when folded
    if stem + 1 >= folded_stem.min(lemma.chars().count()) {
        Tier::Inflected
    } else {
        Tier::Spelling
    }
}

fn common_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}
