//! Lists: articles of one segment in order, put together.
//!
//! Takes lists of (article, score), gives those that stand in all of them, in any, or not in another.

use tantivy::DocId;

use super::accumulator::Weighted;

/// The articles that stand in every list, scores added up in the order of the lists; `everything` where there is no
/// list. The shortest should stand first.
pub(super) fn intersect(lists: &[&Weighted], everything: impl Fn() -> Weighted) -> Weighted {
    let Some((first, rest)) = lists.split_first() else {
        return everything();
    };
    let mut found: Weighted = (*first).clone();
    for list in rest {
        let mut from = 0;
        found.retain_mut(|(doc, score)| {
            let tail = list.get(from..).unwrap_or_default();
            from += gallop(tail, *doc);
            match list.get(from) {
                Some(&(other, more)) if other == *doc => {
                    *score += more;
                    true
                }
                _ => false,
            }
        });
    }
    found
}

/// How many entries at the front stand before `doc`: steps that double, then halving.
fn gallop(list: &[(DocId, f32)], doc: DocId) -> usize {
    let mut bound = 1;
    while list.get(bound).is_some_and(|&(other, _)| other < doc) {
        bound *= 2;
    }
    let window = list.get(..list.len().min(bound + 1)).unwrap_or_default();
    window.partition_point(|&(other, _)| other < doc)
}

/// The articles that stand in any list, each with its best score.
pub(super) fn best_of(lists: &[&Weighted]) -> Weighted {
    if let [single] = lists {
        return (*single).clone();
    }
    let mut all: Weighted = lists.iter().flat_map(|list| list.iter().copied()).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    all.dedup_by_key(|&mut (doc, _)| doc);
    all
}

/// The articles that stand in any list, scores added up.
pub(super) fn union(lists: &[&Weighted]) -> Weighted {
    if let [single] = lists {
        return (*single).clone();
    }
    let count: usize = lists.iter().map(|list| list.len()).sum();
    let end = lists
        .iter()
        .filter_map(|list| list.last())
        .map(|&(doc, _)| doc as usize + 1)
        .max();
    if let Some(end) = end.filter(|&end| count > end / 4) {
        return dense_union(lists, end);
    }
    let mut all: Weighted = lists.iter().flat_map(|list| list.iter().copied()).collect();
    all.sort_by_key(|&(doc, _)| doc);
    all.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 += later.1;
        }
        same
    });
    all
}

/// The same where many lists hold many articles: a slot for each of the first `end` articles, no sorting.
fn dense_union(lists: &[&Weighted], end: usize) -> Weighted {
    let mut sums: Vec<Option<f32>> = vec![None; end];
    for &(doc, score) in lists.iter().flat_map(|list| list.iter()) {
        if let Some(sum) = sums.get_mut(doc as usize) {
            *sum = Some(sum.map_or(score, |sum| sum + score));
        }
    }
    (0..).zip(sums).filter_map(|(doc, sum)| Some((doc, sum?))).collect()
}

pub(super) fn add_scores(found: &mut Weighted, wanted: &Weighted) {
    let mut from = 0;
    for (doc, score) in found {
        from += gallop(wanted.get(from..).unwrap_or_default(), *doc);
        if let Some(&(other, more)) = wanted.get(from)
            && other == *doc
        {
            *score += more;
        }
    }
}

pub(super) fn remove(found: &mut Weighted, excluded: &Weighted) {
    found.retain(|(doc, _)| excluded.binary_search_by_key(doc, |&(other, _)| other).is_err());
}
