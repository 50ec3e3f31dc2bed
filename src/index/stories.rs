//! Stories: articles that tell the same in nearly the same words.
//!
//! Takes the words of an article, gives the number of its story: that of an earlier article whose text is nearly
//! the same (agency copy under another headline, a corrected edition), else its own. Texts are compared by
//! `MinHash` (Broder 1997) over pairs of neighbouring lemmas, so that inflection, stop words, spelling and
//! punctuation do not count; candidates come from bands of the signature. A story has the number of its first
//! article, and articles are taken in the order in which they are given: the same files in the same order
//! give the same stories, in one run or in several.

use rustc_hash::FxHashMap;
use twox_hash::XxHash3_64;

use crate::entities::AnalysedArticle;

/// An article with fewer words is a story of its own: short texts are alike by chance.
const FEWEST_WORDS: usize = 40;

/// So many hashes make a signature, a byte each: 32 bytes an article is 1 % of its index.
const HASHES: usize = 32;

/// Bytes of a band: two articles with one band in common are compared. Of pairs at the limit 95 in 100 have one, and
/// among 100,000 articles an unlike text meets about 25.
const BAND: usize = 2;

/// So many of the hashes are alike in two articles of one story. With the one in 256 that are alike by chance this
/// is a Jaccard coefficient of about 0.43 over pairs of lemmas: every seventh word may have been changed. In 2,730 real
/// news items six pairs lie above that, and nine between 0.2 and 0.31, which tell of other days or overs of play.
const ALIKE: usize = 14;

/// The signature of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signature([u8; HASHES]);

impl Signature {
    /// The signature of an article by its summary and body; `None` where they are too short to be compared.
    pub(super) fn of(article: &AnalysedArticle<'_>) -> Option<Self> {
        let lemmas: Vec<u32> = article.lemma_hashes().collect();
        Self::new(&lemmas)
    }

    /// The signature of a text by hashes of its lemmas, 0 for stop words, which are left out; `None` where it is too short to be compared.
    fn new(lemmas: &[u32]) -> Option<Self> {
        if lemmas.len() < FEWEST_WORDS {
            return None;
        }
        let lemmas: Vec<u32> = lemmas.iter().copied().filter(|&lemma| lemma != 0).collect();
        let mut least = [u32::MAX; HASHES];
        for pair in lemmas.windows(2) {
            let [first, second] = *pair else { continue };
            let shingle = (first.wrapping_mul(0x9E37_79B1) ^ second.rotate_left(15)).wrapping_mul(0x85EB_CA6B);
            for (at, least) in (1u32..).zip(&mut least) {
                // a different order of all shingles for each place
                let hash = (shingle ^ at.wrapping_mul(0xC2B2_AE35)).wrapping_mul(0x27D4_EB2F);
                *least = (*least).min(hash ^ (hash >> 15));
            }
        }
        Some(Self(least.map(|hash| (hash.wrapping_mul(0x9E37_79B1) >> 24) as u8)))
    }

    /// As numbers for a column.
    pub(super) fn to_numbers(self) -> impl Iterator<Item = u64> {
        self.0.as_chunks::<8>().0.to_owned().into_iter().map(u64::from_le_bytes)
    }

    /// From the numbers of a column; `None` where they are no signature.
    pub(super) fn from_numbers(numbers: impl Iterator<Item = u64>) -> Option<Self> {
        let bytes: Vec<u8> = numbers.flat_map(u64::to_le_bytes).collect();
        bytes.try_into().ok().map(Self)
    }

    fn alike(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count()
    }

    /// Its bands, each with its number behind it.
    fn bands(&self) -> impl Iterator<Item = u32> {
        let bands = (0u8..).zip(self.0.chunks_exact(BAND));
        bands.map(|(at, band)| u32::from_le_bytes([band[0], band[1], at, 0]))
    }
}

/// The stories of an index, by the signatures of their articles.
#[derive(Debug, Default)]
pub(super) struct Stories {
    articles: Vec<(Signature, u64)>,
    bands: FxHashMap<u32, Vec<u32>>,
}

