//! Names by sound: a Gujarati name typed in Latin letters as it is heard (uttar korea, rashiya).
//!
//! Takes Latin words, gives the bearers of Gujarati names that are typed so. Names are listed by the
//! skeletons of their words; what a name costs by the model of [`crate::analysis::sound`] decides.

use super::Gazetteer;
use super::names::{Bearer, Strength};
use super::sound_keys::{MAX_WORDS, PREFIX, gujarati_words, sound_key};
use crate::analysis::sound::{Typed, latin_letters, skeletons_of_latin};
use crate::entities::{Entity, EntityKind};

/// At most so many skeletons of each word are tried.
const SKELETONS: usize = 3;

/// A name costs at most this for each letter typed; one word alone must be nearer, for words that are no
/// names sound like names too.
const DEAREST: u32 = 12;
const DEAREST_ALONE: u32 = 7;

impl Gazetteer {
    /// Who bears a Gujarati name that is typed so in Latin letters; only the nearest, and none that is far.
    ///
    /// ```
    /// use khabar::entities::Gazetteer;
    /// let gazetteer = Gazetteer::shipped()?;
    /// let bearers = gazetteer.sounding_like(&["uttar", "koriya"]);
    /// assert_eq!(gazetteer.entity(bearers[0].entity).map(|e| e.id), Some("KP"));
    /// # Ok::<(), khabar::entities::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn sounding_like(&self, words: &[&str]) -> Vec<Bearer> {
        let letters: Vec<String> = words.iter().filter_map(|word| latin_letters(word)).collect();
        let count: usize = letters.iter().map(String::len).sum();
        if letters.len() != words.len() || words.is_empty() || words.len() > MAX_WORDS || count < 4 {
            return Vec::new();
        }
        let dearest = if words.len() == 1 { DEAREST_ALONE } else { DEAREST };
        let bound = dearest * u32::try_from(count).unwrap_or(0);
        let mut near: Vec<(u32, Bearer)> = self
            .candidates(&letters)
            .into_iter()
            .filter_map(|bearer| Some((self.cost(bearer, &letters, bound)?, bearer)))
            .collect();
        near.sort_by_key(|(cost, bearer)| (*cost, bearer.entity));
        let best = near.first().map_or(0, |(cost, _)| *cost);
        near.into_iter()
            .take_while(|(cost, _)| *cost == best)
            .map(|(_, bearer)| bearer)
            .collect()
    }

    /// The entities of a kind whose Gujarati name sounds like this one, spelt otherwise (ઈલન મસ્ક, એલન મસ્ક).
    ///
    /// ```
    /// use khabar::entities::{EntityKind, Gazetteer};
    /// let gazetteer = Gazetteer::shipped()?;
    /// assert_eq!(gazetteer.sounding_alike(EntityKind::Person, "ઈલન મસ્ક")[0].id, "elon-musk");
    /// # Ok::<(), khabar::entities::GazetteerError>(())
    /// ```
    #[must_use]
    pub fn sounding_alike(&self, kind: EntityKind, name: &str) -> Vec<Entity<&str>> {
        let value = sound_key(name).and_then(|key| self.names().get(key));
        let bearers = value.map(|value| self.bearers_at(value)).unwrap_or_default();
        let named = bearers.into_iter().filter(|bearer| bearer.strength == Strength::Name);
        named
            .filter_map(|bearer| self.entity(bearer.entity))
            .filter(|entity| entity.kind() == kind)
            .collect()
    }

    /// The bearers listed under any combination of the words' skeletons.
    fn candidates(&self, letters: &[String]) -> Vec<Bearer> {
        let mut keys = vec![String::from(PREFIX)];
        for (at, word) in letters.iter().enumerate() {
            let skeletons = skeletons_of_latin(word, SKELETONS);
            let gap = if at > 0 { " " } else { "" };
            keys = keys
                .iter()
                .flat_map(|key| skeletons.iter().map(move |skeleton| format!("{key}{gap}{skeleton}")))
                .collect();
        }
        let found = keys
            .iter()
            .filter_map(|key| self.names().get(key))
            .flat_map(|value| self.bearers_at(value));
        found.filter(|bearer| bearer.strength == Strength::Name).collect()
    }

    /// What the nearest Gujarati name of a bearer costs as the spelling of these words.
    fn cost(&self, bearer: Bearer, letters: &[String], bound: u32) -> Option<u32> {
        let entity = self.entity(bearer.entity)?;
        let forms = self.forms(entity.kind(), entity.id);
        let costs = forms.filter_map(|form| {
            let words = gujarati_words(form).filter(|words| words.len() == letters.len())?;
            let mut total = 0;
            for (word, letters) in words.iter().zip(letters) {
                total += Typed::new(letters)?.cost(word, bound)?;
            }
            (total <= bound).then_some(total)
        });
        costs.min()
    }
}
