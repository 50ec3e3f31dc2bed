//! Weights: which entities an article is about most.
//!
//! Takes the mentions of an article, gives the ids of a kind, the weightiest first.

use std::collections::BTreeMap;

use crate::article::Field;
use crate::entities::{EntityKind, Gazetteer, Mention};

/// The ids of one kind in a list of mentions, the weightiest first: a headline counts four mentions. For a
/// country its capital and its head of state or government count, too, where the story names the country.
#[must_use]
pub fn ids_by_weight(gazetteer: &Gazetteer, mentions: &[Mention], kind: EntityKind) -> Vec<String> {
    let mut weights: BTreeMap<&str, (u32, usize)> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == kind) {
        weights.entry(&mention.id).or_insert((0, at)).0 += weight(mention);
    }
    if kind == EntityKind::Country && weights.len() > 1 {
        for mention in mentions {
            let entity = gazetteer
                .find(mention.kind, &mention.id)
                .filter(|entity| entity.stands_for_country);
            if let Some(known) = entity.and_then(|entity| weights.get_mut(entity.country)) {
                known.0 += weight(mention);
            }
        }
    }
    let mut ids: Vec<(&str, (u32, usize))> = weights.into_iter().collect();
    ids.sort_by_key(|&(_, (weight, first))| (std::cmp::Reverse(weight), first));
    ids.into_iter().map(|(id, _)| id.to_owned()).collect()
}

const fn weight(mention: &Mention) -> u32 {
    if matches!(mention.field, Field::Headline | Field::HeadlineLatin) {
        4
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId};
    use crate::entities::Recogniser;

    #[test]
    fn a_head_of_government_and_a_capital_count_for_their_country() {
        let gazetteer = Gazetteer::shipped().unwrap();
        let mut article = Article::new(ArticleId::new("a").unwrap(), "a");
        article.body = "ચીન અને જાપાન. ચીનની વાત. શિગેરુ ઇશિબાએ ટોક્યોમાં કહ્યું.".into();
        let mentions = Recogniser::new(&gazetteer).mentions(&article);
        assert_eq!(ids_by_weight(&gazetteer, &mentions, EntityKind::Country), ["JP", "CN"]);
        article.body = "ટોક્યોમાં વરસાદ".into();
        let mentions = Recogniser::new(&gazetteer).mentions(&article);
        assert!(ids_by_weight(&gazetteer, &mentions, EntityKind::Country).is_empty());
    }
}
