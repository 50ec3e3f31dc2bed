//! Proximity: words that stand near each other in the query and in the text.
//!
//! Takes the words of a query in the order typed and some articles of a segment, gives what their nearness
//! is worth. Each pair of neighbours in the query counts by the nearest pair of its forms in one field, in
//! either order, for Gujarati moves its words about freely (Rasolofo and Savoy 2003, with the nearest pair
//! in place of all).

use tantivy::DocId;

use super::postings::Segment;
use crate::article::Field;
use crate::query::WordClause;

/// What two words side by side are worth, as a share of the lesser of them.
const SIDE_BY_SIDE: f32 = 0.3;

/// Words farther apart than this are worth nothing.
const WINDOW: u32 = 8;

/// Where nearness is looked at.
const FIELDS: [Field; 3] = [Field::Headline, Field::Summary, Field::Body];

/// What nearness adds to each of `docs`, which are in order; each word comes with what it can score.
pub(super) fn worth(segment: &Segment<'_>, words: &[(&WordClause, f32)], docs: &[DocId]) -> tantivy::Result<Vec<f32>> {
    let mut total = vec![0.0; docs.len()];
    if words.len() < 2 {
        return Ok(total);
    }
    for field in FIELDS {
        let places = words
            .iter()
            .map(|(word, _)| segment.places(word, field, docs))
            .collect::<tantivy::Result<Vec<_>>>()?;
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
    fn the_nearest_pair_counts_in_either_order_and_one_place_is_no_pair() {
        assert_eq!(nearest(&[1, 40], &[3, 39]), Some(1));
        assert_eq!(nearest(&[5], &[5, 9]), Some(4));
        assert_eq!(nearest(&[5], &[5]), None);
        assert_eq!(nearest(&[1], &[30]), None);
    }
}