impl Stories {
    /// The story of an article: one that is there, or its own.
    pub(super) fn join(&mut self, id: &str, signature: Option<Signature>) -> u64 {
        let Some(signature) = signature else {
            return own(id);
        };
        let story = self.nearest(&signature).unwrap_or_else(|| own(id));
        self.add(signature, story);
        story
    }

    /// An article that is there.
    pub(super) fn add(&mut self, signature: Signature, story: u64) {
        let number = u32::try_from(self.articles.len()).unwrap_or(u32::MAX);
        let mut is_listed = false;
        for band in signature.bands() {
            let listed = self.bands.entry(band).or_default();
            // one article of a story stands for all with the same band: a thousand copies cost what one does
            let is_known = |&other: &u32| {
                self.articles
                    .get(other as usize)
                    .is_some_and(|&(_, known)| known == story)
            };
            if !listed.iter().any(is_known) {
                listed.push(number);
                is_listed = true;
            }
        }
        if is_listed {
            self.articles.push((signature, story));
        }
    }

    fn nearest(&self, signature: &Signature) -> Option<u64> {
        let candidates = signature.bands().filter_map(|band| self.bands.get(&band)).flatten();
        let alike = candidates.filter_map(|&number| {
            let (other, story) = self.articles.get(number as usize)?;
            Some((signature.alike(other), std::cmp::Reverse(number), *story))
        });
        alike
            .max()
            .filter(|&(alike, ..)| alike >= ALIKE)
            .map(|(.., story)| story)
    }
}

/// The number of the story that an article begins.
fn own(id: &str) -> u64 {
    XxHash3_64::oneshot(id.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of a text that no other seed has.
    fn words(seed: u32, count: u32) -> Vec<u32> {
        (0..count)
            .map(|at| (seed * 100_000 + at).wrapping_mul(2_654_435_761))
            .collect()
    }

    #[test]
    fn a_copy_with_some_words_changed_is_the_same_story_and_another_text_is_not() {
        let mut stories = Stories::default();
        let text = words(1, 200);
        let story = stories.join("a", Signature::new(&text));
        let mut copy = text.clone();
        copy.truncate(180);
        for at in [20, 90, 150] {
            copy[at] = 7;
        }
        assert_eq!(stories.join("b", Signature::new(&copy)), story);
        assert_ne!(stories.join("c", Signature::new(&words(2, 200))), story);
        // half of it new: another story
        let half: Vec<u32> = text.iter().take(100).copied().chain(words(3, 100)).collect();
        assert_ne!(stories.join("d", Signature::new(&half)), story);
    }

    #[test]
    fn a_short_text_is_a_story_of_its_own_and_signatures_survive_the_column() {
        let mut stories = Stories::default();
        let short = words(1, 10);
        assert_ne!(
            stories.join("a", Signature::new(&short)),
            stories.join("b", Signature::new(&short))
        );
        let signature = Signature::new(&words(4, 60)).unwrap();
        assert_eq!(Signature::from_numbers(signature.to_numbers()), Some(signature));
        assert_eq!(Signature::from_numbers([1, 2].into_iter()), None);
    }

    #[test]
    fn stories_are_the_same_in_one_run_and_in_two() {
        let texts: Vec<Option<Signature>> = (0..40).map(|seed| Signature::new(&words(seed % 7, 90))).collect();
        let name = |at: usize| format!("article-{at}");
        let mut whole = Stories::default();
        let in_one: Vec<u64> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| whole.join(&name(at), *text))
            .collect();
        let mut second = Stories::default();
        texts
            .iter()
            .zip(&in_one)
            .take(20)
            .for_each(|(text, &story)| second.add(text.unwrap(), story));
        let rest: Vec<u64> = (20..40).map(|at| second.join(&name(at), texts[at])).collect();
        assert_eq!(rest, in_one[20..]);
        assert_eq!(in_one.iter().collect::<std::collections::HashSet<_>>().len(), 7);
    }
}
