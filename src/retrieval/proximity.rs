//! Proximity: words that stand near each other in the query and in the text.
//!
//! Takes the words of a query in the order typed and some articles of a segment, gives what their nearness
//! is worth. Each pair of neighbours in the query counts by the nearest pair of its forms in one field, in
//! either order, for Gujarati moves its words about freely (Rasolofo and Savoy 2003, with the nearest pair
//! in place of all). The passage of the body that holds most of the words counts beside them, so that a short
//! story about all of them is above a bulletin of many topics that has each in another.

use tantivy::DocId;

use super::postings::Segment;
use crate::article::Field;
use crate::query::WordClause;

/// What two words side by side are worth, as a share of the lesser of them.
const SIDE_BY_SIDE: f32 = 0.3;

/// Words farther apart than this are worth nothing.
const WINDOW: u32 = 8;

/// So many tokens are a passage: about the length of a newspaper paragraph.
const PASSAGE: u32 = 60;

/// What a word in the best passage is worth, as a share of what it can score. Fitted with the length of the body (see
/// `postings.rs`): 0.1 to 0.2 find the known item alike (MRR .7608 to .7616, .7593 without), 0.5 costs judged topics.
const IN_PASSAGE: f32 = 0.15;

/// Where nearness is looked at.
const FIELDS: [Field; 3] = [Field::Headline, Field::Summary, Field::Body];

/// What nearness adds to each of `docs`, which are in order; each word comes with what it can score.
pub(super) fn worth(segment: &Segment<'_>, words: &[(&WordClause, f32)], docs: &[DocId]) -> tantivy::Result<Vec<f32>> {
    let mut total = vec![0.0; docs.len()];
    if words.len() < 2 {
        return Ok(total);
    }
    let worths: Vec<f32> = words.iter().map(|&(_, worth)| worth).collect();
    for field in FIELDS {
        let places = words
            .iter()
            .map(|(word, _)| segment.places(word, field, docs))
            .collect::<tantivy::Result<Vec<_>>>()?;
        if field == Field::Body {
            for (at, total) in total.iter_mut().enumerate() {
                *total += IN_PASSAGE * best_passage(&places, &worths, at);
            }
        }
        for (pair, worths) in places.windows(2).zip(words.windows(2)) {
            let ([first, second], [(_, a), (_, b)]) = (pair, worths) else {
                continue;
            };
            for ((total, first), second) in total.iter_mut().zip(first).zip(second) {
                *total += nearest(first, second).map_or(0.0, |gap| SIDE_BY_SIDE * a.min(*b) / gap as f32);
            }
        }
    }
    Ok(total)
}

/// What the words of the best passage of one article can score, each counted once; `places` are those of each word in each
/// article.
fn best_passage(places: &[Vec<Vec<u32>>], worths: &[f32], article: usize) -> f32 {
    let here = places
        .iter()
        .map(|of_word| of_word.get(article).map_or(&[][..], Vec::as_slice));
    let mut occurrences: Vec<(u32, usize)> = here
        .enumerate()
        .flat_map(|(word, places)| places.iter().map(move |&place| (place, word)))
        .collect();
    occurrences.sort_unstable();
    let mut last = vec![None; worths.len()];
    let mut best = 0.0f32;
    for (place, word) in occurrences {
        if let Some(last) = last.get_mut(word) {
            *last = Some(place);
        }
        let is_near = |last: &Option<u32>| last.is_some_and(|last| place - last < PASSAGE);
        let held = last.iter().zip(worths).filter(|(last, _)| is_near(last));
        best = best.max(held.map(|(_, worth)| worth).sum());
    }
    best
}

/// The least distance of two places, one of each sorted list, where it lies within the window.
fn nearest(first: &[u32], second: &[u32]) -> Option<u32> {
    let (mut a, mut b) = (0, 0);
    let mut least = u32::MAX;
    while let (Some(&x), Some(&y)) = (first.get(a), second.get(b)) {
        // one place is no pair: a word that both stand for
        if x != y {
            least = least.min(x.abs_diff(y));
        }
        if x < y { a += 1 } else { b += 1 }
    }
    (least <= WINDOW).then_some(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passage_with_most_words_counts_each_word_once() {
        let places = |places: [&[u32]; 3]| places.map(|of_word| vec![of_word.to_vec()]);
        let worths = [1.0, 2.0, 4.0];
        let far = places([&[0, 5], &[100], &[200]]);
        assert_eq!(best_passage(&far, &worths, 0), 4.0);
        let near = places([&[0, 5], &[PASSAGE - 1], &[200]]);
        assert_eq!(best_passage(&near, &worths, 0), 4.0);
        let all = places([&[180, 250], &[5, 190], &[200]]);
        assert_eq!(best_passage(&all, &worths, 0), 7.0);
        assert_eq!(best_passage(&places([&[], &[], &[]]), &worths, 0), 0.0);
    }

    #[test]
    fn the_nearest_pair_counts_in_either_order_and_one_place_is_no_pair() {
        assert_eq!(nearest(&[1, 40], &[3, 39]), Some(1));
        assert_eq!(nearest(&[5], &[5, 9]), Some(4));
        assert_eq!(nearest(&[5], &[5]), None);
        assert_eq!(nearest(&[1], &[30]), None);
    }
}
